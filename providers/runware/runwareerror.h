// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/http.h"
#include "core/model/offer.h"

#include <QJsonObject>

namespace lightwell {

/// The first entry of {"errors": [{"code", "message", "parameter", "taskUUID"}]}, or of {"error": {…}}; empty: none.
[[nodiscard]] QJsonObject firstRunwareError(const HttpResponse &response);

/// The entry that says how the task with this id failed. Empty: there is none, or what is said is about the question
/// (the key, the number of calls, trouble at Runware) and not about the task.
[[nodiscard]] QJsonObject runwareErrorOf(const HttpResponse &response, const QString &task);

/// Whether it says that Runware does not know the task.
[[nodiscard]] bool saysNoSuchTask(const QJsonObject &entry);

/// Makes an error as exact as its entry is: kind, code, the vendor's words, the field at fault.
void refineRunwareError(Error &error, const QJsonObject &entry, const Offer &offer, const QString &provider);

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/http.h"

#include <QJsonArray>
#include <QStringList>

namespace lightwell {

/// What local engines list, however much of it there is: at most so many names, each short and without signs that hide
/// or act. Empty names are left out.
[[nodiscard]] QStringList engineNames(const QJsonArray &entries, QLatin1StringView field = {});

/// The answer's list; empty where it is none.
[[nodiscard]] QJsonArray engineList(const HttpResponse &answer);
/// The answer's object; empty where it is no success, or none.
[[nodiscard]] QJsonObject engineObject(const HttpResponse &answer);

/// A text of the answer that may be shown: a version.
[[nodiscard]] QString engineText(const QJsonValue &value);

} // namespace lightwell

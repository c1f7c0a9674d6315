// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/http.h"

#include <QJsonObject>

namespace lightwell {

/// "Request Moderated": the input was refused and no picture was made, so nothing is billed. "Content Moderated": the
/// finished picture was; the documentation does not promise that it is free, so it may be billed.
[[nodiscard]] Error bflModerated(const QJsonObject &task, const HttpResponse &response);
[[nodiscard]] Error bflTaskFailed(const QJsonObject &task, const HttpResponse &response);

/// Nothing was sent.
[[nodiscard]] Error bflNoSuchModel(const QString &model);
[[nodiscard]] Error bflNoWebhooks();

} // namespace lightwell

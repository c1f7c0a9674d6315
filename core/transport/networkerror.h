// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/error.h"

#include <QNetworkReply>

namespace lightwell {

[[nodiscard]] Error transportError(ErrorKind kind, const Reason &reason, const QString &detail = {});
/// What Qt calls the failure, and what it means to whoever called.
[[nodiscard]] Error networkError(QNetworkReply::NetworkError code, const QString &host, const QString &detail,
                                 const QStringList &tlsErrors);
[[nodiscard]] Error connectTimeoutError(const QString &host);
[[nodiscard]] Error idleTimeoutError(const QString &host);
[[nodiscard]] Error totalTimeoutError(const QString &host);
[[nodiscard]] Error tooLargeError(const QString &host, qint64 limit);
/// The answer began and never got to its end.
[[nodiscard]] Error cutError(const QString &host);
/// Something in the head of a request would be more than one line of it.
[[nodiscard]] Error headerError(const QByteArray &name);
[[nodiscard]] Error unencryptedError(const QString &host);
/// A paid request without a body could leave twice unnoticed, so it does not leave at all.
[[nodiscard]] Error noBodyError();

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>

/// A time in UTC as machines read it, for what is written with every call: QDateTime::toString() reads its format and
/// asks a locale each time. Empty for an invalid time, and for years that have not four digits.
namespace lightwell::utctime {

[[nodiscard]] QByteArray toIso(const QDateTime &time); ///< ISO 8601 to the second: "2026-01-31T23:59:59Z"
[[nodiscard]] QByteArray toIsoWithMs(const QDateTime &time); ///< "2026-01-31T23:59:59.999Z", as Qt::ISODateWithMs
[[nodiscard]] QByteArray toExif(const QDateTime &time); ///< "2026:01:31 23:59:59"
[[nodiscard]] QByteArray toHttp(const QDateTime &time); ///< RFC 9110: "Sat, 31 Jan 2026 23:59:59 GMT"

} // namespace lightwell::utctime

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/boundedjson.h"

/// What can be wrong with a JSON text, in words (boundedjson.h lists the codes).
namespace lightwell::jsonfault {

[[nodiscard]] Error tooLong(const JsonLimits &limits);
[[nodiscard]] Error tooManyLongStrings(const JsonLimits &limits);
[[nodiscard]] Error tooManyValues(const JsonLimits &limits);
[[nodiscard]] Error tooManyKeys(const JsonLimits &limits);
[[nodiscard]] Error longKey(const JsonLimits &limits);
[[nodiscard]] Error longNumber(const JsonLimits &limits);
[[nodiscard]] Error tooDeep(const JsonLimits &limits);
[[nodiscard]] Error duplicate(const QByteArray &key); ///< as it stands in the text, without its quotes
/// `offset` is where reading stopped, in bytes.
[[nodiscard]] Error syntax(const QByteArray &text, qsizetype offset, const QString &what);

} // namespace lightwell::jsonfault

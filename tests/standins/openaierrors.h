// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/message.h"

namespace lightwell::test {

/// OpenAI's error answers, in its own shape, for the rules of the stand-in and for scripts.
namespace openaierrors {

[[nodiscard]] Reply make(int status, const QString &message, const QString &type, const QString &param,
                         const QString &code);
[[nodiscard]] Reply invalid(const QString &message, const QString &param,
                            const QString &code = QStringLiteral("invalid_value"));
[[nodiscard]] Reply moderationBlocked(const QString &stage = {}); ///< "input", "output", "unknown"; empty: not told
[[nodiscard]] Reply insufficientQuota();
[[nodiscard]] Reply countryNotServed();
[[nodiscard]] Reply rateLimited(int seconds);
[[nodiscard]] Reply serverError(int status);

} // namespace openaierrors

} // namespace lightwell::test

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/message.h"

#include <QJsonArray>

namespace lightwell::test {

/// Google's error answers (google.rpc.Status as JSON) and its answers without a picture, for the rules of the stand-in
/// and for scripts.
namespace geminierrors {

[[nodiscard]] Reply make(int code, const QString &status, const QString &message, const QJsonArray &details = {});
[[nodiscard]] Reply invalid(const QString &message, const QString &field = {});
[[nodiscard]] Reply invalidKey();
[[nodiscard]] Reply locationNotServed();
[[nodiscard]] Reply quota(const QString &retryDelay, const QString &quotaValue = QStringLiteral("10"));
[[nodiscard]] Reply overloaded();
[[nodiscard]] Reply blockedPrompt(const QString &reason); ///< a 200 without candidates
[[nodiscard]] Reply finished(const QString &reason, const QString &message = {}); ///< a 200 without a picture

} // namespace geminierrors

} // namespace lightwell::test

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace lightwell {

/// Base64 (RFC 4648, the standard alphabet) for pictures of tens of megabytes: QByteArray's own takes a third of a
/// second for one of those. Nothing where a character does not belong, so also with line breaks or in the URL alphabet;
/// the padding at the end may be missing.
[[nodiscard]] std::optional<QByteArray> decodeBase64(QByteArrayView text);

/// Appends without a text in between.
void appendBase64(QByteArray &text, QByteArrayView bytes);

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"

#include <QByteArray>

namespace lightwell {

/// Masks come in two forms: with transparency (alpha 0 marks what may change: Lightwell's and OpenAI's rule), or with
/// nothing transparent, as a black and white picture in which white is painted over. Both are read, with or without
/// an alpha channel that nobody used. What is refused costs nothing: bytes that are no picture; a mask that leaves
/// nothing to paint, because the vendor would bill a picture in which nothing changed; and one that is neither, a
/// photo in which nothing was erased.

/// As the black and white PNG most vendors take.
[[nodiscard]] Result<QByteArray> whiteMask(const QByteArray &bytes);

/// The same the other way round: black is painted over.
[[nodiscard]] Result<QByteArray> blackMask(const QByteArray &bytes);

/// The same with every pixel either white or black, for vendors that refuse or round what lies between.
[[nodiscard]] Result<QByteArray> hardWhiteMask(const QByteArray &bytes);

/// And the other way round: black is painted over, white stays.
[[nodiscard]] Result<QByteArray> hardBlackMask(const QByteArray &bytes);

/// How a vendor wants its mask: one of those above.
using MaskWriter = Result<QByteArray> (*)(const QByteArray &bytes);

/// As OpenAI takes it: a PNG with alpha 0 where may be painted, of at most `maxBytes`. One that is so already stays as
/// it is; others lose the colours that no vendor looks at.
[[nodiscard]] Result<QByteArray> alphaMask(const QByteArray &bytes, qint64 maxBytes);

} // namespace lightwell

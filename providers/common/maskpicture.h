// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"
#include "core/model/wire.h"

#include <QByteArray>

namespace lightwell {

struct Plan;

/// Masks come in two forms: with transparency (alpha 0 marks what may change: Lightwell's and OpenAI's rule), or with
/// nothing transparent, as a black and white picture in which white is painted over. Both are read, with or without
/// an alpha channel that nobody used. What is refused costs nothing: bytes that are no picture; a mask that leaves
/// nothing to paint, because the vendor would bill a picture in which nothing changed; and one that is neither, a
/// photo in which nothing was erased.

/// As a black and white PNG in this form; the usual one is White. Hard edges: half painted and more is marked.
[[nodiscard]] Result<QByteArray> maskPicture(const QByteArray &bytes, MaskForm form = MaskForm::White);

/// The plan's mask, which it must have and which is no link, as its offer says (Wire::maskAs); `usual` where it does
/// not.
[[nodiscard]] Result<QByteArray> plannedMask(const Plan &plan, MaskForm usual = MaskForm::White);

/// As OpenAI takes it: a PNG with alpha 0 where may be painted, of at most `maxBytes`. One that is so already stays as
/// it is; others lose the colours that no vendor looks at.
[[nodiscard]] Result<QByteArray> alphaMask(const QByteArray &bytes, qint64 maxBytes);

} // namespace lightwell

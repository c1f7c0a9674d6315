// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace lightwell {

/// A mask in Lightwell's terms (alpha 0 marks what may change) as the black and white PNG other vendors take: white
/// is painted over, black is kept. Pictures in which nothing is transparent are taken to be in that form already, with
/// or without an alpha channel. Empty: the bytes are no picture that can be read, or a larger one than any vendor
/// takes.
[[nodiscard]] QByteArray whiteMask(const QByteArray &bytes);

/// The other way round, as OpenAI takes it: a PNG with alpha 0 where may be painted. One that has transparency already
/// stays as it is; in others white becomes transparent.
[[nodiscard]] QByteArray alphaMask(const QByteArray &bytes);

} // namespace lightwell

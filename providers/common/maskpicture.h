// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace lightwell {

/// A mask in Lightwell's terms (alpha 0 marks what may change) as the black and white PNG other vendors take: white
/// is painted over, black is kept. Pictures without transparency are taken to be in that form already. Empty: the
/// bytes are no picture that can be read, or a larger one than any vendor takes.
[[nodiscard]] QByteArray whiteMask(const QByteArray &bytes);

} // namespace lightwell

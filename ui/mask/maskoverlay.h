// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/tokens.h"

#include <QImage>
#include <QPixmap>

namespace lightwell {

/// What is painted, drawn over a picture: hatched and tinted as strongly as it is painted, with an edge, so that it can
/// be told from any picture and not by its colour alone. `painted` is one channel in the pixels of the screen; `at` its
/// place there, so that neighbouring parts go on. A pixel less on each side than what was given.
[[nodiscard]] QImage maskOverlay(const QImage &painted, QPoint at, const Tokens &tokens, double pixelRatio);
/// For the ground of what has grown.
[[nodiscard]] QPixmap hatch(const QColor &colour, double pixelRatio);

/// Pixels around a part that its edge needs.
inline constexpr int overlayBeyond = 2;

} // namespace lightwell

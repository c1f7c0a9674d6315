// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/mask/masklook.h"

#include <QImage>
#include <QPixmap>

namespace lightwell {

/// Pixels of the screen around a part that its edge needs.
[[nodiscard]] int overlayBeyond(double pixelRatio);
/// What is painted, drawn over a picture: tinted as strongly as it is painted, hatched, and with an edge of a light and
/// a dark line, so that it can be told from any picture and not by its colour alone. `painted` is one channel in the
/// pixels of the screen; `at` its place there, so that neighbouring parts go on. `overlayBeyond` less on each side than
/// what was given.
[[nodiscard]] QImage maskOverlay(const QImage &painted, QPoint at, const MaskLook &look, const Tokens &tokens,
                                 double pixelRatio);
/// For the ground of what has grown.
[[nodiscard]] QPixmap hatch(const QColor &colour, double pixelRatio);

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/sketchbook/composition/scene.h"
#include "providers/sketchbook/paint/canvas.h"
#include "providers/sketchbook/words/mention.h"

#include <QImage>

namespace lightwell::sketchbook {

/// Where one emblem goes; lengths are parts of the picture's shorter side.
struct EmblemSpot
{
    QPointF centre;
    double size = 0.2; ///< side of the square it fills
    double turn = 0; ///< degrees
    bool mirrored = false;
    quint64 part = 0; ///< its dice
};

/// Prints the painter's subjects evenly lit and without a landscape: for patterns and posters. Nobody else may paint on
/// the image while it exists.
class EmblemPress
{
public:
    EmblemPress(QImage &image, const Reading &reading, quint64 seed, const Ticker &ticker);

    /// Printed only inside `area` from now on.
    void clip(const QRectF &area) { m_canvas.painter().setClipRect(area); }
    void print(const Mention &mention, const EmblemSpot &spot);
    /// Subjects that read as a small shape of their own.
    [[nodiscard]] static bool suits(Subject subject);

private:
    Scene m_scene;
    Canvas m_canvas;
};

} // namespace lightwell::sketchbook

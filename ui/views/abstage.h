// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QSize>

namespace lightwell {

/// Two pictures laid over each other: on which stage they stand, and where on it. Pictures of one shape cover each
/// other, however many pixels they have; others are both fitted whole into the same square. Lengths in pixels of A
/// where they are alike, and pictures that are not known yet (empty) are taken for the other one.
struct AbStage
{
    QSize size; ///< of the stage: what holds both
    QRectF a;
    QRectF b;

    [[nodiscard]] bool isOneShape() const { return a == b; }
    [[nodiscard]] QRectF overlap() const { return a & b; }
};

[[nodiscard]] AbStage abStage(QSize a, QSize b);

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/sizerule.h"

#include <QMargins>

namespace lightwell {

/// Which sizes of a canvas come back as they are from all of some models.
struct CanvasSizes
{
    QList<QSize> sizes; ///< these alone
    int step = 1; ///< where there are no such: sides that are a multiple of it

    [[nodiscard]] bool isAny() const { return sizes.isEmpty() && step == 1; }
};

[[nodiscard]] bool isMade(const SizeRule &rule, QSize size); ///< as it is
[[nodiscard]] CanvasSizes canvasSizes(const QList<SizeRule> &rules);
/// The growth with the edges that are dragged moved to such a size, where one is no more than `near` pixels away.
[[nodiscard]] QMargins snapped(const QMargins &growth, Qt::Edges edges, double near, QSize picture,
                               const CanvasSizes &sizes);

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRect>

namespace lightwell {

/// How up to four pictures stand beside each other. All panes are alike, so that pictures are too.
struct PaneLayout
{
    static constexpr int most = 4;
    static constexpr int gap = 12;
    static constexpr int least = 240; ///< no pane is narrower or lower
    static constexpr int roomForThree = 960; ///< narrower, three are a row of two and one

    QList<QRect> panes; ///< from the upper left corner of the room
    QSize size; ///< of all of them; more than the room where that is too small: it is scrolled
};

/// In device-independent pixels. Two or three stand in a row, four are two rows.
[[nodiscard]] PaneLayout paneLayout(int count, QSize room);

} // namespace lightwell

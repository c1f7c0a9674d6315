// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/panelayout.h"

#include <algorithm>

namespace lightwell {

PaneLayout paneLayout(int count, QSize room)
{
    const auto side = [](int length, int parts) { return (length - PaneLayout::gap * (parts - 1)) / parts; };
    int columns = count == 4 || (count == 3 && room.width() < PaneLayout::roomForThree) ? 2 : std::max(count, 1);
    if (side(room.width(), columns) < PaneLayout::least) {
        columns = 1;
    }
    const int rows = (count + columns - 1) / columns;
    const QSize pane(std::max(side(room.width(), columns), PaneLayout::least),
                     std::max(side(room.height(), std::max(rows, 1)), PaneLayout::least));
    PaneLayout layout;
    for (int index = 0; index < count; ++index) {
        const QPoint place(index % columns * (pane.width() + PaneLayout::gap),
                           index / columns * (pane.height() + PaneLayout::gap));
        layout.panes.append(QRect(place, pane));
        layout.size = layout.size.expandedTo(QSize(place.x() + pane.width(), place.y() + pane.height()));
    }
    return layout;
}

} // namespace lightwell

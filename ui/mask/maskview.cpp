// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mask/maskview.h"

#include <algorithm>

namespace lightwell {

MaskView MaskView::fitted(const QRectF &canvas, QSizeF widget, double margin)
{
    const QSizeF room(std::max(1.0, widget.width() - 2 * margin), std::max(1.0, widget.height() - 2 * margin));
    MaskView view;
    view.scale =
        std::min({1.0, room.width() / std::max(1.0, canvas.width()), room.height() / std::max(1.0, canvas.height())});
    const QPointF middle(widget.width() / 2, widget.height() / 2);
    view.origin = middle - canvas.center() * view.scale;
    return view;
}

MaskView MaskView::zoomed(double factor, QPointF at, double least) const
{
    const double to = std::clamp(scale * factor, std::min(least, most), most);
    return {to, at - (at - origin) * (to / scale)};
}

} // namespace lightwell

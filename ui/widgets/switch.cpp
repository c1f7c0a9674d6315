// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/switch.h"

#include "ui/widgets/stylepainting.h"

#include <QPainter>

namespace lightwell {

Switch::Switch(QWidget *parent)
    : QAbstractButton(parent)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Switch::paintEvent(QPaintEvent *)
{
    const Tokens t = tokensOf(palette());
    QPainter painter(this);
    const QRectF track(3, 3, 34, 20); // with room for a ring around it
    const QColor off = mixed(t.muted, t.surface, isEnabled() ? 0.75 : 0.35);
    painting::roundedBox(&painter, track, 10, isChecked() ? t.accent : off);
    const bool right = isChecked() != (layoutDirection() == Qt::RightToLeft);
    painting::roundedBox(&painter, QRectF(right ? 19 : 5, 5, 16, 16), 8, isChecked() ? t.onAccent : t.surface);
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        painting::focusRing(&painter, QRectF(rect()), 13, t);
    }
}

} // namespace lightwell

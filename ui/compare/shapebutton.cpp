// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/aspectbutton.h"

#include "ui/widgets/plaintext.h"
#include "ui/widgets/stylepainting.h"

#include <QPainter>

#include <cmath>

namespace lightwell {

using namespace Qt::StringLiterals;

AspectButton::AspectButton(AspectRatio ratio, QWidget *parent)
    : QAbstractButton(parent)
    , m_ratio(ratio)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setObjectName(u"shape."_s + ratio.toString());
    setAccessibleName(tr("Shape %1").arg(ratio.toString()));
    setTip(this, ratio.toString());
    connect(this, &QAbstractButton::toggled, this, [this] { updateGeometry(); });
}

QSizeF AspectButton::outline() const
{
    const double area = 130;
    const double height = std::sqrt(area / m_ratio.value());
    return {std::round(height * m_ratio.value()), std::round(height)};
}

QString AspectButton::label() const
{
    return u"%1 : %2"_s.arg(m_ratio.width).arg(m_ratio.height);
}

QSize AspectButton::sizeHint() const
{
    const int height = fontMetrics().height() + 10;
    const int width = static_cast<int>(outline().width()) + 15;
    return {isChecked() ? width + 6 + fontMetrics().horizontalAdvance(label()) : width, height};
}

void AspectButton::paintEvent(QPaintEvent *)
{
    const Tokens t = tokensOf(palette());
    QPainter painter(this);
    const QRectF area(rect());
    const double radius = area.height() / 2;
    const QColor hover = mixed(t.dark ? Qt::white : Qt::black, t.raised, 0.05);
    painting::roundedBox(&painter, area, radius,
                         isChecked()        ? t.selected
                             : underMouse() ? hover
                                            : t.raised,
                         isChecked() ? t.accent : t.line);
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        painting::focusRing(&painter, area, radius, t);
    }
    const QColor ink = isChecked() ? t.accent : t.text;
    const QSizeF size = outline();
    const double left = isChecked() ? 8 : (area.width() - size.width()) / 2;
    painting::roundedBox(&painter, QRectF(left, (area.height() - size.height()) / 2, size.width(), size.height()), 2,
                         {}, ink, 1.5);
    if (isChecked()) {
        painter.setPen(ink);
        painter.drawText(area.adjusted(left + size.width() + 6, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, label());
    }
}

} // namespace lightwell

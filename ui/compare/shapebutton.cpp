// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/shapebutton.h"

#include "ui/texts.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/stylepainting.h"

#include <QPainter>

#include <cmath>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr double area = 360; ///< of an outline
constexpr double maxSide = 27;

/// The corners of a frame.
void paintCorners(QPainter &painter, const QRectF &frame, const QColor &ink)
{
    painter.setPen(QPen(ink, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    constexpr double arm = 4.5;
    for (const double x : {frame.left(), frame.right()}) {
        for (const double y : {frame.top(), frame.bottom()}) {
            const double right = x == frame.left() ? arm : -arm;
            const double down = y == frame.top() ? arm : -arm;
            painter.drawPolyline(QPolygonF({QPointF(x + right, y), QPointF(x, y), QPointF(x, y + down)}));
        }
    }
}

} // namespace

ShapeButton::ShapeButton(std::optional<AspectRatio> ratio, QWidget *parent)
    : QAbstractButton(parent)
    , m_ratio(ratio)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setObjectName(u"shape."_s + (ratio ? ratio->toString() : u"exact"_s));
    setText(ratio ? texts::shape(*ratio) : tr("E&xact…"));
    setAccessibleName(ratio ? tr("Shape %1").arg(ratio->toString()) : tr("Exact size in pixels"));
}

QSizeF ShapeButton::outline() const
{
    const double ratio = m_ratio ? m_ratio->value() : 1;
    double height = std::sqrt(area / ratio);
    double width = height * ratio;
    const double tooLarge = std::max(width, height) / maxSide;
    if (tooLarge > 1) {
        width /= tooLarge;
        height /= tooLarge;
    }
    return {std::round(width), std::round(height)};
}

QSize ShapeButton::sizeHint() const
{
    const QFontMetrics small(smallFont(font()));
    return {std::max(44, small.horizontalAdvance(texts::withoutMnemonic(text())) + 12),
            static_cast<int>(maxSide) + small.height() + 10};
}

void ShapeButton::paintEvent(QPaintEvent *)
{
    const Tokens t = tokensOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(isEnabled() ? 1 : 0.45);
    const QRectF whole(rect());
    const double radius = painting::controlRadius;
    const QColor hover = mixed(t.dark ? Qt::white : Qt::black, t.raised, 0.05);
    painting::roundedBox(&painter, whole, radius,
                         isChecked()                       ? t.selected
                             : underMouse() && isEnabled() ? hover
                                                           : t.raised,
                         isChecked() ? t.accent : t.line);
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        painting::focusRing(&painter, whole, radius, t);
    }
    const QColor ink = isChecked() ? t.accent : t.text;
    const QFont font = isChecked() ? strongFont(smallFont(this->font())) : smallFont(this->font());
    const int letters = QFontMetrics(font).height();
    const QSizeF size = outline();
    const double middle = (whole.height() - letters - 3) / 2;
    const QRectF frame(std::round((whole.width() - size.width()) / 2) + 0.5,
                       std::round(middle - size.height() / 2) + 0.5, size.width(), size.height());
    if (m_ratio) {
        painting::roundedBox(&painter, frame, 2.5, {}, ink, 1.5);
    } else {
        paintCorners(painter, frame.adjusted(2.5, 2.5, -2.5, -2.5), ink);
    }
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(QRectF(0, whole.height() - letters - 4, whole.width(), letters),
                     Qt::AlignCenter | painting::mnemonicFlag(this), text());
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/stylepainting.h"

#include "ui/widgets/button.h"
#include "ui/widgets/icons.h"

#include <QImage>
#include <QPainter>
#include <QPainterPath>
#include <QRegion>

#include <cmath>

namespace lightwell::painting {

namespace {

void chevron(QPainter *painter, Icon icon, const QRect &rect, const QColor &color)
{
    const int side = iconSide(painter->fontMetrics());
    const QPixmap pixmap = iconPixmap(icon, color, side, painter->device()->devicePixelRatioF());
    painter->drawPixmap(rect.center().x() + 1 - side / 2, rect.center().y() + 1 - side / 2, pixmap);
}

QColor buttonFill(const QStyleOptionButton *option, Button::Kind kind, const Tokens &t, bool onRaised)
{
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool down = option->state & (QStyle::State_Sunken | QStyle::State_On);
    const bool hover = enabled && (option->state & QStyle::State_MouseOver);
    const QColor shade = t.dark ? Qt::white : Qt::black;
    if (kind == Button::Kind::Primary) {
        const QColor base = enabled ? t.accent : mixed(t.muted, t.bg, 0.28);
        return down ? mixed(base, Qt::black, 0.86) : hover ? mixed(base, Qt::white, 0.92) : base;
    }
    if (kind == Button::Kind::Quiet || kind == Button::Kind::Link) {
        if (kind == Button::Kind::Link || !(hover || down)) {
            return Qt::transparent;
        }
        return mixed(shade, t.raised, down ? 0.12 : 0.04);
    }
    if (option->state & QStyle::State_On) {
        return t.selected;
    }
    const QColor base = onRaised ? t.surface : t.raised;
    return down ? mixed(shade, base, 0.1) : hover ? mixed(shade, base, 0.05) : base;
}

} // namespace

int mnemonicFlag(const QWidget *widget)
{
    return widget->style()->styleHint(QStyle::SH_UnderlineShortcut, nullptr, widget) ? Qt::TextShowMnemonic
                                                                                     : Qt::TextHideMnemonic;
}

void picture(QPainter *painter, const QRectF &place, const QImage &image)
{
    constexpr double rounding = 2;
    const qreal ratio = painter->device()->devicePixelRatioF();
    const QSizeF rest = place.size() * ratio - QSizeF(image.size());
    if (std::abs(rest.width()) >= rounding || std::abs(rest.height()) >= rounding) {
        painter->drawImage(place, image);
        return;
    }
    const QPointF corner = place.topLeft() * ratio + QPointF(rest.width(), rest.height()) / 2;
    painter->save();
    painter->scale(1 / ratio, 1 / ratio); // with the screen's own: none at all, so that it is copied to whole pixels
    painter->drawImage(corner.toPoint(), image);
    painter->restore();
}

void roundedBox(QPainter *painter, const QRectF &rect, double radius, const QColor &fill, const QColor &border,
                double width)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool bordered = border.isValid() && border.alpha() > 0;
    painter->setPen(bordered ? QPen(border, width) : QPen(Qt::NoPen));
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const double inset = bordered ? width / 2 : 0;
    const QRectF inner = rect.adjusted(inset, inset, -inset, -inset);
    const double r = std::min({radius, inner.width() / 2, inner.height() / 2});
    painter->drawRoundedRect(inner, r, r);
    painter->restore();
}

QRegion roundedRegion(const QRect &rect, double radius)
{
    QPainterPath path;
    path.addRoundedRect(QRectF(rect), radius, radius);
    return QRegion(path.toFillPolygon().toPolygon());
}

void focusRing(QPainter *painter, const QRectF &rect, double radius, const Tokens &tokens)
{
    roundedBox(painter, rect, radius, {}, tokens.accent, 2);
}

bool showsFocus(const QStyleOption *option)
{
    return (option->state & QStyle::State_HasFocus) && (option->state & QStyle::State_KeyboardFocusChange);
}

void button(QPainter *painter, const QStyleOptionButton *option, const QWidget *widget)
{
    const Tokens t = tokensOf(option->palette);
    const auto *own = qobject_cast<const Button *>(widget);
    const Button::Kind kind = own ? own->kind() : Button::Kind::Normal;
    const QRectF rect(option->rect);
    const double radius = kind == Button::Kind::Pill ? rect.height() / 2
        : kind == Button::Kind::Quiet                ? innerRadius
                                                     : controlRadius;
    const bool on = option->state & QStyle::State_On;
    const bool outlined = kind == Button::Kind::Normal || kind == Button::Kind::Pill;
    const bool onRaised = own && own->isOnRaised();
    roundedBox(painter, rect, radius, buttonFill(option, kind, t, onRaised),
               outlined ? (own && own->isDanger() ? t.bad
                               : on               ? t.accent
                               : onRaised         ? mixed(t.muted, t.line, 0.4)
                                                  : t.line)
                        : QColor(Qt::transparent));
    if (showsFocus(option)) {
        if (kind == Button::Kind::Primary) {
            roundedBox(painter, rect.adjusted(3, 3, -3, -3), radius - 3, {}, t.onAccent, 2);
        } else {
            focusRing(painter, rect, radius, t);
        }
    }
}

namespace {

constexpr int iconGap = 6;

/// The icon and the text in the middle, with air between them.
void iconLabel(QPainter *painter, const QStyleOptionButton *option, const QWidget *widget)
{
    const QSize icon = option->iconSize;
    const int textWidth = option->fontMetrics.size(Qt::TextShowMnemonic, option->text).width();
    const int width = icon.width() + iconGap + textWidth;
    QRect area(0, 0, width, option->rect.height());
    area.moveCenter(option->rect.center());
    const auto mode = option->state & QStyle::State_Enabled ? QIcon::Normal : QIcon::Disabled;
    const QRect iconArea(area.left(), area.top() + (area.height() - icon.height()) / 2, icon.width(), icon.height());
    option->icon.paint(painter, QStyle::visualRect(option->direction, area, iconArea), Qt::AlignCenter, mode);
    painter->setPen(option->palette.color(QPalette::ButtonText));
    const QRect textArea(iconArea.right() + 1 + iconGap, area.top(), textWidth + 1, area.height());
    painter->drawText(QStyle::visualRect(option->direction, area, textArea), Qt::AlignVCenter | mnemonicFlag(widget),
                      option->text);
}

} // namespace

bool buttonLabel(QPainter *painter, const QStyleOptionButton *option, const QWidget *widget)
{
    const auto *own = qobject_cast<const Button *>(widget);
    if (own && own->hint().isEmpty() && !option->icon.isNull() && !option->text.isEmpty()) {
        iconLabel(painter, option, widget);
        return true;
    }
    if (own && own->isOnRaised() && !(option->state & QStyle::State_Enabled)) {
        painter->setPen(tokensOf(option->palette).muted); // what it waits for is there to be read
        painter->drawText(option->rect, Qt::AlignCenter | mnemonicFlag(widget), option->text);
        return true;
    }
    if (!own || own->hint().isEmpty()) {
        return false;
    }
    const int textWidth = option->fontMetrics.size(Qt::TextShowMnemonic, option->text).width();
    QFont hintFont = painter->font();
    hintFont.setWeight(QFont::Normal);
    const int hintWidth = QFontMetrics(hintFont).horizontalAdvance(own->hint());
    const int left = option->rect.center().x() - (textWidth + 8 + hintWidth) / 2;
    QColor color = option->palette.color(QPalette::ButtonText);
    painter->setPen(color);
    const QRect textRect(left, option->rect.top(), textWidth + 1, option->rect.height());
    painter->drawText(textRect, Qt::AlignVCenter | mnemonicFlag(widget), option->text);
    color.setAlphaF(0.9f);
    painter->setPen(color);
    painter->setFont(hintFont);
    painter->drawText(QRect(left + textWidth + 8, option->rect.top(), hintWidth + 2, option->rect.height()),
                      Qt::AlignVCenter, own->hint());
    return true;
}

void field(QPainter *painter, const QStyleOption *option)
{
    const Tokens t = tokensOf(option->palette);
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool focus = option->state & QStyle::State_HasFocus;
    roundedBox(painter, QRectF(option->rect), controlRadius, enabled ? t.surface : t.bg, focus ? t.accent : t.line,
               focus ? 1.5 : 1);
}

void comboBox(QPainter *painter, const QStyleOptionComboBox *option)
{
    field(painter, option);
    const QRect rect = option->rect;
    chevron(painter, Icon::ChevronDown, QRect(rect.right() - 27, rect.top(), 20, rect.height()),
            option->palette.color(QPalette::PlaceholderText));
}

void spinBox(QPainter *painter, const QStyleOptionSpinBox *option, const QRect &up, const QRect &down)
{
    field(painter, option);
    if (option->buttonSymbols == QAbstractSpinBox::NoButtons) {
        return;
    }
    const Tokens t = tokensOf(option->palette);
    const auto step = [&](Icon icon, const QRect &rect, QStyle::SubControl part,
                          QAbstractSpinBox::StepEnabledFlag flag) {
        const bool possible = option->stepEnabled & flag;
        const bool hot = possible && option->activeSubControls == part && (option->state & QStyle::State_MouseOver);
        chevron(painter, icon, rect, !possible ? mixed(t.muted, t.surface, 0.4) : hot ? t.text : t.muted);
    };
    step(Icon::ChevronUp, up.translated(0, 2), QStyle::SC_SpinBoxUp, QAbstractSpinBox::StepUpEnabled);
    step(Icon::ChevronDown, down.translated(0, -2), QStyle::SC_SpinBoxDown, QAbstractSpinBox::StepDownEnabled);
}

void slider(QPainter *painter, const QStyleOptionSlider *option, const QRect &handle)
{
    const Tokens t = tokensOf(option->palette);
    const bool enabled = option->state & QStyle::State_Enabled;
    const QRectF rect(option->rect);
    const double y = rect.center().y();
    const QRectF groove(rect.left() + 2, y - 1.5, rect.width() - 4, 4);
    roundedBox(painter, groove, 2, t.line);
    const QColor filled = enabled ? t.accent : mixed(t.muted, t.bg, 0.4);
    roundedBox(painter, QRectF(groove.left(), groove.top(), handle.center().x() - groove.left(), 4), 2, filled);
    const QRectF knob(handle.center().x() - 6.5, y - 6, 13, 13);
    roundedBox(painter, knob, 7, enabled ? t.accent : filled, t.surface, 2);
    if (showsFocus(option)) {
        focusRing(painter, knob.adjusted(-2, -2, 2, 2), 9, t);
    }
}

void scrollBar(QPainter *painter, const QStyleOptionSlider *option, const QRect &handle)
{
    if (option->maximum <= option->minimum) {
        return;
    }
    const Tokens t = tokensOf(option->palette);
    const bool hot = option->state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    QRectF bar(handle);
    const double inset = hot ? 2 : 3;
    bar = option->orientation == Qt::Vertical ? bar.adjusted(inset, 2, -inset, -2) : bar.adjusted(2, inset, -2, -inset);
    roundedBox(painter, bar, 5, mixed(t.muted, t.bg, hot ? 0.7 : 0.42));
}

void radio(QPainter *painter, const QStyleOption *option)
{
    const Tokens t = tokensOf(option->palette);
    const bool on = option->state & QStyle::State_On;
    const bool enabled = option->state & QStyle::State_Enabled;
    const QRectF rect = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    const QColor edge = !enabled ? t.line : on ? t.accent : t.muted;
    roundedBox(painter, rect, rect.height() / 2, t.surface, edge, on ? 5 : 1.5);
    if (showsFocus(option)) {
        focusRing(painter, rect.adjusted(-2, -2, 2, 2), rect.height(), t);
    }
}

void checkBox(QPainter *painter, const QStyleOption *option)
{
    const Tokens t = tokensOf(option->palette);
    const bool on = option->state & QStyle::State_On;
    const QRectF rect = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    roundedBox(painter, rect, 4, on ? t.accent : t.surface, on ? t.accent : t.muted, 1.5);
    if (on) {
        painter->drawPixmap(option->rect.center() - QPoint(6, 6),
                            iconPixmap(Icon::Check, t.onAccent, 13, painter->device()->devicePixelRatioF()));
    }
    if (showsFocus(option)) {
        focusRing(painter, rect.adjusted(-2, -2, 2, 2), 6, t);
    }
}

} // namespace lightwell::painting

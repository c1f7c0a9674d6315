// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/style.h"

#include "ui/widgets/button.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/stylepainting.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QScrollBar>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

QRect spinBoxPart(const QStyleOptionSpinBox &box, QStyle::SubControl part)
{
    const QRect rect = box.rect;
    const int half = rect.height() / 2;
    if (box.buttonSymbols == QAbstractSpinBox::NoButtons && part != QStyle::SC_SpinBoxFrame) {
        return part == QStyle::SC_SpinBoxEditField ? rect.adjusted(6, 2, -6, -2) : QRect();
    }
    switch (part) {
    case QStyle::SC_SpinBoxUp:
        return {rect.right() - 27, rect.top(), 22, half};
    case QStyle::SC_SpinBoxDown:
        return {rect.right() - 27, rect.top() + half, 22, rect.height() - half};
    case QStyle::SC_SpinBoxEditField:
        return rect.adjusted(8, 2, -30, -2);
    default:
        return rect;
    }
}

QRect comboBoxPart(const QRect &rect, QStyle::SubControl part)
{
    switch (part) {
    case QStyle::SC_ComboBoxEditField:
        return rect.adjusted(9, 2, -28, -2);
    case QStyle::SC_ComboBoxArrow:
        return {rect.right() - 28, rect.top(), 28, rect.height()};
    case QStyle::SC_ComboBoxListBoxPopup:
        return rect.adjusted(0, 2, 0, 2);
    default:
        return rect;
    }
}

/// Without buttons at its ends: the handle has the whole length.
QRect scrollBarPart(const QStyleOptionSlider &bar, QStyle::SubControl part)
{
    const QRect rect = bar.rect;
    const bool vertical = bar.orientation == Qt::Vertical;
    const int length = vertical ? rect.height() : rect.width();
    const int range = bar.maximum - bar.minimum;
    const int share = range > 0 ? static_cast<int>(qint64(length) * bar.pageStep / (range + bar.pageStep)) : length;
    const int handle = std::min(std::max(share, 28), length);
    const int start =
        QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition, length - handle, bar.upsideDown);
    const auto piece = [&](int from, int size) {
        return vertical ? QRect(rect.left(), rect.top() + from, rect.width(), size)
                        : QRect(rect.left() + from, rect.top(), size, rect.height());
    };
    switch (part) {
    case QStyle::SC_ScrollBarAddLine:
    case QStyle::SC_ScrollBarSubLine:
    case QStyle::SC_ScrollBarFirst: // a press on what lies there goes to an end: none may lie over the handle
    case QStyle::SC_ScrollBarLast:
        return {};
    case QStyle::SC_ScrollBarSlider:
        return piece(start, handle);
    case QStyle::SC_ScrollBarSubPage:
        return piece(0, start);
    case QStyle::SC_ScrollBarAddPage:
        return piece(start + handle, length - start - handle);
    default:
        return rect;
    }
}

} // namespace

Style::Style()
    : QProxyStyle(u"fusion"_s)
{
}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QScrollBar *>(widget) || qobject_cast<QLineEdit *>(widget)) {
        widget->setAttribute(Qt::WA_Hover);
    }
    m_wheelScrolls.watch(widget);
    m_insideWindow.watch(widget);
    m_scrollRing.watch(widget);
    if (widget->inherits("QComboBoxPrivateContainer")) { // Qt asks for the shape of menus and tips alone
        widget->installEventFilter(this);
    }
    // Those that Qt itself makes (tool tips, message boxes, questions of the file dialog) look at their text and take
    // it for HTML; they are polished before they have one, or before they are laid out.
    if (auto *label = qobject_cast<QLabel *>(widget)) {
        label->setTextFormat(Qt::PlainText);
    }
}

bool Style::eventFilter(QObject *watched, QEvent *event)
{
    if (auto *list = qobject_cast<QWidget *>(watched); list && event->type() == QEvent::Resize) {
        list->setMask(painting::roundedRegion(list->rect(), painting::controlRadius));
    }
    return QProxyStyle::eventFilter(watched, event);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    switch (element) {
    case PE_FrameFocusRect:
        if (!qobject_cast<const QAbstractButton *>(widget) && !qobject_cast<const QAbstractItemView *>(widget)
            && painting::showsFocus(option)) {
            painting::focusRing(painter, QRectF(option->rect), painting::innerRadius, tokensOf(option->palette));
        }
        return;
    case PE_PanelLineEdit:
        // A line edit inside a spin box or combo box has no frame of its own.
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0) {
            painting::field(painter, option);
        }
        return;
    case PE_FrameLineEdit:
        return;
    case PE_IndicatorRadioButton:
        return painting::radio(painter, option);
    case PE_IndicatorCheckBox:
        return painting::checkBox(painter, option);
    case PE_PanelItemViewItem:
        if (option->state & (State_Selected | State_MouseOver)) {
            const Tokens t = tokensOf(option->palette);
            painting::roundedBox(painter, QRectF(option->rect).adjusted(3, 1, -3, -1), painting::innerRadius,
                                 option->state & State_Selected ? t.selected : t.raised);
        }
        return;
    case PE_FrameMenu:
        return;
    case PE_PanelMenu:
    case PE_PanelTipLabel: {
        const Tokens t = tokensOf(option->palette);
        painter->fillRect(option->rect, t.line); // what the mask leaves of the corners
        painting::roundedBox(painter, QRectF(option->rect), painting::controlRadius, t.surface, t.line);
        return;
    }
    case PE_Frame:
        if (widget && widget->inherits("QComboBoxPrivateContainer")) {
            const Tokens t = tokensOf(option->palette);
            painting::roundedBox(painter, QRectF(option->rect), painting::controlRadius, {}, t.line);
            return;
        }
        return QProxyStyle::drawPrimitive(element, option, painter, widget);
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    if (element == CE_PushButtonBevel || element == CE_PushButtonLabel) {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        if (button && element == CE_PushButtonBevel) {
            return painting::button(painter, button, widget);
        }
        if (button) {
            QStyleOptionButton own(*button);
            const Tokens t = tokensOf(option->palette);
            const auto *typed = qobject_cast<const Button *>(widget);
            if (typed && (option->state & State_Enabled)) {
                const bool accented = typed->kind() == Button::Kind::Link || (option->state & State_On);
                own.palette.setColor(QPalette::ButtonText,
                                     typed->isDanger()                            ? t.bad
                                         : typed->kind() == Button::Kind::Primary ? t.onAccent
                                         : accented                               ? t.accent
                                                                                  : t.text);
            }
            if (!painting::buttonLabel(painter, &own, widget)) {
                QProxyStyle::drawControl(element, &own, painter, widget);
            }
            return;
        }
    }
    if (const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        box && element == CE_ComboBoxLabel && !box->editable) {
        QStyleOptionComboBox own(*box);
        const int icon = box->currentIcon.isNull() ? 0 : box->iconSize.width() + 4;
        const int room = subControlRect(CC_ComboBox, box, SC_ComboBoxEditField, widget).width() - 2 - icon;
        own.currentText = box->fontMetrics.elidedText(box->currentText, Qt::ElideRight, room); // rather than cut
        return QProxyStyle::drawControl(element, &own, painter, widget);
    }
    if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
        item && element == CE_ItemViewItem) {
        // The ground of a selected row is quiet, so its text stays as it is.
        QStyleOptionViewItem own(*item);
        own.palette.setColor(QPalette::All, QPalette::HighlightedText, option->palette.color(QPalette::Text));
        own.state &= ~State_HasFocus;
        return QProxyStyle::drawControl(element, &own, painter, widget);
    }
    if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        item && element == CE_MenuItem && item->menuItemType != QStyleOptionMenuItem::Separator) {
        QStyleOptionMenuItem own(*item);
        if (option->state & State_Selected) {
            painting::roundedBox(painter, QRectF(option->rect), painting::innerRadius,
                                 tokensOf(option->palette).selected);
            own.state &= ~State_Selected;
        }
        return QProxyStyle::drawControl(element, &own, painter, widget);
    }
    if (element == CE_Splitter) {
        const QRect rect = option->rect;
        painter->fillRect(option->state & State_Horizontal ? QRect(rect.center().x(), rect.top(), 1, rect.height())
                                                           : QRect(rect.left(), rect.center().y(), rect.width(), 1),
                          option->palette.color(QPalette::Mid));
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control == CC_ComboBox) {
        if (const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option)) {
            return painting::comboBox(painter, box);
        }
    } else if (control == CC_SpinBox) {
        if (const auto *box = qstyleoption_cast<const QStyleOptionSpinBox *>(option)) {
            return painting::spinBox(painter, box, subControlRect(control, option, SC_SpinBoxUp, widget),
                                     subControlRect(control, option, SC_SpinBoxDown, widget));
        }
    } else if (control == CC_Slider && slider && slider->orientation == Qt::Horizontal) {
        return painting::slider(painter, slider, subControlRect(control, option, SC_SliderHandle, widget));
    } else if (control == CC_ScrollBar && slider) {
        return painting::scrollBar(painter, slider, subControlRect(control, option, SC_ScrollBarSlider, widget));
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                            const QWidget *widget) const
{
    if (const auto *box = qstyleoption_cast<const QStyleOptionSpinBox *>(option); box && control == CC_SpinBox) {
        return spinBoxPart(*box, part);
    }
    if (control == CC_ComboBox) {
        return comboBoxPart(option->rect, part);
    }
    if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option); bar && control == CC_ScrollBar) {
        return scrollBarPart(*bar, part);
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    return element == SE_ItemViewItemText ? rect.adjusted(8, 0, 0, 0) : rect;
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                              const QWidget *widget) const
{
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    // From the font alone, so that fields and buttons of one row are of one height.
    const int height = std::max(painting::controlHeight, option->fontMetrics.height() + 14);
    switch (type) {
    case CT_PushButton: {
        const auto *own = qobject_cast<const Button *>(widget);
        const auto kind = own ? own->kind() : Button::Kind::Normal;
        const bool iconOnly = own && own->text().isEmpty();
        if (iconOnly) {
            const int quiet = own->iconSize().width() + 9;
            return kind == Button::Kind::Quiet ? QSize(quiet, quiet) : QSize(height, height);
        }
        switch (kind) {
        case Button::Kind::Primary:
            return {contents.width() + 32, height};
        case Button::Kind::Pill:
            return {contents.width() + 22, contents.height() + 9};
        case Button::Kind::Link:
            return {contents.width() + 12, contents.height() + 6}; // with room for the ring around the letters
        case Button::Kind::Quiet:
            return {contents.width() + 16, contents.height() + 10};
        case Button::Kind::Normal:
            return {contents.width() + 26, height};
        }
        return size;
    }
    case CT_ItemViewItem:
        return {size.width() + 12, std::max(size.height(), option->fontMetrics.height() + 10)};
    case CT_MenuItem:
        return size.height() > 10 ? QSize(size.width() + 12, size.height() + 6) : size;
    case CT_LineEdit:
        return {size.width(), height};
    case CT_SpinBox:
        return {contents.width() + 34, height};
    case CT_ComboBox:
        return {contents.width() + 40, height};
    default:
        return size;
    }
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
        return iconSide(widget ? widget->fontMetrics() : QFontMetrics(QApplication::font()));
    case PM_MenuHMargin:
    case PM_MenuVMargin:
        return 5;
    case PM_ToolTipLabelFrameWidth:
        return 7;
    case PM_ScrollBarExtent:
        return 11;
    case PM_SplitterWidth:
        return 9;
    case PM_DefaultFrameWidth:
        return qobject_cast<const QLineEdit *>(widget) ? 7 : 1;
    case PM_SliderLength:
        return 14;
    case PM_SliderThickness:
    case PM_SliderControlThickness:
        return 18;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 16;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *returned) const
{
    switch (hint) {
    case SH_ComboBox_Popup:
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
        return 0;
    case SH_Menu_Mask:
    case SH_ToolTip_Mask:
        if (auto *mask = qstyleoption_cast<QStyleHintReturnMask *>(returned); mask && option) {
            mask->region = painting::roundedRegion(option->rect, painting::controlRadius);
            return 1;
        }
        return 0;
    case SH_UnderlineShortcut:
        return m_mnemonicsShown ? 1 : 0;
    case SH_ToolTipLabel_Opacity:
        return 255;
    case SH_ToolTip_WakeUpDelay:
        return 500;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

} // namespace lightwell

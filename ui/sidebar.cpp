// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sidebar.h"

#include "ui/sidebarfoot.h"
#include "ui/texts.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/stylepainting.h"
#include "ui/widgets/textlabel.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QPainter>
#include <QStyle>
#include <QSvgRenderer>
#include <QVBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int wide = 168;
constexpr int iconOnly = 48; ///< of a place whose name is not shown

class PlaceButton : public QAbstractButton
{
public:
    PlaceButton(Icon icon, const QString &text)
        : m_icon(icon)
    {
        setText(text);
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
    }
    [[nodiscard]] QSize sizeHint() const override { return {iconOnly, fontMetrics().height() + 18}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens t = tokensOf(palette());
        QPainter painter(this);
        const QRectF area(rect());
        if (isChecked() || underMouse()) {
            painting::roundedBox(&painter, area, painting::controlRadius, isChecked() ? t.selected : t.raised);
        }
        if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
            painting::focusRing(&painter, area, painting::controlRadius, t);
        }
        const QColor ink = isChecked() ? t.accent : t.muted;
        const bool narrow = width() < 2 * iconOnly;
        const int side = iconSide(fontMetrics());
        const QRect icon = QStyle::visualRect(
            layoutDirection(), rect(), QRect(narrow ? (width() - side) / 2 : 10, (height() - side) / 2, side, side));
        painter.drawPixmap(icon.topLeft(), iconPixmap(m_icon, ink, side, devicePixelRatioF()));
        if (narrow) {
            return;
        }
        QFont own = font();
        own.setWeight(QFont::Medium);
        painter.setFont(own);
        painter.setPen(ink);
        const QRect room = QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(20 + side, 0, -6, 0));
        painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeading | painting::mnemonicFlag(this), text());
    }

private:
    Icon m_icon;
};

class Brand : public QWidget
{
public:
    Brand()
    {
        setFixedHeight(36);
        setAccessibleName(u"Lightwell"_s);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const bool narrow = width() < 2 * iconOnly;
        const double left = narrow ? (width() - 20) / 2.0 : 10;
        const bool isDark = tokensOf(palette()).dark; // on a dark ground the brown of the tile would be a hole
        QSvgRenderer(isDark ? u":/lightwell/icons/lightwell-dark.svg"_s : u":/lightwell/icons/lightwell.svg"_s)
            .render(&painter, QRectF(left, 9, 20, 20));
        if (narrow) {
            return;
        }
        QFont own = font();
        own.setPointSizeF(own.pointSizeF() * 1.15);
        own.setWeight(QFont::DemiBold);
        painter.setFont(own);
        painter.setPen(tokensOf(palette()).text);
        painter.drawText(rect().adjusted(38, 0, 0, 2), Qt::AlignVCenter | Qt::AlignLeft, u"Lightwell"_s);
    }
};

} // namespace

Sidebar::Sidebar(const BudgetWatch &budget, QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
    , m_layout(new QVBoxLayout(this))
    , m_places(new QVBoxLayout)
    , m_foot(new SidebarFoot(budget))
{
    setObjectName(u"sidebar"_s);
    setFixedWidth(wide);
    m_places->setSpacing(2);
    m_layout->setContentsMargins(8, 10, 9, 12);
    m_layout->setSpacing(8);
    m_layout->addWidget(new Brand);
    m_layout->addLayout(m_places);
    m_layout->addStretch();
    m_layout->addWidget(m_foot);
    connect(m_group, &QButtonGroup::idClicked, this, [this](int index) { Q_EMIT chosen(m_ids.value(index)); });
    connect(m_foot, &SidebarFoot::gatewayWanted, this, [this] { Q_EMIT chosen(u"gateway"_s); });
    connect(m_foot, &SidebarFoot::budgetWanted, this, [this] { Q_EMIT chosen(u"budgets"_s); });
}

void Sidebar::addPlace(const QString &id, Icon icon, const QString &text)
{
    auto *button = new PlaceButton(icon, text);
    button->setObjectName(u"place."_s + id);
    button->setAccessibleName(texts::withoutMnemonic(text));
    m_group->addButton(button, static_cast<int>(m_ids.size()));
    m_ids.append(id);
    m_places->addWidget(button);
}

void Sidebar::setCurrent(const QString &id)
{
    if (QAbstractButton *button = m_group->button(static_cast<int>(m_ids.indexOf(id)))) {
        button->setChecked(true);
    }
}

void Sidebar::setGateway(const GatewayState &state)
{
    m_foot->setGateway(state);
}

void Sidebar::setCompact(bool compact)
{
    if (m_compact == compact) {
        return;
    }
    m_compact = compact;
    const QMargins margins = m_layout->contentsMargins();
    setFixedWidth(compact ? iconOnly + margins.left() + margins.right() : wide);
    const QList<QAbstractButton *> places = m_group->buttons();
    for (QAbstractButton *place : places) {
        setTip(place, compact ? place->accessibleName() : QString());
    }
    m_foot->setCompact(compact);
}

void Sidebar::paintEvent(QPaintEvent *)
{
    const Tokens t = tokensOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), t.surface);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), t.line);
}

} // namespace lightwell

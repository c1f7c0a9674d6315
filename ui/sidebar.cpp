// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sidebar.h"

#include "ui/sidebarfoot.h"
#include "ui/texts.h"
#include "ui/widgets/stylepainting.h"
#include "ui/widgets/textlabel.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QPainter>
#include <QSvgRenderer>
#include <QVBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

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
    [[nodiscard]] QSize sizeHint() const override { return {150, fontMetrics().height() + 18}; }

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
        painter.drawPixmap(10, (height() - 16) / 2, iconPixmap(m_icon, ink, 16, devicePixelRatioF()));
        QFont own = font();
        own.setWeight(QFont::Medium);
        painter.setFont(own);
        painter.setPen(ink);
        painter.drawText(rect().adjusted(36, 0, -6, 0), Qt::AlignVCenter | Qt::AlignLeft | painting::mnemonicFlag(this),
                         text());
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
        QSvgRenderer(u":/lightwell/icons/lightwell.svg"_s).render(&painter, QRectF(10, 9, 20, 20));
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
    , m_places(new QVBoxLayout)
    , m_foot(new SidebarFoot(budget))
{
    setObjectName(u"sidebar"_s);
    setFixedWidth(168);
    m_places->setSpacing(2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 10, 9, 12);
    layout->setSpacing(8);
    layout->addWidget(new Brand);
    layout->addLayout(m_places);
    layout->addStretch();
    layout->addWidget(m_foot);
    connect(m_group, &QButtonGroup::idClicked, this, [this](int index) { Q_EMIT chosen(m_ids.value(index)); });
    connect(m_foot, &SidebarFoot::clicked, this, [this] { Q_EMIT chosen(u"gateway"_s); });
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

void Sidebar::paintEvent(QPaintEvent *)
{
    const Tokens t = tokensOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), t.surface);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), t.line);
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sidebarfoot.h"

#include "ui/budgetwatch.h"
#include "ui/texts.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/progressline.h"
#include "ui/widgets/sign.h"
#include "ui/widgets/stylepainting.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QMouseEvent>
#include <QPainter>

#include <utility>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr QMargins roomy(10, 9, 10, 10);
constexpr QMargins narrow(0, 8, 0, 8);

} // namespace

SidebarFoot::SidebarFoot(const BudgetWatch &budget, QWidget *parent)
    : QAbstractButton(parent)
    , m_budget(budget)
    , m_dot(new Sign(Meaning::Neutral, Sign::Shape::Dot))
    , m_gateway(new TextLabel(TextLabel::Voice::Small))
    , m_address(new TextLabel(TextLabel::Voice::Small))
    , m_period(new TextLabel(TextLabel::Voice::Small))
    , m_bar(new ProgressLine)
    , m_left(new TextLabel(TextLabel::Voice::Small))
{
    setObjectName(u"sidebarFoot"_s);
    setFocusPolicy(Qt::StrongFocus);
    m_gateway->setObjectName(u"footGateway"_s);
    m_left->setObjectName(u"footBudget"_s);
    m_left->setWordWrap(true); // a sum with what is unknown is longer than the tile is wide
    auto *first = new QHBoxLayout;
    first->setSpacing(6);
    first->addWidget(m_dot);
    first->addWidget(m_gateway, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(roomy);
    layout->setSpacing(3);
    layout->addLayout(first);
    layout->addWidget(m_address);
    layout->addSpacing(5);
    layout->addWidget(m_period);
    layout->addWidget(m_bar);
    layout->addWidget(m_left);
    for (QWidget *child : findChildren<QWidget *>()) {
        child->setAttribute(Qt::WA_TransparentForMouseEvents);
    }
    connect(this, &QAbstractButton::clicked, this, [this] {
        if (std::exchange(m_isBudgetPressed, false)) {
            Q_EMIT budgetWanted();
        } else {
            Q_EMIT gatewayWanted();
        }
    });
    connect(&budget, &BudgetWatch::changed, this, &SidebarFoot::showBudget);
    setGateway({});
    showBudget();
}

QSize SidebarFoot::sizeHint() const
{
    return layout()->sizeHint();
}

void SidebarFoot::setGateway(const GatewayState &state)
{
    switch (state.kind) {
    case GatewayState::Kind::Off:
        m_dot->setMeaning(Meaning::Neutral);
        m_gateway->setText(tr("Gateway off"));
        break;
    case GatewayState::Kind::Listening:
        m_dot->setMeaning(Meaning::Ok);
        m_gateway->setText(tr("Gateway on"));
        m_address->setText(u"%1:%2"_s.arg(state.url.host()).arg(state.url.port()));
        break;
    case GatewayState::Kind::Failed:
        m_dot->setMeaning(Meaning::Bad);
        m_gateway->setText(tr("Gateway failed"));
        break;
    }
    m_isListening = state.kind == GatewayState::Kind::Listening;
    arrange();
    describe();
}

void SidebarFoot::setCompact(bool compact)
{
    m_compact = compact;
    showBudget();
}

void SidebarFoot::arrange()
{
    layout()->setContentsMargins(m_compact ? narrow : roomy);
    m_gateway->setVisible(!m_compact);
    m_address->setVisible(m_isListening && !m_compact);
    m_period->setVisible(!m_compact);
    m_bar->setVisible(m_budget.tightest().has_value());
    m_left->setAlignment(m_compact ? Qt::AlignCenter : Qt::AlignLeading | Qt::AlignVCenter);
    updateGeometry();
}

void SidebarFoot::showBudget()
{
    const auto &budget = m_budget.tightest();
    m_period->setText(m_budget.periodLabel());
    if (budget) {
        const Money used = budget->budget.limit - budget->left();
        const qint64 limit = budget->budget.limit.microsOr(0);
        m_bar->setFraction(limit > 0 ? static_cast<double>(used.microsOr(0)) / static_cast<double>(limit) : 1.0);
        m_sum = tr("%1 of %2").arg(texts::total(used), texts::total(budget->budget.limit));
        m_left->setText(m_compact ? texts::total(budget->left()) : m_sum);
    } else {
        m_sum = tr("%1 spent").arg(m_budget.spentThisMonth());
        m_left->setText(m_compact ? m_budget.spentBriefly() : m_sum);
    }
    arrange();
    describe();
}

void SidebarFoot::describe()
{
    const QString said = tr("%1. %2: %3").arg(m_gateway->text(), m_period->text(), m_sum);
    setAccessibleName(said);
    setTip(this, m_compact ? said : m_budget.tightest() ? QString() : tr("No budget is set."));
}

void SidebarFoot::mousePressEvent(QMouseEvent *event)
{
    const QWidget *first = m_period->isVisibleTo(this) ? static_cast<QWidget *>(m_period)
        : m_bar->isVisibleTo(this)                     ? static_cast<QWidget *>(m_bar)
                                                       : m_left;
    m_isBudgetPressed = event->position().y() >= first->y();
    QAbstractButton::mousePressEvent(event);
}

void SidebarFoot::paintEvent(QPaintEvent *)
{
    const Tokens t = tokensOf(palette());
    QPainter painter(this);
    painting::roundedBox(&painter, QRectF(rect()), painting::controlRadius, t.raised);
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        painting::focusRing(&painter, QRectF(rect()), painting::controlRadius, t);
    }
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/budgets/limitrow.h"

#include "ui/budgets/budgettexts.h"
#include "ui/budgets/limitbar.h"
#include "ui/budgets/limitform.h"
#include "ui/widgets/button.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/sign.h"
#include "ui/widgets/stylepainting.h"
#include "ui/widgets/textlabel.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

LimitRow::LimitRow(qint64 id, QWidget *parent)
    : QWidget(parent)
    , m_name(new TextLabel(TextLabel::Voice::Strong))
    , m_kind(new TextLabel(TextLabel::Voice::Small))
    , m_sign(new Sign(Meaning::Warning))
    , m_level(new TextLabel(TextLabel::Voice::Warning))
    , m_used(new TextLabel(TextLabel::Voice::Body))
    , m_bar(new LimitBar)
    , m_stop(new QWidget)
    , m_goesOn(new TextLabel(TextLabel::Voice::Small))
    , m_layout(new QVBoxLayout(this))
{
    const QString name = u"limit.%1"_s.arg(id);
    setObjectName(name);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    m_name->setObjectName(name + u".name"_s);
    m_kind->setObjectName(name + u".kind"_s);
    m_level->setObjectName(name + u".level"_s);
    m_used->setObjectName(name + u".used"_s);
    m_name->setElided(true);
    m_kind->setElided(true);
    m_kind->setAlignment(Qt::AlignBottom | Qt::AlignLeading);
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    auto *title = new QHBoxLayout; // on one line of writing, however high the rest is
    title->addWidget(m_name);
    title->addWidget(m_kind, 1);
    line->addLayout(title, 1);
    line->setAlignment(title, Qt::AlignVCenter);
    auto *level = new QHBoxLayout;
    level->setSpacing(4);
    level->addWidget(m_sign);
    level->addWidget(m_level);
    line->addLayout(level);
    line->addWidget(m_used);
    m_layout->setContentsMargins(16, 8, 12, 9);
    m_layout->setSpacing(7);
    m_layout->addLayout(line);
    m_layout->addWidget(m_bar);
    auto *raise =
        named(new Button(Button::Kind::Link, tr("Raise the limit…")), name + u".raise"_s, tr("Raise the limit"));
    connect(raise, &QAbstractButton::clicked, this, &LimitRow::edit);
    auto *stop = new QHBoxLayout(m_stop);
    stop->setContentsMargins(0, 0, 0, 0);
    stop->addWidget(m_goesOn, 1);
    stop->addWidget(raise);
    m_layout->addWidget(m_stop);
    m_stop->hide();
}

void LimitRow::setState(const BudgetState &state, const QString &scope, const std::optional<Forecast> &forecast)
{
    m_state = state;
    m_name->setText(scope);
    const QString kind = budgettexts::kind(state.budget);
    m_kind->setText(kind);
    const QString level = budgettexts::level(state);
    const bool isReached = state.level() == BudgetState::Level::Reached;
    m_sign->setVisible(!level.isEmpty());
    m_sign->setMeaning(isReached ? Meaning::Bad : Meaning::Warning);
    m_sign->setIcon(isReached && state.budget.isHard ? Icon::No : Icon::Warning);
    m_level->setVisible(!level.isEmpty());
    m_level->setText(level);
    m_level->setVoice(isReached ? TextLabel::Voice::Bad : TextLabel::Voice::Warning);
    const QString used = budgettexts::used(state);
    m_used->setText(used);
    setTip(m_used, budgettexts::exactly(state));
    const auto limit = static_cast<double>(std::max<qint64>(1, state.budget.limit.microsOr(0)));
    LimitBar::Shares shares;
    shares.spent = static_cast<double>(state.spent.microsOr(0)) / limit;
    shares.kept = static_cast<double>(state.reserved.microsOr(0)) / limit;
    shares.isStopped = isReached;
    if (forecast) { // without an end, nobody can say how far it goes
        shares.forecast = forecast->atEnd.isKnown() ? static_cast<double>(forecast->atEnd.micros()) / limit : 2;
    }
    const QString ahead = forecast ? budgettexts::reachesLimit(forecast->reaches, QDate::currentDate()) : QString();
    m_bar->setShares(shares);
    m_bar->setCaption(ahead);
    QStringList told {used, level, ahead};
    told.removeAll(QString());
    setAccessibleName(tr("%1, %2: %3").arg(scope, kind, told.join(u", "_s)));
    m_goesOn->setText(budgettexts::goesOn(state.budget, QDateTime::currentDateTime()));
    showStop();
    if (m_form) {
        m_form->setBudget(state.budget);
        showConsequence();
    }
}

void LimitRow::edit()
{
    if (m_form) {
        return m_form->focusAmount();
    }
    m_form = new LimitForm(LimitForm::For::Standing, objectName() + u".form"_s);
    m_form->setBudget(m_state.budget);
    connect(m_form, &LimitForm::edited, this, &LimitRow::showConsequence);
    connect(m_form, &LimitForm::saved, this, &LimitRow::saveWanted);
    connect(m_form, &LimitForm::left, this, &LimitRow::endEditing);
    connect(m_form, &LimitForm::removed, this, [this] { Q_EMIT removeWanted(m_state.budget.id); });
    m_layout->addWidget(m_form);
    showStop();
    m_form->show(); // now, so that it can have the keyboard
    showConsequence();
    m_form->focusAmount();
}

void LimitRow::endEditing()
{
    if (!m_form) {
        return;
    }
    const bool hadFocus = m_form->isAncestorOf(window()->focusWidget());
    m_form->hide();
    m_form->deleteLater();
    m_form = nullptr;
    showStop();
    if (hadFocus) {
        setFocus(Qt::OtherFocusReason);
    }
}

void LimitRow::showStop()
{
    const bool stops = m_state.budget.isHard && m_state.level() == BudgetState::Level::Reached;
    m_stop->setVisible(stops && !m_form);
}

bool LimitRow::isEditing() const
{
    return m_form;
}

void LimitRow::setProblem(const QString &text)
{
    if (m_form) {
        m_form->setProblem(text);
    }
}

void LimitRow::showConsequence()
{
    const std::optional<Budget> wanted = m_form->budget();
    if (wanted) {
        m_form->setConsequence(budgettexts::consequence(m_state, *wanted, false, QDateTime::currentDateTime()),
                               budgettexts::stops(m_state, *wanted));
    } else {
        m_form->setConsequence(tr("Write an amount in dollars, for example $20.00."), false);
    }
}

void LimitRow::mouseDoubleClickEvent(QMouseEvent *)
{
    edit();
}

void LimitRow::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F2:
        return edit();
    case Qt::Key_Delete:
        Q_EMIT removeWanted(m_state.budget.id);
        return;
    case Qt::Key_Up:
        Q_EMIT moved(-1);
        return;
    case Qt::Key_Down:
        Q_EMIT moved(1);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void LimitRow::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    Q_EMIT focused();
    update();
}

void LimitRow::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

void LimitRow::enterEvent(QEnterEvent *event)
{
    QWidget::enterEvent(event);
    update();
}

void LimitRow::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    update();
}

void LimitRow::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = named(new QMenu(this), objectName() + u".menu"_s, tr("This limit"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("&Edit")), &QAction::triggered, this, &LimitRow::edit);
    connect(menu->addAction(tr("&Remove")), &QAction::triggered, this,
            [this] { Q_EMIT removeWanted(m_state.budget.id); });
    menu->popup(event->globalPos());
}

void LimitRow::paintEvent(QPaintEvent *)
{
    const Tokens t = tokensOf(palette());
    QPainter painter(this);
    if (m_form) {
        painter.fillRect(rect(), t.dark ? mixed(t.raised, t.surface, 0.5) : t.bg);
    } else if (underMouse()) {
        painter.fillRect(rect(), mixed(t.raised, t.surface, 0.5));
    }
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        painting::focusRing(&painter, QRectF(rect()).adjusted(3, 2, -3, -2), painting::innerRadius, t);
    }
}

} // namespace lightwell

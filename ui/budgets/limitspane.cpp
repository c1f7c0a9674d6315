// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/budgets/limitspane.h"

#include "ui/budgets/budgettexts.h"
#include "ui/budgets/limitrow.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/stylepainting.h"
#include "ui/widgets/textlabel.h"

#include <QLocale>
#include <QMenu>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTimeZone>
#include <QVBoxLayout>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

enum Body { List, Nothing, Unknown };

double fullness(const BudgetState &state)
{
    const double used = static_cast<double>((state.spent + state.reserved).microsOr(0));
    return used / static_cast<double>(std::max<qint64>(1, state.budget.limit.microsOr(0)));
}

} // namespace

LimitsPane::LimitsPane(QWidget *parent)
    : Card(Ground::Surface, parent)
    , m_rule(new TextLabel(TextLabel::Voice::Small, tr("all must pass")))
    , m_sort(named(new Button(Button::Kind::Quiet), u"limitsSort"_s, tr("Fullest first")))
    , m_more(named(new Button(Button::Kind::Quiet), u"limitsMore"_s, tr("More about limits")))
    , m_body(new QStackedWidget)
    , m_list(new QWidget)
    , m_column(new QVBoxLayout(m_list))
    , m_unknown(new TextLabel(TextLabel::Voice::Bad))
    , m_foot(new TextLabel(TextLabel::Voice::Small))
{
    setObjectName(u"limitsPane"_s);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    auto *scroll = named(new QScrollArea, u"limitsScroll"_s, tr("Limits"));
    scroll->setWidget(m_list);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    m_list->setAutoFillBackground(false);
    m_unknown->setObjectName(u"limitsUnknown"_s);
    m_unknown->setWordWrap(true);
    m_unknown->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_unknown->setContentsMargins(16, 12, 16, 12);
    m_body->addWidget(scroll);
    m_body->addWidget(buildEmpty());
    m_body->addWidget(m_unknown);
    m_foot->setObjectName(u"limitsFoot"_s);
    m_foot->setContentsMargins(16, 8, 16, 9);
    m_foot->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(buildHead());
    layout->addWidget(new Hairline(Qt::Horizontal));
    layout->addWidget(m_body, 1);
    layout->addWidget(new Hairline(Qt::Horizontal));
    layout->addWidget(m_foot);
}

QWidget *LimitsPane::buildHead()
{
    setTip(m_rule, tr("A call is sent only where every hard limit that holds for it has room."));
    m_sort->setIcon(themedIcon(Icon::Sort));
    m_sort->setCheckable(true);
    setTip(m_sort, tr("Fullest first"));
    m_more->setIcon(themedIcon(Icon::More));
    setTip(m_more, tr("Add, edit or remove a limit"));
    connect(m_sort, &QAbstractButton::toggled, this, [this](bool on) {
        m_byFullness = on;
        m_sort->setIcon(on ? themedIcon(Icon::Sort, QPalette::Highlight) : themedIcon(Icon::Sort));
        arrange();
    });
    connect(m_more, &QAbstractButton::clicked, this, &LimitsPane::openMenu);
    auto *head = new QWidget;
    head->setMinimumHeight(painting::controlHeight + 12); // as that of the ledger beside it
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(16, 6, 8, 6);
    row->setSpacing(4);
    row->addWidget(new TextLabel(TextLabel::Voice::Strong, tr("Limits")), 1);
    row->addWidget(m_rule);
    row->addWidget(m_sort);
    row->addWidget(m_more);
    return head;
}

QWidget *LimitsPane::buildEmpty()
{
    auto *empty = new QWidget;
    auto *column = new QVBoxLayout(empty);
    column->setContentsMargins(16, 16, 16, 16);
    column->addStretch(1);
    column->addWidget(new EmptyState(Icon::Budgets, tr("No limit is set"),
                                     tr("With one, nothing is sent that would go beyond it: not from here, not from "
                                        "the command line, not by programs at the gateway.")));
    auto *add = named(new Button(Button::Kind::Normal, tr("Set a limit…")), u"limitsFirst"_s, tr("Set a limit"));
    connect(add, &QAbstractButton::clicked, this, &LimitsPane::addWanted);
    column->addWidget(add, 0, Qt::AlignHCenter);
    column->addStretch(1);
    return empty;
}

void LimitsPane::setStates(const QList<BudgetState> &states, const QHash<qint64, Forecast> &forecasts,
                           const budgettexts::Names &names)
{
    m_states = states;
    QList<qint64> gone = m_rows.keys();
    for (const BudgetState &state : states) {
        const qint64 id = state.budget.id;
        gone.removeAll(id);
        LimitRow *row = m_rows.contains(id) ? m_rows.value(id) : addRow(id);
        row->setState(state, budgettexts::scope(state.budget, names),
                      forecasts.contains(id) ? std::optional(forecasts.value(id)) : std::nullopt);
    }
    for (const qint64 id : gone) {
        LimitRow *row = m_rows.take(id);
        m_order.removeAll(row);
        row->hide();
        row->deleteLater();
    }
    arrange();
    m_body->setCurrentIndex(states.isEmpty() ? Nothing : List);
    m_sort->setEnabled(states.size() > 1);
    m_rule->setVisible(states.size() > 1);
    // "Europe/Berlin", but no "Etc/" before UTC.
    const QString zone = QString::fromLatin1(QTimeZone::systemTimeZoneId()).remove("Etc/"_L1).replace(u'_', u' ');
    m_foot->setText(zone.isEmpty() ? tr("Reset at midnight. Weeks begin on Monday.")
                                   : tr("Reset at midnight, %1. Weeks begin on Monday.").arg(zone));
}

void LimitsPane::setUnknown(const QString &why)
{
    m_unknown->setText(why);
    m_body->setCurrentIndex(Unknown);
}

LimitRow *LimitsPane::addRow(qint64 id)
{
    auto *row = new LimitRow(id);
    m_rows.insert(id, row);
    connect(row, &LimitRow::saveWanted, this, &LimitsPane::saveWanted);
    connect(row, &LimitRow::removeWanted, this, [this, row] { Q_EMIT removeWanted(row->state().budget); });
    connect(row, &LimitRow::focused, this, [this, row] { m_current = row; });
    connect(row, &LimitRow::moved, this, [this, row](int step) { moveFrom(row, step); });
    return row;
}

/// Rows keep their places while one of them is edited.
void LimitsPane::arrange()
{
    QList<BudgetState> states = m_states;
    if (m_byFullness) {
        std::stable_sort(states.begin(), states.end(),
                         [](const BudgetState &a, const BudgetState &b) { return fullness(a) > fullness(b); });
    }
    QList<LimitRow *> order;
    for (const BudgetState &state : states) {
        order.append(m_rows.value(state.budget.id));
    }
    if (order == m_order) {
        return;
    }
    QWidget *focus = window()->focusWidget();
    const bool wasInside = focus && m_list->isAncestorOf(focus);
    while (QLayoutItem *item = m_column->takeAt(0)) {
        if (auto *line = qobject_cast<Hairline *>(item->widget())) {
            line->hide();
            line->deleteLater();
        }
        delete item;
    }
    QWidget *before = m_more;
    for (LimitRow *row : order) {
        if (m_column->count() > 0) {
            m_column->addWidget(new Hairline(Qt::Horizontal));
        }
        m_column->addWidget(row);
        row->show();
        setTabOrder(before, row);
        before = row;
    }
    m_column->addStretch(1);
    m_order = order;
    if (wasInside) {
        focus->setFocus(Qt::OtherFocusReason);
    }
    updateGeometry();
}

int LimitsPane::wholeHeight() const
{
    const int around = sizeHint().height() - m_body->sizeHint().height();
    const int body = m_body->currentIndex() == List
        ? (m_column->hasHeightForWidth() ? m_column->totalHeightForWidth(width()) : m_column->sizeHint().height())
        : m_body->currentWidget()->sizeHint().height();
    return around + body;
}

void LimitsPane::moveFrom(const LimitRow *row, int step)
{
    const auto place = m_order.indexOf(row) + step;
    if (place >= 0 && place < m_order.size()) {
        m_order.at(place)->setFocus(Qt::TabFocusReason);
    }
}

LimitRow *LimitsPane::current() const
{
    return m_current && m_order.contains(m_current.data()) ? m_current.data() : nullptr;
}

void LimitsPane::openMenu()
{
    auto *menu = named(new QMenu(this), u"limitsMenu"_s, tr("More about limits"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("&Add a limit…")), &QAction::triggered, this, &LimitsPane::addWanted);
    menu->addSeparator();
    // The row where the keyboard or the mouse was last; both say which one they mean.
    LimitRow *row = current();
    const QString name = row ? row->accessibleName().section(u':', 0, 0) : QString();
    QAction *edit = menu->addAction(row ? tr("&Edit “%1”").arg(name) : tr("&Edit the chosen limit"));
    QAction *remove = menu->addAction(row ? tr("&Remove “%1”").arg(name) : tr("&Remove the chosen limit"));
    edit->setEnabled(row);
    remove->setEnabled(row);
    if (row) {
        connect(edit, &QAction::triggered, row, &LimitRow::edit);
        connect(remove, &QAction::triggered, row, [this, row] { Q_EMIT removeWanted(row->state().budget); });
    }
    menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height() + 4)));
}

void LimitsPane::saved(qint64 id)
{
    if (LimitRow *row = m_rows.value(id)) {
        row->endEditing();
    }
}

void LimitsPane::setProblem(qint64 id, const QString &text)
{
    if (LimitRow *row = m_rows.value(id)) {
        row->setProblem(text);
    }
}

void LimitsPane::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    m_rule->setVisible(m_states.size() > 1 && width() > 300);
}

} // namespace lightwell

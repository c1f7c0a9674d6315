// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/budgets/ledgerpane.h"

#include "ui/budgets/budgettexts.h"
#include "ui/budgets/ledgertable.h"
#include "ui/budgets/unknownpanel.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choicebox.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/rowtable.h"
#include "ui/widgets/textlabel.h"

#include <QLocale>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

enum Body { Rows, Unused, EmptyMonth, NothingFits, Problem };

constexpr int lettersShown = 9;
constexpr int roomForEstimate = 470; ///< px; in a narrower table it goes
constexpr int roomForWhom = 380;

/// Fixed ones by the widest that usually stands there.
QList<RowTable::Width> columnWidths()
{
    return {{LedgerTable::When, u"30 Nov 00:00"_s},
            {LedgerTable::What, {}, 16},
            {LedgerTable::For, {}, 9, roomForWhom},
            {LedgerTable::Estimate, LedgerPane::tr("Estimate"), 1, roomForEstimate},
            {LedgerTable::Real, LedgerPane::tr("unknown")},
            {LedgerTable::Difference, LedgerPane::tr("may be billed")}};
}

/// Keeps what was chosen.
void refill(QComboBox *box, const QString &all, QList<std::pair<QString, QString>> choices)
{
    std::sort(choices.begin(), choices.end(),
              [](const auto &a, const auto &b) { return a.second.compare(b.second, Qt::CaseInsensitive) < 0; });
    const QSignalBlocker silent(box);
    const QVariant before = box->currentData();
    box->clear();
    box->addItem(all);
    for (const auto &[id, name] : choices) {
        box->addItem(name, id);
    }
    box->setCurrentIndex(before.isValid() ? std::max(0, box->findData(before)) : 0);
}

} // namespace

LedgerPane::LedgerPane(LedgerTable &table, QWidget *parent)
    : Card(Ground::Surface, parent)
    , m_table(table)
    , m_day(named(new Button(Button::Kind::Pill), u"ledgerDay"_s, tr("Show the whole month again")))
    , m_provider(named(new ChoiceBox, u"ledgerProvider"_s, tr("Provider")))
    , m_client(named(new ChoiceBox, u"ledgerClient"_s, tr("Client")))
    , m_csv(named(new Button(Button::Kind::Normal, tr("CSV")), u"ledgerCsv"_s, tr("Save as CSV")))
    , m_unknown(new UnknownPanel)
    , m_body(new QStackedWidget)
    , m_view(new RowTable(table, columnWidths(), u"ledgerTable"_s, tr("Ledger")))
    , m_problem(new TextLabel(TextLabel::Voice::Bad))
    , m_clear(named(new Button(Button::Kind::Normal, tr("Take all filters away")), u"ledgerClear"_s,
                    tr("Take all filters away")))
{
    setObjectName(u"ledgerPane"_s);
    m_problem->setObjectName(u"ledgerProblem"_s);
    m_problem->setWordWrap(true);
    m_problem->setContentsMargins(16, 12, 16, 12);
    m_problem->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    auto *nothing = new QWidget;
    auto *column = new QVBoxLayout(nothing);
    column->addStretch(1);
    column->addWidget(new EmptyState(Icon::Search, tr("No entry fits"), {}));
    column->addWidget(m_clear, 0, Qt::AlignHCenter);
    column->addStretch(2);
    m_body->addWidget(m_view);
    m_body->addWidget(new EmptyState(Icon::Budgets, tr("Nothing was spent yet"),
                                     tr("Each call that costs something gets a line here: what was estimated, what it "
                                        "cost, and the difference.")));
    m_body->addWidget(new EmptyState(Icon::Calendar, tr("Nothing was spent in this month"), {}));
    m_body->addWidget(nothing);
    m_body->addWidget(m_problem);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(buildHead());
    layout->addWidget(new Hairline(Qt::Horizontal));
    layout->addWidget(m_unknown);
    layout->addWidget(m_body, 1);
    layout->addSpacing(8); // the corners stay round
    m_unknown->hide();
    connect(m_provider, &QComboBox::currentIndexChanged, this, &LedgerPane::filterEdited);
    connect(m_client, &QComboBox::currentIndexChanged, this, &LedgerPane::filterEdited);
    connect(m_day, &QAbstractButton::clicked, this, &LedgerPane::dayCleared);
    connect(m_csv, &QAbstractButton::clicked, this, &LedgerPane::csvWanted);
    connect(m_clear, &QAbstractButton::clicked, this, &LedgerPane::clearFilters);
    setKnown({}, {});
    setDay({});
}

QWidget *LedgerPane::buildHead()
{
    for (QComboBox *box : {m_provider, m_client}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(lettersShown);
        box->setMaxVisibleItems(16);
    }
    m_day->setIcon(themedIcon(Icon::Close));
    m_day->setLayoutDirection(layoutDirection() == Qt::LeftToRight ? Qt::RightToLeft : Qt::LeftToRight);
    setTip(m_day, tr("Show the whole month again"));
    m_csv->setIcon(themedIcon(Icon::Save));
    setTip(m_csv, tr("Save what the filters show as a table for other programs"));
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(16, 6, 8, 6);
    row->setSpacing(8);
    auto *title = new TextLabel(TextLabel::Voice::Strong, tr("Ledger"));
    row->addWidget(title);
    row->addWidget(m_day);
    row->addStretch(1);
    row->addWidget(m_provider);
    row->addWidget(m_client);
    row->addWidget(m_csv);
    return head;
}

void LedgerPane::setKnown(const Books::Known &known, const budgettexts::Names &names)
{
    QList<std::pair<QString, QString>> providers;
    for (const QString &id : known.providers) {
        providers.append({id, names.provider(id)});
    }
    QList<std::pair<QString, QString>> clients;
    for (auto client = known.clients.cbegin(); client != known.clients.cend(); ++client) {
        clients.append({client.key(), client.value()});
    }
    refill(m_provider, tr("All providers"), providers);
    refill(m_client, tr("All clients"), clients);
}

void LedgerPane::setDay(QDate day)
{
    m_day->setVisible(day.isValid());
    m_day->setText(day.isValid() ? QLocale().toString(day, u"d MMMM"_s) : QString());
    m_day->setAccessibleDescription(m_day->text());
}

LedgerFilter LedgerPane::filter() const
{
    LedgerFilter filter;
    filter.provider = m_provider->currentData().toString();
    filter.client = m_client->currentData().toString();
    return filter;
}

void LedgerPane::clearFilters()
{
    {
        const QSignalBlocker silentProvider(m_provider);
        const QSignalBlocker silentClient(m_client);
        m_provider->setCurrentIndex(0);
        m_client->setCurrentIndex(0);
    }
    Q_EMIT dayCleared();
    Q_EMIT filterEdited();
    m_provider->setFocus(Qt::OtherFocusReason);
}

void LedgerPane::showRows(bool isUnused)
{
    if (!m_table.isRead()) {
        return;
    }
    const bool isEmpty = m_table.rowCount() == 0;
    const bool isFiltered = m_provider->currentIndex() > 0 || m_client->currentIndex() > 0 || m_day->isVisibleTo(this);
    m_csv->setEnabled(!isEmpty);
    m_body->setCurrentIndex(!isEmpty ? Rows : isUnused ? Unused : isFiltered ? NothingFits : EmptyMonth);
}

void LedgerPane::setProblem(const QString &why)
{
    m_problem->setText(why);
    m_body->setCurrentIndex(Problem);
}

} // namespace lightwell

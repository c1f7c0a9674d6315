// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/budgets/budgetspage.h"

#include "core/adapter/adapterregistry.h"
#include "core/catalog/catalog.h"
#include "ui/budgets/chartlegend.h"
#include "ui/budgets/daychart.h"
#include "ui/budgets/ledgerexport.h"
#include "ui/budgets/ledgerpane.h"
#include "ui/budgets/limitactions.h"
#include "ui/budgets/limitspane.h"
#include "ui/budgets/unknownwork.h"
#include "ui/dialogs.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/names.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/textlabel.h"

#include <QFileInfo>
#include <QGridLayout>
#include <QLocale>
#include <QScrollArea>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int roomForTwo = 944; ///< on a narrower page the two lower cards stand under each other: a window of 1000
constexpr int upperHeight = 200;
constexpr int minLower = 300;
constexpr int ledgerAlone = 520; ///< its height under the limits

QString monthText(QDate month)
{
    return QLocale().standaloneMonthName(month.month()) + u' ' + QString::number(month.year());
}

} // namespace

BudgetsPage::BudgetsPage(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_model(services.books, [] { return QDateTime::currentDateTime(); })
    , m_table(services.books)
    , m_earlier(named(new Button(Button::Kind::Normal), u"monthEarlier"_s, tr("Earlier month")))
    , m_monthName(new TextLabel(TextLabel::Voice::Body))
    , m_later(named(new Button(Button::Kind::Normal), u"monthLater"_s, tr("Later month")))
    , m_add(named(new Button(Button::Kind::Primary, tr("Add a limit…")), u"addLimit"_s, tr("Add a limit")))
    , m_problem(new Banner(Meaning::Bad, u"budgetsProblem"_s))
    , m_scroll(named(new QScrollArea, u"budgetsScroll"_s, tr("Budgets")))
    , m_content(new QWidget)
    , m_lower(new QGridLayout)
    , m_chartHead(new QGridLayout)
    , m_card(new SpendingCard)
    , m_legend(named(new ChartLegend, u"chartLegend"_s, tr("Spent in the month")))
    , m_group(named(new SegmentedControl, u"chartGroup"_s, tr("Parts of the bars")))
    , m_chart(named(new DayChart, u"dayChart"_s, tr("Spent by day. Arrow keys go through days and parts.")))
    , m_limits(new LimitsPane)
    , m_ledger(new LedgerPane(m_table))
{
    setObjectName(u"budgetsPage"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHead());
    layout->addWidget(new Hairline(Qt::Horizontal));
    m_scroll->setWidget(buildContent());
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    layout->addWidget(m_scroll, 1);
    m_model.setActive(false); // until it is seen
    connectModel();
    connectPanes();
    showMonth();
}

BudgetsPage::~BudgetsPage() = default;

QWidget *BudgetsPage::buildHead()
{
    m_earlier->setIcon(themedIcon(Icon::ChevronLeft));
    m_later->setIcon(themedIcon(Icon::ChevronRight));
    m_monthName->setObjectName(u"budgetsMonth"_s);
    m_monthName->setAlignment(Qt::AlignCenter);
    int widest = 0;
    for (int month = 1; month <= 12; ++month) {
        widest = std::max(widest, fontMetrics().horizontalAdvance(monthText(QDate(2000, month, 1))));
    }
    m_monthName->setMinimumWidth(widest + 8); // the buttons stay where they are
    connect(m_earlier, &QAbstractButton::clicked, this, [this] { setMonth(m_model.month().addMonths(-1)); });
    connect(m_later, &QAbstractButton::clicked, this, [this] { setMonth(m_model.month().addMonths(1)); });
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(16, 12, 16, 12);
    row->setSpacing(12);
    row->addWidget(new TextLabel(TextLabel::Voice::Heading, tr("Budgets")), 1);
    row->addWidget(m_earlier);
    row->addWidget(m_monthName);
    row->addWidget(m_later);
    row->addSpacing(8);
    row->addWidget(m_add);
    return head;
}

QWidget *BudgetsPage::buildContent()
{
    m_problem->setAction(tr("&Try again"));
    m_problem->hide();
    connect(m_problem, &Banner::actionTriggered, &m_model, &BudgetsModel::refresh);
    auto *upper = new QHBoxLayout;
    upper->setSpacing(12);
    m_card->setFixedWidth(312);
    upper->addWidget(m_card);
    upper->addWidget(buildChart(), 1);
    m_lower->setSpacing(12);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(m_problem);
    column->addLayout(upper);
    column->addLayout(m_lower, 1);
    return m_content;
}

QWidget *BudgetsPage::buildChart()
{
    m_group->addSegment(u"provider"_s, tr("Provider"));
    m_group->addSegment(u"model"_s, tr("Model"));
    m_group->addSegment(u"client"_s, tr("Client"));
    m_group->setCurrent(u"provider"_s);
    auto *chart = new Card;
    chart->setMinimumHeight(upperHeight);
    m_chartHead->setHorizontalSpacing(14);
    m_chartHead->setVerticalSpacing(4);
    m_chartHead->addWidget(new TextLabel(TextLabel::Voice::Strong, tr("By day")), 0, 0);
    m_chartHead->addWidget(m_group, 0, 2);
    m_chartHead->setColumnStretch(1, 1);
    auto *layout = new QVBoxLayout(chart);
    layout->setContentsMargins(16, 10, 12, 10);
    layout->setSpacing(6);
    layout->addLayout(m_chartHead);
    layout->addWidget(m_chart, 1);
    return chart;
}

void BudgetsPage::connectModel()
{
    connect(&m_model, &BudgetsModel::limitsChanged, this, [this] {
        m_limits->setStates(m_model.limits(), m_model.forecasts(), m_model.names());
        arrange();
    });
    connect(&m_model, &BudgetsModel::limitsUnreadable, m_limits, &LimitsPane::setUnknown);
    connect(&m_model, &BudgetsModel::spendingChanged, this, &BudgetsPage::showSpending);
    connect(&m_model, &BudgetsModel::namesChanged, this, [this] {
        m_table.setNames(m_model.names());
        m_ledger->setKnown(m_model.known(), m_model.names());
        m_limits->setStates(m_model.limits(), m_model.forecasts(), m_model.names());
        m_ledger->showRows(m_model.isUnused());
        showMonth();
    });
    connect(&m_model, &BudgetsModel::booked, this, [this] {
        if (m_table.isRead()) {
            m_table.refresh();
        }
        updateFilter();
    });
    connect(&m_model, &BudgetsModel::failed, this, [this](const QString &why) {
        m_problem->setText(tr("The books cannot be read. %1").arg(why));
        m_problem->show();
    });
    connect(&m_model, &BudgetsModel::readAgain, m_problem, &QWidget::hide);
    connect(&m_model, &BudgetsModel::changed, this, &BudgetsPage::changed);
    connect(&m_table, &LedgerTable::read, this, [this] { m_ledger->showRows(m_model.isUnused()); });
    connect(&m_table, &LedgerTable::failed, m_ledger, &LedgerPane::setProblem);
}

void BudgetsPage::connectPanes()
{
    connect(m_group, &SegmentedControl::chosen, this, [this](const QString &id) {
        m_model.setGroup(id == "model"_L1        ? SpendingGroup::Model
                             : id == "client"_L1 ? SpendingGroup::Client
                                                 : SpendingGroup::Provider);
    });
    connect(m_chart, &DayChart::dayChosen, this, &BudgetsPage::setDay);
    auto *limits = new LimitActions(m_model, *m_limits);
    connect(m_add, &QAbstractButton::clicked, limits, &LimitActions::add);
    connect(m_card, &SpendingCard::limitWanted, limits, &LimitActions::add);
    connect(limits, &LimitActions::say, this, &BudgetsPage::say);
    connect(limits, &LimitActions::offer, this, &BudgetsPage::offer);
    auto *unknown = new UnknownWork(m_model, *m_ledger->unknownPanel());
    connect(unknown, &UnknownWork::say, this, &BudgetsPage::say);
    connect(m_ledger, &LedgerPane::filterEdited, this, &BudgetsPage::updateFilter);
    connect(m_ledger, &LedgerPane::dayCleared, this, [this] { setDay({}); });
    connect(m_ledger, &LedgerPane::csvWanted, this, &BudgetsPage::saveCsv);
}

budgettexts::Names BudgetsPage::names() const
{
    budgettexts::Names names;
    for (const ProviderInfo &provider : m_services.adapters.providers()) {
        names.providers.insert(provider.id, provider.name);
    }
    for (const Model &model : m_services.catalog.models()) {
        names.models.insert(model.slug, model.name);
    }
    return names;
}

/// The books are read when somebody looks for the first time: the start of the program waits for nothing.
void BudgetsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    arrange();
    m_model.setNames(names()); // the catalog may have become another
    m_model.setActive(true);
    m_model.refresh();
}

void BudgetsPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_model.setActive(false);
}

void BudgetsPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

/// Side by side the two lower cards take the height there is; under each other the page scrolls.
void BudgetsPage::arrange()
{
    const bool isWide = width() >= roomForTwo;
    if (isWide != m_isWide || m_lower->count() == 0) {
        m_isWide = isWide;
        m_chartHead->removeWidget(m_legend);
        m_chartHead->addWidget(m_legend, isWide ? 0 : 1, isWide ? 1 : 0, 1, isWide ? 1 : 3);
        m_lower->removeWidget(m_limits);
        m_lower->removeWidget(m_ledger);
        m_lower->addWidget(m_limits, 0, 0);
        m_lower->addWidget(m_ledger, isWide ? 0 : 1, isWide ? 1 : 0);
        m_lower->setColumnStretch(0, isWide ? 2 : 1);
        m_lower->setColumnStretch(1, isWide ? 3 : 0);
        m_lower->setRowStretch(0, isWide ? 1 : 0);
        m_lower->setRowStretch(1, isWide ? 0 : 1);
    }
    m_limits->setMinimumHeight(m_isWide ? minLower : std::max(160, m_limits->wholeHeight()));
    m_ledger->setMinimumHeight(m_isWide ? minLower : ledgerAlone);
}

void BudgetsPage::setMonth(QDate month)
{
    m_day = {};
    m_model.setMonth(month);
    m_chart->setChosen({});
    m_ledger->setDay({});
    showMonth();
    updateFilter();
}

void BudgetsPage::setDay(QDate day)
{
    m_day = day;
    m_chart->setChosen(day);
    m_ledger->setDay(day);
    updateFilter();
}

void BudgetsPage::showMonth()
{
    m_monthName->setText(monthText(m_model.month()));
    m_earlier->setEnabled(m_model.hasEarlier());
    m_later->setEnabled(!m_model.isPresent());
}

void BudgetsPage::showSpending()
{
    m_card->setSpending(m_model.spending());
    m_chart->setBars(m_model.bars());
    m_legend->setParts(m_model.bars().parts);
}

void BudgetsPage::updateFilter()
{
    LedgerFilter filter = m_ledger->filter();
    filter.since = (m_day.isValid() ? m_day : m_model.month()).startOfDay();
    filter.until = (m_day.isValid() ? m_day.addDays(1) : m_model.month().addMonths(1)).startOfDay();
    m_table.setFilter(filter);
}

void BudgetsPage::saveCsv()
{
    const QString when = (m_day.isValid() ? m_day.toString(u"yyyy-MM-dd"_s) : m_model.month().toString(u"yyyy-MM"_s));
    m_services.dialogs.saveFile(
        this, tr("Save the ledger"), u"lightwell-ledger-%1.csv"_s.arg(when), tr("Table (*.csv)"),
        [this](const QString &path) {
            if (path.isEmpty()) {
                return;
            }
            auto *table = new LedgerExport(m_services.books, m_table.filter(), m_model.known().clients, path, this);
            connect(table, &LedgerExport::written, this, [this, path](qint64 entries) {
                Q_EMIT say(Meaning::Ok, tr("%1 entries saved: %2").arg(entries).arg(QFileInfo(path).fileName()));
            });
            connect(table, &LedgerExport::failed, this, [this](const QString &why) {
                Q_EMIT say(Meaning::Bad, tr("The ledger could not be saved. %1").arg(why));
            });
            table->start();
        });
}

} // namespace lightwell

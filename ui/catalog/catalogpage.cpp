// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/catalogpage.h"

#include "core/wording/wording.h"
#include "ui/catalog/catalogfilters.h"
#include "ui/catalog/catalogrefresh.h"
#include "ui/catalog/catalogviews.h"
#include "ui/catalog/modelpane.h"
#include "ui/dialogs.h"
#include "ui/imageservice.h"
#include "ui/keys/providerkeys.h"
#include "ui/shortcuts/keybinding.h"
#include "ui/texts.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/textlabel.h"

#include <QFileInfo>
#include <QLineEdit>
#include <QLocale>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int paneWidth = 380;
constexpr int minPane = 300;
constexpr int minList = 380;

enum Body { Loading, Found, NothingFound };

/// The newest price of the catalog, as it was read: "2026-11-05".
QString newestPrice(const QList<Model> &models)
{
    QString newest;
    for (const Model &model : models) {
        for (const Offer &offer : model.offers) {
            newest = std::max(newest, offer.priceDate);
        }
    }
    return newest;
}

QString ageText(const QDateTime &fetched)
{
    const qint64 hours = fetched.secsTo(QDateTime::currentDateTime()) / 3600;
    return hours < 1 ? CatalogPage::tr("prices fetched just now")
        : hours < 48 ? CatalogPage::tr("prices fetched %1 h ago").arg(hours)
                     : CatalogPage::tr("prices of %1").arg(QLocale().toString(fetched.date(), QLocale::ShortFormat));
}

} // namespace

CatalogPage::CatalogPage(const Services &services, ProviderKeys &keys, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_keys(keys)
    , m_search(services.catalog)
    , m_table(m_search, services.own)
    , m_filters(new CatalogFilters)
    , m_view(named(new SegmentedControl, u"catalogView"_s, tr("View")))
    , m_age(new TextLabel(TextLabel::Voice::Small))
    , m_refresh(named(new Button(Button::Kind::Quiet), u"catalogRefresh"_s, tr("Fetch models and prices")))
    , m_problem(new Banner(Meaning::Warning, u"catalogProblem"_s))
    , m_body(new QStackedWidget)
    , m_views(new CatalogViews(m_table))
    , m_pane(new ModelPane(services, m_search, m_table, keys))
    , m_count(new TextLabel(TextLabel::Voice::Small))
{
    setObjectName(u"catalogPage"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHead());
    layout->addWidget(new Hairline(Qt::Horizontal));
    layout->addWidget(buildBody(), 1);
    layout->addWidget(new Hairline(Qt::Horizontal));
    layout->addWidget(buildFoot());
    connectAll();
    showRefresh();
}

QWidget *CatalogPage::buildHead()
{
    m_view->addSegment(u"table"_s, tr("Table"));
    m_view->addSegment(u"cards"_s, tr("Cards"));
    m_view->setCurrent(u"table"_s);
    m_age->setObjectName(u"catalogAge"_s);
    m_refresh->setIcon(themedIcon(Icon::Retry));
    setTip(m_refresh, tr("Fetch models and prices from the vendors that list them"));
    m_problem->setDismissible(true);
    m_problem->hide();
    connect(m_problem, &Banner::dismissed, m_problem, &QWidget::hide);
    for (QWidget *widget : std::initializer_list<QWidget *> {m_view, m_age, m_refresh}) {
        m_filters->addBeside(widget);
    }
    auto *head = new QWidget;
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(16, 12, 16, 12);
    column->addWidget(m_filters);
    column->addWidget(m_problem);
    return head;
}

QWidget *CatalogPage::buildBody()
{
    auto *nothing = new QWidget;
    auto *column = new QVBoxLayout(nothing);
    column->addStretch(2);
    column->addWidget(
        new EmptyState(Icon::Search, tr("No model fits"), tr("Take a filter away, or look for another word.")));
    auto *clear = named(new Button(Button::Kind::Normal, tr("Take all filters away")), u"catalogClear"_s,
                        tr("Take all filters away"));
    connect(clear, &QAbstractButton::clicked, this, [this] {
        m_filters->clear();
        m_filters->focusSearch();
    });
    column->addWidget(clear, 0, Qt::AlignHCenter);
    column->addStretch(3);
    m_body->addWidget(new EmptyState(Icon::Catalog, tr("Reading the catalog…"), {}));
    m_body->addWidget(m_views);
    m_body->addWidget(nothing);
    auto *splitter = named(new QSplitter(Qt::Horizontal), u"catalogSplitter"_s, tr("Models and the chosen one"));
    m_body->setMinimumWidth(minList);
    m_pane->setMinimumWidth(minPane);
    splitter->addWidget(m_body);
    splitter->addWidget(m_pane);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(1);
    splitter->setStretchFactor(0, 1);
    splitter->setSizes({732, paneWidth});
    return splitter;
}

QWidget *CatalogPage::buildFoot()
{
    auto *foot = new QWidget;
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(16, 6, 16, 6);
    row->setSpacing(12);
    m_count->setObjectName(u"catalogCount"_s);
    row->addWidget(m_count);
    const bool isThere = QFileInfo::exists(m_services.own.file);
    auto *own =
        new TextLabel(TextLabel::Voice::Small,
                      isThere ? tr("Your own models and endpoints: %1").arg(m_services.own.file)
                              : tr("Models and endpoints of your own can be put into %1").arg(m_services.own.file));
    own->setObjectName(u"catalogOwnFile"_s);
    own->setElided(true);
    own->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    own->setVisible(!m_services.own.file.isEmpty());
    row->addWidget(own, 1);
    auto *open = named(new Button(Button::Kind::Link, tr("Open the file")), u"catalogOpenFile"_s,
                       tr("Open the file with your own models and endpoints"));
    open->setVisible(isThere);
    connect(open, &QAbstractButton::clicked, this,
            [this] { m_services.dialogs.openUrl(QUrl::fromLocalFile(m_services.own.file).toString()); });
    row->addWidget(open);
    return foot;
}

void CatalogPage::connectAll()
{
    connect(m_filters, &CatalogFilters::edited, this, &CatalogPage::updateQuery);
    connect(m_filters, &CatalogFilters::sizeChosen, this, [this] { m_search.setSize(m_filters->size()); });
    connect(m_filters, &CatalogFilters::leftDownwards, m_views, &CatalogViews::focusModels);
    connect(&m_keys, &ProviderKeys::changed, this, [this] {
        updateQuery();
        m_pane->showModel(m_table.modelAt(m_views->currentRow()));
    });
    connect(&m_search, &CatalogSearch::loaded, this, [this] {
        m_filters->offerChoices(m_search.index(), [this](const QString &id) { return m_keys.name(id); });
        m_filters->searchField()->setPlaceholderText(
            tr("Search %1 models, makers, families").arg(m_search.index().find({}).size()));
        updateQuery(); // what was chosen may be gone
        showRefresh();
    });
    connect(&m_search, &CatalogSearch::changed, this, &CatalogPage::showFound);
    connect(m_view, &SegmentedControl::chosen, this,
            [this](const QString &id) { m_views->showCards(id == "cards"_L1); });
    connect(m_views, &CatalogViews::rowChanged, this, [this](int row) {
        const int model = m_table.modelAt(row);
        if (model >= 0) {
            m_pane->showModel(model);
            m_current = m_pane->slug();
        }
    });
    connect(m_views, &CatalogViews::activated, this, [this] {
        if (m_pane->canCompare()) {
            Q_EMIT compareWanted(m_pane->slug());
        }
    });
    connect(m_views, &CatalogViews::sortWanted, this, [this](int column) {
        using Sort = ModelQuery::Sort;
        const std::pair<int, Sort> sorts[] = {
            {CatalogTable::Name, Sort::Name}, {CatalogTable::Maker, Sort::Maker}, {CatalogTable::Price, Sort::Price}};
        for (const auto &[sorted, sort] : sorts) {
            if (sorted == column) {
                m_filters->sortBy(sort);
            }
        }
    });
    connect(m_pane, &ModelPane::compareWanted, this, &CatalogPage::compareWanted);
    connect(m_pane, &ModelPane::keyWanted, this, &CatalogPage::keyWanted);
    connect(m_pane, &ModelPane::successorWanted, this, &CatalogPage::showModel);
    connect(addShortcut(*m_services.keymap, KeyAction::Search, this), &QShortcut::activated, m_filters,
            &CatalogFilters::focusSearch);
    if (m_services.refresh) {
        connect(m_refresh, &QAbstractButton::clicked, m_services.refresh, &CatalogRefresh::refresh);
        connect(m_services.refresh, &CatalogRefresh::changed, this, [this] {
            showRefresh();
            const bool isRunning = m_services.refresh->isRunning();
            if (isRunning != m_isRefreshing) {
                m_isRefreshing = isRunning;
                const QStringList problems = isRunning ? QStringList() : m_services.refresh->problems();
                m_problem->setText(problems.join(u'\n'));
                m_problem->setVisible(!problems.isEmpty());
            }
            if (!isRunning && m_isLoading) {
                m_search.load();
            }
        });
    }
}

/// The catalog is read when somebody looks for the first time: the start of the program waits for nothing.
void CatalogPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_isLoading) {
        m_isLoading = true;
        m_search.load();
    }
    askRecords();
}

void CatalogPage::askRecords()
{
    m_services.images.offerRecords(this, [this](const Result<QList<OfferRecord>> &records) {
        if (!records) {
            m_problem->setText(tr("Your own times cannot be read. %1").arg(wording::sentence(records.error())));
            m_problem->show();
            return;
        }
        m_table.setRecords(*records);
        m_pane->showModel(m_table.modelAt(m_views->currentRow()));
    });
}

void CatalogPage::updateQuery()
{
    ModelQuery query = m_filters->query();
    if (m_filters->isWithKeys()) {
        QStringList usable;
        for (const ProviderInfo &info : m_keys.providers()) {
            if (m_keys.isUsable(info.id)) {
                usable.append(info.id);
            }
        }
        query.usable = usable;
    }
    using Sort = ModelQuery::Sort;
    m_views->showSorting(query.sort == Sort::Name        ? int(CatalogTable::Name)
                             : query.sort == Sort::Maker ? int(CatalogTable::Maker)
                             : query.sort == Sort::Price ? int(CatalogTable::Price)
                                                         : -1,
                         query.isReversed);
    m_search.setQuery(query);
}

/// What was looked at stays so, as long as it is among what is found.
void CatalogPage::showFound()
{
    const auto count = m_search.found().size();
    m_count->setText(count == 1 ? tr("1 model") : tr("%1 models").arg(count));
    if (count == 0) {
        m_body->setCurrentIndex(NothingFound);
        m_pane->showModel(-1);
        return;
    }
    m_views->setCurrentRow(std::max(0, m_table.rowOf(m_current)));
    m_body->setCurrentIndex(Found); // only now: a table that gets the keyboard goes to its first row
}

void CatalogPage::showModel(const QString &slug)
{
    m_current = slug;
    if (m_table.rowOf(slug) < 0) {
        m_filters->clear();
    }
    if (const int row = m_table.rowOf(slug); row >= 0) {
        m_views->setCurrentRow(row);
    }
}

void CatalogPage::showRefresh()
{
    const CatalogRefresh *refresh = m_services.refresh;
    const bool isRunning = refresh && refresh->isRunning();
    const QDateTime fetched = refresh ? refresh->fetchedAt() : QDateTime();
    const QString newest = newestPrice(m_search.index().models());
    m_refresh->setVisible(refresh);
    m_refresh->setEnabled(!isRunning);
    m_age->setText(isRunning               ? tr("fetching…")
                       : fetched.isValid() ? ageText(fetched)
                       : newest.isEmpty()  ? QString()
                                           : tr("prices up to %1").arg(newest));
}

} // namespace lightwell

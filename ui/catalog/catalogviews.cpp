// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/catalogviews.h"

#include "ui/catalog/catalogdelegates.h"
#include "ui/catalog/catalogtable.h"
#include "ui/widgets/flatheader.h"
#include "ui/widgets/names.h"

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int roomForRecord = 640; ///< in a narrower table there is none for one's own times
constexpr int roomForMaker = 520;

} // namespace

CatalogViews::CatalogViews(CatalogTable &table, QWidget *parent)
    : QStackedWidget(parent)
    , m_rows(named(new QTableView, u"catalogTable"_s, tr("Models, as a table")))
    , m_cards(named(new QListView, u"catalogCards"_s, tr("Models, as cards")))
    , m_selection(new QItemSelectionModel(&table, this))
{
    buildTable(table);
    buildCards(table);
    addWidget(m_rows);
    addWidget(m_cards);
    for (QAbstractItemView *view :
         {static_cast<QAbstractItemView *>(m_rows), static_cast<QAbstractItemView *>(m_cards)}) {
        view->setSelectionModel(m_selection);
        view->setSelectionMode(QAbstractItemView::SingleSelection);
        view->setFrameShape(QFrame::NoFrame);
        view->viewport()->setBackgroundRole(QPalette::Window);
        view->setEditTriggers(QAbstractItemView::NoEditTriggers);
        connect(view, &QAbstractItemView::activated, this,
                [this](const QModelIndex &index) { Q_EMIT activated(index.row()); });
    }
    connect(m_selection, &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) { Q_EMIT rowChanged(current.row()); });
}

void CatalogViews::buildTable(CatalogTable &table)
{
    auto *header = named(new FlatHeader(FlatHeader::Ground::Window), u"catalogHeader"_s, tr("Columns"));
    header->setSectionsClickable(true);
    m_rows->setHorizontalHeader(header);
    m_rows->setModel(&table);
    m_rows->setItemDelegate(new CatalogRowDelegate(m_rows));
    m_rows->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_rows->setShowGrid(false);
    m_rows->setTabKeyNavigation(false);
    m_rows->setWordWrap(false);
    m_rows->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_rows->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_rows->verticalHeader()->hide();
    m_rows->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_rows->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 18);
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setSectionResizeMode(CatalogTable::Name, QHeaderView::Stretch);
    header->setSectionResizeMode(CatalogTable::Abilities, QHeaderView::Stretch);
    connect(header, &QHeaderView::sectionClicked, this, &CatalogViews::sortWanted);
}

void CatalogViews::buildCards(CatalogTable &table)
{
    m_cards->setModel(&table);
    m_cards->setModelColumn(CatalogTable::Name);
    m_cards->setItemDelegate(new CatalogCardDelegate(m_cards));
    m_cards->setViewMode(QListView::IconMode);
    m_cards->setMovement(QListView::Static);
    m_cards->setResizeMode(QListView::Adjust);
    m_cards->setUniformItemSizes(true);
    m_cards->setSpacing(2);
    m_cards->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
}

void CatalogViews::showCards(bool cards)
{
    setCurrentIndex(cards ? 1 : 0);
    if (m_selection->currentIndex().isValid()) {
        setCurrentRow(currentRow());
    }
}

int CatalogViews::currentRow() const
{
    return m_selection->currentIndex().row();
}

void CatalogViews::setCurrentRow(int row)
{
    const QModelIndex index = m_rows->model()->index(row, CatalogTable::Name);
    m_selection->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    (currentIndex() == 0 ? static_cast<QAbstractItemView *>(m_rows) : m_cards)->scrollTo(index);
}

void CatalogViews::focusModels()
{
    currentWidget()->setFocus(Qt::ShortcutFocusReason);
    if (currentRow() < 0 && m_rows->model()->rowCount() > 0) {
        setCurrentRow(0);
    }
}

void CatalogViews::showSorting(int column, bool isReversed)
{
    m_rows->horizontalHeader()->setSortIndicator(column, isReversed ? Qt::DescendingOrder : Qt::AscendingOrder);
}

void CatalogViews::resizeEvent(QResizeEvent *event)
{
    QStackedWidget::resizeEvent(event);
    fitColumns();
}

void CatalogViews::fitColumns()
{
    // By the widest that usually stands there.
    const std::pair<int, QString> samples[] = {{CatalogTable::Maker, u"Black Forest Labs"_s},
                                               {CatalogTable::Price, u"≤ $0.000"_s},
                                               {CatalogTable::Median, u"100.0 s"_s},
                                               {CatalogTable::Success, u"success"_s}};
    for (const auto &[column, sample] : samples) {
        m_rows->setColumnWidth(column, fontMetrics().horizontalAdvance(sample) + 26);
    }
    m_rows->setColumnHidden(CatalogTable::Maker, width() < roomForMaker);
    for (const int column : {CatalogTable::Median, CatalogTable::Success}) {
        m_rows->setColumnHidden(column, width() < roomForRecord);
    }
}

} // namespace lightwell

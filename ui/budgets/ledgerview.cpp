// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/budgets/ledgerview.h"

#include "ui/budgets/ledgertable.h"
#include "ui/widgets/flatheader.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/names.h"
#include "ui/widgets/tokens.h"

#include <QEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int inset = 8;
constexpr int firstInset = 16; ///< as the card's heading
constexpr double shareOfWhom = 0.36; ///< of what the fixed columns leave
constexpr int roomForEstimate = 470; ///< in a narrower table it goes
constexpr int roomForWhom = 380;

class RowDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        using Tone = LedgerTable::Tone;
        const Tokens t = tokensOf(option.palette);
        painter->save();
        if (option.state & QStyle::State_Selected) {
            painter->fillRect(option.rect, t.selected);
            if (index.column() == 0 && option.widget && option.widget->hasFocus()) {
                painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), t.accent);
            }
        }
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), t.line);
        const auto tone = index.data(LedgerTable::ToneRole).value<Tone>();
        painter->setFont(tone == Tone::Strong ? strongFont(option.font) : option.font);
        painter->setPen(tone == Tone::Quiet ? t.muted : tone == Tone::Warning ? t.warn : t.text);
        const QRect room = option.rect.adjusted(index.column() == 0 ? firstInset : inset, 0, -inset, -1);
        painter->drawText(room, index.data(Qt::TextAlignmentRole).value<Qt::Alignment>(),
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, room.width()));
        painter->restore();
    }
};

} // namespace

LedgerView::LedgerView(LedgerTable &table, QWidget *parent)
    : QTableView(parent)
{
    auto *header = named(new FlatHeader(FlatHeader::Ground::Surface), u"ledgerHeader"_s, tr("Columns"));
    header->setLines(1);
    header->setInsets(inset, firstInset);
    setHorizontalHeader(header);
    setModel(&table);
    setItemDelegate(new RowDelegate(this));
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setBackgroundRole(QPalette::Base);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setSectionResizeMode(LedgerTable::What, QHeaderView::Stretch);
    fitColumns();
}

void LedgerView::resizeEvent(QResizeEvent *event)
{
    fitColumns();
    QTableView::resizeEvent(event);
}

void LedgerView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        fitColumns();
    }
}

void LedgerView::fitColumns()
{
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 17);
    // By the widest that usually stands there.
    const std::pair<int, QString> samples[] = {{LedgerTable::When, u"30 Nov 00:00"_s},
                                               {LedgerTable::Estimate, u"Estimate"_s},
                                               {LedgerTable::Real, tr("unknown")},
                                               {LedgerTable::Difference, tr("may be billed")}};
    setColumnHidden(LedgerTable::Estimate, width() < roomForEstimate);
    setColumnHidden(LedgerTable::For, width() < roomForWhom);
    int rest = viewport()->width();
    for (const auto &[column, sample] : samples) {
        const int first = column == LedgerTable::When ? firstInset - inset : 0;
        setColumnWidth(column, fontMetrics().horizontalAdvance(sample) + 2 * inset + 2 + first);
        rest -= isColumnHidden(column) ? 0 : columnWidth(column);
    }
    setColumnWidth(LedgerTable::For, std::max(60, static_cast<int>(rest * shareOfWhom)));
}

} // namespace lightwell

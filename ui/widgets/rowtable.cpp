// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/rowtable.h"

#include "ui/widgets/flatheader.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/names.h"
#include "ui/widgets/tablerow.h"
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
constexpr int minShare = 40;
constexpr int signGap = 6;

class RowDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        using tablerow::Tone;
        const Tokens t = tokensOf(option.palette);
        painter->save();
        if (option.state & QStyle::State_Selected) {
            painter->fillRect(option.rect, t.selected);
            if (index.column() == 0 && option.widget && option.widget->hasFocus()) {
                painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), t.accent);
            }
        }
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), t.line);
        const auto tone = static_cast<Tone>(index.data(tablerow::ToneRole).toInt());
        const QColor color = tone == Tone::Quiet ? t.muted
            : tone == Tone::Warning              ? t.warn
            : tone == Tone::Bad                  ? t.bad
                                                 : t.text;
        QRect room = option.rect.adjusted(index.column() == 0 ? firstInset : inset, 0, -inset, -1);
        if (index.data(tablerow::SignRole).toBool()) {
            const int side = iconSide(option.fontMetrics);
            const QRect sign(room.left(), room.center().y() - side / 2, side, side);
            painter->drawPixmap(sign, iconPixmap(Icon::Warning, color, side, painter->device()->devicePixelRatioF()));
            room.setLeft(sign.right() + signGap);
        }
        painter->setFont(tone == Tone::Strong ? strongFont(option.font) : option.font);
        painter->setPen(color);
        painter->drawText(room, static_cast<int>(index.data(Qt::TextAlignmentRole).value<Qt::Alignment>()),
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, room.width()));
        painter->restore();
    }
};

} // namespace

RowTable::RowTable(QAbstractItemModel &model, const QList<Width> &widths, const QString &objectName,
                   const QString &accessibleName, QWidget *parent)
    : QTableView(parent)
    , m_widths(widths)
{
    named(this, objectName, accessibleName);
    auto *header = named(new FlatHeader(FlatHeader::Ground::Surface), objectName + u".header"_s, tr("Columns"));
    header->setLines(1);
    header->setInsets(inset, firstInset);
    setHorizontalHeader(header);
    setModel(&model);
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
    fitColumns();
}

int RowTable::rowHeight() const
{
    return fontMetrics().height() + 17;
}

void RowTable::resizeEvent(QResizeEvent *event)
{
    fitColumns();
    QTableView::resizeEvent(event);
}

void RowTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        fitColumns();
    }
}

void RowTable::fitColumns()
{
    if (!model()) { // it has gone, and the view is about to
        return;
    }
    verticalHeader()->setDefaultSectionSize(rowHeight());
    int rest = viewport()->width();
    int shares = 0;
    for (const Width &width : m_widths) {
        const bool isHidden = this->width() < width.from;
        setColumnHidden(width.column, isHidden);
        if (isHidden) {
            continue;
        }
        if (width.sample.isEmpty()) {
            shares += width.share;
            continue;
        }
        const QString name = model()->headerData(width.column, Qt::Horizontal, Qt::DisplayRole).toString();
        const int letters = std::max(fontMetrics().horizontalAdvance(width.sample),
                                     QFontMetrics(strongFont(font())).horizontalAdvance(name));
        setColumnWidth(width.column, letters + 2 * inset + 2 + (width.column == 0 ? firstInset - inset : 0));
        rest -= columnWidth(width.column);
    }
    for (const Width &width : m_widths) {
        if (width.sample.isEmpty() && !isColumnHidden(width.column)) {
            const int own = std::max(minShare, rest * width.share / std::max(1, shares));
            setColumnWidth(width.column, own);
            rest -= own;
            shares -= width.share;
        }
    }
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/catalogdelegates.h"

#include "ui/catalog/catalogtable.h"
#include "ui/catalog/tags.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/stylepainting.h"

#include <QPainter>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int inset = 12;
constexpr int minCard = 240; ///< the width of a card; what is left over is shared out
constexpr int roomForBar = 24;
constexpr int signSide = 14; ///< of a mark without room for its word

QString textOf(const QModelIndex &index, int column)
{
    return index.siblingAtColumn(column).data().toString();
}

/// A name, and the mark beside it if it has one. Where both are too long for the room, the name stays and the mark is a
/// sign.
void paintName(QPainter *painter, const QRect &room, const QModelIndex &index, const QFont &font, const Tokens &tokens)
{
    const QString mark = index.data(CatalogTable::MarkRole).toString();
    const QFont strong = strongFont(font);
    const QFontMetrics metrics(strong);
    const int whole = tags::sizeOf(mark, font).width() + 6;
    const bool isSign = room.width() - whole < metrics.horizontalAdvance(textOf(index, CatalogTable::Name));
    const int markWidth = mark.isEmpty() ? 0 : isSign ? signSide + 6 : whole;
    const QString name =
        metrics.elidedText(textOf(index, CatalogTable::Name), Qt::ElideRight, std::max(0, room.width() - markWidth));
    painter->setFont(strong);
    painter->setPen(tokens.text);
    painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter, name);
    const int left = room.left() + metrics.horizontalAdvance(name) + 6;
    if (!mark.isEmpty() && isSign) {
        painter->drawPixmap(left, room.center().y() - signSide / 2,
                            iconPixmap(Icon::Info, tokens.muted, signSide, painter->device()->devicePixelRatioF()));
    } else if (!mark.isEmpty()) {
        tags::paint(painter, QRect(left, room.top(), markWidth, room.height()), {mark}, font, tokens);
    }
}

} // namespace

QSize CatalogRowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {80, option.fontMetrics.height() + 18};
}

void CatalogRowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens t = tokensOf(option.palette);
    painter->save();
    if (option.state & QStyle::State_Selected) {
        painter->fillRect(option.rect, t.selected);
        if (index.column() == CatalogTable::Name && (option.state & QStyle::State_Active) && option.widget
            && option.widget->hasFocus()) {
            painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), t.accent);
        }
    }
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), t.line);
    const QRect room = option.rect.adjusted(inset, 0, -inset, -1);
    if (index.column() == CatalogTable::Name) {
        paintName(painter, room, index, option.font, t);
    } else if (index.column() == CatalogTable::Abilities) {
        tags::paint(painter, room, index.data(CatalogTable::TagsRole).toStringList(), option.font, t);
    } else {
        painter->setFont(option.font);
        painter->setPen(index.column() == CatalogTable::Maker ? t.muted : t.text);
        const QString text = option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, room.width());
        painter->drawText(room, index.data(Qt::TextAlignmentRole).value<Qt::Alignment>(), text);
    }
    painter->restore();
}

QSize CatalogCardDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int room = option.widget ? option.widget->width() - roomForBar : minCard;
    const int columns = std::max(1, room / minCard);
    return {std::max(minCard, room / columns - 4), 4 * option.fontMetrics.height() + 62};
}

void CatalogCardDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens t = tokensOf(option.palette);
    painter->save();
    const QRect card = option.rect.adjusted(5, 5, -5, -5);
    const bool isCurrent = option.state & QStyle::State_Selected;
    painting::roundedBox(painter, QRectF(card), painting::cardRadius, isCurrent ? t.selected : t.surface,
                         isCurrent && option.widget && option.widget->hasFocus() ? t.accent : t.line);
    const int line = option.fontMetrics.height();
    QRect row(card.left() + inset, card.top() + 10, card.width() - 2 * inset, line + 2);
    paintName(painter, row, index, option.font, t);
    row.translate(0, line + 4);
    painter->setFont(option.font);
    painter->setPen(t.muted);
    painter->drawText(row, Qt::AlignLeft | Qt::AlignVCenter,
                      option.fontMetrics.elidedText(textOf(index, CatalogTable::Maker), Qt::ElideRight, row.width()));
    row.translate(0, line + 10);
    tags::paint(painter, row, index.data(CatalogTable::TagsRole).toStringList(), option.font, t);
    row.translate(0, line + 10);
    painter->setFont(strongFont(option.font));
    painter->setPen(t.text);
    painter->drawText(row, Qt::AlignLeft | Qt::AlignVCenter, textOf(index, CatalogTable::Price));
    QStringList record {textOf(index, CatalogTable::Median), textOf(index, CatalogTable::Success)};
    record.removeAll(u"–"_s);
    painter->setFont(option.font);
    painter->setPen(t.muted);
    painter->drawText(row, Qt::AlignRight | Qt::AlignVCenter, record.join(u" · "_s));
    painter->restore();
}

} // namespace lightwell

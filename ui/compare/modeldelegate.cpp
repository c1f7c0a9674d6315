// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/modeldelegate.h"

#include "ui/compare/pickermodel.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/stylepainting.h"

#include <QPainter>

namespace lightwell {

using namespace Qt::StringLiterals;

QSize ModelDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int lines = option.fontMetrics.height() + QFontMetrics(smallFont(option.font)).height();
    return {100, lines + 15};
}

void ModelDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *list = qobject_cast<const PickerModel *>(index.model());
    if (!list) {
        return;
    }
    const ModelChoice &choice = list->choice(index.row());
    const Tokens t = tokensOf(option.palette);
    const QRect row = option.rect.adjusted(4, 1, -4, -1);
    if (option.state & QStyle::State_Selected) {
        painting::roundedBox(painter, QRectF(row), painting::innerRadius, t.selected);
    } else if (option.state & QStyle::State_MouseOver) {
        painting::roundedBox(painter, QRectF(row), painting::innerRadius, t.raised);
    }
    const int sign = iconSide(option.fontMetrics);
    const int left = row.left() + 16 + sign;
    const int right = row.right() - 12;
    const Icon icon = !choice.available ? Icon::Keys : list->isChosen(index.row()) ? Icon::Check : Icon::Plus;
    painter->drawPixmap(row.left() + 9, row.center().y() + 1 - sign / 2,
                        iconPixmap(icon, list->isChosen(index.row()) ? t.accent : t.muted, sign,
                                   painter->device()->devicePixelRatioF()));

    const QFont bold = strongFont(option.font);
    const QFont small = smallFont(option.font);
    const int top = row.top() + 6;
    const int nameHeight = option.fontMetrics.height();
    const QFontMetrics smallMetrics(small);
    const int priceWidth = option.fontMetrics.horizontalAdvance(choice.price) + 4;

    painter->setFont(option.font);
    painter->setPen(choice.available ? t.text : t.muted);
    painter->drawText(QRect(right - priceWidth, top, priceWidth, nameHeight), Qt::AlignRight | Qt::AlignVCenter,
                      choice.price);
    painter->setFont(bold);
    const int room = right - priceWidth - 8 - left;
    const QString name = QFontMetrics(bold).elidedText(choice.name, Qt::ElideRight, room);
    painter->drawText(QRect(left, top, room, nameHeight), Qt::AlignLeft | Qt::AlignVCenter, name);
    const int nameWidth = QFontMetrics(bold).horizontalAdvance(name) + 8;
    painter->setFont(small);
    painter->setPen(t.muted);
    painter->drawText(QRect(left + nameWidth, top, room - nameWidth, nameHeight), Qt::AlignLeft | Qt::AlignVCenter,
                      smallMetrics.elidedText(choice.maker, Qt::ElideRight, std::max(0, room - nameWidth)));

    const QRect second(left, top + nameHeight + 2, right - left, smallMetrics.height());
    QString action;
    if (!choice.available) {
        action = PickerModel::tr("Add key…");
        painter->setPen(t.accent);
        painter->drawText(second, Qt::AlignRight | Qt::AlignVCenter, action);
    }
    const int detailRoom = second.width() - (action.isEmpty() ? 0 : smallMetrics.horizontalAdvance(action) + 10);
    const QString tail = !choice.available ? choice.reason : choice.note;
    const QString detail = tail.isEmpty() ? choice.providers : QString(choice.providers + u" · "_s + tail);
    painter->setPen(t.muted);
    painter->drawText(second, Qt::AlignLeft | Qt::AlignVCenter,
                      smallMetrics.elidedText(choice.available ? detail : choice.reason, Qt::ElideRight, detailRoom));
}

} // namespace lightwell

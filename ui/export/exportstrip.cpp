// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/exportstrip.h"

#include "ui/export/exportitems.h"
#include "ui/export/exporttexts.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/stylepainting.h"

#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QStyledItemDelegate>

namespace lightwell {

namespace {

constexpr int frame = 4; ///< around the small picture
constexpr int gap = 4; ///< to what stands under it
constexpr int narrowest = 66;

class StripDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        const QFontMetrics letters(smallFont(option.font));
        return {std::max(narrowest, letters.horizontalAdvance(QStringLiteral("≈ 999 KB")) + 8),
                ExportStrip::thumbnail.height() + 2 * frame + gap + letters.height() + 4};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens t = tokensOf(option.palette);
        const bool isCurrent = option.state & QStyle::State_Selected;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QSize outer = ExportStrip::thumbnail + 2 * QSize(frame, frame);
        const QRectF box(option.rect.left() + (option.rect.width() - outer.width()) / 2.0, option.rect.top() + 1,
                         outer.width(), outer.height());
        painting::roundedBox(painter, box, painting::innerRadius, t.raised, isCurrent ? t.accent : t.line,
                             isCurrent ? 2 : 1);
        paintPicture(painter, box.adjusted(frame, frame, -frame, -frame), index);
        const QRect below(option.rect.left(), qRound(box.bottom()) + gap, option.rect.width(),
                          option.rect.bottom() - qRound(box.bottom()) - gap);
        painter->setFont(smallFont(option.font));
        paintState(painter, below, index, t, option);
        painter->restore();
    }

private:
    static void paintPicture(QPainter *painter, const QRectF &place, const QModelIndex &index)
    {
        const QImage image = index.data(Qt::DecorationRole).value<QImage>();
        if (image.isNull()) {
            return;
        }
        const QSizeF size = QSizeF(image.size()).scaled(place.size(), Qt::KeepAspectRatio);
        painter->setRenderHint(QPainter::SmoothPixmapTransform);
        painter->drawImage(QRectF(place.center() - QPointF(size.width(), size.height()) / 2, size), image);
    }

    static void paintSigned(QPainter *painter, const QRect &place, Icon icon, const QColor &color, const QString &text)
    {
        constexpr int side = 12;
        constexpr int gap = 3;
        const QFontMetrics metrics = painter->fontMetrics();
        const QString fitting = metrics.elidedText(text, Qt::ElideRight, place.width() - side - gap);
        const int width = side + gap + metrics.horizontalAdvance(fitting);
        const int left = place.left() + std::max(0, (place.width() - width) / 2);
        painter->drawPixmap(QPointF(left, place.top() + (place.height() - side) / 2.0),
                            iconPixmap(icon, color, side, painter->device()->devicePixelRatioF()));
        painter->setPen(color);
        painter->drawText(QRect(left + side + gap, place.top(), place.right() - left - side, place.height()),
                          Qt::AlignVCenter | Qt::AlignLeft, fitting);
    }

    static void paintState(QPainter *painter, const QRect &place, const QModelIndex &index, const Tokens &t,
                           const QStyleOptionViewItem &option)
    {
        const qint64 bytes = index.data(ExportItems::BytesRole).toLongLong();
        const auto write = [&](const QString &text, const QColor &color) {
            painter->setPen(color);
            painter->drawText(place, Qt::AlignCenter, text);
        };
        switch (index.data(ExportItems::StateRole).value<ExportItems::State>()) {
        case ExportItems::State::Waits:
            return write(ExportItems::tr("waits"), t.muted);
        case ExportItems::State::Writing: {
            const QRectF bar(option.rect.center().x() - 20, place.center().y() - 2, 40, 4);
            return painting::roundedBox(painter, bar, 2, t.accent);
        }
        case ExportItems::State::Done:
            return paintSigned(painter, place, Icon::Check, t.ok, exporttexts::writtenBytes(bytes));
        case ExportItems::State::Skipped:
            return paintSigned(painter, place, Icon::No, t.muted, ExportItems::tr("skipped"));
        case ExportItems::State::Failed:
            return paintSigned(painter, place, Icon::Error, t.bad, ExportItems::tr("failed"));
        case ExportItems::State::Idle:
            break;
        }
        const bool isMeasured = index.data(ExportItems::IsMeasuredRole).toBool();
        write(bytes < 0        ? QString()
                  : isMeasured ? exporttexts::bytes(bytes)
                               : exporttexts::aboutBytes(bytes),
              isMeasured ? t.text : t.muted);
    }
};

} // namespace

ExportStrip::ExportStrip(ExportItems &items, QWidget *parent)
    : QListView(parent)
{
    setModel(&items);
    setItemDelegate(new StripDelegate(this));
    setFlow(LeftToRight);
    setWrapping(false);
    setUniformItemSizes(true);
    setSelectionMode(SingleSelection);
    setFrameShape(NoFrame);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabKeyNavigation(false);
    viewport()->setAutoFillBackground(false);
}

void ExportStrip::setRow(int row)
{
    const QScopedValueRollback silent(m_isSilent, true);
    setCurrentIndex(model()->index(row, 0));
}

void ExportStrip::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (current.isValid() && !m_isSilent) {
        Q_EMIT chosen(current.row());
    }
}

QSize ExportStrip::sizeHint() const
{
    QStyleOptionViewItem option;
    option.initFrom(this);
    const int bar = horizontalScrollBar()->sizeHint().height();
    return {300, itemDelegate()->sizeHint(option, {}).height() + bar};
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/gallerycanvas.h"

#include "ui/gallery/gallerymodel.h"
#include "ui/gallery/galleryselection.h"
#include "ui/gallery/tileimages.h"
#include "ui/gallery/tilepainter.h"

#include <QLocale>
#include <QPainter>
#include <QPaintEvent>
#include <QScrollBar>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int unhurried = 90; ///< milliseconds after the last step of a hurried drag

} // namespace

GalleryCanvas::GalleryCanvas(GalleryModel &model, GallerySelection &selection, TileImages &images, const Keymap &keymap,
                             QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_model(model)
    , m_selection(selection)
    , m_images(images)
    , m_keymap(keymap)
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    m_requestSoon.setSingleShot(true);
    connect(&m_requestSoon, &QTimer::timeout, this, &GalleryCanvas::requestImages);
    m_bandScroll.setInterval(30);
    connect(&m_bandScroll, &QTimer::timeout, this, [this] {
        const int beyond = m_bandTo.y() < 0 ? m_bandTo.y() : std::max(0, m_bandTo.y() - viewport()->height());
        verticalScrollBar()->setValue(verticalScrollBar()->value() + beyond / 2);
        stretchBand(m_bandTo);
    });
    connect(&m_model, &GalleryModel::changed, this, [this](bool isAnother) {
        m_pointedAt = -1;
        endBand();
        arrange(!isAnother);
    });
    connect(&m_model, &GalleryModel::marked, viewport(), qOverload<>(&QWidget::update));
    connect(&m_selection, &GallerySelection::changed, viewport(), qOverload<>(&QWidget::update));
    connect(&m_selection, &GallerySelection::currentChanged, viewport(), qOverload<>(&QWidget::update));
    connect(&m_images, &TileImages::arrived, this, [this](const QByteArray &id) {
        const QRect sight(contentAt({0, 0}), viewport()->size());
        const QList<int> shown = m_places.picturesIn(sight);
        for (const int picture : shown) {
            if (m_model.rows().at(picture).id == id) {
                viewport()->update(placeOf(picture).adjusted(-4, -4, 4, 4));
            }
        }
    });
}

QPoint GalleryCanvas::contentAt(QPoint viewportPosition) const
{
    return viewportPosition + QPoint(-margin, verticalScrollBar()->value() - margin);
}

QRect GalleryCanvas::placeOf(int row) const
{
    return m_places.rect(row).translated(-contentAt({0, 0}));
}

/// What is at the top of the sight stays there, whatever comes, goes or changes its size before it.
void GalleryCanvas::arrange(bool keepsPlace)
{
    GalleryMeasures measures;
    measures.width = viewport()->width() - margin - margin / 2;
    measures.rowHeight = m_rowHeight;
    measures.isByDay = m_model.isByDay();
    measures.headHeight = fontMetrics().height() + 14;
    m_places = GalleryLayout(m_model.rows(), measures);
    const int offset = m_anchorOffset;
    const int anchor = keepsPlace && m_anchorKey != 0 ? m_model.indexOf(m_anchorKey) : -1;
    const bool isAtTop = verticalScrollBar()->value() == 0;
    updateScrollBar();
    if (!keepsPlace) {
        verticalScrollBar()->setValue(0);
    } else if (anchor >= 0 && !isAtTop) {
        verticalScrollBar()->setValue(m_places.rect(anchor).top() + offset);
    }
    viewport()->update();
    m_requestSoon.start(0);
    Q_EMIT scrolled();
}

void GalleryCanvas::updateScrollBar()
{
    const int room = viewport()->height();
    const int height = margin + m_places.height() + footRoom;
    verticalScrollBar()->setRange(0, std::max(0, height - room));
    verticalScrollBar()->setPageStep(room);
    verticalScrollBar()->setSingleStep(std::max(20, m_rowHeight / 2));
}

void GalleryCanvas::resizeEvent(QResizeEvent *)
{
    arrange(true);
}

void GalleryCanvas::scrollContentsBy(int, int dy)
{
    const QPoint top = contentAt({0, margin});
    const int row = m_places.rowAt(top.y());
    if (row < m_places.rows().size()) {
        const int first = m_places.rows().at(row).first;
        m_anchorKey = m_model.rows().at(first).key;
        m_anchorOffset = verticalScrollBar()->value() - m_places.rect(first).top();
    }
    if (m_bandFrom) {
        viewport()->update();
    } else {
        viewport()->scroll(0, dy);
    }
    m_requestSoon.start(m_hurried ? unhurried : 0);
    Q_EMIT scrolled();
}

void GalleryCanvas::setHurried(bool hurried)
{
    m_hurried = hurried;
    if (!hurried) {
        m_requestSoon.start(0);
    }
}

void GalleryCanvas::setCountText(const QString &text)
{
    if (m_countText != text) {
        m_countText = text;
        viewport()->update();
    }
}

void GalleryCanvas::setRowHeight(int height)
{
    const int within = std::clamp(height, minRow, maxRow);
    if (within != m_rowHeight) {
        m_rowHeight = within;
        arrange(true);
    }
}

/// What is in sight first, then what comes next in either direction.
void GalleryCanvas::requestImages()
{
    const QRect sight(contentAt({0, 0}), viewport()->size());
    QList<TileImages::Wanted> wanted;
    const auto add = [this, &wanted](const QRect &area) {
        const QList<int> there = m_places.picturesIn(area);
        for (const int picture : there) {
            const LibraryRow &row = m_model.rows().at(picture);
            wanted.append(
                {row.id, TilePainter::pixelsOf(m_places.rect(picture), devicePixelRatioF()), row.colour != 0});
        }
    };
    const int half = sight.height() / 2;
    add(sight);
    add(QRect(sight.left(), sight.bottom() + 1, sight.width(), half));
    add(QRect(sight.left(), sight.top() - half, sight.width(), half));
    m_images.want(wanted);
}

void GalleryCanvas::paintEvent(QPaintEvent *event)
{
    const Tokens tokens = tokensOf(palette());
    QPainter painter(viewport());
    painter.fillRect(event->rect(), tokens.bg);
    const QRect area = event->rect().translated(contentAt({0, 0})).adjusted(-4, -4, 4, 4);
    paintDays(painter, area);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    TilePainter tiles(painter, tokens, font(), devicePixelRatioF());
    const bool isByKeyboard = hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange);
    const QList<int> there = m_places.picturesIn(area);
    for (const int picture : there) {
        const LibraryRow &row = m_model.rows().at(picture);
        TilePainter::State state;
        state.isChosen = m_selection.contains(row.key);
        state.isPointedAt = picture == m_pointedAt && !m_bandFrom;
        state.hasKeyboard = isByKeyboard && row.key == m_selection.currentKey();
        tiles.paint(placeOf(picture), row, m_images.find(row.id), state);
    }
    if (m_bandFrom) {
        QColor fill = tokens.accent;
        fill.setAlphaF(0.15F);
        const QRect band = m_band.translated(-contentAt({0, 0}));
        painter.fillRect(band, fill);
        painter.setPen(tokens.accent);
        painter.drawRect(band.adjusted(0, 0, -1, -1));
    }
}

void GalleryCanvas::paintDays(QPainter &painter, const QRect &area)
{
    const Tokens tokens = tokensOf(palette());
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    const int lineHeight = fontMetrics().height() + 14;
    const int width = viewport()->width() - margin - margin / 2;
    for (qsizetype i = std::max(0, m_places.dayAt(area.top())); i < m_places.days().size(); ++i) {
        const GalleryLayout::Day &day = m_places.days().at(i);
        if (day.top > area.bottom()) {
            break;
        }
        const QRect line = QRect(0, day.top, width, lineHeight - 10).translated(-contentAt({0, 0}));
        const QString date = QLocale().toString(day.date, QLocale::LongFormat);
        painter.setFont(strong);
        painter.setPen(tokens.text);
        painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft, date);
        const int dateWidth = QFontMetrics(strong).horizontalAdvance(date);
        painter.setFont(font());
        painter.setPen(tokens.muted);
        painter.drawText(line.adjusted(dateWidth + 8, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                         day.count == 1 ? tr("1 picture") : tr("%1 pictures").arg(day.count));
        if (i == 0) {
            painter.drawText(line, Qt::AlignVCenter | Qt::AlignRight, m_countText);
        }
    }
}

void GalleryCanvas::bringToSight(int row)
{
    const QRect place = m_places.rect(row);
    if (place.isEmpty()) {
        return;
    }
    const bool isFirst = m_places.rowOf(row) == 0;
    const int top = isFirst ? 0 : place.top() + margin - 8;
    const int bottom = place.bottom() + margin + 8 + (m_selection.count() > 0 ? footRoom : 0);
    const int value = verticalScrollBar()->value();
    if (top < value) {
        verticalScrollBar()->setValue(top);
    } else if (bottom > value + viewport()->height()) {
        verticalScrollBar()->setValue(bottom - viewport()->height());
    }
}

void GalleryCanvas::scrollToPicture(int row)
{
    const QRect place = m_places.rect(row);
    const auto line = std::find_if(m_places.days().cbegin(), m_places.days().cend(),
                                   [row](const GalleryLayout::Day &day) { return day.first == row; });
    verticalScrollBar()->setValue(line != m_places.days().cend() ? line->top : place.top());
}

int GalleryCanvas::dayInSight() const
{
    return m_places.dayAt(contentAt({0, 0}).y() + margin);
}

} // namespace lightwell

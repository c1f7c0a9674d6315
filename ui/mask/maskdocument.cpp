// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mask/maskdocument.h"

#include "ui/mask/maskfill.h"
#include "ui/mask/softedge.h"

#include <QPainter>
#include <QPen>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace lightwell {

namespace {

constexpr int tileSide = 128;
constexpr uchar painted8 = 255;
constexpr double softestBrush = 0.8; ///< of its radius: its middle paints in full

/// All tiles that are wholly painted are this one.
QImage fullTile()
{
    static const QImage full = [] {
        QImage image(tileSide, tileSide, QImage::Format_Grayscale8);
        image.fill(painted8);
        return image;
    }();
    return full;
}

qint64 sumOf(const QImage &pixels)
{
    qint64 sum = 0;
    for (int y = 0; y < pixels.height(); ++y) {
        const uchar *line = pixels.constScanLine(y);
        sum += std::accumulate(line, line + pixels.width(), qint64(0));
    }
    return sum;
}

/// What is painted of `region`: a hard edge is smoothed by a pixel, a soft one as wide as it is wished.
template<typename Paint>
QImage coverage(const QRect &region, double feather, const Paint &paint)
{
    const int beyond = static_cast<int>(std::ceil(feather)) + 2;
    const QRect wide = region.adjusted(-beyond, -beyond, beyond, beyond);
    QImage channel(wide.size(), QImage::Format_Alpha8);
    channel.fill(0);
    QPainter painter(&channel);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(-wide.topLeft());
    paint(painter);
    painter.end();
    channel.reinterpretAsFormat(QImage::Format_Grayscale8);
    if (!isUniform(channel)) {
        softenEdges(channel, feather);
    }
    return channel.copy(QRect(QPoint(beyond, beyond), region.size()));
}

void combine(QImage &pixels, const QImage &covered, MaskDocument::Mode mode)
{
    for (int y = 0; y < covered.height(); ++y) {
        uchar *line = pixels.scanLine(y);
        const uchar *by = covered.constScanLine(y);
        for (int x = 0; x < covered.width(); ++x) {
            line[x] =
                mode == MaskDocument::Mode::Add ? std::max(line[x], by[x]) : std::min<uchar>(line[x], painted8 - by[x]);
        }
    }
}

} // namespace

MaskDocument::MaskDocument(QSize picture)
    : m_picture(picture)
{
    const int rows = (picture.height() + tileSide - 1) / tileSide;
    m_state.tiles.resize(qsizetype(columns()) * std::max(0, rows));
}

MaskDocument::MaskDocument(const QImage &painted, const QMargins &growth, int steps)
    : MaskDocument(painted.size().shrunkBy(growth))
{
    m_state.growth = growth;
    m_state.steps = steps;
    for (qsizetype index = 0; index < m_state.tiles.size(); ++index) {
        const QRect rect = tileRect(index).translated(growth.left(), growth.top());
        QImage pixels(tileSide, tileSide, QImage::Format_Grayscale8);
        pixels.fill(0);
        for (int y = 0; y < rect.height(); ++y) {
            std::copy_n(painted.constScanLine(rect.y() + y) + rect.x(), rect.width(), pixels.scanLine(y));
        }
        setTile(index, pixels);
    }
}

int MaskDocument::columns() const
{
    return std::max(0, (m_picture.width() + tileSide - 1) / tileSide);
}

/// Its part of the picture: at the right and lower edge less than a whole tile.
QRect MaskDocument::tileRect(qsizetype index) const
{
    const auto x = static_cast<int>(index % columns()) * tileSide;
    const auto y = static_cast<int>(index / columns()) * tileSide;
    return QRect(x, y, tileSide, tileSide).intersected(QRect(QPoint(), m_picture));
}

void MaskDocument::setTile(qsizetype index, QImage pixels)
{
    const QRect rect = tileRect(index);
    const qint64 sum = sumOf(rect.size() == pixels.size() ? pixels : pixels.copy(QRect(QPoint(), rect.size())));
    m_state.tiles[index] = {sum == 0 ? QImage() : sum == fullSum(index) ? fullTile() : std::move(pixels), sum};
}

qint64 MaskDocument::fullSum(qsizetype index) const
{
    const QRect rect = tileRect(index);
    return painted8 * qint64(rect.width()) * rect.height();
}

bool MaskDocument::isEmpty() const
{
    return m_state.growth.isNull()
        && std::all_of(m_state.tiles.cbegin(), m_state.tiles.cend(), [](const Tile &tile) { return tile.sum == 0; });
}

double MaskDocument::share() const
{
    const QSize size = canvas().size();
    const double all = double(size.width()) * size.height();
    const double grown = all - double(m_picture.width()) * m_picture.height();
    const double sum = std::accumulate(m_state.tiles.cbegin(), m_state.tiles.cend(), 0.0,
                                       [](double so, const Tile &tile) { return so + double(tile.sum); });
    return all > 0 ? (grown + sum / painted8) / all : 0;
}

int MaskDocument::valueAt(QPoint at) const
{
    if (!QRect(QPoint(), m_picture).contains(at)) {
        return canvas().contains(at) ? painted8 : 0;
    }
    const Tile &tile = m_state.tiles.at(qsizetype(at.y() / tileSide) * columns() + at.x() / tileSide);
    return tile.pixels.isNull() ? 0 : tile.pixels.constScanLine(at.y() % tileSide)[at.x() % tileSide];
}

QImage MaskDocument::sampled(QPointF origin, double step, QSize size) const
{
    QImage view(size, QImage::Format_Grayscale8);
    QList<int> columnsOfView(size.width());
    for (int x = 0; x < size.width(); ++x) {
        columnsOfView[x] = static_cast<int>(std::floor(origin.x() + x * step));
    }
    const QRect own(QPoint(), m_picture);
    const QRect whole = canvas();
    for (int y = 0; y < size.height(); ++y) {
        uchar *line = view.scanLine(y);
        const auto row = static_cast<int>(std::floor(origin.y() + y * step));
        const bool isOwnRow = row >= 0 && row < own.height();
        int column = -1; // of tiles
        const uchar *pixels = nullptr;
        for (int x = 0; x < size.width(); ++x) {
            const int at = columnsOfView.at(x);
            if (!isOwnRow || at < 0 || at >= own.width()) {
                line[x] = whole.contains(at, row) ? painted8 : 0;
                continue;
            }
            if (at / tileSide != column) {
                column = at / tileSide;
                const QImage &tile = m_state.tiles.at(qsizetype(row / tileSide) * columns() + column).pixels;
                pixels = tile.isNull() ? nullptr : tile.constScanLine(row % tileSide);
            }
            line[x] = pixels ? pixels[at % tileSide] : uchar(0);
        }
    }
    return view;
}

QImage MaskDocument::painted() const
{
    QImage whole(canvas().size(), QImage::Format_Grayscale8);
    whole.fill(painted8);
    for (qsizetype index = 0; index < m_state.tiles.size(); ++index) {
        const QImage &pixels = m_state.tiles.at(index).pixels;
        const QRect rect = tileRect(index);
        for (int y = 0; y < rect.height(); ++y) {
            uchar *line = whole.scanLine(rect.y() + y + m_state.growth.top()) + rect.x() + m_state.growth.left();
            if (pixels.isNull()) {
                std::fill_n(line, rect.width(), uchar(0));
            } else {
                std::copy_n(pixels.constScanLine(y), rect.width(), line);
            }
        }
    }
    return whole;
}

template<typename Paint>
QRect MaskDocument::apply(const QRectF &bounds, double feather, Mode mode, const Paint &paint)
{
    const double beyond = feather + 2;
    const QRect dirty =
        bounds.adjusted(-beyond, -beyond, beyond, beyond).toAlignedRect().intersected(QRect(QPoint(), m_picture));
    if (dirty.isEmpty()) {
        return {};
    }
    for (int row = dirty.top() / tileSide; row <= dirty.bottom() / tileSide; ++row) {
        for (int column = dirty.left() / tileSide; column <= dirty.right() / tileSide; ++column) {
            const qsizetype index = qsizetype(row) * columns() + column;
            if (m_state.tiles.at(index).sum == (mode == Mode::Add ? fullSum(index) : 0)) {
                continue; // is so already
            }
            const QImage covered =
                coverage(QRect(column * tileSide, row * tileSide, tileSide, tileSide), feather, paint);
            if (isUniform(covered) && *covered.constScanLine(0) == 0) {
                continue;
            }
            QImage pixels = m_state.tiles.at(index).pixels;
            if (pixels.isNull()) {
                pixels = QImage(tileSide, tileSide, QImage::Format_Grayscale8);
                pixels.fill(0);
            }
            combine(pixels, covered, mode);
            setTile(index, pixels);
        }
    }
    return dirty;
}

void MaskDocument::remember(const State &before)
{
    m_before.append(before);
    if (m_before.size() > undoSteps) {
        m_before.removeFirst();
    }
    m_after.clear();
}

QRect MaskDocument::beginStroke(QPointF at, const Brush &brush)
{
    m_isStroking = true;
    m_start = m_state;
    m_brush = brush;
    m_last = at;
    return strokeTo(at);
}

QRect MaskDocument::strokeTo(QPointF to)
{
    if (!m_isStroking) {
        return {};
    }
    const QPointF from = std::exchange(m_last, to);
    const double half = m_brush.diameter / 2;
    const double feather = std::min(m_brush.feather, half * softestBrush);
    const QRectF bounds = QRectF(from, to).normalized().adjusted(-half, -half, half, half);
    return apply(bounds, feather, m_brush.mode, [this, from, to](QPainter &painter) {
        painter.setPen(QPen(Qt::black, m_brush.diameter, Qt::SolidLine, Qt::RoundCap));
        from == to ? painter.drawPoint(to) : painter.drawLine(from, to);
    });
}

void MaskDocument::setStrokeDiameter(double pixels)
{
    m_brush.diameter = pixels;
}

void MaskDocument::endStroke()
{
    if (m_isStroking) {
        m_isStroking = false;
        ++m_state.steps;
        remember(m_start);
    }
}

void MaskDocument::cancelStroke()
{
    if (m_isStroking) {
        m_isStroking = false;
        m_state = m_start;
    }
}

void MaskDocument::paint(const QPainterPath &area, double feather, Mode mode)
{
    const State before = m_state;
    const QRect changed =
        apply(area.boundingRect(), feather, mode, [&area](QPainter &painter) { painter.fillPath(area, Qt::black); });
    if (!changed.isEmpty()) {
        ++m_state.steps;
        remember(before);
    }
}

void MaskDocument::fill(QPoint at, Mode mode)
{
    if (!QRect(QPoint(), m_picture).contains(at)) {
        return;
    }
    QImage whole = painted().copy(QRect(QPoint(m_state.growth.left(), m_state.growth.top()), m_picture));
    const QRect changed = fillRegion(whole, at, mode == Mode::Add ? painted8 : 0);
    if (changed.isEmpty()) {
        return;
    }
    remember(m_state);
    const MaskDocument filled(whole, {}, 0);
    m_state.tiles = filled.m_state.tiles;
    ++m_state.steps;
}

void MaskDocument::invert()
{
    remember(m_state);
    for (qsizetype index = 0; index < m_state.tiles.size(); ++index) {
        QImage pixels = m_state.tiles.at(index).pixels;
        if (pixels.isNull()) {
            setTile(index, fullTile());
            continue;
        }
        for (int y = 0; y < tileSide; ++y) {
            uchar *line = pixels.scanLine(y);
            std::transform(line, line + tileSide, line, [](uchar value) { return painted8 - value; });
        }
        setTile(index, pixels);
    }
    ++m_state.steps;
}

void MaskDocument::clear()
{
    if (!isEmpty()) {
        remember(m_state);
        m_state = MaskDocument(m_picture).m_state;
    }
}

QMargins MaskDocument::bounded(const QMargins &growth) const
{
    const auto most = [](int side, int other, int own) { return std::clamp(side, 0, largestSide - own - other); };
    QMargins bounded(std::max(0, growth.left()), std::max(0, growth.top()), std::max(0, growth.right()),
                     std::max(0, growth.bottom()));
    bounded.setLeft(most(bounded.left(), 0, m_picture.width()));
    bounded.setRight(most(bounded.right(), bounded.left(), m_picture.width()));
    bounded.setTop(most(bounded.top(), 0, m_picture.height()));
    bounded.setBottom(most(bounded.bottom(), bounded.top(), m_picture.height()));
    return bounded;
}

void MaskDocument::growLive(const QMargins &growth)
{
    if (!m_isGrowing) {
        m_isGrowing = true;
        m_start = m_state;
    }
    m_state.growth = bounded(growth);
}

void MaskDocument::cancelGrowth()
{
    if (std::exchange(m_isGrowing, false)) {
        m_state = m_start;
    }
}

void MaskDocument::setGrowth(const QMargins &growth)
{
    const State before = std::exchange(m_isGrowing, false) ? m_start : m_state;
    m_state.growth = bounded(growth);
    if (m_state.growth != before.growth) {
        remember(before);
    }
}

void MaskDocument::undo()
{
    if (canUndo()) {
        m_after.append(std::exchange(m_state, m_before.takeLast()));
    }
}

void MaskDocument::redo()
{
    if (canRedo()) {
        m_before.append(std::exchange(m_state, m_after.takeLast()));
    }
}

} // namespace lightwell

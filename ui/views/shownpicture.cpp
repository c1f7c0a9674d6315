// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/shownpicture.h"

#include "core/async/whendone.h"

#include <QPainter>
#include <QtConcurrentRun>

namespace lightwell {

namespace {

constexpr int settleTime = 30; ///< milliseconds after the last change of scale
/// Larger pictures are drawn from their levels, which are at most half as fine again: that is sharp enough there, and
/// the memory stays small.
constexpr qint64 maxExactPixels = 8'000'000;

} // namespace

ShownPicture::ShownPicture(PyramidStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleTime);
    connect(&m_settle, &QTimer::timeout, this, &ShownPicture::sharpen);
    connect(&m_store, &PyramidStore::ready, this, [this](const QString &id, const SharedPyramid &pyramid) {
        if (id == m_picture.id && !m_pyramid) {
            take(pyramid);
        }
    });
}

void ShownPicture::setPicture(const Picture &picture)
{
    const bool isSame = picture.id == m_picture.id && (!picture.id.isEmpty() || !m_pyramid);
    m_picture = picture;
    if (isSame) {
        return; // there, or on its way
    }
    take(picture.id.isEmpty() ? nullptr : m_store.pyramid(picture));
}

void ShownPicture::setPyramid(const SharedPyramid &pyramid)
{
    m_picture = {};
    take(pyramid);
}

void ShownPicture::take(const SharedPyramid &pyramid)
{
    ++m_round;
    m_pyramid = pyramid;
    m_exact = {};
    m_detail = {};
    m_part = {};
    m_making = {};
    m_settle.stop();
    Q_EMIT arrived();
    Q_EMIT changed();
}

QSize ShownPicture::size() const
{
    return isShown() ? m_pyramid->size : m_picture.size;
}

/// Nothing but the pixels as they are, or larger ones.
bool ShownPicture::isScaledSharply(QSize pixels) const
{
    const QImage &level = m_pyramid->levelFor(pixels.width());
    return level.size() == pixels || pixels.width() >= m_pyramid->size.width()
        || static_cast<qint64>(pixels.width()) * pixels.height() > maxExactPixels;
}

bool ShownPicture::lacksDetail() const
{
    return !m_pyramid->isWhole() && m_wanted.width() > m_pyramid->levels.constFirst().width()
        && !m_picture.id.isEmpty();
}

bool ShownPicture::isSharp() const
{
    if (!isShown()) {
        return false;
    }
    return lacksDetail() ? m_part.contains(m_wantedPart) : m_exact.size() == m_wanted || isScaledSharply(m_wanted);
}

void ShownPicture::paint(QPainter &painter, const QRectF &target, const QRectF &seen)
{
    if (!isShown() || target.isEmpty()) {
        return;
    }
    const qreal ratio = painter.device()->devicePixelRatioF();
    const QSize before = m_wanted;
    const QSize own = m_pyramid->size;
    m_wanted = (target.size() * ratio).toSize();
    const QRectF part = seen & target;
    const double each = target.width() / own.width();
    m_wantedPart = QRectF((part.topLeft() - target.topLeft()) / each, part.size() / each)
                       .toAlignedRect()
                       .intersected(QRect(QPoint(0, 0), own));
    const bool isExact = m_exact.size() == m_wanted;
    const QImage &source = isExact ? m_exact : m_pyramid->levelFor(m_wanted.width());
    // Only what is in sight: a part of a pixel more on each side, so that the edges are those of the whole.
    const QSizeF step(target.width() / source.width(), target.height() / source.height());
    const QRect from =
        QRectF((part.left() - target.left()) / step.width() - 1, (part.top() - target.top()) / step.height() - 1,
               part.width() / step.width() + 2, part.height() / step.height() + 2)
            .toAlignedRect()
            .intersected(source.rect());
    const auto place = [&target](const QRect &pixels, QSizeF pixel) {
        return QRectF(target.left() + pixels.left() * pixel.width(), target.top() + pixels.top() * pixel.height(),
                      pixels.width() * pixel.width(), pixels.height() * pixel.height());
    };
    painter.save();
    painter.setClipRect(part, Qt::IntersectClip);
    const bool isSmooth = m_wanted.width() < unsmoothedFrom * own.width();
    if (source.size() == m_wanted) { // pixel for pixel, at whatever scale the screen has
        painter.save();
        painter.scale(1 / ratio, 1 / ratio);
        painter.drawImage((target.topLeft() * ratio).toPoint() + from.topLeft(), source, from);
        painter.restore();
    } else {
        painter.setRenderHint(QPainter::SmoothPixmapTransform, isSmooth);
        painter.drawImage(place(from, step), source, QRectF(from));
    }
    if (!m_detail.isNull() && lacksDetail()) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform, isSmooth);
        painter.drawImage(place(m_part, QSizeF(each, target.height() / own.height())), m_detail);
    }
    painter.restore();
    if (!isSharp() && (m_wanted != before || !m_settle.isActive())) {
        m_settle.start();
    }
}

void ShownPicture::paintSmall(QPainter &painter, const QRectF &target) const
{
    if (isShown()) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(target, m_pyramid->levelFor(qRound(target.width() * painter.device()->devicePixelRatioF())));
    }
}

void ShownPicture::sharpen()
{
    if (!isShown() || isSharp() || (m_making == m_wanted && m_makingPart == m_wantedPart)) {
        return;
    }
    m_making = m_wanted;
    m_makingPart = m_wantedPart;
    if (lacksDetail()) {
        sharpenPart();
        return;
    }
    const auto scale = [pyramid = m_pyramid, wanted = m_wanted] {
        return pyramid->levelFor(wanted.width()).scaled(wanted, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    };
    whenDone(QtConcurrent::run(scale), this, [this, round = ++m_round](const QImage &exact) {
        if (round == m_round) {
            m_making = {};
            m_exact = exact;
            Q_EMIT changed();
        }
    });
}

/// With as much again around it, so that a small move needs nothing new.
void ShownPicture::sharpenPart()
{
    const QSize more = m_wantedPart.size() / 4;
    const QRect part = m_wantedPart.adjusted(-more.width(), -more.height(), more.width(), more.height())
                           .intersected(QRect(QPoint(0, 0), m_pyramid->size));
    whenDone(PyramidStore::readPart(m_picture, part), this, [this, part, round = ++m_round](const QImage &detail) {
        if (round == m_round && !detail.isNull()) {
            m_making = {};
            m_part = part;
            m_detail = detail;
            Q_EMIT changed();
        }
    });
}

} // namespace lightwell

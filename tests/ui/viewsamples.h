// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/viewedpicture.h"

#include <QBuffer>
#include <QImage>
#include <QMouseEvent>
#include <QTest>
#include <QWheelEvent>
#include <QWidget>

namespace lightwell::test {

/// Red tells how far to the right a pixel is, green how far down: each knows its place, whatever the size.
inline QImage placesOf(QSize size, int blue = 0)
{
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x) {
            image.setPixel(x, y, qRgb(255 * x / size.width(), 255 * y / size.height(), blue));
        }
    }
    return image;
}

/// The place a pixel of such a picture tells, as shares.
inline QPointF placeOf(const QColor &pixel)
{
    return {pixel.red() / 255.0, pixel.green() / 255.0};
}

/// Columns of one pixel, black and white.
inline QImage columnsOf(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x) {
            image.setPixel(x, y, x % 2 == 0 ? qRgb(0, 0, 0) : qRgb(255, 255, 255));
        }
    }
    return image;
}

inline QImage plainOf(QSize size, QColor colour)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(colour);
    return image;
}

/// In memory, with a recipe of its own.
inline ViewedPicture viewed(const QString &id, const QImage &image)
{
    ViewedPicture it;
    it.id = id;
    it.name = QStringLiteral("Model ") + id;
    it.picture.id = QStringLiteral("content-") + id;
    it.picture.size = image.size();
    it.generation.request.model = QStringLiteral("model");
    it.generation.request.prompt = QStringLiteral("a coast at dusk");
    QBuffer buffer(&it.picture.content);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return it;
}

inline void wheel(QWidget *widget, QPoint position, int notches)
{
    QWheelEvent event(QPointF(position), widget->mapToGlobal(QPointF(position)), {}, QPoint(0, 120 * notches),
                      Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(widget, &event);
}

/// With the left button held, in two moves.
inline void drag(QWidget *widget, QPoint from, QPoint to)
{
    QTest::mousePress(widget, Qt::LeftButton, {}, from);
    for (const QPoint &at : {from + (to - from) / 2, to}) {
        QMouseEvent move(QEvent::MouseMove, QPointF(at), widget->mapToGlobal(QPointF(at)), Qt::NoButton, Qt::LeftButton,
                         {});
        QCoreApplication::sendEvent(widget, &move);
    }
    QTest::mouseRelease(widget, Qt::LeftButton, {}, to);
}

} // namespace lightwell::test

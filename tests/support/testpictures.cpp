// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testpictures.h"

#include <QPainter>
#include <QPainterPath>
#include <QRandomGenerator>
#include <QtMath>

using namespace Qt::StringLiterals;

namespace lightwell::test {

namespace {

/// Random values on a coarse grid, smoothly joined.
QImage noiseLayer(QSize size, int cell, QRandomGenerator &random)
{
    QImage coarse(size / cell + QSize(2, 2), QImage::Format_RGB32);
    for (int y = 0; y < coarse.height(); ++y) {
        for (int x = 0; x < coarse.width(); ++x) {
            coarse.setPixel(x, y, qRgb(random.bounded(256), random.bounded(256), random.bounded(256)));
        }
    }
    return coarse.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

} // namespace

QImage cloudPicture(QSize size, quint32 seed)
{
    QRandomGenerator random(seed);
    QImage picture(size, QImage::Format_RGB32);
    QPainter painter(&picture);
    QLinearGradient sky(0, 0, 0, size.height());
    sky.setColorAt(0, QColor(64, 104, 176));
    sky.setColorAt(1, QColor(226, 178, 120));
    painter.fillRect(picture.rect(), sky);
    double weight = 0.45;
    for (int cell = qMax(4, size.width() / 4); cell >= 4; cell /= 2) {
        painter.setOpacity(weight);
        painter.drawImage(0, 0, noiseLayer(size, cell, random));
        weight *= 0.72;
    }
    return picture;
}

QImage posterPicture(QSize size)
{
    QImage picture(size, QImage::Format_RGB32);
    picture.fill(QColor(245, 240, 228));
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    const double w = size.width();
    const double h = size.height();
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(206, 64, 48));
    painter.drawEllipse(QRectF(w * 0.1, h * 0.12, w * 0.45, h * 0.45));
    painter.setBrush(QColor(32, 74, 110));
    painter.drawRect(QRectF(w * 0.42, h * 0.38, w * 0.46, h * 0.5));
    painter.setBrush(QColor(238, 186, 68));
    painter.drawPolygon(QPolygonF {{w * 0.2, h * 0.95}, {w * 0.5, h * 0.5}, {w * 0.8, h * 0.95}});
    painter.setPen(QPen(QColor(24, 24, 28), 1.5));
    for (int line = 0; line < 24; ++line) {
        const double y = h * (0.04 + 0.0125 * line);
        painter.drawLine(QPointF(w * 0.6, y), QPointF(w * (0.95 - 0.01 * (line % 5)), y));
    }
    return picture;
}

QImage portraitPicture(QSize size)
{
    QRandomGenerator random(7);
    QImage picture(size, QImage::Format_RGB32);
    QPainter painter(&picture);
    QRadialGradient ground(QPointF(size.width() * 0.35, size.height() * 0.3), size.width() * 0.9);
    ground.setColorAt(0, QColor(232, 196, 170));
    ground.setColorAt(0.45, QColor(150, 92, 78));
    ground.setColorAt(1, QColor(28, 30, 44));
    painter.fillRect(picture.rect(), ground);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int hair = 0; hair < 160; ++hair) {
        painter.setPen(
            QPen(QColor::fromHsv(20 + int(random.bounded(20)), 150, 40 + int(random.bounded(90)), 150), 1.2));
        const double x = size.width() * random.generateDouble();
        QPainterPath path(QPointF(x, 0));
        path.cubicTo(x + 40, size.height() * 0.3, x - 60, size.height() * 0.6, x + 20, size.height());
        painter.drawPath(path);
    }
    painter.end();
    for (int y = 0; y < size.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(picture.scanLine(y));
        for (int x = 0; x < size.width(); ++x) {
            const int grain = int(random.bounded(9)) - 4;
            line[x] = qRgb(qBound(0, qRed(line[x]) + grain, 255), qBound(0, qGreen(line[x]) + grain, 255),
                           qBound(0, qBlue(line[x]) + grain, 255));
        }
    }
    return picture;
}

QImage discPicture(QSize size)
{
    QImage picture(size, QImage::Format_ARGB32);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    QRadialGradient disc(QRectF(QPointF(), QSizeF(size)).center(), qMin(size.width(), size.height()) * 0.5);
    disc.setColorAt(0, QColor(200, 40, 60, 255));
    disc.setColorAt(0.6, QColor(200, 40, 60, 255));
    disc.setColorAt(1, QColor(200, 40, 60, 0));
    painter.fillRect(picture.rect(), disc);
    return picture;
}

QList<NamedPicture> opaquePictures(QSize size)
{
    return {
        {u"clouds"_s, cloudPicture(size)}, {u"poster"_s, posterPicture(size)}, {u"portrait"_s, portraitPicture(size)}};
}

} // namespace lightwell::test

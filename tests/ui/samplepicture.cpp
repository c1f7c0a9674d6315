// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/samplepicture.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace lightwell::test {

QImage samplePicture(QSize size, int number)
{
    QImage image(size, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const int hue = (205 + number * 47) % 360;
    QLinearGradient sky(0, 0, 0, size.height());
    sky.setColorAt(0, QColor::fromHsv(hue, 160, 70));
    sky.setColorAt(1, QColor::fromHsv((hue + 30) % 360, 110, 190));
    painter.fillRect(image.rect(), sky);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor::fromHsv((hue + 170) % 360, 60, 240));
    painter.drawEllipse(QPointF(size.width() * 0.62, size.height() * 0.36), size.height() * 0.13, size.height() * 0.13);
    for (int layer = 0; layer < 4; ++layer) {
        QPainterPath hills(QPointF(0, size.height()));
        const double base = size.height() * (0.55 + layer * 0.12);
        for (int x = 0; x <= 40; ++x) {
            const double wave = std::sin(x * 0.4 + layer * 1.7 + number) + 0.5 * std::sin(x * 0.9 + layer);
            hills.lineTo(size.width() * x / 40.0, base + wave * size.height() * 0.03);
        }
        hills.lineTo(size.width(), size.height());
        painter.setBrush(QColor::fromHsv(hue, 150, 90 - layer * 18));
        painter.drawPath(hills);
    }
    return image;
}

} // namespace lightwell::test

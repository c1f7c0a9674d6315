// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/thumbnails/meancolour.h"

namespace lightwell {

QRgb meanColour(const QImage &image)
{
    const QImage pixels = image.convertToFormat(QImage::Format_ARGB32);
    quint64 red = 0;
    quint64 green = 0;
    quint64 blue = 0;
    quint64 weight = 0;
    for (int y = 0; y < pixels.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(pixels.constScanLine(y));
        for (int x = 0; x < pixels.width(); ++x) {
            const auto alpha = static_cast<quint64>(qAlpha(line[x]));
            red += alpha * static_cast<quint64>(qRed(line[x]));
            green += alpha * static_cast<quint64>(qGreen(line[x]));
            blue += alpha * static_cast<quint64>(qBlue(line[x]));
            weight += alpha;
        }
    }
    if (weight == 0) {
        return qRgb(128, 128, 128);
    }
    const auto mean = [weight](quint64 sum) { return static_cast<int>((sum + weight / 2) / weight); };
    return qRgb(mean(red), mean(green), mean(blue));
}

} // namespace lightwell

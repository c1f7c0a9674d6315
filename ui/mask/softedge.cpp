// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mask/softedge.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace lightwell {

namespace {

/// `count` values, `step` bytes apart.
void blurLine(uchar *line, int count, qsizetype step, int radius, std::vector<uchar> &copy)
{
    for (int i = 0; i < count; ++i) {
        copy[static_cast<size_t>(i)] = line[i * step];
    }
    const auto at = [&copy, count](int i) { return int(copy[static_cast<size_t>(std::clamp(i, 0, count - 1))]); };
    const int width = 2 * radius + 1;
    int sum = 0;
    for (int i = -radius; i <= radius; ++i) {
        sum += at(i);
    }
    for (int i = 0; i < count; ++i) {
        line[i * step] = static_cast<uchar>((sum + width / 2) / width);
        sum += at(i + radius + 1) - at(i - radius);
    }
}

} // namespace

void softenEdges(QImage &channel, double feather)
{
    const auto radius = static_cast<int>(std::lround(feather / 3));
    if (radius < 1 || channel.isNull()) {
        return;
    }
    std::vector<uchar> copy(static_cast<size_t>(std::max(channel.width(), channel.height())));
    uchar *bits = channel.bits();
    const qsizetype stride = channel.bytesPerLine();
    for (int pass = 0; pass < 3; ++pass) {
        for (int y = 0; y < channel.height(); ++y) {
            blurLine(bits + y * stride, channel.width(), 1, radius, copy);
        }
        for (int x = 0; x < channel.width(); ++x) {
            blurLine(bits + x, channel.height(), stride, radius, copy);
        }
    }
}

bool isUniform(const QImage &channel)
{
    const uchar first = *channel.constScanLine(0);
    for (int y = 0; y < channel.height(); ++y) {
        const uchar *line = channel.constScanLine(y);
        if (std::any_of(line, line + channel.width(), [first](uchar value) { return value != first; })) {
            return false;
        }
    }
    return true;
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

namespace lightwell {

/// How far two pictures are apart, pixel by pixel and channel by channel.
struct PictureDifference
{
    QImage image; ///< black where they are alike; of the size of the part of A that both cover
    double mean = 0; ///< of all channels, in per cent of the greatest difference there can be; before the gain
};

/// B is laid over A as on the stage of A/B (see abstage.h): scaled to A where they have one shape; else only what both
/// cover is compared. What is seen through counts as a difference of every channel. `gain` makes small differences
/// visible. Takes its time: call it on the thread pool.
[[nodiscard]] PictureDifference differenceOf(const QImage &a, const QImage &b, int gain = 1);

} // namespace lightwell

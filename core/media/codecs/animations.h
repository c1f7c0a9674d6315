// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/codecs/encodesettings.h"
#include "core/model/result.h"

#include <QImage>
#include <QList>

/// The formats that can show pictures one after another. Frames are of one size, all RGBA8888 or all RGBX8888, in sRGB;
/// each stands for `delay` milliseconds, and the last is followed by the first, without an end.
namespace lightwell::codecs {

[[nodiscard]] Result<QByteArray> encodeAnimatedGif(const QList<QImage> &frames, int delay,
                                                   const EncodeSettings &settings);
[[nodiscard]] Result<QByteArray> encodeAnimatedWebp(const QList<QImage> &frames, int delay,
                                                    const EncodeSettings &settings);
[[nodiscard]] Result<QByteArray> encodeAnimatedPng(const QList<QImage> &frames, int delay,
                                                   const EncodeSettings &settings);

/// How many pictures a GIF shows; -1 where it ends early.
[[nodiscard]] int gifFrames(const QByteArray &bytes);

} // namespace lightwell::codecs

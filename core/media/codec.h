// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/ailabels.h"
#include "core/media/encodetuning.h"
#include "core/media/recipe.h"
#include "core/model/request.h"
#include "core/model/result.h"

#include <QColor>
#include <QImage>

#include <optional>

namespace lightwell {

/// Checked from the header before a single pixel is decoded: vendors' answers are hostile until proven otherwise.
struct DecodeLimits
{
    qint64 maxBytes = 200LL * 1024 * 1024;
    qint64 maxPixels = 100LL * 1000 * 1000;
};

/// What the first bytes tell without decoding.
struct ImageInfo
{
    ImageFormat format = ImageFormat::Png;
    QSize size;
};

struct EncodeOptions
{
    ImageFormat format = ImageFormat::Png;
    /// 0 (smallest) to 100 (best), comparable in visual quality across lossy codecs; nothing: 85. PNG and GIF ignore
    /// it.
    std::optional<int> compression = {};
    QColor matte = Qt::white; ///< under transparency where the format has none
    std::optional<Recipe> recipe = {}; ///< written where the format can carry it
    EncodeTuning tuning = {};
    /// readLabels() of the file the pixels came from: China's label goes along, and without a recipe the source type.
    AiLabels labels = {};
    QDateTime createdAt = {}; ///< written where no recipe says it
    /// The ICC profile that tells what the pixels mean, where their QImage cannot: unreadProfile() of the file they
    /// came from. Goes into every format but GIF as it is.
    QByteArray profile = {};
};

/// All of these work on the calling thread and take their time: call them on the thread pool.
[[nodiscard]] Result<ImageInfo> probeImage(const QByteArray &bytes, const DecodeLimits &limits = {});
/// The first frame, upright. The colour space travels in the QImage; the texts of the file do not.
[[nodiscard]] Result<QImage> decodeImage(const QByteArray &bytes, const DecodeLimits &limits = {});
/// Whether the whole file decodes, for where nobody needs its pixels: a JPEG's codes are read without making any.
[[nodiscard]] Status checkImage(const QByteArray &bytes, const DecodeLimits &limits = {});
/// Whether it was `error` that the file itself is damaged: it ends early, or its check sums are wrong. Else it may be
/// sound, and cannot be read here or is too much.
[[nodiscard]] bool isDamage(const Error &error);
/// The ICC profile of a picture's file if Qt does not understand it, so that it is not in the colour space of what
/// decodeImage() returns: pass it on where the pixels are written anew. Empty if there is nothing to pass on.
[[nodiscard]] QByteArray unreadProfile(const QByteArray &bytes);
/// The colour space goes into the file where the format can say it, else the colours become sRGB. Nothing that the
/// QImage brings along or hides in its pixels is written, only recipe and labels of the options.
[[nodiscard]] Result<QByteArray> encodeImage(const QImage &image, const EncodeOptions &options);
[[nodiscard]] bool canEncode(ImageFormat format); ///< here: some codecs are plug-ins of this system
/// The asked pixels exactly; Fit::Closest returns the image as it is.
[[nodiscard]] QImage fitImage(const QImage &image, QSize size, Fit fit, const QColor &matte);

} // namespace lightwell

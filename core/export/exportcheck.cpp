// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/exportcheck.h"

#include "core/export/exportreasons.h"
#include "core/media/animation.h"

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

Status notOf(ImageFormat format, const QString &option)
{
    return notSent(ErrorKind::Invalid, reasons::optionNotOfFormat(option, formatLabel(format)), option);
}

Status inRange(const QString &option, qint64 value, qint64 lowest, qint64 highest)
{
    if (value >= lowest && value <= highest) {
        return Success();
    }
    return notSent(ErrorKind::Invalid, reasons::optionOutOfRange(option, lowest, highest), option);
}

Status exclude(const QString &one, const QString &other)
{
    return notSent(ErrorKind::Invalid, reasons::optionsExclude(one, other), other);
}

/// At most one of them says how good it is to be.
Status checkQuality(const ExportOptions &options, const EncodeKnobs &knobs)
{
    using By = ExportOptions::Quality;
    const QString wish = options.by == By::ForBytes ? u"max-bytes"_s
        : options.by == By::VisuallyLossless        ? u"visually-lossless"_s
        : options.quality                           ? u"quality"_s
                                                    : QString();
    if (options.tuning.isLossless && !knobs.lossless) {
        return notOf(options.format, u"lossless"_s);
    }
    if (!wish.isEmpty() && !knobs.quality) {
        return notOf(options.format, wish);
    }
    if (options.tuning.isLossless && !wish.isEmpty()) {
        return exclude(u"lossless"_s, wish);
    }
    if (options.by != By::Chosen && options.quality) {
        return exclude(wish, u"quality"_s);
    }
    if (options.by == By::ForBytes && options.maxBytes <= 0) {
        return inRange(u"max-bytes"_s, options.maxBytes, 1, std::numeric_limits<qint64>::max());
    }
    return inRange(u"quality"_s, options.quality.value_or(0), 0, 100);
}

Status checkTuning(const ExportOptions &options, const EncodeKnobs &knobs)
{
    const EncodeTuning &tuning = options.tuning;
    if (tuning.effort && !knobs.effort) {
        return notOf(options.format, u"effort"_s);
    }
    if (tuning.chroma && !knobs.chroma) {
        return notOf(options.format, u"chroma"_s);
    }
    if (tuning.chroma && tuning.isLossless) {
        return exclude(u"lossless"_s, u"chroma"_s);
    }
    if (!knobs.palette && tuning.colors != EncodeTuning::maxColors) {
        return notOf(options.format, u"colors"_s);
    }
    if (!knobs.palette && !tuning.dither) {
        return notOf(options.format, u"dither"_s);
    }
    if (tuning.isProgressive && !knobs.progressive) {
        return notOf(options.format, u"progressive"_s);
    }
    const Status colors = inRange(u"colors"_s, tuning.colors, EncodeTuning::minColors, EncodeTuning::maxColors);
    return colors ? inRange(u"effort"_s, tuning.effort.value_or(EncodeTuning::minEffort), EncodeTuning::minEffort,
                            EncodeTuning::maxEffort)
                  : colors;
}

Status checkTogether(const ExportOptions &options)
{
    if (options.isSheet && options.delay > 0) {
        return exclude(u"contact-sheet"_s, u"animate"_s);
    }
    if (options.isSheet && !options.resize.isEmpty()) {
        return exclude(u"contact-sheet"_s, u"resize"_s);
    }
    if (options.delay == 0) {
        return Success();
    }
    if (!canAnimate(options.format)) {
        return notOf(options.format, u"animate"_s);
    }
    if (options.by != ExportOptions::Quality::Chosen) {
        return exclude(options.by == ExportOptions::Quality::ForBytes ? u"max-bytes"_s : u"visually-lossless"_s,
                       u"animate"_s);
    }
    return inRange(u"animate"_s, options.delay, shortestDelay, longestDelay);
}

} // namespace

Status checkExport(const ExportOptions &options)
{
    if (options.format == ImageFormat::Svg) {
        return notSent(ErrorKind::Invalid, reasons::formatNotExported(formatLabel(options.format)), u"format"_s);
    }
    const EncodeKnobs knobs = knobsOf(options.format);
    if (const Status good = checkQuality(options, knobs); !good) {
        return good;
    }
    if (const Status good = checkTuning(options, knobs); !good) {
        return good;
    }
    if (const Status good = checkTogether(options); !good) {
        return good;
    }
    const QSize size = options.resize;
    if (size.isValid() && (size.isEmpty() || std::max(size.width(), size.height()) > longestExportEdge)) {
        return inRange(u"resize"_s, size.isEmpty() ? 0 : longestExportEdge + 1, 1, longestExportEdge);
    }
    return Success();
}

} // namespace lightwell

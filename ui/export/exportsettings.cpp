// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/exportsettings.h"

#include "core/export/exportcheck.h"
#include "core/media/animation.h"
#include "core/media/compression.h"
#include "core/model/json.h"

#include <QJsonArray>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

using By = ExportOptions::Quality;

constexpr json::Names<By, 3> waysOfQuality = {{
    {By::Chosen, "chosen"},
    {By::ForBytes, "bytes"},
    {By::VisuallyLossless, "visually_lossless"},
}};
constexpr json::Names<ResizeFit, 4> fits = {{
    {ResizeFit::Inside, "inside"},
    {ResizeFit::Crop, "crop"},
    {ResizeFit::Contain, "contain"},
    {ResizeFit::Stretch, "stretch"},
}};
constexpr json::Names<Chroma, 3> chromas = {{
    {Chroma::Full444, "444"},
    {Chroma::Half422, "422"},
    {Chroma::Quarter420, "420"},
}};

EncodeTuning tuningFrom(const QJsonObject &object)
{
    EncodeTuning tuning;
    tuning.isLossless = object.value("lossless"_L1).toBool();
    if (object.contains("effort"_L1)) {
        tuning.effort = object.value("effort"_L1).toInt();
    }
    tuning.chroma = chromas.value(object.value("chroma"_L1).toString());
    tuning.colors = object.value("colors"_L1).toInt(EncodeTuning::maxColors);
    tuning.dither = object.value("dither"_L1).toBool(true);
    tuning.isProgressive = object.value("progressive"_L1).toBool();
    return tuning;
}

} // namespace

QJsonObject ExportSettings::toJson() const
{
    QJsonObject object {{"format"_L1, formatName(options.format)},
                        {"by"_L1, waysOfQuality.name(options.by)},
                        {"max_bytes"_L1, options.maxBytes},
                        {"lossless"_L1, options.tuning.isLossless},
                        {"colors"_L1, options.tuning.colors},
                        {"dither"_L1, options.tuning.dither},
                        {"progressive"_L1, options.tuning.isProgressive},
                        {"delay"_L1, options.delay},
                        {"sheet"_L1, options.isSheet},
                        {"fit"_L1, fits.name(options.fit)},
                        {"enlarge"_L1, options.mayEnlarge},
                        {"matte"_L1, options.matte.name()},
                        {"recipe"_L1, options.writesRecipe},
                        {"date"_L1, options.writesDate},
                        {"ai_label"_L1, options.writesLabel},
                        {"name"_L1, name}};
    if (options.quality) {
        object.insert("quality"_L1, *options.quality);
    }
    if (options.tuning.effort) {
        object.insert("effort"_L1, *options.tuning.effort);
    }
    if (options.tuning.chroma) {
        object.insert("chroma"_L1, chromas.name(*options.tuning.chroma));
    }
    if (!options.resize.isEmpty()) {
        object.insert("resize"_L1, QJsonArray {options.resize.width(), options.resize.height()});
    }
    return object;
}

ExportSettings ExportSettings::fromJson(const QJsonObject &object)
{
    ExportSettings settings;
    ExportOptions &options = settings.options;
    options.format = formatFromName(object.value("format"_L1).toString()).value_or(options.format);
    options.by = waysOfQuality.value(object.value("by"_L1).toString()).value_or(By::Chosen);
    options.maxBytes = object.value("max_bytes"_L1).toInteger();
    if (object.contains("quality"_L1)) {
        options.quality = object.value("quality"_L1).toInt();
    }
    options.tuning = tuningFrom(object);
    options.delay = object.value("delay"_L1).toInt();
    options.isSheet = object.value("sheet"_L1).toBool();
    const QJsonArray resize = object.value("resize"_L1).toArray();
    options.resize = resize.size() == 2 ? QSize(resize.at(0).toInt(), resize.at(1).toInt()) : QSize();
    options.fit = fits.value(object.value("fit"_L1).toString()).value_or(ResizeFit::Inside);
    options.mayEnlarge = object.value("enlarge"_L1).toBool();
    options.matte = QColor(object.value("matte"_L1).toString());
    options.writesRecipe = object.value("recipe"_L1).toBool(true);
    options.writesDate = object.value("date"_L1).toBool(true);
    options.writesLabel = object.value("ai_label"_L1).toBool(true);
    if (!options.matte.isValid()) {
        options.matte = Qt::white;
    }
    if (!checkExport(fittedToFormat(options))) {
        options = ExportSettings().options;
    }
    const QString name = object.value("name"_L1).toString();
    if (!name.isEmpty() && checkExportName(name)) {
        settings.name = name;
    }
    return settings;
}

ExportOptions fittedToFormat(ExportOptions options)
{
    const EncodeKnobs knobs = knobsOf(options.format);
    EncodeTuning &tuning = options.tuning;
    tuning.isLossless = tuning.isLossless && knobs.lossless;
    if (options.isSheet) {
        options.resize = {};
        options.fit = ResizeFit::Inside;
    }
    if (!canAnimate(options.format) || options.isSheet) {
        options.delay = 0;
    } else if (options.delay > 0) {
        options.by = By::Chosen;
    }
    if (!knobs.quality || tuning.isLossless) {
        options.by = By::Chosen;
        options.quality.reset();
    } else if (options.by == By::Chosen) {
        options.quality = options.quality.value_or(defaultCompression);
    } else {
        options.quality.reset();
    }
    if (options.by != By::ForBytes) {
        options.maxBytes = 0;
    }
    if (!knobs.effort) {
        tuning.effort.reset();
    }
    if (!knobs.chroma || tuning.isLossless) {
        tuning.chroma.reset();
    }
    if (!knobs.palette) {
        tuning.colors = EncodeTuning::maxColors;
        tuning.dither = true;
    }
    tuning.isProgressive = tuning.isProgressive && knobs.progressive;
    return options;
}

} // namespace lightwell

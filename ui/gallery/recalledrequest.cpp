// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/recalledrequest.h"

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

bool isCommonQuality(const QString &quality)
{
    return quality.isEmpty() || quality == "low"_L1 || quality == "medium"_L1 || quality == "high"_L1;
}

bool isCommonBackground(const QString &background)
{
    return background.isEmpty() || background == "opaque"_L1 || background == "transparent"_L1;
}

} // namespace

CompareForm recalled(CompareForm form, const Request &request, std::optional<qint64> seed, Recall what,
                     const std::function<QString(const QString &model)> &slugOf)
{
    if (what == Recall::Seed) {
        form.seed = seed;
        return form;
    }
    form.prompt = request.prompt;
    form.negativePrompt = request.negativePrompt;
    if (what == Recall::Prompt) {
        return form;
    }
    if (const QString model = slugOf(request.model); !model.isEmpty()) {
        form.models = QStringList {model};
    }
    form.size = request.size;
    form.size.automatic = false;
    if (request.size.pixels && request.fit != Fit::Closest) {
        form.fit = request.fit;
    }
    form.pictures = std::clamp(request.n, 1, CompareForm::maxPictures);
    form.format = request.format && *request.format != ImageFormat::Svg ? request.format : std::nullopt;
    form.compression = request.compression.value_or(form.compression);
    form.quality = isCommonQuality(request.quality) ? request.quality : QString();
    form.background = isCommonBackground(request.background) ? request.background : QString();
    form.tuning = request.tuning;
    form.seed = what == Recall::All ? seed : std::nullopt;
    return form;
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/fal/falresult.h"

#include "providers/common/picturelink.h"
#include "providers/fal/falerrors.h"

#include <QJsonArray>

#include <cmath>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

/// "images" of most models, "image" of those that make one.
QJsonArray pictureEntries(const QJsonObject &answer)
{
    const QJsonValue images = answer.value("images"_L1);
    if (images.isArray()) {
        return images.toArray();
    }
    const QJsonValue image = answer.value("image"_L1);
    return image.isObject() || image.isString() ? QJsonArray {image} : QJsonArray();
}

bool isFlagged(const QJsonObject &answer, qsizetype index)
{
    for (const QLatin1StringView field : {"has_nsfw_concepts"_L1, "nsfw_content_detected"_L1}) {
        const QJsonValue flags = answer.value(field);
        if (flags.toBool() || flags.toArray().at(index).toBool()) {
            return true;
        }
    }
    return false;
}

QJsonObject usageOf(const QJsonObject &answer, const std::optional<double> &units, int withheld)
{
    QJsonObject usage;
    if (units) {
        usage.insert("billable_units"_L1, *units);
    }
    if (answer.value("timings"_L1).isObject()) {
        usage.insert("timings"_L1, answer.value("timings"_L1));
    }
    if (withheld > 0) {
        usage.insert("withheld"_L1, withheld);
    }
    return usage;
}

bool isPlainPrice(const PriceLine &line)
{
    const bool counted = line.unit == PriceLine::Unit::Image || line.unit == PriceLine::Unit::Megapixel
        || line.unit == PriceLine::Unit::Second || line.unit == PriceLine::Unit::Run;
    return counted && line.item == PriceLine::Item::OutputImage && line.firstUsd < 0 && line.per > 0
        && line.quality.isEmpty() && !line.tier && !line.size;
}

} // namespace

std::optional<double> falUnits(const HttpResponse &response)
{
    bool ok = false;
    const double units = response.header("x-fal-billable-units"_ba).trimmed().toDouble(&ok);
    return ok && std::isfinite(units) && units >= 0 ? std::optional<double>(units) : std::nullopt;
}

Money falCost(const Offer &offer, const HttpResponse &response)
{
    const std::optional<double> units = falUnits(response);
    if (!units) {
        return Money::unknown();
    }
    if (*units == 0) {
        return Money::zero();
    }
    if (offer.prices.size() != 1 || !isPlainPrice(offer.prices.first())) {
        return Money::unknown();
    }
    const PriceLine &line = offer.prices.first();
    return Money::fromDollars(*units * line.usd / static_cast<double>(line.per));
}

Step readFalResult(const Plan &plan, const HttpResponse &response)
{
    const QJsonObject answer = response.json();
    const QJsonArray entries = pictureEntries(answer);
    Done done;
    int withheld = 0;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const QJsonValue entry = entries.at(i);
        std::optional<ProducedMedia> image =
            pictureFromLink(entry.isObject() ? entry.toObject().value("url"_L1).toString() : entry.toString());
        if (!image) {
            continue;
        }
        if (isFlagged(answer, i)) {
            ++withheld;
            continue;
        }
        image->seed = wholeNumber(answer.value("seed"_L1));
        done.media.append(*image);
    }
    if (done.media.isEmpty()) {
        return Failed {withheld > 0 ? falWithheld(response) : falNoPicture(response)};
    }
    done.cost = falCost(plan.offer, response);
    done.usage = usageOf(answer, falUnits(response), withheld);
    return done;
}

} // namespace lightwell

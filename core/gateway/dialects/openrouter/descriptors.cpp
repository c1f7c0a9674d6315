// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/openrouter/descriptors.h"

#include "core/model/requestlimits.h"
#include "core/model/tuning.h"
#include "core/planning/sizenotes.h"

#include <algorithm>
#include <cmath>

namespace lightwell::openrouter {

using namespace Qt::StringLiterals;

namespace {

constexpr int maxReferences = 16;

QJsonObject enumOf(const QStringList &values)
{
    return {{u"type"_s, u"enum"_s}, {u"values"_s, QJsonArray::fromStringList(values)}};
}

QJsonObject rangeOf(int least, int most)
{
    return {{u"type"_s, u"range"_s}, {u"min"_s, least}, {u"max"_s, most}};
}

QJsonObject boolean()
{
    return {{u"type"_s, u"boolean"_s}};
}

const QList<ResolutionTier> &allTiers()
{
    static const QList<ResolutionTier> tiers {ResolutionTier::HalfK, ResolutionTier::OneK, ResolutionTier::TwoK,
                                              ResolutionTier::FourK};
    return tiers;
}

/// OpenRouter's own word for half of a K.
QString tierWord(ResolutionTier tier)
{
    return tier == ResolutionTier::HalfK ? u"512"_s : tierName(tier);
}

/// Those that OpenRouter's clients offer.
const QList<AspectRatio> &usualRatios()
{
    static const QList<AspectRatio> ratios = [] {
        QList<AspectRatio> all;
        for (const char *text : {"1:1", "1:2", "2:1",  "1:4",  "4:1",    "1:8",    "8:1",  "2:3",  "3:2",  "3:4", "4:3",
                                 "4:5", "5:4", "9:16", "16:9", "9:19.5", "19.5:9", "9:20", "20:9", "9:21", "21:9"}) {
            all.append(*AspectRatio::parse(QString::fromLatin1(text)));
        }
        return all;
    }();
    return ratios;
}

/// But for the vendor's steps.
bool isAbout(AspectRatio ratio, AspectRatio other)
{
    constexpr double steps = 0.04;
    return std::abs(std::log(ratio.value() / other.value())) <= steps;
}

template<typename T, typename Is>
QList<T> those(const QList<T> &all, Is is)
{
    QList<T> kept;
    std::copy_if(all.begin(), all.end(), std::back_inserter(kept), is);
    return kept;
}

/// What a size rule comes to in shapes and resolutions.
struct Shapes
{
    QList<AspectRatio> ratios;
    QList<ResolutionTier> tiers;
    QStringList sizes; ///< in pixels, where it has only these
};

Shapes shapesOf(const SizeUncontrolled & /*rule*/)
{
    return {};
}

Shapes shapesOf(const SizeRatios &rule)
{
    return {rule.ratios, rule.tiers, {}};
}

Shapes shapesOf(const SizeAnyRatio &rule)
{
    return {those(usualRatios(), [&rule](AspectRatio ratio) { return rule.allows(ratio); }), rule.tiers, {}};
}

Shapes shapesOf(const SizeList &rule)
{
    Shapes shapes;
    const auto has = [&rule](auto is) { return std::any_of(rule.sizes.begin(), rule.sizes.end(), is); };
    shapes.ratios = those(usualRatios(), [&has](AspectRatio ratio) {
        return has([ratio](QSize size) { return isAbout(AspectRatio::of(size), ratio); });
    });
    shapes.tiers = those(allTiers(),
                         [&has](ResolutionTier tier) { return has([tier](QSize size) { return meets(size, tier); }); });
    for (const QSize size : rule.sizes) {
        shapes.sizes.append(sizeToString(size));
    }
    return shapes;
}

/// A range takes whatever lies in it, in its steps.
Shapes shapesOf(const SizeRange &rule)
{
    const auto made = [&rule](AspectRatio ratio, ResolutionTier tier) {
        const QSize size = sizeFor(ratio, tierPixels(tier));
        const int step = std::max(1, rule.multipleOf);
        return rule.allows(QSize(size.width() / step * step, size.height() / step * step));
    };
    const auto anyTier = [&made](AspectRatio ratio) {
        return std::any_of(allTiers().begin(), allTiers().end(),
                           [&](ResolutionTier tier) { return made(ratio, tier); });
    };
    return {those(usualRatios(), anyTier),
            those(allTiers(), [&made](ResolutionTier tier) { return made(AspectRatio(), tier); }),
            {}};
}

void addShapes(QJsonObject &all, const Offer &offer)
{
    const Shapes shapes = std::visit([](const auto &rule) { return shapesOf(rule); }, offer.sizes);
    QStringList ratios;
    for (const AspectRatio ratio : shapes.ratios) {
        ratios.append(ratio.toString());
    }
    QStringList tiers;
    for (const ResolutionTier tier : shapes.tiers) {
        tiers.append(tierWord(tier));
    }
    if (offer.autoSize && !ratios.isEmpty()) {
        ratios.append(u"auto"_s);
    }
    for (const auto &[name, values] :
         {std::pair {u"aspect_ratio"_s, ratios}, {u"resolution"_s, tiers}, {u"size"_s, shapes.sizes}}) {
        if (!values.isEmpty()) {
            all.insert(name, enumOf(values));
        }
    }
}

void addWords(QJsonObject &all, const Offer &offer, const QString &name, const QStringList &words)
{
    if (offer.supports(name)) {
        all.insert(name, words.isEmpty() ? boolean() : enumOf(words));
    }
}

} // namespace

QJsonObject descriptorsOf(const Offer &offer)
{
    QStringList formats = deliverableFormatNames();
    if (offer.formats.contains(ImageFormat::Svg)) {
        formats.append(formatName(ImageFormat::Svg));
    }
    QJsonObject all {{u"n"_s, rangeOf(1, requestlimits::pictures)},
                     {u"output_format"_s, enumOf(formats)},
                     {u"output_compression"_s, rangeOf(0, 100)}};
    addShapes(all, offer);
    addWords(all, offer, u"quality"_s, offer.qualities);
    addWords(all, offer, u"background"_s, offer.backgrounds);
    addWords(all, offer, u"style"_s, offer.styles);
    if (offer.supports(u"seed"_s)) {
        all.insert(u"seed"_s, boolean());
    }
    if (offer.maxInputImages > 0) {
        all.insert(u"input_references"_s,
                   rangeOf(offer.hasMode(u"text-to-image"_s) ? 0 : 1, std::min(offer.maxInputImages, maxReferences)));
    }
    return all;
}

QJsonObject joinedDescriptors(const QJsonObject &one, const QJsonObject &other)
{
    QJsonObject joined = one;
    for (auto further = other.begin(); further != other.end(); ++further) {
        QJsonObject known = joined.value(further.key()).toObject();
        const QJsonObject added = further.value().toObject();
        if (known.isEmpty() || known.value("type"_L1) != added.value("type"_L1)) {
            // A list says more than that there is one.
            joined.insert(further.key(), known.value("type"_L1) == "enum"_L1 ? known : added);
            continue;
        }
        QJsonArray values = known.value("values"_L1).toArray();
        const QJsonArray addedValues = added.value("values"_L1).toArray();
        for (const QJsonValue value : addedValues) {
            if (!values.contains(value)) {
                values.append(value);
            }
        }
        if (known.contains("values"_L1)) {
            known.insert(u"values"_s, values);
        }
        if (known.contains("min"_L1)) {
            known.insert(u"min"_s, std::min(known.value("min"_L1).toInt(), added.value("min"_L1).toInt()));
            known.insert(u"max"_s, std::max(known.value("max"_L1).toInt(), added.value("max"_L1).toInt()));
        }
        joined.insert(further.key(), known);
    }
    return joined;
}

QStringList passthroughOf(const Offer &offer)
{
    QStringList fields = offer.wire.ownFields;
    const QStringList names = Tuning::names() + QStringList {u"negative_prompt"_s, u"style"_s, u"user"_s};
    for (const QString &name : names) {
        if (const QString field = offer.fields.value(name); !field.isEmpty() && !fields.contains(field)) {
            fields.append(field);
        }
    }
    fields.sort();
    return fields;
}

} // namespace lightwell::openrouter

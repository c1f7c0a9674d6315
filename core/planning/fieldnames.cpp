// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/fieldnames.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

struct Word
{
    const char *name; ///< lower case, without "_" and "-"
    const char *parameter;
};

/// What vendors call the things that decide a price.
constexpr Word pricedWords[] = {
    {"n", "n"},
    {"numimages", "n"},
    {"numberofimages", "n"},
    {"imagecount", "n"},
    {"maximages", "n"},
    {"numoutputs", "n"},
    {"numberresults", "n"},
    {"numsamples", "n"},
    {"samplecount", "n"},
    {"candidatecount", "n"},
    {"numimagesperprompt", "n"},
    {"batchsize", "n"},
    {"sequentialimagegeneration", "n"},
    {"size", "size"},
    {"imagesize", "size"},
    {"width", "size"},
    {"height", "size"},
    {"aspectratio", "aspect_ratio"},
    {"resolution", "resolution"},
    {"imageresolution", "resolution"},
    {"megapixels", "resolution"},
    {"outputmegapixels", "resolution"},
    {"quality", "quality"},
    {"imagequality", "quality"},
    {"renderingspeed", "quality"},
    {"generationmode", "quality"},
    {"images", "image"},
    {"image[]", "image"},
};

constexpr const char *alone[] = {"model", "stream", "partialimages", "servicetier"};

/// What vendors bill beside the picture, by the use that is made of it: searches and whatever else a tool does.
constexpr const char *extras[] = {"tools",        "plugins",         "grounding",          "websearch",
                                  "googlesearch", "enablewebsearch", "enablegooglesearch", "websearchoptions"};

/// "imageSize", "image_size" and "image-size" are one name: some vendors take them all.
QString plain(QString name)
{
    return name.remove(u'_').remove(u'-').toLower();
}

/// Not there, or switched off. An empty object switches on: {"google_search": {}}.
bool isOff(const QJsonValue &value)
{
    const bool never = value.isNull() || (value.isBool() && !value.toBool());
    return never || (value.isArray() && value.toArray().isEmpty());
}

bool isNumberedPicture(const QString &field, const QString &path)
{
    if (!path.startsWith(QString(field + u'_'))) {
        return false;
    }
    bool number = false;
    path.sliced(field.size() + 1).toInt(&number);
    return number;
}

/// Whether the vendor keeps its fields in objects within objects.
bool nests(const Offer &offer)
{
    return std::any_of(offer.fields.begin(), offer.fields.end(),
                       [](const QString &field) { return field.contains(u'.'); });
}

} // namespace

QString mappedParameter(const Offer &offer, const QString &path)
{
    for (auto field = offer.fields.begin(); field != offer.fields.end(); ++field) {
        if (plain(field.value()) == plain(path)) {
            return field.key();
        }
    }
    const bool twoFields = offer.wire.sizeAs == SizeForm::TwoFields;
    if (twoFields && (path == "width"_L1 || path == "height"_L1)) {
        return u"size"_s;
    }
    const QString picture = offer.fields.value(u"image"_s);
    return !picture.isEmpty() && isNumberedPicture(picture, path) ? u"image"_s : QString();
}

QString parameterOnWire(const Offer &offer, const QString &path)
{
    const QString mapped = mappedParameter(offer, path);
    if (!mapped.isEmpty() || offer.supports(path)) {
        return mapped.isEmpty() ? path : mapped;
    }
    if (path.contains(u'.') && !nests(offer)) {
        return {}; // inside an object of the vendor's own, the word may mean anything
    }
    const QString name = plain(path.section(u'.', -1));
    const auto *word = std::find_if(std::begin(pricedWords), std::end(pricedWords), [&name](const Word &candidate) {
        return name == QLatin1StringView(candidate.name);
    });
    return word == std::end(pricedWords) ? QString() : QString::fromLatin1(word->parameter);
}

bool isReservedField(const QString &path)
{
    const QString name = plain(path);
    return std::any_of(std::begin(alone), std::end(alone),
                       [&name](const char *word) { return name == QLatin1StringView(word); });
}

bool mayCostExtra(const QString &name, const QJsonValue &value)
{
    if (isOff(value)) {
        return false;
    }
    const QString word = plain(name);
    if (std::any_of(std::begin(extras), std::end(extras),
                    [&word](const char *extra) { return word == QLatin1StringView(extra); })) {
        return true;
    }
    const QJsonObject inner = value.toObject();
    for (auto field = inner.begin(); field != inner.end(); ++field) {
        if (mayCostExtra(field.key(), field.value())) {
            return true;
        }
    }
    return false;
}

} // namespace lightwell

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

/// What vendors call the things that decide a price, and the parameters that many of them have.
constexpr Word commonWords[] = {
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
    {"batchcount", "n"},
    {"samples", "n"},
    {"nsamples", "n"},
    {"nimages", "n"},
    {"numpictures", "n"},
    {"numberofpictures", "n"},
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
    {"steps", "steps"},
    {"numsteps", "steps"},
    {"inferencesteps", "steps"},
    {"numinferencesteps", "steps"},
    {"samplingsteps", "steps"},
    {"guidance", "guidance"},
    {"guidancescale", "guidance"},
    {"cfg", "guidance"},
    {"cfgscale", "guidance"},
    {"strength", "strength"},
    {"promptstrength", "strength"},
    {"denoisingstrength", "strength"},
    {"moderation", "moderation"},
    {"safetytolerance", "moderation"},
    {"enablesafetychecker", "moderation"},
    {"disablesafetychecker", "moderation"},
    {"inputfidelity", "input_fidelity"},
    {"promptenhancement", "prompt_enhancement"},
    {"promptupsampling", "prompt_enhancement"},
    {"promptextend", "prompt_enhancement"},
    {"promptoptimizer", "prompt_enhancement"},
    {"enhanceprompt", "prompt_enhancement"},
    {"expandprompt", "prompt_enhancement"},
    {"magicprompt", "prompt_enhancement"},
    {"magicpromptoption", "prompt_enhancement"},
    {"scheduler", "scheduler"},
    {"sampler", "scheduler"},
    {"samplername", "scheduler"},
    {"loras", "loras"},
    {"imageloras", "loras"},
    {"scalefactor", "scale_factor"},
    {"upscalefactor", "scale_factor"},
    {"upscaleratio", "scale_factor"},
    {"upscaleby", "scale_factor"},
    {"upscalingresize", "scale_factor"},
    {"safetyidentifier", "user"},
};

constexpr const char *alone[] = {"model", "stream", "partialimages", "servicetier"};

/// What vendors bill beside the picture, by the use that is made of it: searches and whatever else a tool does.
constexpr const char *extras[] = {"tools",        "plugins",         "grounding",          "websearch",
                                  "googlesearch", "enablewebsearch", "enablegooglesearch", "websearchoptions"};

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

/// A parameter's fields, as plainName() writes them: a size may lie in two ("width, height").
QStringList plainFields(const QString &fields)
{
    QStringList names = fields.split(u',');
    for (QString &name : names) {
        name = plainName(name.trimmed());
    }
    return names;
}

/// Whether the vendor has fields of the offer in the object around this one, or further within it. In any other
/// object the word may mean anything.
bool isBesideFields(const Offer &offer, const QString &path)
{
    const QString object = plainName(path.section(u'.', 0, -2)) + u'.';
    return std::any_of(offer.fields.begin(), offer.fields.end(), [&object](const QString &fields) {
        const QStringList names = plainFields(fields);
        return std::any_of(names.begin(), names.end(), [&](const QString &name) { return name.startsWith(object); });
    });
}

} // namespace

void learnFieldNames(FieldNames &names, const Offer &offer)
{
    const auto learn = [&names](const QString &field, const QString &parameter) {
        const QString name = plainName(field);
        const auto known = names.constFind(name);
        names.insert(name, known == names.cend() || *known == parameter ? parameter : QString());
    };
    for (auto field = offer.fields.begin(); field != offer.fields.end(); ++field) {
        const QStringList paths = field->split(u',');
        for (const QString &path : paths) {
            learn(path.trimmed(), field.key());
        }
    }
    for (auto field = offer.fields.begin(); field != offer.fields.end(); ++field) {
        if (field->contains(u'.')) {
            learn(field->section(u'.', 0, 0), {}); // the object around it
        }
    }
    for (const QString &field : offer.wire.ownFields) {
        learn(field, {});
    }
}

QString mappedParameter(const Offer &offer, const QString &path)
{
    for (auto field = offer.fields.begin(); field != offer.fields.end(); ++field) {
        if (plainFields(field.value()).contains(plainName(path))) {
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

bool isOwnField(const Offer &offer, const QString &path)
{
    const QString name = plainName(path);
    const QStringList &own = offer.wire.ownFields;
    return std::any_of(own.begin(), own.end(), [&name](const QString &field) { return plainName(field) == name; });
}

bool isFieldOfOthers(const Offer &offer, const FieldNames &names, const QString &path)
{
    const QString name = plainName(path);
    const auto isOwn = [&name](const QString &field) {
        return plainName(field) == name || plainName(field).startsWith(QString(name + u'.'));
    };
    const QStringList &own = offer.wire.ownFields;
    return names.contains(name) && std::none_of(own.begin(), own.end(), isOwn)
        && std::none_of(offer.fields.begin(), offer.fields.end(), isOwn);
}

QString parameterOnWire(const Offer &offer, const FieldNames &names, const QString &path)
{
    const QString mapped = mappedParameter(offer, path);
    if (!mapped.isEmpty() || offer.supports(path)) {
        return mapped.isEmpty() ? path : mapped;
    }
    if (path.contains(u'.') && !isBesideFields(offer, path)) {
        return {};
    }
    const QString name = plainName(path.section(u'.', -1));
    const auto *word = std::find_if(std::begin(commonWords), std::end(commonWords), [&name](const Word &candidate) {
        return name == QLatin1StringView(candidate.name);
    });
    return word == std::end(commonWords) ? names.value(plainName(path)) : QString::fromLatin1(word->parameter);
}

bool isReservedField(const QString &path)
{
    const QString name = plainName(path);
    return std::any_of(std::begin(alone), std::end(alone),
                       [&name](const char *word) { return name == QLatin1StringView(word); });
}

bool mayCostExtra(const QString &name, const QJsonValue &value)
{
    if (isOff(value)) {
        return false;
    }
    const QString word = plainName(name);
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

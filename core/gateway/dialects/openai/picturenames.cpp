// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/openai/picturenames.h"

#include "core/model/plainname.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace lightwell::openai {

using namespace Qt::StringLiterals;

namespace {

/// Without signs and capitals, and without the number of one among several.
struct PictureName
{
    QString text;
    int number = 0;
};

PictureName pictureName(const QString &field)
{
    static const QRegularExpression parts(u"\\A([A-Za-z_-]+?)_?(\\d{0,3})(?:\\[(\\d{0,3})\\])?\\z"_s);
    const QRegularExpressionMatch match = parts.match(field);
    return {plainName(match.captured(1)), match.captured(2).toInt() + match.captured(3).toInt()};
}

constexpr std::array references {
    "image"_L1,          "images"_L1,          "imageurl"_L1,          "imageurls"_L1,          "imagefile"_L1,
    "imagefiles"_L1,     "imageinput"_L1,      "imageinputs"_L1,       "imageprompt"_L1,        "imageprompts"_L1,
    "imageprompturl"_L1, "inputimage"_L1,      "inputimages"_L1,       "inputimageurl"_L1,      "inputimageurls"_L1,
    "inputreference"_L1, "inputreferences"_L1, "initimage"_L1,         "initimages"_L1,         "initimageurl"_L1,
    "referenceimage"_L1, "referenceimages"_L1, "referenceimageurl"_L1, "referenceimageurls"_L1, "refimage"_L1,
    "refimages"_L1,      "sourceimage"_L1,     "sourceimages"_L1,      "sourceimageurl"_L1};
constexpr std::array masks {"mask"_L1,     "maskimage"_L1, "maskurl"_L1,   "maskimageurl"_L1,
                            "maskfile"_L1, "inputmask"_L1, "imagemask"_L1, "inpaintmask"_L1};

template<std::size_t count>
qsizetype placeIn(const std::array<QLatin1StringView, count> &names, const QString &name)
{
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? -1 : found - names.begin();
}

qsizetype placeOf(const PictureName &name, PictureUse use)
{
    return use == PictureUse::Mask ? placeIn(masks, name.text) : placeIn(references, name.text);
}

} // namespace

std::optional<PictureUse> pictureUseOf(const QString &field)
{
    const PictureName name = pictureName(field);
    for (const PictureUse use : {PictureUse::Reference, PictureUse::Mask}) {
        if (placeOf(name, use) >= 0) {
            return use;
        }
    }
    return std::nullopt;
}

QStringList pictureFields(const QStringList &fields, PictureUse use)
{
    QStringList found;
    std::copy_if(fields.begin(), fields.end(), std::back_inserter(found),
                 [use](const QString &field) { return pictureUseOf(field) == use; });
    std::stable_sort(found.begin(), found.end(), [use](const QString &one, const QString &other) {
        const PictureName first = pictureName(one);
        const PictureName second = pictureName(other);
        return std::pair(placeOf(first, use), first.number) < std::pair(placeOf(second, use), second.number);
    });
    return found;
}

} // namespace lightwell::openai

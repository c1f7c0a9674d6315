// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/namedpictures.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

/// "faceImageIds" and "face_image-ids" are face, image, ids; without the plural.
QStringList wordsOf(const QString &path)
{
    static const QRegularExpression seam(u"(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z]+"_s);
    QStringList words = path.split(seam, Qt::SkipEmptyParts);
    for (QString &word : words) {
        word = word.toLower();
        if (word.size() > 2 && word.endsWith(u's')) {
            word.chop(1);
        }
    }
    return words;
}

bool hasOneOf(const QStringList &words, const QStringList &wanted)
{
    return std::any_of(words.begin(), words.end(), [&wanted](const QString &word) { return wanted.contains(word); });
}

bool isLink(const QString &text)
{
    static const QRegularExpression scheme(u"\\A\\s*[A-Za-z][A-Za-z0-9+.-]*://"_s);
    return scheme.match(text).hasMatch();
}

bool isPictureFile(const QString &link)
{
    static const QStringList suffixes {u"png"_s, u"jpg"_s,  u"jpeg"_s, u"webp"_s, u"gif"_s,  u"avif"_s, u"bmp"_s,
                                       u"tif"_s, u"tiff"_s, u"svg"_s,  u"heic"_s, u"heif"_s, u"jxl"_s};
    return suffixes.contains(QUrl(link.trimmed()).path().section(u'.', -1).toLower());
}

bool isTextNamingPicture(const QStringList &words, const QString &text)
{
    static const QStringList pictures {u"image"_s, u"img"_s,       u"picture"_s, u"pic"_s,   u"photo"_s,
                                       u"mask"_s,  u"reference"_s, u"ref"_s,     u"input"_s, u"source"_s,
                                       u"init"_s,  u"file"_s,      u"asset"_s,   u"upload"_s};
    static const QRegularExpression storedFile(u"\\A(file|resp|ig)[-_][A-Za-z0-9_-]+\\z"_s);
    if (isLink(text)) {
        return isPictureFile(text) || hasOneOf(words, pictures);
    }
    return storedFile.match(text).hasMatch();
}

/// A name that ends in "id" and says of what.
bool isIdOfPicture(QStringList words)
{
    static const QStringList kept {u"image"_s, u"img"_s,    u"picture"_s, u"pic"_s,       u"photo"_s,
                                   u"mask"_s,  u"file"_s,   u"init"_s,    u"reference"_s, u"ref"_s,
                                   u"asset"_s, u"upload"_s, u"media"_s,   u"response"_s,  u"generation"_s};
    return words.size() > 1 && words.takeLast() == "id"_L1 && hasOneOf(words, kept);
}

bool namesPicture(const QStringList &words, const QJsonValue &value)
{
    if (value.isArray()) {
        const QJsonArray entries = value.toArray();
        return std::any_of(entries.begin(), entries.end(),
                           [&words](const QJsonValue &entry) { return namesPicture(words, entry); });
    }
    if (value.isObject()) {
        const QJsonObject fields = value.toObject();
        for (auto field = fields.begin(); field != fields.end(); ++field) {
            if (namesPicture(words + wordsOf(field.key()), field.value())) {
                return true;
            }
        }
        return false;
    }
    const QString text = value.toString().trimmed();
    const bool isSomething = value.isDouble() || !text.isEmpty();
    return isSomething && (isIdOfPicture(words) || isTextNamingPicture(words, text));
}

} // namespace

bool namesPicture(const QString &path, const QJsonValue &value)
{
    return namesPicture(wordsOf(path), value);
}

} // namespace lightwell

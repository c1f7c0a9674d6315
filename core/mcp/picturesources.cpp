// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What of the pictures can be read as resources.
#include "core/async/whendone.h"
#include "core/journal/journal.h"
#include "core/mcp/lookupcalls.h"
#include "core/model/displaytext.h"
#include "core/storage/mediastore.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QtConcurrentRun>

namespace lightwell::mcp {

using namespace Qt::StringLiterals;

namespace {

constexpr int newest = 50; ///< generations that are looked at
constexpr qsizetype longestTitle = 80;
constexpr int keptFor = 24 * 60 * 60 * 1000; ///< a picture's file never changes

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Mcp)
};

QJsonObject entryOf(const Generation &generation, const Picture &picture, const QString &uri)
{
    return {{u"uri"_s, uri},
            {u"name"_s, u"%1.%2"_s.arg(generation.id, formatSuffix(picture.format))},
            {u"title"_s, shortened(generation.request.prompt.simplified(), longestTitle)},
            {u"mimeType"_s, formatMimeType(picture.format)},
            {u"size"_s, picture.bytes}};
}

std::optional<QJsonObject> contentsOf(const QString &uri, const QByteArray &bytes)
{
    const std::optional<ImageFormat> format = sniffFormat(bytes);
    if (!format) {
        return std::nullopt;
    }
    return QJsonObject {{u"contents"_s,
                         QJsonArray {QJsonObject {{u"uri"_s, uri},
                                                  {u"mimeType"_s, formatMimeType(*format)},
                                                  {u"blob"_s, QString::fromLatin1(bytes.toBase64())}}}}};
}

} // namespace

void PicturesCall::begin()
{
    whenDone(surroundings().journal.list(newest), this, [this](const Result<QList<Generation>> &list) {
        QJsonArray resources;
        for (const Generation &generation : list ? *list : QList<Generation>()) {
            const bool isOwn =
                generation.origin.kind == asker().origin.kind && generation.origin.client == asker().origin.client;
            for (const Picture &picture : isOwn ? generation.pictures : QList<Picture>()) {
                if (const QString uri = asker().uriOf(picture); !uri.isEmpty()) {
                    resources.append(entryOf(generation, picture, uri));
                }
            }
        }
        finish(cacheable({{u"resources"_s, resources}}, false, 0));
    });
}

void ReadPictureCall::begin()
{
    const QString uri = message().textOf(message().params.value("uri"_L1));
    const auto reading =
        QtConcurrent::run([uri, asker = asker(), &media = surroundings().media]() -> std::optional<QJsonObject> {
            const QString picture = asker.pictureAt(uri);
            const Result<QByteArray> bytes = picture.isEmpty() ? Result<QByteArray>(Error()) : media.read(picture);
            return bytes ? contentsOf(uri, *bytes) : std::nullopt;
        });
    whenDone(reading, this, [this, uri](const std::optional<QJsonObject> &contents) {
        if (contents) {
            return finish(cacheable(*contents, false, keptFor));
        }
        fail({isStateless(terms().revision) ? errorcode::invalidParams : errorcode::resourceNotFound,
              Text::tr("There is no such picture."), QJsonObject {{u"uri"_s, uri.left(1024)}}});
    });
}

} // namespace lightwell::mcp

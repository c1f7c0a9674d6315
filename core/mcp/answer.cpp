// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/answer.h"

#include "core/mcp/preview.h"
#include "core/storage/mediastore.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace lightwell::mcp {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype linksAndBraces = 2048; ///< characters of a picture beside its preview

QJsonObject linkTo(const Picture &picture, const QString &uri, qsizetype number)
{
    return {{u"type"_s, u"resource_link"_s},
            {u"uri"_s, uri},
            {u"name"_s, u"picture-%1.%2"_s.arg(number).arg(formatSuffix(picture.format))},
            {u"mimeType"_s, formatMimeType(picture.format)},
            {u"size"_s, picture.bytes}};
}

QJsonObject imageOf(const Preview &preview)
{
    return {{u"type"_s, u"image"_s},
            {u"data"_s, QString::fromLatin1(preview.bytes.toBase64())},
            {u"mimeType"_s, formatMimeType(preview.format)}};
}

} // namespace

QJsonObject jobResult(const Generation &outcome, const UriOf &uriOf, Revision revision)
{
    const QJsonObject report = jobReport(outcome, uriOf);
    // The report stands there twice, once as text, where its quotes are escaped.
    const qsizetype words = 3 * QJsonDocument(report).toJson(QJsonDocument::Compact).size();
    const qsizetype count = std::max<qsizetype>(1, outcome.pictures.size());
    const qsizetype each = ((longestAnswer - words) / count - linksAndBraces) / 4 * 3;
    QJsonArray further;
    for (qsizetype index = 0; index < outcome.pictures.size(); ++index) {
        const Picture &picture = outcome.pictures.at(index);
        const Result<QByteArray> bytes = MediaStore::bytesOf(picture);
        const Preview preview = bytes ? previewOf(*bytes, each) : Preview();
        if (!preview.bytes.isEmpty()) {
            further.append(imageOf(preview));
        }
        if (const QString uri = uriOf(picture); !uri.isEmpty()) {
            further.append(linkTo(picture, uri, index + 1));
        }
    }
    return toolResult(report, further, outcome.status != GenerationStatus::Completed, revision);
}

} // namespace lightwell::mcp

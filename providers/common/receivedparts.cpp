// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/common/receivedparts.h"

#include <QRegularExpression>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestBoundary = 70; // RFC 2046

/// Of a header like 'form-data; name="job"; filename=job.json'.
QString parameterIn(const QByteArray &header, const QString &name)
{
    const QRegularExpression pattern(uR"re((?:^|[;\s])%1=(?:"([^"]*)"|([^;\s]+)))re"_s.arg(name),
                                     QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = pattern.match(QString::fromUtf8(header));
    return match.captured(1) + match.captured(2);
}

ReceivedPart readPart(const QByteArray &text, const QByteArray &lineEnd)
{
    ReceivedPart part;
    const QByteArray headText = lineEnd + text; // a part may begin with the empty line
    const QByteArray emptyLine = lineEnd + lineEnd;
    const qsizetype split = headText.indexOf(emptyLine);
    if (split < 0) {
        return part;
    }
    part.bytes = headText.mid(split + emptyLine.size());
    const QList<QByteArray> lines = headText.left(split).split('\n');
    for (const QByteArray &line : lines) {
        const QByteArray name = line.left(line.indexOf(':')).trimmed().toLower();
        const QByteArray value = line.mid(line.indexOf(':') + 1).trimmed();
        if (name == "content-disposition") {
            part.name = parameterIn(value, u"name"_s);
        } else if (name == "content-type") {
            part.mimeType = value.split(';').constFirst().trimmed();
        }
    }
    return part;
}

} // namespace

QList<ReceivedPart> receivedParts(const HttpResponse &response)
{
    const QByteArray type = response.header("Content-Type"_ba);
    const QByteArray boundary = parameterIn(type, u"boundary"_s).toUtf8();
    if (!type.toLower().startsWith("multipart/") || boundary.isEmpty() || boundary.size() > longestBoundary) {
        return {};
    }
    const QByteArray mark = "--"_ba + boundary;
    const QByteArray &body = response.body;
    const QByteArray lineWithMark = '\n' + mark;
    const qsizetype before = body.startsWith(mark) ? 0 : body.indexOf(lineWithMark);
    if (before < 0) {
        return {};
    }
    qsizetype at = body.indexOf(mark, before) + mark.size();
    const QByteArray lineEnd = body.mid(at, 1) == "\n" ? "\n"_ba : "\r\n"_ba;
    const QByteArray delimiter = lineEnd + mark;
    QList<ReceivedPart> parts;
    while (body.mid(at, lineEnd.size()) == lineEnd) { // the last one is followed by "--"
        const qsizetype from = at + lineEnd.size();
        const qsizetype end = body.indexOf(delimiter, at);
        parts.append(readPart(body.mid(from, end < 0 ? -1 : std::max(end - from, qsizetype(0))), lineEnd));
        if (end < 0) {
            break;
        }
        at = end + delimiter.size();
    }
    return parts;
}

} // namespace lightwell

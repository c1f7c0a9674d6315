// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/multipart.h"

#include <QRegularExpression>

namespace lightwell::test {

namespace {

QByteArray parameter(const QByteArray &header, const QString &name)
{
    static const QString pattern = QStringLiteral("(?:^|[;\\s])%1=(?:\"([^\"]*)\"|([^;\\s]+))");
    const QRegularExpression expression(pattern.arg(name));
    const auto match = expression.match(QString::fromUtf8(header));
    return (match.captured(1).isEmpty() ? match.captured(2) : match.captured(1)).toUtf8();
}

FormPart readPart(const QByteArray &head, const QByteArray &body)
{
    FormPart part;
    part.body = body;
    for (const QByteArray &line : head.split('\n')) {
        const QByteArray name = line.left(line.indexOf(':')).trimmed().toLower();
        const QByteArray value = line.mid(line.indexOf(':') + 1).trimmed();
        if (name == "content-disposition") {
            part.name = QString::fromUtf8(parameter(value, QStringLiteral("name")));
            part.fileName = QString::fromUtf8(parameter(value, QStringLiteral("filename")));
        } else if (name == "content-type") {
            part.contentType = value;
        }
    }
    return part;
}

} // namespace

QList<FormPart> formParts(const Received &request)
{
    const QByteArray type = request.header("Content-Type");
    const QByteArray boundary = parameter(type, QStringLiteral("boundary"));
    if (!type.startsWith("multipart/form-data") || boundary.isEmpty()) {
        return {};
    }
    const QByteArray body = "\r\n" + request.body;
    const QByteArray delimiter = "\r\n--" + boundary;
    QList<FormPart> parts;
    qsizetype at = body.indexOf(delimiter);
    while (at >= 0) {
        at += delimiter.size();
        if (body.mid(at, 2) == "--") {
            return parts;
        }
        const qsizetype end = body.indexOf(delimiter, at);
        const qsizetype split = body.indexOf("\r\n\r\n", at);
        if (end < 0 || split < 0 || split > end) {
            return {};
        }
        parts.append(readPart(body.mid(at, split - at), body.mid(split + 4, end - split - 4)));
        at = end;
    }
    return {};
}

std::optional<QByteArray> formField(const QList<FormPart> &parts, const QString &name)
{
    for (const FormPart &part : parts) {
        if (part.name == name) {
            return part.body;
        }
    }
    return std::nullopt;
}

} // namespace lightwell::test

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/http/multipartform.h"

#include <QCoreApplication>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Gateway)
};

constexpr qsizetype maxFields = 128;
constexpr qsizetype longestHead = 8LL * 1024; ///< of one field, in bytes
constexpr qsizetype longestBoundary = 70; // RFC 2046, 5.1.1

Error broken(const QString &what)
{
    return notSent(ErrorKind::Invalid, Text::tr("The form cannot be read: %1").arg(what));
}

bool isBoundary(const QByteArray &text)
{
    static const QByteArray marks = "'()+_,-./:=? ";
    return !text.isEmpty() && text.size() <= longestBoundary && !text.endsWith(' ')
        && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || marks.contains(c);
           });
}

/// The value of a parameter ("; name=value" or "; name=\"value\""); nothing if it is missing, twice there or broken.
std::optional<QByteArray> parameter(const QByteArray &header, const QByteArray &name)
{
    std::optional<QByteArray> found;
    qsizetype at = header.indexOf(';');
    while (at >= 0 && at < header.size()) {
        ++at;
        const qsizetype equals = header.indexOf('=', at);
        if (equals < 0) {
            break;
        }
        const QByteArray key = header.mid(at, equals - at).trimmed().toLower();
        QByteArray value;
        at = equals + 1;
        if (at < header.size() && header.at(at) == '"') {
            for (++at; at < header.size() && header.at(at) != '"'; ++at) {
                at += header.at(at) == '\\' && at + 1 < header.size() && header.at(at + 1) == '"' ? 1 : 0;
                value += header.at(at);
            }
            if (at >= header.size()) {
                return std::nullopt; // no closing quote
            }
            at = header.indexOf(';', at);
        } else {
            const qsizetype end = header.indexOf(';', at);
            value = header.mid(at, end < 0 ? -1 : end - at).trimmed();
            at = end;
        }
        if (key != name) {
            continue;
        }
        if (found) {
            return std::nullopt;
        }
        found = value;
    }
    return found;
}

/// Browsers and fetch() write these three so in names.
QString nameOf(QByteArray text)
{
    return QString::fromUtf8(text.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n"));
}

Result<FormField> readField(const QByteArray &head)
{
    QByteArray disposition;
    for (const QByteArray &line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (line.left(colon).trimmed().toLower() != "content-disposition") {
            continue;
        }
        if (!disposition.isEmpty()) {
            return broken(Text::tr("a field has two names."));
        }
        disposition = line.mid(colon + 1).trimmed();
    }
    const std::optional<QByteArray> name = parameter(disposition, "name");
    if (!disposition.toLower().startsWith("form-data") || !name || name->isEmpty()) {
        return broken(Text::tr("a field has no name."));
    }
    FormField field;
    field.name = nameOf(*name);
    field.isFile = parameter(disposition, "filename") || parameter(disposition, "filename*");
    return field;
}

} // namespace

bool isMultipartForm(const QByteArray &contentType)
{
    return contentType.left(contentType.indexOf(';')).trimmed().toLower() == "multipart/form-data"
        && contentType.contains(';');
}

Result<QList<FormField>> readMultipartForm(const QByteArray &contentType, const QByteArray &body)
{
    const std::optional<QByteArray> boundary = parameter(contentType, "boundary");
    if (!boundary || !isBoundary(*boundary)) {
        return broken(Text::tr("its Content-Type names no usable boundary."));
    }
    const QByteArray line = "--" + *boundary;
    const QByteArray separator = "\r\n" + line;
    qsizetype at = body.startsWith("\r\n") ? 2 : 0;
    if (QByteArrayView(body).sliced(at).size() < line.size() || body.mid(at, line.size()) != line) {
        return broken(Text::tr("it does not begin with its boundary."));
    }
    at += line.size();
    QList<FormField> fields;
    while (body.mid(at, 2) == "\r\n") {
        at += 2;
        const qsizetype headEnd = body.indexOf("\r\n\r\n", at);
        if (headEnd < 0 || headEnd - at > longestHead) {
            return broken(Text::tr("a field’s head has no end, or is too long."));
        }
        const Result<FormField> read = readField(body.mid(at, headEnd - at));
        if (!read) {
            return read.error();
        }
        FormField field = *read;
        const qsizetype begin = headEnd + 4;
        // An empty field ends with the line break that also ends its head.
        const qsizetype end = body.indexOf(separator, begin - 2);
        if (end < 0) {
            return broken(Text::tr("the field %1 has no end.").arg(field.name.left(64)));
        }
        const qsizetype size = std::max<qsizetype>(0, end - begin);
        field.content = QByteArray::fromRawData(body.constData() + std::min(begin, body.size()), size);
        if (fields.size() >= maxFields) {
            return broken(Text::tr("it has more than %1 fields.").arg(maxFields));
        }
        fields.append(field);
        at = end + separator.size();
    }
    if (body.mid(at, 2) != "--") {
        return broken(Text::tr("its last boundary is missing."));
    }
    return fields;
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/common/multipart.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

/// As browsers do it: quotes and line breaks as percent escapes, everything else as UTF-8.
QByteArray quoted(const QString &text)
{
    QByteArray result = text.toUtf8();
    result.replace("\r"_ba, "%0D"_ba).replace("\n"_ba, "%0A"_ba).replace("\""_ba, "%22"_ba);
    return '"' + result + '"';
}

QString lastSegment(QString path)
{
    return path.replace(u'\\', u'/').section(u'/', -1);
}

QString scalarText(const QJsonValue &value)
{
    if (value.isBool()) {
        return value.toBool() ? u"true"_s : u"false"_s;
    }
    if (value.isDouble()) {
        const double number = value.toDouble();
        const qint64 whole = value.toInteger();
        return static_cast<double>(whole) == number ? QString::number(whole) : QString::number(number, 'g', 15);
    }
    return value.toString();
}

} // namespace

void Multipart::addText(const QString &name, const QString &value)
{
    m_parts.append({"Content-Disposition: form-data; name="_ba + quoted(name), value.toUtf8()});
}

void Multipart::addJson(const QString &name, const QJsonValue &value)
{
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            addJson(name + u'[' + it.key() + u']', it.value());
        }
    } else if (value.isArray()) {
        const QJsonArray entries = value.toArray();
        for (const QJsonValue &entry : entries) {
            addJson(name + "[]"_L1, entry);
        }
    } else if (!value.isNull() && !value.isUndefined()) {
        addText(name, scalarText(value));
    }
}

void Multipart::addFile(const QString &name, const QString &fileName, const QByteArray &mimeType,
                        const QByteArray &bytes)
{
    m_parts.append({"Content-Disposition: form-data; name="_ba + quoted(name) + "; filename="_ba
                        + quoted(lastSegment(fileName)) + "\r\nContent-Type: "_ba + mimeType,
                    bytes});
}

QByteArray Multipart::boundary() const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const Part &part : m_parts) {
        hash.addData(part.head);
        hash.addData(part.bytes);
    }
    QByteArray result = "lightwell-"_ba + hash.result().toHex().left(40);
    const auto occurs = [&](const Part &part) { return part.head.contains(result) || part.bytes.contains(result); };
    while (std::any_of(m_parts.begin(), m_parts.end(), occurs)) {
        result += 'x';
    }
    return result;
}

QByteArray Multipart::contentType() const
{
    return "multipart/form-data; boundary="_ba + boundary();
}

QByteArray Multipart::body() const
{
    const QByteArray mark = "--"_ba + boundary();
    qsizetype size = mark.size() + 4;
    for (const Part &part : m_parts) {
        size += mark.size() + part.head.size() + part.bytes.size() + 8;
    }
    QByteArray result;
    result.reserve(size);
    for (const Part &part : m_parts) {
        result.append(mark).append("\r\n").append(part.head).append("\r\n\r\n").append(part.bytes).append("\r\n");
    }
    return result.append(mark).append("--\r\n");
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explain/sentmessage.h"

#include "core/explain/shownbody.h"
#include "core/model/boundedjson.h"
#include "core/net/redaction.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

constexpr QLatin1StringView picture(shownBytes);
constexpr auto endOfLine = "\r\n"_L1;

QJsonValue withoutPictures(const QJsonValue &value)
{
    if (value.isString()) {
        return encodedBytesIn(value.toString().toUtf8()) ? QJsonValue(picture) : value;
    }
    if (value.isArray()) {
        QJsonArray list;
        const QJsonArray entries = value.toArray();
        for (const QJsonValue entry : entries) {
            list.append(withoutPictures(entry));
        }
        return list;
    }
    if (value.isObject()) {
        QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            it.value() = withoutPictures(it.value());
        }
        return object;
    }
    return value;
}

bool saysWhoAsks(const HttpHeader &header, const QByteArrayList &secrets)
{
    return isSecretHeader(header.name)
        || std::any_of(secrets.cbegin(), secrets.cend(),
                       [&header](const QByteArray &secret) { return header.value.contains(secret); });
}

QStringList headersOf(const HttpRequest &request, const QByteArrayList &secrets)
{
    QStringList headers;
    for (const HttpHeader &header : request.headers) {
        if (!saysWhoAsks(header, secrets)) {
            const qsizetype more = header.value.indexOf("; boundary"); // drawn from the bytes, and says nothing
            const QByteArray value = more < 0 ? header.value : header.value.left(more);
            headers.append(QString::fromUtf8(header.name) + u": "_s + QString::fromUtf8(value));
        }
    }
    return headers;
}

QByteArray boundaryOf(const QByteArray &contentType)
{
    constexpr auto mark = "boundary="_L1;
    const qsizetype at = contentType.indexOf(mark.data());
    QByteArray boundary = at < 0 ? QByteArray() : contentType.mid(at + mark.size());
    boundary.truncate(boundary.indexOf(';') < 0 ? boundary.size() : boundary.indexOf(';'));
    return boundary.replace('"', QByteArray()).trimmed();
}

QString quotedAfter(const QByteArray &head, const char *mark)
{
    const qsizetype at = head.indexOf(mark);
    const qsizetype begin = at + qstrlen(mark);
    return at < 0 ? QString() : QString::fromUtf8(head.mid(begin, head.indexOf('"', begin) - begin));
}

/// The fields of a form that our own code has written.
void readForm(const QByteArray &body, const QByteArray &boundary, SentMessage &message)
{
    const QByteArray between = "--" + boundary;
    QStringList lines;
    qsizetype at = body.indexOf(between);
    while (at >= 0) {
        const qsizetype begin = at + between.size() + endOfLine.size();
        const qsizetype end = body.indexOf(between, begin);
        const qsizetype headEnd = body.indexOf("\r\n\r\n", begin);
        if (end < 0 || headEnd < 0 || headEnd > end) {
            break;
        }
        const QByteArray head = body.mid(begin, headEnd - begin);
        const qsizetype content = headEnd + 2 * endOfLine.size();
        const QByteArray bytes = body.mid(content, end - endOfLine.size() - content);
        const Result<QJsonObject> object =
            head.contains("application/json") ? readJsonObject(bytes, jsonlimits::own) : Result<QJsonObject>(Error());
        const bool isText = object || (!head.contains("filename=") && !head.contains("Content-Type: image/"));
        const QString value = isText ? QString::fromUtf8(bytes) : QString(picture);
        const QString name = quotedAfter(head, "; name=\"");
        message.fields.insert(name, object ? QJsonValue(*object) : QJsonValue(value));
        lines.append(name + u'=' + value);
        at = end;
    }
    message.body = lines.join(u'\n');
}

void readBody(const HttpRequest &request, SentMessage &message)
{
    if (request.body.isEmpty()) {
        return;
    }
    if (const QByteArray boundary = boundaryOf(request.header("Content-Type"_ba)); !boundary.isEmpty()) {
        readForm(request.body, boundary, message);
        return;
    }
    if (const Result<QJsonDocument> json = readJson(request.body, jsonlimits::own)) {
        const QJsonValue shown =
            withoutPictures(json->isArray() ? QJsonValue(json->array()) : QJsonValue(json->object()));
        message.fields = shown.isArray() ? shown.toArray().first().toObject() : shown.toObject();
        const QJsonDocument document = shown.isArray() ? QJsonDocument(shown.toArray()) : QJsonDocument(message.fields);
        message.body = QString::fromUtf8(document.toJson()).trimmed();
        return;
    }
    message.body = picture; // bytes as they are
}

QJsonValue valueAt(const QJsonObject &object, const QString &path)
{
    const qsizetype dot = path.indexOf(u'.');
    const QJsonValue here = object.value(dot < 0 ? path : path.left(dot));
    return dot < 0 || !here.isObject() ? (dot < 0 ? here : object.value(path))
                                       : valueAt(here.toObject(), path.mid(dot + 1));
}

/// Vendors put all fields into an object ("input"), or into the first of a list.
QJsonValue searched(const QJsonValue &value, const QString &path, int depth)
{
    constexpr int deepest = 4;
    if (depth > deepest) {
        return QJsonValue::Undefined;
    }
    if (value.isArray()) {
        return searched(value.toArray().first(), path, depth + 1);
    }
    const QJsonObject object = value.toObject();
    QJsonValue found = valueAt(object, path);
    for (auto it = object.begin(); it != object.end() && found.isUndefined(); ++it) {
        if (it->isObject() || it->isArray()) {
            found = searched(it.value(), path, depth + 1);
        }
    }
    return found;
}

} // namespace

QJsonValue SentMessage::value(const QString &path) const
{
    return path.isEmpty() ? QJsonValue(QJsonValue::Undefined) : searched(fields, path, 0);
}

Result<SentMessage> sentMessage(const Adapter &adapter, const Plan &plan, const PlannedCall &call,
                                const Credentials &credentials)
{
    const Step step = adapter.begin(plan, call, credentials);
    if (const auto *failed = std::get_if<Failed>(&step)) {
        return failed->error;
    }
    const auto *send = std::get_if<Send>(&step);
    if (!send) {
        return Error();
    }
    const HttpRequest &request = send->request;
    QByteArrayList secrets {credentials.key, credentials.token};
    secrets.removeAll(QByteArray());
    SentMessage message;
    message.method = QString::fromLatin1(request.method);
    message.address = request.url.toString(QUrl::FullyEncoded | QUrl::RemoveUserInfo);
    message.headers = headersOf(request, secrets);
    message.isPreparation = !request.startsPaidWork;
    message.calls = static_cast<int>(std::max<qsizetype>(1, plan.calls.size()));
    readBody(request, message);
    return message;
}

} // namespace lightwell

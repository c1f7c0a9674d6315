// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/answerbook.h"

#include "core/gateway/services/openapiservice.h"

#include <QHostAddress>
#include <QTest>

#include <algorithm>
#include <utility>

namespace lightwell::test {

using namespace Qt::StringLiterals;

bool DescribedCall::needsKey() const
{
    return !described.contains("security"_L1);
}

bool DescribedCall::takesBody() const
{
    return described.contains("requestBody"_L1);
}

bool DescribedCall::takesName() const
{
    return path.contains(u'{');
}

QByteArray DescribedCall::address() const
{
    QString address = path;
    for (const QString &name : {u"{id}"_s, u"{name}"_s, u"{slug}"_s, u"{hash}"_s}) {
        address.replace(name, u"none"_s);
    }
    return address.toLatin1();
}

QList<DescribedCall> describedCalls()
{
    QList<DescribedCall> all;
    const QJsonObject paths = openApiDocument().value("paths"_L1).toObject();
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        const QJsonObject methods = path->toObject();
        for (auto method = methods.begin(); method != methods.end(); ++method) {
            if (method->toObject().contains("responses"_L1)) {
                all.append({method.key().toUpper().toLatin1(), path.key(), method->toObject()});
            }
        }
    }
    return all;
}

QStringList successesOf(const DescribedCall &operation)
{
    QStringList successes;
    const QJsonObject responses = operation.described.value("responses"_L1).toObject();
    for (auto response = responses.begin(); response != responses.end(); ++response) {
        if (!response.key().startsWith(u'2')) {
            continue;
        }
        const QStringList types = response->toObject().value("content"_L1).toObject().keys();
        for (const QString &type : types) {
            successes.append(response.key() + u' ' + type);
        }
        if (types.isEmpty()) {
            successes.append(response.key());
        }
    }
    return successes;
}

WordAnswer AnswerBook::ask(const GatewayRig &rig, const QByteArray &method, const QString &described,
                           const QByteArray &path, const QByteArray &body, const QByteArray &headers)
{
    RawClient client(rig.port());
    client.send(rig.request(method, path, body, headers + "Connection: close\r\n"));
    const WordAnswer answer(client.everything());
    note(method, described, answer);
    return answer;
}

void AnswerBook::note(const QByteArray &method, const QString &described, const WordAnswer &answer)
{
    const QString type = QString::fromLatin1(answer.header("Content-Type"));
    const bool isPicture = type.startsWith("image/"_L1);
    m_answers.append(QJsonObject {{u"method"_s, QString::fromLatin1(method)},
                                  {u"path"_s, described},
                                  {u"status"_s, answer.status},
                                  {u"type"_s, type},
                                  {u"body"_s, isPicture ? QString() : QString::fromUtf8(answer.body)}});
    const QString kind = isPicture ? u"image/*"_s : type.section(u';', 0, 0);
    m_seen.insert(
        u"%1 %2 %3 %4"_s.arg(QString::fromLatin1(method), described, QString::number(answer.status), kind).trimmed());
}

void AnswerBook::askMeanwhile(const GatewayRig &rig, const DescribedCall &operation, const QByteArray &headers,
                              int status, const QByteArray &body)
{
    auto socket = std::make_unique<QTcpSocket>();
    socket->connectToHost(QHostAddress(QHostAddress::LocalHost), rig.port());
    socket->write(rig.request(operation.method, operation.address(), body, headers + "Connection: close\r\n"));
    m_asked.push_back({operation.method, operation.path, status, std::move(socket)});
}

void AnswerBook::awaitAll()
{
    for (const Asked &asked : std::exchange(m_asked, {})) {
        QTRY_COMPARE(asked.socket->state(), QAbstractSocket::UnconnectedState);
        const WordAnswer answer(asked.socket->readAll());
        const bool isAnyError = asked.status == 0 && answer.status >= 400 && answer.status < 500;
        QVERIFY2(isAnyError || answer.status == asked.status,
                 qPrintable(u"%1 %2: %3 instead of %4"_s.arg(QString::fromLatin1(asked.method), asked.path)
                                .arg(answer.status)
                                .arg(asked.status)));
        note(asked.method, asked.path, answer);
    }
}

WordAnswer AnswerBook::post(const GatewayRig &rig, const QByteArray &path, const QJsonObject &wish,
                            const QByteArray &headers, const QByteArray &query)
{
    return ask(rig, "POST", QString::fromLatin1(path), path + query, compact(wish), headers);
}

WordAnswer AnswerBook::get(const GatewayRig &rig, const QByteArray &path, const QByteArray &query)
{
    return ask(rig, "GET", QString::fromLatin1(path), path + query);
}

bool AnswerBook::hasSeenBeginning(const QString &beginning) const
{
    return std::any_of(m_seen.begin(), m_seen.end(),
                       [&beginning](const QString &seen) { return seen.startsWith(beginning); });
}

} // namespace lightwell::test

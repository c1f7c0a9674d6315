// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/textrestartrig.h"

#include "core/storage/query.h"
#include "core/storage/store.h"

#include <QSignalSpy>
#include <QTest>

namespace lightwell::test {

using namespace Qt::StringLiterals;

GatewayOptions storing(bool stores)
{
    GatewayOptions options;
    options.storesResponses = stores;
    return options;
}

NextGateway::NextGateway(ChatRig &rig, const GatewayOptions &options)
    : NextGateway(rig, options, *rig.gateway.rig.engine, *rig.gateway.rig.journal)
{
}

NextGateway::NextGateway(ChatRig &rig, GatewayOptions options, Engine &engine, Journal &journal)
    : m_rig(rig)
    , m_gateway(Gateway::Parts {engine,
                                rig.gateway.clients,
                                journal,
                                *rig.gateway.rig.media,
                                *rig.gateway.rig.keyring,
                                *rig.gateway.rig.ledger,
                                {},
                                {},
                                rig.gateway.rig.store.get(),
                                {},
                                {},
                                ChatRig::texts()})
{
    m_gateway.setCatalog(rig.gateway.rig.catalog);
    options.port = 0;
    QSignalSpy changes(&m_gateway, &Gateway::stateChanged);
    m_gateway.start(options);
    [&] { QTRY_VERIFY(!changes.isEmpty()); }();
}

quint16 NextGateway::port() const
{
    return quint16(m_gateway.state().url.port(0));
}

QByteArray NextGateway::request(const QByteArray &path, const QJsonObject &body, const QByteArray &headers) const
{
    return m_rig.gateway.request("POST", path, compact(body),
                                 headers + "Connection: close\r\nHost: 127.0.0.1:" + QByteArray::number(port())
                                     + "\r\n");
}

WordAnswer NextGateway::ask(const QByteArray &path, const QJsonObject &body, const QByteArray &headers) const
{
    RawClient client(port());
    client.send(request(path, body, headers));
    return WordAnswer(client.everything());
}

WordAnswer ask(const ChatRig &rig, const QByteArray &path, const QJsonObject &body, const QByteArray &headers)
{
    RawClient client(rig.gateway.port());
    client.send(rig.gateway.request("POST", path, compact(body), headers + "Connection: close\r\n"));
    return WordAnswer(client.everything());
}

QJsonObject chatWish(bool streams)
{
    return ChatRig::wish({{u"model"_s, u"alpha/talk"_s}, {u"stream"_s, streams}});
}

QString codeOf(const WordAnswer &answer)
{
    const QJsonObject error = answer.json()["error"_L1].toObject();
    const QString own = error["metadata"_L1]["provider_code"_L1].toString();
    return own.isEmpty() ? error["code"_L1].toString() : own;
}

qint64 kept(const ChatRig &rig)
{
    return await(rig.gateway.rig.store->run([](Database &database) -> qint64 {
        Result<Rows> rows = execute(database, u"SELECT count(*) FROM stored_responses"_s);
        return rows && rows.value().next() ? rows.value().value(0).toLongLong() : -1;
    }));
}

bool change(const ChatRig &rig, const QString &sql)
{
    return await(rig.gateway.rig.store->run([sql](Database &database) { return execute(database, sql).ok(); }));
}

} // namespace lightwell::test

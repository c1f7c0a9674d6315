// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/gatewayrig.h"

#include <QJsonDocument>

namespace lightwell::test {

using namespace Qt::StringLiterals;

GatewayRig::GatewayRig()
    : GatewayRig({toyOffer(u"toy"_s, u"alpha"_s)})
{
}

GatewayRig::GatewayRig(const QList<Offer> &offers, std::shared_ptr<const TextModels> texts)
    : rig(offers)
    , clients(*rig.store)
    , gateway(Gateway::Parts {*rig.engine,
                              clients,
                              *rig.journal,
                              *rig.media,
                              *rig.keyring,
                              *rig.ledger,
                              [this] { return addresses; },
                              {},
                              rig.store.get(),
                              std::make_shared<HttpClientOptions>(),
                              replayFolder(),
                              std::move(texts),
                              &rig.adapters})
{
    vendor().atOnce = true;
    key = await(clients.add(u"test"_s))->key;
    gateway.setCatalog(rig.catalog);
}

void GatewayRig::start(GatewayOptions options)
{
    options.port = 0;
    options.times.linger = std::chrono::milliseconds(300);
    QSignalSpy changes(&gateway, &Gateway::stateChanged);
    gateway.start(options);
    [&] { QTRY_VERIFY(!changes.isEmpty()); }();
}

QString GatewayRig::replayFolder() const
{
    return rig.folder.filePath(u"replay"_s);
}

quint16 GatewayRig::port() const
{
    return quint16(gateway.state().url.port(0));
}

QByteArray GatewayRig::request(const QByteArray &method, const QByteArray &path, const QByteArray &body,
                               const QByteArray &headers) const
{
    QByteArray text = method + ' ' + path + " HTTP/1.1\r\n" + headers;
    if (!headers.contains("Host:")) {
        text += "Host: " + host() + "\r\n";
    }
    if (!headers.contains("Authorization:")) {
        text += "Authorization: Bearer " + key + "\r\n";
    }
    if (!body.isEmpty() && !headers.contains("Content-Type:")) {
        text += "Content-Type: application/json\r\n";
    }
    if (!body.isEmpty() && !headers.contains("Transfer-Encoding:")) {
        text += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    }
    return text + "\r\n" + body;
}

QByteArray GatewayRig::post(const QJsonObject &body, const QByteArray &headers, const QByteArray &query) const
{
    return request("POST", "/v1/images/generations" + query, QJsonDocument(body).toJson(QJsonDocument::Compact),
                   headers);
}

RawAnswer GatewayRig::ask(const QByteArray &request) const
{
    RawClient client(port());
    client.send(request);
    return client.answer();
}

QJsonObject GatewayRig::wish()
{
    return {{u"model"_s, u"toy"_s}, {u"prompt"_s, u"a paper boat"_s}};
}

} // namespace lightwell::test

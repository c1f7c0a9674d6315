// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/clientregistry.h"
#include "core/gateway/gateway.h"
#include "tests/engine/enginerig.h"
#include "tests/gateway/rawclient.h"

#include <QEvent>
#include <QNetworkInterface>

namespace lightwell::test {

/// A gateway over a real engine with one toy vendor that answers at once, and a client with a key.
class GatewayRig
{
public:
    GatewayRig();
    explicit GatewayRig(const QList<Offer> &offers, std::shared_ptr<const TextModels> texts = {});

    /// Starts on a free port and waits until it listens (or has failed).
    void start(GatewayOptions options = {});
    [[nodiscard]] quint16 port() const;
    [[nodiscard]] QString replayFolder() const; ///< Gateway::Parts::replayFolder
    [[nodiscard]] ToyVendor &vendor() { return rig.vendor(QStringLiteral("alpha")); }
    [[nodiscard]] QByteArray host() const { return "127.0.0.1:" + QByteArray::number(port()); }

    /// "METHOD PATH HTTP/1.1" with Host and key; `headers` are whole lines.
    [[nodiscard]] QByteArray request(const QByteArray &method, const QByteArray &path, const QByteArray &body = {},
                                     const QByteArray &headers = {}) const;
    [[nodiscard]] QByteArray post(const QJsonObject &body, const QByteArray &headers = {},
                                  const QByteArray &query = {}) const;
    [[nodiscard]] RawAnswer ask(const QByteArray &request) const; ///< on a connection of its own
    [[nodiscard]] static QJsonObject wish(); ///< model and prompt

    QList<QHostAddress> addresses = QNetworkInterface::allAddresses(); ///< which the gateway takes for the computer's
    EngineRig rig;
    ClientRegistry clients;
    QByteArray key;
    Gateway gateway;
};

/// Counts what a keyring is asked while this is there: each question is an event of its own on the keyring's thread.
class KeyQuestions : public QObject
{
public:
    explicit KeyQuestions(Keyring &keyring) { keyring.installEventFilter(this); }
    bool eventFilter(QObject *asked, QEvent *event) override
    {
        count += event->type() == QEvent::MetaCall ? 1 : 0;
        return QObject::eventFilter(asked, event);
    }

    int count = 0;
};

} // namespace lightwell::test

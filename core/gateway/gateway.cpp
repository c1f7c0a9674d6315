// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/gateway.h"

#include "core/gateway/gatewayserver.h"

#include <QMutex>

namespace lightwell {

class Gateway::Private
{
public:
    explicit Private(const Parts &parts)
        : server(parts)
    {
    }
    GatewayServer server; ///< lives on the gateway's thread
    mutable QMutex mutex;
    GatewayState state;
};

Gateway::Gateway(const Parts &parts, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(parts))
{
    d->server.setParent(this); // so that it moves along with the gateway
    connect(&d->server, &GatewayServer::stateChanged, this, [this](const GatewayState &state) {
        {
            const QMutexLocker lock(&d->mutex);
            d->state = state;
        }
        Q_EMIT stateChanged(state);
    });
    connect(&d->server, &GatewayServer::called, this, &Gateway::called);
}

Gateway::~Gateway()
{
    d->server.disconnect(this);
    d->server.setParent(nullptr);
}

void Gateway::setCatalog(const Catalog &catalog)
{
    QMetaObject::invokeMethod(&d->server, [server = &d->server, catalog] { server->setCatalog(catalog); });
}

void Gateway::setPresets(const Presets &presets)
{
    QMetaObject::invokeMethod(&d->server, [server = &d->server, presets] { server->setPresets(presets); });
}

void Gateway::setPresetsPath(const QString &path)
{
    QMetaObject::invokeMethod(&d->server, [server = &d->server, path] { server->setPresetsPath(path); });
}

void Gateway::start(const GatewayOptions &options)
{
    QMetaObject::invokeMethod(&d->server, [server = &d->server, options] { server->start(options); });
}

void Gateway::stop()
{
    QMetaObject::invokeMethod(&d->server, [server = &d->server] { server->stop(); });
}

void Gateway::finishAndStop(std::chrono::milliseconds patience)
{
    QMetaObject::invokeMethod(&d->server, [server = &d->server, patience] { server->finishAndStop(patience); });
}

void Gateway::lookAround()
{
    QMetaObject::invokeMethod(&d->server, [server = &d->server] { server->lookAround(); });
}

GatewayState Gateway::state() const
{
    const QMutexLocker lock(&d->mutex);
    return d->state;
}

} // namespace lightwell

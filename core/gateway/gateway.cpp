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
        : room(parts)
    {
    }
    GatewayServer room; ///< lives on the gateway's thread
    mutable QMutex mutex;
    GatewayState state;
};

Gateway::Gateway(const Parts &parts, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(parts))
{
    d->room.setParent(this); // so that it moves along with the gateway
    connect(&d->room, &GatewayServer::stateChanged, this, [this](const GatewayState &state) {
        {
            const QMutexLocker lock(&d->mutex);
            d->state = state;
        }
        Q_EMIT stateChanged(state);
    });
    connect(&d->room, &GatewayServer::called, this, &Gateway::called);
}

Gateway::~Gateway()
{
    d->room.disconnect(this);
    d->room.setParent(nullptr);
}

void Gateway::setCatalog(const Catalog &catalog)
{
    QMetaObject::invokeMethod(&d->room, [room = &d->room, catalog] { room->setCatalog(catalog); });
}

void Gateway::setPresets(const Presets &presets)
{
    QMetaObject::invokeMethod(&d->room, [room = &d->room, presets] { room->setPresets(presets); });
}

void Gateway::setPresetsPath(const QString &path)
{
    QMetaObject::invokeMethod(&d->room, [room = &d->room, path] { room->setPresetsPath(path); });
}

void Gateway::start(const GatewayOptions &options)
{
    QMetaObject::invokeMethod(&d->room, [room = &d->room, options] { room->start(options); });
}

void Gateway::stop()
{
    QMetaObject::invokeMethod(&d->room, [room = &d->room] { room->stop(); });
}

void Gateway::finishAndStop(std::chrono::milliseconds patience)
{
    QMetaObject::invokeMethod(&d->room, [room = &d->room, patience] { room->finishAndStop(patience); });
}

void Gateway::lookAround()
{
    QMetaObject::invokeMethod(&d->room, [room = &d->room] { room->lookAround(); });
}

GatewayState Gateway::state() const
{
    const QMutexLocker lock(&d->mutex);
    return d->state;
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/defaultclient.h"

#include "core/async/whendone.h"
#include "core/gateway/clientregistry.h"
#include "core/gateway/defaultkey.h"

#include <QtConcurrentRun>

namespace lightwell {

DefaultClient::DefaultClient(Paths paths, ClientRegistry &clients)
    : m_paths(std::move(paths))
    , m_clients(&clients)
{
}

void DefaultClient::fetch(QObject *context, const OnKey &onKey) const
{
    whenDone(QtConcurrent::run([paths = m_paths] { return defaultClientKey(paths); }), context,
             [self = *this, context, onKey](const Result<QByteArray> &key) { self.enlist(key, true, context, onKey); });
}

void DefaultClient::enlist(const Result<QByteArray> &key, bool mayRenew, QObject *context, const OnKey &onKey) const
{
    if (!key) {
        return onKey(key);
    }
    const auto adopting = m_clients->adopt(ClientRegistry::thisComputer(), *key);
    whenDone(adopting, context, [self = *this, key, mayRenew, context, onKey](const Result<Client> &client) {
        if (client) {
            return onKey(key);
        }
        if (client.error().kind != ErrorKind::Auth || !mayRenew) {
            return onKey(client.error());
        }
        const auto renewing =
            QtConcurrent::run([paths = self.m_paths, old = *key] { return newDefaultClientKey(paths, old); });
        whenDone(renewing, context, [self, context, onKey](const Result<QByteArray> &renewed) {
            self.enlist(renewed, false, context, onKey);
        });
    });
}

} // namespace lightwell

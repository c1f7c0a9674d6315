// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/connectionkeeper.h"

#include "core/secrets/keyring.h"
#include "core/transport/httpclient.h"

namespace lightwell {

namespace {
constexpr auto lastCountsFor = std::chrono::minutes(1);
constexpr auto pause = std::chrono::seconds(1); // hundreds of calls a second need no more
}

ConnectionKeeper::ConnectionKeeper(const EngineParts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
}

void ConnectionKeeper::expect(const QStringList &providers)
{
    m_parts.keyring.states(providers, this, [this, providers](const QList<KeyState> &states) {
        for (const KeyState &state : states) {
            if (state.source != KeySource::None && state.source != KeySource::NotNeeded) {
                keepReady(state.provider, int(providers.count(state.provider)));
            }
        }
    });
}

void ConnectionKeeper::expectLast()
{
    if (m_last.isEmpty() || m_lastCounts.hasExpired() || !m_lastExpected.hasExpired()) {
        return;
    }
    m_lastExpected.setRemainingTime(pause);
    expect({m_last});
}

void ConnectionKeeper::called(const QString &provider)
{
    m_last = provider;
    m_lastCounts.setRemainingTime(lastCountsFor);
}

void ConnectionKeeper::keepReady(const QString &provider, int calls)
{
    m_parts.keyring.credentials(provider, this, [this, provider, calls](const Result<Credentials> &credentials) {
        if (credentials) {
            const QUrl vendor = m_parts.adapters.find(provider)->info().defaultBaseUrl;
            m_parts.http.keepReady(credentials->baseUrl.isEmpty() ? vendor : credentials->baseUrl, calls);
        }
    });
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/providerkeys.h"

#include "core/adapter/adapterregistry.h"
#include "core/secrets/keyring.h"

namespace lightwell {

ProviderKeys::ProviderKeys(const AdapterRegistry &adapters, Keyring &keyring, QObject *parent)
    : QObject(parent)
    , m_providers(adapters.providers())
    , m_keyring(keyring)
{
    connect(&keyring, &Keyring::changed, this, &ProviderKeys::refresh);
    refresh();
}

void ProviderKeys::refresh()
{
    m_keyring.states(this, [this](const QList<KeyState> &states) {
        for (const KeyState &state : states) {
            m_states.insert(state.provider, state);
        }
        m_known = true;
        Q_EMIT changed();
    });
}

QString ProviderKeys::name(const QString &provider) const
{
    for (const ProviderInfo &info : m_providers) {
        if (info.id == provider) {
            return info.name;
        }
    }
    return provider;
}

KeyState ProviderKeys::state(const QString &provider) const
{
    KeyState state = m_states.value(provider);
    state.provider = provider;
    return state;
}

bool ProviderKeys::isUsable(const QString &provider) const
{
    for (const ProviderInfo &info : m_providers) {
        if (info.id == provider) {
            return !info.needsKey || state(provider).source != KeySource::None;
        }
    }
    return false;
}

bool ProviderKeys::hasAnyRealKey() const
{
    return std::any_of(m_providers.cbegin(), m_providers.cend(), [this](const ProviderInfo &info) {
        return info.needsKey && state(info.id).source != KeySource::None;
    });
}

} // namespace lightwell

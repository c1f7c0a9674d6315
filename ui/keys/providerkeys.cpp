// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/providerkeys.h"

#include "core/adapter/adapterregistry.h"
#include "core/model/generation.h"
#include "core/secrets/keyring.h"
#include "core/storage/settings.h"

namespace lightwell {

ProviderKeys::ProviderKeys(const AdapterRegistry &adapters, Keyring &keyring, Settings &settings, QObject *parent)
    : QObject(parent)
    , m_providers(adapters.providers())
    , m_keyring(keyring)
    , m_settings(settings)
{
    connect(&keyring, &Keyring::changed, this, &ProviderKeys::refresh);
    refresh();
}

void ProviderKeys::refresh()
{
    m_keyring.fileState(this, [this](SecretState file) {
        const bool wasLocked = std::exchange(m_isFileLocked, file == SecretState::Locked);
        if (m_known && wasLocked != m_isFileLocked) {
            Q_EMIT changed();
        }
    });
    m_keyring.states(this, [this](const QList<KeyState> &states) { take(states); });
}

void ProviderKeys::take(const QList<KeyState> &states)
{
    rememberKept(states);
    for (const KeyState &state : states) {
        const QList<KeyState> keys = state.all();
        for (const KeyState &key : keys) {
            if (key.source == KeySource::None) {
                m_trials.remove({key.provider, key.name});
            }
        }
        m_states.insert(state.provider, state);
    }
    m_known = true;
    Q_EMIT changed();
}

/// A locked place does not tell what lies in it, so that is noted while it is open.
void ProviderKeys::rememberKept(const QList<KeyState> &states)
{
    QStringList kept = m_settings.toStringList(Setting::KeptKeys);
    for (const KeyState &state : states) {
        const bool isKept = state.source == KeySource::Keychain || state.source == KeySource::EncryptedFile;
        if (isKept && !kept.contains(state.provider)) {
            kept.append(state.provider);
        } else if (!isKept && (state.store == SecretState::Missing || state.store == SecretState::NoBackend)) {
            kept.removeAll(state.provider);
        }
    }
    if (kept != m_settings.toStringList(Setting::KeptKeys)) {
        m_settings.set(Setting::KeptKeys, kept);
    }
}

bool ProviderKeys::isLocked(const QString &provider) const
{
    return state(provider).store == SecretState::Locked
        && m_settings.toStringList(Setting::KeptKeys).contains(provider);
}

bool ProviderKeys::isAnyLocked() const
{
    return std::any_of(m_providers.cbegin(), m_providers.cend(), [this](const ProviderInfo &info) {
        return isLocked(info.id) || (m_isFileLocked && state(info.id).store == SecretState::Locked);
    });
}

void ProviderKeys::setTrial(const KeyId &key, KeyTrial trial)
{
    m_trials.insert({key.provider, key.name}, trial);
    Q_EMIT trialChanged();
}

void ProviderKeys::noteNewKey(const KeyId &key)
{
    m_newKeys.insert(key.provider, QDateTime::currentDateTimeUtc());
    setTrial(key, KeyTrial::Untested);
}

bool ProviderKeys::hasNewKeySince(const QString &provider, const QDateTime &time) const
{
    const QDateTime came = m_newKeys.value(provider);
    return came.isValid() && came >= time && trial(state(provider).key()) != KeyTrial::Refused;
}

void ProviderKeys::learnFrom(const Generation &outcome)
{
    for (const Attempt &attempt : outcome.attempts) {
        const bool refused = attempt.error && attempt.error->kind == ErrorKind::Auth;
        const bool works = attempt.status == GenerationStatus::Completed;
        const KeyId key(attempt.provider, attempt.key);
        const KeyTrial shown = refused ? KeyTrial::Refused : works ? KeyTrial::Works : trial(key);
        if (state(attempt.provider).source != KeySource::None && shown != trial(key)) {
            setTrial(key, shown);
        }
    }
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

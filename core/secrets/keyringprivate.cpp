// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/keyringprivate.h"

#include "core/adapter/adapterregistry.h"
#include "core/adapter/ownserver.h"
#include "core/secrets/environment.h"
#include "core/secrets/keyreasons.h"
#include "core/secrets/keyvalue.h"

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

/// The last four characters, but never a considerable part of a key.
QString hintOf(const QByteArray &key)
{
    constexpr qsizetype shown = 4;
    constexpr qsizetype least = 12;
    return key.size() < least ? QString() : QString::fromLatin1(key.right(shown));
}

Error emptySecret()
{
    return notSent(ErrorKind::Invalid, reasons::keyEmpty(), u"key"_s);
}

bool wouldNotSay(SecretState state)
{
    return state == SecretState::Locked || state == SecretState::Denied || state == SecretState::NotAnswering;
}

Error reasonOf(const KeyStores::Found &found)
{
    Error error = secretsError(KeySource::Keychain, {found.state, {}, found.says});
    if (!found.says.isEmpty()) {
        error.setReason(found.state == SecretState::Locked ? reasons::noPlaceReadableLocked(found.says)
                                                           : reasons::noPlaceReadable(found.says));
    }
    return error;
}

} // namespace

Result<QUrl> Keyring::Private::baseUrl(const ProviderInfo &info) const
{
    QString text = environment::baseUrl(info.id);
    if (text.isEmpty()) {
        text = baseUrls.value(info.id).toString();
    }
    if (!text.isEmpty()) {
        return environment::checkedBaseUrl(text, info.name);
    }
    if (info.needsBaseUrl) {
        return notSent(ErrorKind::NoKey, reasons::addressNotSet(info.name, environment::baseUrlVariable(info.id)),
                       u"base_url"_s);
    }
    return isOwnServer(info) ? info.defaultBaseUrl : QUrl();
}

Result<Credentials> Keyring::Private::credentialsFrom(const ProviderInfo &info, const QUrl &address,
                                                      const KeyStores::Found &found) const
{
    Credentials credentials;
    const bool isOfEnvironment = found.secret.isEmpty();
    credentials.key = isOfEnvironment ? environment::key(info) : found.secret.trimmed();
    credentials.extra = environment::extra(info);
    credentials.baseUrl = address;
    if (const Reason problem = keyProblem(credentials.key); !problem.isEmpty()) {
        return notSent(ErrorKind::Secrets,
                       isOfEnvironment ? reasons::keyOfVariableUnusable(info.name, info.keyVariables.value(0), problem)
                                       : reasons::keyUnusable(info.name, problem),
                       u"key"_s);
    }
    for (const QString &variable : info.keyVariables.mid(1)) {
        if (const Reason problem = keyProblem(environment::variable(variable)); !problem.isEmpty()) {
            return notSent(ErrorKind::Secrets, reasons::keyOfVariableUnusable(info.name, variable, problem), u"key"_s);
        }
    }
    if (!credentials.key.isEmpty() && !environment::mayCarryKey(address, plainKeyHosts)) {
        return notSent(ErrorKind::Invalid, reasons::keyWouldBeReadable(info.name, address.authority()), u"base_url"_s);
    }
    if (!credentials.key.isEmpty() || !info.needsKey) {
        return credentials;
    }
    if (wouldNotSay(found.state)) {
        return reasonOf(found);
    }
    const QString variable = info.keyVariables.value(0);
    return notSent(ErrorKind::NoKey,
                   variable.isEmpty() ? reasons::keyMissing(info.name)
                                      : reasons::keyMissingWithVariable(info.name, variable));
}

Result<QUrl> Keyring::Private::baseUrl(const QString &provider) const
{
    const Adapter *adapter = adapters.find(provider);
    return adapter ? baseUrl(adapter->info())
                   : notSent(ErrorKind::NotFound, reasons::providerUnknown(provider), u"provider"_s);
}

void Keyring::Private::credentials(const QString &provider, const OnCredentials &onReady)
{
    const Adapter *adapter = adapters.find(provider);
    if (adapter == nullptr) {
        onReady(notSent(ErrorKind::NotFound, reasons::providerUnknown(provider), u"provider"_s));
        return;
    }
    const ProviderInfo info = adapter->info();
    const Result<QUrl> address = baseUrl(info);
    if (!address) {
        onReady(address.error());
        return;
    }
    if (!info.needsKey && info.keyVariables.isEmpty()) {
        onReady(credentialsFrom(info, *address, {})); // no place for keys can keep it waiting
        return;
    }
    const auto mayPrompt = info.needsKey ? KeyStores::MayPrompt::Yes : KeyStores::MayPrompt::No;
    stores.find(entryOf(provider), mayPrompt, [this, info, address = *address, onReady](const KeyStores::Found &found) {
        onReady(credentialsFrom(info, address, found));
    });
}

KeyState Keyring::Private::stateFrom(const ProviderInfo &info, const KeyStores::Found &found) const
{
    KeyState state;
    state.provider = info.id;
    state.store = found.state;
    state.says = found.says;
    state.source = found.source;
    state.hint = hintOf(found.secret);
    if (found.secret.isEmpty()) {
        const QByteArray key = environment::key(info);
        state.hint = hintOf(key);
        state.source = !key.isEmpty() ? KeySource::Environment : info.needsKey ? KeySource::None : KeySource::NotNeeded;
    }
    const Result<QUrl> address = baseUrl(info);
    const bool hasKey = state.source != KeySource::None && state.source != KeySource::NotNeeded;
    if (!address || (hasKey && !environment::mayCarryKey(*address, plainKeyHosts))) {
        state.source = KeySource::None; // without its address it cannot be used, whatever keys there are
    }
    return state;
}

void Keyring::Private::states(const QList<ProviderInfo> &infos, const OnStates &onReady)
{
    if (infos.isEmpty()) {
        onReady({});
        return;
    }
    struct Collected
    {
        QList<KeyState> states;
        qsizetype missing = 0;
    };
    auto collected = std::make_shared<Collected>();
    collected->states.resize(infos.size());
    collected->missing = infos.size();
    for (qsizetype i = 0; i < infos.size(); ++i) {
        const ProviderInfo &info = infos.at(i);
        const auto take = [this, i, info, collected, onReady](const KeyStores::Found &found) {
            collected->states[i] = stateFrom(info, found);
            if (--collected->missing == 0) {
                onReady(collected->states);
            }
        };
        if (!info.needsKey && info.keyVariables.isEmpty()) {
            take({});
        } else {
            stores.find(entryOf(info.id), KeyStores::MayPrompt::No, take);
        }
    }
}

void Keyring::Private::set(const QString &provider, const QByteArray &key, KeySource place, const OnStored &onStored)
{
    if (adapters.find(provider) == nullptr) {
        onStored(notSent(ErrorKind::NotFound, reasons::providerUnknown(provider), u"provider"_s));
        return;
    }
    const QByteArray trimmed = key.trimmed();
    if (trimmed.isEmpty()) {
        onStored(emptySecret());
        return;
    }
    stores.store(entryOf(provider), trimmed, place, onStored);
}

void Keyring::Private::ownSecret(const QString &name, const OnOwnSecret &onReady)
{
    stores.find(ownEntryOf(name), KeyStores::MayPrompt::Yes, [onReady](const KeyStores::Found &found) {
        if (!found.secret.isEmpty()) {
            onReady(found.secret);
        } else if (wouldNotSay(found.state)) {
            onReady(reasonOf(found));
        } else {
            onReady(notSent(ErrorKind::NoKey, reasons::keyNotKept()));
        }
    });
}

void Keyring::Private::setOwnSecret(const QString &name, const QByteArray &secret, const OnOwnStored &onStored)
{
    if (secret.isEmpty()) {
        onStored(emptySecret());
        return;
    }
    stores.place([this, name, secret, onStored](KeySource place, const SecretAnswer &) {
        stores.store(ownEntryOf(name), secret, place, [place, onStored](const Status &stored) {
            onStored(stored ? Result<KeySource>(place) : Result<KeySource>(stored.error()));
        });
    });
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/keyringprivate.h"

#include "core/adapter/adapterregistry.h"
#include "core/adapter/ownserver.h"
#include "core/async/whendone.h"
#include "core/secrets/environment.h"
#include "core/secrets/keydocument.h"
#include "core/secrets/keyfields.h"
#include "core/secrets/keyreasons.h"
#include "core/secrets/keyvalue.h"

#include <QtConcurrent>

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

Error unknownProvider(const QString &provider)
{
    return notSent(ErrorKind::NotFound, reasons::providerUnknown(provider), u"provider"_s);
}

/// What hinders the fields: one that no header takes, or those that are missing, by name.
std::optional<Error> faultOf(const ProviderInfo &info, const keyfields::Gathered &gathered,
                             const KeyStores::Found &kept, const QByteArray &key, const QUrl &address)
{
    for (const CredentialField &field : info.fields) {
        if (const Reason problem = keyProblem(gathered.values.value(field.id)); !problem.isEmpty()) {
            return notSent(ErrorKind::Secrets, reasons::keyOfVariableUnusable(info.name, field.variable, problem),
                           field.id);
        }
    }
    QStringList names;
    QStringList variables;
    QString first;
    const QList<CredentialField> missing = keyfields::missing(info, gathered, key);
    for (const CredentialField &field : missing) {
        if (field.id == CredentialField::address() && !address.isEmpty()) {
            continue;
        }
        first = first.isEmpty() ? field.id : first;
        names.append(field.label);
        variables.append(field.variable);
    }
    if (names.isEmpty()) {
        return std::nullopt;
    }
    return wouldNotSay(kept.state) && kept.secret.isEmpty()
        ? reasonOf(kept)
        : notSent(ErrorKind::NoKey, reasons::fieldsMissing(info.name, names, variables), first);
}

} // namespace

void Keyring::Private::find(const ProviderInfo &info, KeyStores::MayPrompt mayPrompt, const OnKept &onKept)
{
    if (!info.needsKey && info.keyVariables.isEmpty() && info.fields.isEmpty()) {
        onKept({}); // no place for keys can keep it waiting
        return;
    }
    stores.find(entryOf(info.id), mayPrompt, [this, info, mayPrompt, onKept](const KeyStores::Found &key) {
        if (info.fields.isEmpty()) {
            onKept({key, {}});
            return;
        }
        const bool isClear = key.state == SecretState::Missing || key.state == SecretState::NoBackend;
        if (mayPrompt == KeyStores::MayPrompt::No && key.secret.isEmpty() && !isClear) {
            onKept({key, key}); // a place that says nothing of the one is not asked for the other
            return;
        }
        stores.find(fieldsEntryOf(info.id), mayPrompt, [key, onKept](const KeyStores::Found &fields) {
            onKept({key, fields});
        });
    });
}

/// `ownField` is what the provider's own field for it says.
Result<QUrl> Keyring::Private::baseUrl(const ProviderInfo &info, const QByteArray &ownField) const
{
    QString text = environment::baseUrl(info.id);
    if (text.isEmpty()) {
        text = baseUrls.value(info.id).toString();
    }
    if (text.isEmpty()) {
        text = QString::fromUtf8(ownField);
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

Result<Credentials> Keyring::Private::credentialsFrom(const ProviderInfo &info, const Kept &kept,
                                                      const QByteArray &key) const
{
    const bool isKept = !kept.key.secret.isEmpty();
    const Reason problem = keyProblem(key);
    if (!problem.isEmpty()) {
        return notSent(ErrorKind::Secrets,
                       isKept ? reasons::keyUnusable(info.name, problem)
                              : reasons::keyOfVariableUnusable(info.name, environment::keyVariable(info), problem),
                       u"key"_s);
    }
    keyfields::Gathered fields = keyfields::gather(info, kept.fields, isKept);
    const Result<QUrl> address = baseUrl(info, fields.values.take(CredentialField::address()));
    if (!address) {
        return address.error();
    }
    if (!key.isEmpty() && !environment::mayCarryKey(*address, plainKeyHosts)) {
        return notSent(ErrorKind::Invalid, reasons::keyWouldBeReadable(info.name, address->authority()), u"base_url"_s);
    }
    if (key.isEmpty() && info.needsKey) {
        const QString variable = environment::keyVariable(info);
        return wouldNotSay(kept.key.state)
            ? reasonOf(kept.key)
            : notSent(ErrorKind::NoKey,
                      variable.isEmpty() ? reasons::keyMissing(info.name)
                                         : reasons::keyMissingWithVariable(info.name, variable));
    }
    const std::optional<Error> fault = faultOf(info, fields, kept.fields, key, *address);
    if (fault) {
        return *fault;
    }
    return Credentials {key, fields.values, *address};
}

void Keyring::Private::address(const QString &provider, const OnAddress &onReady)
{
    const Adapter *adapter = adapters.find(provider);
    if (adapter == nullptr) {
        onReady(unknownProvider(provider));
        return;
    }
    const ProviderInfo info = adapter->info();
    if (!info.field(CredentialField::address())) {
        onReady(baseUrl(info, {}));
        return;
    }
    find(info, KeyStores::MayPrompt::No, [this, info, onReady](const Kept &kept) {
        onReady(baseUrl(info, keyfields::gather(info, kept.fields, false).values.value(CredentialField::address())));
    });
}

void Keyring::Private::credentials(const QString &provider, const OnCredentials &onReady)
{
    const Adapter *adapter = adapters.find(provider);
    if (adapter == nullptr) {
        onReady(unknownProvider(provider));
        return;
    }
    const ProviderInfo info = adapter->info();
    if (!info.field(CredentialField::address())) {
        if (const Result<QUrl> address = baseUrl(info, {}); !address) {
            onReady(address.error()); // before anybody is asked to unlock anything
            return;
        }
    }
    const auto mayPrompt = info.needsKey ? KeyStores::MayPrompt::Yes : KeyStores::MayPrompt::No;
    find(info, mayPrompt, [this, info, onReady](const Kept &kept) {
        const QByteArray key = kept.key.secret.isEmpty() ? environment::key(info) : kept.key.secret.trimmed();
        if (!info.keyIsDocument || key.isEmpty()) {
            onReady(credentialsFrom(info, kept, key));
            return;
        }
        const auto reading = QtConcurrent::run([key] { return keydocument::read(key); });
        whenDone(reading, &stores, [this, info, kept, onReady](const Result<QByteArray> &document) {
            onReady(document ? credentialsFrom(info, kept, *document) : Result<Credentials>(document.error()));
        });
    });
}

KeyState Keyring::Private::stateFrom(const ProviderInfo &info, const Kept &kept) const
{
    const KeyStores::Found &found = kept.key;
    const bool isKept = !found.secret.isEmpty();
    const QByteArray key = isKept ? found.secret : environment::key(info);
    KeyState state;
    state.provider = info.id;
    state.store = found.state;
    state.says = found.says;
    state.hint = info.keyIsDocument ? QString() : hintOf(key);
    state.keyIn = isKept ? found.source
        : !key.isEmpty() ? KeySource::Environment
        : info.needsKey  ? KeySource::None
                         : KeySource::NotNeeded;
    const keyfields::Gathered gathered = keyfields::gather(info, kept.fields, isKept);
    const bool hasKey = state.keyIn != KeySource::None && state.keyIn != KeySource::NotNeeded;
    const Result<QUrl> address = baseUrl(info, gathered.values.value(CredentialField::address()));
    for (const CredentialField &field : info.fields) {
        const KeySource none = field.isNeededWith(key) ? KeySource::None : KeySource::NotNeeded;
        state.fields.append({field.id, gathered.sources.value(field.id, none),
                             field.secret ? QString() : QString::fromUtf8(gathered.values.value(field.id))});
    }
    const QList<CredentialField> missing = keyfields::missing(info, gathered, key);
    for (const CredentialField &field : missing) {
        if (field.id != CredentialField::address() || (address && address->isEmpty())) {
            state.lacks.append(field.id);
        }
    }
    // Without its address or another field it cannot be used, whatever keys there are.
    const bool isUsable =
        address && state.lacks.isEmpty() && (!hasKey || environment::mayCarryKey(*address, plainKeyHosts));
    state.source = isUsable ? state.keyIn : KeySource::None;
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
        find(info, KeyStores::MayPrompt::No, [this, i, info, collected, onReady](const Kept &kept) {
            collected->states[i] = stateFrom(info, kept);
            if (--collected->missing == 0) {
                onReady(collected->states);
            }
        });
    }
}

void Keyring::Private::set(const QString &provider, const QByteArray &key, KeySource place, const OnStored &onStored)
{
    const Adapter *adapter = adapters.find(provider);
    if (adapter == nullptr) {
        onStored(unknownProvider(provider));
        return;
    }
    const Result<QByteArray> text =
        adapter->info().keyIsDocument ? keydocument::inOneLine(key) : Result<QByteArray>(key.trimmed());
    if (!text) {
        onStored(text.error());
        return;
    }
    if (const Reason problem = keyProblem(*text); !problem.isEmpty()) {
        onStored(notSent(ErrorKind::Invalid, problem));
        return;
    }
    if (text->isEmpty()) {
        onStored(emptySecret());
        return;
    }
    stores.store(entryOf(provider), *text, place, onStored);
}

void Keyring::Private::setFields(const QString &provider, const Fields &fields, KeySource place,
                                 const OnStored &onStored)
{
    const Adapter *adapter = adapters.find(provider);
    if (adapter == nullptr) {
        onStored(unknownProvider(provider));
        return;
    }
    const ProviderInfo info = adapter->info();
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        const Reason problem = info.field(field.key()) ? keyProblem(field.value().trimmed())
                                                       : reasons::fieldUnknown(info.name, field.key());
        const bool isAddress = field.key() == CredentialField::address() && !field.value().isEmpty();
        const Result<QUrl> address =
            isAddress ? environment::checkedBaseUrl(QString::fromUtf8(field.value()), info.name) : Result<QUrl>(QUrl());
        if (!problem.isEmpty() || !address) {
            onStored(address ? notSent(ErrorKind::Invalid, problem, field.key()) : address.error());
            return;
        }
    }
    const QString entry = fieldsEntryOf(provider);
    stores.find(entry, KeyStores::MayPrompt::Yes, [this, entry, fields, place, onStored](const KeyStores::Found &kept) {
        if (kept.secret.isEmpty() && wouldNotSay(kept.state) && place != KeySource::Session) {
            onStored(reasonOf(kept)); // what is there already must not be lost
            return;
        }
        keyfields::Values values = keyfields::fromEntry(kept.secret);
        for (auto field = fields.begin(); field != fields.end(); ++field) {
            values.insert(field.key(), field.value().trimmed());
        }
        values.removeIf([](const auto &field) { return field.value().isEmpty(); });
        if (values.isEmpty()) {
            stores.remove(entry, onStored);
        } else {
            stores.store(entry, keyfields::toEntry(values), place, onStored);
        }
    });
}

void Keyring::Private::remove(const QString &provider, const OnStored &onRemoved)
{
    const Adapter *adapter = adapters.find(provider);
    const bool hasFields = adapter != nullptr && !adapter->info().fields.isEmpty();
    stores.remove(entryOf(provider), [this, provider, hasFields, onRemoved](const Status &removed) {
        if (!removed || !hasFields) {
            onRemoved(removed);
            return;
        }
        stores.remove(fieldsEntryOf(provider), onRemoved);
    });
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

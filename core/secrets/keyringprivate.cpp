// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/keyringprivate.h"

#include "core/adapter/adapterregistry.h"
#include "core/adapter/ownserver.h"
#include "core/async/whendone.h"
#include "core/secrets/environment.h"
#include "core/secrets/keyfields.h"
#include "core/secrets/keyreasons.h"
#include "core/secrets/keyvalue.h"

#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace lightwell {

bool wouldNotSay(SecretState state)
{
    return state == SecretState::Locked || state == SecretState::Denied || state == SecretState::NotAnswering;
}

bool Keyring::Private::Kept::isClear() const
{
    return key.isClear && fields.isClear;
}

/// None where there is a place for keys that is no file, and is asked each time.
std::shared_ptr<KnownKeys> Keyring::Private::knownKeys(const SecretStore *file, const QString &bookFile)
{
    QStringList files = {bookFile};
    if (file != nullptr) {
        if (file->file().isEmpty()) {
            return nullptr;
        }
        files.append(file->file());
    }
    files.removeAll(QString());
    return std::make_shared<KnownKeys>(files, &environment::all);
}

std::optional<Credentials> Keyring::Private::knownCredentials(const QString &provider) const
{
    const Adapter *adapter = known ? adapters.find(provider) : nullptr;
    return adapter ? known->credentials(adapter->info()) : std::nullopt;
}

std::optional<QList<KeyState>> Keyring::Private::knownStates(const QStringList &providers) const
{
    QList<KeyState> states;
    const QList<ProviderInfo> infos = known ? adapters.providers(providers) : QList<ProviderInfo>();
    for (const ProviderInfo &info : infos) {
        const std::optional<KeyState> state = known->state(info);
        if (!state) {
            return std::nullopt;
        }
        states.append(*state);
    }
    return known ? std::optional(states) : std::nullopt;
}

std::shared_ptr<void> Keyring::Private::beginChange() const
{
    return known ? KnownKeys::change(known) : nullptr;
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

QString hintOf(const QByteArray &key)
{
    constexpr qsizetype shown = 4;
    constexpr qsizetype least = 12;
    return key.size() < least ? QString() : QString::fromLatin1(key.right(shown));
}

Reason fieldProblem(const ProviderInfo &info, const CredentialField &field, const QByteArray &value)
{
    if (!keyProblem(value).isEmpty()) {
        return reasons::fieldUnsendable(info.name, field.label);
    }
    return value.isEmpty() || field.fits(value) ? Reason()
                                                : reasons::fieldMisshapen(info.name, field.label, field.hint);
}

namespace {

/// What hinders the fields: one that is of no use, or those that are missing, by name.
std::optional<Error> faultOf(const ProviderInfo &info, const keyfields::Gathered &gathered,
                             const KeyStores::Found &kept, const QByteArray &key, const QUrl &address)
{
    for (const CredentialField &field : info.fields) {
        if (const Reason problem = fieldProblem(info, field, gathered.values.value(field.id)); !problem.isEmpty()) {
            return notSent(ErrorKind::Secrets, problem, field.id);
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

void Keyring::Private::find(const ProviderInfo &info, const KeyId &id, KeyStores::MayPrompt mayPrompt,
                            const OnKept &onKept)
{
    if (!info.needsKey && info.keyVariables.isEmpty() && info.fields.isEmpty()) {
        onKept({id, {}, {}}); // no place for keys can keep it waiting
        return;
    }
    stores.find(entryOf(id), mayPrompt, [this, info, id, mayPrompt, onKept](const KeyStores::Found &key) {
        if (info.fields.isEmpty()) {
            onKept({id, key, {}});
            return;
        }
        const bool isClear = key.state == SecretState::Missing || key.state == SecretState::NoBackend;
        if (mayPrompt == KeyStores::MayPrompt::No && key.secret.isEmpty() && !isClear) {
            onKept({id, key, key}); // a place that says nothing of the one is not asked for the other
            return;
        }
        stores.find(fieldsEntryOf(id), mayPrompt, [id, key, onKept](const KeyStores::Found &fields) {
            onKept({id, key, fields});
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
        if (const auto earlier = m_checkedAddresses.constFind(text); earlier != m_checkedAddresses.constEnd()) {
            return *earlier;
        }
        const Result<QUrl> checked = environment::checkedBaseUrl(text, info.name);
        if (checked) {
            m_checkedAddresses.insert(text, *checked);
        }
        return checked;
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
    const bool isKept = !kept.key.secret.isEmpty() || !kept.id.name.isEmpty();
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
    if (key.isEmpty() && !kept.id.name.isEmpty()) {
        return wouldNotSay(kept.key.state)
            ? reasonOf(kept.key)
            : notSent(ErrorKind::NoKey, reasons::namedKeyMissing(info.name, kept.id.name));
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
    return Credentials {key, fields.values, *address, {}, {}, kept.id.name, false};
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
    find(info, provider, KeyStores::MayPrompt::No, [this, info, onReady](const Kept &kept) {
        onReady(baseUrl(info, keyfields::gather(info, kept.fields, false).values.value(CredentialField::address())));
    });
}

KeyState Keyring::Private::stateFrom(const ProviderInfo &info, const Kept &kept)
{
    const KeyStores::Found &found = kept.key;
    const bool isNamed = !kept.id.name.isEmpty();
    const bool isKept = !found.secret.isEmpty() || isNamed;
    const QByteArray key = isKept ? found.secret : environment::key(info);
    KeyState state;
    state.provider = info.id;
    state.name = kept.id.name;
    state.store = found.state;
    state.says = found.says;
    state.hint = info.keyIsDocument ? QString() : hintOf(key);
    state.keyIn = isKept           ? found.source
        : !key.isEmpty()           ? KeySource::Environment
        : info.needsKey || isNamed ? KeySource::None
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
    state.setAside = hasKey ? asideOf(kept.id, hintOf(key)) : std::nullopt;
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
        QList<QList<KeyState>> keys; ///< by provider
        qsizetype missing = 0;
    };
    auto collected = std::make_shared<Collected>();
    QList<QList<KeyId>> wanted;
    QList<std::optional<KnownKeys::Basis>> bases;
    for (const ProviderInfo &info : infos) {
        bases.append(known ? known->basis(info) : std::nullopt);
        wanted.append(keysOf(info.id));
        collected->keys.append(QList<KeyState>(wanted.last().size()));
        collected->missing += wanted.last().size();
    }
    for (qsizetype i = 0; i < infos.size(); ++i) {
        const ProviderInfo &info = infos.at(i);
        const auto basis = wanted.at(i).size() == 1 ? bases.at(i) : std::nullopt;
        for (qsizetype k = 0; k < wanted.at(i).size(); ++k) {
            find(info, wanted.at(i).at(k), KeyStores::MayPrompt::No,
                 [this, i, k, info, basis, collected, onReady](const Kept &kept) {
                     const KeyState state = stateFrom(info, kept);
                     if (basis && kept.isClear() && !state.setAside) { // which ends by itself
                         known->note(*basis, state);
                     }
                     collected->keys[i][k] = state;
                     if (--collected->missing == 0) {
                         QList<KeyState> states;
                         for (const QList<KeyState> &keys : std::as_const(collected->keys)) {
                             states.append(joined(keys));
                         }
                         onReady(states);
                     }
                 });
        }
    }
}

} // namespace lightwell

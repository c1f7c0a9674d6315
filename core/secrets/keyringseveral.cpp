// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapter/adapterregistry.h"
#include "core/async/whendone.h"
#include "core/secrets/environment.h"
#include "core/secrets/keydocument.h"
#include "core/secrets/keyreasons.h"
#include "core/secrets/keyringprivate.h"

#include <QtConcurrentRun>

#include <algorithm>

namespace lightwell {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::seconds asideRefused = 24h;
constexpr std::chrono::seconds asideWithoutFunds = 1h; // somebody may fill the account up

} // namespace

/// Looks through the keys of a provider for the first that can be used.
struct Keyring::Private::Search
{
    ProviderInfo info;
    QList<KeyId> keys;
    OnCredentials onReady;
    std::optional<KnownKeys::Basis> basis = {}; ///< where an answer may be known from now on
    std::optional<Credentials> second = {}; ///< one that is set aside, for want of another
    std::optional<Error> why = {}; ///< the first key cannot be used
};

QList<KeyId> Keyring::Private::keysOf(const QString &provider)
{
    QList<KeyId> keys {KeyId(provider)};
    const QStringList names = book.of(provider).names;
    for (const QString &name : names) {
        keys.append(KeyId(provider, name));
    }
    return keys;
}

std::optional<SetAside> Keyring::Private::asideOf(const KeyId &id, const QString &hint)
{
    const QHash<QString, KeyBook::Aside> all = book.of(id.provider).aside;
    const auto aside = all.constFind(id.name);
    const bool counts = aside != all.cend() && aside->hint == hint && now() < aside->state.until;
    return counts ? std::optional(aside->state) : std::nullopt;
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
    const auto basis = known && !info.keyIsDocument ? known->basis(info) : std::nullopt;
    const QList<KeyId> keys = keysOf(provider);
    search(std::make_shared<Search>(Search {info, keys, onReady, keys.size() == 1 ? basis : std::nullopt}), 0);
}

void Keyring::Private::search(const std::shared_ptr<Search> &search, qsizetype next)
{
    if (next >= search->keys.size()) {
        search->onReady(search->second ? Result<Credentials>(*search->second) : Result<Credentials>(*search->why));
        return;
    }
    const KeyId id = search->keys.at(next);
    credentialsFor(search->info, id, [this, search, next](const Result<Credentials> &found, bool isClear) {
        const bool isAlone = search->keys.size() == 1;
        if (found && search->basis && isClear && !found->isSetAside) { // which ends by itself
            known->note(search->info.id, *search->basis, *found);
        }
        if (!found) {
            search->why = search->why.value_or(found.error());
        } else if (found->isSetAside || (found->key.isEmpty() && !isAlone)) {
            if (!search->second || (search->second->key.isEmpty() && !found->key.isEmpty())) {
                search->second = *found; // having none is no other key
            }
        } else {
            search->onReady(found);
            return;
        }
        this->search(search, next + 1);
    });
}

void Keyring::Private::credentialsOf(const KeyId &id, const OnCredentials &onReady)
{
    const Adapter *adapter = adapters.find(id.provider);
    if (adapter == nullptr) {
        onReady(unknownProvider(id.provider));
        return;
    }
    credentialsFor(adapter->info(), id, [onReady](const Result<Credentials> &found, bool) { onReady(found); });
}

void Keyring::Private::credentialsFor(const ProviderInfo &info, const KeyId &id, const OnFound &onFound)
{
    const auto mayPrompt = info.needsKey ? KeyStores::MayPrompt::Yes : KeyStores::MayPrompt::No;
    find(info, id, mayPrompt, [this, info, onFound](const Kept &kept) {
        const bool isNamed = !kept.id.name.isEmpty();
        const QByteArray key =
            kept.key.secret.isEmpty() && !isNamed ? environment::key(info) : kept.key.secret.trimmed();
        const QString hint = info.keyIsDocument ? QString() : hintOf(key);
        const auto tell = [this, kept, hint, onFound](const Result<Credentials> &found) {
            if (!found || found->key.isEmpty()) {
                onFound(found, kept.isClear());
                return;
            }
            Credentials told = *found;
            told.isSetAside = asideOf(kept.id, hint).has_value();
            onFound(told, kept.isClear());
        };
        if (!info.keyIsDocument || key.isEmpty()) {
            tell(credentialsFrom(info, kept, key));
            return;
        }
        const auto reading = QtConcurrent::run([key] { return keydocument::read(key); });
        whenDone(reading, &stores, [this, info, kept, tell](const Result<QByteArray> &document) {
            tell(document ? credentialsFrom(info, kept, *document) : Result<Credentials>(document.error()));
        });
    });
}

/// The one without a name is the first, unless only others are there.
KeyState Keyring::Private::joined(const QList<KeyState> &keys)
{
    const auto isThere = [](const KeyState &key) {
        return key.keyIn != KeySource::None && key.keyIn != KeySource::NotNeeded;
    };
    QList<KeyState> sorted = keys;
    if (!isThere(sorted.constFirst()) && std::any_of(sorted.begin(), sorted.end(), isThere)) {
        sorted.removeFirst();
        std::stable_partition(sorted.begin(), sorted.end(), isThere);
    }
    KeyState first = sorted.takeFirst();
    first.others = sorted;
    return first;
}

Reason Keyring::Private::setAside(const Credentials &credentials, const QString &provider, SetAside::Why why)
{
    const Adapter *adapter = adapters.find(provider);
    const ProviderInfo info = adapter != nullptr ? adapter->info() : ProviderInfo();
    const bool isRefused = why == SetAside::Why::Refused;
    const std::chrono::seconds lasts = isRefused ? asideRefused : asideWithoutFunds;
    const QDateTime at = now();
    const QString &name = credentials.keyName;
    book.setAside({provider, name},
                  {{why, at, at.addSecs(lasts.count())}, info.keyIsDocument ? QString() : hintOf(credentials.key)});
    if (book.of(provider).names.isEmpty()) {
        return {};
    }
    if (name.isEmpty()) {
        return isRefused ? reasons::keyAsideRefused(info.name) : reasons::keyAsideWithoutFunds(info.name);
    }
    return isRefused ? reasons::namedKeyAsideRefused(info.name, name)
                     : reasons::namedKeyAsideWithoutFunds(info.name, name);
}

bool Keyring::Private::takeBack(const KeyId &id)
{
    const bool isAside = book.of(id.provider).aside.contains(id.name);
    book.takeBack(id);
    return isAside;
}

} // namespace lightwell

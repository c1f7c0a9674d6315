// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/keybook.h"
#include "core/secrets/keyring.h"
#include "core/secrets/keystores.h"
#include "core/secrets/knownkeys.h"

namespace lightwell {

/// What the Keyring does, on its own thread only.
class Keyring::Private
{
public:
    Private(const AdapterRegistry &registry, std::unique_ptr<SecretStore> keychain, std::unique_ptr<SecretStore> file,
            const QString &bookFile)
        : adapters(registry)
        , known(knownKeys(file.get(), bookFile))
        , stores(std::move(keychain), std::move(file))
        , book(bookFile)
    {
    }

    [[nodiscard]] static QString entryOf(const KeyId &id)
    {
        return u"lightwell/" + id.provider
            + (id.name.isEmpty() ? QStringLiteral("/default") : QString(u"/keys/" + id.name));
    }
    [[nodiscard]] static QString fieldsEntryOf(const KeyId &id) { return entryOf(id) + u"/fields"; }

    /// From any thread, where they are known and nothing has changed since.
    [[nodiscard]] std::optional<Credentials> knownCredentials(const QString &provider) const;
    [[nodiscard]] std::optional<QList<KeyState>> knownStates(const QStringList &providers) const;
    [[nodiscard]] std::shared_ptr<void> beginChange() const; ///< KnownKeys::change()

    void credentials(const QString &provider, const OnCredentials &onReady);
    void credentialsOf(const KeyId &id, const OnCredentials &onReady);
    void address(const QString &provider, const OnAddress &onReady); ///< empty: the vendor's own
    void states(const QList<ProviderInfo> &infos, const OnStates &onReady);
    void set(const KeyId &id, const QByteArray &key, KeySource place, const OnStored &onStored);
    void setFields(const KeyId &id, const Fields &fields, KeySource place, const OnStored &onStored);
    void remove(const KeyId &id, const OnStored &onRemoved);
    /// What a person should know of it; nothing where there is no other key, since the failure itself tells then.
    [[nodiscard]] Reason setAside(const Credentials &credentials, const QString &provider, SetAside::Why why);
    bool takeBack(const KeyId &id); ///< false: it was not set aside

    const AdapterRegistry &adapters;
    const std::shared_ptr<KnownKeys> known; ///< from any thread; null where the place for keys is asked each time
    KeyStores stores;
    QHash<QString, QUrl> baseUrls; ///< from the settings
    QStringList plainKeyHosts; ///< the same
    std::function<QDateTime()> now = &QDateTime::currentDateTimeUtc;

private:
    /// What the places for keys say of one key.
    struct Kept
    {
        KeyId id;
        KeyStores::Found key;
        KeyStores::Found fields;

        [[nodiscard]] bool isClear() const; ///< asking again would bring the same answer
    };
    [[nodiscard]] static std::shared_ptr<KnownKeys> knownKeys(const SecretStore *file, const QString &bookFile);
    using OnKept = std::function<void(const Kept &)>;
    void find(const ProviderInfo &info, const KeyId &id, KeyStores::MayPrompt mayPrompt, const OnKept &onKept);
    [[nodiscard]] QList<KeyId> keysOf(const QString &provider);
    /// One after another until one can be used.
    struct Search;
    void search(const std::shared_ptr<Search> &search, qsizetype next);
    using OnFound = std::function<void(const Result<Credentials> &found, bool isClear)>;
    void credentialsFor(const ProviderInfo &info, const KeyId &id, const OnFound &onFound);
    [[nodiscard]] Result<QUrl> baseUrl(const ProviderInfo &info, const QByteArray &ownField) const;
    [[nodiscard]] Result<Credentials> credentialsFrom(const ProviderInfo &info, const Kept &kept,
                                                      const QByteArray &key) const;
    [[nodiscard]] KeyState stateFrom(const ProviderInfo &info, const Kept &kept);
    [[nodiscard]] static KeyState joined(const QList<KeyState> &keys);
    [[nodiscard]] std::optional<SetAside> asideOf(const KeyId &id, const QString &hint);
    void noteName(const KeyId &id, KeySource place, const Status &stored);

    KeyBook book;
    mutable QHash<QString, QUrl> m_checkedAddresses; ///< by what was written, where it is well: every call asks twice
};

/// The state of a place that has an answer, but does not give it now.
[[nodiscard]] bool wouldNotSay(SecretState state);
[[nodiscard]] Error reasonOf(const KeyStores::Found &found); ///< why it would not say
[[nodiscard]] Error unknownProvider(const QString &provider);
/// The last four characters, but never a considerable part of a key.
[[nodiscard]] QString hintOf(const QByteArray &key);
/// Why a value of what is needed beside the key cannot be used; empty: it can.
[[nodiscard]] Reason fieldProblem(const ProviderInfo &info, const CredentialField &field, const QByteArray &value);

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/keyring.h"
#include "core/secrets/keystores.h"

namespace lightwell {

/// What the Keyring does, on its own thread only.
class Keyring::Private
{
public:
    Private(const AdapterRegistry &registry, std::unique_ptr<SecretStore> keychain, std::unique_ptr<SecretStore> file)
        : adapters(registry)
        , stores(std::move(keychain), std::move(file))
    {
    }

    [[nodiscard]] static QString entryOf(const QString &provider) { return u"lightwell/" + provider + u"/default"; }
    [[nodiscard]] static QString fieldsEntryOf(const QString &provider) { return entryOf(provider) + u"/fields"; }
    [[nodiscard]] static QString ownEntryOf(const QString &name) { return u"lightwell/" + name; }

    void credentials(const QString &provider, const OnCredentials &onReady);
    void address(const QString &provider, const OnAddress &onReady); ///< empty: the vendor's own
    void states(const QList<ProviderInfo> &infos, const OnStates &onReady);
    void set(const QString &provider, const QByteArray &key, KeySource place, const OnStored &onStored);
    void setFields(const QString &provider, const Fields &fields, KeySource place, const OnStored &onStored);
    void remove(const QString &provider, const OnStored &onRemoved);
    void ownSecret(const QString &name, const OnOwnSecret &onReady);
    void setOwnSecret(const QString &name, const QByteArray &secret, const OnOwnStored &onStored);

    const AdapterRegistry &adapters;
    KeyStores stores;
    QHash<QString, QUrl> baseUrls; ///< from the settings
    QStringList plainKeyHosts; ///< the same

private:
    /// What the places for keys say of one provider.
    struct Kept
    {
        KeyStores::Found key;
        KeyStores::Found fields;
    };
    using OnKept = std::function<void(const Kept &)>;
    void find(const ProviderInfo &info, KeyStores::MayPrompt mayPrompt, const OnKept &onKept);
    [[nodiscard]] Result<QUrl> baseUrl(const ProviderInfo &info, const QByteArray &ownField) const;
    [[nodiscard]] Result<Credentials> credentialsFrom(const ProviderInfo &info, const Kept &kept,
                                                      const QByteArray &key) const;
    [[nodiscard]] KeyState stateFrom(const ProviderInfo &info, const Kept &kept) const;
};

} // namespace lightwell

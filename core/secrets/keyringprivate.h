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
    [[nodiscard]] static QString ownEntryOf(const QString &name) { return u"lightwell/" + name; }

    void credentials(const QString &provider, const OnCredentials &onReady);
    void states(const QList<ProviderInfo> &infos, const OnStates &onReady);
    void set(const QString &provider, const QByteArray &key, KeySource place, const OnStored &onStored);
    void ownSecret(const QString &name, const OnOwnSecret &onReady);
    void setOwnSecret(const QString &name, const QByteArray &secret, const OnOwnStored &onStored);

    [[nodiscard]] Result<QUrl> baseUrl(const ProviderInfo &info) const;
    [[nodiscard]] Result<QUrl> baseUrl(const QString &provider) const; ///< empty: the vendor's own

    const AdapterRegistry &adapters;
    KeyStores stores;
    QHash<QString, QUrl> baseUrls; ///< from the settings
    QStringList plainKeyHosts; ///< the same

private:
    [[nodiscard]] Result<Credentials> credentialsFrom(const ProviderInfo &info, const QUrl &address,
                                                      const KeyStores::Found &found) const;
    [[nodiscard]] KeyState stateFrom(const ProviderInfo &info, const KeyStores::Found &found) const;
};

} // namespace lightwell

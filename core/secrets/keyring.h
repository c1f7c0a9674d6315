// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/adapter.h"
#include "core/secrets/secrets.h"

#include <QHash>
#include <QObject>

#include <memory>

namespace lightwell {

class AdapterRegistry;

/// The provider keys of this user. Looks in this order: keychain, encrypted file (if unlocked), this run's memory,
/// environment (LIGHTWELL_<PROVIDER>_BASE_URL gives the address, settings after it). Reads each keychain entry
/// once and remembers it for this run. Safe to call from any thread; answers come on the context's thread.
class Keyring : public QObject
{
    Q_OBJECT
public:
    /// The stores may be null where the system has none.
    Keyring(const AdapterRegistry &adapters, std::unique_ptr<SecretStore> keychain, std::unique_ptr<SecretStore> file,
            QObject *parent = nullptr);
    ~Keyring() override;

    using OnCredentials = std::function<void(const Result<Credentials> &)>;
    /// ErrorKind::NoKey where there is none, ErrorKind::Secrets where a store would not say.
    void credentials(const QString &provider, QObject *context, OnCredentials onReady);

    using OnStates = std::function<void(const QList<KeyState> &)>;
    void states(QObject *context, OnStates onReady); ///< one per provider, in registry order

    /// Where set() would put a key now, shown before one is pasted.
    using OnPlace = std::function<void(KeySource place, SecretState keychain, const QString &detail)>;
    void place(QObject *context, OnPlace onReady);

    using OnStored = std::function<void(const Status &)>;
    void set(const QString &provider, const QByteArray &key, KeySource place, QObject *context, OnStored onStored);
    void remove(const QString &provider, QObject *context, OnStored onRemoved);
    void unlockFile(const QByteArray &passphrase, QObject *context, OnStored onUnlocked); ///< makes the file if absent

    void setBaseUrls(const QHash<QString, QUrl> &addresses); ///< from the settings; the environment wins
    void forgetCache();

Q_SIGNALS:
    void changed(const QString &provider);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace lightwell

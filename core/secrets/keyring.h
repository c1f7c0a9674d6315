// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"
#include "core/secrets/secrets.h"

#include <QHash>
#include <QObject>

#include <memory>

namespace lightwell {

class AdapterRegistry;

/// The provider keys of this user. Looks in this order: keychain, encrypted file (if unlocked), this run's memory,
/// the vendor's environment variables. Reads each keychain entry once and remembers it for this run. Safe to call
/// from any thread; answers come on the context's thread (which must be the caller's), later, and not at all if
/// the context is gone. Lives on the thread that made it, which needs an event loop.
///
/// Environment: LIGHTWELL_<PROVIDER>_BASE_URL (the id in capitals, _ for -) gives a provider's address, the settings
/// do where it is not set; https, or http on this computer only. LIGHTWELL_PASSPHRASE opens the encrypted key file,
/// or makes it with the first key, where nobody can be asked. Of a provider's further fields, what is kept counts
/// before the environment; secret ones come from where their key does.
///
/// A provider may have several keys: the one without a name, and named ones. They are used in this order, those that
/// are set aside only where there is no other.
class Keyring : public QObject
{
    Q_OBJECT
public:
    /// The stores may be null where the system has none. `book` is the file in which the names of keys stand
    /// (KeyBook); empty: only in memory.
    Keyring(const AdapterRegistry &adapters, std::unique_ptr<SecretStore> keychain, std::unique_ptr<SecretStore> file,
            const QString &book = {}, QObject *parent = nullptr);
    ~Keyring() override;

    using OnCredentials = std::function<void(const Result<Credentials> &)>;
    /// ErrorKind::NoKey where there is none, ErrorKind::Secrets where a store would not say.
    void credentials(const QString &provider, QObject *context, OnCredentials onReady);
    /// Of this one key, whether it is set aside or not.
    void credentialsOf(const KeyId &key, QObject *context, OnCredentials onReady);

    /// What Credentials::baseUrl would be, for what is done without a key.
    using OnAddress = std::function<void(const Result<QUrl> &)>;
    void address(const QString &provider, QObject *context, OnAddress onReady);

    using OnStates = std::function<void(const QList<KeyState> &)>;
    void states(QObject *context, OnStates onReady); ///< one per provider, in registry order; asks the user nothing
    /// The same of these alone, for what happens often: the others' keys are not looked for.
    void states(const QStringList &providers, QObject *context, OnStates onReady);

    /// Where set() would put a key now, shown before one is pasted.
    using OnPlace = std::function<void(KeySource place, SecretState keychain, const Reason &says)>;
    void place(QObject *context, OnPlace onReady);

    /// Of the key file: Missing where there is none yet, so that the next passphrase is a new one.
    using OnFileState = std::function<void(SecretState)>;
    void fileState(QObject *context, OnFileState onReady);

    using OnStored = std::function<void(const Status &)>;
    /// Whitespace around the key is taken off; an empty one is refused, and so is a name that is none (isKeyName).
    void set(const KeyId &id, const QByteArray &key, KeySource place, QObject *context, OnStored onStored);
    /// What the provider needs besides the key, by ProviderInfo::fields. An empty value takes one away; those that are
    /// not named stay. Where one cannot be taken, nothing is changed.
    using Fields = QHash<QString, QByteArray>;
    void setFields(const KeyId &id, const Fields &fields, KeySource place, QObject *context, OnStored onStored);
    void remove(const KeyId &id, QObject *context, OnStored onRemoved); ///< the key and its fields

    /// The vendor refused this key, or its account is empty: from now on it comes last, for a day where it was refused
    /// and for an hour where there are no funds, until it is changed, or takeBack() says that it works.
    void setAside(const Credentials &credentials, const QString &provider, SetAside::Why why);
    void takeBack(const KeyId &id);
    void setClock(std::function<QDateTime()> now); ///< for tests

    void unlockFile(const QByteArray &passphrase, QObject *context, OnStored onUnlocked); ///< makes the file if absent

    void setBaseUrls(const QHash<QString, QUrl> &addresses); ///< from the settings; the environment wins
    /// "host" or "host:port" of the local network to which keys may go without TLS, because the user said so. The
    /// environment (LIGHTWELL_PLAIN_KEY_HOSTS, with commas) adds to them.
    void setPlainKeyHosts(const QStringList &hosts);
    void forgetCache();

Q_SIGNALS:
    void changed(const QString &provider); ///< empty: perhaps several
    /// A person should know: of the key file that was opened (before the answer to unlockFile()), or that one of
    /// several keys was set aside.
    void warned(const lightwell::Reason &says);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/secrets.h"
#include "core/secrets/sessionstore.h"

#include <QHash>

#include <memory>
#include <optional>

namespace lightwell {

/// The places a key may lie in, tried in order: keychain, encrypted file, this run's memory. Remembers what the
/// keychain said about each entry, so that it is asked once. Used on one thread; answers come later, on it.
class KeyStores : public QObject
{
    Q_OBJECT
public:
    /// The stores may be null where the system has none.
    KeyStores(std::unique_ptr<SecretStore> keychain, std::unique_ptr<SecretStore> file, QObject *parent = nullptr);
    ~KeyStores() override;

    struct Found
    {
        KeySource source = KeySource::None;
        QByteArray secret;
        /// Without a secret: Missing or NoBackend where there surely is none; else why a place would not say.
        SecretState state = SecretState::Missing;
        Reason says = {};
        bool isClear = true; ///< no place that comes first would not say: asking again brings the same answer
    };
    enum class MayPrompt {
        No, ///< for lists: nothing that makes the keychain ask the user; old answers will do
        Yes, ///< for use: a locked or silent keychain is asked again, and may ask the user
    };
    using OnFound = std::function<void(const Found &)>;
    void find(const QString &entry, MayPrompt mayPrompt, const OnFound &onFound);

    using OnDone = std::function<void(const Status &)>;
    void store(const QString &entry, const QByteArray &secret, KeySource place, const OnDone &onDone);
    /// From all places. A place that is not there has nothing to remove.
    void remove(const QString &entry, const OnDone &onDone);
    void unlock(const QByteArray &passphrase, const OnDone &onDone);

    /// Where a new key would go, and what the keychain says of itself.
    using OnPlace = std::function<void(KeySource place, const SecretAnswer &keychain)>;
    void place(const OnPlace &onPlace);
    /// How the key file stands, opened by the environment's passphrase where there is one.
    void withFile(SecretStore::Answer ready);

    void forget();

Q_SIGNALS:
    void
    warned(const lightwell::Reason &says); ///< the key file was opened, but a person should know something about it

private:
    void askKeychain(const QString &entry, MayPrompt mayPrompt, SecretStore::Answer answer);
    void readKeychain(const QString &entry);
    void answerKeychain(const QString &entry, const SecretAnswer &answer);
    void askFile(const QString &entry, const SecretStore::Answer &answer);
    void probeKeychain(SecretStore::Answer answer);
    void answerOpening(const SecretAnswer &answer);
    void removeFrom(SecretStore *store, const QString &entry, const OnDone &onDone);

    std::unique_ptr<SecretStore> m_keychain;
    std::unique_ptr<SecretStore> m_file;
    SessionStore m_session;
    std::optional<SecretAnswer> m_service; ///< the keychain as a whole, once it is clear
    QHash<QString, SecretAnswer> m_answers;
    QHash<QString, QList<SecretStore::Answer>> m_waiting; ///< for the keychain's answer about an entry
    QList<SecretStore::Answer> m_probing;
    std::optional<SecretAnswer> m_fileRefusal; ///< what came of the environment's passphrase, if it was wrong
    QList<SecretStore::Answer> m_opening;
};

/// What a place that would not say means to a person, as an error of the kind Secrets.
[[nodiscard]] Error secretsError(KeySource place, const SecretAnswer &answer);

} // namespace lightwell

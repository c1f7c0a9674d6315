// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/secrets.h"
#include "core/secrets/securekey.h"

#include <optional>

namespace lightwell {

/// One file of secrets under a passphrase, by libsodium: Argon2id makes the key, XChaCha20-Poly1305 encrypts and
/// authenticates the whole file with its head. Nothing of the contents stays in memory between calls; only the key
/// does, in guarded memory. Blocking and not thread-safe: EncryptedFile is the way to use it.
///
/// The file: "LWKEYS01", operations and memory of Argon2id (64 bits each, little endian), salt (16), check (32),
/// nonce (24), the encrypted JSON object {"entry": "base64"}, tag (16). `check` tells a wrong passphrase from a
/// damaged file.
class Vault
{
public:
    /// What Argon2id costs for a new file; an existing one says so itself.
    struct Cost
    {
        quint64 operations = 3;
        quint64 memory = 64 * 1024 * 1024; ///< bytes
    };

    explicit Vault(QString file);
    Vault(QString file, Cost cost);

    /// Locked with a reason: a wrong passphrase. Denied: the file is damaged or cannot be read. Without a file, the
    /// first write makes it.
    [[nodiscard]] SecretAnswer unlock(QByteArray passphrase);
    [[nodiscard]] SecretAnswer state() const; ///< Available, Locked, or Missing where there is neither file nor key
    [[nodiscard]] SecretAnswer read(const QString &entry) const;
    [[nodiscard]] SecretAnswer write(const QString &entry, const QByteArray &secret);
    [[nodiscard]] SecretAnswer remove(const QString &entry);

private:
    struct Contents;
    [[nodiscard]] SecretAnswer load(Contents &contents) const;
    [[nodiscard]] SecretAnswer save(const QJsonObject &entries) const;
    template<typename Change>
    [[nodiscard]] SecretAnswer change(Change change);

    QString m_file;
    Cost m_cost;
    bool m_usable = false; ///< libsodium is ready
    QByteArray m_head; ///< cost, salt and check that belong to m_key
    std::optional<SecureKey> m_key;
};

} // namespace lightwell

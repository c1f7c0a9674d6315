// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/secrets.h"
#include "core/secrets/securekey.h"
#include "core/secrets/vaultwitness.h"

#include <optional>

namespace lightwell {

/// One file of secrets under a passphrase, by libsodium: Argon2id makes the key, XChaCha20-Poly1305 encrypts and
/// authenticates the whole file with its head. Nothing of the contents stays in memory between calls; only the key
/// does, in guarded memory. Blocking and not thread-safe: EncryptedFile is the way to use it.
///
/// The file: "LWKEYS01", operations and memory of Argon2id (64 bits each, little endian), salt (16), check (32),
/// nonce (24), the encrypted JSON object {"entry": "base64", "#": {"id": "hex", "count": 1}}, tag (16). `check` tells a
/// wrong passphrase from a damaged file. "#" names the vault and counts its writings: by it an older copy that somebody
/// put back is noticed and told (VaultWitness); it is never a reason to refuse.
class Vault
{
public:
    /// What Argon2id costs at least. An existing file says what its key costs; where that is less, it is written anew
    /// when it is unlocked.
    struct Cost
    {
        quint64 operations = crypto_pwhash_OPSLIMIT_MODERATE;
        quint64 memory = crypto_pwhash_MEMLIMIT_MODERATE; ///< bytes: 256 MiB, about a second

        friend bool operator==(const Cost &, const Cost &) = default;
    };
    /// As the file says; nothing where there is none.
    [[nodiscard]] static std::optional<Cost> costOf(const QString &file);

    explicit Vault(QString file);
    /// `witness` is the file in which VaultWitness remembers; empty: only during this run.
    Vault(QString file, Cost cost, QString witness = {});

    /// Locked with a reason: a wrong passphrase. Denied: the file is damaged or cannot be read, or there is not enough
    /// memory. Available with something to say: a warning, that the file is an older one. Without a file, the first
    /// write makes it.
    [[nodiscard]] SecretAnswer unlock(QByteArray passphrase);
    [[nodiscard]] SecretAnswer state() const; ///< Available, Locked, or Missing where there is neither file nor key
    [[nodiscard]] SecretAnswer read(const QString &entry) const;
    [[nodiscard]] SecretAnswer write(const QString &entry, const QByteArray &secret);
    [[nodiscard]] SecretAnswer remove(const QString &entry);

private:
    struct Contents;
    [[nodiscard]] SecretAnswer load(Contents &contents) const;
    [[nodiscard]] SecretAnswer save(const Contents &contents) const;
    void strengthen(const QByteArray &passphrase);
    template<typename Change>
    [[nodiscard]] SecretAnswer change(Change change);

    QString m_file;
    Cost m_cost;
    bool m_usable = false; ///< libsodium is ready
    QByteArray m_head; ///< cost, salt and check that belong to m_key
    std::optional<SecureKey> m_key;
    mutable VaultWitness m_witness; ///< learns from each reading
};

} // namespace lightwell

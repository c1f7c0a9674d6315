// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/secrets.h"
#include "core/secrets/vault.h"

#include <QThreadPool>

#include <atomic>

namespace lightwell {

/// The place for keys where no keychain is: one file under a passphrase (see Vault), read and written on a thread
/// of its own, in order of calling. Called from one thread.
class EncryptedFile : public SecretStore
{
public:
    explicit EncryptedFile(const QString &file, Vault::Cost cost = {}, const QString &witness = {});
    ~EncryptedFile() override; ///< waits for what is under way

    void probe(QObject *context, Answer answer) override;
    void unlock(const QByteArray &passphrase, QObject *context, Answer answer) override;
    void read(const QString &entry, QObject *context, Answer answer) override;
    void write(const QString &entry, const QByteArray &secret, QObject *context, Answer answer) override;
    void remove(const QString &entry, QObject *context, Answer answer) override;
    [[nodiscard]] QString file() const override { return m_file; }

private:
    void run(QObject *context, Answer answer, std::function<SecretAnswer(Vault &)> work);
    const QString m_file;
    Vault m_vault; ///< only on m_thread, as long as anything is under way there
    std::atomic<int> m_underWay = 0;
    QThreadPool m_thread; ///< of one thread
};

} // namespace lightwell

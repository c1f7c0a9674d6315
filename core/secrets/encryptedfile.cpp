// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/encryptedfile.h"

#include "core/secrets/courier.h"

namespace lightwell {

EncryptedFile::EncryptedFile(const QString &file, Vault::Cost cost, const QString &witness)
    : m_file(file)
    , m_vault(file, cost, witness)
{
    m_thread.setMaxThreadCount(1);
}

// The thread pool goes first and is waited for, so nothing works on a vault that is gone.
EncryptedFile::~EncryptedFile() = default;

void EncryptedFile::run(QObject *context, Answer answer, std::function<SecretAnswer(Vault &)> work)
{
    const auto deliver = deliveredTo<SecretAnswer>(context, std::move(answer));
    ++m_underWay;
    m_thread.start([this, deliver, work = std::move(work)] {
        deliver(work(m_vault));
        --m_underWay; // and no sooner: an answer that needs no thread comes behind this one
    });
}

/// Every call of a program asks this, and it is but a look whether the file is there: no other thread is woken for it.
void EncryptedFile::probe(QObject *context, Answer answer)
{
    if (m_underWay == 0) {
        deliveredTo<SecretAnswer>(context, std::move(answer))(m_vault.state());
        return;
    }
    run(context, std::move(answer), [](Vault &vault) { return vault.state(); });
}

void EncryptedFile::unlock(const QByteArray &passphrase, QObject *context, Answer answer)
{
    run(context, std::move(answer), [passphrase](Vault &vault) { return vault.unlock(passphrase); });
}

void EncryptedFile::read(const QString &entry, QObject *context, Answer answer)
{
    run(context, std::move(answer), [entry](Vault &vault) { return vault.read(entry); });
}

void EncryptedFile::write(const QString &entry, const QByteArray &secret, QObject *context, Answer answer)
{
    run(context, std::move(answer), [entry, secret](Vault &vault) { return vault.write(entry, secret); });
}

void EncryptedFile::remove(const QString &entry, QObject *context, Answer answer)
{
    run(context, std::move(answer), [entry](Vault &vault) { return vault.remove(entry); });
}

} // namespace lightwell

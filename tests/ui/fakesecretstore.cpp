// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fakesecretstore.h"

namespace lightwell::test {

FakeSecretStore::FakeSecretStore(std::shared_ptr<Contents> contents)
    : m_contents(std::move(contents))
{
}

void FakeSecretStore::later(QObject *context, Answer answer, const SecretAnswer &what)
{
    QMetaObject::invokeMethod(
        context, [answer = std::move(answer), what] { answer(what); }, Qt::QueuedConnection);
}

void FakeSecretStore::probe(QObject *context, Answer answer)
{
    later(context, std::move(answer), {m_contents->state, {}, Reason::text(m_contents->detail)});
}

void FakeSecretStore::read(const QString &entry, QObject *context, Answer answer)
{
    SecretAnswer what {m_contents->state, {}, Reason::text(m_contents->detail)};
    if (what.state == SecretState::Available) {
        what.secret = m_contents->secrets.value(entry);
        what.state = what.secret.isEmpty() ? SecretState::Missing : SecretState::Available;
    }
    later(context, std::move(answer), what);
}

void FakeSecretStore::write(const QString &entry, const QByteArray &secret, QObject *context, Answer answer)
{
    if (m_contents->state == SecretState::Available) {
        m_contents->secrets.insert(entry, secret);
    }
    later(context, std::move(answer), {m_contents->state, {}, Reason::text(m_contents->detail)});
}

void FakeSecretStore::remove(const QString &entry, QObject *context, Answer answer)
{
    if (m_contents->state == SecretState::Available) {
        m_contents->secrets.remove(entry);
    }
    later(context, std::move(answer), {m_contents->state, {}, Reason::text(m_contents->detail)});
}

} // namespace lightwell::test

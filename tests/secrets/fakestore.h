// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/courier.h"
#include "core/secrets/secrets.h"

#include <QHash>

namespace lightwell::test {

/// A place for keys that says what a test wants it to say, and counts how often it was asked.
struct FakePlace
{
    SecretState service = SecretState::Available; ///< what probe() answers
    SecretState reading = SecretState::Available; ///< anything else is said instead of looking
    SecretState writing = SecretState::Available;
    bool answers = true; ///< false: never, as some back ends do
    QByteArray passphrase; ///< what unlock() wants; then all is Available
    QHash<QString, QByteArray> entries;
    int probes = 0;
    int reads = 0;
    int writes = 0;
};

class FakeStore : public SecretStore
{
public:
    explicit FakeStore(std::shared_ptr<FakePlace> place)
        : m_place(std::move(place))
    {
    }

    void probe(QObject *context, Answer answer) override
    {
        ++m_place->probes;
        reply(context, answer, {m_place->service, {}, {}});
    }
    void unlock(const QByteArray &passphrase, QObject *context, Answer answer) override
    {
        if (!m_place->passphrase.isEmpty() && passphrase == m_place->passphrase) {
            m_place->service = m_place->reading = m_place->writing = SecretState::Available;
        }
        reply(context, answer, {m_place->service, {}, {}});
    }
    void read(const QString &entry, QObject *context, Answer answer) override
    {
        ++m_place->reads;
        if (m_place->reading != SecretState::Available) {
            reply(context, answer, {m_place->reading, {}, {}});
        } else if (m_place->entries.contains(entry)) {
            reply(context, answer, {SecretState::Available, m_place->entries.value(entry), {}});
        } else {
            reply(context, answer, {SecretState::Missing, {}, {}});
        }
    }
    void write(const QString &entry, const QByteArray &secret, QObject *context, Answer answer) override
    {
        ++m_place->writes;
        if (m_place->writing == SecretState::Available) {
            m_place->entries.insert(entry, secret);
        }
        reply(context, answer, {m_place->writing, {}, {}});
    }
    void remove(const QString &entry, QObject *context, Answer answer) override
    {
        if (m_place->writing != SecretState::Available) {
            reply(context, answer, {m_place->writing, {}, {}});
        } else {
            reply(context, answer,
                  {m_place->entries.remove(entry) > 0 ? SecretState::Available : SecretState::Missing, {}, {}});
        }
    }

private:
    void reply(QObject *context, const Answer &answer, const SecretAnswer &value) const
    {
        if (m_place->answers) {
            deliveredTo<SecretAnswer>(context, answer)(value);
        }
    }
    std::shared_ptr<FakePlace> m_place;
};

} // namespace lightwell::test

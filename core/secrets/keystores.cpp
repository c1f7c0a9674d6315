// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/keystores.h"

#include "core/secrets/environment.h"

#include <QCoreApplication>

namespace lightwell {

namespace {

/// Whether asking again would bring the same answer.
bool isClear(SecretState state)
{
    return state == SecretState::Available || state == SecretState::Missing || state == SecretState::NoBackend;
}

const SecretAnswer absent {SecretState::NoBackend, {}, {}};

} // namespace

KeyStores::KeyStores(std::unique_ptr<SecretStore> keychain, std::unique_ptr<SecretStore> file, QObject *parent)
    : QObject(parent)
    , m_keychain(std::move(keychain))
    , m_file(std::move(file))
{
}

KeyStores::~KeyStores() = default;

void KeyStores::find(const QString &entry, MayPrompt mayPrompt, const OnFound &onFound)
{
    askKeychain(entry, mayPrompt, [this, entry, onFound](const SecretAnswer &keychain) {
        if (keychain.state == SecretState::Available) {
            onFound({KeySource::Keychain, keychain.secret, SecretState::Available, {}});
            return;
        }
        askFile(entry, [this, entry, keychain, onFound](const SecretAnswer &file) {
            if (file.state == SecretState::Available) {
                onFound({KeySource::EncryptedFile, file.secret, SecretState::Available, {}, isClear(keychain.state)});
                return;
            }
            const QByteArray session = m_session.read(entry);
            const SecretAnswer &reason = isClear(keychain.state) && !isClear(file.state) ? file : keychain;
            onFound({session.isEmpty() ? KeySource::None : KeySource::Session, session, reason.state, reason.says,
                     isClear(keychain.state) && isClear(file.state)});
        });
    });
}

void KeyStores::probeKeychain(SecretStore::Answer answer)
{
    if (!m_keychain || m_service) {
        answer(m_keychain ? *m_service : absent);
        return;
    }
    m_probing.append(std::move(answer));
    if (m_probing.size() > 1) {
        return;
    }
    m_keychain->probe(this, [this](const SecretAnswer &service) {
        if (isClear(service.state)) {
            m_service = service;
        }
        const QList<SecretStore::Answer> waiting = std::exchange(m_probing, {});
        for (const SecretStore::Answer &each : waiting) {
            each(service);
        }
    });
}

void KeyStores::askKeychain(const QString &entry, MayPrompt mayPrompt, SecretStore::Answer answer)
{
    if (const auto known = m_answers.constFind(entry);
        known != m_answers.constEnd() && (mayPrompt == MayPrompt::No || isClear(known->state))) {
        answer(*known);
        return;
    }
    if (const auto waiting = m_waiting.find(entry); waiting != m_waiting.end()) {
        waiting->append(std::move(answer));
        return;
    }
    m_waiting.insert(entry, {std::move(answer)});
    probeKeychain([this, entry, mayPrompt](const SecretAnswer &service) {
        const bool worthReading = service.state == SecretState::Available
            || (mayPrompt == MayPrompt::Yes && service.state == SecretState::Locked);
        if (worthReading) {
            readKeychain(entry);
        } else {
            answerKeychain(entry, service);
        }
    });
}

void KeyStores::readKeychain(const QString &entry)
{
    m_keychain->read(entry, this, [this, entry](const SecretAnswer &answer) {
        m_answers.insert(entry, answer);
        answerKeychain(entry, answer);
    });
}

void KeyStores::answerKeychain(const QString &entry, const SecretAnswer &answer)
{
    const QList<SecretStore::Answer> waiting = m_waiting.take(entry);
    for (const SecretStore::Answer &each : waiting) {
        each(answer);
    }
}

/// Opens the file with the passphrase of the environment, if there is one and nobody did. Making the key from it is
/// slow on purpose, so it is done once, however many ask.
void KeyStores::withFile(SecretStore::Answer ready)
{
    if (!m_file || m_fileRefusal) {
        ready(m_file ? *m_fileRefusal : absent);
        return;
    }
    m_opening.append(std::move(ready));
    if (m_opening.size() > 1) {
        return;
    }
    m_file->probe(this, [this](const SecretAnswer &state) {
        const QByteArray passphrase = environment::passphrase();
        if (state.state == SecretState::Available || passphrase.isEmpty()) {
            answerOpening(state);
            return;
        }
        m_file->unlock(passphrase, this, [this](const SecretAnswer &opened) {
            if (opened.state != SecretState::Available) {
                m_fileRefusal = opened;
            } else if (!opened.says.isEmpty()) {
                Q_EMIT warned(opened.says);
            }
            answerOpening(opened);
        });
    });
}

void KeyStores::answerOpening(const SecretAnswer &answer)
{
    const QList<SecretStore::Answer> waiting = std::exchange(m_opening, {});
    for (const SecretStore::Answer &each : waiting) {
        each(answer);
    }
}

void KeyStores::askFile(const QString &entry, const SecretStore::Answer &answer)
{
    withFile([this, entry, answer](const SecretAnswer &state) {
        if (state.state == SecretState::Available) {
            m_file->read(entry, this, answer);
        } else {
            answer(state);
        }
    });
}

void KeyStores::place(const OnPlace &onPlace)
{
    probeKeychain([this, onPlace](const SecretAnswer &keychain) {
        if (keychain.state == SecretState::Available) {
            onPlace(KeySource::Keychain, keychain);
            return;
        }
        withFile([keychain, onPlace](const SecretAnswer &file) {
            onPlace(file.state == SecretState::Available ? KeySource::EncryptedFile : KeySource::Session, keychain);
        });
    });
}

void KeyStores::store(const QString &entry, const QByteArray &secret, KeySource place, const OnDone &onDone)
{
    if (place == KeySource::Session) {
        m_session.write(entry, secret);
        onDone(Success());
        return;
    }
    SecretStore *store = place == KeySource::Keychain ? m_keychain.get() : m_file.get();
    if ((place != KeySource::Keychain && place != KeySource::EncryptedFile) || store == nullptr) {
        onDone(secretsError(place, absent));
        return;
    }
    const auto write = [this, store, entry, secret, place, onDone] {
        store->write(entry, secret, this, [this, entry, secret, place, onDone](const SecretAnswer &answer) {
            if (answer.state != SecretState::Available) {
                m_answers.remove(entry); // nobody knows what lies there now
                onDone(secretsError(place, answer));
                return;
            }
            if (place == KeySource::Keychain) {
                m_answers.insert(entry, {SecretState::Available, secret, {}});
            }
            onDone(Success());
        });
    };
    if (place == KeySource::EncryptedFile) {
        withFile([write, place, onDone](const SecretAnswer &file) {
            if (file.state == SecretState::Locked) {
                onDone(secretsError(place, file));
            } else {
                write();
            }
        });
    } else {
        write();
    }
}

void KeyStores::removeFrom(SecretStore *store, const QString &entry, const OnDone &onDone)
{
    const KeySource place = store == m_file.get() ? KeySource::EncryptedFile : KeySource::Keychain;
    store->remove(entry, this, [this, entry, place, onDone](const SecretAnswer &answer) {
        m_answers.remove(entry);
        if (answer.state == SecretState::Available || answer.state == SecretState::Missing) {
            onDone(Success());
        } else {
            onDone(secretsError(place, answer));
        }
    });
}

void KeyStores::remove(const QString &entry, const OnDone &onDone)
{
    m_session.remove(entry);
    probeKeychain([this, entry, onDone](const SecretAnswer &keychain) {
        const OnDone thenFile = [this, entry, onDone](const Status &first) {
            withFile([this, entry, onDone, first](const SecretAnswer &file) {
                if (file.state == SecretState::NoBackend || file.state == SecretState::Missing) {
                    onDone(first);
                    return;
                }
                if (file.state == SecretState::Locked) { // says why: it may be the wrong passphrase
                    onDone(first.ok() ? Status(secretsError(KeySource::EncryptedFile, file)) : first);
                    return;
                }
                removeFrom(m_file.get(), entry,
                           [onDone, first](const Status &second) { onDone(first.ok() ? second : first); });
            });
        };
        if (keychain.state == SecretState::NoBackend || keychain.state == SecretState::NotSetUp) {
            thenFile(Success());
        } else {
            removeFrom(m_keychain.get(), entry, thenFile);
        }
    });
}

void KeyStores::unlock(const QByteArray &passphrase, const OnDone &onDone)
{
    if (!m_file) {
        onDone(secretsError(KeySource::EncryptedFile, absent));
        return;
    }
    m_fileRefusal.reset();
    m_file->unlock(passphrase, this, [this, onDone](const SecretAnswer &answer) {
        if (answer.state == SecretState::Available && !answer.says.isEmpty()) {
            Q_EMIT warned(answer.says);
        }
        onDone(answer.state == SecretState::Available ? Status(Success())
                                                      : Status(secretsError(KeySource::EncryptedFile, answer)));
    });
}

void KeyStores::forget()
{
    m_service.reset();
    m_fileRefusal.reset();
    m_answers.clear();
}

} // namespace lightwell

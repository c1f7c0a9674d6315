// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"
#include "core/model/result.h"

#include <QObject>

#include <functional>

namespace lightwell {

/// What a place for keys says about itself or about one entry.
enum class SecretState {
    Available,
    Missing, ///< the place answers; there is no such entry
    Locked, ///< a passphrase or the desktop's unlock is needed
    NotSetUp, ///< the desktop has such a place, but nobody ever gave it a password: nothing is in it
    Denied, ///< the user or the system refused
    NoBackend, ///< there is no such place on this system
    NotAnswering, ///< it did not answer in time
};

struct SecretAnswer
{
    SecretState state = SecretState::NotAnswering;
    QByteArray secret; ///< only when Available
    Reason says = {}; ///< why, as far as the place tells; a text where they are its own words
};

/// A place where secrets are kept, one entry each. Answers come on the caller's thread, exactly once, never from
/// within the call itself. A failed read never leads to a write.
class SecretStore
{
public:
    using Answer = std::function<void(const SecretAnswer &)>;
    virtual ~SecretStore() = default;
    virtual void probe(QObject *context, Answer answer) = 0; ///< is the place usable? touches no secret
    /// For places with a passphrase of their own. Locked: it is wrong. Others answer NoBackend.
    virtual void unlock(const QByteArray &passphrase, QObject *context, Answer answer);
    virtual void read(const QString &entry, QObject *context, Answer answer) = 0;
    virtual void write(const QString &entry, const QByteArray &secret, QObject *context, Answer answer) = 0;
    virtual void remove(const QString &entry, QObject *context, Answer answer) = 0;
};

/// Where a provider's key came from.
enum class KeySource { None, Keychain, EncryptedFile, Session, Environment, NotNeeded };

/// How one of a provider's further fields stands.
struct KeyFieldState
{
    QString id;
    KeySource source = KeySource::None; ///< NotNeeded: the fallback counts, or it may be missing
    QString value = {}; ///< of what is no secret
};

struct KeyState
{
    QString provider;
    KeySource source = KeySource::None;
    SecretState store = SecretState::Missing; ///< what the keychain said, where it matters
    QString hint; ///< the last four characters, never more; empty for short keys
    Reason says = {}; ///< why a place would not say
    /// Where the key itself is; differs from `source`, which is None then, where something else is missing.
    KeySource keyIn = KeySource::None;
    QList<KeyFieldState> fields = {}; ///< in the provider's order
    QStringList lacks = {}; ///< the fields, by their ids, without which the key is of no use
};

} // namespace lightwell

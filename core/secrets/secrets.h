// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"
#include "core/model/result.h"

#include <QDateTime>
#include <QObject>

#include <functional>
#include <optional>

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
    /// The file that it is, which other programs may change as well, where it is one; else what was read stays so.
    [[nodiscard]] virtual QString file() const { return {}; }
};

/// One of the user's keys at a provider.
struct KeyId
{
    KeyId(QString ofProvider = {}, QString calledSo = {})
        : provider(std::move(ofProvider))
        , name(std::move(calledSo))
    {
    }
    QString provider;
    QString name; ///< empty: the one without a name, which may also come from the environment

    friend bool operator==(const KeyId &, const KeyId &) = default;
};

/// Why a key is passed over while there is another.
struct SetAside
{
    enum class Why { Refused, Funds };
    Why why = Why::Refused;
    QDateTime at;
    QDateTime until; ///< from then on it is taken again, tested or not

    friend bool operator==(const SetAside &, const SetAside &) = default;
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

/// How a provider's first key stands: the one without a name, or else the first that has one and is there.
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
    QString name = {};
    std::optional<SetAside> setAside = {};
    QList<KeyState> others = {}; ///< the provider's further keys, in the order in which they are used

    [[nodiscard]] KeyId key() const { return {provider, name}; }
    [[nodiscard]] QList<KeyState> all() const; ///< this one and the others
    /// How the provider's key of this name stands; one that is not there has what is known without it.
    [[nodiscard]] KeyState named(const QString &name) const;
};

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/keyring.h"

#include <QTest>

namespace lightwell::test {

/// Waits for an answer; nothing where none came in time.
template<typename T>
std::optional<T> awaited(const std::function<void(QObject *, std::function<void(const T &)>)> &call)
{
    QObject context;
    std::optional<T> got;
    call(&context, [&got](const T &value) { got.emplace(value); });
    (void)QTest::qWaitFor([&got] { return got.has_value(); });
    return got;
}

inline Error noAnswer()
{
    return notSent(ErrorKind::Internal, QStringLiteral("no answer came"));
}

/// The Keyring's questions as plain calls.
inline Result<Credentials> credentials(Keyring &keyring, const QString &provider)
{
    using R = Result<Credentials>;
    return awaited<R>([&](QObject *context, auto answer) { keyring.credentials(provider, context, answer); })
        .value_or(R(noAnswer()));
}

inline QList<KeyState> states(Keyring &keyring)
{
    using R = QList<KeyState>;
    return awaited<R>([&](QObject *context, auto answer) { keyring.states(context, answer); }).value_or(R());
}

inline QList<KeyState> statesOf(Keyring &keyring, const QStringList &providers)
{
    using R = QList<KeyState>;
    return awaited<R>([&](QObject *context, auto answer) { keyring.states(providers, context, answer); }).value_or(R());
}

inline Status set(Keyring &keyring, const QString &provider, const QByteArray &key, KeySource place)
{
    return awaited<Status>([&](QObject *context, auto answer) { keyring.set(provider, key, place, context, answer); })
        .value_or(Status(noAnswer()));
}

inline Status setFields(Keyring &keyring, const QString &provider, const Keyring::Fields &fields, KeySource place)
{
    return awaited<Status>(
               [&](QObject *context, auto answer) { keyring.setFields(provider, fields, place, context, answer); })
        .value_or(Status(noAnswer()));
}

inline Status remove(Keyring &keyring, const QString &provider)
{
    return awaited<Status>([&](QObject *context, auto answer) { keyring.remove(provider, context, answer); })
        .value_or(Status(noAnswer()));
}

inline Status unlock(Keyring &keyring, const QByteArray &passphrase)
{
    return awaited<Status>([&](QObject *context, auto answer) { keyring.unlockFile(passphrase, context, answer); })
        .value_or(Status(noAnswer()));
}

} // namespace lightwell::test

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/secrets.h"

#include <QTest>

namespace lightwell::test {

/// A store's questions as plain calls. An answer that never comes or comes twice is Denied with that as its reason,
/// which no test expects.
inline SecretAnswer answered(const std::function<void(QObject *, SecretStore::Answer)> &call)
{
    QObject context;
    QList<SecretAnswer> got;
    bool within = true;
    call(&context, [&](const SecretAnswer &answer) {
        got.append(within ? SecretAnswer {SecretState::Denied, {}, Reason::text(QStringLiteral("from within the call"))}
                          : answer);
    });
    within = false;
    (void)QTest::qWaitFor([&got] { return !got.isEmpty(); }, 30'000);
    QCoreApplication::processEvents();
    return got.size() == 1
        ? got.first()
        : SecretAnswer {SecretState::Denied, {}, Reason::text(QStringLiteral("%1 answers").arg(got.size()))};
}

inline SecretAnswer probe(SecretStore &store)
{
    return answered([&](QObject *context, auto answer) { store.probe(context, answer); });
}

inline SecretAnswer unlock(SecretStore &store, const QByteArray &passphrase)
{
    return answered([&](QObject *context, auto answer) { store.unlock(passphrase, context, answer); });
}

inline SecretAnswer read(SecretStore &store, const QString &entry)
{
    return answered([&](QObject *context, auto answer) { store.read(entry, context, answer); });
}

inline SecretAnswer write(SecretStore &store, const QString &entry, const QByteArray &secret)
{
    return answered([&](QObject *context, auto answer) { store.write(entry, secret, context, answer); });
}

inline SecretAnswer remove(SecretStore &store, const QString &entry)
{
    return answered([&](QObject *context, auto answer) { store.remove(entry, context, answer); });
}

} // namespace lightwell::test

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QObject>
#include <QPointer>

#include <functional>

namespace lightwell {

/// Credentials as adapters need them: with the token for which the key has to be exchanged first, where a vendor wants
/// that (Adapter::signIn). A token is asked for once, however many calls wait for it, and kept in memory, never
/// elsewhere, until shortly before it expires. Lives on the engine's thread.
class SignIns : public QObject
{
    Q_OBJECT
public:
    explicit SignIns(const EngineParts &parts, QObject *parent = nullptr);

    void setPatience(const CallPatience &patience) { m_patience = patience; }

    using OnCredentials = std::function<void(const Result<Credentials> &)>;
    enum class KeptToken { Serves, IsForgotten };
    /// As Keyring::credentials(); without any waiting where no token is needed. A failed sign-in costs nothing: where
    /// the key is to blame, it is set aside, and the provider's next one is tried.
    void credentials(const QString &provider, QObject *context, OnCredentials onReady);
    /// As Keyring::credentialsOf().
    void credentialsOf(const KeyId &key, QObject *context, OnCredentials onReady, KeptToken kept = KeptToken::Serves);
    /// Those in the place of `refused`, whose token the vendor does not take any more: with a new one.
    void renew(const QString &provider, const Credentials &refused, QObject *context, OnCredentials onReady);

private:
    struct Token
    {
        QByteArray bytes;
        QDateTime until; ///< it is not used from then on
    };
    struct Asking
    {
        Credentials credentials;
        QList<OnCredentials> waiting;
        int questions = 0;
        QDeadlineTimer deadline; ///< for all of them
    };
    void signInWith(const QString &provider, const Credentials &found, const QPointer<QObject> &context,
                    const OnCredentials &onReady);
    void exchange(const QString &provider, const Credentials &credentials, const OnCredentials &onReady);
    void ask(const QString &provider, const QByteArray &account);
    void take(const QString &provider, const QByteArray &account, const SignedIn &answer);
    void end(const QByteArray &account, const Result<Credentials> &result);

    const EngineParts m_parts;
    CallPatience m_patience;
    QHash<QByteArray, Token> m_tokens; ///< by account: what the key is and where it goes
    QHash<QByteArray, Asking> m_asking;
};

} // namespace lightwell

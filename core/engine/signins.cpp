// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/signins.h"

#include "core/adapter/withoutkey.h"
#include "core/engine/callerrors.h"
#include "core/engine/routewalk.h"
#include "core/engine/vendortext.h"
#include "core/secrets/keyring.h"
#include "core/transport/httpclient.h"

#include <QCryptographicHash>
#include <QPointer>
#include <QTimer>

#include <algorithm>

namespace lightwell {

using namespace std::chrono_literals;

namespace {

constexpr int maxQuestions = 3;
constexpr auto pauseBetween = 500ms;
constexpr std::chrono::seconds before = 5min; ///< its end; less of one that lasts less than twice as long
constexpr qint64 maxAnswerBytes = 256LL * 1024;

/// Another key, or another address for the same one, has its own token.
QByteArray accountOf(const QString &provider, const Credentials &credentials)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(provider.toUtf8());
    hash.addData(credentials.baseUrl.toEncoded());
    hash.addData(credentials.key);
    QStringList fields = credentials.extra.keys();
    fields.sort();
    for (const QString &field : fields) {
        hash.addData(field.toUtf8());
        hash.addData(credentials.extra.value(field));
    }
    return hash.result();
}

/// The same of a key with which nobody can even ask: it is no document, or half of one.
std::optional<SetAside::Why> faultOf(const Error &error)
{
    const bool isUseless = error.kind == ErrorKind::Auth && error.httpStatus == 0;
    return isUseless ? SetAside::Why::Refused : keyFault(error);
}

Error withoutSecrets(const Error &error, const ProviderInfo &vendor, const QByteArrayList &secrets)
{
    return vendortext::bounded(withoutKey(callerrors::unpaid(error, vendor), secrets));
}

} // namespace

SignIns::SignIns(const EngineParts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
}

void SignIns::credentials(const QString &provider, QObject *context, OnCredentials onReady)
{
    const auto signIn = [self = QPointer(this), provider, context = QPointer(context),
                         onReady = std::move(onReady)](const Result<Credentials> &found) {
        if (found && self) {
            self->signInWith(provider, *found, context, onReady);
        } else {
            onReady(found);
        }
    };
    m_parts.keyring.credentials(provider, context, signIn);
}

void SignIns::signInWith(const QString &provider, const Credentials &found, const QPointer<QObject> &context,
                         const OnCredentials &onReady)
{
    exchange(provider, found, [this, provider, found, context, onReady](const Result<Credentials> &signedIn) {
        const std::optional<SetAside::Why> fault = signedIn ? std::nullopt : faultOf(signedIn.error());
        if (!context) {
            return;
        }
        if (!fault) {
            onReady(signedIn);
            return;
        }
        m_parts.keyring.setAside(found, provider, *fault);
        m_parts.keyring.credentials(
            provider, context,
            [self = QPointer(this), provider, context, signedIn, onReady](const Result<Credentials> &next) {
                if (next && !next->isSetAside && self) {
                    self->signInWith(provider, *next, context, onReady);
                } else {
                    onReady(signedIn);
                }
            });
    });
}

void SignIns::credentialsOf(const KeyId &key, QObject *context, OnCredentials onReady, KeptToken kept)
{
    const auto signIn = [self = QPointer(this), provider = key.provider, kept, context = QPointer(context),
                         onReady = std::move(onReady)](const Result<Credentials> &found) {
        if (!found || !self) {
            onReady(found);
            return;
        }
        if (kept == KeptToken::IsForgotten) {
            self->m_tokens.remove(accountOf(provider, *found));
        }
        self->exchange(provider, *found, [context, onReady](const Result<Credentials> &signedIn) {
            if (context) {
                onReady(signedIn);
            }
        });
    };
    m_parts.keyring.credentialsOf(key, context, signIn);
}

void SignIns::renew(const QString &provider, const Credentials &refused, QObject *context, OnCredentials onReady)
{
    const QByteArray account = accountOf(provider, refused);
    if (m_tokens.value(account).bytes == refused.token) {
        m_tokens.remove(account); // unless somebody else has had it renewed already
    }
    Credentials credentials = refused;
    credentials.token.clear();
    exchange(provider, credentials,
             [context = QPointer(context), onReady = std::move(onReady)](const Result<Credentials> &signedIn) {
                 if (context) {
                     onReady(signedIn);
                 }
             });
}

void SignIns::exchange(const QString &provider, const Credentials &credentials, const OnCredentials &onReady)
{
    Credentials asking = credentials;
    asking.now = m_parts.clock.now();
    const Adapter &adapter = *m_parts.adapters.find(provider);
    const bool knowsNone = m_tokens.isEmpty() && m_asking.isEmpty(); // as with most homes: nothing is to be looked up
    if (knowsNone && !adapter.signIn(asking)) {
        onReady(credentials);
        return;
    }
    const QByteArray account = accountOf(provider, credentials);
    if (const auto kept = m_tokens.constFind(account); kept != m_tokens.constEnd() && kept->until > asking.now) {
        asking.token = kept->bytes;
        onReady(asking);
        return;
    }
    if (const auto running = m_asking.find(account); running != m_asking.end()) {
        running->waiting.append(onReady);
        return;
    }
    if (!knowsNone && !adapter.signIn(asking)) {
        onReady(credentials);
        return;
    }
    m_asking.insert(account, {asking, {onReady}, 0, QDeadlineTimer(m_patience.question)});
    ask(provider, account);
}

void SignIns::ask(const QString &provider, const QByteArray &account)
{
    Asking &asking = m_asking[account];
    ++asking.questions;
    asking.credentials.now = m_parts.clock.now();
    const Adapter *adapter = m_parts.adapters.find(provider);
    const std::optional<Result<HttpRequest>> request = adapter->signIn(asking.credentials);
    if (!request || !*request) {
        take(provider, account, Failed {request ? request->error() : Error()});
        return;
    }
    TransportLimits limits;
    limits.maxResponseBytes = maxAnswerBytes;
    limits.total = std::max(1ms, std::chrono::milliseconds(asking.deadline.remainingTime()));
    limits.idle = std::min(limits.total, m_patience.answer);
    HttpCall *call = m_parts.http.send(request->value(), limits);
    connect(call, &HttpCall::finished, this, [this, adapter, provider, account](const HttpResult &result) {
        take(provider, account,
             result.delivery == Delivery::Answered ? adapter->readSignIn(result.response)
                                                   : SignedIn(Odd {result.error, {}}));
    });
}

void SignIns::take(const QString &provider, const QByteArray &account, const SignedIn &answer)
{
    const Asking &asking = m_asking[account];
    const ProviderInfo info = m_parts.adapters.find(provider)->info();
    if (const auto *token = std::get_if<AccessToken>(&answer)) {
        Credentials credentials = asking.credentials;
        credentials.token = token->token;
        const std::chrono::seconds use = token->lasts - std::min(before, token->lasts / 2);
        m_tokens.insert(account, {token->token, asking.credentials.now.addSecs(use.count())});
        end(account, credentials);
        return;
    }
    const QByteArrayList secrets = secretsOf(info, asking.credentials);
    if (const auto *failed = std::get_if<Failed>(&answer)) {
        end(account, withoutSecrets(failed->error, info, secrets));
    } else if (const Odd &odd = std::get<Odd>(answer); asking.questions >= maxQuestions || asking.deadline.hasExpired()
               || callerrors::leadsElsewhere(odd.error)) {
        end(account, withoutSecrets(odd.error, info, secrets));
    } else {
        QTimer::singleShot(odd.after.value_or(pauseBetween), this,
                           [this, provider, account] { ask(provider, account); });
    }
}

void SignIns::end(const QByteArray &account, const Result<Credentials> &result)
{
    const QList<OnCredentials> waiting = m_asking.take(account).waiting;
    for (const OnCredentials &each : waiting) {
        each(result);
    }
}

} // namespace lightwell

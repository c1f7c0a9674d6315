// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/keychain.h"

#include "core/secrets/courier.h"
#include "core/secrets/keyreasons.h"
#include "core/secrets/secretservice.h"

#include <QTimer>

#if __has_include(<qt6keychain/keychain.h>)
#include <qt6keychain/keychain.h>
#else
#include <keychain.h>
#endif

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

SecretState stateOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::NoError:
        return SecretState::Available;
    case QKeychain::EntryNotFound:
        return SecretState::Missing;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return SecretState::NoBackend;
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
    case QKeychain::OtherError:
        break;
    }
    return SecretState::Denied;
}

SecretAnswer notAnswering()
{
    return {SecretState::NotAnswering, {}, reasons::keychainDoesNotAnswer()};
}

} // namespace

Keychain::Keychain(std::chrono::milliseconds timeLimit)
    : m_timeLimit(timeLimit)
{
}

Keychain::~Keychain() = default;

void Keychain::probe(QObject *context, Answer answer)
{
    SecretService::probe(context, std::move(answer));
}

void Keychain::read(const QString &entry, QObject *context, Answer answer)
{
    auto *job = new QKeychain::ReadPasswordJob(u"lightwell"_s);
    perform(job, entry, deliveredTo<SecretAnswer>(context, std::move(answer)),
            [job] { return job->textData().toUtf8(); });
}

void Keychain::write(const QString &entry, const QByteArray &secret, QObject *context, Answer answer)
{
    auto *job = new QKeychain::WritePasswordJob(u"lightwell"_s);
    job->setTextData(QString::fromUtf8(secret));
    perform(job, entry, deliveredTo<SecretAnswer>(context, std::move(answer)), {});
}

void Keychain::remove(const QString &entry, QObject *context, Answer answer)
{
    perform(new QKeychain::DeletePasswordJob(u"lightwell"_s), entry,
            deliveredTo<SecretAnswer>(context, std::move(answer)), {});
}

void Keychain::perform(QKeychain::Job *job, const QString &entry, const Deliver &deliver, const Extract &extract)
{
    if (m_hanging > 0) {
        delete job;
        deliver(notAnswering());
        return;
    }
    job->setKey(entry);
    job->setInsecureFallback(false);
    auto *limit = new QTimer(this);
    limit->setSingleShot(true);
    connect(limit, &QTimer::timeout, this, [this, limit, deliver] {
        limit->setProperty("late", true);
        ++m_hanging;
        deliver(notAnswering());
    });
    connect(job, &QKeychain::Job::finished, this, [this, job, limit, deliver, extract] {
        limit->deleteLater();
        limit->stop();
        if (limit->property("late").toBool()) {
            --m_hanging;
            return;
        }
        ended(job, deliver, extract);
    });
    limit->start(m_timeLimit);
    job->start();
}

void Keychain::ended(QKeychain::Job *job, const Deliver &deliver, const Extract &extract)
{
    const SecretState state = stateOf(job->error());
    if (state == SecretState::Available) {
        deliver({state, extract ? extract() : QByteArray(), {}});
        return;
    }
    // A locked keychain may call its entries missing, and an absent one has many words for it: ask the service.
    const SecretAnswer said {state, {}, Reason::text(job->errorString())};
    SecretService::probe(this, [deliver, said](const SecretAnswer &service) {
        deliver(service.state == SecretState::Available ? said : service);
    });
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/nextattempt.h"

#include "core/engine/callreasons.h"
#include "core/engine/signins.h"
#include "core/engine/turns.h"
#include "core/routing/health.h"
#include "core/secrets/keyreasons.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

/// Of the vendor itself, not of its address (base_url).
bool isMissingKey(const Error &error)
{
    return error.kind == ErrorKind::NoKey && error.param.isEmpty();
}

} // namespace

NextAttempt::NextAttempt(const EngineParts &parts, const EngineShared &shared, Origin who, bool failoverAfterUnknown,
                         QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_shared(shared)
    , m_who(std::move(who))
    , m_failoverAfterUnknown(failoverAfterUnknown)
    , m_walk(Route(), failoverAfterUnknown)
{
}

NextAttempt::~NextAttempt() = default;

void NextAttempt::setRoute(const Route &route)
{
    m_walk = RouteWalk(route, m_failoverAfterUnknown);
}

void NextAttempt::stop()
{
    m_isStopped = true;
    m_isLooking = false;
    delete std::exchange(m_turn, nullptr);
    releaseClaim();
}

Turn *NextAttempt::takeTurn()
{
    return std::exchange(m_turn, nullptr);
}

/// Whether somebody else tries just now if the offer works again, or it rests: then it waits until the others of its
/// model were tried, once.
bool NextAttempt::isPutOff()
{
    const QString offer = m_walk.plan().offer.id();
    const QDateTime now = m_parts.clock.now();
    const bool isReady = m_shared.health.state(offer, now) == Health::State::Ready;
    if (!m_shared.health.claim(offer, now)) {
        return m_walk.putOff();
    }
    m_claimed = isReady ? offer : QString();
    return false;
}

void NextAttempt::releaseClaim()
{
    if (!m_claimed.isEmpty()) {
        m_shared.health.released(std::exchange(m_claimed, {}));
    }
}

void NextAttempt::find()
{
    delete std::exchange(m_turn, nullptr);
    releaseClaim();
    m_isLooking = true;
    do {
        if (!m_walk.toNext()) {
            m_isLooking = false;
            Q_EMIT exhausted(
                withAllMissingKeys(m_lastError.value_or(notSent(ErrorKind::NotFound, reasons::noProviderServes()))));
            return;
        }
    } while (!m_parts.adapters.find(m_walk.plan().offer.provider) || isPutOff());
    askForKey();
}

void NextAttempt::askForKey()
{
    m_shared.signIns.credentials(m_walk.plan().offer.provider, this, [this](const Result<Credentials> &credentials) {
        if (m_isStopped) {
            return;
        }
        if (credentials) {
            withKey(*credentials);
        } else {
            withoutKey(credentials.error());
        }
    });
}

void NextAttempt::withKey(const Credentials &credentials)
{
    if (m_walk.wasRefused(credentials.keyName) || (credentials.isSetAside && m_walk.putOff())) {
        find();
        return;
    }
    if (!m_turn) {
        m_turn = m_shared.turns.take(m_walk.plan().offer.provider, m_who, this);
    }
    if (m_turn->isGranted()) {
        m_isLooking = false;
        Q_EMIT found(m_walk.plan(), credentials);
    } else {
        waitForTurn();
    }
}

void NextAttempt::withoutKey(const Error &why)
{
    if (isMissingKey(why)) {
        m_withoutKey.append(m_walk.plan().offer.provider);
    }
    // A missing key is the least telling of reasons: it does not hide a real refusal. Of several, the one that is
    // told is that of the provider who would have been the first.
    if (!m_lastError || (m_lastError->kind == ErrorKind::NoKey && why.kind != ErrorKind::NoKey)) {
        m_lastError = why;
        Q_EMIT passedOver(m_walk.plan());
    }
    find();
}

/// Nothing is reserved meanwhile: budgets are asked when it may really be spent.
void NextAttempt::waitForTurn()
{
    const QString provider = m_walk.plan().offer.provider;
    connect(m_turn, &Turn::moved, this, [this, provider](int position) { Q_EMIT queued(provider, position); });
    connect(m_turn, &Turn::granted, this, &NextAttempt::askForKey); // the one from before may be set aside by now
}

/// Any one of the keys would do: none of them is named alone.
Error NextAttempt::withAllMissingKeys(Error error) const
{
    if (!isMissingKey(error) || m_withoutKey.size() < 2) {
        return error;
    }
    QStringList names;
    QStringList variables;
    for (const QString &provider : m_withoutKey) {
        const ProviderInfo info = m_parts.adapters.find(provider)->info();
        names.append(info.name);
        variables += info.keyVariables.mid(0, 1);
    }
    names.removeDuplicates();
    variables.removeDuplicates();
    if (names.size() > 1) {
        const QString all = names.join(u", "_s); // each of them, however many
        error.setReason(variables.isEmpty() ? reasons::keysMissing(all)
                                            : reasons::keysMissingWithVariables(all, variables.join(u", "_s)));
    }
    return error;
}

} // namespace lightwell

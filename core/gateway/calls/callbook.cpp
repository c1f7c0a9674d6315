// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/calls/callbook.h"

#include "core/async/whendone.h"
#include "core/gateway/refusal.h"
#include "core/model/whohasmost.h"

#include <algorithm>
#include <utility>

namespace lightwell {

namespace {

constexpr qint64 keyedSeconds = 24LL * 60 * 60;
constexpr qint64 undeliveredSeconds = 10LL * 60;

/// How badly a call lacks somebody who takes its answer; less comes first. Where clients have paid for several equal
/// wishes, their repetitions shall get one each.
std::pair<int, int> lack(const BookedCall &call)
{
    const bool isLeftAlone = call.state() == CallState::Answered || call.waiting().isEmpty();
    return {call.isDelivered() ? 2 : isLeftAlone ? 0 : 1, call.answers()};
}

} // namespace

CallBook::CallBook(Journal &journal, QObject *parent)
    : QObject(parent)
    , m_journal(journal)
{
}

CallBook::~CallBook() = default;

BookedCall *CallBook::findSame(const CallIdentity &identity) const
{
    BookedCall *same = nullptr;
    for (BookedCall *call : m_calls) {
        if (CallIdentity::isSame(call->identity(), call->isSettled(m_limits.answerGrace), identity)
            && (!same || lack(*call) < lack(*same))) {
            same = call;
        }
    }
    return same;
}

BookedCall *CallBook::findShared(const CallIdentity &identity) const
{
    const auto call = std::find_if(m_calls.begin(), m_calls.end(), [&identity](const BookedCall *running) {
        return !running->isOver() && running->state() != CallState::Cancelling
            && CallIdentity::mayShare(running->identity(), identity);
    });
    return call == m_calls.end() ? nullptr : *call;
}

bool CallBook::knows(const CallIdentity &identity)
{
    forgetOld(); // a refusal that cost nothing is no answer: the same call is a new one
    return findSame(identity) || findShared(identity);
}

void CallBook::forgetAnswer(const QString &generation)
{
    const std::vector<BookedCall *> calls = m_calls;
    for (BookedCall *call : calls) {
        if (call->generation() == generation && call->isOver()) {
            forget(call);
        }
    }
}

void CallBook::take(Exchange *exchange, const CallIdentity &identity, std::unique_ptr<CallWork> work)
{
    if (exchange->isAbandoned()) {
        return; // it hung up while its body was read
    }
    forgetOld();
    BookedCall *call = findSame(identity);
    if (!call && (call = findShared(identity))) {
        exchange->share();
    }
    if (!call) {
        return open(exchange, identity, std::move(work));
    }
    if (call->identity().fingerprint != identity.fingerprint) {
        return work->refuse(exchange, {Refusal::Kind::KeyReused});
    }
    call->join(exchange);
}

void CallBook::open(Exchange *exchange, const CallIdentity &identity, std::unique_ptr<CallWork> work)
{
    BookedCall *call = m_calls.emplace_back(new BookedCall(identity, std::move(work), this));
    connect(call, &BookedCall::left, this, [this, call] { left(call); });
    connect(call, &BookedCall::ended, this, &CallBook::forgetOld);
    connect(call, &BookedCall::begunAnew, this, [this, call] { beginAnew(call); });
    call->join(exchange);
    const bool hasKey = !identity.keyHash.isEmpty();
    if (!hasKey && !identity.isRepetition) {
        return begin(call);
    }
    // Perhaps an earlier run of the program has begun it. Others of its kind may join meanwhile.
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QDateTime since = now.addSecs(hasKey ? -keyedSeconds : -undeliveredSeconds);
    whenDone(m_journal.earlierCall(originOf(identity), since, hasKey ? now : m_startedAt), call,
             [this, call](const Result<std::optional<Journal::EarlierCall>> &earlier) { takeUp(call, earlier); });
}

void CallBook::refuseAll(BookedCall *call, const Refusal &refusal)
{
    const QList<Exchange *> waiting = call->dismiss();
    for (Exchange *exchange : waiting) {
        call->work().refuse(exchange, refusal);
    }
    forget(call);
}

void CallBook::takeUp(BookedCall *call, const Result<std::optional<Journal::EarlierCall>> &read)
{
    if (call->waiting().isEmpty()) {
        return forget(call); // nobody wants it any more, and nothing was begun
    }
    if (!read) { // it may be paid for already
        return refuseAll(call, Refusal::forNow(Refusal::Kind::NotToBeLookedUp));
    }
    const std::optional<Journal::EarlierCall> &earlier = *read;
    if (!earlier) {
        return begin(call);
    }
    if (earlier->fingerprint != originOf(call->identity()).fingerprint) {
        return refuseAll(call, {Refusal::Kind::KeyReused});
    }
    call->become(CallState::Running);
    call->setGeneration(earlier->generation);
    call->work().follow(*call, earlier->generation);
}

void CallBook::begin(BookedCall *call)
{
    call->become(CallState::Running);
    call->work().begin(*call);
}

void CallBook::beginAnew(BookedCall *call)
{
    if (call->waiting().isEmpty()) {
        return forget(call);
    }
    if (call->state() != CallState::Running) {
        call->become(CallState::Running);
    }
    call->work().begin(*call);
}

void CallBook::left(BookedCall *call)
{
    if (call->state() == CallState::Looking) {
        return call->become(CallState::Abandoned);
    }
    if (call->state() != CallState::Running) {
        return;
    }
    if (call->identity().mayComeBack && m_limits.grace.count() > 0 && mayGoOnAlone(*call)) {
        call->goOnAlone(m_limits.grace);
    } else {
        call->cancel();
    }
}

bool CallBook::mayGoOnAlone(const BookedCall &call) const
{
    const QString &client = call.identity().client;
    int alone = 0;
    int own = 0;
    for (const BookedCall *other : m_calls) {
        if (other->state() == CallState::Unwatched) {
            ++alone;
            own += !client.isEmpty() && other->identity().client == client ? 1 : 0;
        }
    }
    return own + alone < m_limits.unwatched;
}

bool CallBook::isUseful(const BookedCall &call, const QDateTime &now) const
{
    if (call.work().isProvisional()) {
        return false; // the journal is asked once more
    }
    const qint64 age = call.endedAt().secsTo(now);
    if (!call.identity().keyHash.isEmpty()) {
        // A refusal that cost nothing may be tried again with the same key.
        return !(call.isDelivered() && call.work().endedForFree()) && age < keyedSeconds;
    }
    return !call.isSettled(m_limits.answerGrace) && call.identity().mayComeBack && age < undeliveredSeconds;
}

void CallBook::forgetOld()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    std::vector<BookedCall *> kept;
    QList<BookedCall *> useless;
    for (BookedCall *call : m_calls) {
        if (call->isOver() && isUseful(*call, now)) {
            kept.push_back(call);
        } else if (call->isOver()) {
            useless.append(call);
        }
    }
    for (BookedCall *call : std::as_const(useless)) {
        forget(call);
    }
    makeRoom(std::move(kept));
}

void CallBook::makeRoom(std::vector<BookedCall *> kept)
{
    const auto client = [](const BookedCall *call) { return call->identity().client; };
    const auto bound = [&](qint64 most, const auto &amount) {
        qint64 sum = 0;
        for (const BookedCall *call : kept) {
            sum += amount(call);
        }
        while (sum > most) {
            const auto found = firstOfWhoHasMost(kept, client, amount);
            BookedCall *call = *found;
            sum -= amount(call);
            kept.erase(found);
            forget(call);
        }
    };
    bound(m_limits.answersKept, [](const BookedCall *) { return qint64(1); });
    bound(m_limits.bytesKept,
          [](const BookedCall *call) { return call->isDelivered() ? call->work().keptBytes() : qint64(0); });
}

/// Later, since its work may be what calls.
void CallBook::forget(BookedCall *call)
{
    std::erase(m_calls, call);
    call->disconnect(this);
    (void)call->dismiss();
    call->deleteLater();
}

void CallBook::cancelAll()
{
    m_limits.grace = {};
    const std::vector<BookedCall *> calls = m_calls;
    for (BookedCall *call : calls) {
        if (call->state() == CallState::Looking) { // nothing was begun, and nothing shall be
            (void)call->dismiss();
            call->become(CallState::Abandoned);
        } else if (!call->isOver() && call->state() != CallState::Abandoned) {
            call->cancel();
        }
    }
}

} // namespace lightwell

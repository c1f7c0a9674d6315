// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How a call is stopped, and how it ends: once, whatever comes together.
#include "core/engine/calldriver.h"
#include "core/engine/callerrors.h"
#include "core/engine/keptlinks.h"
#include "core/engine/mediafetcher.h"
#include "core/engine/vendortext.h"

namespace lightwell {

using namespace std::chrono_literals;

namespace {

constexpr auto patienceAfterCancel = 10s;

} // namespace

void CallDriver::timedOut()
{
    if (m_ended) {
        return;
    }
    if (m_reading) {
        m_total.start(1s); // the answer is here and paid for; what it says counts
        return;
    }
    fail(callerrors::outOfTime(m_info, billingOfInterruption(), m_cancelled));
}

void CallDriver::cancel()
{
    if (m_ended || m_cancelled) {
        return;
    }
    m_cancelled = true;
    stopListening();
    if (!m_paidRequestSent) {
        fail(callerrors::cancelledBeforeSending());
        return;
    }
    if (m_renewing) {
        return; // with a token that is refused nobody can be told: goOnWith() does
    }
    if (m_reading || m_fetcher) {
        return; // made and paid for: it is only being fetched, so fetch it
    }
    if (m_running && m_request.startsPaidWork) {
        m_running->abort(); // answered() tells the rest
        return;
    }
    tellVendorToStop();
}

void CallDriver::tellVendorToStop()
{
    const std::optional<HttpRequest> request = m_conversation->cancel(m_state);
    if (!request) {
        fail(callerrors::cannotBeStopped(m_info));
        return;
    }
    m_total.start(patienceAfterCancel);
    HttpCall *call = m_http.send(*request, limits(false));
    // Whatever the vendor says to it, the job's own state tells how it ended: keep asking for that a little while.
    connect(call, &HttpCall::finished, this, [this] {
        if (!m_ended && !m_running && !m_reading && !m_fetcher) {
            m_pause.start(100ms);
        }
    });
    m_pause.stop();
}

void CallDriver::fail(Error error)
{
    CallOutcome outcome;
    outcome.made = m_outcome.made;
    outcome.cost = m_outcome.cost;
    outcome.usage = m_outcome.usage;
    outcome.about = m_outcome.about;
    outcome.error = std::move(error);
    if (callerrors::keepsAnswer(*outcome.error, m_request.startsPaidWork)) {
        outcome.unread = std::exchange(m_unread, {});
    }
    if (!m_info.bills) {
        outcome.error->billing = Billing::NotBilled;
    }
    if (!m_paidRequestSent) {
        outcome.error = callerrors::unpaid(*outcome.error, m_info);
    }
    finish(outcome);
}

bool CallDriver::canBeAsked() const
{
    if (m_state.isEmpty()) {
        return false;
    }
    const std::optional<HttpRequest> request = m_conversation->resume(m_state);
    return keptlinks::in(m_state) || (request && !request->startsPaidWork);
}

void CallDriver::finish(CallOutcome outcome)
{
    if (m_ended) {
        return;
    }
    m_ended = true;
    m_outcome = std::move(outcome);
    const bool isPaid = m_outcome.error && m_outcome.error->billing != Billing::NotBilled;
    m_outcome.hasJob = isPaid && canBeAsked();
    for (const QString &name : {m_state.value(QLatin1StringView("id")).toString(), m_requestId}) {
        m_outcome.about.id = m_outcome.about.id.isEmpty() ? name : m_outcome.about.id;
    }
    m_outcome.about = vendortext::bounded(m_outcome.about);
    m_total.stop();
    m_pause.stop();
    stopListening();
    if (m_running) {
        m_running->disconnect(this);
        m_running->abort();
    }
    if (m_fetcher) {
        m_fetcher->disconnect(this);
        m_fetcher->deleteLater(); // perhaps it is what tells of the end
    }
    Q_EMIT finished(m_outcome);
}

} // namespace lightwell

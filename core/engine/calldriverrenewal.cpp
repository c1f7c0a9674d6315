// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What CallDriver does where a vendor takes its token no longer.
#include "core/engine/calldriver.h"
#include "core/engine/callerrors.h"

namespace lightwell {

namespace {
constexpr int refusedToken = 401;
}

/// Whether another token is fetched because of this answer; it is then read no further.
bool CallDriver::renews(const HttpResponse &response)
{
    if (response.status != refusedToken || !m_renewal || m_cancelled) {
        return false;
    }
    if (m_request.startsPaidWork) {
        m_paidRequestSent = false; // refused at the door: nothing was begun, and nothing is on any bill
    }
    const Renewal renewal = std::exchange(m_renewal, {});
    m_renewing = true;
    renewal(this, [this](const Renewed &renewed) {
        m_renewing = false;
        if (m_ended) {
            return;
        }
        if (renewed) {
            goOnWith(*renewed);
        } else { // free itself, but perhaps in the midst of what is paid for
            fail(callerrors::lost(renewed.error(), m_info, billingOfInterruption(), m_cancelled));
        }
    });
    return true;
}

void CallDriver::goOnWith(const std::shared_ptr<const Conversation> &renewed)
{
    m_conversation = renewed;
    if (m_cancelled) {
        tellVendorToStop();
        return;
    }
    if (m_request.startsPaidWork) {
        start();
        return;
    }
    const std::optional<HttpRequest> question = m_conversation->resume(m_state);
    if (question && !question->startsPaidWork) {
        send(*question);
    } else if (!m_paidRequestSent) {
        start(); // a question that comes before anything is paid
    } else {
        fail(Error());
    }
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/calldriver.h"

#include "core/async/whendone.h"
#include "core/engine/callerrors.h"
#include "core/engine/streamfollower.h"
#include "core/engine/vendorwords.h"

#include <QtConcurrent>

namespace lightwell {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int maxRepeats = 5;
constexpr auto timeToFetch = 2min;
constexpr auto patienceAfterCancel = 10s;
constexpr qint64 maxPaidBytes = 1024LL * 1024 * 1024; // ten large pictures in one answer are paid for: take them
constexpr qint64 maxWords = 4LL * 1024 * 1024; // bytes of an answer to a question that are no picture
/// Bytes. Writing or reading more than that would hold up every other call on this thread.
constexpr qsizetype largeMessage = 256 * 1024;

/// A refusal for the moment: asking again costs nothing.
bool isPassing(int status)
{
    return status == 429 || status == 502 || status == 503 || status == 504;
}

qsizetype sizeOfInputs(const Request &request)
{
    qsizetype size = 0;
    for (const InputImage &image : request.images) {
        size += image.bytes.size();
    }
    return size;
}

bool isLoopback(const QUrl &url)
{
    return url.host() == "localhost"_L1 || url.host() == "::1"_L1 || url.host().startsWith("127."_L1);
}

} // namespace

CallDriver::CallDriver(const Adapter &adapter, HttpClient &http, Plan plan, PlannedCall call, Credentials credentials,
                       const CallPatience &patience, QObject *parent)
    : QObject(parent)
    , m_adapter(adapter)
    , m_http(http)
    , m_plan(std::move(plan))
    , m_call(call)
    , m_credentials(std::move(credentials))
    , m_info(adapter.info())
    , m_patience(patience)
    , m_deadline(patience.total)
{
    m_total.setSingleShot(true);
    connect(&m_total, &QTimer::timeout, this, &CallDriver::timedOut);
    m_total.start(patience.total);
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, [this] { send(m_request); });
}

CallDriver::~CallDriver()
{
    if (m_running) {
        m_running->disconnect(this);
        m_running->abort();
    }
}

void CallDriver::start()
{
    if (!m_plan.request.mask && sizeOfInputs(m_plan.request) < largeMessage) { // masks are decoded
        take(m_adapter.begin(m_plan, m_call, m_credentials));
        return;
    }
    const auto step = QtConcurrent::run(
        [&adapter = m_adapter, plan = m_plan, call = m_call, credentials = m_credentials]() -> Result<Step> {
            return adapter.begin(plan, call, credentials);
        });
    whenDone(step, this, [this](const Result<Step> &first) {
        if (m_ended) {
            return;
        }
        if (first) {
            take(*first);
        } else {
            Error error = first.error();
            error.billing = Billing::NotBilled;
            fail(error);
        }
    });
}

void CallDriver::resume(const AdapterState &state)
{
    m_state = state;
    m_paidRequestSent = true;
    const std::optional<HttpRequest> request = m_adapter.resume(state, m_credentials);
    if (!request || request->startsPaidWork) {
        fail(callerrors::cannotBeAskedFor(m_info));
        return;
    }
    send(*request);
}

void CallDriver::take(const Step &step)
{
    if (const Failed *failed = std::get_if<Failed>(&step)) {
        fail(vendorwords::bounded(failed->error));
    } else if (const Send *next = std::get_if<Send>(&step)) {
        keepState(next->state);
        m_repeats = 0;
        m_streams = next->streams;
        send(next->request);
    } else if (const Wait *wait = std::get_if<Wait>(&step)) {
        keepState(wait->state);
        m_repeats = 0;
        m_streams = false;
        m_request = wait->request;
        Q_EMIT progressed({Progress::Stage::Waiting, wait->fraction, wait->queuePosition, m_info.id, 1});
        m_pause.start(m_backoff.next(wait->after));
    } else {
        const Done &done = std::get<Done>(step);
        m_outcome.media = vendorwords::bounded(done.media);
        m_outcome.made = static_cast<int>(done.media.size());
        m_outcome.cost = done.cost;
        m_outcome.usage = done.usage;
        m_fetching = 0;
        m_repeats = 0;
        allowTimeToFetch();
        fetchNext();
    }
}

void CallDriver::allowTimeToFetch()
{
    // Made in the last moment is made and paid for.
    const std::chrono::milliseconds left(m_deadline.remainingTime());
    const std::chrono::milliseconds most = std::max<std::chrono::milliseconds>(left, timeToFetch);
    m_deadline.setRemainingTime(most);
    m_total.start(most);
}

void CallDriver::keepState(const AdapterState &state)
{
    const bool isNew = state != m_state;
    m_state = state;
    if (isNew && m_paidRequestSent && !state.isEmpty()) {
        Q_EMIT stateChanged(state);
    }
}

TransportLimits CallDriver::limits(bool paid) const
{
    TransportLimits limits;
    limits.total = std::max(1ms, std::chrono::milliseconds(m_deadline.remainingTime()));
    // A vendor may paint in silence for as long as it likes; a question about it is asked again.
    limits.idle = paid ? limits.total : std::min(limits.total, m_patience.silence);
    if (paid) {
        limits.maxResponseBytes = maxPaidBytes;
    } else {
        limits.maxTextBytes = maxWords;
    }
    return limits;
}

void CallDriver::send(const HttpRequest &request)
{
    m_request = request;
    if (request.startsPaidWork) {
        if (m_cancelled) {
            fail(callerrors::cancelledBeforeSending());
            return;
        }
        if (m_paidRequestSent) {
            // An adapter that asks for this has a bug; the user must not pay for it.
            fail(callerrors::sentAlready());
            return;
        }
        m_paidRequestSent = true;
        Q_EMIT progressed({Progress::Stage::Sending, {}, {}, m_info.id, 1});
    }
    m_running = m_http.send(request, limits(request.startsPaidWork));
    connect(m_running, &HttpCall::finished, this, &CallDriver::answered);
    if (m_streams) {
        followStream();
    }
}

void CallDriver::followStream()
{
    const auto read = [&adapter = m_adapter, plan = m_plan, state = m_state](const StreamEvent &event) {
        return adapter.streamed(plan, state, event);
    };
    auto *follower = new StreamFollower(read, m_info.id, this);
    follower->follow(m_running);
    connect(follower, &StreamFollower::progressed, this, [this](const Progress &progress) {
        if (!m_ended) {
            Q_EMIT progressed(progress);
        }
    });
}

void CallDriver::answered(const HttpResult &result)
{
    m_running = nullptr;
    if (m_ended) {
        return;
    }
    if (result.delivery == Delivery::Answered) {
        if (!m_request.startsPaidWork && isPassing(result.response.status) && m_repeats < maxRepeats) {
            repeatLater(result.response.retryAfter());
            return;
        }
        read(result.response);
        return;
    }
    const bool mayPass = result.error.kind != ErrorKind::Cancelled && result.error.kind != ErrorKind::Upstream;
    if (!m_request.startsPaidWork && mayPass && !m_deadline.hasExpired() && (m_paidRequestSent || m_repeats < 2)) {
        // Asking for a job's state costs nothing, and the job is paid for: go on until time is up.
        repeatLater(std::nullopt);
        return;
    }
    if (m_request.startsPaidWork && result.delivery == Delivery::NotSent) {
        m_paidRequestSent = false;
    }
    fail(callerrors::lost(result.error, m_info, billingOfInterruption(), m_cancelled));
}

void CallDriver::read(const HttpResponse &response)
{
    if (response.body.size() < largeMessage) {
        take(m_adapter.advance(m_plan, m_state, response, m_credentials));
        return;
    }
    m_reading = true;
    const auto step = QtConcurrent::run([&adapter = m_adapter, plan = m_plan, state = m_state, response,
                                         credentials = m_credentials]() -> Result<Step> {
        return adapter.advance(plan, state, response, credentials);
    });
    whenDone(step, this, [this](const Result<Step> &next) {
        m_reading = false;
        take(next ? *next : Step(Failed {next.error()}));
        if (m_cancelled && !m_ended && m_outcome.media.isEmpty()) {
            tellVendorToStop(); // the wish came while it was read, and it was not the picture
        }
    });
}

void CallDriver::repeatLater(std::optional<std::chrono::milliseconds> vendorInterval)
{
    ++m_repeats;
    m_pause.start(m_backoff.next(vendorInterval));
}

Billing CallDriver::billingOfInterruption() const
{
    const bool stopsTheBill = !m_info.bills || (m_cancelled && m_state.isEmpty() && !m_info.billsOnDisconnect);
    return m_paidRequestSent && !stopsTheBill ? Billing::MayBeBilled : Billing::NotBilled;
}

void CallDriver::fetchNext()
{
    if (m_ended) {
        return;
    }
    while (m_fetching < m_outcome.media.size() && !m_outcome.media.at(m_fetching).bytes.isEmpty()) {
        ++m_fetching;
    }
    if (m_fetching >= m_outcome.media.size()) {
        finish(m_outcome);
        return;
    }
    Q_EMIT progressed({Progress::Stage::Downloading, {}, {}, m_info.id, 1});
    m_running = fetch(m_outcome.media.at(m_fetching).url);
    connect(m_running, &HttpCall::finished, this, &CallDriver::fetched);
}

HttpCall *CallDriver::fetch(const QUrl &url)
{
    const QUrl &own = m_credentials.baseUrl;
    TransportLimits any = limits(false);
    any.maxTextBytes = 0; // a picture, whatever its server calls it
    const bool sameOrigin = url.scheme() == own.scheme() && url.host() == own.host() && url.port() == own.port();
    if (!own.isEmpty() && sameOrigin) {
        // A server of the user's own, perhaps on the home network, which links to itself: the address is the user's
        // word.
        HttpRequest request;
        request.url = url;
        return m_http.send(request, any);
    }
    return m_http.download(url, isLoopback(own), any);
}

void CallDriver::fetched(const HttpResult &result)
{
    m_running = nullptr;
    if (m_ended) {
        return;
    }
    const bool arrived =
        result.delivery == Delivery::Answered && result.response.isSuccess() && !result.response.body.isEmpty();
    if (arrived) {
        m_outcome.media[m_fetching].bytes = result.response.body;
        m_repeats = 0;
        fetchNext();
        return;
    }
    // A link that the rules refuse stays refused.
    const bool broken = result.error.kind == ErrorKind::Network || result.error.kind == ErrorKind::Timeout;
    const bool passing = result.delivery == Delivery::Answered ? isPassing(result.response.status) : broken;
    if (passing && m_repeats < maxRepeats && !m_deadline.hasExpired()) {
        ++m_repeats;
        QTimer::singleShot(m_backoff.next(), this, &CallDriver::fetchNext);
        return;
    }
    // The others are as good as paid for as this one.
    m_outcome.error = callerrors::notFetched(result, m_info);
    m_outcome.media.removeAt(m_fetching);
    m_repeats = 0;
    fetchNext();
}

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
    if (!m_paidRequestSent) {
        fail(callerrors::cancelledBeforeSending());
        return;
    }
    if (m_reading || !m_outcome.media.isEmpty()) {
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
    const std::optional<HttpRequest> request = m_adapter.cancel(m_state, m_credentials);
    if (!request) {
        fail(callerrors::cannotBeStopped(m_info));
        return;
    }
    m_total.start(patienceAfterCancel);
    HttpCall *call = m_http.send(*request, limits(false));
    // Whatever the vendor says to it, the job's own state tells how it ended: keep asking for that a little while.
    connect(call, &HttpCall::finished, this, [this] {
        if (!m_ended && !m_running) {
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
    outcome.error = std::move(error);
    if (!m_info.bills) {
        outcome.error->billing = Billing::NotBilled;
    }
    finish(outcome);
}

bool CallDriver::hasJob() const
{
    const bool paid = m_outcome.error && m_outcome.error->billing != Billing::NotBilled;
    if (!paid || m_state.isEmpty()) {
        return false;
    }
    const std::optional<HttpRequest> request = m_adapter.resume(m_state, m_credentials);
    return request && !request->startsPaidWork;
}

void CallDriver::finish(CallOutcome outcome)
{
    if (m_ended) {
        return;
    }
    m_ended = true;
    m_outcome = std::move(outcome);
    m_outcome.hasJob = hasJob();
    m_total.stop();
    m_pause.stop();
    if (m_running) {
        m_running->disconnect(this);
        m_running->abort();
    }
    Q_EMIT finished(m_outcome);
}

} // namespace lightwell

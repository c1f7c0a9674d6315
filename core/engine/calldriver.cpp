// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/calldriver.h"

#include "core/async/whendone.h"
#include "core/engine/callerrors.h"
#include "core/engine/keptlinks.h"
#include "core/engine/mediafetcher.h"
#include "core/engine/vendortext.h"

#include <QMetaMethod>
#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

namespace lightwell {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 maxReadBytes = 256LL * 1024 * 1024; // ten large pictures in one paid answer
constexpr qint64 maxKeptBytes = 1024LL * 1024 * 1024; // of a paid answer that is too long to be read
constexpr int questionsBeforePaying = 5; // nothing is lost yet, and somebody waits
constexpr qint64 maxWords = 4LL * 1024 * 1024; // bytes of an answer to a question that are no picture
/// Bytes. Writing or reading more than that would hold up every other call on this thread.
constexpr qsizetype largeMessage = 256LL * 1024;

} // namespace

CallDriver::CallDriver(std::shared_ptr<const Conversation> conversation, HttpClient &http, const CallPatience &patience,
                       QObject *parent)
    : QObject(parent)
    , m_conversation(std::move(conversation))
    , m_http(http)
    , m_info(m_conversation->vendor())
    , m_patience(patience)
    , m_repeats(patience)
{
    m_total.setSingleShot(true);
    connect(&m_total, &QTimer::timeout, this, &CallDriver::timedOut);
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

/// What waits for its turn is not late.
void CallDriver::startClock()
{
    m_deadline.setRemainingTime(m_patience.total);
    m_total.start(m_patience.total);
}

void CallDriver::start()
{
    startClock();
    if (!m_conversation->beginsSlowly()) {
        take(m_conversation->begin());
        return;
    }
    const auto step = QtConcurrent::run([talk = m_conversation]() -> Result<Step> { return talk->begin(); });
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
    startClock();
    m_state = state;
    m_paidRequestSent = true;
    if (const std::optional<keptlinks::Kept> kept = keptlinks::in(state)) {
        done(kept->done, kept->made);
        return;
    }
    const std::optional<HttpRequest> request = m_conversation->resume(state);
    if (!request || request->startsPaidWork) {
        fail(callerrors::cannotBeAskedFor(m_info));
        return;
    }
    send(*request);
}

void CallDriver::take(const Step &step)
{
    if (const Odd *answer = std::get_if<Odd>(&step)) {
        odd(*answer);
        return;
    }
    m_repeats.sensible();
    m_vain = 0;
    if (const Failed *failed = std::get_if<Failed>(&step)) {
        fail(vendortext::bounded(failed->error));
    } else if (const Send *next = std::get_if<Send>(&step)) {
        keepState(next->state);
        m_streams = next->streams;
        send(next->request);
    } else if (const Wait *wait = std::get_if<Wait>(&step)) {
        keepState(wait->state, wait->price);
        m_streams = false;
        m_request = wait->request;
        m_fraction = wait->fraction ? wait->fraction : m_fraction;
        Q_EMIT progressed({Progress::Stage::Waiting, m_fraction, wait->queuePosition, m_info.id, 1});
        if (m_ended) {
            return; // whoever saw that wanted no more of it
        }
        listen(wait->socket);
        m_waits = true;
        m_pause.start(std::exchange(m_pollAgain, false) ? 0ms : m_repeats.next(wait->after));
    } else {
        const Done &all = std::get<Done>(step);
        done(all, static_cast<int>(all.media.size()));
    }
}

void CallDriver::done(const Done &done, int made)
{
    m_outcome.made = made;
    m_outcome.cost = done.cost;
    m_outcome.usage = done.usage;
    m_outcome.about = done.about;
    const bool isThere = std::all_of(done.media.begin(), done.media.end(),
                                     [](const ProducedMedia &media) { return !media.bytes.isEmpty(); });
    if (!isThere && !canBeAsked()) {
        keepState(keptlinks::with(m_state, {done, made})); // nobody else could tell where the pictures are
    }
    stopListening();
    if (isThere) {
        m_unread = {};
        m_outcome.media = vendortext::bounded(done.media);
        finish(std::move(m_outcome));
        return;
    }
    allowTimeToFetch();
    fetch(vendortext::bounded(done.media));
}

/// Asking for a job's state costs nothing, and the job is paid for: that goes on until time is up.
void CallDriver::odd(const Odd &answer)
{
    const Error error = vendortext::bounded(answer.error);
    if (m_request.startsPaidWork) {
        fail(error); // an adapter that calls the answer to a paid request odd: it is not asked again
        return;
    }
    if (!m_paidRequestSent && callerrors::leadsElsewhere(error)) {
        fail(error);
        return;
    }
    retryPoll(Repeats::kindOf(answer), answer.after, error);
}

void CallDriver::retryPoll(Repeats::Odd kind, std::optional<std::chrono::milliseconds> wanted, const Error &otherwise)
{
    if (m_vain == 0) {
        m_question.setRemainingTime(m_patience.question);
    }
    const bool isInVain = !m_paidRequestSent && (++m_vain > questionsBeforePaying || m_question.hasExpired());
    const auto pause = isInVain ? std::nullopt : m_repeats.after(kind, wanted);
    if (pause && !m_deadline.hasExpired()) {
        m_waits = true;
        m_pause.start(*pause);
    } else if (kind == Repeats::Odd::Refused && m_paidRequestSent) {
        fail(callerrors::mayNotAsk(otherwise, m_info));
    } else if (pause && kind == Repeats::Odd::Passing) {
        fail(callerrors::outOfTime(m_info, billingOfInterruption(), m_cancelled)); // and not what was odd at last
    } else if (m_cancelled && otherwise.kind == ErrorKind::NotFound) { // taken off its queue, as was wished
        fail(callerrors::outOfTime(m_info, otherwise.billing, true));
    } else {
        fail(otherwise);
    }
}

void CallDriver::allowTimeToFetch()
{
    // Made in the last moment is made and paid for.
    const std::chrono::milliseconds left(m_deadline.remainingTime());
    const std::chrono::milliseconds most = std::max(left, m_patience.fetch);
    m_deadline.setRemainingTime(most);
    m_total.start(most + 1s); // who fetches keeps the time itself, and tells what came by then
}

void CallDriver::keepState(const AdapterState &state, Money price)
{
    const bool isNew = state != m_state;
    m_state = state;
    if (isNew && m_paidRequestSent && !state.isEmpty()) {
        Q_EMIT stateChanged(state, price);
    }
}

TransportLimits CallDriver::limits(bool paid) const
{
    TransportLimits limits;
    limits.total = std::max(1ms, std::chrono::milliseconds(m_deadline.remainingTime()));
    // A vendor may paint in silence for as long as it likes; a question about it is asked again.
    const std::chrono::milliseconds silence = m_paidRequestSent ? m_patience.silence : m_patience.answer;
    limits.idle = paid ? limits.total : std::min(limits.total, silence);
    if (paid) {
        limits.maxResponseBytes = maxReadBytes;
        limits.maxKeptBytes = maxKeptBytes;
    } else {
        limits.maxTextBytes = maxWords;
    }
    return limits;
}

void CallDriver::send(const HttpRequest &request)
{
    m_request = request;
    m_waits = false;
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
        static const QMetaMethod pieces = QMetaMethod::fromSignal(&CallDriver::pieceArrived);
        if (isSignalConnected(pieces)) { // or each piece would be copied for nobody
            connect(m_running, &HttpCall::pieceArrived, this, &CallDriver::pieceArrived);
        }
    }
}

void CallDriver::answered(const HttpResult &result)
{
    m_running = nullptr;
    if (m_ended) {
        return;
    }
    if (result.delivery == Delivery::Answered) {
        if (!renews(result.response)) {
            read(result.response);
        }
        return;
    }
    const bool mayPass = result.error.kind != ErrorKind::Cancelled && result.error.kind != ErrorKind::Invalid;
    if (!m_request.startsPaidWork && mayPass) {
        retryPoll(Repeats::Odd::Passing, std::nullopt,
                  callerrors::lost(result.error, m_info, billingOfInterruption(), m_cancelled));
        return;
    }
    if (m_request.startsPaidWork && result.delivery == Delivery::NotSent) {
        m_paidRequestSent = false;
    }
    if (m_request.startsPaidWork) {
        m_unread = {result.response.body, result.file};
    }
    fail(callerrors::lost(result.error, m_info, billingOfInterruption(), m_cancelled));
}

void CallDriver::read(const HttpResponse &response)
{
    m_unread = {response.isSuccess() ? response.body : QByteArray(), nullptr};
    if (m_request.startsPaidWork) {
        m_requestId = QString::fromLatin1(response.header("x-request-id"));
    }
    if (response.body.size() < largeMessage) {
        take(m_conversation->advance(m_state, response));
        return;
    }
    m_reading = true;
    const auto step = QtConcurrent::run([talk = m_conversation, state = m_state, response]() -> Result<Step> {
        return talk->advance(state, response);
    });
    whenDone(step, this, [this](const Result<Step> &next) {
        m_reading = false;
        take(next ? *next : Step(Failed {next.error()}));
        if (m_cancelled && !m_ended && !m_fetcher) {
            tellVendorToStop(); // the wish came while it was read, and it was not the picture
        }
    });
}

Billing CallDriver::billingOfInterruption() const
{
    const bool stopsTheBill = !m_info.bills || (m_cancelled && m_state.isEmpty() && !m_info.billsOnDisconnect);
    return m_paidRequestSent && !stopsTheBill ? Billing::MayBeBilled : Billing::NotBilled;
}

void CallDriver::fetch(const QList<ProducedMedia> &media)
{
    m_unread = {};
    m_fetcher = new MediaFetcher(m_http, m_info, m_conversation->ownAddress(), m_patience, this);
    connect(m_fetcher, &MediaFetcher::fetching, this, [this] {
        Q_EMIT progressed({Progress::Stage::Downloading, {}, {}, m_info.id, 1});
    });
    connect(m_fetcher, &MediaFetcher::finished, this,
            [this](const QList<ProducedMedia> &fetched, const MediaFetcher::Missing &missing) {
                m_outcome.media = fetched;
                m_outcome.error = missing.error;
                if (missing.error && keptlinks::in(m_state)) {
                    const Done rest {missing.media, m_outcome.cost, m_outcome.usage, m_outcome.about};
                    keepState(keptlinks::with(m_state, {rest, m_outcome.made}));
                    callerrors::tellKept(*m_outcome.error, m_info, missing.media);
                }
                finish(m_outcome);
            });
    m_fetcher->fetch(media, m_deadline);
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/watchcall.h"

#include "core/async/whendone.h"
#include "core/chat/textmoney.h"
#include "core/journal/journal.h"
#include "core/mcp/answer.h"

#include <QCoreApplication>
#include <QtConcurrentRun>

#include <algorithm>

namespace lightwell::mcp {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds longestSilence(10); ///< clients that count the seconds begin anew with each word
constexpr int newest = 50; ///< generations among which a client's last one is looked for
constexpr int usualWait = 45; ///< seconds: less than the minute after which many clients give up

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Mcp)
};

QString stageText(const Progress &progress)
{
    QString text;
    switch (progress.stage) {
    case Progress::Stage::Queued:
        text = Text::tr("queued");
        break;
    case Progress::Stage::Sending:
        text = Text::tr("sending");
        break;
    case Progress::Stage::Waiting:
        text = Text::tr("painting");
        break;
    case Progress::Stage::Downloading:
        text = Text::tr("fetching");
        break;
    case Progress::Stage::Converting:
        text = Text::tr("converting");
        break;
    }
    return progress.provider.isEmpty() ? text : QString(progress.provider + u": "_s + text);
}

/// It is repeated with all that is told, so it is what the protocol has: a number, or a text, which is a short one.
bool isProgressToken(const QJsonValue &value, const Message &message)
{
    constexpr qsizetype longest = 256;
    return value.isDouble() || (value.isString() && message.textOf(value).size() <= longest);
}

/// A text model's call is no job: its words are kept nowhere, and somebody else waits for them.
bool isJobOf(const Generation &generation, const Origin &origin)
{
    const bool isText = generation.plan && isTextPlan(*generation.plan);
    return !isText && generation.origin.kind == origin.kind && generation.origin.client == origin.client;
}

} // namespace

WatchCall::WatchCall(const Message &message, const Terms &terms, const Asker &asker, Surroundings &surroundings,
                     QObject *parent)
    : Call(message, terms, asker, parent)
    , m_surroundings(surroundings)
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &WatchCall::tellRunning);
    connect(&m_heartbeat, &QTimer::timeout, this, [this] { tell(m_told, m_words); });
    connect(&m_surroundings.jobs, &Jobs::progressed, this, [this](const QString &job, const Progress &progress) {
        if (job == m_job) {
            show(progress);
        }
    });
    connect(&m_surroundings.jobs, &Jobs::ended, this, [this](const QString &job, const Generation &outcome) {
        if (job == m_job) {
            answerWith(outcome);
        }
    });
}

WatchCall::~WatchCall()
{
    release(Jobs::Leaving::GoesOn);
}

void WatchCall::release(Jobs::Leaving how)
{
    m_patience.stop();
    m_heartbeat.stop();
    if (!m_job.isEmpty()) {
        m_surroundings.jobs.leave(std::exchange(m_job, {}), how);
    }
}

Jobs::Leaving WatchCall::leaving(bool isCancelled) const
{
    return isCancelled          ? Jobs::Leaving::Cancels
        : asker().hangUpCancels ? Jobs::Leaving::MayComeBack
                                : Jobs::Leaving::GoesOn;
}

void WatchCall::leave(bool isCancelled)
{
    release(leaving(isCancelled));
    Call::leave(isCancelled);
}

void WatchCall::delivered()
{
    if (!m_brought.isEmpty()) {
        m_surroundings.jobs.delivered(m_brought);
    }
}

void WatchCall::watch(const QString &job, std::chrono::seconds wait, const QString &model, Money estimate)
{
    m_job = job;
    m_model = model;
    m_estimate = estimate;
    if (isOver()) { // its client left meanwhile
        return release(leaving(false));
    }
    if (const std::optional<Generation> outcome = m_surroundings.jobs.outcome(job)) {
        return answerWith(*outcome);
    }
    Q_EMIT working(job);
    m_heartbeat.start(longestSilence);
    m_patience.start(wait);
}

void WatchCall::show(const Progress &progress)
{
    const QString words = stageText(progress);
    constexpr double maxBeforeTheEnd = 99;
    const double fraction = progress.fraction.value_or(0) * maxBeforeTheEnd;
    if (words != m_words || fraction >= m_told + 1) {
        tell(fraction, words);
    }
}

/// What is told has to rise each time.
void WatchCall::tell(double fraction, const QString &words)
{
    constexpr double least = 0.01;
    m_words = words;
    const QJsonValue token = message().meta().value("progressToken"_L1);
    if (isOver() || !isProgressToken(token, message())) {
        return;
    }
    m_told = std::max(fraction, m_told + least);
    QJsonObject params {{u"progressToken"_s, token}, {u"progress"_s, m_told}, {u"total"_s, 100}};
    if (hasProgressMessages(terms().revision) && !words.isEmpty()) {
        params.insert(u"message"_s, words);
    }
    m_heartbeat.start(longestSilence);
    Q_EMIT notified(notificationMessage(u"notifications/progress"_s, params));
}

void WatchCall::tellRunning()
{
    const QString job = m_job;
    release(Jobs::Leaving::GoesOn);
    finish(toolResult(runningReport(job, m_model, m_estimate), {}, false, terms().revision));
}

void WatchCall::answerWith(const Generation &outcome)
{
    m_brought = outcome.id;
    release(Jobs::Leaving::GoesOn);
    if (outcome.status == GenerationStatus::Running) {
        m_brought.clear();
        return finish(toolResult(jobReport(outcome, asker().uriOf), {}, false, terms().revision));
    }
    const auto writing = QtConcurrent::run([outcome, uriOf = asker().uriOf, revision = terms().revision] {
        return std::optional(jobResult(outcome, uriOf, revision));
    });
    whenDone(writing, this, [this](const std::optional<QJsonObject> &result) {
        if (result) {
            finish(*result);
        } else {
            fail({errorcode::internal, Text::tr("The answer could not be written. get_job brings it.")});
        }
    });
}

void JobCall::begin()
{
    Journal &journal = surroundings().journal;
    if (const QString id = arguments().value("job_id"_L1).toString(); !id.isEmpty()) {
        return whenDone(journal.find(id), this,
                        [this](const std::optional<Generation> &generation) { found(generation); });
    }
    whenDone(journal.list(newest), this, [this](const Result<QList<Generation>> &list) {
        if (!list) {
            return finish(toolError(list.error()));
        }
        const auto own = std::find_if(list->begin(), list->end(),
                                      [this](const Generation &one) { return isJobOf(one, asker().origin); });
        found(own == list->end() ? std::nullopt : std::optional(*own));
    });
}

void JobCall::found(const std::optional<Generation> &generation)
{
    if (isOver()) {
        return;
    }
    if (!generation || !isJobOf(*generation, asker().origin)) {
        return finish(toolError(notSent(ErrorKind::NotFound, Text::tr("This client has no such job."), u"job_id"_s)));
    }
    surroundings().jobs.fetch(generation->id);
    watch(generation->id, std::chrono::seconds(arguments().value("wait_seconds"_L1).toInt(usualWait)),
          generation->request.model, generation->estimate);
}

} // namespace lightwell::mcp

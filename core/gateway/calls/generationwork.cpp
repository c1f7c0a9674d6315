// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/calls/generationwork.h"

#include "core/async/whendone.h"
#include "core/engine/engine.h"
#include "core/gateway/calls/bookedcall.h"
#include "core/gateway/calls/sentbodies.h"
#include "core/gateway/jobs/jobbook.h"
#include "core/gateway/jobs/jobwish.h"
#include "core/gateway/streamedanswer.h"
#include "core/wording/gatewayreasons.h"

#include <QtConcurrentRun>

#include <utility>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

/// One that still runs in another program, or belongs to one that is gone: nobody here knows how it will end.
Generation asUnknownIfRunning(Generation generation)
{
    if (generation.status == GenerationStatus::Running) {
        generation.status = GenerationStatus::Unknown;
        generation.error = Error();
        generation.error->setReason(reasons::callOfAnotherRun());
    }
    return generation;
}

} // namespace

GenerationWork::GenerationWork(const Tools &tools, DialectPtr dialect, GenerationCall call,
                               std::shared_ptr<BodyShare> body, Keep keep)
    : m_tools(tools)
    , m_dialect(std::move(dialect))
    , m_call(std::move(call))
    , m_body(std::move(body))
    , m_keep(std::move(keep))
{
}

void GenerationWork::begin(BookedCall &call)
{
    const QString model = m_call.request.model;
    m_isUnderWay = false;
    call.setGeneration(m_tools.engine.generate(
        std::exchange(m_call.request, {}), originOf(call.identity()), this,
        [this, &call](const Generation &generation) { end(call, generation); },
        [this, &call](const Progress &progress) { show(call, progress); }, m_call.wishes));
    GenerationCall shown = m_call;
    shown.streams = false; // a job's answer is whole
    m_tools.jobs.begun(call.generation(), {call.identity().client, m_dialect, std::move(shown), model});
}

void GenerationWork::follow(BookedCall &call, const QString &generation)
{
    m_tools.engine.fetchJob(
        generation, this,
        [this, &call](const Generation &found) {
            if (found.endedForFree()) {
                m_tools.jobs.ended(found); // for whoever was told meanwhile that it is a job
                call.beginAnew();
            } else {
                m_isProvisional = found.status == GenerationStatus::Running;
                end(call, asUnknownIfRunning(found));
            }
        },
        [this, &call](const Progress &progress) { show(call, progress); });
}

void GenerationWork::cancel(const BookedCall &call)
{
    m_tools.engine.cancel(call.generation());
}

void GenerationWork::joined(BookedCall &call, Exchange *)
{
    if (m_isUnderWay) {
        acceptJobs(call);
    }
}

void GenerationWork::acceptJobs(BookedCall &call)
{
    const QList<Exchange *> waiting = call.waiting();
    for (Exchange *exchange : waiting) {
        if (JobWish::of(*exchange)) {
            call.letGo(exchange);
            m_tools.jobs.tellAtEnd(call.generation(), *exchange);
            m_tools.jobs.accept(call.generation(), exchange);
        }
    }
}

void GenerationWork::show(BookedCall &call, const Progress &progress)
{
    m_tools.jobs.progressed(call.generation(), progress);
    // It waits for its turn, or is written down as begun: no longer refused for what is known beforehand.
    if (!std::exchange(m_isUnderWay, true)) {
        acceptJobs(call);
    }
    if (progress.preview.isEmpty()) {
        return;
    }
    const QList<Exchange *> waiting = call.waiting();
    for (const Exchange *exchange : waiting) {
        if (StreamedAnswer *answer = StreamedAnswer::of(*exchange)) {
            answer->preview(progress.preview);
        }
    }
}

void GenerationWork::end(BookedCall &call, const Generation &generation)
{
    if (!m_call.echoes || !m_tools.adapters) {
        return keepAndEnd(call, generation);
    }
    const auto writing =
        QtConcurrent::run([generation, adapters = m_tools.adapters] { return sentForPictures(generation, *adapters); });
    whenDone(writing, this, [this, &call, generation](const QJsonObject &sent) {
        m_call.echo = sent;
        keepAndEnd(call, generation);
    });
}

void GenerationWork::keepAndEnd(BookedCall &call, const Generation &generation)
{
    m_body.reset();
    m_call.request = {};
    const auto outcome = std::make_shared<Generation>(generation);
    // Only what the answer needs is kept.
    outcome->request.images.clear();
    outcome->request.mask.reset();
    if (outcome->plan) {
        outcome->plan->request = outcome->request;
    }
    m_outcome = outcome;
    if (!m_isProvisional) {
        tellEnd(call);
    }
    if (!m_keep || generation.status != GenerationStatus::Completed) {
        return call.end();
    }
    whenDone(m_keep(*m_outcome), this, [this, &call](const AnswerSource &told) {
        m_call.source = told;
        call.end();
    });
}

/// Also by the webhooks of those that come to hear at the end that it is a job: nothing was heard of it since they
/// asked. What cost nothing is an answer to them like any other.
void GenerationWork::tellEnd(const BookedCall &call)
{
    if (!m_outcome->endedForFree()) {
        const QList<Exchange *> waiting = call.waiting();
        for (const Exchange *exchange : waiting) {
            m_tools.jobs.tellAtEnd(call.generation(), *exchange);
        }
    }
    m_tools.jobs.ended(*m_outcome);
}

void GenerationWork::answer(BookedCall &call, Exchange *exchange)
{
    if (JobWish::of(*exchange) && !m_outcome->endedForFree()) { // it came back for one that has ended
        return m_tools.jobs.accept(call.generation(), exchange);
    }
    GenerationAnswer answer = GenerationAnswer::make(m_tools, m_dialect, m_call, m_outcome, *exchange);
    answer.call.source.isShared = exchange->isSharing();
    const QPointer<BookedCall> booked = &call;
    giveAnswer(std::move(answer), exchange, m_tools, [booked, exchange] {
        if (booked) {
            booked->deliverBy(exchange);
        }
    });
}

void GenerationWork::refuse(Exchange *exchange, const Refusal &refusal)
{
    StreamedAnswer::give(exchange, m_dialect->refusal(refusal), m_tools.respond);
}

bool GenerationWork::endedForFree() const
{
    return m_outcome->endedForFree();
}

qint64 GenerationWork::keptBytes() const
{
    qint64 bytes = 0;
    for (const Picture &picture : m_outcome->pictures) {
        bytes += picture.content.size();
    }
    return bytes;
}

} // namespace lightwell

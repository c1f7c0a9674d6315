// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/calls/textwork.h"

#include "core/async/whendone.h"
#include "core/chat/answerevents.h"
#include "core/chat/healedanswer.h"
#include "core/chat/repeatableanswer.h"
#include "core/engine/engine.h"
#include "core/gateway/calls/bookedcall.h"
#include "core/gateway/calls/earlierwords.h"
#include "core/gateway/calls/sharedcost.h"
#include "core/gateway/textstream.h"

#include <QtConcurrentRun>

#include <utility>

namespace lightwell {

namespace {

std::optional<AnswerCache::Answer> repeatable(const QByteArray &said, const QByteArray &tail, bool isStream)
{
    const std::optional<QByteArray> body = isStream ? repeatableEvents(said) : repeatableAnswer(said);
    const std::optional<QByteArray> end = repeatableEvents(tail);
    return body && end ? std::optional(AnswerCache::Answer {*body, *end, isStream}) : std::nullopt;
}

} // namespace

TextWork::TextWork(const Tools &tools, DialectPtr dialect, TextOrder order, Wish wish, std::shared_ptr<BodyShare> body,
                   Keep keep)
    : m_tools(tools)
    , m_dialect(std::move(dialect))
    , m_order(std::move(order))
    , m_wish(std::move(wish))
    , m_body(std::move(body))
    , m_keep(std::move(keep))
{
    if (m_wish.responses) {
        m_responses.emplace(*m_wish.responses);
    }
}

void TextWork::begin(BookedCall &call)
{
    if (!m_order) { // begun by an earlier run, for free, and already once more by this one
        return;
    }
    TextOrder order = *std::exchange(m_order, {});
    if (m_wish.telling.echoes) {
        order = SentBodies::noting(std::move(order), m_sent);
    }
    call.setGeneration(m_tools.engine.converse(
        order, originOf(call.identity()), this, [this, &call](const Generation &generation) { end(call, generation); },
        [this, &call](const HttpResponse &, const QByteArray &piece) { show(call, piece); },
        [this](const QByteArray &answer) { m_answer = answer; }));
}

void TextWork::follow(BookedCall &call, const QString &generation)
{
    m_tools.engine.fetchJob(generation, this, [this, &call](const Generation &found) {
        if (found.endedForFree()) {
            return call.beginAnew();
        }
        m_order.reset();
        if (found.status == GenerationStatus::Completed && m_wish.record) {
            return followResponse(call, found);
        }
        if (found.status == GenerationStatus::Completed && m_wish.words) {
            return followWords(call, found);
        }
        m_isProvisional = found.status == GenerationStatus::Running;
        endAs(call, earlierwords::withoutWords(found, m_wish.notKept));
    });
}

void TextWork::followResponse(BookedCall &call, const Generation &found)
{
    m_wish.record->find(found.id, m_wish.streams, this, [this, &call, found](const Result<QByteArray> &kept) {
        if (!kept || kept->isEmpty()) {
            return endWithout(call, found, kept ? std::nullopt : std::optional(kept.error()));
        }
        (m_wish.streams ? m_events : m_answer) = *kept;
        endAs(call, found);
    });
}

void TextWork::followWords(BookedCall &call, const Generation &found)
{
    using Kept = Result<std::optional<AnswerRecord::Words>>;
    m_wish.words->find(found.id, this, [this, &call, found](const Kept &kept) {
        if (!kept || !*kept) {
            return endWithout(call, found, kept ? std::nullopt : std::optional(kept.error()));
        }
        ((*kept)->isStream ? m_events : m_answer) = (*kept)->text;
        m_healing = (*kept)->healing;
        endAs(call, found);
    });
}

void TextWork::endWithout(BookedCall &call, const Generation &found, const std::optional<Error> &unread)
{
    m_isProvisional = unread.has_value();
    endAs(call, unread ? earlierwords::unread(found, *unread) : earlierwords::withoutWords(found, m_wish.notKept));
}

void TextWork::endAs(BookedCall &call, const Generation &generation)
{
    m_body.reset();
    m_outcome = generation;
    call.end();
}

void TextWork::cancel(const BookedCall &call)
{
    m_tools.engine.cancel(call.generation());
}

QByteArray TextWork::filtered(const QByteArray &piece)
{
    if (m_responses) {
        return named(m_responses->feed(piece));
    }
    return m_wish.addsTail ? m_tail.feed(piece) : m_wish.hidesUsage ? m_filter.feed(piece) : named(piece);
}

QByteArray TextWork::named(const QByteArray &events) const
{
    return m_wish.record ? m_wish.record->feed(events) : events;
}

void TextWork::show(const BookedCall &call, const QByteArray &piece)
{
    noteEcho(call);
    m_events += filtered(piece);
    constexpr qsizetype longestEnd = 20; // bytes
    if (isToldOnceKept() && m_events.right(longestEnd).contains("data: [DONE]")) {
        return; // told once it is kept: whoever asks the same as soon as the stream has ended is to find it
    }
    const QList<Exchange *> waiting = call.waiting();
    for (const Exchange *exchange : waiting) {
        if (TextStream *stream = TextStream::of(*exchange)) {
            stream->show(eventsFor(*exchange));
        }
    }
}

void TextWork::noteEcho(const BookedCall &call)
{
    if (m_wish.streams && m_echo.isEmpty()) {
        m_echo = m_sent->events(*m_dialect, call.generation());
    }
}

/// An answer begins with what its model says: until then a refusal is one with a status of its own.
QByteArray TextWork::eventsFor(const Exchange &exchange)
{
    const QByteArray said = saidTo(exchange);
    return said.isEmpty() || m_echo.isEmpty() ? said : m_echo + said;
}

QByteArray TextWork::saidTo(const Exchange &exchange)
{
    if (!exchange.isSharing()) {
        return m_events;
    }
    const QByteArray said = m_shared.told(m_tailAt < 0 ? m_events : m_events.left(m_tailAt), m_outcome.has_value());
    return m_tailAt < 0
        ? said
        : said + m_dialect->tailOfWords(sharedEvents(m_tail.tail()), asShared(*m_outcome), asShared(m_wish.telling));
}

void TextWork::end(BookedCall &call, const Generation &generation)
{
    m_body.reset();
    m_outcome = generation;
    noteEcho(call);
    m_events += m_filter.rest();
    if (m_wish.streams && m_events.isEmpty() && m_tail.tail().isEmpty()) { // a server that does not stream
        m_events = filtered(answerEvents(m_answer));
    }
    if (m_wish.addsTail && generation.status == GenerationStatus::Completed) {
        m_tailAt = m_events.size();
        m_events += m_dialect->tailOfWords(m_tail.tail(), generation, m_wish.telling);
    }
    if (!m_events.isEmpty()) {
        m_answer.clear(); // the same once more
    }
    if (m_responses && generation.status == GenerationStatus::Completed) {
        m_events += m_wish.streams ? named(m_responses->end()) : QByteArray();
        m_answer = m_answer.isEmpty() ? m_answer : m_responses->response(m_answer);
    }
    if (!m_wish.heals || m_answer.isEmpty()) {
        return keepRecord(call);
    }
    whenDone(QtConcurrent::run(healedAnswer, m_answer, m_wish.schema), this,
             [this, &call](const Result<HealedAnswer> &healed) {
                 if (healed) {
                     m_answer = healed->text;
                     m_healing = healed->report;
                 }
                 keepRecord(call);
             });
}

void TextWork::keepRecord(BookedCall &call)
{
    const bool isCompleted = m_outcome->status == GenerationStatus::Completed;
    if (isCompleted && m_wish.words) {
        const bool isStream = m_answer.isEmpty();
        const AnswerRecord::Words words {isStream ? m_events : m_answer, isStream, m_healing};
        return m_wish.words->keep(words, call.generation(), this, [this, &call] { keepAndEnd(call); });
    }
    if (!isCompleted || !m_wish.record) {
        return keepAndEnd(call);
    }
    m_wish.record->keep(m_answer, call.generation(), this, [this, &call](const QByteArray &told) {
        m_answer.isEmpty() ? m_events += told : m_answer = told;
        keepAndEnd(call);
    });
}

void TextWork::keepAndEnd(BookedCall &call)
{
    if (!m_keep || m_outcome->status != GenerationStatus::Completed) {
        return call.end();
    }
    const bool isStream = m_answer.isEmpty();
    const QByteArray events = m_tailAt < 0 ? m_events : m_events.left(m_tailAt);
    const QByteArray tail = m_tailAt < 0 ? QByteArray() : m_tail.tail();
    whenDone(QtConcurrent::run(repeatable, isStream ? events : m_answer, tail, isStream), this,
             [this, &call](const std::optional<AnswerCache::Answer> &answer) {
                 if (answer) {
                     m_keep(*answer, *m_outcome);
                 }
                 call.end();
             });
}

Telling TextWork::told() const
{
    Telling telling = m_wish.telling;
    telling.healing = m_healing;
    telling.echo = m_sent->last();
    return telling;
}

void TextWork::give(Exchange *exchange, const GatewayResponse &response) const
{
    if (TextStream *stream = TextStream::of(*exchange)) {
        stream->fail(response, m_tools.respond);
    } else {
        m_tools.respond(exchange, response);
    }
}

void TextWork::answer(BookedCall &call, Exchange *exchange)
{
    call.deliverBy(exchange);
    const bool isShared = exchange->isSharing();
    const Generation outcome = isShared ? asShared(*m_outcome) : *m_outcome;
    const Telling telling = isShared ? asShared(told()) : told();
    if (m_outcome->status != GenerationStatus::Completed) {
        GatewayResponse failure = m_dialect->failure(outcome);
        m_dialect->addOutcome(failure, outcome, telling);
        return give(exchange, failure);
    }
    TextStream *stream = TextStream::of(*exchange);
    if (stream && m_answer.isEmpty()) {
        return stream->end(eventsFor(*exchange));
    }
    GatewayResponse response {
        200, {{"Content-Type", "application/json"}}, isShared ? sharedAnswer(m_answer) : m_answer};
    m_dialect->addOutcome(response, outcome, telling);
    give(exchange, response);
}

void TextWork::refuse(Exchange *exchange, const Refusal &refusal)
{
    give(exchange, m_dialect->refusal(refusal));
}

qint64 TextWork::keptBytes() const
{
    return m_sent->bytes() + m_echo.size() + m_events.size() + m_answer.size() + m_shared.size();
}

bool TextWork::endedForFree() const
{
    return m_outcome->endedForFree();
}

} // namespace lightwell

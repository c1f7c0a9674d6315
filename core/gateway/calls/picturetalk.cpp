// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/calls/picturetalk.h"

#include "core/async/whendone.h"
#include "core/chat/answerevents.h"
#include "core/chat/healedanswer.h"
#include "core/chat/textreasons.h"
#include "core/engine/callerrors.h"
#include "core/engine/engine.h"
#include "core/gateway/calls/bookedcall.h"
#include "core/gateway/calls/sharedcost.h"
#include "core/gateway/textstream.h"

#include <QtConcurrentRun>

#include <utility>

namespace lightwell {

using namespace Qt::StringLiterals;

PictureTalk::PictureTalk(Plan plan, std::shared_ptr<BodyShare> body)
    : m_plan(std::move(plan))
    , m_body(std::move(body))
    , m_words(m_plan.desk.dialect->toolAnswer(m_plan.tool))
    , m_chat(m_plan.tool.chat.value_or(ConversationCall()))
    , m_isLastTurn(m_plan.tool.isForbidden)
    , m_pictures(m_plan.tool.pictures)
{
    m_plan.tool.request.clear();
    m_plan.tool.chat.reset();
}

void PictureTalk::begin(BookedCall &call)
{
    if (!m_plan.picture) {
        return ask(call);
    }
    m_plan.tool.prompt = m_plan.picture->request.prompt;
    const bool isEdit = !m_plan.picture->request.images.isEmpty();
    m_drawing = newDrawing(call, {m_plan.tool.prompt, isEdit}, {});
    const QString generation = m_drawing->make(*std::exchange(m_plan.picture, GenerationCall()), originOfStep(call));
    call.setGeneration(generation);
    Generation begun;
    begun.id = generation;
    begun.createdAt = QDateTime::currentDateTimeUtc();
    tell(call, m_words->begin(begun));
    beginPicture(call, generation);
}

void PictureTalk::cancel(const BookedCall &)
{
    m_isCancelled = true;
    if (m_drawing) {
        m_drawing->cancel();
    } else if (!m_step.isEmpty()) {
        m_plan.desk.tools.engine.cancel(m_step);
    }
}

/// A key stands for the first step alone: what it finds after a restart says whether anything was paid.
Origin PictureTalk::originOfStep(const BookedCall &call) const
{
    Origin origin = originOf(call.identity());
    if (m_first) {
        origin.keyHash.clear();
        origin.fingerprint.clear();
    }
    return origin;
}

void PictureTalk::ask(BookedCall &call)
{
    const Result<TextOrder> order = m_plan.order(m_chat);
    if (!order) { // what could not be ordered was refused before; the model's own words made it so
        Generation refused;
        refused.id = call.generation();
        refused.status = GenerationStatus::Failed;
        refused.error = order.error();
        return stop(call, refused);
    }
    m_turn = {};
    m_said.clear();
    m_hasStreamed = false;
    m_sent = std::make_shared<SentBodies>();
    m_step = m_plan.desk.tools.engine.converse(
        m_chat.telling.echoes ? SentBodies::noting(*order, m_sent) : *order, originOfStep(call), this,
        [this, &call](const Generation &generation) { heard(call, generation); },
        [this, &call](const HttpResponse &, const QByteArray &piece) { hear(call, piece); },
        [this](const QByteArray &answer) { m_said = answer; });
    if (call.generation().isEmpty()) {
        call.setGeneration(m_step);
    }
}

void PictureTalk::hear(const BookedCall &call, const QByteArray &piece)
{
    if (!std::exchange(m_hasStreamed, true)) {
        m_echo += m_sent->events(*m_plan.desk.dialect, call.generation());
    }
    m_turn.feed(piece);
    tell(call, m_words->words(piece));
}

void PictureTalk::heard(BookedCall &call, const Generation &generation)
{
    m_step.clear();
    count(generation);
    if (generation.status != GenerationStatus::Completed) {
        return stop(call, generation);
    }
    hear(call, m_hasStreamed ? "\n\n"_ba : answerEvents(m_said)); // the last event may lack its end
    tell(call, m_words->endTurn());
    m_results.clear();
    const QList<ChatTurn::FunctionCall> calls = m_turn.calls();
    for (const ChatTurn::FunctionCall &asked : calls) {
        if (asked.name == picturetool::functionName()) {
            m_calls.append({asked.id, asked.arguments});
        } else {
            m_isHandedBack = true;
        }
    }
    // Some call for more all the same; each further turn would be paid for.
    if (m_calls.isEmpty() || m_isLastTurn) {
        m_calls.clear();
        return finish(call);
    }
    next(call);
}

bool PictureTalk::hasEnough() const
{
    const std::optional<Money> &most = m_plan.tool.maxCost;
    return m_tried >= m_plan.tool.most || (most && (!m_cost.isKnown() || m_cost.micros() >= most->micros()));
}

void PictureTalk::next(BookedCall &call)
{
    if (m_isCancelled) {
        return finish(call, callerrors::cancelledBeforeSending());
    }
    while (!m_calls.isEmpty()) {
        const Call asked = m_calls.takeFirst();
        if (!hasEnough()) {
            return draw(call, asked);
        }
        const Reason why =
            m_tried < m_plan.tool.most ? reasons::picturesCostEnough() : reasons::picturesEnough(m_tried);
        m_results.append(picturetool::refusal(asked.id, notSent(ErrorKind::Invalid, why)));
    }
    m_isHandedBack ? finish(call) : goOn(call);
}

/// The model hears how its pictures went.
void PictureTalk::goOn(BookedCall &call)
{
    m_isLastTurn = hasEnough();
    const Result<TextCall> chat =
        readTextCall(continuedChat(m_chat.call.body, m_turn.message(), m_results, m_isLastTurn), TextKind::Chat);
    if (!chat) { // the model said more than may be sent
        return finish(call, chat.error());
    }
    const TextCall before = std::exchange(m_chat.call, *chat);
    m_chat.call.model = before.model; // as it is known here, whatever the body calls it
    m_chat.call.alternatives = before.alternatives;
    m_chat.call.routeWishes = before.routeWishes; // which are not in the body
    m_chat.call.localLink = before.localLink; // what comes meanwhile is the model's own, and has none
    m_chat.call.costsMore = chat->costsMore || before.costsMore;
    ask(call);
}

ToolDrawing *PictureTalk::newDrawing(BookedCall &call, const picturetool::Wish &wish, const QString &callId)
{
    ++m_tried;
    auto *drawing = new ToolDrawing(m_plan.desk, wish, this);
    connect(drawing, &ToolDrawing::begun, this,
            [this, &call](const QString &generation) { beginPicture(call, generation); });
    connect(drawing, &ToolDrawing::previewed, this, [this, &call, index = 0](const ToolPreview &preview) mutable {
        tell(call, m_words->preview(preview, index++));
    });
    connect(drawing, &ToolDrawing::finished, this, [this, &call, drawing, callId](const ToolPicture &picture) {
        m_drawing = nullptr;
        drawing->deleteLater();
        drawn(call, picture, callId);
    });
    return drawing;
}

void PictureTalk::draw(BookedCall &call, const Call &asked)
{
    const Result<picturetool::Wish> wish = picturetool::readWish(asked.arguments, m_plan.tool.action);
    const bool lacksPicture = wish && wish->isEdit && m_pictures.isEmpty();
    if (!wish || lacksPicture) {
        ++m_tried;
        ToolPicture unmade;
        unmade.prompt = wish ? wish->prompt : QString();
        unmade.isEdit = lacksPicture;
        unmade.fault = wish ? notSent(ErrorKind::Invalid, reasons::noPictureToChange()) : wish.error();
        return drawn(call, unmade, asked.id);
    }
    m_drawing = newDrawing(call, *wish, asked.id);
    GatewayRequest request = m_plan.request;
    request.body = picturetool::imagesBody(m_plan.tool, wish->prompt, wish->isEdit ? m_pictures : QByteArrayList());
    m_drawing->read(request, originOfStep(call));
}

void PictureTalk::beginPicture(BookedCall &call, const QString &generation)
{
    m_isPictureOpen = true;
    tell(call, m_words->beginPicture(generation));
}

void PictureTalk::drawn(BookedCall &call, const ToolPicture &picture, const QString &callId)
{
    const bool isAlone = !m_first;
    if (!picture.generation.id.isEmpty()) {
        count(picture.generation);
    }
    if (isAlone && picture.fault) { // an error like that of any call for images
        return stop(call, picture.generation);
    }
    if (!m_isPictureOpen) { // refused before it began
        beginPicture(call, call.generation() + u'_' + QString::number(m_tried));
    }
    m_isPictureOpen = false;
    tell(call, m_words->endPicture(picture));
    m_results.append(picturetool::result(callId, picture, m_plan.tool.tellsLinks));
    if (!picture.base64.isEmpty()) {
        m_hasPicture = true;
        m_pictures = {"\"data:image/png;base64," + picture.base64 + '"'};
    }
    if (isAlone) {
        return finish(call);
    }
    // A model that is told of a failure tries again: never where that may be paid for already.
    picture.isSettled() ? next(call) : finish(call, picture.fault);
}

void PictureTalk::count(const Generation &generation)
{
    m_cost += generation.cost;
    m_isFree = m_isFree && generation.endedForFree();
    if (!m_first) {
        m_first = generation;
        m_first->pictures.clear();
    } else {
        m_first->attempts += generation.attempts; // the answer took as long as all of them
    }
}

void PictureTalk::tell(const BookedCall &call, const QByteArray &events)
{
    if (!m_plan.tool.streams || events.isEmpty()) {
        return;
    }
    m_events += std::exchange(m_echo, {}) + named(events);
    const QList<Exchange *> waiting = call.waiting();
    for (const Exchange *exchange : waiting) {
        if (TextStream *stream = TextStream::of(*exchange)) {
            stream->show(eventsFor(*exchange));
        }
    }
}

QByteArray PictureTalk::named(const QByteArray &events) const
{
    return m_plan.record ? m_plan.record->feed(events) : events;
}

void PictureTalk::finish(BookedCall &call, const std::optional<Error> &fault)
{
    m_body.reset();
    m_outcome = m_first;
    m_outcome->status = GenerationStatus::Completed;
    m_outcome->cost = m_cost;
    m_outcome->error.reset();
    if (m_plan.tool.streams) {
        m_events += std::exchange(m_echo, {}) + named(m_words->end({*m_outcome, fault}));
        return keepRecord(call);
    }
    const bool heals = m_chat.call.heals && m_plan.order; // where nobody was asked, nobody said anything
    const std::optional<ToolAnswer::Said> said = heals ? m_words->said() : std::nullopt;
    if (!said) {
        return writeWhole(call, fault, {});
    }
    const auto healing = QtConcurrent::run([said = *said, schema = m_chat.call.schema] {
        return std::optional(healedWords(said.words, schema, said.wasCutOff));
    });
    whenDone(healing, this,
             [this, &call, fault](const std::optional<HealedWords> &healed) { writeWhole(call, fault, healed); });
}

void PictureTalk::writeWhole(BookedCall &call, const std::optional<Error> &fault,
                             const std::optional<HealedWords> &healed)
{
    m_answer = m_words->whole({*m_outcome, fault, healed, m_sent->last()});
    keepRecord(call);
}

void PictureTalk::keepRecord(BookedCall &call)
{
    if (!m_plan.record) {
        return call.end();
    }
    m_plan.record->keep(m_answer, call.generation(), this, [this, &call](const QByteArray &told) {
        m_plan.tool.streams ? m_events += told : m_answer = told;
        call.end();
    });
}

/// A step failed. What was made before it is not lost with it.
void PictureTalk::stop(BookedCall &call, const Generation &generation)
{
    if (m_hasPicture) {
        return finish(call, generation.error.value_or(Error()));
    }
    m_body.reset();
    m_outcome = generation;
    m_outcome->pictures.clear();
    if (!m_isFree) {
        m_outcome->error = m_outcome->error.value_or(Error());
        m_outcome->error->billing =
            generation.endedForFree() ? Billing::Billed : m_outcome->error->billing; // steps before it are paid
    }
    call.end();
}

void PictureTalk::give(Exchange *exchange, const GatewayResponse &response) const
{
    if (TextStream *stream = TextStream::of(*exchange)) {
        stream->fail(response, m_plan.desk.tools.respond);
    } else {
        m_plan.desk.tools.respond(exchange, response);
    }
}

void PictureTalk::answer(BookedCall &call, Exchange *exchange)
{
    call.deliverBy(exchange);
    const bool isShared = exchange->isSharing();
    const Generation outcome = isShared ? asShared(*m_outcome) : *m_outcome;
    if (m_outcome->status != GenerationStatus::Completed) {
        GatewayResponse failure = m_plan.desk.dialect->failure(outcome);
        Telling telling = isShared ? asShared(m_chat.telling) : m_chat.telling;
        telling.echo = m_sent->last();
        m_plan.desk.dialect->addOutcome(failure, outcome, telling);
        return give(exchange, failure);
    }
    if (TextStream *stream = TextStream::of(*exchange)) {
        return stream->end(eventsFor(*exchange));
    }
    GatewayResponse response {200, {{"Content-Type", "application/json"}}, {}};
    m_plan.desk.dialect->addOutcome(response, outcome, {}); // what the body tells, it tells already
    response.body = isShared ? sharedAnswer(m_answer) : m_answer;
    m_plan.desk.tools.respond(exchange, response);
}

QByteArray PictureTalk::eventsFor(const Exchange &exchange)
{
    return exchange.isSharing() ? m_shared.told(m_events, m_outcome.has_value()) : m_events;
}

void PictureTalk::refuse(Exchange *exchange, const Refusal &refusal)
{
    give(exchange, m_plan.desk.dialect->refusal(refusal));
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/calls/generationwork.h"

#include "core/async/whendone.h"
#include "core/engine/engine.h"
#include "core/gateway/calls/bookedcall.h"
#include "core/gateway/streamedanswer.h"
#include "core/storage/mediastore.h"
#include "core/wording/gatewayreasons.h"

#include <QtConcurrent>

#include <algorithm>

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

/// Whether it still waits for its answer, or the rest of it; the gateway may have closed meanwhile.
bool isOwed(const Exchange &exchange)
{
    return !exchange.isAnswered() || exchange.isStreaming();
}

/// What an answer is made of, so that it can be made on the thread pool.
struct Answer
{
    DialectPtr dialect;
    GenerationCall call;
    Generation generation;
    QString base; ///< of links to files
    FileLinks links;
    QString client;

    [[nodiscard]] bool hasBytes() const;
    [[nodiscard]] GatewayResponse write() const;
};

/// Whether files are read or pictures encoded: more than a moment's work.
bool Answer::hasBytes() const
{
    return generation.status == GenerationStatus::Completed
        && (call.form != PictureForm::Link
            || std::any_of(generation.pictures.begin(), generation.pictures.end(),
                           [](const Picture &picture) { return !picture.content.isEmpty(); }));
}

GatewayResponse Answer::write() const
{
    if (generation.status != GenerationStatus::Completed) {
        return dialect->failure(generation);
    }
    QList<DeliveredPicture> pictures;
    for (const Picture &picture : generation.pictures) {
        // What lies in no file has no link either: it is delivered itself.
        const bool isFile = picture.content.isEmpty() && !picture.path.isEmpty();
        const QString url =
            isFile && call.form != PictureForm::Base64 ? base + links.nameFor(picture, client) : QString();
        if (isFile && call.form == PictureForm::Link) {
            pictures.append({url, {}});
            continue;
        }
        const Result<QByteArray> bytes = MediaStore::bytesOf(picture);
        if (!bytes) {
            Generation failed = generation;
            failed.error = bytes.error();
            failed.error->kind = ErrorKind::Storage; // not the model is missing
            failed.error->billing = Billing::Billed; // the pictures are paid for: never again by itself
            return dialect->failure(failed);
        }
        pictures.append({url, *bytes});
    }
    return dialect->answer(call, generation, pictures);
}

} // namespace

GenerationWork::GenerationWork(const Tools &tools, DialectPtr dialect, GenerationCall call,
                               std::shared_ptr<BodyShare> body)
    : m_tools(tools)
    , m_dialect(std::move(dialect))
    , m_call(std::move(call))
    , m_body(std::move(body))
{
}

void GenerationWork::begin(BookedCall &call)
{
    call.setGeneration(m_tools.engine.generate(
        std::exchange(m_call.request, {}), originOf(call.identity()), this,
        [this, &call](const Generation &generation) { end(call, generation); },
        [&call](const Progress &progress) { show(call, progress); }));
}

void GenerationWork::follow(BookedCall &call, const QString &generation)
{
    m_tools.engine.fetchJob(generation, this, [this, &call](const Generation &found) {
        if (found.endedForFree()) {
            call.beginAnew();
        } else {
            m_isProvisional = found.status == GenerationStatus::Running;
            end(call, asUnknownIfRunning(found));
        }
    });
}

void GenerationWork::cancel(const BookedCall &call)
{
    m_tools.engine.cancel(call.generation());
}

void GenerationWork::show(const BookedCall &call, const Progress &progress)
{
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
    m_body.reset();
    m_call.request = {};
    m_outcome = generation;
    // Only what the answer needs is kept.
    m_outcome->request.images.clear();
    m_outcome->request.mask.reset();
    if (m_outcome->plan) {
        m_outcome->plan->request = m_outcome->request;
    }
    call.end();
}

void GenerationWork::answer(BookedCall &call, Exchange *exchange)
{
    const QString asked =
        m_tools.scheme + u"://"_s + QString::fromLatin1(exchange->request().header("Host")) + u"/v1"_s;
    const QUrl &known = m_tools.publicUrl;
    const QString base = (known.isEmpty() ? asked : known.toString(QUrl::FullyEncoded)) + u"/files/"_s;
    const Answer answer {m_dialect, m_call, *m_outcome, base, m_tools.links, exchange->client()};
    if (!answer.hasBytes()) {
        call.deliverBy(exchange);
        return StreamedAnswer::give(exchange, answer.write(), m_tools.respond);
    }
    // For the exchange: whoever hangs up may come back for it, and the call may be forgotten before it is written.
    const auto writing = QtConcurrent::run([answer] { return std::optional(answer.write()); });
    const QPointer<BookedCall> booked = &call;
    whenDone(writing, exchange,
             [exchange, booked, dialect = m_dialect, &tools = m_tools](const std::optional<GatewayResponse> &response) {
                 if (booked && response && isOwed(*exchange)) {
                     booked->deliverBy(exchange);
                 }
                 StreamedAnswer::give(exchange, response ? *response : dialect->error(givenUp()), tools.respond);
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

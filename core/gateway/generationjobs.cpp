// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/generationjobs.h"

#include "core/async/whendone.h"
#include "core/engine/engine.h"
#include "core/gateway/dialects/openai/callbody.h"
#include "core/gateway/dialects/openai/openaianswer.h"
#include "core/gateway/dialects/openai/openaierrors.h"
#include "core/gateway/dialects/openai/openaievents.h"
#include "core/gateway/streamedanswer.h"
#include "core/storage/mediastore.h"

#include <QCryptographicHash>
#include <QtConcurrent>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 keyedSeconds = 24 * 60 * 60;
constexpr qint64 undeliveredSeconds = 10 * 60;
constexpr std::size_t maxKept = 1000;

GatewayResponse keyReused()
{
    GatewayResponse response =
        openai::errorBody(422, u"INVALID_REQUEST"_s,
                          GenerationJobs::tr("This Idempotency-Key was used with another request. Choose a new one."),
                          u"Idempotency-Key"_s);
    response.setHeader("x-should-retry", "false");
    return response;
}

/// How the journal knows the calls of a client that may repeat them. The key itself is nobody's business.
Origin originOf(const CallIdentity &identity)
{
    Origin origin {Origin::Kind::Gateway, identity.client};
    origin.keyHash = QString::fromLatin1(identity.keyHash);
    if (identity.mayComeBack) {
        origin.fingerprint = QString::fromLatin1(identity.fingerprint.toHex());
    }
    return origin;
}

/// One that still runs in another program, or belongs to one that is gone: nobody here knows how it will end.
Generation asUnknownIfRunning(Generation generation)
{
    if (generation.status == GenerationStatus::Running) {
        generation.status = GenerationStatus::Unknown;
        generation.error = Error();
        generation.error->message =
            GenerationJobs::tr("This call was begun by another run of Lightwell and has not ended. It may be billed; "
                               "look in Lightwell what became of it.");
    }
    return generation;
}

struct AnswerForm
{
    bool asBase64 = false; ///< else links
    bool asEvents = false;
    openai::CallKind kind = openai::CallKind::Generation;
};

/// Reads what is to be delivered and writes the answer. On the thread pool.
GatewayResponse answerFor(const Generation &generation, AnswerForm form, const QString &base, const FileLinks &links,
                          const QString &client)
{
    if (generation.status != GenerationStatus::Completed) {
        return openai::failureAnswer(generation);
    }
    QList<openai::Delivery> deliveries;
    for (const Picture &picture : generation.pictures) {
        // What lies in no file has no link either: it is delivered itself.
        if (!form.asBase64 && picture.content.isEmpty() && !picture.path.isEmpty()) {
            deliveries.append({base + links.nameFor(picture, client), {}});
            continue;
        }
        const Result<QByteArray> bytes = MediaStore::bytesOf(picture);
        if (!bytes) {
            Generation failed = generation;
            failed.error = bytes.error();
            failed.error->kind = ErrorKind::Storage; // not the model is missing
            failed.error->billing = Billing::Billed; // the pictures are paid for: never again by itself
            return openai::failureAnswer(failed);
        }
        deliveries.append({{}, *bytes});
    }
    if (!form.asEvents) {
        return openai::generationAnswer(generation, deliveries);
    }
    GatewayResponse events {200, {}, openai::completedEvents(form.kind, generation, deliveries)};
    openai::addGenerationHeaders(events, generation);
    return events;
}

} // namespace

GenerationJobs::GenerationJobs(Engine &engine, Journal &journal, Send respond, Send begin, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_journal(journal)
    , m_respond(std::move(respond))
    , m_begin(std::move(begin))
{
}

GenerationJobs::~GenerationJobs() = default;

QByteArray GenerationJobs::fingerprintOf(const GatewayRequest &request, openai::CallKind kind)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArray(request.query.toString(QUrl::FullyEncoded).toUtf8() + '\n'));
    hash.addData(QByteArray(request.header("X-Lightwell-Strict") + '\n'));
    if (kind != openai::CallKind::Generation) {
        hash.addData(kind == openai::CallKind::Edit ? "edit\n"_ba : "variation\n"_ba);
    }
    openai::forEachPiece(request, [&hash](const QByteArray &piece) { hash.addData(piece); });
    return hash.result();
}

CallIdentity GenerationJobs::identityOf(const Exchange &exchange, const QByteArray &fingerprint)
{
    const GatewayRequest &request = exchange.request();
    CallIdentity identity;
    identity.client = exchange.client();
    if (const QByteArray key = request.header("Idempotency-Key"); !key.isEmpty()) {
        identity.keyHash = QCryptographicHash::hash(key, QCryptographicHash::Sha256).toHex();
    }
    identity.fingerprint = fingerprint;
    identity.isRepetition = request.header("x-stainless-retry-count").toInt() > 0;
    identity.mayComeBack = !identity.keyHash.isEmpty() || request.hasHeader("x-stainless-retry-count");
    return identity;
}

GenerationJob *GenerationJobs::findSame(const CallIdentity &identity) const
{
    for (const auto &job : m_jobs) {
        const CallIdentity &other = job->identity;
        if (other.client != identity.client) {
            continue;
        }
        const bool sameKey = !identity.keyHash.isEmpty() && other.keyHash == identity.keyHash;
        // Without a key, two equal calls are two wishes, unless the client says that it repeats itself. An answer that
        // was delivered is not what it repeats itself for.
        const bool repeated = identity.isRepetition && identity.keyHash.isEmpty()
            && other.fingerprint == identity.fingerprint && !job->delivered;
        if (sameKey || repeated) {
            return job.get();
        }
    }
    return nullptr;
}

void GenerationJobs::take(Exchange *exchange, const openai::GenerationCall &call, const QByteArray &fingerprint,
                          const std::shared_ptr<BodyShare> &body)
{
    forgetOld();
    const CallIdentity identity = identityOf(*exchange, fingerprint);
    exchange->dropBody();
    if (call.streams) {
        new StreamedAnswer(exchange, call.kind, m_begin, m_respond);
    }
    GenerationJob *job = findSame(identity);
    if (!job) {
        return start(exchange, identity, call, body);
    }
    if (job->identity.fingerprint != identity.fingerprint) {
        return give(exchange, keyReused());
    }
    join(*job, exchange);
}

void GenerationJobs::start(Exchange *exchange, const CallIdentity &identity, const openai::GenerationCall &call,
                           const std::shared_ptr<BodyShare> &body)
{
    GenerationJob *job = m_jobs.emplace_back(std::make_unique<GenerationJob>()).get();
    job->identity = identity;
    job->call.asBase64 = call.asBase64;
    job->call.streams = call.streams;
    job->call.kind = call.kind;
    job->body = body;
    job->grace.setSingleShot(true);
    connect(&job->grace, &QTimer::timeout, this, [this, job] { m_engine.cancel(job->generation); });
    const bool hasKey = !identity.keyHash.isEmpty();
    if (!hasKey && !identity.isRepetition) {
        launch(job, call.request);
        return join(*job, exchange);
    }
    // Perhaps an earlier run of the program has begun it. Others of its kind may join meanwhile.
    join(*job, exchange);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QDateTime since = now.addSecs(hasKey ? -keyedSeconds : -undeliveredSeconds);
    whenDone(m_journal.earlierCall(originOf(identity), since, hasKey ? now : m_startedAt), this,
             [this, job, request = call.request](const std::optional<Journal::EarlierCall> &earlier) {
                 if (earlier) {
                     takeUp(job, *earlier, request);
                 } else {
                     launch(job, request);
                 }
             });
}

void GenerationJobs::takeUp(GenerationJob *job, const Journal::EarlierCall &earlier, const Request &request)
{
    if (earlier.fingerprint != originOf(job->identity).fingerprint) {
        const QList<QPointer<Exchange>> waiting = std::exchange(job->waiting, {});
        forget(job);
        for (const QPointer<Exchange> &exchange : waiting) {
            if (exchange) {
                give(exchange, keyReused());
            }
        }
        return;
    }
    nameGeneration(job, earlier.generation);
    m_engine.fetchJob(earlier.generation, this, [this, job, request](const Generation &generation) {
        if (generation.endedForFree()) {
            launch(job, request);
        } else {
            ended(job, asUnknownIfRunning(generation));
        }
    });
}

void GenerationJobs::launch(GenerationJob *job, const Request &request)
{
    const bool hadToWait = !job->waiting.isEmpty() || job->abandoned;
    if (hadToWait && std::none_of(job->waiting.begin(), job->waiting.end(), [](const auto &it) {
            return it && !it->isAnswered();
        })) {
        return forget(job); // nobody wants it any more, and nothing was sent
    }
    nameGeneration(job,
                   m_engine.generate(
                       request, originOf(job->identity), this,
                       [this, job](const Generation &generation) { ended(job, generation); },
                       [this, job](const Progress &progress) { progressed(*job, progress); }));
}

void GenerationJobs::nameGeneration(GenerationJob *job, const QString &generation)
{
    job->generation = generation;
    for (const QPointer<Exchange> &exchange : std::as_const(job->waiting)) {
        if (exchange) {
            exchange->setGeneration(generation);
        }
    }
}

void GenerationJobs::forget(GenerationJob *job)
{
    std::erase_if(m_jobs, [job](const auto &other) { return other.get() == job; });
}

void GenerationJobs::join(GenerationJob &job, Exchange *exchange)
{
    exchange->setGeneration(job.generation);
    if (job.outcome) {
        return deliver(job, exchange);
    }
    job.grace.stop();
    job.waiting.append(exchange);
    connect(exchange, &Exchange::abandoned, this, [this, at = &job, exchange] {
        at->waiting.removeOne(exchange);
        left(at);
    });
}

void GenerationJobs::left(GenerationJob *job)
{
    if (!job->waiting.isEmpty() || job->outcome) {
        return;
    }
    job->abandoned = job->generation.isEmpty(); // it is not even known yet whether there is one
    if (job->identity.mayComeBack && m_grace.count() > 0 && mayGoOnAlone(*job)) {
        job->grace.start(m_grace);
    } else {
        m_engine.cancel(job->generation);
    }
}

void GenerationJobs::progressed(const GenerationJob &job, const Progress &progress)
{
    if (progress.preview.isEmpty()) {
        return;
    }
    for (const QPointer<Exchange> &exchange : job.waiting) {
        if (StreamedAnswer *answer = exchange ? StreamedAnswer::of(*exchange) : nullptr) {
            answer->preview(progress.preview);
        }
    }
}

void GenerationJobs::give(Exchange *exchange, const GatewayResponse &response)
{
    if (StreamedAnswer *answer = StreamedAnswer::of(*exchange)) {
        answer->finish(response);
    } else {
        m_respond(exchange, response);
    }
}

bool GenerationJobs::mayGoOnAlone(const GenerationJob &job) const
{
    const auto isAlone = [](const auto &other) { return other->grace.isActive(); };
    const auto alone = std::count_if(m_jobs.begin(), m_jobs.end(), isAlone);
    const QString &client = job.identity.client;
    const auto own = std::count_if(m_jobs.begin(), m_jobs.end(), [&](const auto &other) {
        return isAlone(other) && !client.isEmpty() && other->identity.client == client;
    });
    return own + alone < m_most.withoutWaiters;
}

void GenerationJobs::ended(GenerationJob *job, const Generation &generation)
{
    job->grace.stop();
    job->endedAt = QDateTime::currentDateTimeUtc();
    job->body.reset();
    job->outcome = generation;
    // Only what the answer needs is kept.
    job->outcome->request.images.clear();
    job->outcome->request.mask.reset();
    if (job->outcome->plan) {
        job->outcome->plan->request = job->outcome->request;
    }
    const QList<QPointer<Exchange>> waiting = std::exchange(job->waiting, {});
    for (const QPointer<Exchange> &exchange : waiting) {
        if (!exchange) {
            continue;
        }
        exchange->disconnect(this);
        deliver(*job, exchange);
    }
    forgetOld();
}

void GenerationJobs::deliver(GenerationJob &job, Exchange *exchange)
{
    const QString base = u"http://"_s + QString::fromLatin1(exchange->request().header("Host")) + u"/v1/files/"_s;
    const QList<Picture> &pictures = job.outcome->pictures;
    const bool hasBytes = job.call.asBase64
        || std::any_of(pictures.begin(), pictures.end(), [](const Picture &it) { return !it.content.isEmpty(); });
    if (!hasBytes || job.outcome->status != GenerationStatus::Completed) {
        job.delivered = true;
        return give(
            exchange,
            answerFor(*job.outcome, {false, job.call.streams, job.call.kind}, base, m_links, exchange->client()));
    }
    const QPointer<Exchange> guard = exchange;
    const auto answering = QtConcurrent::run(
        [generation = *job.outcome, form = AnswerForm {job.call.asBase64, job.call.streams, job.call.kind}, base,
         links = m_links,
         client = exchange->client()] { return std::optional(answerFor(generation, form, base, links, client)); });
    whenDone(answering, this, [this, guard, id = job.generation](const std::optional<GatewayResponse> &response) {
        if (!guard) {
            return; // it may come back for it
        }
        if (!response) {
            return give(guard, openai::errorAnswer(givenUp()));
        }
        for (const auto &other : m_jobs) {
            other->delivered = other->delivered || other->generation == id;
        }
        give(guard, *response);
    });
}

void GenerationJobs::forgetOld()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    std::size_t kept = 0;
    qint64 bytes = 0;
    // From the newest, so that the limit takes the oldest.
    for (auto job = m_jobs.rbegin(); job != m_jobs.rend(); ++job) {
        if (!(*job)->outcome) {
            continue;
        }
        const qint64 age = (*job)->endedAt.secsTo(now);
        const bool keyed = !(*job)->identity.keyHash.isEmpty();
        // A refusal that cost nothing may be tried again with the same key.
        const bool free = (*job)->delivered && (*job)->outcome->endedForFree();
        const bool useful = keyed ? !free && age < keyedSeconds
                                  : !(*job)->delivered && (*job)->identity.mayComeBack && age < undeliveredSeconds;
        for (const Picture &picture : std::as_const((*job)->outcome->pictures)) {
            bytes += picture.content.size();
        }
        if (!useful || ++kept > maxKept || ((*job)->delivered && bytes > m_most.bytesKept)) {
            job->reset();
        }
    }
    std::erase(m_jobs, nullptr);
}

void GenerationJobs::cancelAll()
{
    for (const auto &job : m_jobs) {
        if (job->outcome) {
            continue;
        }
        if (job->generation.isEmpty()) { // nothing was begun, and nothing shall be
            job->waiting.clear();
            job->abandoned = true;
        }
        m_engine.cancel(job->generation);
    }
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sketchbook/adapter/studio.h"

#include "providers/sketchbook/adapter/commission.h"
#include "providers/sketchbook/adapter/encode.h"
#include "providers/sketchbook/adapter/houserules.h"
#include "providers/sketchbook/art/dice.h"
#include "providers/sketchbook/painting.h"

#include <QJsonDocument>
#include <QPromise>
#include <QThreadPool>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;
using namespace sketchbook;

namespace {

HttpResponse answer(int status, const QJsonObject &body)
{
    HttpResponse response;
    response.status = status;
    response.headers = {{"Content-Type", "application/json"}};
    response.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return response;
}

HttpResponse refuse(const Refusal &refusal)
{
    QJsonObject error {{u"code"_s, refusal.code}, {u"message"_s, refusal.message}};
    if (!refusal.param.isEmpty()) {
        error.insert(u"param"_s, refusal.param);
    }
    HttpResponse response = answer(refusal.status, {{u"error"_s, error}});
    if (refusal.status == 429) {
        response.headers.append(HttpHeader {"Retry-After", "1"});
    }
    return response;
}

QFuture<HttpResponse> now(const HttpResponse &response)
{
    QPromise<HttpResponse> promise;
    promise.start();
    promise.addResult(response);
    promise.finish();
    return promise.future();
}

HttpResponse painted(const Commission &job)
{
    return job.hasPictures() && !job.work.result().isEmpty()
        ? answer(200, job.describe(job.order.style == Style::Pattern))
        : refuse({500, u"failed"_s, u"The painting could not be finished."_s, {}});
}

/// Runs on a thread of the studio.
void carryOut(QPromise<QList<QByteArray>> &promise, const Order &order, const QList<quint64> &seeds)
{
    promise.setProgressRange(0, 100);
    QList<QByteArray> files;
    for (const quint64 seed : seeds) {
        const auto tick = [&](double fraction) {
            const double done = (double(files.size()) + fraction) / double(seeds.size());
            promise.setProgressValue(1 + static_cast<int>(done * 94));
            return !promise.isCanceled();
        };
        const QImage image = paint(order, seed, tick);
        if (image.isNull() || promise.isCanceled()) {
            break;
        }
        const QByteArray file = encodePicture(image, order.format, order.compression);
        if (file.isEmpty()) {
            break;
        }
        files.append(file);
    }
    promise.addResult(files.size() == seeds.size() ? files : QList<QByteArray>());
}

} // namespace

class Studio::Private
{
public:
    explicit Private(const StudioLimits &chosen)
        : limits(chosen)
    {
        // One core stays free, so that the window keeps its pace while pictures are painted.
        pool.setMaxThreadCount(std::clamp(QThread::idealThreadCount() - 1, 1, 4));
    }

    QFuture<HttpResponse> commission(const HttpRequest &request);
    HttpResponse painting(const HttpRequest &request, const QString &id);
    HttpResponse picture(const QString &name) const;
    using Reply = std::shared_ptr<QPromise<HttpResponse>>;
    Commission begin(const Order &order, const Reply &reply);
    quint64 anySeed();
    void tidy();
    HttpResponse withPause(const Commission &job, int status) const;

    StudioLimits limits;
    QThreadPool pool;
    QList<Commission> jobs; // oldest first
    quint64 counter = 0;
};

quint64 Studio::Private::anySeed()
{
    // Nobody asked for a certain picture: any number will do, as long as it differs from the last.
    const auto ticks = static_cast<quint64>(std::chrono::steady_clock::now().time_since_epoch().count());
    return Dice(ticks, counter).next() % 2'147'483'647;
}

/// `reply`, if there is one, waits for the pictures.
Commission Studio::Private::begin(const Order &order, const Reply &reply)
{
    Commission job;
    ++counter;
    job.id =
        QString(u"pt"_s + QString::number(counter, 36) + QString::number(Dice(counter, 0x73747564696fULL).next(), 36));
    job.order = order;
    job.leftOut = wordsLeftOut(order);
    job.notDrawn = wordsNotDrawn(order);
    job.begun = std::chrono::steady_clock::now();
    const quint64 first = order.seed.value_or(anySeed());
    for (int i = 0; i < order.n; ++i) {
        job.seeds.append(first + static_cast<quint64>(i));
    }
    // No QFuture::then() for the reply: cancel() follows the chain to futures that may be gone (Qt 6.4).
    auto work = std::make_shared<QPromise<QList<QByteArray>>>();
    work->start();
    job.work = work->future();
    pool.start([work, job, reply] {
        carryOut(*work, job.order, job.seeds);
        work->finish();
        if (reply) {
            reply->addResult(painted(job));
            reply->finish();
        }
    });
    jobs.append(job);
    return job;
}

void Studio::Private::tidy()
{
    const auto now = std::chrono::steady_clock::now();
    jobs.removeIf([&](const Commission &job) { return job.work.isFinished() && now - job.begun > limits.keptFor; });
    qint64 bytes = 0;
    int finished = 0;
    for (const Commission &job : std::as_const(jobs)) {
        bytes += job.bytes();
        finished += job.work.isFinished() ? 1 : 0;
    }
    for (auto job = jobs.begin(); job != jobs.end() && (bytes > limits.keptBytes || finished > limits.keptPaintings);) {
        if (!job->work.isFinished()) {
            ++job;
            continue;
        }
        bytes -= job->bytes();
        --finished;
        job = jobs.erase(job);
    }
}

HttpResponse Studio::Private::withPause(const Commission &job, int status) const
{
    QJsonObject body = job.describe(false);
    // The painting may end between two looks at it: what was just described decides.
    const QString state = body.value(u"status"_s).toString();
    if (state == u"queued"_s || state == u"painting"_s) {
        body.insert(u"retry_after_ms"_s, static_cast<qint64>(limits.pollAfter.count()));
    }
    return answer(status, body);
}

QFuture<HttpResponse> Studio::Private::commission(const HttpRequest &request)
{
    if (!request.header("Content-Type").startsWith("application/json")) {
        return now(refuse({415, u"invalid_content_type"_s, u"Send application/json."_s, {}}));
    }
    const auto reading = readOrder(request.body);
    if (const auto *refusal = std::get_if<Refusal>(&reading)) {
        return now(refuse(*refusal));
    }
    const auto unfinished =
        std::count_if(jobs.cbegin(), jobs.cend(), [](const Commission &job) { return !job.work.isFinished(); });
    if (unfinished >= limits.waiting) {
        return now(refuse({429, u"busy"_s, u"Too many paintings are waiting. Try again in a moment."_s, {}}));
    }
    const Order &order = std::get<Order>(reading);
    if (order.style == Style::Scene) {
        return now(withPause(begin(order, nullptr), 202));
    }
    const Reply reply = std::make_shared<QPromise<HttpResponse>>();
    reply->start();
    begin(order, reply);
    return reply->future();
}

HttpResponse Studio::Private::painting(const HttpRequest &request, const QString &id)
{
    const auto job = std::find_if(jobs.begin(), jobs.end(), [&id](const Commission &entry) { return entry.id == id; });
    if (job == jobs.end()) {
        return refuse({404, u"unknown_painting"_s, u"There is no such painting."_s, {}});
    }
    if (request.method == "DELETE") {
        if (!job->work.isFinished()) {
            job->work.cancel();
        }
    } else if (request.method != "GET") {
        return refuse({405, u"method_not_allowed"_s, u"Use GET or DELETE."_s, {}});
    }
    return withPause(*job, 200);
}

HttpResponse Studio::Private::picture(const QString &name) const
{
    for (const Commission &job : jobs) {
        for (qsizetype i = 0; job.hasPictures() && i < job.work.result().size(); ++i) {
            if (job.pictureName(i) == name) {
                HttpResponse response;
                response.status = 200;
                response.headers = {{"Content-Type", formatMimeType(job.order.format).toLatin1()}};
                response.body = job.work.result().at(i);
                return response;
            }
        }
    }
    return refuse({404, u"unknown_picture"_s, u"There is no such picture, or it is no longer kept."_s, {}});
}

Studio::Studio(const StudioLimits &limits)
    : d(std::make_unique<Private>(limits))
{
}

Studio::~Studio()
{
    for (Commission &job : d->jobs) {
        job.work.cancel();
    }
    d->pool.clear();
    d->pool.waitForDone();
}

QFuture<HttpResponse> Studio::handle(const HttpRequest &request)
{
    d->tidy();
    const QString path = request.url.path();
    constexpr QLatin1StringView paintings("/v1/paintings");
    constexpr QLatin1StringView pictures("/v1/pictures/");
    if (path == paintings) {
        return request.method == "POST" ? d->commission(request)
                                        : now(refuse({405, u"method_not_allowed"_s, u"Use POST."_s, {}}));
    }
    if (path.startsWith(QString(paintings + u'/'))) {
        return now(d->painting(request, path.mid(paintings.size() + 1)));
    }
    if (path.startsWith(pictures) && request.method == "GET") {
        return now(d->picture(path.mid(pictures.size())));
    }
    if (path == u"/v1/models"_s && request.method == "GET") {
        return now(answer(200, describeModels()));
    }
    return now(refuse({404, u"not_found"_s, u"There is nothing at this address."_s, {}}));
}

int Studio::paintings() const
{
    return static_cast<int>(d->jobs.size());
}

qint64 Studio::keptBytes() const
{
    qint64 sum = 0;
    for (const Commission &job : std::as_const(d->jobs)) {
        sum += job.bytes();
    }
    return sum;
}

} // namespace lightwell

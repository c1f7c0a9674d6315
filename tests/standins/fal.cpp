// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/fal.h"

#include "tests/standins/paint.h"

#include <QJsonDocument>

namespace lightwell::test {

using namespace Qt::StringLiterals;

namespace {

QString idIn(const QString &path)
{
    return path.section("/requests/"_L1, 1).section(u'/', 0, 0);
}

Reply refuse(int status, const QString &detail)
{
    return Reply::json({{u"detail"_s, detail}}, status);
}

QString rootOf(const QString &endpointId)
{
    return endpointId.section(u'/', 0, 1);
}

} // namespace

void FalStandIn::failNextJob(int status, const QJsonObject &body, const QList<HttpHeader> &headers)
{
    m_nextFailure.status = status;
    m_nextFailure.failure = body;
    m_nextFailure.headers = headers;
}

void FalStandIn::failNext(bool refused)
{
    const QJsonObject refusal {{u"loc"_s, QJsonArray {u"body"_s, u"prompt"_s}},
                               {u"msg"_s, u"The content could not be processed"_s},
                               {u"type"_s, u"content_policy_violation"_s}};
    if (refused) {
        failNextJob(422, {{u"detail"_s, QJsonArray {refusal}}});
    } else {
        failNextJob(500, {{u"detail"_s, u"Runner broke"_s}, {u"error_type"_s, u"runner_server_error"_s}});
    }
}

QString FalStandIn::pointOf(const Received &request) const
{
    if (request.path == "/v1/models/pricing"_L1) {
        return u"pricing"_s;
    }
    if (!request.path.contains("/requests/"_L1)) {
        return u"submit"_s;
    }
    const QString last = request.path.section(u'/', -1);
    return last == "status"_L1 || last == "cancel"_L1 ? last : u"result"_s;
}

Reply FalStandIn::answer(const Received &request, const QString &point)
{
    const bool known = request.header("Authorization"_ba) == "Key "_ba + key();
    if (point == "pricing"_L1) {
        return known
            ? pricing(request)
            : Reply::json(
                {{u"error"_s,
                  QJsonObject {{u"type"_s, u"authorization_error"_s}, {u"message"_s, u"Authentication required"_s}}}},
                401);
    }
    if (!known) {
        return refuse(401,
                      request.hasHeader("Authorization"_ba)
                          ? u"No user found for Key ID and Secret"_s
                          : u"Authentication is required to access this application"_s);
    }
    if (point == "submit"_L1) {
        return submit(request);
    }
    const QByteArray method = point == "cancel"_L1 ? "PUT"_ba : "GET"_ba;
    if (request.method != method) {
        return refuse(405, u"Method Not Allowed"_s);
    }
    Job *job = findJob(request.path);
    if (point == "cancel"_L1) {
        return cancel(job);
    }
    if (!job) {
        return refuse(404, u"Request not found"_s);
    }
    return point == "status"_L1 ? status(idIn(request.path), *job) : result(idIn(request.path), *job);
}

FalStandIn::Job *FalStandIn::findJob(const QString &path)
{
    const auto job = m_jobs.find(idIn(path));
    if (job == m_jobs.end() || path.section("/requests/"_L1, 0, 0) != QString(u'/' + rootOf(job->endpoint->id))) {
        return nullptr;
    }
    return &job.value();
}

Reply FalStandIn::submit(const Received &request)
{
    if (request.method != "POST") {
        return refuse(405, u"Method Not Allowed"_s);
    }
    const FalEndpoint *endpoint = FalEndpoint::find(request.path.mid(1));
    if (!endpoint) {
        return refuse(404, u"Application '"_s + request.path.section(u'/', 2, 2) + u"' not found"_s);
    }
    if (m_locked) {
        return refuse(403,
                      u"User is locked. Reason: Exhausted balance. Top up your balance at "
                      "fal.ai/dashboard/billing."_s);
    }
    const QJsonDocument body = QJsonDocument::fromJson(request.body);
    if (!request.header("Content-Type"_ba).startsWith("application/json") || !body.isObject()) {
        return refuse(400, u"Request body is not valid JSON"_s);
    }
    Job job = m_nextFailure;
    m_nextFailure = Job();
    job.endpoint = endpoint;
    job.work = FalWork::read(*endpoint, body.object());
    job.pollsLeft = polls();
    job.dataLinks = body.object().value("sync_mode"_L1).toBool();
    for (const QString &field : std::as_const(job.work.ignored)) {
        complain(endpoint->id + u" does not know the field "_s + field);
    }
    if (job.failure.isEmpty() && !job.work.complaints.isEmpty()) {
        job.status = 422;
        job.failure = {{u"detail"_s, job.work.complaints}};
    }
    if (job.failure.isEmpty()) {
        bill();
    }
    const QString id = nextId(u"7d1e4c00-"_s);
    m_jobs.insert(id, job);
    QJsonObject reply = links(id, job);
    reply.insert("status"_L1, "IN_QUEUE"_L1);
    reply.insert("queue_position"_L1, job.pollsLeft);
    return Reply::json(reply);
}

QJsonObject FalStandIn::links(const QString &id, const Job &job) const
{
    const QString root = server().url(u'/' + rootOf(job.endpoint->id) + u"/requests/"_s + id).toString();
    return {{u"request_id"_s, id},
            {u"response_url"_s, root},
            {u"status_url"_s, QString(root + u"/status"_s)},
            {u"cancel_url"_s, QString(root + u"/cancel"_s)}};
}

Reply FalStandIn::status(const QString &id, Job &job) const
{
    QJsonObject reply = links(id, job);
    if (job.pollsLeft > 0) {
        const bool queued = job.pollsLeft * 2 > polls();
        reply.insert("status"_L1, queued ? "IN_QUEUE"_L1 : "IN_PROGRESS"_L1);
        if (queued) {
            reply.insert("queue_position"_L1, job.pollsLeft - 1);
        } else {
            reply.insert("logs"_L1, QJsonValue::Null);
        }
        --job.pollsLeft;
        return Reply::json(reply, 202);
    }
    reply.insert("status"_L1, "COMPLETED"_L1);
    reply.insert("logs"_L1, QJsonValue::Null);
    reply.insert("metrics"_L1, QJsonObject {{u"inference_time"_s, 1.9}});
    if (!job.failure.isEmpty()) {
        const QJsonValue detail = job.failure.value("detail"_L1);
        reply.insert("error"_L1, detail.isString() ? detail.toString() : u"The request could not be processed"_s);
        reply.insert("error_type"_L1, job.failure.value("error_type"_L1));
    }
    return Reply::json(reply);
}

Reply FalStandIn::result(const QString &id, Job &job)
{
    if (job.pollsLeft > 0) {
        return refuse(400, u"Request is still in progress"_s);
    }
    const bool failed = !job.failure.isEmpty();
    if (!failed && job.result.isEmpty()) {
        job.result = makeResult(job);
    }
    Reply reply = Reply::json(failed ? job.failure : job.result, job.status);
    reply.with("x-fal-request-id"_ba, id.toLatin1());
    if (!failed) {
        reply.with("x-fal-billable-units"_ba, QByteArray::number(job.work.billableUnits(*job.endpoint)));
    }
    reply.headers += job.headers;
    return reply;
}

QJsonObject FalStandIn::makeResult(const Job &job)
{
    QJsonArray images;
    QJsonArray flags;
    for (int i = 0; i < job.work.n; ++i) {
        const QByteArray bytes = paintedPicture(job.work.size, job.work.format, job.work.seed + quint64(i));
        const QString type = formatMimeType(job.work.format);
        const QString link = job.dataLinks
            ? QString(u"data:"_s + type + u";base64,"_s + QString::fromLatin1(bytes.toBase64()))
            : publish(bytes, job.work.format);
        QJsonObject image {{u"url"_s, link}, {u"content_type"_s, type}, {u"file_size"_s, QJsonValue::Null}};
        image.insert("width"_L1, m_single ? QJsonValue() : QJsonValue(job.work.size.width()));
        image.insert("height"_L1, m_single ? QJsonValue() : QJsonValue(job.work.size.height()));
        images.append(image);
        flags.append(m_flags.value(i));
    }
    QJsonObject result {{u"seed"_s, static_cast<qint64>(job.work.seed)},
                        {u"has_nsfw_concepts"_s, flags},
                        {u"timings"_s, QJsonObject {{u"inference"_s, 1.88}}}};
    result.insert(m_single ? "image"_L1 : "images"_L1, m_single ? images.first() : QJsonValue(images));
    m_flags.clear();
    m_single = false;
    return result;
}

Reply FalStandIn::cancel(Job *job)
{
    if (!job) {
        return Reply::json({{u"status"_s, u"NOT_FOUND"_s}}, 404);
    }
    if (job->pollsLeft == 0) {
        return Reply::json({{u"status"_s, u"ALREADY_COMPLETED"_s}}, 400);
    }
    job->pollsLeft = 0;
    job->status = 499;
    job->failure = {{u"detail"_s, u"Request was cancelled by the client"_s}, {u"error_type"_s, u"client_cancelled"_s}};
    return Reply::json({{u"status"_s, u"CANCELLATION_REQUESTED"_s}}, 202);
}

Reply FalStandIn::pricing(const Received &request) const
{
    QJsonArray prices;
    const QStringList ids = request.queryItem(u"endpoint_id"_s).split(u',');
    for (const QString &id : ids) {
        if (const FalEndpoint *endpoint = FalEndpoint::find(id)) {
            prices.append(QJsonObject {{u"endpoint_id"_s, id},
                                       {u"unit_price"_s, 0.025},
                                       {u"unit"_s, endpoint->perMegapixel() ? u"megapixels"_s : u"image"_s},
                                       {u"currency"_s, u"USD"_s}});
        }
    }
    if (prices.isEmpty()) {
        return Reply::json(
            {{u"error"_s,
              QJsonObject {{u"type"_s, u"not_found"_s}, {u"message"_s, u"No pricing for these endpoints"_s}}}},
            404);
    }
    return Reply::json({{u"prices"_s, prices}, {u"next_cursor"_s, QJsonValue::Null}, {u"has_more"_s, false}});
}

} // namespace lightwell::test

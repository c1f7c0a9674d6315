// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/openai/openaijobs.h"

#include "core/gateway/dialects/openai/openaierrors.h"
#include "core/model/boundedjson.h"
#include "core/model/displaytext.h"
#include "core/model/largebuffer.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace lightwell::openai {

using namespace Qt::StringLiterals;

namespace {

using State = JobView::State;

QString stateName(State state)
{
    switch (state) {
    case State::Queued:
        return u"queued"_s;
    case State::Running:
        return u"in_progress"_s;
    case State::Completed:
        return u"completed"_s;
    case State::Failed:
        return u"failed"_s;
    case State::Cancelled:
        return u"cancelled"_s;
    case State::Unknown:
        break;
    }
    return u"unknown"_s;
}

QString stageName(Progress::Stage stage)
{
    switch (stage) {
    case Progress::Stage::Queued:
        return u"queued"_s;
    case Progress::Stage::Sending:
        return u"sending"_s;
    case Progress::Stage::Waiting:
        return u"waiting"_s;
    case Progress::Stage::Downloading:
        return u"downloading"_s;
    case Progress::Stage::Converting:
        break;
    }
    return u"converting"_s;
}

QJsonObject progressOf(const Progress &progress)
{
    QJsonObject object {{u"stage"_s, stageName(progress.stage)}, {u"attempt"_s, progress.attempt}};
    if (progress.fraction) {
        object.insert(u"fraction"_s, *progress.fraction);
    }
    if (progress.queuePosition) {
        object.insert(u"queue_position"_s, *progress.queuePosition);
    }
    return object;
}

QByteArray compact(const QJsonObject &object)
{
    return escapedJson(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

/// The answer goes in as it is: read and written once more, its pictures would lie in memory several times over.
QByteArray textOf(const JobView &job)
{
    const QString self = job.base + u"/jobs/"_s + job.id;
    QJsonObject object {
        {u"id"_s, job.id},
        {u"object"_s, u"job"_s},
        {u"status"_s, stateName(job.state)},
        {u"model"_s, job.model},
        {u"created_at"_s, job.createdAt.toSecsSinceEpoch()},
        {u"completed_at"_s,
         job.endedAt.isValid() ? QJsonValue(job.endedAt.toSecsSinceEpoch()) : QJsonValue(QJsonValue::Null)},
        {u"links"_s,
         QJsonObject {{u"self"_s, self},
                      {u"events"_s, QString(self + u"/events"_s)},
                      {u"cancel"_s, QString(self + u"/cancel"_s)}}}};
    if (job.progress) {
        object.insert(u"progress"_s, progressOf(*job.progress));
    }
    if (!job.answer) {
        return compact(object);
    }
    const bool isWhole = job.answer->status == 200;
    object.insert(u"result_status"_s, job.answer->status);
    if (!isWhole) {
        const Result<QJsonObject> body = readJsonObject(job.answer->body, jsonlimits::own);
        object.insert(u"error"_s, body ? body->value("error"_L1) : QJsonValue(QJsonValue::Null));
        return compact(object);
    }
    QByteArray text = compact(object);
    text.chop(1);
    reserveBytes(text, text.size() + job.answer->body.size() + 16);
    return text + ",\"result\":" + job.answer->body + '}';
}

} // namespace

GatewayResponse jobAnswer(const JobView &job)
{
    GatewayResponse response {200, {{"Content-Type", "application/json"}}, textOf(job)};
    addRequestId(response, job.id);
    return response;
}

QByteArray jobEvent(const JobView &job)
{
    return "event: job." + stateName(job.state).toLatin1() + "\ndata: " + textOf(job) + "\n\n";
}

QByteArray webhookBody(const JobView &job)
{
    const QString state = stateName(job.state);
    return compact({{u"id"_s, QString(u"evt_"_s + job.id)},
                    {u"object"_s, u"event"_s},
                    {u"type"_s, QString(u"job."_s + state)},
                    {u"created_at"_s, job.endedAt.toSecsSinceEpoch()},
                    {u"data"_s,
                     QJsonObject {{u"id"_s, job.id},
                                  {u"object"_s, u"job"_s},
                                  {u"status"_s, state},
                                  {u"created_at"_s, job.createdAt.toSecsSinceEpoch()},
                                  {u"completed_at"_s, job.endedAt.toSecsSinceEpoch()}}}});
}

} // namespace lightwell::openai

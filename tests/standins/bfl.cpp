// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/bfl.h"

#include "tests/standins/paint.h"

#include <QJsonDocument>

#include <cmath>

namespace lightwell::test {

using namespace Qt::StringLiterals;

namespace {

const QString kCluster = QStringLiteral("/eu2");

Reply refuse(int status, const QJsonValue &detail)
{
    return Reply::json({{u"detail"_s, detail}}, status);
}

double twoDecimals(double value)
{
    return std::round(value * 100) / 100;
}

} // namespace

void BflStandIn::endNextTask(const QString &status, const QJsonObject &details)
{
    m_nextEnding = status;
    m_nextDetails = details;
}

QString BflStandIn::pointOf(const Received &request) const
{
    if (request.path.endsWith("/get_result"_L1)) {
        return u"status"_s;
    }
    return request.path == "/v1/credits"_L1 ? u"credits"_s : u"submit"_s;
}

Reply BflStandIn::answer(const Received &request, const QString &point)
{
    if (request.header("x-key"_ba) != key()) {
        return refuse(403, u"Not authenticated - Invalid Authentication"_s);
    }
    const QByteArray method = point == "submit"_L1 ? "POST"_ba : "GET"_ba;
    if (request.method != method) {
        return refuse(405, u"Method Not Allowed"_s);
    }
    if (point == "credits"_L1) {
        return Reply::json({{u"credits"_s, m_credits}});
    }
    return point == "status"_L1 ? status(request) : submit(request);
}

Reply BflStandIn::submit(const Received &request)
{
    const BflModel *model = BflModel::find(request.path.mid(4));
    if (!model || !request.path.startsWith("/v1/"_L1)) {
        return refuse(404, u"Not Found"_s);
    }
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    if (!request.header("Content-Type"_ba).startsWith("application/json") || !document.isObject()) {
        return refuse(422,
                      QJsonArray {QJsonObject {{u"loc"_s, QJsonArray {u"body"_s}},
                                               {u"msg"_s, u"JSON decode error"_s},
                                               {u"type"_s, u"json_invalid"_s}}});
    }
    Task task;
    task.work = BflWork::read(*model, document.object());
    if (!task.work.complaints.isEmpty()) {
        return refuse(422, task.work.complaints);
    }
    const double cost = task.work.credits(*model);
    if (m_credits < cost) {
        return refuse(402, u"Insufficient credits. Add credits to your account to continue."_s);
    }
    for (const QString &field : std::as_const(task.work.ignored)) {
        complain(model->id + u" does not know the field "_s + field);
    }
    task.prompt = document.object().value("prompt"_L1).toString();
    task.pollsLeft = polls();
    task.ending = std::exchange(m_nextEnding, {});
    task.details = std::exchange(m_nextDetails, {});
    task.lost = std::exchange(m_nextLost, 0);
    m_credits -= cost;
    bill();
    const QString id = nextId(u"9f0c"_s);
    m_tasks.insert(id, task);
    return Reply::json({{u"id"_s, id},
                        {u"polling_url"_s, server().url(kCluster + u"/v1/get_result?id="_s + id).toString()},
                        {u"cost"_s, cost},
                        {u"input_mp"_s, twoDecimals(task.work.inputMegapixels())},
                        {u"output_mp"_s, twoDecimals(task.work.megapixels())}});
}

Reply BflStandIn::status(const Received &request)
{
    const QString id = request.queryItem(u"id"_s);
    const auto task = m_tasks.find(id);
    QJsonObject told {{u"id"_s, id}, {u"result"_s, QJsonValue::Null}, {u"progress"_s, QJsonValue::Null}};
    if (task == m_tasks.end() || !request.path.startsWith(kCluster) || task->lost > 0) {
        if (task != m_tasks.end() && task->lost > 0) {
            --task->lost;
        }
        told.insert("status"_L1, "Task not found"_L1);
        return Reply::json(told);
    }
    if (task->pollsLeft > 0) {
        told.insert("status"_L1, "Pending"_L1);
        told.insert("progress"_L1, twoDecimals(1.0 - double(task->pollsLeft) / (polls() + 1)));
        --task->pollsLeft;
        return Reply::json(told);
    }
    if (!task->ending.isEmpty()) {
        told.insert("status"_L1, task->ending);
        told.insert("details"_L1, task->details);
        return Reply::json(told);
    }
    if (task->sample.isEmpty()) {
        const BflWork &work = task->work;
        task->sample = publish(paintedPicture(work.size, work.format, static_cast<quint64>(work.seed)), work.format,
                               u"?se=2026-01-02T03%3A14%3A05Z&sig=ab%2Bcd"_s);
    }
    told.insert("status"_L1, "Ready"_L1);
    told.insert("result"_L1,
                QJsonObject {{u"sample"_s, task->sample},
                             {u"prompt"_s, task->prompt},
                             {u"seed"_s, task->work.seed},
                             {u"start_time"_s, 1767.0},
                             {u"end_time"_s, 1771.2},
                             {u"duration"_s, 4.2}});
    return Reply::json(told);
}

} // namespace lightwell::test

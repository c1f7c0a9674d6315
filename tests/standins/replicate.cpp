// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/replicate.h"

#include "tests/standins/paint.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace lightwell::test {

using namespace Qt::StringLiterals;

namespace {

Reply problem(int status, const QString &title, const QString &detail)
{
    QJsonObject body {{u"detail"_s, detail}, {u"status"_s, status}};
    if (!title.isEmpty()) {
        body.insert("title"_L1, title);
    }
    return Reply::json(body, status).with("Content-Type"_ba, "application/problem+json"_ba);
}

QString idIn(const QString &path)
{
    return path.section(u'/', 3, 3);
}

const QDateTime &created()
{
    static const QDateTime moment = QDateTime::fromString(u"2026-01-02T03:04:05.000Z"_s, Qt::ISODateWithMs);
    return moment;
}

/// "wait" (a minute) and "wait=1" to "wait=60"; 0 without the header.
std::optional<int> secondsToWait(const Received &request)
{
    static const QRegularExpression pattern(u"^wait(?:=([1-9]|[1-5][0-9]|60))?$"_s);
    if (!request.hasHeader("Prefer"_ba)) {
        return 0;
    }
    const auto match = pattern.match(QString::fromLatin1(request.header("Prefer"_ba)));
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    return match.captured(1).isEmpty() ? 60 : match.captured(1).toInt();
}

/// "90", "30s", "5m", "1h30m45s" in seconds; nothing where that cannot be read or is too little.
std::optional<int> secondsToLive(const QByteArray &text)
{
    static const QRegularExpression pattern(u"^(?=.)(?:(\\d{1,4})h)?(?:(\\d{1,6})m)?(?:(\\d{1,8})s?)?$"_s);
    const auto match = pattern.match(QString::fromLatin1(text));
    const int seconds = match.captured(1).toInt() * 3600 + match.captured(2).toInt() * 60 + match.captured(3).toInt();
    constexpr int least = 5;
    return match.hasMatch() && seconds >= least ? std::optional(seconds) : std::nullopt;
}

} // namespace

void ReplicateStandIn::failNextRun(const QString &error, const QString &status)
{
    m_nextError = error;
    m_nextEnding = status;
}

void ReplicateStandIn::removeData()
{
    for (Run &run : m_runs) {
        run.removed = true;
    }
    expireResults(404);
}

QString ReplicateStandIn::pointOf(const Received &request) const
{
    if (request.path == "/v1/account"_L1) {
        return u"account"_s;
    }
    if (request.path.endsWith("/predictions"_L1)) {
        return u"submit"_s;
    }
    if (request.path.startsWith("/v1/models/"_L1)) {
        return u"model"_s;
    }
    return request.path.endsWith("/cancel"_L1) ? u"cancel"_s : u"status"_s;
}

Reply ReplicateStandIn::answer(const Received &request, const QString &point)
{
    const QByteArray authorization = request.header("Authorization"_ba);
    if (authorization != "Bearer "_ba + key() && authorization != "Token "_ba + key()) {
        return problem(401, u"Unauthenticated"_s, u"You did not pass a valid authentication token"_s);
    }
    if (point == "submit"_L1) {
        return create(request);
    }
    const QByteArray method = point == "cancel"_L1 ? "POST"_ba : "GET"_ba;
    if (request.method != method) {
        return problem(405, u"Method Not Allowed"_s, u"Method not allowed"_s);
    }
    if (point == "account"_L1) {
        return Reply::json({{u"type"_s, u"user"_s}, {u"username"_s, u"standin"_s}, {u"name"_s, u"Stand In"_s}});
    }
    if (point == "model"_L1) {
        return aboutModel(request.path.mid(11));
    }
    const auto run = m_runs.find(idIn(request.path));
    if (run == m_runs.end() || !request.path.startsWith("/v1/predictions/"_L1)) {
        return problem(404, {}, u"Prediction not found"_s);
    }
    if (point == "cancel"_L1 && run->ending.isEmpty() && run->pollsLeft > 0) {
        run->ending = u"canceled"_s;
        run->pollsLeft = 0;
    }
    const QJsonObject told = describe(run.key(), run.value());
    if (point == "status"_L1 && run->pollsLeft > 0) {
        --run->pollsLeft;
    }
    return Reply::json(told);
}

Reply ReplicateStandIn::create(const Received &request)
{
    if (request.method != "POST") {
        return problem(405, u"Method Not Allowed"_s, u"Method not allowed"_s);
    }
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    if (!request.header("Content-Type"_ba).startsWith("application/json") || !document.isObject()) {
        return problem(400, u"Bad request"_s, u"The request body is not valid JSON"_s);
    }
    const QJsonObject body = document.object();
    const bool byVersion = request.path == "/v1/predictions"_L1;
    QStringList known {u"input"_s, u"webhook"_s, u"webhook_events_filter"_s, u"stream"_s};
    if (byVersion) {
        known += u"version"_s;
    }
    const QStringList given = body.keys();
    for (const QString &field : given) {
        if (!known.contains(field)) {
            return problem(422, u"Input validation failed"_s,
                           u"- Additional property "_s + field + u" is not allowed\n"_s);
        }
    }
    if (byVersion) {
        const ReplicateModel *model = ReplicateModel::findVersion(body.value("version"_L1).toString());
        return model
            ? start(request, *model, body)
            : problem(422, u"Invalid version or not permitted"_s,
                      u"The specified version does not exist (or perhaps you don't have permission to use it?)"_s);
    }
    const ReplicateModel *model = ReplicateModel::find(request.path.mid(11).chopped(12));
    return model && model->official ? start(request, *model, body)
                                    : problem(404, {}, u"The requested resource could not be found."_s);
}

Reply ReplicateStandIn::start(const Received &request, const ReplicateModel &model, const QJsonObject &body)
{
    if (m_empty) {
        return problem(402, u"Insufficient credit"_s,
                       u"You have insufficient credit to run this model. Go to the billing page to add some."_s);
    }
    Run run;
    run.model = &model;
    run.input = body.value("input"_L1).toObject();
    run.work = ReplicateWork::read(model, run.input);
    if (!run.work.complaints.isEmpty()) {
        return problem(422, u"Input validation failed"_s, u"- "_s + run.work.complaints.join(u"\n- "_s) + u'\n');
    }
    run.ending = std::exchange(m_nextEnding, {});
    run.error = std::exchange(m_nextError, {});
    run.dropped = std::exchange(m_dropPictures, false);
    if (const std::optional<Reply> refusal = readTimes(request, run)) {
        return *refusal;
    }
    if (run.ending != "aborted"_L1) {
        bill();
    }
    const QString id = nextId(u"x1y2z3"_s);
    m_runs.insert(id, run);
    const bool promised = request.hasHeader("Prefer"_ba) && run.pollsLeft > 0;
    return Reply::json(describe(id, m_runs[id]), promised ? 202 : 201);
}

std::optional<Reply> ReplicateStandIn::readTimes(const Received &request, Run &run) const
{
    const std::optional<int> wait = secondsToWait(request);
    if (!wait) {
        return problem(400, u"Bad request"_s, u"The Prefer header is not valid"_s);
    }
    int end = secondsQueued() + secondsRunning();
    if (request.hasHeader("Cancel-After"_ba)) {
        run.deadline = secondsToLive(request.header("Cancel-After"_ba));
        if (!run.deadline) {
            return problem(400, u"Bad request"_s, u"The Cancel-After header is not valid"_s);
        }
        if (*run.deadline < end) {
            end = *run.deadline;
            run.ending = end < secondsQueued() ? u"aborted"_s : u"canceled"_s;
        }
    }
    const bool ended = *wait > 0 && end <= *wait;
    run.pollsLeft = ended ? 0 : std::max(polls(), *wait > 0 ? 1 : 0);
    return std::nullopt;
}

Reply ReplicateStandIn::aboutModel(const QString &path) const
{
    const ReplicateModel *model = ReplicateModel::find(path);
    if (!model) {
        return problem(404, {}, u"The requested resource could not be found."_s);
    }
    return Reply::json({{u"owner"_s, path.section(u'/', 0, 0)},
                        {u"name"_s, path.section(u'/', 1)},
                        {u"latest_version"_s, QJsonObject {{u"id"_s, model->version()}}}});
}

QString ReplicateStandIn::statusOf(const Run &run) const
{
    if (run.pollsLeft > 0 && run.ending == "aborted"_L1) {
        return u"starting"_s; // it never comes to work
    }
    if (run.pollsLeft > 0) {
        return run.pollsLeft * 2 > polls() ? u"starting"_s : u"processing"_s;
    }
    return run.ending.isEmpty() ? u"succeeded"_s : run.ending;
}

QJsonObject ReplicateStandIn::describe(const QString &id, Run &run)
{
    const QString status = statusOf(run);
    const bool succeeded = status == "succeeded"_L1;
    if (succeeded && run.output.isNull()) {
        run.output = makeOutput(run);
    }
    const QString root = server().url(u"/v1/predictions/"_s + id).toString();
    QJsonObject told {{u"id"_s, id},
                      {u"model"_s, run.model->path},
                      {u"version"_s, run.model->official ? u"hidden"_s : run.model->version()},
                      {u"status"_s, status},
                      {u"input"_s, run.removed ? QJsonObject() : run.input},
                      {u"output"_s, succeeded && !run.removed ? run.output : QJsonValue()},
                      {u"data_removed"_s, run.removed},
                      {u"error"_s, run.error.isEmpty() || run.pollsLeft > 0 ? QJsonValue() : QJsonValue(run.error)},
                      {u"source"_s, u"api"_s},
                      {u"created_at"_s, created().toString(Qt::ISODateWithMs)},
                      {u"urls"_s,
                       QJsonObject {{u"get"_s, root},
                                    {u"cancel"_s, QString(root + u"/cancel"_s)},
                                    {u"web"_s, QString(u"https://replicate.com/p/"_s + id)}}}};
    if (run.deadline) {
        told.insert("deadline"_L1, created().addSecs(*run.deadline).toString(Qt::ISODateWithMs));
    }
    if (run.pollsLeft == 0 && status != "aborted"_L1) {
        told.insert("logs"_L1,
                    run.dropped ? u"NSFW content detected in all images"_s
                                : QString(u"Using seed: "_s + QString::number(run.work.seed) + u'\n'));
        told.insert("metrics"_L1, QJsonObject {{u"predict_time"_s, 0.61}, {u"total_time"_s, 0.64}});
    }
    return told;
}

QJsonValue ReplicateStandIn::makeOutput(const Run &run)
{
    QJsonArray links;
    for (int i = 0; i < run.work.n && !run.dropped; ++i) {
        const QByteArray picture = run.work.format == ImageFormat::Svg
            ? paintedDrawing(run.work.size)
            : paintedPicture(run.work.size, run.work.format, run.work.seed + quint64(i));
        links.append(publish(picture, run.work.format));
    }
    switch (run.model->output) {
    case ReplicateModel::Output::Text:
        return links.isEmpty() ? QJsonValue(QString()) : links.first();
    case ReplicateModel::Output::Object:
        return QJsonObject {{u"picture"_s, links.first()}, {u"notes"_s, u"one layer"_s}};
    case ReplicateModel::Output::List:
        break;
    }
    return links;
}

} // namespace lightwell::test

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/comfyui.h"

#include "tests/standins/comfyuinodes.h"
#include "tests/standins/paint.h"

#include <QImage>
#include <QJsonArray>
#include <QtEndian>
#include <QUrlQuery>

namespace lightwell::test {

using namespace Qt::StringLiterals;

namespace {

Reply nothing(int status = 200)
{
    return Reply::bytes({}, "text/plain"_ba, status);
}

/// What the graph makes of the pictures that were sent up, by their names.
QSize sizeOf(const QJsonObject &graph, const QHash<QString, QByteArray> &uploads)
{
    constexpr int factor = 4; // of the one upscaler there is
    QSize size(512, 512);
    bool isEnlarged = false;
    for (const QJsonValue &node : graph) {
        isEnlarged = isEnlarged || node["class_type"_L1] == "ImageUpscaleWithModel"_L1;
    }
    for (const QJsonValue &node : graph) {
        if (isEnlarged && node["class_type"_L1] == "LoadImage"_L1) {
            return QImage::fromData(uploads.value(node["inputs"_L1]["image"_L1].toString())).size() * factor;
        }
    }
    for (const QJsonValue &node : graph) {
        const QJsonValue inputs = node["inputs"_L1];
        if (inputs["width"_L1].isDouble()) {
            size = QSize(inputs["width"_L1].toInt() / 8 * 8, inputs["height"_L1].toInt() / 8 * 8);
        }
    }
    return size;
}

QByteArray number(quint32 value)
{
    QByteArray bytes(sizeof value, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

} // namespace

ComfyUiStandIn::ComfyUiStandIn()
    : m_sockets(server().port())
{
}

void ComfyUiStandIn::tellStep(int step, int steps)
{
    constexpr quint32 isSketch = 1;
    constexpr quint32 isPng = 2;
    if (QUrlQuery(m_sockets.opened().value(m_sockets.opened().size() - 1)).queryItemValue(u"clientId"_s) != m_client) {
        complain(u"somebody listens for the job of another client"_s);
        return;
    }
    m_sockets.say("status", {{u"status"_s, QJsonObject {{u"exec_info"_s, QJsonObject {{u"queue_remaining"_s, 1}}}}}});
    m_sockets.say("progress",
                  {{u"value"_s, step}, {u"max"_s, steps}, {u"prompt_id"_s, m_lastJob}, {u"node"_s, u"5"_s}});
    const QByteArray picture = paintedPicture({8, 8}, ImageFormat::Png, static_cast<quint64>(step));
    m_sockets.sayBytes(number(isSketch) + number(isPng) + picture);
}

void ComfyUiStandIn::finishJob()
{
    m_jobs[m_lastJob].pollsLeft = 0;
    m_sockets.say("executing", {{u"node"_s, QJsonValue::Null}, {u"prompt_id"_s, m_lastJob}});
}

QString ComfyUiStandIn::pointOf(const Received &request) const
{
    const QString first = request.path.section(u'/', 1, 1);
    if (first == "queue"_L1 && request.method == "POST"_ba) {
        return u"delete"_s;
    }
    const QHash<QString, QString> points {
        {u"prompt"_s, u"submit"_s}, {u"history"_s, u"status"_s}, {u"view"_s, u"download"_s}};
    return points.value(first, first);
}

Reply ComfyUiStandIn::answer(const Received &request, const QString &point)
{
    const bool posted = request.method == "POST"_ba;
    if (request.hasHeader("Origin"_ba)) {
        return nothing(403);
    }
    if (point == "system_stats"_L1) {
        return Reply::json(
            {{u"system"_s, QJsonObject {{u"comfyui_version"_s, u"0.3.76"_s}}}, {u"devices"_s, QJsonArray()}});
    }
    if (point == "object_info"_L1) {
        return Reply::json(comfyUiSchema(request.path.section(u'/', 2, 2)));
    }
    if (point == "upload"_L1 && posted) {
        return upload(request);
    }
    if (point == "submit"_L1 && posted) {
        return order(request.json());
    }
    if (point == "delete"_L1 || (point == "interrupt"_L1 && posted)) {
        return stop(request.json(), point == "interrupt"_L1);
    }
    if (point == "status"_L1) {
        return history(request.path.section(u'/', 2, 2));
    }
    if (point == "queue"_L1) {
        return queue();
    }
    return point == "download"_L1 ? view(request) : nothing(404);
}

Reply ComfyUiStandIn::upload(const Received &request)
{
    const QList<FormPart> form = formParts(request);
    for (const FormPart &part : form) {
        if (part.name == "image"_L1 && !part.fileName.isEmpty()) {
            m_uploads.insert(part.fileName, part.body);
            return Reply::json({{u"name"_s, part.fileName}, {u"subfolder"_s, QString()}, {u"type"_s, u"input"_s}});
        }
    }
    return nothing(400);
}

Reply ComfyUiStandIn::order(const QJsonObject &body)
{
    const QJsonObject graph = body.value("prompt"_L1).toObject();
    if (graph.isEmpty()) {
        return Reply::json({{u"error"_s, QJsonObject {{u"type"_s, u"no_prompt"_s}, {u"message"_s, u"No prompt"_s}}},
                            {u"node_errors"_s, QJsonObject()}},
                           400);
    }
    if (const std::optional<QJsonObject> fault = comfyUiGraphFault(graph, m_uploads.keys())) {
        return Reply::json(*fault, 400);
    }
    bill();
    m_graph = graph;
    m_cached += m_painted.contains(graph) ? 1 : 0;
    m_painted.append(graph);
    const QString id = nextId(u"6f0c1c0e-2f55-4f0b-9f43-"_s);
    const auto number = static_cast<int>(m_painted.size());
    m_client = body.value("client_id"_L1).toString();
    m_lastJob = id;
    m_jobs.insert(id, {graph, std::exchange(m_nextFailure, {}), polls(), number});
    return Reply::json({{u"prompt_id"_s, id}, {u"number"_s, number}, {u"node_errors"_s, QJsonObject()}});
}

Reply ComfyUiStandIn::history(const QString &id)
{
    const auto job = m_jobs.find(id);
    if (job == m_jobs.end() || job->pollsLeft-- > 0) {
        return Reply::json({});
    }
    QJsonObject entry;
    if (job->failure.isEmpty()) {
        const QString file = u"lightwell %1_.png"_s.arg(job->number, 5, 10, QChar(u'0'));
        const auto seed = static_cast<quint64>(job->graph.value("5"_L1)["inputs"_L1]["seed"_L1].toInteger());
        m_results.insert(file, paintedPicture(sizeOf(job->graph, m_uploads), ImageFormat::Png, seed));
        const QJsonObject image {{u"filename"_s, file}, {u"subfolder"_s, QString()}, {u"type"_s, u"output"_s}};
        entry = {{u"outputs"_s, QJsonObject {{u"7"_s, QJsonObject {{u"images"_s, QJsonArray {image}}}}}},
                 {u"status"_s, QJsonObject {{u"status_str"_s, u"success"_s}, {u"completed"_s, true}}}};
    } else {
        const bool stopped = job->failure == "interrupted"_L1;
        const QJsonObject what {{u"node_id"_s, u"5"_s},
                                {u"node_type"_s, u"KSampler"_s},
                                {u"exception_type"_s, job->failure},
                                {u"exception_message"_s, u"Allocation failed"_s}};
        const QJsonArray message {stopped ? u"execution_interrupted"_s : u"execution_error"_s, what};
        entry = {{u"outputs"_s, QJsonObject()},
                 {u"status"_s,
                  QJsonObject {{u"status_str"_s, u"error"_s},
                               {u"completed"_s, false},
                               {u"messages"_s, QJsonArray {QJsonValue(message)}}}}};
    }
    return Reply::json({{id, entry}});
}

Reply ComfyUiStandIn::queue() const
{
    QJsonArray running;
    QJsonArray pending;
    for (auto job = m_jobs.begin(); job != m_jobs.end(); ++job) {
        const QJsonArray entry {job->number, job.key(), QJsonObject(), QJsonObject(), QJsonArray()};
        if (job->pollsLeft > 1) {
            pending.append(entry);
        } else if (job->pollsLeft >= 0) {
            running.append(entry);
        }
    }
    return Reply::json({{u"queue_running"_s, running}, {u"queue_pending"_s, pending}});
}

Reply ComfyUiStandIn::view(const Received &request)
{
    const auto file = m_results.constFind(request.queryItem(u"filename"_s));
    return deliver(request, file == m_results.constEnd() ? nullptr : &*file, "image/png"_ba);
}

/// Neither tells whether there was anything to stop.
Reply ComfyUiStandIn::stop(const QJsonObject &body, bool running)
{
    const QString id = running ? body.value("prompt_id"_L1).toString() : body.value("delete"_L1)[0].toString();
    const auto job = m_jobs.find(id);
    if (job != m_jobs.end() && (job->pollsLeft > 1) != running) {
        if (running) {
            job->failure = u"interrupted"_s;
            job->pollsLeft = 0;
        } else {
            m_jobs.erase(job);
        }
    }
    return nothing();
}

} // namespace lightwell::test

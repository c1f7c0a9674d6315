// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/sizerule.h"
#include "tests/standins/luma.h"
#include "tests/standins/paint.h"
#include "tests/standins/vendorinputs.h"

#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>

namespace lightwell::test {

using namespace Qt::StringLiterals;

namespace {

QString picturesFault(const QJsonValue &reference)
{
    const bool byUrl = reference["url"_L1].isString();
    const bool byData = reference["data"_L1].isString();
    if (byUrl == byData) {
        return u"Provide exactly one of url, data or generation_id"_s;
    }
    if (byUrl) {
        return reference["url"_L1].toString().startsWith("https://"_L1) ? QString() : u"Invalid url"_s;
    }
    const QByteArray bytes = QByteArray::fromBase64(reference["data"_L1].toString().toLatin1());
    const bool isTyped = reference["media_type"_L1].toString().startsWith("image/"_L1);
    return isTyped && !QImage::fromData(bytes).isNull() ? QString() : u"The media could not be read"_s;
}

/// Rules between fields; nothing where all are kept.
QString combinationFault(const QJsonObject &body)
{
    const bool edits = body.value("type"_L1) == "image_edit"_L1;
    const QJsonArray guides = body.value("image_ref"_L1).toArray();
    if (edits != body.contains("source"_L1)) {
        return u"source is required for image_edit, and for it alone"_s;
    }
    if (guides.size() > (edits ? 8 : 9)) {
        return u"Too many entries in image_ref"_s;
    }
    static const QStringList portrait {u"2:3"_s, u"9:16"_s, u"1:2"_s, u"1:3"_s};
    if (body.value("style"_L1) == "manga"_L1 && body.contains("aspect_ratio"_L1)
        && !portrait.contains(body.value("aspect_ratio"_L1).toString())) {
        return u"style manga needs a portrait aspect_ratio"_s;
    }
    QString fault = edits ? picturesFault(body.value("source"_L1)) : QString();
    for (const QJsonValue &guide : guides) {
        fault = fault.isEmpty() ? picturesFault(guide) : fault;
    }
    return fault;
}

} // namespace

Reply LumaStandIn::answerAgents(const Received &request, const QString &point)
{
    if (request.header("Authorization"_ba) != "Bearer "_ba + agentsKey()) {
        return refuse(401, u"Invalid API key"_s);
    }
    if (point == "submit"_L1) {
        return request.method == "POST" ? submitAgents(request) : refuse(405, u"Method Not Allowed"_s);
    }
    if (request.method != "GET") {
        return refuse(405, u"Method Not Allowed"_s);
    }
    if (point == "status"_L1) {
        return statusAgents(request.path.section(u'/', -1));
    }
    return point == "usage"_L1 ? Reply::json({{u"usage"_s, QJsonArray()}}) : refuse(404, u"Not Found"_s);
}

Reply LumaStandIn::submitAgents(const Received &request)
{
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    if (!request.header("Content-Type"_ba).startsWith("application/json") || !document.isObject()) {
        return refuse(400, u"The body is no JSON object"_s);
    }
    const QJsonObject body = document.object();
    const QString model = body.value("model"_L1).toString(u"uni-1"_s);
    const std::optional<VendorInputs> inputs = VendorInputs::find(u"luma"_s, model);
    if (!inputs || model.startsWith("photon"_L1)) {
        return complaints(u"model"_s, u"literal_error"_s, u"Unknown model"_s);
    }
    const QList<VendorInputs::Wrong> faults = inputs->wrongIn(body);
    for (const VendorInputs::Wrong &wrong : faults) {
        if (wrong.kind != VendorInputs::Wrong::Kind::Unknown) {
            const auto [type, text] = VendorInputs::told(wrong, u"literal_error"_s);
            return complaints(wrong.field, type, text);
        }
        complain(model + u" does not know the field "_s + wrong.field);
    }
    if (const QString fault = combinationFault(body); !fault.isEmpty()) {
        return refuse(422, fault);
    }
    if (m_credits <= 0) {
        return refuse(402, u"Insufficient balance"_s);
    }
    bill();
    const QString id = nextId(u"7b1c-"_s);
    const Generation generation {
        body, std::exchange(m_nextFailure, {}), polls(), {}, std::exchange(m_nextCode, QString())};
    m_generations.insert(id, generation);
    return Reply::json(tellAgents(id, generation, u"queued"_s), 201);
}

QJsonObject LumaStandIn::tellAgents(const QString &id, const Generation &generation, const QString &state)
{
    const bool failed = state == "failed"_L1;
    QJsonArray output;
    if (state == "completed"_L1) {
        output.append(QJsonObject {{u"type"_s, u"image"_s}, {u"url"_s, generation.image}});
    }
    const QJsonValue none(QJsonValue::Null);
    return {{u"id"_s, id},
            {u"created_at"_s, u"2026-07-01T00:00:00Z"_s},
            {u"model"_s, generation.request.value("model"_L1)},
            {u"type"_s, generation.request.value("type"_L1)},
            {u"state"_s, state},
            {u"output"_s, output},
            {u"failure_code"_s, failed ? QJsonValue(generation.code) : none},
            {u"failure_reason"_s, failed ? QJsonValue(generation.failure) : none}};
}

Reply LumaStandIn::statusAgents(const QString &id)
{
    const auto found = m_generations.find(id);
    if (found == m_generations.end()) {
        return refuse(404, u"Generation not found"_s);
    }
    Generation &generation = *found;
    if (generation.pollsLeft > 0) {
        --generation.pollsLeft;
        return Reply::json(tellAgents(id, generation, generation.pollsLeft > 0 ? u"queued"_s : u"processing"_s));
    }
    if (!generation.failure.isEmpty()) {
        return Reply::json(tellAgents(id, generation, u"failed"_s));
    }
    if (generation.image.isEmpty()) {
        const QString ratio = generation.request.value("aspect_ratio"_L1).toString(u"3:2"_s);
        const bool isTold = generation.request.contains("aspect_ratio"_L1);
        const QSize like = isTold ? QSize() : sizeLikePictureIn(generation.request, 2048LL * 2048);
        const QSize size =
            like.isValid() ? like : sizeFor(AspectRatio::parse(ratio).value_or(AspectRatio {3, 2}), 2048 * 2048);
        const bool jpeg = generation.request.value("output_format"_L1).toString() == "jpeg"_L1;
        const ImageFormat format = jpeg ? ImageFormat::Jpeg : ImageFormat::Png;
        generation.image = publish(paintedPicture(size, format), format);
    }
    return Reply::json(tellAgents(id, generation, u"completed"_s));
}

} // namespace lightwell::test

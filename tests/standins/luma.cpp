// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/luma.h"

#include "core/model/sizerule.h"
#include "tests/standins/paint.h"
#include "tests/standins/vendorinputs.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace lightwell::test {

using namespace Qt::StringLiterals;

namespace {

const QString root = QStringLiteral("/dream-machine/v1");

/// Every reference is a public address; pictures inside the request are not taken.
QString referenceFault(const QJsonObject &body)
{
    QJsonArray references = body.value("image_ref"_L1).toArray();
    for (const QJsonValue &style : body.value("style_ref"_L1).toArray()) {
        references.append(style);
    }
    if (body.contains("modify_image_ref"_L1)) {
        references.append(body.value("modify_image_ref"_L1));
    }
    for (const QJsonValue &reference : std::as_const(references)) {
        if (!reference["url"_L1].toString().startsWith("https://"_L1)) {
            return u"Invalid image URL"_s;
        }
    }
    return body.value("image_ref"_L1).toArray().size() > 4 ? u"Too many image references"_s : QString();
}

} // namespace

Reply LumaStandIn::refuse(int status, const QString &detail)
{
    return Reply::json({{u"detail"_s, detail}}, status);
}

Reply LumaStandIn::complaints(const QString &field, const QString &type, const QString &text)
{
    return Reply::json(
        {{u"detail"_s,
          QJsonArray {QJsonObject {{u"loc"_s, QJsonArray {u"body"_s, field}}, {u"msg"_s, text}, {u"type"_s, type}}}}},
        422);
}

QString LumaStandIn::pointOf(const Received &request) const
{
    if (request.path == root + u"/generations/image"_s || request.path == "/v1/generations"_L1) {
        return u"submit"_s;
    }
    if (request.path.startsWith("/v1/generations/"_L1)) {
        return u"status"_s;
    }
    if (!request.path.startsWith(root + u"/generations/"_s)) {
        return request.path.section(u'/', -1);
    }
    return request.method == "DELETE" ? u"delete"_s : u"status"_s;
}

Reply LumaStandIn::answer(const Received &request, const QString &point)
{
    if (request.path.startsWith("/v1/"_L1)) {
        return answerAgents(request, point);
    }
    if (request.header("Authorization"_ba) != "Bearer "_ba + key()) {
        return refuse(401, u"Not authenticated"_s);
    }
    const QString id = request.path.section(u'/', -1);
    if (point == "submit"_L1) {
        return request.method == "POST" ? submit(request) : refuse(405, u"Method Not Allowed"_s);
    }
    if (point == "delete"_L1) {
        return m_generations.remove(id) > 0 ? Reply::bytes({}, "application/json"_ba, 204)
                                            : refuse(404, u"Generation not found"_s);
    }
    if (request.method != "GET") {
        return refuse(405, u"Method Not Allowed"_s);
    }
    if (point == "status"_L1) {
        return status(id);
    }
    if (point == "credits"_L1) {
        return Reply::json({{u"credit_balance"_s, m_credits}});
    }
    return point == "ping"_L1 ? Reply::json({{u"message"_s, u"pong"_s}}) : refuse(404, u"Not Found"_s);
}

Reply LumaStandIn::submit(const Received &request)
{
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    if (!request.header("Content-Type"_ba).startsWith("application/json") || !document.isObject()) {
        return complaints(u"body"_s, u"json_invalid"_s, u"JSON decode error"_s);
    }
    const QJsonObject body = document.object();
    const QString model = body.value("model"_L1).toString();
    const std::optional<VendorInputs> inputs = VendorInputs::find(u"luma"_s, model);
    if (!inputs || !model.startsWith("photon"_L1)) {
        return complaints(u"model"_s, u"literal_error"_s, u"Input should be 'photon-1' or 'photon-flash-1'"_s);
    }
    const QList<VendorInputs::Wrong> faults = inputs->wrongIn(body);
    for (const VendorInputs::Wrong &wrong : faults) {
        if (wrong.kind != VendorInputs::Wrong::Kind::Unknown) {
            const auto [type, text] = VendorInputs::told(wrong, u"literal_error"_s);
            return complaints(wrong.field, type, text);
        }
        complain(u"photon does not know the field "_s + wrong.field);
    }
    if (const QString fault = referenceFault(body); !fault.isEmpty()) {
        return refuse(400, fault);
    }
    if (m_credits <= 0) {
        return refuse(400, u"Insufficient credits"_s);
    }
    bill();
    const QString id = nextId(u"18f2-"_s);
    const Generation generation {body, std::exchange(m_nextFailure, {}), polls(), {}, {}};
    m_generations.insert(id, generation);
    return Reply::json(tell(id, generation, u"queued"_s), 201);
}

QJsonObject LumaStandIn::tell(const QString &id, const Generation &generation, const QString &state) const
{
    const bool failed = state == "failed"_L1;
    const QJsonObject assets {
        {u"image"_s, generation.image}, {u"video"_s, QJsonValue::Null}, {u"progress_video"_s, QJsonValue::Null}};
    return {{u"id"_s, id},
            {u"generation_type"_s, u"image"_s},
            {u"state"_s, state},
            {u"failure_reason"_s, failed ? QJsonValue(generation.failure) : QJsonValue(QJsonValue::Null)},
            {u"created_at"_s, u"2026-01-02T03:04:05Z"_s},
            {u"model"_s, generation.request.value("model"_L1)},
            {u"assets"_s, generation.image.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(assets)},
            {u"request"_s, generation.request}};
}

Reply LumaStandIn::status(const QString &id)
{
    const auto found = m_generations.find(id);
    if (found == m_generations.end()) {
        return refuse(404, u"Generation not found"_s);
    }
    Generation &generation = *found;
    if (generation.pollsLeft > 0) {
        --generation.pollsLeft;
        return Reply::json(tell(id, generation, generation.pollsLeft > 0 ? u"queued"_s : u"dreaming"_s));
    }
    if (!generation.failure.isEmpty()) {
        return Reply::json(tell(id, generation, u"failed"_s));
    }
    if (generation.image.isEmpty()) {
        const QString ratio = generation.request.value("aspect_ratio"_L1).toString(u"16:9"_s);
        const QSize size = sizeFor(AspectRatio::parse(ratio).value_or(AspectRatio {16, 9}), 1920 * 1080);
        const bool png = generation.request.value("format"_L1).toString() == "png"_L1;
        const ImageFormat format = png ? ImageFormat::Png : ImageFormat::Jpeg;
        generation.image = publish(paintedPicture(size, format), format);
    }
    return Reply::json(tell(id, generation, u"completed"_s));
}

} // namespace lightwell::test

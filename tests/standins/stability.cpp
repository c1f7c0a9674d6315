// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/stability.h"

#include "core/model/sizerule.h"
#include "tests/standins/paint.h"

#include <QImage>
#include <QJsonArray>

namespace lightwell::test {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestBody = 10LL * 1024 * 1024;
constexpr int smallestSide = 64;
constexpr qint64 anySeed = 4711;
const QString root = QStringLiteral("/v2beta/");

QSize sizeOf(const QByteArray &picture)
{
    return QImage::fromData(picture).size();
}

/// What comes out, as far as the documentation says it.
QSize madeSize(const FormInput &input, const QString &endpoint)
{
    const QSize source = sizeOf(input.file(u"image"_s));
    if (endpoint.startsWith("stable-image/upscale"_L1)) {
        return source * 4;
    }
    if (endpoint.startsWith("stable-image/edit"_L1)) {
        const auto side = [&](const char *name) { return input.fields.value(QLatin1StringView(name)).toInt(); };
        return source + QSize(side("left") + side("right"), side("up") + side("down"));
    }
    const QString ratio = input.fields.value("aspect_ratio"_L1).toString(u"1:1"_s);
    const qint64 pixels = endpoint.endsWith("core"_L1) ? 1536LL * 1024 : 1024LL * 1024;
    const bool follows = input.fields.value("mode"_L1).toString() == "image-to-image"_L1;
    return follows ? source : sizeFor(AspectRatio::parse(ratio).value_or(AspectRatio {1, 1}), pixels);
}

ImageFormat formatOf(const FormInput &input)
{
    const QString name = input.fields.value("output_format"_L1).toString();
    return name == "jpeg"_L1 ? ImageFormat::Jpeg : name == "webp"_L1 ? ImageFormat::Webp : ImageFormat::Png;
}

Reply bad(const QString &field, const QString &words)
{
    return StabilityStandIn::refusal(400, u"bad_request"_s, field + u": "_s + words);
}

} // namespace

Reply StabilityStandIn::refusal(int status, const QString &name, const QString &words)
{
    return Reply::json({{u"id"_s, u"9160aa70"_s}, {u"name"_s, name}, {u"errors"_s, QJsonArray {words}}}, status);
}

QString StabilityStandIn::pointOf(const Received &request) const
{
    if (request.path == "/v1/user/balance"_L1) {
        return u"balance"_s;
    }
    return request.path.startsWith("/v2beta/results/"_L1) ? u"status"_s : u"submit"_s;
}

Reply StabilityStandIn::answer(const Received &request, const QString &point)
{
    if (request.header("Authorization"_ba) != "Bearer "_ba + key()) {
        return Reply::json({{u"id"_s, u"1"_s}, {u"name"_s, u"unauthorized"_s}, {u"message"_s, u"invalid key"_s}}, 401);
    }
    const bool paid = point == "submit"_L1;
    if (request.method != (paid ? "POST"_ba : "GET"_ba)) {
        return refusal(404, u"not_found"_s, u"not found"_s);
    }
    if (point == "balance"_L1) {
        return Reply::json({{u"credits"_s, m_credits}});
    }
    return paid ? submit(request) : result(request);
}

Reply StabilityStandIn::submit(const Received &request)
{
    const QString endpoint = request.path.mid(root.size());
    const std::optional<VendorInputs> inputs = VendorInputs::find(u"stability"_s, endpoint);
    if (!request.path.startsWith(root) || !inputs) {
        return refusal(404, u"not_found"_s, u"The resource was not found"_s);
    }
    if (request.body.size() > largestBody) {
        return refusal(413, u"payload_too_large"_s, u"body: cannot exceed 10MiB"_s);
    }
    const FormInput input = FormInput::read(request, *inputs);
    if (!input.isForm()) {
        return refusal(400, u"bad_request"_s, u"content-type: must be multipart/form-data"_s);
    }
    const QList<VendorInputs::Wrong> faults = inputs->wrongIn(input.fields);
    for (const VendorInputs::Wrong &wrong : faults) {
        if (wrong.kind != VendorInputs::Wrong::Kind::Unknown) {
            const bool missing = wrong.kind == VendorInputs::Wrong::Kind::Missing;
            return bad(wrong.field, missing ? u"is required"_s : VendorInputs::told(wrong, {}).second);
        }
        complain(endpoint + u" does not know the field "_s + wrong.field);
    }
    if (const std::optional<Reply> refused = fault(input, endpoint)) {
        return *refused;
    }
    if (m_credits <= 0) {
        return refusal(402, u"payment_required"_s, u"You lack sufficient credits to make this request"_s);
    }
    bill();
    const QByteArray accept = request.header("Accept"_ba);
    if (endpoint.endsWith("upscale/creative"_L1)) {
        const QString id = nextId(u"ea771536"_s);
        m_jobs.insert(id, {input, polls(), std::exchange(m_refused, false)});
        return Reply::json({{u"id"_s, id}});
    }
    return make(input, endpoint, accept == "application/json");
}

std::optional<Reply> StabilityStandIn::fault(const FormInput &input, const QString &endpoint) const
{
    if (const QString field = input.notAPicture(smallestSide); !field.isEmpty()) {
        return bad(field, u"must be a picture with sides of at least 64 pixels"_s);
    }
    const QJsonObject &fields = input.fields;
    const bool hasPicture = fields.contains("image"_L1);
    const bool isDiffusion = endpoint.endsWith("generate/sd3"_L1);
    if (isDiffusion && (fields.value("mode"_L1).toString() == "image-to-image"_L1) != hasPicture) {
        return bad(u"image"_s, u"goes with mode image-to-image"_s);
    }
    if (isDiffusion && hasPicture && fields.contains("aspect_ratio"_L1)) {
        return bad(u"aspect_ratio"_s, u"is not allowed with image-to-image"_s);
    }
    if (endpoint.contains("generate/"_L1) && hasPicture != fields.contains("strength"_L1)) {
        return bad(u"strength"_s, u"goes with an image"_s);
    }
    if (endpoint.endsWith("outpaint"_L1) && sizeOf(input.file(u"image"_s)) == madeSize(input, endpoint)) {
        return bad(u"left"_s, u"at least one direction is required"_s);
    }
    const QString prompt = fields.value("prompt"_L1).toString();
    const bool foreign =
        std::any_of(prompt.begin(), prompt.end(), [](QChar c) { return c.script() == QChar::Script_Cyrillic; });
    return foreign ? std::optional(refusal(422, u"invalid_language"_s, u"English is the only supported language"_s))
                   : std::nullopt;
}

Reply StabilityStandIn::make(const FormInput &input, const QString &endpoint, bool asJson)
{
    const qint64 asked = static_cast<qint64>(input.fields.value("seed"_L1).toDouble());
    const qint64 seed = asked == 0 ? anySeed : asked;
    const ImageFormat format = formatOf(input);
    const QByteArray picture = paintedPicture(madeSize(input, endpoint), format, static_cast<quint64>(seed));
    const QString end = std::exchange(m_filtered, false) ? u"CONTENT_FILTERED"_s : u"SUCCESS"_s;
    if (asJson) {
        return Reply::json(
            {{u"image"_s, QString::fromLatin1(picture.toBase64())}, {u"seed"_s, seed}, {u"finish_reason"_s, end}});
    }
    return Reply::bytes(picture, formatMimeType(format).toLatin1())
        .with("seed"_ba, QByteArray::number(seed))
        .with("finish-reason"_ba, end.toLatin1());
}

Reply StabilityStandIn::result(const Received &request)
{
    const QString id = request.path.section(u'/', -1);
    const auto job = m_jobs.find(id);
    if (job == m_jobs.end()) {
        return refusal(404, u"not_found"_s, u"id: not found"_s);
    }
    if (job->pollsLeft > 0) {
        --job->pollsLeft;
        return Reply::json({{u"id"_s, id}, {u"status"_s, u"in-progress"_s}}, 202);
    }
    if (job->refused) {
        return refusal(403, u"content_moderation"_s, u"Your request was flagged"_s);
    }
    return make(job->input, u"stable-image/upscale/creative"_s, request.header("Accept"_ba) == "application/json");
}

} // namespace lightwell::test

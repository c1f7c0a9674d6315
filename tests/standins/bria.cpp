// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/bria.h"

#include "core/model/sizerule.h"
#include "tests/standins/paint.h"
#include "tests/standins/vendorinputs.h"

#include <QImage>
#include <QJsonArray>

namespace lightwell::test {

using namespace Qt::StringLiterals;

namespace {

const QString root = QStringLiteral("/v2/");
constexpr qint64 anySeed = 4711;

/// A link, or base64 with or without "data:" before it.
QImage pictureIn(const QJsonValue &value)
{
    const QString text = value.isArray() ? value[0].toString() : value.toString();
    if (const QImage linked = linkedPicture(text); !linked.isNull()) {
        return linked;
    }
    return QImage::fromData(QByteArray::fromBase64(text.section(";base64,"_L1, -1).toLatin1()));
}

/// Whether every pixel is black or white, and some are white.
bool isMask(const QImage &picture)
{
    bool hasWhite = false;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            const QColor pixel = picture.pixelColor(x, y);
            const bool white = pixel == QColor(Qt::white);
            if (!white && pixel != QColor(Qt::black)) {
                return false;
            }
            hasWhite = hasWhite || white;
        }
    }
    return hasWhite;
}

QSize sizeIn(const QJsonValue &pair)
{
    return {pair[0].toInt(), pair[1].toInt()};
}

/// Of what the tool makes.
QSize madeSize(const QString &tool, const QJsonObject &body)
{
    if (tool.startsWith("image/generate"_L1)) {
        const QString ratio = body.value("aspect_ratio"_L1).toString(u"1:1"_s);
        const qint64 pixels = (body.value("resolution"_L1).toString() == "4MP"_L1 ? 4LL : 1LL) * 1024 * 1024;
        return sizeFor(AspectRatio::parse(ratio).value_or(AspectRatio {1, 1}), pixels);
    }
    if (body.contains("canvas_size"_L1)) {
        return sizeIn(body.value("canvas_size"_L1));
    }
    const QSize source =
        pictureIn(body.contains("images"_L1) ? body.value("images"_L1) : body.value("image"_L1)).size();
    return tool.endsWith("increase_resolution"_L1) ? source * body.value("desired_increase"_L1).toInt(2) : source;
}

/// The field that no picture, no mask or no place on the canvas is; empty: all are well.
QString wrongPicture(const QString &tool, const QJsonObject &body)
{
    QSize source;
    for (const QString &field : {u"image"_s, u"images"_s}) {
        const QImage picture = body.contains(field) ? pictureIn(body.value(field)) : QImage();
        if (body.contains(field) && picture.isNull()) {
            return field;
        }
        source = picture.isNull() ? source : picture.size();
    }
    if (body.value("images"_L1).toArray().size() > 1) {
        return u"images"_s;
    }
    const QImage mask = body.contains("mask"_L1) ? pictureIn(body.value("mask"_L1)) : QImage();
    if (body.contains("mask"_L1) && (mask.size() != source || !isMask(mask))) {
        return u"mask"_s;
    }
    if (tool.endsWith("expand"_L1)) {
        const QSize canvas = sizeIn(body.value("canvas_size"_L1));
        const QJsonValue at = body.value("original_image_location"_L1);
        const QRect place(QPoint(at[0].toInt(-1), at[1].toInt(-1)), sizeIn(body.value("original_image_size"_L1)));
        if (place.size() != source || canvas == source || !QRect(QPoint(), canvas).contains(place)) {
            return u"canvas_size"_s;
        }
    }
    return {};
}

} // namespace

Reply BriaStandIn::refusal(int status, const QString &message, const QString &details)
{
    const QJsonObject error {{u"code"_s, status}, {u"message"_s, message}, {u"details"_s, details}};
    return Reply::json({{u"error"_s, error}, {u"request_id"_s, u"c0ffee"_s}}, status);
}

void BriaStandIn::endNext(const QString &status, const QJsonObject &error)
{
    m_ending = status;
    m_error = error;
}

void BriaStandIn::failNext(bool refused)
{
    const QString message = refused ? u"Output image moderation failed"_s : u"Something went wrong"_s;
    endNext(u"ERROR"_s, {{u"code"_s, refused ? 422 : 500}, {u"message"_s, message}, {u"details"_s, u""_s}});
}

QString BriaStandIn::pointOf(const Received &request) const
{
    return request.path.startsWith(root + u"status/"_s) ? u"status"_s : u"submit"_s;
}

Reply BriaStandIn::answer(const Received &request, const QString &point)
{
    if (request.header("api_token"_ba) != key() || request.hasHeader("Authorization"_ba)) {
        return refusal(401, u"Unauthorized"_s, u"The api_token is not valid"_s);
    }
    if (request.method != (point == "status"_L1 ? "GET"_ba : "POST"_ba)) {
        return refusal(405, u"Method not allowed"_s, {});
    }
    return point == "status"_L1 ? status(request.path.section(u'/', -1)) : submit(request);
}

Reply BriaStandIn::submit(const Received &request)
{
    const QString tool = request.path.mid(root.size());
    const std::optional<VendorInputs> inputs = VendorInputs::find(u"bria"_s, tool);
    if (!inputs || !request.path.startsWith(root)) {
        return refusal(404, u"Not found"_s, {});
    }
    if (!request.header("Content-Type"_ba).startsWith("application/json")) {
        return refusal(415, u"Unsupported media type"_s, {});
    }
    const QJsonObject body = request.json();
    const QList<VendorInputs::Wrong> faults = inputs->wrongIn(body);
    for (const VendorInputs::Wrong &wrong : faults) {
        return refusal(422, u"Invalid input"_s, wrong.field + u": "_s + VendorInputs::told(wrong, {}).second);
    }
    if (const QString field = wrongPicture(tool, body); !field.isEmpty()) {
        return refusal(400, u"Bad request"_s, field + u" is not valid"_s);
    }
    if (m_empty) {
        return refusal(403, u"Forbidden"_s, u"Your plan's quota is used up"_s);
    }
    bill();
    const QString id = nextId(u"c0ffee-"_s);
    const Order order {tool, body, std::exchange(m_ending, u"COMPLETED"_s), std::exchange(m_error, {}), polls(), {}};
    if (body.value("sync"_L1).toBool()) {
        return Reply::json({{u"result"_s, made(order)}, {u"request_id"_s, id}});
    }
    m_orders.insert(id, order);
    const QString address = server().url(root + u"status/"_s + id).toString();
    return Reply::json({{u"request_id"_s, id}, {u"status_url"_s, address}}, 202);
}

QJsonObject BriaStandIn::made(const Order &order)
{
    const qint64 seed = order.body.value("seed"_L1).toInteger(anySeed);
    const bool jpeg = order.body.value("output_type"_L1).toString() == "jpeg"_L1;
    const ImageFormat format = jpeg ? ImageFormat::Jpeg : ImageFormat::Png;
    const QByteArray picture = paintedPicture(madeSize(order.tool, order.body), format, static_cast<quint64>(seed));
    return {{u"image_url"_s, publish(picture, format, u"?Signature=1"_s)},
            {u"seed"_s, seed},
            {u"refined_prompt"_s, u"a refined fox"_s},
            {u"structured_prompt"_s, u"{}"_s}};
}

Reply BriaStandIn::status(const QString &id)
{
    const auto found = m_orders.find(id);
    if (found == m_orders.end()) {
        return Reply::json({{u"status"_s, u"NOT_FOUND"_s}}, 404);
    }
    QJsonObject answer {{u"request_id"_s, id}, {u"status"_s, u"IN_PROGRESS"_s}};
    if (found->pollsLeft > 0) {
        --found->pollsLeft;
        return Reply::json(answer);
    }
    answer.insert("status"_L1, found->ending);
    if (found->ending != "COMPLETED"_L1) {
        answer.insert("error"_L1, found->error);
        return Reply::json(answer);
    }
    if (found->result.isEmpty()) {
        found->result = made(*found);
    }
    answer.insert("result"_L1, found->result);
    return Reply::json(answer);
}

} // namespace lightwell::test

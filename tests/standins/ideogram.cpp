// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/ideogram.h"

#include "core/model/sizerule.h"
#include "tests/standins/paint.h"

#include <QImage>
#include <QJsonArray>

namespace lightwell::test {

using namespace Qt::StringLiterals;

namespace {

const QString root = QStringLiteral("/v2/image/");
constexpr qint64 anySeed = 12'345;

Reply invalid(const QString &words)
{
    return Reply::json({{u"error"_s, words}}, 400);
}

QSize sizeOf(const QByteArray &picture)
{
    return QImage::fromData(picture).size();
}

/// Precise edits, inpainting and cut-outs keep the picture's size; a remix does, unless it is told otherwise.
QSize madeSize(const FormInput &input)
{
    for (const QLatin1StringView field : {"size"_L1, "resolution"_L1}) {
        if (const auto size = sizeFromString(input.fields.value(field).toString())) {
            return *size;
        }
    }
    const QString ratio = input.fields.value("aspect_ratio"_L1).toString().replace(u'x', u':');
    if (const auto asked = AspectRatio::parse(ratio)) {
        return sizeFor(*asked, 1024 * 1024);
    }
    const QSize source = sizeOf(input.file(u"image"_s));
    return source.isEmpty() ? QSize(1024, 1024) : source;
}

/// A mask of the picture's own size with something to change and something to keep.
std::optional<Reply> maskFault(const FormInput &input)
{
    const QByteArray mask = input.file(u"mask"_s);
    if (mask.isEmpty()) {
        return std::nullopt;
    }
    const QImage image = QImage::fromData(mask);
    if (image.size() != sizeOf(input.file(u"image"_s))) {
        return invalid(u"mask must have the same dimensions as image"_s);
    }
    const bool plain = !image.hasAlphaChannel() && image.isGrayscale();
    return plain ? std::nullopt : std::optional(invalid(u"mask must be black and white"_s));
}

} // namespace

Reply IdeogramStandIn::rejection(int status, const QString &reason)
{
    return Reply::json({{u"error"_s, u"The request was rejected"_s}, {u"reject_reason"_s, reason}}, status);
}

QString IdeogramStandIn::pointOf(const Received &request) const
{
    if (request.path == "/models"_L1) {
        return u"models"_s;
    }
    return request.path.startsWith("/v2/generations/"_L1) ? u"status"_s : u"submit"_s;
}

Reply IdeogramStandIn::answer(const Received &request, const QString &point)
{
    if (request.header("Api-Key"_ba) != key()) {
        return Reply::json({{u"message"_s, u"Access denied. Please verify your API Token is valid."_s}}, 401);
    }
    const bool paid = point == "submit"_L1;
    if (request.method != (paid ? "POST"_ba : "GET"_ba)) {
        return Reply::json({{u"error"_s, u"Method not allowed"_s}}, 405);
    }
    if (point == "models"_L1) {
        return Reply::json({{u"models"_s, QJsonArray()}});
    }
    return paid ? submit(request) : status(request.path.section(u'/', -1));
}

Reply IdeogramStandIn::submit(const Received &request)
{
    const QString endpoint = request.path.mid(root.size());
    const std::optional<VendorInputs> inputs = VendorInputs::find(u"ideogram"_s, endpoint);
    if (!request.path.startsWith(root) || !inputs) {
        return Reply::json({{u"error"_s, u"Not found"_s}}, 404);
    }
    const FormInput input = FormInput::read(request, *inputs);
    if (!input.isForm()) {
        return invalid(u"The body is no form"_s);
    }
    const QList<VendorInputs::Wrong> faults = inputs->wrongIn(input.fields);
    for (const VendorInputs::Wrong &wrong : faults) {
        if (wrong.kind != VendorInputs::Wrong::Kind::Unknown) {
            return invalid(wrong.field + u": "_s + VendorInputs::told(wrong, {}).second);
        }
        complain(endpoint + u" does not know the field "_s + wrong.field);
    }
    if (const QString field = input.notAPicture(); !field.isEmpty()) {
        return invalid(field + u" could not be read"_s);
    }
    if (input.files.value(u"character_reference_images"_s).size() > 1 || input.files.value(u"image"_s).size() > 1
        || input.files.value(u"reference_images"_s).size() > 4) {
        return invalid(u"too many images"_s);
    }
    if (const std::optional<Reply> fault = maskFault(input)) {
        return *fault;
    }
    if (m_empty) {
        return rejection(402, u"insufficient_funds"_s);
    }
    bill();
    const QString id = nextId(u"gen-"_s);
    Generation generation {input, madeSize(input), std::exchange(m_failure, {}), std::exchange(m_withheld, 0), polls(),
                           {}};
    QJsonObject answer {{u"generation_id"_s, id}, {u"seed"_s, anySeed}};
    if (input.fields.value("async"_L1).toString() != "true"_L1) {
        make(generation);
        answer.insert("data"_L1, generation.data);
    }
    m_generations.insert(id, generation);
    return Reply::json(answer);
}

void IdeogramStandIn::make(Generation &generation)
{
    const QJsonObject &fields = generation.input.fields;
    const qint64 first = static_cast<qint64>(fields.value("seed"_L1).toDouble(anySeed));
    for (int i = 0; i < fields.value("num_images"_L1).toInt(1); ++i) {
        const bool safe = i >= generation.withheld;
        const QByteArray picture = paintedPicture(generation.size, ImageFormat::Png, static_cast<quint64>(first + i));
        const QString link = safe ? publish(picture, ImageFormat::Png, u"?exp=1&sig=2"_s) : QString();
        generation.data.append(
            QJsonObject {{u"object_type"_s, u"image.generation"_s},
                         {u"url"_s, safe ? QJsonValue(link) : QJsonValue(QJsonValue::Null)},
                         {u"prompt"_s, QString(u"rewritten: "_s + fields.value("prompt"_L1).toString())},
                         {u"resolution"_s, sizeToString(generation.size)},
                         {u"is_image_safe"_s, safe},
                         {u"seed"_s, first + i}});
    }
}

Reply IdeogramStandIn::status(const QString &id)
{
    const auto found = m_generations.find(id);
    if (found == m_generations.end()) {
        return Reply::json({{u"error"_s, u"Generation not found"_s}}, 404);
    }
    QJsonObject answer {{u"generation_id"_s, id}, {u"created"_s, u"2026-10-07T00:00:00Z"_s}};
    if (found->pollsLeft > 0) {
        --found->pollsLeft;
        answer.insert("status"_L1, "pending"_L1);
        return Reply::json(answer);
    }
    if (!found->failure.isEmpty()) {
        answer.insert("status"_L1, "failed"_L1);
        answer.insert("failure_reason"_L1, found->failure);
        return Reply::json(answer);
    }
    if (found->data.isEmpty()) {
        make(*found);
    }
    answer.insert("status"_L1, "completed"_L1);
    answer.insert("response_type"_L1, "url"_L1);
    answer.insert("data"_L1, found->data);
    return Reply::json(answer);
}

} // namespace lightwell::test

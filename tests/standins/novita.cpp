// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/novita.h"

#include "core/model/sizerule.h"
#include "tests/standins/paint.h"
#include "tests/standins/vendorinputs.h"

#include <QImage>

namespace lightwell::test {

using namespace Qt::StringLiterals;

namespace {

/// Each family has its own root, and its own sign between width and height.
struct Family
{
    const char *models; ///< begin so, one after the other
    QLatin1StringView root;
    QChar sign;
    qint64 least; ///< of the sides; of the pixels for "seedream-4.5"
    qint64 most;
};

const Family &familyOf(const QString &model)
{
    static const Family families[] = {
        {"seedream-4.5", "/v3/"_L1, u'x', 3'686'400, 16'777'216},
        {"seedream-4.0", "/v3/"_L1, u'x', 1024, 4096},
        {"seedream-3", "/v3/"_L1, u'x', 512, 2048},
        {"flux-1-schnell", "/v3beta/"_L1, u'x', 64, 2048},
        {"remove-background", "/v3/"_L1, u'x', 1, 16384},
        {"", "/v3/async/"_L1, u'*', 256, 1536},
    };
    const auto *family = std::begin(families);
    while (!model.startsWith(QLatin1StringView(family->models))) {
        ++family;
    }
    return *family;
}

QImage pictureIn(const QJsonValue &value)
{
    const QString text = value.toString();
    return QImage::fromData(QByteArray::fromBase64(text.section(";base64,"_L1, -1).toLatin1()));
}

/// Nothing: a size that is none here.
std::optional<QSize> sizeIn(const QString &model, const QJsonObject &fields)
{
    const Family &family = familyOf(model);
    for (const QString &whole : {u"image_file"_s, u"request.mask_image_base64"_s}) { // of the picture's own size
        if (fields.contains(whole)) {
            return pictureIn(fields.value(whole)).size();
        }
    }
    if (model == "upscale"_L1) {
        const QSize source = pictureIn(fields.value("request.image_base64"_L1)).size();
        return source * fields.value("request.scale_factor"_L1).toDouble(2);
    }
    const QString before = fields.contains("request.width"_L1) ? u"request."_s : QString();
    if (fields.contains(before + u"width"_s)) {
        return QSize(fields.value(before + u"width"_s).toInt(), fields.value(before + u"height"_s).toInt());
    }
    if (fields.contains("aspect_ratio"_L1)) {
        const auto ratio = AspectRatio::parse(fields.value("aspect_ratio"_L1).toString());
        return ratio ? std::optional(sizeFor(*ratio, 1024 * 1024)) : std::nullopt;
    }
    if (!fields.contains("size"_L1)) {
        const bool isKontext = model.contains("kontext"_L1); // Seedream makes a square of everything
        const QSize like = isKontext ? sizeLikePictureIn(QJsonValue(fields)) : QSize();
        return like.isValid() ? like : QSize(1024, 1024);
    }
    const QString text = fields.value("size"_L1).toString();
    const QSize size(text.section(family.sign, 0, 0).toInt(), text.section(family.sign, 1).toInt());
    const qint64 area = static_cast<qint64>(size.width()) * size.height();
    const bool isOfArea = family.least > 100'000;
    const qint64 low = isOfArea ? area : std::min(size.width(), size.height());
    const qint64 high = isOfArea ? area : std::max(size.width(), size.height());
    return low >= family.least && high <= family.most ? std::optional(size) : std::nullopt;
}

ImageFormat formatOf(const QJsonObject &fields)
{
    const QString word =
        fields.value("extra.response_image_type"_L1).toString(fields.value("response_image_format"_L1).toString());
    return word == "jpeg"_L1 ? ImageFormat::Jpeg : word == "webp"_L1 ? ImageFormat::Webp : ImageFormat::Png;
}

} // namespace

Reply NovitaStandIn::refusal(int status, const QString &reason, const QString &message)
{
    return Reply::json(
        {{u"code"_s, status}, {u"reason"_s, reason}, {u"message"_s, message}, {u"metadata"_s, QJsonObject()}}, status);
}

QString NovitaStandIn::pointOf(const Received &request) const
{
    return request.path.startsWith("/openapi/"_L1)       ? u"balance"_s
        : request.path.endsWith("/async/task-result"_L1) ? u"status"_s
                                                         : u"submit"_s;
}

Reply NovitaStandIn::answer(const Received &request, const QString &point)
{
    if (request.header("Authorization"_ba) != "Bearer "_ba + key()) {
        return refusal(403, u"INVALID_API_KEY"_s, u"the api key is invalid"_s);
    }
    if (request.method != (point == "submit"_L1 ? "POST"_ba : "GET"_ba)) {
        return refusal(404, u"API_NOT_FOUND"_s, u"not found"_s);
    }
    if (point == "balance"_L1) {
        return Reply::json({{u"availableBalance"_s, m_empty ? u"0"_s : u"123456"_s}, {u"creditLimit"_s, u"0"_s}});
    }
    return point == "status"_L1 ? status(request.queryItem(u"task_id"_s)) : submit(request);
}

Reply NovitaStandIn::submit(const Received &request)
{
    const QString model = request.path.section(u'/', -1);
    const std::optional<VendorInputs> inputs = VendorInputs::find(u"novita"_s, model);
    if (!inputs || request.path != familyOf(model).root + model) {
        return refusal(404, u"API_NOT_FOUND"_s, u"not found"_s);
    }
    const QJsonObject fields = VendorInputs::flat(request.json());
    const QList<VendorInputs::Wrong> faults = inputs->wrongIn(fields);
    for (const VendorInputs::Wrong &wrong : faults) {
        return refusal(400, u"INVALID_REQUEST_BODY"_s,
                       u"invalid request body: "_s + wrong.field.section(u'.', -1) + u' '
                           + VendorInputs::told(wrong, {}).second);
    }
    if (!sizeIn(model, fields)) {
        return refusal(400, u"INVALID_REQUEST_BODY"_s, u"invalid request body: size"_s);
    }
    QJsonArray pictures = fields.value("images"_L1).toArray(fields.value("image"_L1).toArray());
    for (const QString &field : {u"request.image_base64"_s, u"request.mask_image_base64"_s, u"image_file"_s}) {
        if (fields.contains(field)) {
            pictures.append(fields.value(field));
        }
    }
    for (const QJsonValue &picture : pictures) {
        if (pictureIn(picture).isNull()) {
            return refusal(400, u"INVALID_IMAGE_FORMAT"_s, u"invalid image"_s);
        }
    }
    if (model == "img2img"_L1 && (pictures.isEmpty() || !fields.contains("request.strength"_L1))) {
        return refusal(400, u"INVALID_REQUEST_BODY"_s, u"strength and image_base64 are required"_s);
    }
    if (m_empty) {
        return refusal(400, u"BILLING_BALANCE_NOT_ENOUGH"_s, u"not enough balance"_s);
    }
    Task task {model, fields, std::exchange(m_reason, {}), polls(), {}};
    if (familyOf(model).root.endsWith("async/"_L1)) {
        bill();
        const QString id = nextId(u"7a3e-"_s);
        m_tasks.insert(id, task);
        return Reply::json({{u"task_id"_s, id}});
    }
    if (!task.reason.isEmpty()) {
        return refusal(400, task.reason, u"no"_s);
    }
    bill();
    if (model == "remove-background"_L1) {
        const ImageFormat format = formatOf(fields);
        const QByteArray picture = paintedPicture(*sizeIn(model, fields), format, 0);
        return Reply::json(
            {{u"image_file"_s, QString::fromLatin1(picture.toBase64())}, {u"image_type"_s, formatName(format)}});
    }
    const QJsonArray images = made(task);
    if (model == "flux-1-schnell"_L1) {
        return Reply::json({{u"images"_s, images}, {u"task"_s, QJsonObject {{u"task_id"_s, nextId(u"7a3e-"_s)}}}});
    }
    QJsonArray links;
    for (const QJsonValue &image : images) {
        links.append(image["image_url"_L1]);
    }
    const bool isOld = model.startsWith("seedream-3"_L1);
    return Reply::json({{isOld ? u"image_urls"_s : u"images"_s, links}});
}

QJsonArray NovitaStandIn::made(const Task &task)
{
    const ImageFormat format = formatOf(task.fields);
    const int count = task.fields.value("request.image_num"_L1).toInt(task.fields.value("image_num"_L1).toInt(1));
    QJsonArray images;
    for (int i = 0; i < count; ++i) {
        const QByteArray picture =
            paintedPicture(sizeIn(task.model, task.fields).value_or(QSize()), format, static_cast<quint64>(i));
        images.append(QJsonObject {{u"image_url"_s, publish(picture, format, u"?X-Amz-Expires=3600"_s)},
                                   {u"image_url_ttl"_s, u"3600"_s},
                                   {u"image_type"_s, formatName(format)}});
    }
    return images;
}

Reply NovitaStandIn::status(const QString &id)
{
    const auto found = m_tasks.find(id);
    if (found == m_tasks.end()) {
        return refusal(404, u"TASK_NOT_FOUND"_s, u"task not found"_s);
    }
    QJsonObject task {{u"task_id"_s, id}, {u"status"_s, u"TASK_STATUS_SUCCEED"_s}, {u"reason"_s, u""_s}};
    if (found->pollsLeft > 0) {
        const bool waits = found->pollsLeft-- == polls();
        task.insert("status"_L1, waits ? u"TASK_STATUS_QUEUED"_s : u"TASK_STATUS_PROCESSING"_s);
        task.insert("progress_percent"_L1, waits ? 0 : 40);
    } else if (!found->reason.isEmpty()) {
        task.insert("status"_L1, u"TASK_STATUS_FAILED"_s);
        task.insert("reason"_L1, found->reason);
    } else if (found->images.isEmpty()) {
        found->images = made(*found);
    }
    const qint64 seed = found->fields.value("seed"_L1).toInteger(found->fields.value("request.seed"_L1).toInteger(99));
    return Reply::json({{u"task"_s, task},
                        {u"extra"_s, QJsonObject {{u"seed"_s, QString::number(seed)}}},
                        {u"images"_s, found->images},
                        {u"videos"_s, QJsonArray()}});
}

} // namespace lightwell::test

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/runware.h"

#include "core/model/sizerule.h"
#include "tests/standins/paint.h"
#include "tests/standins/vendorinputs.h"

#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace lightwell::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int usualSide = 1024;

/// The one task of a call; empty: the body is no list of one.
QJsonObject taskIn(const Received &request)
{
    const QJsonArray tasks = QJsonDocument::fromJson(request.body).array();
    return tasks.size() == 1 ? tasks.first().toObject() : QJsonObject();
}

/// An address, the id of an uploaded picture, or its bytes, with or without a data: URL around them.
QImage pictureOf(const QJsonValue &value)
{
    const QString text = value.toString();
    if (const QImage linked = linkedPicture(text); !linked.isNull()) {
        return linked;
    }
    const QString inside = text.startsWith("data:image/"_L1) ? text.section(";base64,"_L1, 1) : text;
    return QImage::fromData(QByteArray::fromBase64(inside.toLatin1()));
}

bool isPicture(const QJsonValue &value)
{
    return !pictureOf(value).isNull();
}

/// By how many pixels the sides of a model's pictures grow.
int stepOf(const QString &model)
{
    if (model.startsWith("bfl:"_L1) || model.startsWith("runware:400@"_L1) || model.startsWith("prunaai:"_L1)) {
        return 16;
    }
    const bool diffuses = model.startsWith("runware:"_L1) || model.startsWith("civitai:"_L1)
        || model.startsWith("imagerouter:"_L1) || model.startsWith("rundiffusion:"_L1)
        || model.startsWith("alibaba:"_L1);
    return diffuses && model != "runware:106@1"_L1 ? 64 : 1;
}

QString typeOf(const QString &model, const VendorInputs &inputs)
{
    const bool cutsOut = model == "runware:109@1"_L1 || model == "bria:2@1"_L1;
    return cutsOut ? u"removeBackground"_s : inputs.has(u"upscaleFactor"_s) ? u"upscale"_s : u"imageInference"_s;
}

/// "invalidWidth" for "width".
QString invalidCode(const QString &field)
{
    return u"invalid"_s + field.left(1).toUpper() + field.mid(1);
}

struct Fault
{
    QString code;
    QJsonValue parameter;
    QString message;
};

std::optional<Fault> sideFault(const QJsonObject &wish)
{
    const QString model = wish.value("model"_L1).toString();
    for (const QString &side : {u"width"_s, u"height"_s}) {
        if (wish.value(side).toInt() % stepOf(model) != 0) {
            return Fault {invalidCode(side), side, u"%1 must be a multiple of %2"_s.arg(side).arg(stepOf(model))};
        }
    }
    const qint64 pixels = qint64 {wish.value("width"_L1).toInt()} * wish.value("height"_L1).toInt();
    if (model == "bytedance:seedream@4.5"_L1 && pixels < 3'686'400) {
        return Fault {u"unsupportedDimensions"_s, QJsonArray {u"width"_s, u"height"_s}, u"Too few pixels"_s};
    }
    return std::nullopt;
}

std::optional<Fault> pictureFault(const QJsonObject &fields)
{
    for (const QString &name : {u"seedImage"_s, u"maskImage"_s, u"inputs.image"_s}) {
        if (fields.contains(name) && !isPicture(fields.value(name))) {
            return Fault {invalidCode(name), name, name + u" is no picture"_s};
        }
    }
    for (const QString &name : {u"inputs.referenceImages"_s, u"inputs.references"_s}) {
        const QJsonArray list = fields.value(name).toArray();
        if (fields.contains(name) && (list.isEmpty() || !std::all_of(list.begin(), list.end(), isPicture))) {
            return Fault {u"invalidReferenceImages"_s, name, name + u" must be a list of pictures"_s};
        }
    }
    for (const QJsonValue &lora : fields.value("lora"_L1).toArray()) {
        if (!lora["model"_L1].isString()) {
            return Fault {u"invalidLora"_s, u"lora"_s, u"lora needs a model"_s};
        }
    }
    return fields.contains("maskImage"_L1) && !fields.contains("seedImage"_L1)
        ? std::optional(Fault {u"missingSeedImage"_s, u"seedImage"_s, u"maskImage needs seedImage"_s})
        : std::nullopt;
}

} // namespace

Reply RunwareStandIn::refusal(int status, const QString &code, const QString &message, const QJsonValue &parameter,
                              const QString &task)
{
    QJsonObject error {{u"code"_s, code}, {u"message"_s, message}, {u"documentation"_s, u"https://runware.ai/docs"_s}};
    if (!parameter.isNull() && !parameter.isUndefined()) {
        error.insert("parameter"_L1, parameter);
    }
    if (!task.isEmpty()) {
        error.insert("taskUUID"_L1, task);
    }
    return Reply::json({{u"errors"_s, QJsonArray {error}}}, status);
}

void RunwareStandIn::failNextTask(const QString &code, const QString &message, int good)
{
    m_next.code = code;
    m_next.message = message;
    m_next.good = good;
}

void RunwareStandIn::failNext(bool refused)
{
    failNextTask(refused ? u"contentPolicyViolation"_s : u"inferenceError"_s, u"It could not be made"_s);
}

QString RunwareStandIn::pointOf(const Received &request) const
{
    const QString type = taskIn(request).value("taskType"_L1).toString();
    return type == "getResponse"_L1 ? u"status"_s : type == "accountManagement"_L1 ? u"account"_s : u"submit"_s;
}

Reply RunwareStandIn::answer(const Received &request, const QString &point)
{
    if (request.header("Authorization"_ba) != "Bearer "_ba + key()) {
        return refusal(401, u"invalidApiKey"_s, u"Invalid API key"_s, u"apiKey"_s);
    }
    if (request.method != "POST" || request.path != "/v1"_L1) {
        return refusal(404, u"endpointNotFound"_s, u"Not found"_s);
    }
    const QJsonObject task = taskIn(request);
    const QString id = task.value("taskUUID"_L1).toString();
    static const QRegularExpression uuid(u"^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"_s);
    if (!request.header("Content-Type"_ba).startsWith("application/json") || task.isEmpty()) {
        return refusal(400, u"invalidJson"_s, u"The body must be a list of tasks"_s);
    }
    if (!uuid.match(id).hasMatch()) {
        return refusal(400, u"invalidTaskUUID"_s, u"taskUUID must be a UUID v4"_s, u"taskUUID"_s);
    }
    if (point == "account"_L1) {
        return Reply::json(
            {{u"data"_s,
              QJsonArray {QJsonObject {
                  {u"taskType"_s, u"accountManagement"_s}, {u"taskUUID"_s, id}, {u"balance"_s, m_balance}}}}});
    }
    return point == "status"_L1 ? status(id) : submit(task);
}

Reply RunwareStandIn::submit(const QJsonObject &wish)
{
    const QString id = wish.value("taskUUID"_L1).toString();
    const QString type = wish.value("taskType"_L1).toString();
    const QString model = wish.value("model"_L1).toString();
    const auto refuse = [&id](const Fault &fault) {
        return refusal(400, fault.code, fault.message, fault.parameter, id);
    };
    const std::optional<VendorInputs> inputs = VendorInputs::find(u"runware"_s, model);
    if (!inputs) {
        return refuse({u"invalidModel"_s, u"model"_s, u"There is no model "_s + model});
    }
    if (type != typeOf(model, *inputs)) {
        return refuse({u"invalidTaskType"_s, u"taskType"_s, model + u" does no "_s + type});
    }
    QJsonObject fields = VendorInputs::flat(wish);
    if (inputs->has(u"size"_s) && fields.contains("width"_L1)) {
        fields.insert("size"_L1,
                      u"%1x%2"_s.arg(fields.value("width"_L1).toInt()).arg(fields.value("height"_L1).toInt()));
    }
    const QList<VendorInputs::Wrong> faults = inputs->wrongIn(fields);
    for (const VendorInputs::Wrong &wrong : faults) {
        if (wrong.kind == VendorInputs::Wrong::Kind::Unknown) {
            return refuse({u"unsupportedParameter"_s, wrong.field, model + u" does not know "_s + wrong.field});
        }
        const bool size = wrong.field == "size"_L1;
        return refuse({size ? u"unsupportedDimensions"_s : invalidCode(wrong.field),
                       size ? QJsonValue(QJsonArray {u"width"_s, u"height"_s}) : QJsonValue(wrong.field),
                       VendorInputs::told(wrong, {}).second});
    }
    const std::optional<Fault> side = sideFault(fields);
    if (const std::optional<Fault> fault = side ? side : pictureFault(fields)) {
        return refuse(*fault);
    }
    if (m_tasks.contains(id)) {
        return refuse({u"duplicateTaskUUID"_s, u"taskUUID"_s, u"This id was used before"_s});
    }
    if (m_balance <= 0) {
        return refusal(402, u"insufficientCredits"_s, u"Your account has no credits left"_s, {}, id);
    }
    bill();
    Task task = std::exchange(m_next, {});
    task.wish = wish;
    const bool later = wish.value("deliveryMethod"_L1).toString() == "async"_L1;
    task.pollsLeft = later ? polls() : 0;
    m_tasks.insert(id, task);
    return later ? Reply::json({{u"data"_s, QJsonArray {QJsonObject {{u"taskType"_s, type}, {u"taskUUID"_s, id}}}}})
                 : status(id);
}

QJsonArray RunwareStandIn::make(const Task &task)
{
    const QJsonObject &wish = task.wish;
    QSize size(wish.value("width"_L1).toInt(usualSide), wish.value("height"_L1).toInt(usualSide));
    const std::optional<VendorInputs> inputs = VendorInputs::find(u"runware"_s, wish.value("model"_L1).toString());
    const bool takesNone = inputs && !inputs->has(u"size"_s) && !wish.contains("width"_L1);
    if (const QSize like = takesNone ? sizeLikePictureIn(QJsonValue(wish)) : QSize(); like.isValid()) {
        size = like;
    }
    if (wish.contains("upscaleFactor"_L1)) {
        size = pictureOf(wish.value("inputs"_L1)["image"_L1]).size() * wish.value("upscaleFactor"_L1).toInt();
    }
    if (wish.value("taskType"_L1) == "removeBackground"_L1) {
        size = pictureOf(wish.value("inputs"_L1)["image"_L1]).size();
    }
    const QString name = wish.value("outputFormat"_L1).toString(u"JPG"_s);
    const ImageFormat format = name == "PNG"_L1 ? ImageFormat::Png
        : name == "WEBP"_L1                     ? ImageFormat::Webp
                                                : ImageFormat::Jpeg;
    const int count = task.code.isEmpty() ? wish.value("numberResults"_L1).toInt(1) : task.good;
    QJsonArray results;
    for (int i = 0; i < count; ++i) {
        const qint64 seed = wish.value("seed"_L1).toInteger(77) + i;
        QJsonObject result {{u"taskType"_s, wish.value("taskType"_L1)},
                            {u"taskUUID"_s, wish.value("taskUUID"_L1)},
                            {u"status"_s, u"success"_s},
                            {u"imageUUID"_s, nextId(u"image-"_s)},
                            {u"seed"_s, seed}};
        const QByteArray picture = paintedPicture(size, format, static_cast<quint64>(seed));
        const QString type = wish.value("outputType"_L1).toString(u"URL"_s);
        if (type == "URL"_L1) {
            result.insert("imageURL"_L1, publish(picture, format));
        } else if (type == "dataURI"_L1) {
            result.insert(
                "imageDataURI"_L1,
                QString::fromLatin1("data:" + formatMimeType(format).toLatin1() + ";base64," + picture.toBase64()));
        } else {
            result.insert("imageBase64Data"_L1, QString::fromLatin1(picture.toBase64()));
        }
        if (wish.value("includeCost"_L1).toBool()) {
            result.insert("cost"_L1, price());
        }
        results.append(result);
    }
    return results;
}

Reply RunwareStandIn::status(const QString &id)
{
    const auto found = m_tasks.find(id);
    if (found == m_tasks.end()) {
        return refusal(400, u"taskFailedOrNotFound"_s, u"There is no such task"_s, u"taskUUID"_s, id);
    }
    if (found->pollsLeft > 0) {
        const int passed = polls() - --found->pollsLeft;
        QJsonArray running;
        for (int i = 0; i < found->wish.value("numberResults"_L1).toInt(1); ++i) {
            running.append(QJsonObject {{u"taskType"_s, found->wish.value("taskType"_L1)},
                                        {u"taskUUID"_s, id},
                                        {u"status"_s, u"processing"_s},
                                        {u"progress"_s, 100 * passed / (polls() + 1)}});
        }
        return Reply::json({{u"data"_s, running}});
    }
    if (found->results.isEmpty()) {
        found->results = make(*found);
    }
    QJsonObject answer {{u"data"_s, found->results}};
    if (!found->code.isEmpty()) {
        answer.insert("errors"_L1,
                      QJsonArray {QJsonObject {{u"code"_s, found->code},
                                               {u"status"_s, u"error"_s},
                                               {u"message"_s, found->message},
                                               {u"taskUUID"_s, id}}});
    }
    return Reply::json(answer);
}

} // namespace lightwell::test

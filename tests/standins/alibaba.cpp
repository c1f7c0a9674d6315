// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/alibaba.h"

#include "tests/standins/paint.h"
#include "tests/standins/vendorinputs.h"

#include <QImage>
#include <QJsonArray>

#include <algorithm>

namespace lightwell::test {

using namespace Qt::StringLiterals;

namespace {

const QString root = QStringLiteral("/api/v1");
const QString prompt = QStringLiteral("input.messages.text");
const QString images = QStringLiteral("input.messages.image");

/// What a model wants of its sizes, in pixels.
struct Sizes
{
    QLatin1StringView model; ///< begins so
    qint64 least;
    qint64 most;
    int minSide;
    int maxSide;
    double ratio; ///< of the longer side to the shorter
    QSize usual;
};

const Sizes &sizesOf(const QString &model)
{
    static const QList<Sizes> rows {
        {"wan2.7-image-pro"_L1, 589'824, 16'777'216, 1, 100'000, 8, {2048, 2048}},
        {"wan2.7"_L1, 589'824, 4'194'304, 1, 100'000, 8, {2048, 2048}},
        {"wan2.6"_L1, 1'638'400, 2'073'600, 1, 100'000, 4, {1280, 1280}},
        {"wan2.5"_L1, 1'638'400, 2'073'600, 1, 100'000, 4, {1280, 1280}},
        {"wan2.2"_L1, 262'144, 2'073'600, 512, 1440, 4, {1024, 1024}},
        {""_L1, 262'144, 4'194'304, 512, 2048, 4, {1328, 1328}},
    };
    return *std::find_if(rows.begin(), rows.end(), [&](const Sizes &row) { return model.startsWith(row.model); });
}

/// "1024*768"
QSize sizeIn(const QString &text)
{
    return {text.section(u'*', 0, 0).toInt(), text.section(u'*', 1).toInt()};
}

bool isLegal(QSize size, const Sizes &rule)
{
    const qint64 area = static_cast<qint64>(size.width()) * size.height();
    const int shorter = std::min(size.width(), size.height());
    const int longer = std::max(size.width(), size.height());
    return area >= rule.least && area <= rule.most && shorter >= rule.minSide && longer <= rule.maxSide
        && longer <= shorter * rule.ratio;
}

QString serviceOf(const VendorInputs &inputs, const QString &model)
{
    const QString service = !inputs.has(prompt) ? u"text2image/image-synthesis"_s
        : model.startsWith("wan"_L1)            ? u"image-generation/generation"_s
                                                : u"multimodal-generation/generation"_s;
    return root + u"/services/aigc/"_s + service;
}

bool isPicture(const QString &text)
{
    const QByteArray bytes = QByteArray::fromBase64(text.section(";base64,"_L1, 1).toLatin1());
    return text.startsWith("https://"_L1) || (text.startsWith("data:image/"_L1) && !QImage::fromData(bytes).isNull());
}

} // namespace

Reply AlibabaStandIn::refusal(int status, const QString &code, const QString &message)
{
    return Reply::json({{u"code"_s, code}, {u"message"_s, message}, {u"request_id"_s, u"r-1"_s}}, status);
}

QJsonObject AlibabaStandIn::fieldsOf(const QJsonObject &body)
{
    QJsonObject fields = VendorInputs::flat(body);
    const QJsonArray messages = fields.take("input.messages"_L1).toArray();
    if (messages.size() != 1 || messages[0]["role"_L1].toString() != "user"_L1) {
        return fields;
    }
    QJsonArray pictures;
    const QJsonArray content = messages[0]["content"_L1].toArray();
    for (const QJsonValue &part : content) {
        if (part.toObject().contains("image"_L1)) {
            pictures.append(part["image"_L1]);
        } else {
            fields.insert(prompt, part["text"_L1]);
        }
    }
    if (!pictures.isEmpty()) {
        fields.insert(images, pictures);
    }
    return fields;
}

void AlibabaStandIn::failNext(bool refused)
{
    m_ending = u"FAILED"_s;
    m_code = refused ? u"DataInspectionFailed"_s : u"InternalError.Algo"_s;
}

QString AlibabaStandIn::pointOf(const Received &request) const
{
    const bool isTask = request.path.startsWith(root + u"/tasks/"_s);
    return !isTask ? u"submit"_s : request.path.endsWith("/cancel"_L1) ? u"cancel"_s : u"status"_s;
}

Reply AlibabaStandIn::answer(const Received &request, const QString &point)
{
    if (request.header("Authorization"_ba) != "Bearer "_ba + key()) {
        return refusal(401, u"InvalidApiKey"_s, u"Invalid API-key provided."_s);
    }
    if (request.method != (point == "status"_L1 ? "GET"_ba : "POST"_ba)) {
        return refusal(405, u"MethodNotAllowed"_s, u"Request method is not supported."_s);
    }
    return point == "submit"_L1 ? submit(request) : task(request.path.section(u'/', 4, 4), point == "cancel"_L1);
}

Reply AlibabaStandIn::submit(const Received &request)
{
    const QJsonObject body = request.json();
    const QString model = body.value("model"_L1).toString();
    const std::optional<VendorInputs> inputs = VendorInputs::find(u"alibaba"_s, model);
    if (!inputs) {
        return refusal(404, u"ModelNotFound"_s, u"Model not exist."_s);
    }
    if (request.path != serviceOf(*inputs, model)) {
        return refusal(400, u"InvalidParameter"_s, u"url error, please check url!"_s);
    }
    const bool isTask = !request.path.contains("multimodal"_L1);
    if (isTask != (request.header("X-DashScope-Async"_ba) == "enable")) {
        return refusal(403, u"AccessDenied"_s, u"current user api does not support synchronous calls."_s);
    }
    const QJsonObject fields = fieldsOf(body);
    const QList<VendorInputs::Wrong> faults = inputs->wrongIn(fields);
    for (const VendorInputs::Wrong &wrong : faults) {
        return refusal(400, u"InvalidParameter"_s,
                       wrong.field.section(u'.', -1) + u": "_s + VendorInputs::told(wrong, {}).second);
    }
    const Sizes &rule = sizesOf(model);
    const QString size = fields.value("parameters.size"_L1).toString();
    if (!size.isEmpty() && !isLegal(sizeIn(size), rule)) {
        return refusal(400, u"InvalidParameter"_s, u"The size is not in the allowed range: "_s + size);
    }
    const QJsonArray pictures = fields.value(images).toArray();
    for (const QJsonValue &picture : pictures) {
        if (!isPicture(picture.toString())) {
            return refusal(400, u"InvalidURL"_s, u"The request URL is invalid."_s);
        }
    }
    if (pictures.size() > (model.startsWith("wan"_L1) ? 9 : 3)) {
        return refusal(400, u"InvalidParameter"_s, u"image: too many"_s);
    }
    if (m_empty) {
        return refusal(400, u"Arrearage"_s, u"Access denied, please make sure your account is in good standing."_s);
    }
    Task task {fields,
               std::exchange(m_ending, u"SUCCEEDED"_s),
               std::exchange(m_code, {}),
               std::exchange(m_withheld, 0),
               polls(),
               {}};
    if (!isTask) {
        if (!task.code.isEmpty()) {
            return refusal(400, task.code, u"Output data may contain inappropriate content."_s);
        }
        bill();
        QJsonObject made = this->made(task);
        return Reply::json({{u"request_id"_s, u"r-1"_s}, {u"output"_s, made}, {u"usage"_s, made.take("usage"_L1)}});
    }
    bill();
    const QString id = nextId(u"0385dc79-"_s);
    m_tasks.insert(id, task);
    return Reply::json({{u"request_id"_s, u"r-1"_s},
                        {u"output"_s, QJsonObject {{u"task_id"_s, id}, {u"task_status"_s, u"PENDING"_s}}}});
}

/// With its "usage", which stands beside it in the answer.
QJsonObject AlibabaStandIn::made(const Task &task)
{
    const QString model = task.fields.value("model"_L1).toString();
    const bool inMessages = task.fields.contains(prompt);
    const QString size = task.fields.value("parameters.size"_L1).toString();
    const QSize like = size.isEmpty() ? sizeLikePictureIn(task.fields.value(images)) : QSize();
    const QSize pixels = like.isValid() ? like : size.isEmpty() ? sizesOf(model).usual : sizeIn(size);
    const int count = task.fields.value("parameters.n"_L1).toInt(1);
    QJsonArray list;
    for (int i = 0; i < count; ++i) {
        if (i < task.withheld) {
            list.append(QJsonObject {{u"code"_s, u"DataInspectionFailed"_s}, {u"message"_s, u"inappropriate"_s}});
            continue;
        }
        const QString link = publish(paintedPicture(pixels, ImageFormat::Png, static_cast<quint64>(i)),
                                     ImageFormat::Png, u"?Expires=1"_s);
        if (inMessages) {
            const QJsonArray content {QJsonObject {{u"image"_s, link}}};
            list.append(
                QJsonObject {{u"finish_reason"_s, u"stop"_s},
                             {u"message"_s, QJsonObject {{u"role"_s, u"assistant"_s}, {u"content"_s, content}}}});
        } else {
            list.append(QJsonObject {{u"orig_prompt"_s, task.fields.value("input.prompt"_L1)},
                                     {u"actual_prompt"_s, u"a very red fox"_s},
                                     {u"url"_s, link}});
        }
    }
    return {{inMessages ? u"choices"_s : u"results"_s, list},
            {u"usage"_s, QJsonObject {{u"image_count"_s, count - task.withheld}}}};
}

Reply AlibabaStandIn::task(const QString &id, bool cancels)
{
    const auto found = m_tasks.find(id);
    if (found == m_tasks.end()) {
        return Reply::json({{u"request_id"_s, u"r-2"_s},
                            {u"output"_s, QJsonObject {{u"task_id"_s, id}, {u"task_status"_s, u"UNKNOWN"_s}}}});
    }
    if (cancels) {
        if (found->pollsLeft < polls()) {
            return refusal(400, u"UnsupportedOperation"_s,
                           u"Failed to cancel the task, please confirm it is pending."_s);
        }
        found->pollsLeft = 0;
        found->state = u"CANCELED"_s;
        return Reply::json({{u"request_id"_s, u"r-3"_s}});
    }
    QJsonObject output {{u"task_id"_s, id}};
    QJsonObject answer {{u"request_id"_s, u"r-2"_s}};
    if (found->pollsLeft > 0) {
        const bool waits = found->pollsLeft-- == polls();
        output.insert("task_status"_L1, waits ? u"PENDING"_s : u"RUNNING"_s);
    } else {
        output.insert("task_status"_L1, found->state);
        if (found->state == "SUCCEEDED"_L1) {
            if (found->output.isEmpty()) {
                found->output = made(*found);
            }
            QJsonObject made = found->output;
            answer.insert("usage"_L1, made.take("usage"_L1));
            for (auto field = made.begin(); field != made.end(); ++field) {
                output.insert(field.key(), field.value());
            }
        } else if (!found->code.isEmpty()) {
            output.insert("code"_L1, found->code);
            output.insert("message"_L1, u"Input data may contain inappropriate content."_s);
        }
    }
    answer.insert("output"_L1, output);
    return Reply::json(answer);
}

} // namespace lightwell::test

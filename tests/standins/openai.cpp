// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/openai.h"

#include "core/model/sizerule.h"
#include "tests/standins/openaierrors.h"
#include "tests/standins/paint.h"

#include <QJsonDocument>

namespace lightwell::test {

using namespace Qt::StringLiterals;

namespace {

QJsonObject describe(const OpenAiModel &model)
{
    return {{u"id"_s, model.id},
            {u"object"_s, u"model"_s},
            {u"created"_s, 1'765'000'000},
            {u"owned_by"_s, u"system"_s},
            {u"shutdown_date"_s, QJsonValue::Null}};
}

Reply models(const QString &path)
{
    if (path == "/v1/models"_L1) {
        QJsonArray list;
        for (const OpenAiModel &model : OpenAiModel::all()) {
            list.append(describe(model));
        }
        return Reply::json({{u"object"_s, u"list"_s}, {u"data"_s, list}});
    }
    const QString id = path.section(u'/', 3);
    const OpenAiModel *model = OpenAiModel::find(id);
    return model ? Reply::json(describe(*model))
                 : openaierrors::make(404, u"The model '%1' does not exist."_s.arg(id), u"invalid_request_error"_s,
                                      u"model"_s, u"model_not_found"_s);
}

/// Nothing where the key is right.
std::optional<Reply> refuseKey(const Received &request)
{
    const QByteArray authorization = request.header("Authorization"_ba);
    if (authorization == "Bearer " + OpenAiStandIn::key()) {
        return std::nullopt;
    }
    if (authorization.isEmpty()) {
        return openaierrors::make(401, u"You didn't provide an API key."_s, u"invalid_request_error"_s, {}, {});
    }
    return openaierrors::make(401, u"Incorrect API key provided: sk-wr***********-key."_s, u"invalid_request_error"_s,
                              {}, u"invalid_api_key"_s);
}

QJsonObject usageOf(const OpenAiInput &input)
{
    const qint64 text = 6 + input.prompt.split(u' ').size();
    const qint64 pictures = 323LL * input.pictures;
    const qint64 made = input.n * OpenAiModel::outputTokens(input.size, input.quality) + 100LL * input.partials;
    const qint64 words = input.model->plansInWords ? 34LL * input.n : 0;
    return {{u"total_tokens"_s, text + pictures + made + words},
            {u"input_tokens"_s, text + pictures},
            {u"output_tokens"_s, made + words},
            {u"input_tokens_details"_s, QJsonObject {{u"text_tokens"_s, text}, {u"image_tokens"_s, pictures}}},
            {u"output_tokens_details"_s, QJsonObject {{u"image_tokens"_s, made}, {u"text_tokens"_s, words}}}};
}

} // namespace

QString OpenAiStandIn::pointOf(const Received &request) const
{
    if (request.path == "/v1/images/generations"_L1) {
        return u"generation"_s;
    }
    return request.path == "/v1/images/edits"_L1 ? u"edit"_s : u"models"_s;
}

Reply OpenAiStandIn::answer(const Received &request, const QString &point)
{
    if (const std::optional<Reply> refusal = refuseKey(request)) {
        return *refusal;
    }
    const bool list = request.path == "/v1/models"_L1 || request.path.startsWith("/v1/models/"_L1);
    const QByteArray method = list ? "GET"_ba : "POST"_ba;
    if (request.method != method || (point == "models"_L1 && !list)) {
        return openaierrors::make(404, u"Invalid URL (%1 %2)"_s.arg(QString::fromLatin1(request.method), request.path),
                                  u"invalid_request_error"_s, {}, {});
    }
    if (list) {
        return models(request.path);
    }
    return make(point == "edit"_L1 ? OpenAiInput::readEdit(request) : OpenAiInput::readGeneration(request));
}

Reply OpenAiStandIn::stream(const OpenAiInput &input)
{
    const QString kind = input.pictures > 0 ? u"image_edit"_s : u"image_generation"_s;
    QByteArray body;
    const auto tell = [&](const QString &step, quint64 seed, const QJsonObject &more) {
        const QByteArray picture = paintedPicture(input.size, input.format, seed);
        QJsonObject event {{u"type"_s, QString(kind + u'.' + step)},
                           {u"b64_json"_s, QString::fromLatin1(picture.toBase64())},
                           {u"created_at"_s, 1'763'800'000},
                           {u"size"_s, sizeToString(input.size)},
                           {u"quality"_s, input.quality},
                           {u"background"_s, input.background},
                           {u"output_format"_s, formatName(input.format)}};
        for (auto it = more.begin(); it != more.end(); ++it) {
            event.insert(it.key(), it.value());
        }
        body += "event: " + event.value(u"type"_s).toString().toLatin1()
            + "\ndata: " + QJsonDocument(event).toJson(QJsonDocument::Compact) + "\n\n";
    };
    for (int i = 0; i < input.partials; ++i) {
        tell(u"partial_image"_s, static_cast<quint64>(1000 + i), {{u"partial_image_index"_s, i}});
    }
    tell(u"completed"_s, 0, {{u"usage"_s, usageOf(input)}});
    Reply reply = Reply::bytes(body, "text/event-stream; charset=utf-8");
    return reply.as(Reply::Behaviour::Chunked).with("x-request-id"_ba, nextId(u"req_"_s).toLatin1());
}

Reply OpenAiStandIn::make(const OpenAiInput &input)
{
    if (input.refusal) {
        return *input.refusal;
    }
    bill();
    if (input.stream) {
        return stream(input);
    }
    QJsonArray data;
    for (int i = 0; i < input.n; ++i) {
        const QByteArray picture = paintedPicture(input.size, input.format, static_cast<quint64>(40 * i));
        data.append(QJsonObject {{u"b64_json"_s, QString::fromLatin1(picture.toBase64())}});
    }
    Reply reply = Reply::json({{u"created"_s, 1'763'800'000},
                               {u"background"_s, input.background},
                               {u"output_format"_s, formatName(input.format)},
                               {u"quality"_s, input.quality},
                               {u"size"_s, sizeToString(input.size)},
                               {u"data"_s, data},
                               {u"usage"_s, usageOf(input)}});
    return reply.with("x-request-id"_ba, nextId(u"req_"_s).toLatin1()).with("openai-version"_ba, "2020-10-01"_ba);
}

} // namespace lightwell::test

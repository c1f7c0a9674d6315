// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/openai/callbody.h"
#include "core/gateway/dialects/openai/inputpictures.h"
#include "core/gateway/dialects/openrouter/chatimages.h"
#include "core/gateway/dialects/openrouter/imagesrequest.h"
#include "core/gateway/dialects/openrouter/providerwishes.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace lightwell::openrouter {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxMessages = 1000;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Gateway)
};

/// What a conversation says to whoever makes a picture.
struct Wish
{
    QStringList instructions; ///< of the system
    QString prompt; ///< of the user's last message
    QJsonArray pictures; ///< that message's, as they stand in it
    QJsonArray newest; ///< of the last message that had any, whoever's
};

bool isPicture(const QJsonValue &part)
{
    return part["type"_L1].toString().contains("image"_L1) || !part["image_url"_L1].isUndefined();
}

/// A message's words and pictures; false: it has a part that is neither.
bool readContent(const LiftedJson &body, const QJsonValue &content, QString &text, QJsonArray &pictures)
{
    if (content.isString()) {
        text = QString::fromUtf8(body.text(content));
        return true;
    }
    const QJsonArray parts = content.toArray();
    QStringList texts;
    bool isAllRead = content.isArray() || content.isNull() || content.isUndefined();
    for (const QJsonValue part : parts) {
        if (isPicture(part)) {
            pictures.append(part);
        } else if (part["text"_L1].isString()) {
            texts.append(QString::fromUtf8(body.text(part["text"_L1])));
        } else {
            isAllRead = false;
        }
    }
    text = texts.join(u'\n');
    return isAllRead;
}

/// Nothing: there is no message of the user's, or one that cannot be read.
std::optional<Wish> wishIn(const LiftedJson &body)
{
    const QJsonArray messages = body.object().value("messages"_L1).toArray();
    Wish wish;
    bool hasUser = false;
    if (messages.size() > maxMessages) {
        return std::nullopt;
    }
    for (const QJsonValue message : messages) {
        const QString role = message["role"_L1].toString();
        QString text;
        QJsonArray pictures;
        const bool isRead = readContent(body, message["content"_L1], text, pictures);
        if (role == "system"_L1 || role == "developer"_L1) {
            if (!isRead || !pictures.isEmpty()) { // which would be passed over
                return std::nullopt;
            }
            wish.instructions.append(text);
        } else if (role == "assistant"_L1) {
            const QJsonArray made = message["images"_L1].toArray();
            for (const QJsonValue picture : made) {
                pictures.append(picture);
            }
        } else if (role == "user"_L1) {
            if (!isRead) {
                return std::nullopt;
            }
            hasUser = true;
            wish.prompt = text;
            wish.pictures = pictures;
        }
        wish.newest = pictures.isEmpty() ? wish.newest : pictures;
    }
    wish.instructions.removeAll(QString());
    return hasUser ? std::optional(wish) : std::nullopt;
}

QString imagesName(const QString &configs)
{
    return configs == "image_size"_L1 ? u"resolution"_s : configs;
}

bool isSaid(const QJsonObject &object, const QString &name)
{
    return !object.value(name).isUndefined() && !object.value(name).isNull();
}

/// Passed over, other pictures would be paid for than were asked for.
std::optional<Error> faultInConfig(const QJsonObject &body)
{
    const QJsonValue config = body.value("image_config"_L1);
    if (!config.isObject() && !config.isUndefined() && !config.isNull()) {
        return notSent(ErrorKind::Invalid,
                       Text::tr("image_config must be an object like {\"aspect_ratio\": \"16:9\"}."),
                       u"image_config"_s);
    }
    const QJsonObject fields = config.toObject();
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        const QString name = imagesName(field.key());
        const bool isRenamed = name != field.key();
        const bool isElsewhere = (isSaid(body, name) && body.value(name) != field.value())
            || (isRenamed && isSaid(fields, name) && fields.value(name) != field.value());
        if (!field.value().isNull() && isElsewhere) {
            const QString path = u"image_config."_s + field.key().left(64);
            return notSent(ErrorKind::Invalid,
                           Text::tr("%1 contradicts %2. Send one of them.").arg(path, name.left(64)), path);
        }
    }
    return std::nullopt;
}

/// The same body with the fields of `image_config` and the conversation's pictures where /images has them.
QJsonObject asImagesBody(QJsonObject body, const Wish &wish)
{
    const QJsonObject config = body.take("image_config"_L1).toObject();
    body.remove("messages"_L1);
    for (auto field = config.begin(); field != config.end(); ++field) {
        if (!field.value().isNull()) {
            body.insert(imagesName(field.key()), field.value());
        }
    }
    const QJsonArray pictures = wish.pictures.isEmpty() ? wish.newest : wish.pictures;
    if (!pictures.isEmpty()) {
        body.insert(u"input_references"_s, pictures);
    }
    return body;
}

/// Fields by which only words are made, and those for OpenRouter's own records.
void leaveOut(BodyFields &fields, GenerationCall &call)
{
    static constexpr std::array ofWords {"temperature"_L1,
                                         "top_p"_L1,
                                         "top_k"_L1,
                                         "min_p"_L1,
                                         "top_a"_L1,
                                         "frequency_penalty"_L1,
                                         "logit_bias"_L1,
                                         "repetition_penalty"_L1,
                                         "stop"_L1,
                                         "logprobs"_L1,
                                         "top_logprobs"_L1,
                                         "presence_penalty"_L1,
                                         "max_tokens"_L1,
                                         "max_completion_tokens"_L1,
                                         "tools"_L1,
                                         "tool_choice"_L1,
                                         "response_format"_L1,
                                         "parallel_tool_calls"_L1,
                                         "reasoning"_L1,
                                         "reasoning_effort"_L1,
                                         "include_reasoning"_L1,
                                         "plugins"_L1,
                                         "transforms"_L1,
                                         "prediction"_L1,
                                         "verbosity"_L1,
                                         "structured_outputs"_L1,
                                         "web_search_options"_L1,
                                         "cache_control"_L1,
                                         "service_tier"_L1};
    static constexpr std::array ofRecords {"usage"_L1,    "stream_options"_L1, "session_id"_L1, "trace"_L1,
                                           "metadata"_L1, "route"_L1,          "store"_L1,      "debug"_L1};
    for (const QLatin1StringView name : ofWords) {
        if (!fields.value(name).isUndefined()) {
            call.ignored.append(name);
        }
    }
    call.echoes = fields.value(u"debug"_s)["echo_upstream_body"_L1].toBool();
    for (const QLatin1StringView name : ofRecords) {
        (void)fields.value(name);
    }
}

bool holdsImage(const QJsonValue &modalities)
{
    const QJsonArray all = modalities.toArray();
    return std::any_of(all.begin(), all.end(), [](const QJsonValue &one) { return one.toString() == "image"_L1; });
}

} // namespace

bool asksForPictures(const QByteArray &body)
{
    const LiftedJson json(body, jsonlimits::clientBody);
    return json.isValid() && holdsImage(json.object().value("modalities"_L1));
}

Result<GenerationCall> readChatPictures(const GatewayRequest &request)
{
    const Result<openai::CallBody> body = openai::readJsonBody(request.body);
    if (!body) {
        return body.error();
    }
    const std::optional<Wish> wish = wishIn(body->fields);
    if (!wish) {
        return notSent(ErrorKind::Invalid,
                       Text::tr("messages must be a list with a message of the user's, of texts and pictures."),
                       u"messages"_s);
    }
    if (const std::optional<Error> fault = faultInConfig(body->fields.object())) {
        return *fault;
    }
    BodyFields fields(body->fields, asImagesBody(body->fields.object(), *wish));
    GenerationCall call;
    call.kind = CallKind::Chat;
    readHead(request, call);
    takeRouteWishes(fields, call);
    if (const QJsonValue modalities = fields.value(u"modalities"_s);
        !modalities.isUndefined() && !holdsImage(modalities)) {
        fields.fail(u"modalities"_s, Text::tr("This model makes pictures: modalities must have \"image\"."));
    }
    call.request.prompt = (wish->instructions + QStringList {wish->prompt}).join(u"\n\n"_s).trimmed();
    if (call.request.prompt.size() > requestlimits::prompt) {
        fields.fail(u"messages"_s,
                    Text::tr("%1 may have at most %2 characters.").arg(u"messages"_s).arg(requestlimits::prompt));
    }
    const std::optional<qint64> count = fields.integer(u"n"_s, 1, requestlimits::pictures);
    call.request.n = int(count.value_or(1));
    call.request.isCountSaid = count.has_value();
    call.request.seed = fields.integer(u"seed"_s, -1, requestlimits::seed);
    call.request.user = fields.text(u"user"_s);
    call.streams = fields.boolean(u"stream"_s) && !call.isJob;
    takeSize(fields, call.request.size);
    takeOutput(fields, call.request);
    openai::takePictures(fields, {}, call.request);
    if (call.request.prompt.isEmpty() && call.request.images.isEmpty() && !fields.error()) {
        fields.fail(u"messages"_s, Text::tr("Say what the picture should show: the last message is empty."));
    }
    call.session = notedWord(fields.value(u"session_id"_s).toString());
    leaveOut(fields, call);
    return finished(fields, std::move(call));
}

} // namespace lightwell::openrouter

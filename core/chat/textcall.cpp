// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/textcall.h"

#include "core/chat/textreasons.h"
#include "core/chat/writtenobject.h"
#include "core/model/boundedjson.h"
#include "core/model/liftedjson.h"
#include "core/model/modelname.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

/// Whole conversations, with pictures in them and with descriptions of tools.
constexpr JsonLimits limits {.bytes = 16LL * 1024 * 1024,
                             .longStrings = 500,
                             .values = 400'000,
                             .keys = 200'000,
                             .keyLength = 4096,
                             .depth = 100,
                             .uniqueKeys = true};

constexpr qint64 pictureTokens = 16'384; ///< more than any vendor counts for one
constexpr qint64 numberTokens = 24; ///< a number's digits
constexpr qint64 brackets = 4; ///< around a value, and what vendors put around a message
constexpr qint64 longestSetting = 1024; ///< tokens of a field that no model reads

Error refused(const ReasonCode<reasons::FieldName> &reason, const QString &field)
{
    return notSent(ErrorKind::Invalid, reason(reasons::FieldName(field)), field);
}

/// How many tokens a value has at most, as the model gets it.
class TokenBound
{
public:
    explicit TokenBound(const LiftedJson &json)
        : m_json(json)
    {
    }

    qint64 of(const QJsonValue &value)
    {
        if (value.isString()) {
            return m_json.isLifted(value) ? m_json.text(value).size() : value.toString().toUtf8().size() + brackets;
        }
        if (value.isArray()) {
            return ofList(value.toArray());
        }
        return value.isObject() ? ofObject(value.toObject()) : numberTokens;
    }
    [[nodiscard]] bool isOpen() const { return m_isOpen; } ///< something refers to what only the vendor has
    [[nodiscard]] bool costsMore() const { return m_hasSound || m_hasDocument; } ///< by more than its tokens

private:
    qint64 ofList(const QJsonArray &list)
    {
        qint64 sum = brackets;
        for (const QJsonValue &entry : list) {
            sum += of(entry);
        }
        return sum;
    }
    qint64 ofObject(const QJsonObject &object)
    {
        const QString type = object.value("type"_L1).toString();
        const bool isPicture = type == "image_url"_L1 || type == "input_image"_L1
            || (type.isEmpty() && isAddress(object.value("image_url"_L1)));
        m_hasSound = m_hasSound || type == "input_audio"_L1 || isAddress(object.value("audio_url"_L1));
        m_hasDocument = m_hasDocument || type == "document_url"_L1; // billed by its pages
        m_isOpen = m_isOpen || (!isPicture && isOpenPart(object, type));
        qint64 sum = isPicture ? pictureTokens : brackets;
        for (auto member = object.begin(); member != object.end(); ++member) {
            const bool isItsAddress = isPicture && member.key() == "image_url"_L1; // which no model reads as text
            sum += isItsAddress ? 0 : member.key().toUtf8().size() + of(member.value());
        }
        return sum;
    }
    /// As parts of a message have one, with their type or without it.
    static bool isAddress(const QJsonValue &value) { return value.isString() || value["url"_L1].isString(); }
    /// What it comes to shows when the vendor has fetched it, or unpacked it: a document has more text than bytes.
    static bool isOpenPart(const QJsonObject &part, const QString &type)
    {
        static const QStringList types {u"item_reference"_s, u"video_url"_s,    u"video"_s,    u"input_video"_s,
                                        u"file"_s,           u"document_url"_s, u"document"_s, u"input_file"_s};
        return types.contains(type) || part.contains("file_id"_L1) || part.contains("file_url"_L1)
            || part.value("file_data"_L1).isString() || isAddress(part.value("video_url"_L1));
    }

    const LiftedJson &m_json;
    bool m_isOpen = false;
    bool m_hasSound = false;
    bool m_hasDocument = false;
};

/// Nothing: it is not said, or means "as many as you like" (some programs write -1).
Result<std::optional<qint64>> count(const QJsonObject &body, const QString &field)
{
    const QJsonValue value = body.value(field);
    if (value.isUndefined() || value.isNull()) {
        return std::optional<qint64>();
    }
    const qint64 number = value.toInteger(0);
    if (!value.isDouble() || double(number) != value.toDouble()) {
        return refused(reasons::textFieldNoNumber, field);
    }
    return number > 0 ? std::optional(number) : std::nullopt;
}

Status readTokens(const QJsonObject &body, TextCall &call)
{
    const QStringList fields = call.kind == TextKind::Chat ? QStringList {u"max_completion_tokens"_s, u"max_tokens"_s}
        : call.kind == TextKind::Responses                 ? QStringList {u"max_output_tokens"_s}
                                                           : QStringList();
    for (const QString &field : fields) {
        const Result<std::optional<qint64>> most = count(body, field);
        if (!most) {
            return most.error();
        }
        if (*most) {
            call.maxTokens = std::max(call.maxTokens.value_or(0), **most);
        }
    }
    const Result<std::optional<qint64>> answers = count(body, u"n"_s);
    if (!answers) {
        return answers.error();
    }
    call.answers = answers->value_or(1);
    return Success();
}

bool hasOwnTools(const QJsonArray &tools)
{
    return std::any_of(tools.begin(), tools.end(), [](const QJsonValue &tool) {
        const QString type = tool["type"_L1].toString();
        return type != "function"_L1 && type != "custom"_L1;
    });
}

/// Whether the price is more than what its tokens come to.
bool costsMore(const QJsonObject &body)
{
    static const QStringList usual {QString(), u"auto"_s, u"default"_s, u"flex"_s};
    const QJsonArray modalities = body.value("modalities"_L1).toArray();
    static constexpr std::array dear {"web_search_options"_L1, "prediction"_L1,     "models"_L1,
                                      "search_parameters"_L1, // xAI's search
                                      "enable_search"_L1, // Alibaba's
                                      "search_settings"_L1,    "compound_custom"_L1}; // Groq's search and tools
    return hasOwnTools(body.value("tools"_L1).toArray()) || modalities.contains(u"audio"_s)
        || !usual.contains(body.value("service_tier"_L1).toString())
        || std::any_of(dear.begin(), dear.end(), [&body](QLatin1StringView field) {
               const QJsonValue value = body.value(field);
               return !value.isUndefined() && !value.isNull() && value != QJsonValue(false);
           });
}

/// Takes the wish to have the answer mended; other plugins are the vendor's, and not free.
void readPlugins(const QJsonObject &body, TextCall &call)
{
    const QJsonArray plugins = body.value("plugins"_L1).toArray();
    for (const QJsonValue &plugin : plugins) {
        if (plugin["id"_L1].toString() != "response-healing"_L1) {
            call.costsMore = true;
        } else if (plugin["enabled"_L1].toBool(true)) {
            const QJsonObject format = body.value("response_format"_L1).toObject();
            const QString type = format.value("type"_L1).toString();
            call.heals = !call.streams && (type == "json_schema"_L1 || type == "json_object"_L1);
            call.schema = format.value("json_schema"_L1)["schema"_L1].toObject();
        }
    }
}

Status readSwitches(const QJsonObject &body, TextCall &call)
{
    const QJsonValue stream = body.value("stream"_L1);
    if (!stream.isUndefined() && !stream.isNull() && !stream.isBool()) {
        return refused(reasons::textFieldNoSwitch, u"stream"_s);
    }
    call.streams = stream.toBool();
    call.wantsUsage = body.value("stream_options"_L1)["include_usage"_L1].toBool();
    return Success();
}

/// In the body, where nobody would see it, in whatever spelling. What tools and schemas call their fields is their own
/// affair.
bool asksForThePrice(const QJsonObject &body)
{
    const QStringList names = body.keys();
    return std::any_of(names.begin(), names.end(), [](QString name) {
        name.removeIf([](QChar c) { return !c.isLetter(); });
        return name.compare("dryrun"_L1, Qt::CaseInsensitive) == 0;
    });
}

Status checkContent(const QJsonObject &body, TextKind kind)
{
    const QString field = kind == TextKind::Chat ? u"messages"_s : u"input"_s;
    const QJsonValue content = body.value(field);
    if (content.isUndefined() || content.isNull()) {
        // A response may also be one to a prompt that is kept at the vendor.
        return kind == TextKind::Responses && body.value("prompt"_L1).isObject()
            ? Status(Success())
            : Status(refused(reasons::textFieldMissing, field));
    }
    if (kind == TextKind::Chat && (!content.isArray() || content.toArray().isEmpty())) {
        return refused(reasons::textFieldNoList, field);
    }
    return Success();
}

/// What a model reads, as far as fields say so by their names.
bool isRead(const QString &field)
{
    static const QStringList names {u"messages"_s,        u"input"_s, u"instructions"_s, u"tools"_s, u"functions"_s,
                                    u"response_format"_s, u"text"_s,  u"prompt"_s,       u"system"_s};
    return names.contains(field);
}

/// Of a field of the vendor's own: where it is long, its model may read it, too (documents …).
qint64 tokensBeside(const LiftedJson &json, const QJsonValue &value)
{
    const qint64 tokens = TokenBound(json).of(value);
    return tokens > longestSetting ? tokens : 0;
}

/// A text for embeddings that comes as its tokens.
bool areTokens(const QJsonValue &value)
{
    const QJsonArray list = value.toArray();
    return !list.isEmpty()
        && std::all_of(list.begin(), list.end(), [](const QJsonValue &token) { return token.isDouble(); });
}

void bound(const LiftedJson &json, TextCall &call)
{
    const QJsonObject &body = json.object();
    TokenBound tokens(json);
    qint64 sum = 0;
    for (auto field = body.begin(); field != body.end(); ++field) {
        const QJsonValue value = field.value();
        const bool isTokens = call.kind == TextKind::Embeddings && areTokens(value);
        sum += !isRead(field.key()) ? tokensBeside(json, value) : isTokens ? value.toArray().size() : tokens.of(value);
    }
    const bool isOpen = tokens.isOpen() || body.contains("conversation"_L1) || body.value("prompt"_L1).isObject();
    if (!isOpen) {
        call.inputTokens = sum;
    }
    call.costsMore = call.costsMore || tokens.costsMore();
}

} // namespace

QString textKindName(TextKind kind)
{
    switch (kind) {
    case TextKind::Chat:
        return u"chat"_s;
    case TextKind::Responses:
        return u"responses"_s;
    case TextKind::Embeddings:
        break;
    }
    return u"embeddings"_s;
}

bool isTextBody(const QByteArray &body)
{
    const LiftedJson json(body, limits);
    return json.isValid() && !json.isList();
}

Result<TextCall> readTextCall(const QByteArray &text, TextKind kind)
{
    const LiftedJson json(text, limits);
    if (!json.isValid() || json.isList()) {
        Error fault = json.fault().value_or(Error());
        fault.kind = ErrorKind::Invalid;
        fault.billing = Billing::NotBilled;
        if (json.isList()) {
            fault.setReason(reasons::textBodyNoObject());
        }
        return fault;
    }
    const QJsonObject &body = json.object();
    TextCall call;
    call.kind = kind;
    call.body = text;
    call.model = body.value("model"_L1).toString();
    if (call.model.isEmpty()) {
        return refused(reasons::textFieldMissing, u"model"_s);
    }
    if (!isModelName(call.model)) {
        return notSent(ErrorKind::Invalid, reasons::textModelBadlyNamed(), u"model"_s);
    }
    if (asksForThePrice(body)) {
        return notSent(ErrorKind::Invalid, reasons::priceAskedInBody(), u"dryRun"_s);
    }
    for (const Status &read : {checkContent(body, kind), readSwitches(body, call), readTokens(body, call)}) {
        if (!read) {
            return read.error();
        }
    }
    if (body.value("modalities"_L1).toArray().contains(u"image"_s)) {
        return notSent(ErrorKind::Unsupported, reasons::picturesFromChat(), u"modalities"_s);
    }
    if (const QJsonValue previous = body.value("previous_response_id"_L1);
        !previous.isUndefined() && !previous.isNull()) {
        return notSent(ErrorKind::Unsupported, reasons::responsesNotStored(), u"previous_response_id"_s);
    }
    for (const QString &field : {u"background"_s, u"deferred"_s}) { // the second is xAI's
        if (body.value(field).toBool()) {
            return notSent(ErrorKind::Unsupported, reasons::responsesNotInBackground(reasons::FieldName(field)), field);
        }
    }
    Result<std::optional<TextLink>> link = localLinkIn(json);
    if (!link) {
        return link.error();
    }
    call.localLink = std::move(link).value();
    call.costsMore = costsMore(body);
    const QJsonArray others = body.value("models"_L1).toArray();
    for (const QJsonValue &other : others) {
        call.alternatives.append(other.toString());
    }
    readPlugins(body, call);
    bound(json, call);
    return call;
}

QByteArray textBody(const TextCall &call, const QString &model, const TextBodyWishes &wishes)
{
    WrittenObject body(call.body);
    const QByteArray list = QJsonDocument(QJsonArray {model}).toJson(QJsonDocument::Compact);
    body.set("model", list.mid(1, list.size() - 2));
    if (wishes.tellsRoute && !call.routeWishes.isEmpty()) {
        body.set("provider", call.routeWishes);
    }
    if (wishes.hasMaxTokensOnly && body.contains("max_completion_tokens")) {
        // Passed over there, it would be no limit, and the call was reserved by it.
        const QByteArray limit = body.value("max_completion_tokens");
        if (writtenValue(limit).toInteger(0) > 0) {
            body.set("max_tokens", limit);
        }
        body.remove("max_completion_tokens");
    }
    if (wishes.asksUsage) {
        WrittenObject options(body.value("stream_options"));
        options.set("include_usage", "true");
        body.set("stream_options", options.text());
    }
    const QJsonArray plugins = writtenValue(body.value("plugins")).toArray();
    QJsonArray others;
    std::copy_if(plugins.begin(), plugins.end(), std::back_inserter(others),
                 [](const QJsonValue &plugin) { return plugin["id"_L1].toString() != "response-healing"_L1; });
    if (others.isEmpty() && !plugins.isEmpty()) {
        body.remove("plugins");
    } else if (others.size() < plugins.size()) {
        body.set("plugins", QJsonDocument(others).toJson(QJsonDocument::Compact));
    }
    return body.text();
}

} // namespace lightwell

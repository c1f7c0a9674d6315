// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/google/geminianswer.h"

#include "core/model/liftedjson.h"
#include "providers/common/httperrors.h"
#include "providers/common/pictures.h"
#include "providers/common/tokencost.h"
#include "providers/google/geminireason.h"

#include <QJsonArray>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

/// What one answer holds, over all of its candidates.
struct Content
{
    QList<ProducedMedia> images;
    QString text;
    QString finishReason;
    QString finishMessage;
};

void readPart(const LiftedJson &answer, const QJsonObject &part, Content &content)
{
    if (part.value("thought"_L1).toBool()) {
        return;
    }
    content.text += QString::fromUtf8(answer.text(part.value("text"_L1)));
    const QJsonObject data = part.value("inlineData"_L1).toObject();
    if (!data.value("mimeType"_L1).toString().startsWith("image/"_L1)) {
        return;
    }
    if (auto bytes = pictureFromBase64(answer.text(data.value("data"_L1)))) {
        ProducedMedia image;
        image.bytes = *std::move(bytes);
        content.images.append(std::move(image));
    }
}

Content readContent(const LiftedJson &answer)
{
    Content content;
    const QJsonArray candidates = answer.object().value("candidates"_L1).toArray();
    for (const QJsonValue &candidate : candidates) {
        const QJsonArray parts = candidate["content"_L1]["parts"_L1].toArray();
        for (const QJsonValue &part : parts) {
            readPart(answer, part.toObject(), content);
        }
        if (content.finishReason.isEmpty()) {
            content.finishReason = candidate["finishReason"_L1].toString();
            content.finishMessage = candidate["finishMessage"_L1].toString();
        }
    }
    return content;
}

std::optional<qint64> count(const QJsonObject &usage, QLatin1StringView key)
{
    return tokenCount(usage.value(key));
}

qint64 modality(const QJsonObject &usage, QLatin1StringView details, QLatin1StringView name)
{
    qint64 sum = 0;
    const QJsonArray entries = usage.value(details).toArray();
    for (const QJsonValue &entry : entries) {
        if (entry["modality"_L1].toString() == name) {
            sum = std::min(sum + tokenCount(entry["tokenCount"_L1]).value_or(0), maxTokens);
        }
    }
    return sum;
}

/// Tokens of the answer itself, thoughts apart. Where their count is missing, the sum tells them.
std::optional<qint64> answerTokens(const QJsonObject &usage)
{
    if (const auto told = count(usage, "candidatesTokenCount"_L1)) {
        return told;
    }
    const auto total = count(usage, "totalTokenCount"_L1);
    const auto in = count(usage, "promptTokenCount"_L1);
    if (!total || !in) {
        return std::nullopt;
    }
    const qint64 others =
        count(usage, "thoughtsTokenCount"_L1).value_or(0) + count(usage, "toolUsePromptTokenCount"_L1).value_or(0);
    return std::max<qint64>(*total - *in - others, 0);
}

/// What the details leave unsaid is text on the way in and pictures on the way out.
TokenUsage readUsage(const QJsonObject &usage)
{
    TokenUsage tokens;
    const qint64 in = count(usage, "promptTokenCount"_L1).value_or(0);
    const qint64 out = answerTokens(usage).value_or(0);
    tokens.inputImage = modality(usage, "promptTokensDetails"_L1, "IMAGE"_L1);
    tokens.inputText = std::max<qint64>(in - *tokens.inputImage, 0);
    const qint64 words = modality(usage, "candidatesTokensDetails"_L1, "TEXT"_L1);
    const qint64 pictures = modality(usage, "candidatesTokensDetails"_L1, "IMAGE"_L1);
    tokens.outputImage = std::max<qint64>(out - words, pictures);
    tokens.outputText = words + count(usage, "thoughtsTokenCount"_L1).value_or(0);
    return tokens;
}

Error withoutPicture(const QJsonObject &answer, const Content &content, const HttpResponse &response,
                     const QString &provider, const QByteArray &key)
{
    const QString block = answer.value("promptFeedback"_L1)["blockReason"_L1].toString();
    const QString reason = block.isEmpty() ? content.finishReason : block;
    const QJsonObject usage = answer.value("usageMetadata"_L1).toObject();
    Error error = brokenAnswer(response, provider, {});
    error.code = reason;
    error.kind = block.isEmpty() ? geminiReasonKind(reason) : ErrorKind::ContentPolicy;
    error.detail = redactedDetail(content.finishMessage.isEmpty() ? content.text : content.finishMessage, key);
    if (error.detail.isEmpty()) {
        error.detail = answer.value("promptFeedback"_L1)["blockReasonMessage"_L1].toString(reason);
    }
    // Refused prompts cost nothing; after that only the vendor's own count can say so.
    const std::optional<qint64> made = answerTokens(usage);
    const qint64 thoughts = count(usage, "thoughtsTokenCount"_L1).value_or(0);
    const bool counted = made && *made + thoughts == 0 && !reason.isEmpty();
    error.billing = !block.isEmpty() || counted ? Billing::NotBilled : Billing::MayBeBilled;
    if (const Reason known = geminiReasonFor(block.isEmpty() ? reason : QString(), provider); !known.isEmpty()) {
        error.setReason(known);
    } else if (!reason.isEmpty()) {
        explain(error, provider);
    }
    return error;
}

} // namespace

Step geminiAnswer(const Plan &plan, const HttpResponse &response, const QString &provider, const QByteArray &key)
{
    const LiftedJson answer(response.body);
    if (!answer.isValid()) {
        return Failed {brokenAnswer(response, provider, answer.fault()->why())};
    }
    const Content content = readContent(answer);
    if (content.images.isEmpty()) {
        return Failed {withoutPicture(answer.object(), content, response, provider, key)};
    }
    Done done;
    done.media = content.images;
    done.usage = answer.object().value("usageMetadata"_L1).toObject();
    done.cost = tokenCost(plan, readUsage(done.usage), static_cast<int>(done.media.size()));
    return done;
}

} // namespace lightwell

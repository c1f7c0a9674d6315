// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/common/openailikeanswer.h"

#include "core/model/dataurl.h"
#include "core/model/liftedjson.h"
#include "providers/common/foundpictures.h"
#include "providers/common/httperrors.h"
#include "providers/common/pictures.h"
#include "providers/common/tokencost.h"

#include <QJsonArray>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

std::optional<qint64> count(const QJsonObject &object, QLatin1StringView key)
{
    return tokenCount(object.value(key));
}

/// Tokens without a breakdown: text is all that can go in without pictures, and pictures are all that can come out.
std::optional<TokenUsage> readUsage(const QJsonObject &usage, bool hasPictures)
{
    const QJsonObject in = usage.value("input_tokens_details"_L1).toObject();
    const QJsonObject out = usage.value("output_tokens_details"_L1).toObject();
    TokenUsage tokens;
    tokens.inputText = count(in, "text_tokens"_L1);
    tokens.inputImage = count(in, "image_tokens"_L1);
    if (!tokens.inputText && !tokens.inputImage) {
        if (hasPictures) {
            return std::nullopt;
        }
        tokens.inputText = count(usage, "input_tokens"_L1);
    }
    tokens.outputImage = count(out, "image_tokens"_L1);
    tokens.outputText = count(out, "text_tokens"_L1);
    if (!tokens.outputImage) {
        const std::optional<qint64> all = count(usage, "output_tokens"_L1);
        if (!all || *all < tokens.outputText.value_or(0)) {
            return std::nullopt;
        }
        tokens.outputImage = *all - tokens.outputText.value_or(0);
    }
    return tokens;
}

} // namespace

std::optional<ProducedMedia> openAiLikePicture(const LiftedJson &answer, const QJsonObject &entry, const QUrl &origin)
{
    ProducedMedia image;
    image.revisedPrompt = QString::fromUtf8(answer.text(entry.value("revised_prompt"_L1)));
    const QByteArray link = answer.text(entry.value("url"_L1));
    if (auto bytes = pictureFromBase64(answer.text(entry.value("b64_json"_L1)))) {
        image.bytes = *bytes;
    } else if (auto inside = pictureFromBase64(isDataUrl(link) ? link : QByteArray())) {
        image.bytes = *inside;
    } else if (const auto url = pictureLink(QString::fromUtf8(link), origin)) {
        image.url = *url;
    } else {
        return std::nullopt;
    }
    return image;
}

void setOpenAiLikeUsage(Done &done, const Plan &plan, const QJsonObject &usage)
{
    done.usage = usage;
    if (const auto tokens = readUsage(usage, !plan.request.images.isEmpty())) {
        done.cost = tokenCost(plan, *tokens, static_cast<int>(done.media.size()));
    }
}

Step openAiLikeAnswer(const Plan &plan, const HttpResponse &response, QLatin1StringView pictures,
                      const QString &provider, const QByteArray &key)
{
    const LiftedJson answer(response.body);
    Done done;
    const QJsonArray data = answer.object().value(pictures).toArray();
    for (const QJsonValue &entry : data) {
        if (auto image = openAiLikePicture(answer, entry.toObject(), response.url)) {
            done.media.append(*std::move(image));
        }
    }
    QJsonObject usage = answer.object().value("usage"_L1).toObject();
    // Servers that only call themselves compatible wrap their pictures in other ways.
    if (done.media.size() < std::max<qsizetype>(1, data.size())) {
        FoundPictures found = findPictures(response);
        if (found.media.size() > done.media.size()) {
            done.media = std::move(found.media);
            usage = std::move(found.usage);
        }
    }
    if (done.media.isEmpty()) {
        return Failed {answer.isValid()
                           ? brokenAnswer(response, provider, {}, VendorMessage::read(response.body, key).text)
                           : brokenAnswer(response, provider, answer.fault()->why())};
    }
    setOpenAiLikeUsage(done, plan, usage);
    return done;
}

} // namespace lightwell

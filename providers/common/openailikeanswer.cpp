// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/common/openailikeanswer.h"

#include "core/model/liftedjson.h"
#include "providers/common/foundpictures.h"
#include "providers/common/httperrors.h"
#include "providers/common/picturelink.h"
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

struct Listed
{
    QList<ProducedMedia> media;
    qsizetype entries = 0;
    std::optional<QString> withheld; ///< the filter kept something back, for this reason
};

Listed readList(const LiftedJson &answer, const QUrl &origin, const OpenAiLikeProfile &profile)
{
    const auto withheld = [&](const QJsonObject &part) {
        return profile.withheld == nullptr ? std::nullopt : profile.withheld(part);
    };
    Listed listed;
    listed.withheld = withheld(answer.object());
    const QJsonArray entries = answer.object().value(profile.pictures).toArray();
    listed.entries = entries.size();
    for (const QJsonValue &entry : entries) {
        if (const std::optional<QString> reason = withheld(entry.toObject())) {
            listed.withheld = reason;
        } else if (auto image = openAiLikePicture(answer, entry.toObject(), origin)) {
            listed.media.append(*std::move(image));
        }
    }
    return listed;
}

Error refusal(const HttpResponse &response, const QString &provider, const QString &words)
{
    Error error;
    error.kind = ErrorKind::ContentPolicy;
    error.detail = words;
    error.httpStatus = response.status;
    explain(error, provider);
    return error;
}

Error withoutPicture(const LiftedJson &answer, const HttpResponse &response, const QString &provider,
                     const QByteArray &key)
{
    return answer.isValid() ? brokenAnswer(response, provider, {}, VendorMessage::read(response.body, key).text)
                            : brokenAnswer(response, provider, answer.fault()->why());
}

} // namespace

std::optional<ProducedMedia> openAiLikePicture(const LiftedJson &answer, const QJsonObject &entry, const QUrl &origin)
{
    std::optional<ProducedMedia> picture;
    if (std::optional<QByteArray> bytes = pictureFromBase64(answer.text(entry.value("b64_json"_L1)))) {
        picture.emplace().bytes = *std::move(bytes);
    } else {
        picture = pictureFrom(answer.text(entry.value("url"_L1)), origin);
    }
    if (picture) {
        picture->revisedPrompt = QString::fromUtf8(answer.text(entry.value("revised_prompt"_L1)));
    }
    return picture;
}

void setOpenAiLikeUsage(Done &done, const Plan &plan, const QJsonObject &usage)
{
    done.usage = usage;
    if (const auto tokens = readUsage(usage, !plan.request.images.isEmpty())) {
        done.cost = tokenCost(plan, *tokens, static_cast<int>(done.media.size()));
    }
}

Step openAiLikeAnswer(const Plan &plan, const HttpResponse &response, const OpenAiLikeProfile &profile,
                      const QByteArray &key)
{
    const LiftedJson answer(response.body);
    Listed listed = readList(answer, response.url, profile);
    Done done;
    done.media = std::move(listed.media);
    QJsonObject usage = answer.object().value("usage"_L1).toObject();
    // Servers that only call themselves compatible wrap their pictures in other ways.
    if (!listed.withheld && done.media.size() < std::max<qsizetype>(1, listed.entries)) {
        FoundPictures found = findPictures(response);
        if (found.media.size() > done.media.size()) {
            done.media = std::move(found.media);
            usage = std::move(found.usage);
        }
    }
    setOpenAiLikeUsage(done, plan, usage);
    if (profile.complete != nullptr) {
        profile.complete(done, plan, answer.object());
    }
    if (!done.media.isEmpty()) {
        return done;
    }
    Error error = listed.withheld ? refusal(response, profile.info.name, redactedDetail(*listed.withheld, key))
                                  : withoutPicture(answer, response, profile.info.name, key);
    if (profile.complete != nullptr && done.cost == Money::zero()) {
        error.billing = Billing::NotBilled;
    }
    return Failed {error};
}

} // namespace lightwell

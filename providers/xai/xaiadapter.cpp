// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/xai/xaiadapter.h"

#include "providers/common/openailike.h"
#include "providers/common/toldcost.h"

#include <QJsonArray>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr ErrorPhrase refusals[] = {
    {"incorrect api key"_L1, ErrorKind::Auth},
    {"available credits"_L1, ErrorKind::Funds},
    {"spending limit"_L1, ErrorKind::Funds},
    {"not supported: size"_L1, ErrorKind::Invalid, "size"_L1},
    {"not supported: style"_L1, ErrorKind::Invalid, "style"_L1},
    {"content policy"_L1, ErrorKind::ContentPolicy},
    {"content moderation"_L1, ErrorKind::ContentPolicy},
    {"usage guidelines"_L1, ErrorKind::ContentPolicy},
};

void embed(QJsonObject &body, const QStringList &pictures)
{
    QJsonArray list;
    for (const QString &picture : pictures) {
        list.append(QJsonObject {{u"url"_s, picture}, {u"type"_s, u"image_url"_s}});
    }
    if (list.size() == 1) {
        body.insert("image"_L1, list.first()); // keeps its shape, which pictures in a list do not
    } else {
        body.insert("images"_L1, list);
    }
}

std::optional<QString> withheld(const QJsonObject &part)
{
    const QJsonValue data = part.value("data"_L1);
    const QString reason = part.value("block_reason"_L1).toString();
    const bool isWithheld = !reason.isEmpty() || (data.isArray() && data.toArray().isEmpty())
        || !part.value("respect_moderation"_L1).toBool(true);
    return isWithheld ? std::optional(reason) : std::nullopt;
}

void readCost(Done &done, const Plan &, const QJsonObject &answer)
{
    constexpr double dollarsPerTick = 1e-10;
    if (const QJsonValue ticks = answer.value("usage"_L1)["cost_in_usd_ticks"_L1]; !ticks.isUndefined()) {
        takeToldCost(done, ticks, dollarsPerTick);
    }
}

} // namespace

std::unique_ptr<Adapter> xaiAdapter()
{
    OpenAiLikeProfile profile;
    profile.info.id = u"xai"_s;
    profile.info.name = u"xAI"_s;
    profile.info.defaultBaseUrl = QUrl(u"https://api.x.ai"_s);
    profile.info.keyPage = QUrl(u"https://console.x.ai"_s);
    profile.info.keyVariables = {u"XAI_API_KEY"_s};
    profile.jsonEdits = true;
    profile.embed = embed;
    profile.withheld = withheld;
    profile.complete = readCost;
    profile.refusals = refusals;
    return std::make_unique<OpenAiLikeAdapter>(std::move(profile));
}

} // namespace lightwell

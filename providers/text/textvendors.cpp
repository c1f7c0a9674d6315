// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/text/textvendors.h"

#include "providers/common/toldcost.h"
#include "providers/text/textprofile.h"

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr ErrorPhrase refusals[] = {
    {"insufficient balance"_L1, ErrorKind::Funds},
    {"credit balance is too low"_L1, ErrorKind::Funds}, // Anthropic's, with a 400
    {"available credits"_L1, ErrorKind::Funds},
    {"incorrect api key"_L1, ErrorKind::Auth},
    {"api key not valid"_L1, ErrorKind::Auth}, // Google's, with a 400
};

/// With a key of the vendor's own behind it, OpenRouter takes only its fee, and the vendor the rest.
Money openRouterCost(const QJsonObject &usage)
{
    const Money own = toldCost(usage.value("cost"_L1));
    const QJsonValue behind = usage.value("cost_details"_L1)["upstream_inference_cost"_L1];
    if (!usage.value("is_byok"_L1).toBool()) {
        return own;
    }
    return behind.isDouble() ? own + toldCost(behind) : Money::unknown();
}

Money xaiCost(const QJsonObject &usage)
{
    constexpr double dollarsPerTick = 1e-10;
    return toldCost(usage.value("cost_in_usd_ticks"_L1), dollarsPerTick);
}

Money deepInfraCost(const QJsonObject &usage)
{
    return toldCost(usage.value("estimated_cost"_L1));
}

QList<std::pair<QString, TextProfile>> profiles()
{
    const QList<TextKind> chat {TextKind::Chat};
    const QList<TextKind> embeds {TextKind::Chat, TextKind::Embeddings};
    const QList<TextKind> all {TextKind::Chat, TextKind::Responses, TextKind::Embeddings};
    QList<std::pair<QString, TextProfile>> rows {
        {u"openai"_s, {.kinds = all}},
        {u"openrouter"_s,
         {.version = u"/api/v1"_s, .kinds = all, .choosesAmongOthers = true, .toldCost = openRouterCost}},
        {u"xai"_s, {.kinds = {TextKind::Chat, TextKind::Responses}, .toldCost = xaiCost}},
        {u"together"_s, {.kinds = embeds, .hasMaxTokensOnly = true}},
        {u"fireworks"_s, {.version = u"/inference/v1"_s, .kinds = embeds}},
        {u"deepinfra"_s,
         {.version = u"/v1/openai"_s, .kinds = embeds, .hasMaxTokensOnly = true, .toldCost = deepInfraCost}},
        {u"novita"_s, {.version = u"/openai/v1"_s, .kinds = embeds, .hasMaxTokensOnly = true}},
        {u"siliconflow"_s, {.kinds = embeds, .hasMaxTokensOnly = true}},
        {u"huggingface"_s, {.kinds = chat}},
        {u"google-gemini"_s, {.version = u"/v1beta/openai"_s, .besideVersion = u"/v1beta"_s, .kinds = embeds}},
        {u"alibaba"_s, {.version = u"/compatible-mode/v1"_s, .besideVersion = u"/api/v1"_s, .kinds = embeds}},
        {u"anthropic"_s, {.kinds = chat}},
        {u"mistral"_s, {.kinds = embeds, .takesUsageWish = false, .hasMaxTokensOnly = true}},
        {u"deepseek"_s, {.kinds = chat, .hasMaxTokensOnly = true}},
        {u"groq"_s, {.version = u"/openai/v1"_s, .kinds = chat}},
        {u"localai"_s, {.kinds = embeds}},
        {u"openai-compatible"_s, {.kinds = embeds}},
    };
    for (auto &[provider, profile] : rows) {
        profile.refusals = refusals;
    }
    return rows;
}

} // namespace

TextModels textModels(const AdapterRegistry &adapters, const QStringList &ownServers)
{
    TextModels models {TextCatalog::builtIn(), {}};
    QList<std::pair<QString, TextProfile>> rows = profiles();
    for (const QString &server : ownServers) {
        rows.append({server, {.kinds = {TextKind::Chat, TextKind::Embeddings}}});
    }
    for (const auto &[provider, profile] : std::as_const(rows)) {
        if (const Adapter *adapter = adapters.find(provider)) {
            models.vendors.append(textVendor(adapter->info(), profile));
        }
    }
    return models;
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/openrouter/textmodelfacts.h"

#include "core/chat/textmoney.h"
#include "core/chat/textvendor.h"
#include "core/gateway/dialects/releasetime.h"

namespace lightwell::openrouter {

using namespace Qt::StringLiterals;

namespace {

constexpr double million = 1'000'000;

/// The price of a token, as OpenRouter writes it: "0.0000025".
QString perToken(double dollarsForAMillion)
{
    QString text = QString::number(dollarsForAMillion / million, 'f', 12);
    while (text.endsWith(u'0')) {
        text.chop(1);
    }
    return text.endsWith(u'.') ? text.chopped(1) : text;
}

void addPrice(ModelFacts &facts, const TextOffer &offer, QDate today)
{
    const TextPrice *price = priceFor(offer, 1, today); // of short requests
    if (!price || (facts.price && *facts.price <= price->output / million)) {
        return;
    }
    facts.price = price->output / million;
    facts.pricing = {{u"prompt"_s, perToken(price->input)}, {u"completion"_s, perToken(price->output)}};
    if (price->cached >= 0) {
        facts.pricing.insert(u"input_cache_read"_s, perToken(price->cached));
    }
}

/// `offers` are those of one model.
ModelFacts factsOf(const QList<TextOffer> &offers, QDate today)
{
    const TextOffer &first = offers.first();
    ModelFacts facts;
    facts.id = first.model.contains(u'/') ? first.model : QString(first.provider + u'/' + first.model);
    facts.slug = facts.id;
    facts.name = first.model;
    facts.author = facts.id.section(u'/', 0, 0);
    facts.created = releaseTime(first.released);
    facts.contextLength = first.context;
    facts.maxOutput = first.maxOutput;
    facts.inputs = first.vision ? QStringList {u"text"_s, u"image"_s} : QStringList {u"text"_s};
    const bool embeds = first.kinds.contains(TextKind::Embeddings);
    facts.outputs = {embeds ? u"embeddings"_s : u"text"_s};
    // What passes to every vendor as it is; what a model makes of it, its vendor says.
    facts.parameters =
        embeds ? QStringList() : QStringList {u"max_tokens"_s,  u"response_format"_s, u"stop"_s, u"temperature"_s,
                                              u"tool_choice"_s, u"tools"_s,           u"top_p"_s};
    for (const TextOffer &offer : offers) {
        facts.providers.append(offer.provider);
        addPrice(facts, offer, today);
    }
    facts.words = facts.providers;
    facts.architecture = architectureOf(facts);
    return facts;
}

} // namespace

QList<ModelFacts> textFacts(const TextModels &texts, QDate today)
{
    QList<ModelFacts> all;
    const QStringList providers = texts.providers();
    const QStringList names = texts.catalog.names();
    for (const QString &name : names) {
        const TextCatalog::Found found = texts.catalog.find(name, providers);
        if (!found.offers.isEmpty()) {
            all.append(factsOf(found.offers, today));
        }
    }
    return all;
}

} // namespace lightwell::openrouter

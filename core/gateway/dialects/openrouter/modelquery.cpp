// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/openrouter/modelquery.h"

#include "core/catalog/makernames.h"
#include "core/gateway/dialects/openrouter/providernames.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <cmath>

namespace lightwell::openrouter {

using namespace Qt::StringLiterals;

namespace {

constexpr double million = 1e6;
constexpr int maxAtOnce = 1000;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Gateway)
};

class QueryReader
{
public:
    explicit QueryReader(const QUrlQuery &query)
        : m_query(query)
    {
    }

    QString text(const QString &name) const
    {
        return m_query.queryItemValue(name, QUrl::FullyDecoded).replace(u'+', u' ').trimmed();
    }
    QStringList list(const QString &name) const
    {
        QStringList words;
        const QStringList parts = text(name).split(u',', Qt::SkipEmptyParts);
        for (const QString &part : parts) {
            words.append(part.trimmed());
        }
        return words;
    }
    std::optional<double> number(const QString &name)
    {
        const QString written = text(name);
        bool isNumber = false;
        const double value = written.toDouble(&isNumber);
        if (written.isEmpty() || written == "null"_L1) {
            return std::nullopt;
        }
        if (!isNumber || !std::isfinite(value) || value < 0) {
            fail(name, Text::tr("%1 must be a number, 0 or more.").arg(name));
            return std::nullopt;
        }
        return value;
    }
    void fail(const QString &name, const QString &message)
    {
        if (!m_error) {
            m_error = notSent(ErrorKind::Invalid, message, name);
        }
    }
    const std::optional<Error> &error() const { return m_error; }

private:
    const QUrlQuery &m_query;
    std::optional<Error> m_error;
};

void readSort(QueryReader &reader, ModelQuery &query)
{
    using Sort = ModelQuery::Sort;
    static const QHash<QString, Sort> orders {
        {u"pricing-low-to-high"_s, Sort::Cheapest},
        {u"pricing-high-to-low"_s, Sort::Dearest},
        {u"newest"_s, Sort::Newest},
        {u"context-high-to-low"_s, Sort::LongestContext},
        {u"latency-low-to-high"_s, Sort::Quickest},
        {u"throughput-high-to-low"_s, Sort::Fastest},
        // As a call's provider.sort has them.
        {u"price"_s, Sort::Cheapest},
        {u"latency"_s, Sort::Quickest},
        {u"throughput"_s, Sort::Fastest},
        // Nobody here knows these of any model, and those without figures stay as they are.
        {u"most-popular"_s, Sort::AsListed},
        {u"top-weekly"_s, Sort::AsListed},
        {u"intelligence-high-to-low"_s, Sort::AsListed},
        {u"coding-high-to-low"_s, Sort::AsListed},
        {u"agentic-high-to-low"_s, Sort::AsListed},
        {u"design-arena-elo-high-to-low"_s, Sort::AsListed},
    };
    const QString word = reader.text(u"sort"_s);
    if (orders.contains(word)) {
        query.sort = orders.value(word);
    } else if (!word.isEmpty()) {
        reader.fail(u"sort"_s,
                    Text::tr("sort must be pricing-low-to-high, pricing-high-to-low, latency-low-to-high, "
                             "throughput-high-to-low, context-high-to-low or newest."));
    }
}

/// Letters alone count; "all" is no condition.
QStringList modalities(const QueryReader &reader, const QString &name)
{
    QStringList words = reader.list(name);
    return words.contains(u"all"_s) ? QStringList() : words;
}

bool hasAny(const QStringList &has, const QStringList &wanted)
{
    return wanted.isEmpty()
        || std::any_of(wanted.begin(), wanted.end(), [&has](const QString &one) { return has.contains(one); });
}

bool hasAll(const QStringList &has, const QStringList &wanted)
{
    return std::all_of(wanted.begin(), wanted.end(), [&has](const QString &one) { return has.contains(one); });
}

bool isWithin(const std::optional<double> &least, const std::optional<double> &most, double value)
{
    return (!least || value >= *least) && (!most || value <= *most);
}

/// By dollars for a million tokens. A price that nobody knows, or of something else, is within no bounds.
bool costsWithin(const std::optional<double> &least, const std::optional<double> &most,
                 const std::optional<double> &price)
{
    const bool isAsked = least || most;
    return !isAsked || (price && isWithin(least, most, *price * million));
}

bool isFound(const ModelFacts &facts, const QString &words)
{
    const QString text = (QStringList {facts.id, facts.name, facts.description} + facts.words).join(u'\n').toLower();
    const QStringList all = words.toLower().split(u' ', Qt::SkipEmptyParts);
    return std::all_of(all.begin(), all.end(), [&text](const QString &word) { return text.contains(word); });
}

/// "GPT" is of both "gpt-image" and "GPT-5 mini".
bool isOfFamily(const ModelFacts &facts, const QString &family)
{
    return facts.family.contains(family, Qt::CaseInsensitive) || facts.name.contains(family, Qt::CaseInsensitive);
}

bool isOfAge(const ModelFacts &facts, const ModelQuery &query, qint64 now)
{
    constexpr double secondsOfDay = 86400;
    const bool isAsked = query.minDays || query.maxDays;
    return !isAsked
        || (facts.created > 0
            && isWithin(query.minDays, query.maxDays, static_cast<double>(now - facts.created) / secondsOfDay));
}

bool isWanted(const ModelFacts &facts, const ModelQuery &query, qint64 now)
{
    const auto isBy = [&facts](const QString &author) { return isMakersName(author, facts.author); };
    return hasAny(facts.inputs, query.inputs) && hasAny(facts.outputs, query.outputs)
        && hasAll(facts.parameters, query.parameters) && hasAny(facts.providers, query.providers)
        && (query.authors.isEmpty() || std::any_of(query.authors.begin(), query.authors.end(), isBy))
        && isOfFamily(facts, query.family) && double(facts.contextLength) >= query.minContext.value_or(0)
        && costsWithin(query.minPrompt, query.maxPrompt, facts.promptPrice)
        && costsWithin(query.minOutput, query.maxOutput, facts.outputPrice) && isOfAge(facts, query, now)
        && isFound(facts, query.words);
}

/// Those without a figure behind all others, whichever way it goes.
bool isBefore(const std::optional<double> &left, const std::optional<double> &right, bool isLeastFirst)
{
    if (!left || !right) {
        return left.has_value() && !right;
    }
    return isLeastFirst ? *left < *right : *left > *right;
}

bool isBefore(const ModelFacts &left, const ModelFacts &right, ModelQuery::Sort sort)
{
    switch (sort) {
    case ModelQuery::Sort::Newest:
        return left.created > right.created;
    case ModelQuery::Sort::LongestContext:
        return left.contextLength > right.contextLength;
    case ModelQuery::Sort::Quickest:
        return isBefore(left.latency, right.latency, true);
    case ModelQuery::Sort::Fastest:
        return isBefore(left.throughput, right.throughput, false);
    case ModelQuery::Sort::Cheapest:
    case ModelQuery::Sort::Dearest:
        return isBefore(left.price, right.price, sort == ModelQuery::Sort::Cheapest);
    case ModelQuery::Sort::AsListed:
        break;
    }
    return false;
}

/// Passed over, each of these would bring models that were not asked for.
void refuseUnknowable(QueryReader &reader)
{
    static const QStringList switches {u"zdr"_s, u"use_rss"_s}; // "false" wants nothing
    static const QStringList conditions {u"distillable"_s,
                                         u"region"_s,
                                         u"category"_s,
                                         u"min_intelligence_index"_s,
                                         u"max_intelligence_index"_s,
                                         u"min_coding_index"_s,
                                         u"max_coding_index"_s,
                                         u"min_agentic_index"_s,
                                         u"max_agentic_index"_s,
                                         u"min_tool_success_rate"_s,
                                         u"max_tool_success_rate"_s};
    for (const QString &name : switches + conditions) {
        const QString value = reader.text(name);
        const bool isAsked =
            !value.isEmpty() && value != "null"_L1 && !(switches.contains(name) && value == "false"_L1);
        if (isAsked) {
            reader.fail(name, Text::tr("The catalog does not know that of models. Leave out %1.").arg(name));
        }
    }
}

} // namespace

Result<ModelQuery> readModelQuery(const QUrlQuery &query)
{
    QueryReader reader(query);
    ModelQuery wanted;
    wanted.words = reader.text(u"q"_s);
    wanted.inputs = modalities(reader, u"input_modalities"_s);
    wanted.outputs = modalities(reader, u"output_modalities"_s);
    wanted.parameters = reader.list(u"supported_parameters"_s);
    const QStringList providers = reader.list(u"providers"_s);
    for (const QString &provider : providers) {
        wanted.providers.append(providerName(provider).id);
    }
    wanted.authors = reader.list(u"model_authors"_s);
    wanted.family = reader.text(u"arch"_s);
    wanted.minContext = reader.number(u"context"_s);
    wanted.minPrompt = reader.number(u"min_price"_s);
    wanted.maxPrompt = reader.number(u"max_price"_s);
    wanted.minOutput = reader.number(u"min_output_price"_s);
    wanted.maxOutput = reader.number(u"max_output_price"_s);
    wanted.minDays = reader.number(u"min_age_days"_s);
    wanted.maxDays = reader.number(u"max_age_days"_s);
    wanted.offset = qsizetype(std::min(reader.number(u"offset"_s).value_or(0), million));
    readSort(reader, wanted);
    if (const std::optional<double> limit = reader.number(u"limit"_s)) {
        wanted.limit = qsizetype(std::min(*limit, double(maxAtOnce)));
    }
    refuseUnknowable(reader);
    if (reader.error()) {
        return *reader.error();
    }
    return wanted;
}

QList<ModelFacts> matching(QList<ModelFacts> all, const ModelQuery &query, const QDateTime &now)
{
    all.removeIf([&](const ModelFacts &facts) { return !isWanted(facts, query, now.toSecsSinceEpoch()); });
    if (query.sort != ModelQuery::Sort::AsListed) {
        std::stable_sort(all.begin(), all.end(), [&query](const ModelFacts &left, const ModelFacts &right) {
            return isBefore(left, right, query.sort);
        });
    }
    return all;
}

} // namespace lightwell::openrouter

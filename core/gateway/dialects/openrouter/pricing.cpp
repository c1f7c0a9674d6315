// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/typicalrequests.h"
#include "core/gateway/dialects/openrouter/descriptors.h"
#include "core/planning/planner.h"

namespace lightwell::openrouter {

using namespace Qt::StringLiterals;

namespace {

QString unitOf(const PriceLine &line)
{
    return line.unit == PriceLine::Unit::Run ? u"request"_s : priceUnitName(line.unit);
}

/// The conditions of a line in a few words: "high 1024x1024", "2k", "editing".
QString variantOf(const PriceLine &line)
{
    QStringList words;
    const auto say = [&words](const std::optional<bool> &is, const QString &word) {
        if (is) {
            words.append(*is ? word : QString(u"without "_s + word));
        }
    };
    if (!line.quality.isEmpty()) {
        words.append(line.quality);
    }
    if (line.tier) {
        words.append(tierName(*line.tier).toLower());
    }
    if (line.size) {
        words.append(sizeToString(*line.size));
    }
    say(line.editing, u"editing"_s);
    say(line.character, u"character"_s);
    say(line.style, u"style"_s);
    return words.join(u' ');
}

double unitPrice(const PriceLine &line)
{
    return line.per > 0 ? line.usd / static_cast<double>(line.per) : 0;
}

/// "0.00003": a plain decimal number.
QString asText(double dollars)
{
    constexpr int digits = 12;
    QString text = QString::number(dollars, 'f', digits);
    while (text.endsWith(u'0')) {
        text.chop(1);
    }
    return text.endsWith(u'.') ? text.chopped(1) : text;
}

/// What OpenRouter calls it, with the unit that it has there; empty: it has no such price.
QLatin1StringView nameOf(const PriceLine &line)
{
    const bool isToken = line.unit == PriceLine::Unit::Token;
    switch (line.item) {
    case PriceLine::Item::InputText:
        return isToken ? "prompt"_L1 : QLatin1StringView();
    case PriceLine::Item::OutputText:
        return isToken ? "completion"_L1 : QLatin1StringView();
    case PriceLine::Item::InputImage:
        return isToken ? "image_token"_L1 : line.unit == PriceLine::Unit::Image ? "image"_L1 : QLatin1StringView();
    case PriceLine::Item::OutputImage:
        break;
    }
    if (line.unit == PriceLine::Unit::Run) {
        return "request"_L1;
    }
    return isToken ? "image_output"_L1 : QLatin1StringView();
}

/// Of several lines for one thing the lowest: what it costs at least.
QHash<QLatin1StringView, double> namedPricesOf(const Offer &offer)
{
    QHash<QLatin1StringView, double> prices;
    for (const PriceLine &line : offer.prices) {
        const QLatin1StringView name = nameOf(line);
        if (!name.isEmpty() && (!prices.contains(name) || prices.value(name) > unitPrice(line))) {
            prices.insert(name, unitPrice(line));
        }
    }
    return prices;
}

std::optional<double> priceNamed(const QHash<QLatin1StringView, double> &prices, QLatin1StringView name)
{
    return prices.contains(name) ? std::optional(prices.value(name)) : std::nullopt;
}

} // namespace

std::optional<double> usualPictureOf(const Offer &offer)
{
    constexpr double million = 1e6;
    static const TypicalRequests requests(QSize(1024, 1024)); // NOLINT(readability-magic-numbers): as in other lists
    const Result<Plan> plan = makePlan(requests.plain(offer), offer);
    const bool isKnown = plan && plan->estimate.total.isKnown();
    return isKnown ? std::optional(static_cast<double>(plan->estimate.total.micros()) / million) : std::nullopt;
}

TokenPrices tokenPricesOf(const Offer &offer, std::optional<double> usualPicture)
{
    if (usualPicture == 0.0) {
        return {0, 0};
    }
    const QHash<QLatin1StringView, double> prices = namedPricesOf(offer);
    const std::optional<double> pictures = priceNamed(prices, "image_output"_L1);
    return {priceNamed(prices, "prompt"_L1), pictures ? pictures : priceNamed(prices, "completion"_L1)};
}

QJsonArray pricingOf(const Offer &offer)
{
    QJsonArray lines;
    for (const PriceLine &line : offer.prices) {
        QJsonObject entry {
            {u"billable"_s, priceItemName(line.item)}, {u"unit"_s, unitOf(line)}, {u"cost_usd"_s, unitPrice(line)}};
        if (const QString variant = variantOf(line); !variant.isEmpty()) {
            entry.insert(u"variant"_s, variant);
        }
        lines.append(entry);
    }
    return lines;
}

QJsonObject publicPricingOf(const Offer &offer, std::optional<double> usualPicture)
{
    const QString unsaid = usualPicture ? u"0"_s : u"-1"_s; // where all is known, what has no line costs nothing
    QJsonObject pricing {{u"prompt"_s, unsaid},
                         {u"completion"_s, unsaid},
                         {u"output_image"_s, usualPicture ? asText(*usualPicture) : u"-1"_s}};
    const QHash<QLatin1StringView, double> prices = namedPricesOf(offer);
    for (auto price = prices.constBegin(); price != prices.constEnd(); ++price) {
        pricing.insert(price.key(), asText(price.value()));
    }
    return pricing;
}

} // namespace lightwell::openrouter

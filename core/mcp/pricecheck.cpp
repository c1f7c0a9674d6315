// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/pricecheck.h"

#include "core/model/displaytext.h"

#include <QCoreApplication>

#include <algorithm>

namespace lightwell::mcp {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Mcp)
};

Error refusal(const QString &code, const QString &message)
{
    Error error = notSent(ErrorKind::Budget, message, u"max_cost_usd"_s);
    error.code = code;
    return error;
}

Error noAgreement(ErrorKind kind, const QString &code, const QString &message)
{
    Error error = notSent(kind, message);
    error.code = code;
    return error;
}

PriceVerdict refused(const QString &code, const QString &message)
{
    return {PriceVerdict::Kind::Refuse, {}, false, {}, refusal(code, message)};
}

constexpr qsizetype longestName = 128;

/// Names come from vendors' lists, too, and none of them may say something of the price.
QString made(const Plan &plan)
{
    return Text::tr("%1 at %2").arg(shortened(displayText(plan.offer.model), longestName), plan.offer.provider);
}

bool isWithin(Money price, Money limit)
{
    return price.isKnown() && price.micros() <= limit.micros();
}

PriceVerdict checkUnknown(const Plan &plan, const Consent &consent)
{
    if (consent.maxCost) {
        return refused(u"PRICE_UNKNOWN"_s,
                       Text::tr("Nobody knows beforehand what %1 costs, so max_cost_usd cannot be kept. Nothing was "
                                "made. Choose another model, or ask the user, and then leave max_cost_usd out and set "
                                "allow_unknown_price.")
                           .arg(made(plan)));
    }
    if (consent.agreed && !consent.agreed->isKnown()) {
        return {PriceVerdict::Kind::Go, {}, true, {}, {}};
    }
    if (consent.mayAsk) {
        return {PriceVerdict::Kind::Ask, {}, false, {}, {}};
    }
    if (consent.allowsUnknownPrice) {
        return {PriceVerdict::Kind::Go, {}, true, {}, {}};
    }
    return refused(u"PRICE_UNKNOWN"_s,
                   Text::tr("Nobody knows beforehand what %1 costs. Nothing was made. Choose another model, or ask the "
                            "user, and if they agree, call again with allow_unknown_price: true.")
                       .arg(made(plan)));
}

PriceVerdict checkKnown(const Plan &plan, const Consent &consent)
{
    const Money price = plan.estimate.total;
    if (consent.maxCost && !isWithin(price, *consent.maxCost)) {
        return refused(u"PRICE_ABOVE_LIMIT"_s,
                       Text::tr("%1 would cost about %2, more than the %3 of max_cost_usd. Nothing was made, nothing "
                                "was paid.")
                           .arg(made(plan), price.toString(), consent.maxCost->toString()));
    }
    const bool isAgreed = isWithin(price, agreementFrom)
        || (consent.agreed && consent.agreed->isKnown() && isWithin(price, *consent.agreed));
    if (!isAgreed && consent.mayAsk) {
        return {PriceVerdict::Kind::Ask, price, false, {}, {}};
    }
    if (!isAgreed && !consent.maxCost) {
        return refused(u"AGREEMENT_NEEDED"_s,
                       Text::tr("%1 would cost about %2. Nothing was made, nothing was paid. Ask the user, and if they "
                                "agree, call again with max_cost_usd: %3.")
                           .arg(made(plan), price.toString(), price.toDecimal()));
    }
    return {PriceVerdict::Kind::Go, price, false, {}, {}};
}

} // namespace

QList<Plan> usablePlans(const Route &route, const QJsonObject &keys)
{
    QList<Plan> usable;
    const QList<Plan> all = plansOf(route);
    std::copy_if(all.begin(), all.end(), std::back_inserter(usable),
                 [&keys](const Plan &plan) { return keys.value(plan.offer.provider).toString() != "missing"_L1; });
    return usable.isEmpty() ? all : usable;
}

bool needsAgreement(const Plan &plan)
{
    return !isWithin(plan.estimate.total, agreementFrom);
}

PriceVerdict checkPrice(const Route &route, const QJsonObject &keys, const Consent &consent)
{
    const QList<Plan> plans = usablePlans(route, keys);
    const Plan &first = plans.constFirst();
    PriceVerdict verdict = first.estimate.total.isKnown() ? checkKnown(first, consent) : checkUnknown(first, consent);
    if (verdict.kind != PriceVerdict::Kind::Go || verdict.isUnknownAgreed) {
        return verdict;
    }
    const Money most =
        consent.maxCost.value_or(Money::fromMicros(std::max(verdict.price.micros(), agreementFrom.micros())));
    const bool allKeepIt = std::all_of(plans.begin(), plans.end(),
                                       [most](const Plan &plan) { return isWithin(plan.estimate.total, most); });
    if (!allKeepIt) {
        verdict.kind = PriceVerdict::Kind::Narrow;
        verdict.only = first.offer.id();
    }
    return verdict;
}

Error declined()
{
    return noAgreement(ErrorKind::Cancelled, u"DECLINED"_s,
                       Text::tr("The user did not agree to the price. Nothing was made, nothing was paid."));
}

Error unanswered()
{
    return noAgreement(ErrorKind::Cancelled, u"UNANSWERED"_s,
                       Text::tr("The user did not answer whether the price is all right. Nothing was made, nothing "
                                "was paid."));
}

Error tooManyQuestions()
{
    return noAgreement(ErrorKind::RateLimit, u"TOO_MANY_QUESTIONS"_s,
                       Text::tr("The user has many questions of this client to answer already. Nothing was made, "
                                "nothing was paid: wait for their answers."));
}

QString priceQuestion(const Plan &plan)
{
    const QString pictures = Text::tr("%n picture(s)", nullptr, plan.pictures());
    if (!plan.estimate.total.isKnown()) {
        return Text::tr("Lightwell is to have %1 made by %2. Nobody knows beforehand what that costs. Go on?")
            .arg(pictures, made(plan));
    }
    const QString price = plan.estimate.total.toString();
    return plan.estimate.atMost
        ? Text::tr("Lightwell is to have %1 made by %2 for at most %3. Pay that?").arg(pictures, made(plan), price)
        : Text::tr("Lightwell is to have %1 made by %2 for about %3. Pay that?").arg(pictures, made(plan), price);
}

} // namespace lightwell::mcp

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/formpricetexts.h"

#include "ui/budgetwatch.h"
#include "ui/compare/emulationtext.h"
#include "ui/compare/formplans.h"
#include "ui/compare/modelspanel.h"

#include <QCoreApplication>
#include <QMap>

namespace lightwell::formprice {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(FormPrice)
};

/// A model that has no such setting makes its picture without it.
void tellLeftOut(PricePanel::HeldBack &said, const FormPlans &plans, const ModelsPanel &models)
{
    const QStringList wished = plans.form().models;
    QMap<QString, int> counts;
    QStringList reasons;
    for (const QString &model : wished) {
        const QList<PlannedParameter> leftOut = plans.leftOut(model);
        for (const PlannedParameter &parameter : leftOut) {
            ++counts[parameter.name];
        }
        if (!leftOut.isEmpty()) {
            reasons.append(models.leftOutOf(model));
        }
    }
    QStringList parts;
    for (auto count = counts.cbegin(); count != counts.cend(); ++count) {
        const QString label = parameterLabel(count.key());
        parts.append(wished.size() == 1 ? label : Text::tr("%1 (%2 of %3)").arg(label).arg(*count).arg(wished.size()));
    }
    said.leftOut = parts.isEmpty() ? QString() : Text::tr("Left out: %1").arg(parts.join(u", "_s));
    said.leftOutReasons = reasons.join(u'\n');
}

} // namespace

QString lines(const FormPlans &plans)
{
    QStringList all;
    for (const QString &model : plans.form().models) {
        const FormPlans::Entry *entry = plans.find(model);
        if (!entry || !entry->plan) {
            continue;
        }
        const Offer &offer = entry->plan->offer;
        const Estimate &estimate = entry->plan->estimate;
        QString line = estimate.atMost && estimate.total.isKnown()
            ? Text::tr("%1: at most %2 a picture").arg(model, estimate.total.toString())
            : Text::tr("%1: %2 a picture").arg(model, estimate.total.toString());
        if (!offer.priceDate.isEmpty()) {
            line += Text::tr(", price of %1").arg(offer.priceDate);
        }
        all.append(line);
    }
    return all.join(u'\n');
}

QString budgetWarning(const FormPlans &plans, const BudgetWatch &budget, bool isUnknownPriceRefused)
{
    Money known = Money::zero();
    bool anyUnknown = false;
    for (const QString &model : plans.form().models) {
        const FormPlans::Entry *entry = plans.find(model);
        const Money price = plans.price(model);
        if (plans.obstacle(model)) {
            continue;
        }
        anyUnknown = anyUnknown || (entry && entry->plan && !price.isKnown());
        if (price.isKnown()) {
            known += price * plans.form().pictures;
        }
    }
    const std::optional<BudgetState> &tightest = budget.tightest();
    const bool isHard = tightest && tightest->budget.isHard;
    const Money left = tightest ? tightest->left() : Money::unknown();
    if (left.isKnown() && known.micros() > 0 && known.micros() > left.micros()) {
        return !isHard ? Text::tr("More than is left of the budget, which only tells and stops nothing.")
                       : Text::tr("More than is left of the budget: some of the pictures will be refused.");
    }
    return anyUnknown && isUnknownPriceRefused
        ? Text::tr("Models without a known price are refused. The settings can allow them.")
        : QString();
}

PricePanel::HeldBack heldBack(const FormPlans &plans, const ModelsPanel &models)
{
    const QStringList wished = plans.form().models;
    const auto all = static_cast<int>(wished.size());
    int needKey = 0;
    int tooLong = 0;
    int others = 0;
    qint64 excess = 0;
    QStringList reasons;
    for (const QString &model : wished) {
        const Obstacle obstacle = plans.obstacle(model);
        if (obstacle.kind == Obstacle::Kind::NeedsKey) {
            ++needKey;
        } else if (obstacle.kind == Obstacle::Kind::PromptTooLong) {
            ++tooLong;
            excess = std::max(excess, obstacle.excess);
        } else if (obstacle) {
            ++others;
            reasons.append(models.problemOf(model));
        }
    }
    PricePanel::HeldBack said;
    if (needKey > 0) {
        said.needKey = all == 1 ? Text::tr("Needs a key")
            : needKey == 1      ? Text::tr("1 of %1 needs a key").arg(all)
                                : Text::tr("%1 of %2 need a key").arg(needKey).arg(all);
    }
    if (tooLong > 0) {
        said.tooLong = Text::tr("%1 of %2: prompt %3 letters too long").arg(tooLong).arg(all).arg(excess);
    }
    if (others > 0) {
        said.others = all == 1 ? reasons.constFirst() : Text::tr("%1 of %2 cannot make this").arg(others).arg(all);
        said.otherReasons = reasons.join(u'\n');
    }
    tellLeftOut(said, plans, models);
    const bool partly = needKey + tooLong + others > 0 && plans.pictures() > 0;
    said.generate = partly ? Text::tr("&Generate %1").arg(plans.pictures()) : Text::tr("&Generate");
    return said;
}

} // namespace lightwell::formprice

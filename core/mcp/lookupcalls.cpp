// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/lookupcalls.h"

#include "core/async/whendone.h"
#include "core/ledger/ledger.h"
#include "core/secrets/keyring.h"

#include <QtConcurrentRun>

namespace lightwell::mcp {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize pricedSize(1024, 1024);
constexpr int usualLimit = 25;

ModelQuery queryOf(const QJsonObject &arguments)
{
    ModelQuery query;
    query.words = arguments.value("search"_L1).toString();
    query.capability = arguments.value("capability"_L1).toString();
    query.provider = arguments.value("provider"_L1).toString();
    if (const QJsonValue most = arguments.value("max_price_usd"_L1); most.isDouble()) {
        query.maxPrice = Money::fromDollars(most.toDouble());
    }
    query.sort = ModelQuery::Sort::Price;
    return query;
}

} // namespace

void ModelsCall::begin()
{
    const bool isForAll = !asker().shown;
    if (isForAll && surroundings().index) {
        return withIndex(*surroundings().index);
    }
    const Catalog &all = surroundings().catalog;
    const auto making = QtConcurrent::run(
        [catalog = isForAll ? all : asker().shown(all)] { return ModelIndex(catalog).pricedFor(pricedSize); });
    whenDone(making, this, [this, isForAll](const ModelIndex &index) {
        if (isForAll) {
            surroundings().index = index;
        }
        if (!isOver()) {
            withIndex(index);
        }
    });
}

void ModelsCall::withIndex(const ModelIndex &index)
{
    surroundings().keyring.states(index.providers(), this, [this, index](const QList<KeyState> &states) {
        if (!isOver()) {
            tell(index, states);
        }
    });
}

void ModelsCall::tell(const ModelIndex &index, const QList<KeyState> &states)
{
    ModelQuery query = queryOf(arguments());
    if (!arguments().value("include_unusable"_L1).toBool()) {
        QStringList usable;
        for (const KeyState &state : states) {
            if (state.source != KeySource::None) {
                usable.append(state.provider);
            }
        }
        query.usable = usable;
    }
    const qsizetype limit = arguments().value("limit"_L1).toInt(usualLimit);
    finish(toolResult(modelsReport(index, index.find(query), limit), {}, false, terms().revision));
}

void UsageCall::begin()
{
    const Period period = periodFromName(arguments().value("period"_L1).toString()).value_or(Period::Month);
    const QDateTime now = QDateTime::currentDateTime();
    whenDone(surroundings().ledger.usage(periodStart(period, now)), this,
             [this, period, now](const Result<Usage> &usage) {
                 if (!usage) {
                     return finish(toolError(usage.error()));
                 }
                 whenDone(surroundings().ledger.budgets(now), this,
                          [this, period, usage = *usage](const Result<QList<BudgetState>> &budgets) {
                              if (!budgets) {
                                  return finish(toolError(budgets.error()));
                              }
                              finish(toolResult(usageReport(period, usage, *budgets, asker().origin), {}, false,
                                                terms().revision));
                          });
             });
}

} // namespace lightwell::mcp

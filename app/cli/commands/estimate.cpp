// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/estimate.h"

#include "app/cli/outcome.h"
#include "app/cli/report.h"
#include "app/cli/requestoptions.h"
#include "app/cli/routetable.h"
#include "app/cli/spendoptions.h"
#include "app/cli/terminal.h"
#include "app/composition.h"
#include "core/async/whendone.h"
#include "core/planning/planner.h"
#include "core/secrets/plankeys.h"
#include "core/wording/routewording.h"
#include "core/wording/wording.h"

#include <QJsonArray>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

QJsonObject planReport(const Route &route, const QJsonObject &keys)
{
    const Plan &plan = route.plans.constFirst().plan;
    QJsonArray components;
    for (const EstimateLine &line : plan.estimate.lines) {
        components.append(line.toJson());
    }
    QJsonArray parameters;
    for (const PlannedParameter &parameter : plan.parameters) {
        parameters.append(wording::toldJson(parameter));
    }
    const QSize size = sizeThatComesOut(plan);
    return {{"estimated"_L1, true},
            {"model"_L1, plan.offer.model},
            {"provider"_L1, plan.offer.provider},
            {"total_cost_micros"_L1, plan.estimate.total.toJson()},
            {"total_cost"_L1, plan.estimate.total.toJsonDollars()},
            {"currency"_L1, u"USD"_s},
            {"components"_L1, components},
            {"at_most"_L1, plan.estimate.atMost},
            {"size"_L1, size.isValid() ? sizeToString(size) : u"auto"_s},
            {"parameters"_L1, parameters},
            {"keys"_L1, keys},
            {"route"_L1, wording::routeJson(placesOf(route))},
            {"price_source"_L1, plan.offer.priceSource},
            {"price_date"_L1, plan.offer.priceDate}};
}

void printPlans(const QList<Plan> &plans, Terminal &terminal)
{
    QList<QStringList> rows {{EstimateCommand::tr("PROVIDER"), EstimateCommand::tr("MAKES"),
                              EstimateCommand::tr("CALLS"), EstimateCommand::tr("ESTIMATE"),
                              EstimateCommand::tr("PRICES OF")}};
    for (const Plan &plan : plans) {
        rows.append({plan.offer.id(), sizeText(sizeThatComesOut(plan)), QString::number(plan.calls.size()),
                     priceText(plan.estimate), plan.offer.priceDate});
    }
    terminal.printTable(rows, {2, 3});
    const QList<PlannedParameter> &parameters = plans.first().parameters;
    for (const PlannedParameter &parameter : parameters) {
        if ((parameter.treatment != Treatment::Passed || parameter.missed) && !parameter.reason.isEmpty()) {
            terminal.print(u"%1 %2: %3"_s.arg(parameter.name, treatmentName(parameter.treatment),
                                              wording::sentence(parameter.reason)));
        }
    }
}

/// What the price list does not say, bills may.
void printBills(const PastBills &bills, Terminal &terminal)
{
    if (bills.count == 0) {
        return;
    }
    terminal.print(
        bills.least == bills.dearest
            ? EstimateCommand::tr("As last time: %1 (like bills: %2).").arg(moneyText(bills.usual)).arg(bills.count)
            : EstimateCommand::tr("As last time: about %1, from %2 to %3 (like bills: %4).")
                  .arg(moneyText(bills.usual), moneyText(bills.least), moneyText(bills.dearest))
                  .arg(bills.count));
}

void addBills(QJsonObject &report, const PastBills &bills)
{
    if (bills.count > 0) {
        report.insert("as_last_time"_L1,
                      QJsonObject {{"bills"_L1, bills.count},
                                   {"usual"_L1, bills.usual.toJsonDollars()},
                                   {"least"_L1, bills.least.toJsonDollars()},
                                   {"dearest"_L1, bills.dearest.toJsonDollars()}});
    }
}

/// Where one of them has a key, that one is asked.
void tellMissingKeys(const QJsonObject &keys, Terminal &terminal)
{
    const bool areAllMissing =
        std::all_of(keys.begin(), keys.end(), [](const QJsonValue &key) { return key == "missing"_L1; });
    if (areAllMissing) {
        terminal.print(
            EstimateCommand::tr("There is no key for %1. \"keys set %2\" adds one.")
                .arg(keys.keys().join(u", "_s), keys.size() == 1 ? keys.keys().constFirst() : u"PROVIDER"_s));
    }
}

} // namespace

QString EstimateCommand::name() const
{
    return u"estimate"_s;
}

QString EstimateCommand::summary() const
{
    return tr("Tell the price and what would be changed, spending nothing.");
}

void EstimateCommand::declare(QCommandLineParser &parser) const
{
    declareRequestOptions(parser, true);
    declareSpendOptions(parser);
    parser.addOption(explainOption());
    parser.addOption({{u"o"_s, u"output"_s},
                      tr("As for generate: a file's suffix names the format. Nothing is written."),
                      u"FILE|DIR"_s});
}

qsizetype EstimateCommand::maxArguments(const QString &) const
{
    return 1;
}

StorageNeed EstimateCommand::storageNeed(const QString &) const
{
    return StorageNeed::None;
}

void EstimateCommand::run(const QCommandLineParser &parser, Composition &app, Terminal &terminal)
{
    const std::optional<Result<Request>> read = requestFromOptions(parser, terminal);
    if (!read) {
        return; // interrupt() ends it
    }
    const Result<Request> &request = *read;
    if (!request || request->model.isEmpty()) {
        terminal.message(request ? tr("Name a model with --model. \"lightwell-cli models\" lists them.")
                                 : wording::sentence(request.error()));
        Q_EMIT finished(ExitUsage);
        return;
    }
    if (const Result<Origin> origin = originFromOptions(parser); !origin) {
        terminal.message(wording::sentence(origin.error())); // as generate would say it
        Q_EMIT finished(ExitUsage);
        return;
    }
    const bool asJson = parser.isSet(u"json"_s);
    const bool explains = parser.isSet(u"explain"_s);
    const auto onRoute = [this, asJson, explains, &app, &terminal](const Result<Route> &route,
                                                                   const QList<KeyState> &states) {
        if (!route) {
            terminal.error(route.error());
            Q_EMIT finished(exitCodeFor(route.error()));
            return;
        }
        const QJsonObject keys = keysForPlans(*route, states);
        const auto tell = [this, asJson, explains, route = *route, keys, &terminal](const Result<PastBills> &found) {
            const QList<Plan> plans = plansOf(route);
            const PastBills bills = found && !plans.first().estimate.total.isKnown() ? *found : PastBills();
            if (asJson) {
                QJsonObject report = planReport(route, keys);
                addBills(report, bills);
                terminal.printJson(report);
            } else {
                printPlans(plans, terminal);
                printBills(bills, terminal);
                if (explains) {
                    terminal.print({});
                    terminal.printTable(routeTable(route), {0});
                }
                tellMissingKeys(keys, terminal);
            }
            Q_EMIT finished(ExitDone);
        };
        whenDone(app.journal().billsLike(route->plans.first().plan), this, tell);
    };
    app.engine().plan(*request, this, onRoute);
}

} // namespace lightwell

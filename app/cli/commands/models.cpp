// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/models.h"

#include "app/cli/commands/modelsrefresh.h"
#include "app/cli/report.h"
#include "app/cli/terminal.h"
#include "app/composition.h"
#include "core/planning/planner.h"

#include <QJsonArray>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

/// The price of one picture as the offer's own defaults make it.
Estimate typicalPrice(const Offer &offer)
{
    Request request;
    request.model = offer.model;
    request.prompt = u"picture"_s;
    if (!offer.hasMode(u"text-to-image"_s)) {
        return {};
    }
    const Result<Plan> plan = makePlan(request, offer);
    return plan ? plan->estimate : Estimate();
}

QJsonObject modelReport(const Model &model)
{
    QJsonArray offers;
    for (const Offer &offer : model.offers) {
        offers.append(QJsonObject {{"provider"_L1, offer.provider},
                                   {"provider_model"_L1, offer.providerModel},
                                   {"modes"_L1, QJsonArray::fromStringList(offer.modes)},
                                   {"price"_L1, typicalPrice(offer).total.toJsonDollars()},
                                   {"price_source"_L1, offer.priceSource},
                                   {"price_date"_L1, offer.priceDate}});
    }
    return {{"id"_L1, model.slug},
            {"name"_L1, model.name},
            {"maker"_L1, model.maker},
            {"status"_L1, model.status},
            {"notes"_L1, model.notes},
            {"capabilities"_L1, QJsonArray::fromStringList(model.capabilities)},
            {"aliases"_L1, QJsonArray::fromStringList(model.aliases)},
            {"offers"_L1, offers}};
}

bool matches(const Model &model, const QString &text)
{
    return model.slug.contains(text, Qt::CaseInsensitive) || model.name.contains(text, Qt::CaseInsensitive)
        || model.maker.contains(text, Qt::CaseInsensitive) || model.aliases.contains(text, Qt::CaseInsensitive);
}

} // namespace

QString ModelsCommand::name() const
{
    return u"models"_s;
}

QString ModelsCommand::summary() const
{
    return tr("List the models, who serves them and what a picture costs.");
}

void ModelsCommand::declare(QCommandLineParser &parser) const
{
    parser.addPositionalArgument(u"text"_s,
                                 tr("Only models with this in their name or maker; \"refresh\" asks the providers for "
                                    "what they have now."),
                                 u"[TEXT | refresh]"_s);
    parser.addOption({u"provider"_s, tr("With refresh: ask this provider only."), u"ID"_s});
    parser.addOption({u"json"_s, tr("Print JSON for programs.")});
}

qsizetype ModelsCommand::maxArguments(const QString &) const
{
    return 1;
}

bool ModelsCommand::takes(const QString &option, const QString &action) const
{
    return option != "provider"_L1 || action == "refresh"_L1;
}

StorageNeed ModelsCommand::storageNeed(const QString &action) const
{
    return action == "refresh"_L1 ? StorageNeed::Write : StorageNeed::None;
}

void ModelsCommand::run(const QCommandLineParser &parser, Composition &app, Terminal &terminal)
{
    const QString text = parser.positionalArguments().value(0);
    if (text == "refresh"_L1) {
        auto *refresh = new ModelsRefresh(app, terminal, parser.isSet(u"json"_s), this);
        connect(refresh, &ModelsRefresh::finished, this, &ModelsCommand::finished);
        refresh->start(parser.value(u"provider"_s));
        return;
    }
    QJsonArray report;
    QList<QStringList> rows {{tr("MODEL"), tr("NAME"), tr("MAKER"), tr("PROVIDER"), tr("A PICTURE")}};
    for (const Model &model : app.catalog().models()) {
        if (!matches(model, text)) {
            continue;
        }
        report.append(modelReport(model));
        for (const Offer &offer : model.offers) {
            rows.append({model.slug, model.name, model.maker, offer.provider, priceText(typicalPrice(offer))});
        }
    }
    if (parser.isSet(u"json"_s)) {
        terminal.printJson(report);
    } else {
        terminal.printTable(rows, {4});
    }
    Q_EMIT finished(ExitDone);
}

} // namespace lightwell

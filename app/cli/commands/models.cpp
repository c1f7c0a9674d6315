// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/models.h"

#include "app/cli/commands/modelsrefresh.h"
#include "app/cli/modelreport.h"
#include "app/cli/report.h"
#include "app/cli/terminal.h"
#include "app/composition.h"
#include "core/adapter/adapterregistry.h"
#include "core/async/whendone.h"
#include "core/catalog/catalog.h"
#include "core/model/modes.h"
#include "core/secrets/keyring.h"
#include "core/wording/wording.h"

#include <QJsonArray>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize usualSize(1024, 1024);

const QStringList &statuses()
{
    static const QStringList words {u"active"_s, u"legacy"_s, u"deprecated"_s, u"shutdown"_s};
    return words;
}

std::optional<QSize> sizeFrom(const QCommandLineParser &parser)
{
    return parser.isSet(u"size"_s) ? sizeFromString(parser.value(u"size"_s)) : std::optional(usualSize);
}

/// One of `words`; a slip of the keyboard would find nothing, and look as if there were nothing.
Result<QString> oneOf(const QCommandLineParser &parser, const QString &option, const QStringList &words)
{
    const QString given = parser.value(option).trimmed();
    const qsizetype place = words.indexOf(given, 0);
    if (parser.isSet(option) && place < 0) {
        return notSent(ErrorKind::Invalid,
                       ModelsCommand::tr("--%1 takes one of: %2.").arg(option, words.join(u", "_s)));
    }
    return given;
}

/// There is a key for them, or they need none.
QStringList usableProviders(const QList<KeyState> &states, const AdapterRegistry &adapters)
{
    QStringList usable;
    for (const KeyState &state : states) {
        const Adapter *adapter = adapters.find(state.provider);
        const bool needsNone = adapter != nullptr && !adapter->info().needsKey;
        if (needsNone || state.source != KeySource::None) {
            usable.append(state.provider);
        }
    }
    return usable;
}

QStringList knownProviders(const ModelIndex &index, const AdapterRegistry &adapters)
{
    QStringList known = index.providers();
    const QList<ProviderInfo> all = adapters.providers();
    for (const ProviderInfo &provider : all) {
        if (!known.contains(provider.id)) {
            known.append(provider.id);
        }
    }
    return known;
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
    parser.addPositionalArgument(
        u"action"_s,
        tr("list: the models with these words in name, maker, family or a vendor's id. show: "
           "one model, what it is good at, and its offers by price. refresh: asks the providers for what "
           "they have now."),
        u"[list] [WORDS] | show MODEL | refresh"_s);
    parser.addOptions({
        {u"search"_s, tr("list: the same as WORDS."), u"WORDS"_s},
        {u"capability"_s, tr("list: what it can do: %1.").arg(knownModes().join(u", "_s)), u"WORD"_s},
        {u"maker"_s, tr("list: who made it."), u"NAME"_s},
        {u"provider"_s, tr("list: who serves it, by the provider's id. refresh: ask this one alone."), u"ID"_s},
        {u"max-price"_s, tr("list: what one picture may cost at most, in dollars. Unknown prices are left out."),
         u"USD"_s},
        {u"license"_s, tr("list: open, proprietary, or a part of the licence's name."), u"LICENCE"_s},
        {u"status"_s, tr("list: %1. Those that were shut down are listed only so.").arg(statuses().join(u", "_s)),
         u"STATUS"_s},
        {u"with-my-keys"_s, tr("list: only what you have a key for, or what needs none.")},
        {u"sort"_s, tr("list: catalog, name, maker, price or released."), u"ORDER"_s},
        {u"size"_s, tr("The size that prices are told for; 1024x1024 by default."), u"WxH"_s},
        {u"json"_s, tr("Print JSON for programs.")},
    });
}

qsizetype ModelsCommand::maxArguments(const QString &action) const
{
    return action == "list"_L1 || action == "show"_L1 ? 2 : 1;
}

bool ModelsCommand::takes(const QString &option, const QString &action) const
{
    if (action == "refresh"_L1) {
        return option == "json"_L1 || option == "provider"_L1;
    }
    return action != "show"_L1 || option == "json"_L1 || option == "size"_L1;
}

StorageNeed ModelsCommand::storageNeed(const QString &action) const
{
    return action == "refresh"_L1 ? StorageNeed::Write : StorageNeed::None;
}

void ModelsCommand::refuse(const QString &message, Terminal &terminal)
{
    terminal.message(message);
    Q_EMIT finished(ExitUsage);
}

void ModelsCommand::run(const QCommandLineParser &parser, Composition &app, Terminal &terminal)
{
    if (parser.positionalArguments().value(0) == "refresh"_L1) {
        const Result<QString> provider = oneOf(parser, u"provider"_s, app.lists().providers());
        if (!provider) {
            refuse(wording::sentence(provider.error()), terminal);
            return;
        }
        auto *refresh = new ModelsRefresh(app, terminal, parser.isSet(u"json"_s), this);
        connect(refresh, &ModelsRefresh::finished, this, &ModelsCommand::finished);
        refresh->start(*provider);
        return;
    }
    if (!sizeFrom(parser)) {
        refuse(tr("--size takes pixels, as in 1024x1024."), terminal);
    } else if (parser.positionalArguments().value(0) == "show"_L1) {
        show(parser, app, terminal);
    } else {
        list(parser, app, terminal);
    }
}

Result<ModelQuery> ModelsCommand::queryFrom(const QCommandLineParser &parser, const QStringList &providers)
{
    const std::pair<QString, ModelQuery::Sort> orders[] = {{u"catalog"_s, ModelQuery::Sort::Catalog},
                                                           {u"name"_s, ModelQuery::Sort::Name},
                                                           {u"maker"_s, ModelQuery::Sort::Maker},
                                                           {u"price"_s, ModelQuery::Sort::Price},
                                                           {u"released"_s, ModelQuery::Sort::Released}};
    QStringList names;
    for (const auto &order : orders) {
        names.append(order.first);
    }
    const Result<QString> capability = oneOf(parser, u"capability"_s, knownModes());
    const Result<QString> provider = oneOf(parser, u"provider"_s, providers);
    const Result<QString> status = oneOf(parser, u"status"_s, statuses());
    const Result<QString> order = oneOf(parser, u"sort"_s, names);
    for (const Result<QString> *word : {&capability, &provider, &status, &order}) {
        if (!word->ok()) {
            return word->error();
        }
    }
    const std::optional<Money> price = Money::parse(parser.value(u"max-price"_s));
    if (parser.isSet(u"max-price"_s) && !price) {
        return notSent(ErrorKind::Invalid, tr("--max-price takes dollars, as in 0.05."));
    }
    QStringList words = parser.positionalArguments();
    if (words.value(0) == "list"_L1) {
        words.removeFirst();
    }
    ModelQuery query;
    query.words = (words << parser.value(u"search"_s)).join(u' ');
    query.capability = *capability;
    query.maker = parser.value(u"maker"_s);
    query.provider = *provider;
    query.license = parser.value(u"license"_s);
    query.status = *status;
    query.maxPrice = price.value_or(Money());
    query.sort = orders[std::max<qsizetype>(0, names.indexOf(*order))].second;
    return query;
}

void ModelsCommand::list(const QCommandLineParser &parser, Composition &app, Terminal &terminal)
{
    const ModelIndex index = ModelIndex(app.catalog()).pricedFor(*sizeFrom(parser));
    // Of an engine on this machine nothing is known until it was found.
    const Result<ModelQuery> query = queryFrom(parser, knownProviders(index, app.adapters()));
    if (!query) {
        refuse(wording::sentence(query.error()), terminal);
        return;
    }
    const bool asJson = parser.isSet(u"json"_s);
    if (!parser.isSet(u"with-my-keys"_s)) {
        print(index, *query, asJson, terminal);
        return;
    }
    app.keyring().states(this, [=, this, &app, &terminal, wanted = *query](const QList<KeyState> &states) mutable {
        wanted.usable = usableProviders(states, app.adapters());
        print(index, wanted, asJson, terminal);
    });
}

void ModelsCommand::print(const ModelIndex &index, const ModelQuery &query, bool asJson, Terminal &terminal)
{
    const QList<ModelMatch> found = index.find(query);
    if (asJson) {
        QJsonArray report;
        for (const ModelMatch &match : found) {
            report.append(modelReport(index, match));
        }
        terminal.printJson(report);
    } else if (found.isEmpty() && !query.provider.isEmpty() && !index.providers().contains(query.provider)) {
        terminal.message(tr("No model of %1 is known yet. \"doctor\" looks for engines on this machine; for others, "
                            "name the model: %1/MODEL.")
                             .arg(query.provider));
    } else if (found.isEmpty()) {
        terminal.message(tr("No model of the catalog fits."));
    } else {
        QList<QStringList> rows {{tr("MODEL"), tr("NAME"), tr("MAKER"), tr("PROVIDER"), tr("A PICTURE")}};
        for (const ModelMatch &match : found) {
            rows.append(modelRows(index, match));
        }
        terminal.printTable(rows, {4});
    }
    Q_EMIT finished(ExitDone);
}

void ModelsCommand::show(const QCommandLineParser &parser, Composition &app, Terminal &terminal)
{
    const QString wanted = parser.positionalArguments().value(1);
    if (wanted.isEmpty()) {
        refuse(tr("Name a model: \"models show MODEL\"."), terminal);
        return;
    }
    const ModelIndex index = ModelIndex(app.catalog()).pricedFor(*sizeFrom(parser));
    const Result<int> model = modelNamed(app.catalog(), index, wanted);
    if (!model) {
        fail(terminal, model.error());
        return;
    }
    const bool asJson = parser.isSet(u"json"_s);
    const auto drifts = app.ledgerReader().listDrifts(index.models().at(*model).offers);
    const auto records = app.journal().offerRecords();
    whenDone(drifts, this, [=, this, number = *model, &app, &terminal](const Result<QHash<QString, ListDrift>> &drift) {
        whenDone(records, this, [=, this, &app, &terminal](const Result<QList<OfferRecord>> &found) {
            // What own calls say is said beside; the model is the matter.
            const OwnTraffic traffic {found ? *found : QList<OfferRecord>(),
                                      drift ? *drift : QHash<QString, ListDrift>()};
            if (asJson) {
                terminal.printJson(shownReport(app.catalog(), index, number, traffic));
            } else {
                printModel(app.catalog(), index, number, traffic, terminal);
            }
            Q_EMIT finished(ExitDone);
        });
    });
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/modelreport.h"

#include "app/cli/offerrecordtext.h"
#include "app/cli/report.h"
#include "app/cli/terminal.h"
#include "core/catalog/modelcard.h"
#include "core/catalog/typicalrequests.h"
#include "core/model/plan.h"
#include "core/wording/wording.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <numeric>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(lightwell::CommandLine)
};

QString priceText(const OfferPrice &price)
{
    return priceText(Estimate {price.total, {}, price.atMost});
}

QJsonObject offerReport(const Offer &offer, const OfferPrice &price)
{
    return {{"provider"_L1, offer.provider},
            {"provider_model"_L1, offer.providerModel},
            {"modes"_L1, QJsonArray::fromStringList(offer.modes)},
            {"price"_L1, price.total.toJsonDollars()},
            {"at_most"_L1, price.atMost},
            {"price_source"_L1, offer.priceSource},
            {"price_date"_L1, offer.priceDate}};
}

ModelMatch wholeMatch(const ModelIndex &index, int model)
{
    return {model, index.offersByPrice(model), {}};
}

/// What an offer would not do by itself, of what people often ask for.
QList<PlannedParameter> changesAt(const Catalog &catalog, const Offer &offer, const TypicalRequests &requests)
{
    const Result<Plan> plan = catalog.plan(requests.demanding(offer), offer);
    return plan ? plan->weakened() : QList<PlannedParameter>();
}

/// "n: emulated. It is called 2 times."
QString changeLine(const PlannedParameter &change)
{
    return u"  %1 %2: %3"_s.arg(change.name, treatmentName(change.treatment), wording::sentence(change.reason));
}

/// "fal: the last 10 bills were 12 % above its price list."
QString driftLine(const QString &provider, const ListDrift &drift)
{
    const int percent = std::max(1, qRound(std::abs(drift.mean) * 100));
    const QString text = drift.mean > 0 ? Text::tr("%1: its last bills (%2) were %3 % above its price list.")
                                        : Text::tr("%1: its last bills (%2) were %3 % below its price list.");
    return text.arg(provider).arg(drift.bills).arg(percent);
}

/// Lines of a readable length; a terminal would break them within words.
QString wrapped(const QString &text)
{
    constexpr qsizetype widest = 96;
    QStringList lines;
    const QStringList paragraphs = text.split(u'\n');
    for (const QString &paragraph : paragraphs) {
        QString line;
        const QStringList words = paragraph.split(u' ');
        for (const QString &word : words) {
            if (!line.isEmpty() && line.size() + 1 + word.size() > widest) {
                lines.append(line);
                line.clear();
            }
            line += line.isEmpty() ? word : QString(u' ' + word);
        }
        lines.append(line);
    }
    return lines.join(u'\n');
}

void printHead(const Model &model, Terminal &terminal)
{
    terminal.print(u"%1 (%2)"_s.arg(model.name, model.slug));
    QStringList facts {model.maker, model.family, model.released, model.license, model.status};
    facts.removeAll(QString());
    terminal.print(facts.join(u" · "_s));
    if (!model.shutdown.isEmpty()) {
        terminal.print(model.status == "shutdown"_L1 ? Text::tr("Switched off on %1.").arg(model.shutdown)
                                                     : Text::tr("Ends on %1.").arg(model.shutdown));
    }
    if (!model.successor.isEmpty()) {
        terminal.print(Text::tr("Its successor: %1").arg(model.successor));
    }
    if (!model.notes.isEmpty()) {
        terminal.print(model.notes);
    }
    if (!model.aliases.isEmpty()) {
        terminal.print(Text::tr("Also called: %1").arg(model.aliases.join(u", "_s)));
    }
}

} // namespace

QJsonObject modelReport(const ModelIndex &index, const ModelMatch &match)
{
    const Model &model = index.models().at(match.model);
    QJsonArray offers;
    for (const int offer : match.offers) {
        offers.append(offerReport(model.offers.at(offer), index.price(match.model, offer)));
    }
    return {{"id"_L1, model.slug},
            {"name"_L1, model.name},
            {"maker"_L1, model.maker},
            {"family"_L1, model.family},
            {"status"_L1, model.status},
            {"released"_L1, model.released},
            {"shutdown"_L1, model.shutdown},
            {"successor"_L1, model.successor},
            {"license"_L1, model.license},
            {"notes"_L1, model.notes},
            {"capabilities"_L1, QJsonArray::fromStringList(model.capabilities)},
            {"aliases"_L1, QJsonArray::fromStringList(model.aliases)},
            {"size"_L1, sizeToString(index.size())},
            {"offers"_L1, offers}};
}

QList<QStringList> modelRows(const ModelIndex &index, const ModelMatch &match)
{
    const Model &model = index.models().at(match.model);
    QList<QStringList> rows;
    for (const int offer : match.offers) {
        rows.append({model.slug, model.name, model.maker, model.offers.at(offer).provider,
                     priceText(index.price(match.model, offer))});
    }
    if (rows.isEmpty()) {
        rows.append({model.slug, model.name, model.maker, u"–"_s, u"–"_s});
    }
    return rows;
}

Result<int> modelNamed(const Catalog &catalog, const ModelIndex &index, const QString &name)
{
    const Result<Resolution> resolved = catalog.resolve(name);
    const QString slug = resolved ? resolved->model.slug : name.section(u'/', -1);
    const QList<Model> &models = index.models();
    const auto found = std::find_if(models.cbegin(), models.cend(), [&](const Model &model) {
        const bool isIt = model.slug.compare(slug, Qt::CaseInsensitive) == 0;
        return isIt || (!resolved && model.offers.isEmpty() && model.aliases.contains(slug, Qt::CaseInsensitive));
    });
    if (found != models.cend()) {
        return static_cast<int>(std::distance(models.cbegin(), found));
    }
    if (!resolved) {
        return resolved.error();
    }
    return notSent(
        ErrorKind::NotFound,
        Text::tr("%1 is in no list, so nothing is known of it. It would be asked for by that name.").arg(name));
}

QJsonObject shownReport(const Catalog &catalog, const ModelIndex &index, int number, const OwnTraffic &traffic)
{
    const Model &model = index.models().at(number);
    const ModelMatch match = wholeMatch(index, number);
    QJsonObject report = modelReport(index, match);
    const TypicalRequests requests(index.size());
    QJsonArray offers = report["offers"_L1].toArray();
    for (qsizetype place = 0; place < offers.size(); ++place) {
        QJsonArray changes;
        const QList<PlannedParameter> found = changesAt(catalog, model.offers.at(match.offers.at(place)), requests);
        for (const PlannedParameter &change : found) {
            changes.append(wording::toldJson(change));
        }
        QJsonObject offer = offers.at(place).toObject();
        offer.insert("changes"_L1, changes);
        const Offer &known = model.offers.at(match.offers.at(place));
        if (const auto drift = traffic.drifts.constFind(known.id()); drift != traffic.drifts.constEnd()) {
            offer.insert("billed"_L1,
                         QJsonObject {{"bills"_L1, drift->bills},
                                      {"mean_difference"_L1, drift->mean},
                                      {"differs"_L1, drift->isWorthTelling()}});
        }
        offer.insert("measured"_L1, recordReport(recordOfOffer(traffic.records, known.provider, known.providerModel)));
        offers.replace(place, offer);
    }
    report.insert("offers"_L1, offers);
    report.insert("card"_L1, QString::fromUtf8(modelCard(model.family)));
    return report;
}

void printModel(const Catalog &catalog, const ModelIndex &index, int number, const OwnTraffic &traffic,
                Terminal &terminal)
{
    const Model &model = index.models().at(number);
    printHead(model, terminal);
    if (const QByteArray card = modelCard(model.family); !card.isEmpty()) {
        terminal.printText(u"\n%1\n"_s.arg(wrapped(markdown::toText(card))));
    }
    const QList<int> offers = index.offersByPrice(number);
    if (offers.isEmpty()) {
        terminal.print(Text::tr("Nobody serves it here."));
        return;
    }
    QList<QStringList> rows {{Text::tr("PROVIDER"), Text::tr("ITS NAME THERE"), Text::tr("CAN DO"),
                              sizeToString(index.size()), Text::tr("PRICES OF"), Text::tr("YOUR CALLS")}};
    for (const int place : offers) {
        const Offer &offer = model.offers.at(place);
        rows.append({offer.provider, offer.providerModel, offer.modes.join(u", "_s),
                     priceText(index.price(number, place)), offer.priceDate,
                     recordText(recordOfOffer(traffic.records, offer.provider, offer.providerModel))});
    }
    terminal.printTable(rows, {3});
    for (const int place : offers) {
        const ListDrift drift = traffic.drifts.value(model.offers.at(place).id());
        if (drift.isWorthTelling()) {
            terminal.print(driftLine(model.offers.at(place).provider, drift));
        }
    }
    const TypicalRequests requests(index.size());
    for (const int place : offers) {
        const Offer &offer = model.offers.at(place);
        const QList<PlannedParameter> changes = changesAt(catalog, offer, requests);
        if (!changes.isEmpty()) {
            terminal.printText(u"\n"_s + Text::tr("What %1 does not do by itself:").arg(offer.provider));
        }
        for (const PlannedParameter &change : changes) {
            terminal.print(changeLine(change));
        }
    }
}

} // namespace lightwell

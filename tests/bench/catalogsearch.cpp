// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How long the catalog takes: to be read, and to be searched when it has 5,000 models.
#include "core/adapter/modellist.h"
#include "core/catalog/catalog.h"
#include "core/catalog/modelquery.h"
#include "core/catalog/suggestions.h"
#include "core/catalog/writtencatalog.h"
#include "tests/bench/measurement.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace lightwell::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype manyModels = 5000;

/// The built-in one over and over, each time with other names.
Catalog largeCatalog()
{
    const Catalog builtIn = Catalog::builtIn();
    QJsonArray models;
    for (int round = 0; models.size() < manyModels; ++round) {
        for (const Model &known : builtIn.models()) {
            Model model = known;
            model.slug = u"%1-r%2"_s.arg(known.slug).arg(round);
            model.aliases = {u"%1.alias-%2"_s.arg(known.slug).arg(round)};
            constexpr qsizetype offers = 2; // with all of theirs the document would be too large
            model.offers = model.offers.first(std::min(offers, model.offers.size()));
            for (Offer &offer : model.offers) {
                offer.providerModel += u"-r%1"_s.arg(round);
                offer.prices.clear();
            }
            if (models.size() < manyModels) {
                models.append(model.toJson());
            }
        }
    }
    QStringList told;
    return Catalog::fromJsonLeavingOut(
               QJsonDocument(QJsonObject {{"models"_L1, models}}).toJson(QJsonDocument::Compact), told)
        .value();
}

/// The files as the program has them; builtIn() reads them once only.
struct BuiltInFiles
{
    CatalogFile models;
    QList<CatalogFile> offers;
};

BuiltInFiles builtInFiles()
{
    static_cast<void>(Catalog::builtIn()); // makes the resources known
    const QString folder = u":/lightwell/catalog/"_s;
    const auto read = [&folder](const QString &name) {
        QFile file(folder + name);
        return CatalogFile {name, file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray()};
    };
    BuiltInFiles files {read(u"models.json"_s), {}};
    const QStringList names = QDir(folder + u"offers"_s).entryList(QDir::Files, QDir::Name);
    for (const QString &name : names) {
        files.offers.append(read(u"offers/"_s + name));
    }
    return files;
}

Figure milliseconds(const QString &name, const QList<double> &times, const QString &aim)
{
    Figure figure;
    figure.name = name;
    figure.value = median(times);
    figure.unit = u"ms"_s;
    figure.aim = aim;
    return figure;
}

} // namespace

QList<Figure> measureCatalog(const Setup &setup)
{
    const int rounds = setup.quick ? 3 : 30;
    const BuiltInFiles files = builtInFiles();
    QStringList told;
    QList<double> reading;
    for (int i = 0; i < rounds; ++i) {
        reading.append(processorTime([&] { static_cast<void>(Catalog::fromFiles(files.models, files.offers, told)); }));
    }
    const Catalog large = largeCatalog();
    const ModelIndex index(large);
    QList<double> found;
    QList<double> meant;
    QList<double> resolved;
    for (int i = 0; i < rounds; ++i) {
        for (const QString &name : {u"flux-2-prx"_s, u"fal/gemini image pro"_s, u"watercolour"_s}) {
            ModelQuery query;
            query.words = name;
            found.append(processorTime([&] { static_cast<void>(index.find(query)); }));
            meant.append(processorTime([&] { static_cast<void>(modelsLike(large.models(), name)); }));
        }
        resolved.append(processorTime([&] { static_cast<void>(large.resolve(u"no-such-model"_s)); }));
    }
    return {milliseconds(u"reading the built-in files"_s, reading, u"under 50 ms"_s),
            milliseconds(u"words looked for, in 5,000 models"_s, found, u"under 16 ms"_s),
            milliseconds(u"what may have been meant, of 5,000 models"_s, meant, u"under 16 ms"_s),
            milliseconds(u"a name nobody knows, of 5,000 models"_s, resolved, u"under 16 ms"_s)};
}

} // namespace lightwell::bench

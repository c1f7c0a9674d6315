// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/enginerig.h"

#include "core/model/json.h"
#include "core/wording/wording.h"

#include <QTest>
#include <QThreadPool>

namespace lightwell::test {

using namespace Qt::StringLiterals;

EngineRig::EngineRig(const QList<Offer> &offers, const QString &file)
    : EngineRig(offers, file,
                {[] { return std::make_unique<ToyVendor>(); },
                 [](const QString &provider) { return std::make_unique<ToyAdapter>(provider); }})
{
}

EngineRig::EngineRig(const QList<Offer> &offers, const QString &file, const Makers &make)
    : http(make.http)
{
    (void)QThreadPool::globalInstance(); // made before this: it is waited for at the end, also of a rig that is static
    store = Store::open(file.isEmpty() ? folder.filePath(u"lightwell.db"_s) : file).value();
    ledger = std::make_unique<Ledger>(*store);
    journal = std::make_unique<Journal>(*store);
    media = std::make_unique<MediaStore>(folder.filePath(u"media"_s));
    QHash<QString, QUrl> addresses;
    QMap<QString, Model> models;
    for (const Offer &offer : offers) {
        if (!adapters.find(offer.provider)) {
            auto vendor = make.vendor();
            auto adapter = make.adapter(offer.provider);
            addresses.insert(offer.provider, vendor->baseUrl());
            qputenv(adapter->info().keyVariables.constFirst().toLatin1().constData(), "toy-key");
            adapters.add(std::move(adapter));
            m_vendors.emplace(offer.provider, std::move(vendor));
        }
        Model &model = models[offer.model];
        model.slug = offer.model;
        model.name = offer.model;
        model.offers.append(offer);
    }
    keyring = std::make_unique<Keyring>(adapters, nullptr, nullptr);
    keyring->setBaseUrls(addresses);
    engine = std::make_unique<Engine>(EngineParts {adapters, http, *journal, *ledger, *media, *keyring, clock});
    const QJsonObject document {{"models"_L1, json::array(models.values())}};
    const Result<Catalog> read = Catalog::fromJson(QJsonDocument(document).toJson());
    if (!read) {
        qFatal("%s", qPrintable(wording::sentence(read.error())));
    }
    catalog = *read;
    engine->setCatalog(catalog);
}

EngineRig::~EngineRig()
{
    engine.reset();
    // What tidies up there knows journal and media store. A rig that outlives the program's own has none to wait for.
    if (QThreadPool *pool = QThreadPool::globalInstance()) {
        pool->waitForDone();
    }
}

void EngineRig::takeKeyAway(const QString &provider)
{
    qunsetenv(adapters.find(provider)->info().keyVariables.constFirst().toLatin1().constData());
    keyring->forgetCache();
}

Request EngineRig::request()
{
    Request request;
    request.model = u"toy"_s;
    request.prompt = u"a paper boat"_s;
    return request;
}

Generation EngineRig::run(Request request)
{
    std::optional<Generation> result;
    QObject context;
    engine->generate(request, {Origin::Kind::CommandLine, {}}, &context, [this, &result](const Generation &generation) {
        ++ends;
        result = generation;
    });
    [&result] { QTRY_VERIFY_WITH_TIMEOUT(result.has_value(), 20'000); }();
    return result.value_or(Generation());
}

Usage EngineRig::usage()
{
    return await(ledger->usage({})).value();
}

} // namespace lightwell::test

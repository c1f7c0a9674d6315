// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A quality that nobody knows is misspelt, and is not bought at the vendor's own.
#include "core/catalog/catalog.h"
#include "core/model/plan.h"
#include "core/planning/checkreasons.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace lightwell;

namespace {

Catalog catalog()
{
    const QByteArray text = R"({
  "defaults": {"a": {"modes": ["text-to-image"], "formats": ["png"], "sizes": {"kind": "uncontrolled"},
    "fields": {"prompt": "prompt", "quality": "rendering_speed"}}},
  "models": [
    {"slug": "three", "offers": [{"provider": "a", "provider_model": "m/3", "qualities": ["low", "medium", "high"]}]},
    {"slug": "lights", "offers": [{"provider": "a", "provider_model": "m/l", "qualities": ["Sparkling"]}]},
    {"slug": "any", "offers": [{"provider": "a", "provider_model": "m/a"}]},
    {"slug": "none", "offers": [{"provider": "a", "provider_model": "m/n", "fields": {"quality": null}}]}]})";
    const Result<Catalog> read = Catalog::fromJson(text);
    if (!read) {
        qFatal("%ls", qUtf16Printable(read.error().message));
    }
    return *read;
}

} // namespace

class TestCatalogPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void qualities_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("quality");
        QTest::addColumn<QString>("sent"); ///< "!": refused
        QTest::addColumn<QString>("near");
        const auto row = [](const char *name, const QString &model, const QString &quality, const QString &sent,
                            const QString &near = {}) { QTest::newRow(name) << model << quality << sent << near; };
        row("known here", u"three"_s, u"LOW"_s, u"low"_s);
        row("misspelt", u"three"_s, u"lwo"_s, u"!"_s, u"low"_s);
        row("like one of another offer", u"three"_s, u"sparklin"_s, u"!"_s, u"sparkling"_s);
        row("known elsewhere", u"three"_s, u"sparkling"_s, {});
        row("on the scale", u"three"_s, u"hd"_s, u"high"_s);
        row("the vendor's choice", u"three"_s, u"auto"_s, {});
        row("like nothing", u"three"_s, u"zzzzzzzz"_s, u"!"_s);
        row("where any word goes", u"any"_s, u"lwo"_s, u"lwo"_s);
        row("no field for it, known elsewhere", u"none"_s, u"low"_s, {});
        row("no field for it, misspelt", u"none"_s, u"lwo"_s, u"!"_s, u"low"_s);
        row("none", u"three"_s, {}, {});
    }
    void qualities()
    {
        QFETCH(QString, model);
        QFETCH(QString, quality);
        QFETCH(QString, sent);
        QFETCH(QString, near);
        const Catalog all = catalog();
        for (const bool inVendorsField : {false, true}) {
            if (inVendorsField && (quality.isEmpty() || model == "none"_L1)) {
                continue;
            }
            Request request;
            request.model = model;
            request.prompt = u"a boat"_s;
            if (inVendorsField) {
                request.extra.insert(u"rendering_speed"_s, quality);
            } else {
                request.quality = quality;
            }
            const Result<Plan> plan = all.plan(request, all.find(model)->offers.first());
            QCOMPARE(plan.ok(), sent != "!"_L1);
            if (plan) {
                QCOMPARE(plan->quality, sent);
                continue;
            }
            QCOMPARE(plan.error().kind, ErrorKind::Invalid);
            QCOMPARE(plan.error().param, u"quality"_s);
            const QString code =
                QString::fromLatin1(near.isEmpty() ? reasons::wordOfNobody.code : reasons::wordOfNobodyNear.code);
            QCOMPARE(plan.error().reason.code, code);
            if (!near.isEmpty()) {
                const QJsonArray words = plan.error().reason.values.last().value.toArray();
                QVERIFY2(words.contains(near), qPrintable(near));
            }
        }
    }

    void wordsOfFurtherCatalogsAreKnown()
    {
        Catalog all = Catalog::builtIn();
        Request request;
        request.model = u"gpt-image-1-mini"_s;
        request.prompt = u"a boat"_s;
        request.quality = u"Sparkling"_s;
        const Offer offer = all.resolve(request.model)->offers.first();
        QVERIFY(!all.plan(request, offer).ok());
        all.merge(catalog());
        QVERIFY(all.plan(request, offer).ok());
    }
};

QTEST_GUILESS_MAIN(TestCatalogPlan)
#include "test_catalogplan.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/openai/modelschema.h"
#include "core/gateway/routes.h"
#include "core/gateway/services/openapiservice.h"
#include "tests/gateway/gatewayrig.h"

#include <QSet>
#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

/// "GET /v1/models": what is described, or routed, under the first prefix of its mount.
using Operations = QSet<QString>;

Operations routedOperations()
{
    Operations operations;
    const QList<Mount> mounts = builtInMounts();
    for (const Mount &mount : mounts) {
        for (const PathRoute &route : mount.routes) {
            if (route.call == RouteCall::Unserved) {
                continue;
            }
            for (const QByteArray &method : route.methods) {
                if (method != "HEAD") { // goes without saying beside GET
                    operations.insert(QString::fromLatin1(method) + u' ' + mount.prefixes.constFirst() + route.pattern);
                }
            }
        }
    }
    return operations;
}

Operations describedOperations(const QJsonObject &document)
{
    Operations operations;
    const QJsonObject paths = document.value("paths"_L1).toObject();
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        const QStringList methods = path->toObject().keys();
        for (const QString &method : methods) {
            operations.insert(method.toUpper() + u' ' + path.key());
        }
    }
    return operations;
}

QStringList sorted(const Operations &operations)
{
    QStringList list(operations.begin(), operations.end());
    list.sort();
    return list;
}

} // namespace

/// The description of the gateway names what is there (test_openapianswers holds real answers against it).
class TestOpenApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void describesWhatIsThere();
    void saysWhichNeedNoKey();
    void schemasKnowWhatAnOfferTakes();
    void schemaOfOneOffer();
};

void TestOpenApi::describesWhatIsThere()
{
    const QJsonObject document = openApiDocument();
    QCOMPARE(document.value("openapi"_L1).toString(), u"3.1.0"_s);
    QCOMPARE(sorted(describedOperations(document) - routedOperations()), QStringList());
    QCOMPARE(sorted(routedOperations() - describedOperations(document)), QStringList());
}

void TestOpenApi::saysWhichNeedNoKey()
{
    const QJsonObject paths = openApiDocument().value("paths"_L1).toObject();
    const QList<Mount> mounts = builtInMounts();
    for (const Mount &mount : mounts) {
        for (const PathRoute &route : mount.routes) {
            const QString path = mount.prefixes.constFirst() + route.pattern;
            const QJsonObject operations = paths.value(path).toObject();
            for (const QJsonValue &operation : operations) {
                QVERIFY2(operation.toObject().contains("security"_L1) != route.needsKey, qPrintable(path));
            }
        }
    }
}

void TestOpenApi::schemasKnowWhatAnOfferTakes()
{
    Offer offer = toyOffer(u"toy"_s, u"alpha"_s, 10);
    offer.sizes = SizeList {{QSize(1024, 1024), QSize(1536, 1024)}};
    offer.autoSize = true;
    offer.fields.insert(u"quality"_s, u"quality"_s);
    offer.qualities = {u"low"_s, u"high"_s};
    offer.fields.insert(u"steps"_s, u"steps"_s);
    offer.wire.ranges.insert(u"steps"_s, {4, 12});
    offer.fields.insert(u"moderation"_s, u"safety"_s);
    offer.wire.values.insert(u"moderation"_s, {{u"auto"_s, 2}, {u"low"_s, 6}});
    offer.maxPerCall = 4;
    offer.maxPromptLength = 300;
    offer.wire.ownFields = {u"canvas"_s};
    offer.wire.required = {u"canvas"_s};
    const QJsonObject schema = openai::offerSchema(offer);
    const QJsonObject fields = schema.value("properties"_L1).toObject();
    QCOMPARE(fields["size"_L1]["enum"_L1].toArray(), QJsonArray({u"1024x1024"_s, u"1536x1024"_s, u"auto"_s}));
    QCOMPARE(fields["quality"_L1]["enum"_L1].toArray(), QJsonArray({u"low"_s, u"high"_s}));
    QCOMPARE(fields["steps"_L1]["minimum"_L1].toInt(), 4);
    QCOMPARE(fields["steps"_L1]["maximum"_L1].toInt(), 12);
    QCOMPARE(fields["moderation"_L1]["enum"_L1].toArray(), QJsonArray({u"auto"_s, u"low"_s}));
    QCOMPARE(fields["n"_L1]["maximum"_L1].toInt(), 4);
    QCOMPARE(fields["prompt"_L1]["maxLength"_L1].toInt(), 300);
    QVERIFY(fields.contains("canvas"_L1));
    QVERIFY(schema.value("required"_L1).toArray().contains(u"canvas"_s));
    QVERIFY(!fields.contains("mask"_L1));
    SizeRatios ratios;
    ratios.ratios = {AspectRatio {1, 1}, AspectRatio {16, 9}};
    ratios.tiers = {ResolutionTier::OneK, ResolutionTier::TwoK};
    offer.sizes = ratios;
    const QJsonObject others = openai::offerSchema(offer).value("properties"_L1).toObject();
    QCOMPARE(others["aspect_ratio"_L1]["enum"_L1].toArray(), QJsonArray({u"1:1"_s, u"16:9"_s, u"auto"_s}));
    QCOMPARE(others["resolution"_L1]["enum"_L1].toArray(), QJsonArray({u"1K"_s, u"2K"_s}));
    QVERIFY(!others.contains("size"_L1));
}

void TestOpenApi::schemaOfOneOffer()
{
    GatewayRig rig({toyOffer(u"toy"_s, u"alpha"_s, 10), toyOffer(u"toy"_s, u"beta"_s, 20)});
    rig.start();
    const auto offersAt = [&rig](const QByteArray &path) {
        return rig.ask(rig.request("GET", path)).json().value("offers"_L1).toArray();
    };
    QCOMPARE(offersAt("/v1/models/toy?schema=true").size(), 2);
    const QJsonArray one = offersAt("/v1/models/beta/toy?schema=true");
    QCOMPARE(one.size(), 1);
    QCOMPARE(one.first().toObject().value("offer"_L1).toString(), u"beta/toy"_s);
    QVERIFY(offersAt("/v1/models/toy").isEmpty());
}

QTEST_GUILESS_MAIN(TestOpenApi)
#include "test_openapi.moc"

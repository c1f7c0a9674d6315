// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/gatewayrig.h"

#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

class TestGatewayModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsTheCatalog();
    void namesNobodyListedAreHeldToTerms();
};

void TestGatewayModels::followsTheCatalog()
{
    GatewayRig rig;
    rig.start();
    const auto list = [&rig] { return rig.ask(rig.request("GET", "/v1/models")).body; };
    const QByteArray before = list();
    QVERIFY(before.contains("\"toy\""));
    QCOMPARE(list(), before); // kept, not made again
    rig.gateway.setCatalog(Catalog());
    QTRY_VERIFY(!list().contains("\"toy\""));
}

void TestGatewayModels::namesNobodyListedAreHeldToTerms()
{
    GatewayRig rig;
    rig.start();
    rig.gateway.setCatalog(Catalog::builtIn());
    const QByteArray path = "/v1/models/openai-compatible/one-of-mine";
    const auto statusFor = [&](const QString &allowed) {
        const Result<NewClient> client = await(rig.clients.add(allowed, {{allowed}, {}, {}}));
        return rig.ask(rig.request("GET", path, {}, "Authorization: Bearer " + client->key + "\r\n")).status;
    };
    QTRY_COMPARE(rig.ask(rig.request("GET", path)).status, 200);
    QCOMPARE(statusFor(u"openai-compatible/*"_s), 200);
    QCOMPARE(statusFor(u"one-of-mine"_s), 200);
    QCOMPARE(statusFor(u"flux*"_s), 404);
}

QTEST_GUILESS_MAIN(TestGatewayModels)
#include "test_gatewaymodels.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/gatewayrig.h"

#include <QTest>

using namespace lightwell;
using namespace lightwell::test;

class TestGatewayModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsTheCatalog();
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

QTEST_GUILESS_MAIN(TestGatewayModels)
#include "test_gatewaymodels.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Connections that are opened before it is certain that there will be a call.
#include "tests/engine/enginerig.h"

#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

class TestConnectionKeeper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePaidRequestGoesThere()
    {
        EngineRig rig({toyOffer(u"toy"_s, u"one"_s)});
        TestServer &vendor = rig.vendor(u"one"_s).server();
        rig.engine->prepare({u"one"_s});
        QTRY_COMPARE(vendor.openConnections(), 1);
        QCOMPARE(vendor.count(), 0); // nothing was asked or sent
        QCOMPARE(rig.run().status, GenerationStatus::Completed);
        QCOMPARE(vendor.received().constFirst().method, "POST"_ba);
        QCOMPARE(vendor.received().constFirst().connection, 0);
        QCOMPARE(rig.vendor(u"one"_s).billed, 1);
    }

    void oneForEachCall()
    {
        EngineRig rig({toyOffer(u"toy"_s, u"one"_s)});
        rig.engine->prepare({u"one"_s, u"one"_s});
        QTRY_COMPARE(rig.vendor(u"one"_s).server().openConnections(), 2);
    }

    void onlyWhereThereIsAKey()
    {
        EngineRig rig({toyOffer(u"toy"_s, u"one"_s), toyOffer(u"toy"_s, u"two"_s)});
        rig.takeKeyAway(u"one"_s);
        rig.engine->prepare({u"one"_s, u"two"_s, u"nobody"_s});
        QTRY_COMPARE(rig.vendor(u"two"_s).server().openConnections(), 1);
        QCOMPARE(rig.vendor(u"one"_s).server().connections(), 0);
    }

    void whereTheLastOneWent()
    {
        EngineRig rig({toyOffer(u"toy"_s, u"one"_s), toyOffer(u"toy"_s, u"two"_s)});
        TestServer &vendor = rig.vendor(u"one"_s).server();
        rig.engine->prepare(); // there was none
        QCOMPARE(rig.run().status, GenerationStatus::Completed);
        const int used = vendor.connections();
        rig.engine->prepare();
        QTRY_COMPARE(vendor.connections(), used + 1);
        const int asked = vendor.count();
        QCOMPARE(rig.run().status, GenerationStatus::Completed);
        QCOMPARE(vendor.received().at(asked).method, "POST"_ba);
        QCOMPARE(vendor.received().at(asked).connection, used);
        QCOMPARE(rig.vendor(u"two"_s).server().connections(), 0);
    }
};

QTEST_GUILESS_MAIN(TestConnectionKeeper)
#include "test_connectionkeeper.moc"

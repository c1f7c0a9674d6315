// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sketchbook/words/reading.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace lightwell::sketchbook;

class TestSketchbookWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void places_data();
    void places();
    void hours_data();
    void hours();
    void subjects_data();
    void subjects();
    void coloursBelongToTheirSubject();
    void leavesOut();
    void everyWordCounts();
};

void TestSketchbookWords::places_data()
{
    QTest::addColumn<QString>("prompt");
    QTest::addColumn<int>("place");
    QTest::newRow("plain") << u"a forest"_s << int(Place::Forest);
    QTest::newRow("plural and case") << u"DESERTS"_s << int(Place::Desert);
    QTest::newRow("the more telling place") << u"a mountain lake"_s << int(Place::Lake);
    QTest::newRow("rocky coast") << u"a rocky coast"_s << int(Place::Coast);
    QTest::newRow("German") << u"ein Leuchtturm an der Küste"_s << int(Place::Coast);
    QTest::newRow("French") << u"une forêt"_s << int(Place::Forest);
    QTest::newRow("Spanish") << u"una montaña"_s << int(Place::Mountains);
    QTest::newRow("none") << u"asdf"_s << int(Place::None);
    QTest::newRow("part of a word") << u"seashellology"_s << int(Place::None);
}

void TestSketchbookWords::places()
{
    QFETCH(QString, prompt);
    QFETCH(int, place);
    QCOMPARE(int(read(prompt).place), place);
}

void TestSketchbookWords::hours_data()
{
    QTest::addColumn<QString>("prompt");
    QTest::addColumn<int>("hour");
    QTest::newRow("pair") << u"hills in the golden hour"_s << int(Hour::Golden);
    QTest::newRow("blue hour is no colour") << u"city, blue hour"_s << int(Hour::Twilight);
    QTest::newRow("night") << u"at night"_s << int(Hour::Night);
    QTest::newRow("moonlit") << u"a moonlit sea"_s << int(Hour::Night);
    QTest::newRow("none") << u"a house"_s << int(Hour::None);
}

void TestSketchbookWords::hours()
{
    QFETCH(QString, prompt);
    QFETCH(int, hour);
    QCOMPARE(int(read(prompt).hour), hour);
}

void TestSketchbookWords::subjects_data()
{
    QTest::addColumn<QString>("prompt");
    QTest::addColumn<int>("subject");
    QTest::addColumn<int>("count");
    QTest::newRow("one") << u"a fox"_s << int(Subject::Fox) << 1;
    QTest::newRow("plural") << u"foxes"_s << int(Subject::Fox) << 3;
    QTest::newRow("amount") << u"two big old castles"_s << int(Subject::Castle) << 2;
    QTest::newRow("one lonely") << u"a lone tree"_s << int(Subject::Tree) << 1;
    QTest::newRow("German") << u"eine Eule"_s << int(Subject::Owl) << 1;
}

void TestSketchbookWords::subjects()
{
    QFETCH(QString, prompt);
    QFETCH(int, subject);
    QFETCH(int, count);
    const Reading reading = read(prompt);
    QCOMPARE(reading.mentions.size(), 1);
    QCOMPARE(int(reading.mentions.first().subject), subject);
    QCOMPARE(reading.mentions.first().count, count);
}

void TestSketchbookWords::coloursBelongToTheirSubject()
{
    const Reading reading = read(u"a red balloon over lavender fields"_s);
    QCOMPARE(reading.mentions.size(), 1);
    QVERIFY(reading.mentions.first().colour);
    QVERIFY(reading.mentions.first().colour->red() > reading.mentions.first().colour->blue());
    QCOMPARE(reading.colours.size(), 1);
    QVERIFY(reading.colours.first().blue() > reading.colours.first().green());
}

void TestSketchbookWords::leavesOut()
{
    QVERIFY(!read(u"a sea without boats"_s).shows(Subject::Sailboat));
    QVERIFY(read(u"a sea with boats"_s).shows(Subject::Sailboat));
    QVERIFY(!read(u"a sea with boats"_s, u"boat"_s).shows(Subject::Sailboat));
    QCOMPARE(int(read(u"a village at night"_s, u"night"_s).hour), int(Hour::None));
}

void TestSketchbookWords::everyWordCounts()
{
    QVERIFY(read(u"justice"_s).fingerprint != read(u"freedom"_s).fingerprint);
    QCOMPARE(read(u"Justice!"_s).fingerprint, read(u"justice"_s).fingerprint);
}

QTEST_APPLESS_MAIN(TestSketchbookWords)
#include "test_sketchbookwords.moc"

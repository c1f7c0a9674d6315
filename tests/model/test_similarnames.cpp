// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/similarnames.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace lightwell;

class TestSimilarNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void distances_data();
    void distances();
    void nearestComeFirst();
    void longInputIsNoTrouble();
};

void TestSimilarNames::distances_data()
{
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("right");
    QTest::addColumn<int>("distance");

    QTest::newRow("same") << u"flux"_s << u"flux"_s << 0;
    QTest::newRow("empty") << u""_s << u"flux"_s << 4;
    QTest::newRow("replaced") << u"flux"_s << u"flax"_s << 1;
    QTest::newRow("inserted") << u"flux"_s << u"fluxx"_s << 1;
    QTest::newRow("swapped") << u"flux"_s << u"fulx"_s << 1;
    QTest::newRow("kitten") << u"kitten"_s << u"sitting"_s << 3;
}

void TestSimilarNames::distances()
{
    QFETCH(const QString, left);
    QFETCH(const QString, right);
    QFETCH(const int, distance);
    QCOMPARE(editDistance(left, right), distance);
    QCOMPARE(editDistance(right, left), distance);
}

void TestSimilarNames::nearestComeFirst()
{
    const QStringList names {u"gpt-image-2"_s, u"flux-2-max"_s, u"flux-2-pro"_s, u"FLUX.2 PRO"_s};
    QCOMPARE(similarNames(u"Flux.2.pro"_s, names, 3).first(), u"flux-2-pro"_s);
    QCOMPARE(similarNames(u"flux-2-prx"_s, names, 1).size(), 1);
    // By words, in whatever order.
    const QStringList more {u"gemini-3-pro-image"_s, u"flux-1-kontext-max"_s, u"flux-2-pro"_s, u"recraft-v4-svg"_s};
    QCOMPARE(similarNames(u"gemini image pro"_s, more, 1), QStringList {u"gemini-3-pro-image"_s});
    QCOMPARE(similarNames(u"Kontext Max"_s, more, 1), QStringList {u"flux-1-kontext-max"_s});
    QCOMPARE(similarNames(u"pro flux 2"_s, more, 1), QStringList {u"flux-2-pro"_s});
    QVERIFY(similarNames(u"svg 9"_s, more, 3).isEmpty());
    QVERIFY(similarNames(u"watercolour"_s, names, 3).isEmpty());
    QVERIFY(similarNames(u""_s, names, 3).isEmpty());
}

void TestSimilarNames::longInputIsNoTrouble()
{
    QVERIFY(similarNames(QString(1'000'000, u'z'), {u"flux"_s}, 3).isEmpty());
}

QTEST_GUILESS_MAIN(TestSimilarNames)
#include "test_similarnames.moc"

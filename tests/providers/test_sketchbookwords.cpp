// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sketchbook/words/lexicon.h"
#include "providers/sketchbook/words/reading.h"
#include "providers/sketchbook/words/unread.h"

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
    void unread_data();
    void unread();
    void spelledAsSplit_data();
    void spelledAsSplit();
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

void TestSketchbookWords::unread_data()
{
    QTest::addColumn<QString>("prompt");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("nothing") << QString() << QStringList();
    QTest::newRow("all understood") << u"a red lighthouse by the sea at dusk, three boats"_s << QStringList();
    QTest::newRow("one") << u"ramen on a table"_s << QStringList {u"ramen"_s};
    QTest::newRow("as it is written") << u"Crème brûlée"_s << QStringList {u"Crème"_s, u"brûlée"_s};
    QTest::newRow("each once") << u"Ramen, ramen, ramen!"_s << QStringList {u"Ramen"_s};
    QTest::newRow("small words and praise")
        << u"please paint a very beautiful picture of some foxes"_s << QStringList();
    QTest::newRow("moods are used") << u"a calm, eerie, vintage harbour"_s << QStringList();
    QTest::newRow("pairs") << u"golden hour, full moon, still life"_s << QStringList();
    QTest::newRow("endings") << u"snowy mountains and foxes"_s << QStringList();
    QTest::newRow("not wanted") << u"a sea without ramen, no big accordion, but a violin"_s
                                << QStringList {u"violin"_s};
    QTest::newRow("what follows the unwanted") << u"a sea without boats, accordion"_s << QStringList {u"accordion"_s};
    QTest::newRow("apostrophes") << u"the chef\u2019s knife, the dogs' bones"_s
                                 << QStringList {u"chef\u2019s"_s, u"knife"_s, u"bones"_s};
    QTest::newRow("German") << u"ein schöner Dachshund an der Theke"_s << QStringList {u"Dachshund"_s, u"Theke"_s};
    QTest::newRow("French") << u"un gâteau dans la forêt"_s << QStringList {u"gâteau"_s};
    QTest::newRow("Spanish") << u"una guitarra en la montaña"_s << QStringList {u"guitarra"_s};
    QTest::newRow("Chinese") << u"山水 猫"_s << QStringList {u"山水"_s, u"猫"_s};
    QTest::newRow("Korean stays whole") << u"라면"_s << QStringList {u"라면"_s};
    QTest::newRow("Hindi keeps its signs") << u"रामेन"_s << QStringList {u"रामेन"_s};
    QTest::newRow("Arabic") << u"منارة"_s << QStringList {u"منارة"_s};
    QTest::newRow("emoji") << u"a fox \U0001F680"_s << QStringList {u"\U0001F680"_s};
    QTest::newRow("lone letters") << u"vitamin c"_s << QStringList {u"vitamin"_s};
    QTest::newRow("only signs") << u"!!! ??? \u0301"_s << QStringList();
}

void TestSketchbookWords::unread()
{
    QFETCH(QString, prompt);
    QFETCH(QStringList, words);
    QCOMPARE(unreadWords(prompt), words);
}

void TestSketchbookWords::spelledAsSplit_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text :
         {u"Fête à Łódź"_s, u"Fe\u0302te"_s, u"don't \u2019tis"_s, u"Straße STRASSE"_s, u"½ ﬁne ﷺ … x\u00b2"_s,
          u"\u0130stanbul"_s, u"라면 がくせい रामेन"_s, u"\U0001F680\U0001F319 \u2764\ufe0f"_s,
          QString(u"a" + QString(QChar(0xd83d)) + u"b"), QString(QChar(0xdc00)), u"\u0301\u0301 a\u0301\u0301"_s,
          u"ΟΔΟΣ σίγμα"_s, QString(QChar(0))}) {
        QTest::newRow(qPrintable(text)) << text;
    }
}

void TestSketchbookWords::spelledAsSplit()
{
    QFETCH(QString, text);
    QStringList plain;
    const QList<SpelledWord> words = spellWords(text);
    for (const SpelledWord &word : words) {
        plain.append(word.plain);
        QVERIFY(!word.written.isEmpty());
    }
    QCOMPARE(plain, splitWords(text));
}

QTEST_APPLESS_MAIN(TestSketchbookWords)
#include "test_sketchbookwords.moc"

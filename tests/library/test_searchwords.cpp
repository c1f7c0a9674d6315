// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/searchwords.h"

#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;

/// Texts and what is looked for in them, as words.
class TestSearchWords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void textsAreWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("words");
        QTest::newRow("words") << u"A red fox, at dawn."_s << u"A red fox at dawn"_s;
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("marks alone") << u"… — !"_s << QString();
        QTest::newRow("an id") << u"black-forest-labs/flux.2"_s << u"black forest labs flux 2"_s;
        QTest::newRow("Chinese") << u"一只红狐狸"_s << u"一 只 红 狐 狸"_s;
        QTest::newRow("Japanese") << u"ラーメンを食べる"_s << u"ラ ー メ ン を 食 べ る"_s;
        QTest::newRow("half width") << u"ﾗｰﾒﾝ"_s << u"ラ ー メ ン"_s;
        QTest::newRow("Korean") << u"빨간 여우"_s << u"빨 간 여 우"_s;
        QTest::newRow("both") << u"4K画質fox"_s << u"4K 画 質 fox"_s;
        QTest::newRow("beyond 16 bits") << u"\U00020BB7野屋"_s << u"\U00020BB7 野 屋"_s;
        QTest::newRow("an emoji") << u"a fox🦊!"_s << u"a fox zzsign1f98a"_s;
        QTest::newRow("with a variation") << u"❤️x"_s << u"zzsign2764 x"_s;
        QTest::newRow("composed or not") << u"cafe\u0301"_s << u"caf\u00e9"_s;
        QTest::newRow("full width") << u"ＦＬＵＸ"_s << u"FLUX"_s;
        QTest::newRow("half a pair") << QString(QChar(0xD83E)) + u"fox"_s << u"fox"_s;
    }
    void textsAreWords()
    {
        QFETCH(const QString, text);
        QTEST(searchwords::of({text}), "words");
    }

    void severalTextsNeverGrowTogether()
    {
        QCOMPARE(searchwords::of({u"red"_s, {}, u"狐"_s, u"fox"_s}), u"red 狐 fox"_s);
    }

    void inputIsPhrases_data()
    {
        QTest::addColumn<QString>("input");
        QTest::addColumn<QStringList>("phrases");
        QTest::newRow("none") << QString() << QStringList();
        QTest::newRow("blanks") << u" \t\n"_s << QStringList();
        QTest::newRow("words") << u"red  fox"_s << QStringList {u"red"_s, u"fox"_s};
        QTest::newRow("a phrase") << u"\"red fox\" hat"_s << QStringList {u"red fox"_s, u"hat"_s};
        QTest::newRow("one that goes on") << u"\"red fox"_s << QStringList(u"red fox"_s);
        QTest::newRow("an id is one") << u"flux.2-pro"_s << QStringList(u"flux 2 pro"_s);
        QTest::newRow("any part of Chinese") << u"狐狸"_s << QStringList(u"狐 狸"_s);
        QTest::newRow("twice") << u"fox fox"_s << QStringList(u"fox"_s);
        QTest::newRow("what an index would read as orders")
            << u"NEAR(a b) -c OR * ^d { : } \" ' ;--"_s << QStringList {u"NEAR a"_s, u"b"_s, u"c"_s, u"OR"_s, u"d"_s};
    }
    void inputIsPhrases()
    {
        QFETCH(const QString, input);
        QTEST(searchwords::phrasesIn(input), "phrases");
    }

    void endlessInputIsCutShort()
    {
        QStringList words;
        for (int i = 0; i < 10'000; ++i) {
            words.append(u"w%1"_s.arg(i));
        }
        QCOMPARE(searchwords::phrasesIn(words.join(u' ')).size(), 64);
    }
};

QTEST_GUILESS_MAIN(TestSearchWords)
#include "test_searchwords.moc"

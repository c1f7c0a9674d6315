// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a poster says, and with which letters.
#include "providers/sketchbook/painting.h"
#include "providers/sketchbook/poster/headline.h"
#include "providers/sketchbook/poster/lettering.h"

#include <QCryptographicHash>
#include <QFontDatabase>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace lightwell;
using namespace lightwell::sketchbook;

class TestSketchbookPoster : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void titles_data()
    {
        QTest::addColumn<QString>("prompt");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("text");
        QTest::newRow("capitals") << u"SUMMER SALE everything must go"_s << u"SUMMER SALE"_s << u"everything must go"_s;
        QTest::newRow("colon") << u"Live tonight: The Midnight Owls"_s << u"Live tonight"_s << u"The Midnight Owls"_s;
        QTest::newRow("capitals and colon")
            << u"LIVE TONIGHT: The Midnight Owls"_s << u"LIVE TONIGHT"_s << u"The Midnight Owls"_s;
        QTest::newRow("capitals at the end")
            << u"come all to the GRAND OPENING"_s << u"GRAND OPENING"_s << u"come all to the"_s;
        QTest::newRow("all capitals") << u"STOP MAKING SENSE"_s << u"STOP MAKING SENSE"_s << QString();
        QTest::newRow("quotes") << u"a poster that says \"Hello World\" in blue"_s << u"Hello World"_s
                                << u"a poster that says in blue"_s;
        QTest::newRow("German quotes") << u"ein Plakat mit \u201eNacht der Musik\u201c am See"_s << u"Nacht der Musik"_s
                                       << u"ein Plakat mit am See"_s;
        QTest::newRow("dash") << u"Jazz Night \u2014 every Friday at the pier"_s << u"Jazz Night"_s
                              << u"every Friday at the pier"_s;
        QTest::newRow("short") << u"autumn in Paris"_s << u"Autumn in Paris"_s << QString();
        QTest::newRow("first phrase") << u"a fox in the autumn forest at dawn"_s << u"Fox"_s
                                      << u"in the autumn forest at dawn"_s;
        QTest::newRow("comma") << u"Farmers' market, every Saturday morning"_s << u"Farmers' market"_s
                               << u"every Saturday morning"_s;
        QTest::newRow("lead") << u"a poster for a jazz night in Paris"_s << u"Jazz night in Paris"_s << QString();
        QTest::newRow("only a poster") << u"poster"_s << u"Poster"_s << QString();
        QTest::newRow("nothing") << QString() << QString() << QString();
    }
    void titles()
    {
        QFETCH(const QString, prompt);
        QFETCH(const QString, title);
        QFETCH(const QString, text);
        const Wording wording = wordingOf(prompt.split(u' ', Qt::SkipEmptyParts));
        QCOMPARE(wording.title.join(u' '), title);
        QCOMPARE(wording.text.join(u' '), text);
    }

    void whatCanBeSet_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("set");
        QTest::addColumn<QString>("missing");
        QTest::newRow("English") << u"Summer, at last!"_s << u"Summer, at last!"_s << QString();
        QTest::newRow("accents") << u"Fête à Łódź, übermäßig"_s << u"Fête à Łódź, übermäßig"_s << QString();
        QTest::newRow("accents apart") << u"Fe\u0302te"_s << u"Fête"_s << QString();
        QTest::newRow("Vietnamese") << u"Hà Nội về đêm"_s << u"Hà Nội về đêm"_s << QString();
        QTest::newRow("Greek") << u"Ζωή και θάλασσα"_s << u"Ζωή και θάλασσα"_s << QString();
        QTest::newRow("Russian") << u"Ночь музеев"_s << u"Ночь музеев"_s << QString();
        QTest::newRow("Japanese") << u"夏祭り Kyoto"_s << u"Kyoto"_s << u"夏祭り"_s;
        QTest::newRow("Arabic") << u"منارة في الليل"_s << QString() << u"منارة في الليل"_s;
        QTest::newRow("never half a word") << u"K\u4eacto now"_s << u"now"_s << u"K\u4eacto"_s;
        QTest::newRow("emoji") << u"night\U0001F319 walk \u2764\ufe0f"_s << u"night walk"_s << u"\U0001F319 \u2764"_s;
    }
    void whatCanBeSet()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, set);
        QFETCH(const QString, missing);
        const Typeset typeset = Lettering().settable(text);
        QCOMPARE(typeset.words.join(u' '), set);
        QCOMPARE(typeset.missing.join(u' '), missing);
    }

    void onlyPostersLeaveOut()
    {
        Order order;
        order.prompt = u"夏 sea"_s;
        QVERIFY(wordsLeftOut(order).isEmpty());
        order.style = Style::Poster;
        QCOMPARE(wordsLeftOut(order), QStringList {u"夏"_s});
    }

    void notDrawn_data()
    {
        QTest::addColumn<QString>("prompt");
        QTest::addColumn<QStringList>("scene");
        QTest::addColumn<QStringList>("pattern");
        QTest::addColumn<QStringList>("poster");
        const QStringList none;
        QTest::newRow("nothing") << u"a fox in the forest"_s << none << none << none;
        QTest::newRow("one word") << u"a bowl of ramen"_s << QStringList {u"ramen"_s} << QStringList {u"ramen"_s}
                                  << QStringList {u"ramen"_s};
        QTest::newRow("a pattern's own words")
            << u"terrazzo"_s << QStringList {u"terrazzo"_s} << none << QStringList {u"terrazzo"_s};
        QTest::newRow("a poster says what is in quotes")
            << u"\"Noodle Opening\" of a bakery"_s << QStringList {u"Noodle"_s, u"Opening"_s, u"bakery"_s}
            << QStringList {u"Noodle"_s, u"Opening"_s, u"bakery"_s} << QStringList {u"bakery"_s};
        QTest::newRow("a poster tells apart what it cannot set")
            << u"ramen 京都"_s << QStringList {u"ramen"_s, u"京都"_s} << QStringList {u"ramen"_s, u"京都"_s}
            << QStringList {u"ramen"_s};
    }
    void notDrawn()
    {
        QFETCH(const QString, prompt);
        QFETCH(const QStringList, scene);
        QFETCH(const QStringList, pattern);
        QFETCH(const QStringList, poster);
        Order order;
        order.prompt = prompt;
        QCOMPARE(wordsNotDrawn(order), scene);
        order.style = Style::Pattern;
        QCOMPARE(wordsNotDrawn(order), pattern);
        order.style = Style::Poster;
        QCOMPARE(wordsNotDrawn(order), poster);
    }

    /// The faces are our own: the outlines never come from what is installed.
    void typeIsCompiledIn()
    {
        const Lettering lettering;
        QVERIFY(lettering.available());
        QVERIFY(QFontDatabase::families().contains(u"Lightwell Headline"_s));
        QVERIFY(QFontDatabase::families().contains(u"Lightwell Text"_s));
        const QPainterPath path = lettering.set({u"Hamburg"_s}, QRectF(0, 0, 1, 1), 0.5, 0.01, Face::Headline, 1);
        QVERIFY(!path.isEmpty());
        QVERIFY(path.boundingRect().width() > 0.97 && path.boundingRect().width() <= 1);
    }
};

QTEST_MAIN(TestSketchbookPoster)
#include "test_sketchbookposter.moc"

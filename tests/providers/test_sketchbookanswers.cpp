// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every word the painter knows changes the picture. What a negative prompt names is forgotten while everything the
// prompt leaves to chance stays the same: the difference of the two pictures is what the word itself does.
#include "providers/sketchbook/painting.h"
#include "providers/sketchbook/words/reading.h"
#include "providers/sketchbook/words/vocabulary.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace lightwell;
using namespace lightwell::sketchbook;

namespace {

QString firstWord(const Entry &entry)
{
    return QString::fromLatin1(entry.words).section(u' ', 0, 0).replace(u'_', u' ');
}

QImage picture(const QString &prompt, const QString &without, quint64 seed, Style style = Style::Scene)
{
    Order order;
    order.style = style;
    order.prompt = prompt;
    order.negativePrompt = without;
    order.size = QSize(120, 80);
    return paint(order, seed);
}

/// Part of the pixels that differ so that one sees it.
double changed(const QImage &a, const QImage &b)
{
    int count = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y);
            const QRgb q = b.pixel(x, y);
            const int distance =
                std::abs(qRed(p) - qRed(q)) + std::abs(qGreen(p) - qGreen(q)) + std::abs(qBlue(p) - qBlue(q));
            count += distance > 24 ? 1 : 0;
        }
    }
    return double(count) / (a.width() * a.height());
}

} // namespace

class TestSketchbookAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySceneWord_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<bool>("place");
        for (const Entry &entry : sceneWords()) {
            if (!std::holds_alternative<Hint>(entry.sense)) {
                QTest::newRow(qPrintable(firstWord(entry)))
                    << firstWord(entry) << std::holds_alternative<Place>(entry.sense);
            }
        }
    }
    void everySceneWord()
    {
        QFETCH(const QString, word);
        QFETCH(const bool, place);
        const QString prompt = place ? QString(word + u" at noon"_s) : QString(u"lake, "_s + word);
        double most = 0;
        for (quint64 seed = 1; seed <= 3; ++seed) {
            most = std::max(most, changed(picture(prompt, {}, seed), picture(prompt, word, seed)));
        }
        QVERIFY2(most > 0.02, qPrintable(QString::number(most)));
    }

    void everySubject_data()
    {
        QTest::addColumn<QString>("word");
        for (const Entry &entry : subjectWords()) {
            if (std::holds_alternative<Subject>(entry.sense)) {
                QTest::newRow(qPrintable(firstWord(entry))) << firstWord(entry);
            }
        }
    }
    void everySubject()
    {
        QFETCH(const QString, word);
        // Each at a place where it can be: on land, on water, on a table.
        double most = 0;
        for (const QString &place : {u"meadow"_s, u"sea"_s, u"table"_s}) {
            const QString prompt = place + u" with a "_s + word + u" at noon"_s;
            most = std::max(most, changed(picture(prompt, {}, 2), picture(prompt, word, 2)));
        }
        QVERIFY2(most > 0.004, qPrintable(QString::number(most)));
    }

    void severalAreMore_data()
    {
        QTest::addColumn<QString>("several");
        QTest::addColumn<QString>("one");
        QTest::newRow("boats") << u"three sailboats on a lake at noon"_s << u"one sailboat on a lake at noon"_s;
        QTest::newRow("sailing boats") << u"sea with sailing boats at noon"_s << u"sea with a boat at noon"_s;
        QTest::newRow("butterflies") << u"butterflies over a meadow at noon"_s
                                     << u"a butterfly over a meadow at noon"_s;
    }
    void severalAreMore()
    {
        QFETCH(const QString, several);
        QFETCH(const QString, one);
        const auto count = [](const QString &prompt) { return sketchbook::read(prompt).mentions.constFirst().count; };
        QVERIFY(count(several) >= 3);
        QCOMPARE(count(one), 1);
    }

    void whatIsWhere_data()
    {
        QTest::addColumn<QString>("prompt");
        QTest::addColumn<int>("place");
        QTest::newRow("river") << u"a river in the mountains"_s << int(Place::River);
        QTest::newRow("meadow by a river") << u"a meadow by a river"_s << int(Place::Meadow);
        QTest::newRow("tropical island") << u"tropical island with palms"_s << int(Place::Island);
        QTest::newRow("waterfall") << u"a waterfall in the jungle"_s << int(Place::Waterfall);
        QTest::newRow("harbour") << u"the old harbour in the morning"_s << int(Place::Harbour);
        QTest::newRow("Hafen") << u"Segelboote im Hafen"_s << int(Place::Harbour);
    }
    void whatIsWhere()
    {
        QFETCH(const QString, prompt);
        QFETCH(const int, place);
        QCOMPARE(int(sketchbook::read(prompt).place), place);
    }

    void aForestKeepsItsRiver()
    {
        const QString prompt = u"forest with deer and a river"_s;
        QVERIFY(changed(picture(prompt, {}, 2), picture(prompt, u"river"_s, 2)) > 0.02);
    }

    void abstractShowsNothing()
    {
        // No guest is invited: the same words without "abstract" are a landscape.
        const QString prompt = u"abstract"_s;
        for (quint64 seed = 1; seed <= 3; ++seed) {
            QVERIFY(sketchbook::read(prompt).abstract);
            QVERIFY(!picture(prompt, {}, seed).isNull());
        }
        QVERIFY(!sketchbook::read(u"a fox in the forest"_s).abstract);
    }

    void postersAndPatternsShowTheSubject_data()
    {
        QTest::addColumn<int>("style");
        QTest::newRow("poster") << int(Style::Poster);
        QTest::newRow("pattern") << int(Style::Pattern);
    }
    void postersAndPatternsShowTheSubject()
    {
        QFETCH(const int, style);
        for (const QString &word : {u"fox"_s, u"lighthouse"_s, u"parrot"_s, u"robot"_s, u"sailboat"_s}) {
            QVERIFY(changed(picture(word, {}, 2, Style(style)), picture(word, word, 2, Style(style))) > 0.05);
        }
    }
};

QTEST_MAIN(TestSketchbookAnswers)
#include "test_sketchbookanswers.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/sizerule.h"
#include "providers/sketchbook/adapter/houserules.h"
#include "providers/sketchbook/painting.h"

#include <QtConcurrentRun>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace lightwell;
using namespace lightwell::sketchbook;

class TestSketchbookPainter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameEverywhere_data() { styles(); }
    void sameEverywhere();
    void seedsDiffer_data() { styles(); }
    void seedsDiffer();
    void wordsTell_data();
    void wordsTell();
    void everyShape_data();
    void everyShape();
    void anyPrompt_data();
    void anyPrompt();
    void stops();

private:
    static void styles()
    {
        QTest::addColumn<int>("style");
        QTest::newRow("scene") << int(Style::Scene);
        QTest::newRow("pattern") << int(Style::Pattern);
        QTest::newRow("poster") << int(Style::Poster);
    }
    static Order order(const QString &prompt, Style style = Style::Scene, QSize size = QSize(192, 192))
    {
        Order result;
        result.style = style;
        result.prompt = prompt;
        result.size = size;
        return result;
    }
    /// Mean of the channels over several seeds.
    static std::array<double, 3> mean(const QString &prompt);
};

std::array<double, 3> TestSketchbookPainter::mean(const QString &prompt)
{
    std::array<double, 3> sum {};
    double count = 0;
    for (quint64 seed = 1; seed <= 5; ++seed) {
        const QImage image = paint(order(prompt, Style::Scene, QSize(96, 96)), seed);
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QRgb pixel = image.pixel(x, y);
                sum[0] += qRed(pixel);
                sum[1] += qGreen(pixel);
                sum[2] += qBlue(pixel);
                ++count;
            }
        }
    }
    return {sum[0] / count, sum[1] / count, sum[2] / count};
}

void TestSketchbookPainter::sameEverywhere()
{
    QFETCH(int, style);
    const Order wanted = order(u"a lighthouse by a lake at dusk, three birds"_s, Style(style));
    const QImage here = paint(wanted, 42);
    QList<QFuture<QImage>> elsewhere;
    for (int i = 0; i < 4; ++i) {
        elsewhere.append(QtConcurrent::run([wanted] { return paint(wanted, 42); }));
    }
    for (const QFuture<QImage> &future : elsewhere) {
        QCOMPARE(future.result(), here);
    }
}

void TestSketchbookPainter::seedsDiffer()
{
    QFETCH(int, style);
    const QImage one = paint(order(u"mountains"_s, Style(style)), 1);
    const QImage two = paint(order(u"mountains"_s, Style(style)), 2);
    double distance = 0;
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x) {
            distance += std::abs(qGray(one.pixel(x, y)) - qGray(two.pixel(x, y)));
        }
    }
    QVERIFY(distance / (one.width() * one.height()) > 4);
}

void TestSketchbookPainter::wordsTell_data()
{
    QTest::addColumn<QString>("more");
    QTest::addColumn<QString>("less");
    QTest::addColumn<QString>("of"); // "light", "red", "green" or "blue" (against the others)
    QTest::newRow("noon is lighter than night") << u"hills at noon"_s << u"hills at night"_s << u"light"_s;
    QTest::newRow("snow is lighter than summer")
        << u"village in snow at noon"_s << u"village in summer at noon"_s << u"light"_s;
    QTest::newRow("a storm is darker") << u"sea at noon"_s << u"sea at noon in a storm"_s << u"light"_s;
    QTest::newRow("red is redder") << u"red mountains at noon"_s << u"mountains at noon"_s << u"red"_s;
    QTest::newRow("green is greener") << u"green desert at noon"_s << u"desert at noon"_s << u"green"_s;
    QTest::newRow("winter is bluer than autumn")
        << u"meadow in winter at noon"_s << u"meadow in autumn at noon"_s << u"blue"_s;
    QTest::newRow("dusk is redder than noon") << u"hills at dusk"_s << u"hills at noon"_s << u"red"_s;
    QTest::newRow("German night") << u"Hügel am Mittag"_s << u"Hügel in der Nacht"_s << u"light"_s;
}

void TestSketchbookPainter::wordsTell()
{
    QFETCH(QString, more);
    QFETCH(QString, less);
    QFETCH(QString, of);
    const auto value = [&of](const std::array<double, 3> &c) {
        const double sum = c[0] + c[1] + c[2] + 1;
        return of == u"light"_s ? sum : of == u"red"_s ? c[0] / sum : of == u"green"_s ? c[1] / sum : c[2] / sum;
    };
    const double high = value(mean(more));
    const double low = value(mean(less));
    QVERIFY2(high > low * 1.02, qPrintable(QString::number(high) + u" / "_s + QString::number(low)));
}

void TestSketchbookPainter::everyShape_data()
{
    QTest::addColumn<QString>("ratio");
    for (const char *ratio : {"1:1", "3:2", "2:3", "4:3", "3:4", "16:9", "9:16", "21:9"}) {
        QTest::newRow(ratio) << QString::fromLatin1(ratio);
    }
}

void TestSketchbookPainter::everyShape()
{
    QFETCH(QString, ratio);
    const QSize full = *sceneSize(ratio);
    QVERIFY(std::abs(qint64(full.width()) * full.height() - 1024LL * 1024) < 2048);
    QCOMPARE(full, sizeFor(*AspectRatio::parse(ratio), 1024 * 1024));
    const QSize size = full / 6;
    QCOMPARE(paint(order(u"a castle on a hill"_s, Style::Scene, size), 3).size(), size);
}

void TestSketchbookPainter::anyPrompt_data()
{
    QTest::addColumn<QString>("prompt");
    QTest::newRow("nonsense") << u"asdf"_s;
    QTest::newRow("idea") << u"justice"_s;
    QTest::newRow("emoji") << u"\U0001F680 \U0001F319"_s;
    QTest::newRow("only signs") << u"!!! ???"_s;
    QTest::newRow("long") << QString(u"a very long story about a castle and everything "_s).repeated(80);
    QTest::newRow("one endless word") << QString(400, u'w');
    QTest::newRow("Chinese") << u"山水画"_s;
    QTest::newRow("right to left") << u"منارة في الليل"_s;
    QTest::newRow("broken surrogate") << QString(QChar(0xd83d));
    QTest::newRow("all subjects")
        << u"lighthouse boat house castle bridge owl cat fox deer whale rocket train tree kettle robot car"_s;
    QTest::newRow("contradictions") << u"night noon winter summer desert sea city forest underwater space"_s;
}

void TestSketchbookPainter::anyPrompt()
{
    QFETCH(QString, prompt);
    for (const Style style : {Style::Scene, Style::Pattern, Style::Poster}) {
        const QImage image = paint(order(prompt, style, QSize(128, 96)), 5);
        QCOMPARE(image.size(), QSize(128, 96));
        QSet<QRgb> colours;
        for (int x = 0; x < image.width(); ++x) {
            for (int y = 0; y < image.height(); ++y) {
                colours.insert(image.pixel(x, y));
            }
        }
        QVERIFY(colours.size() > 8);
    }
}

void TestSketchbookPainter::stops()
{
    QVERIFY(paint(order(u"sea"_s), 1, [](double) { return false; }).isNull());
}

QTEST_MAIN(TestSketchbookPainter)
#include "test_sketchbookpainter.moc"

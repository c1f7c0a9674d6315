// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/compareform.h"
#include "ui/texts.h"
#include "ui/widgets/tokens.h"

#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;

/// Values in the words a person reads.
class TestTexts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sums_data();
    void sums();
    void prices_data();
    void prices();
    void balances();
    void tipsAreBroken();
    void partsOfASum_data();
    void partsOfASum();
    void shapes_data();
    void shapes();
    void formSurvivesJson();
    void formTakesNothingWrong();
    void requestOfARow();
    void tokensAreReadable_data();
    void tokensAreReadable();
    void anyAccentIsReadable_data();
    void anyAccentIsReadable();
};

namespace {

const Money unknown = Money::unknown();

Money cents(double value)
{
    return Money::fromDollars(value / 100);
}

} // namespace

void TestTexts::sums_data()
{
    QTest::addColumn<QList<Money>>("parts");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::newRow("known") << QList<Money> {cents(3), cents(5), cents(13.4)} << u"≈ $0.21"_s << u"$0.21"_s;
    QTest::newRow("one unknown") << QList<Money> {cents(3), unknown} << u"≈ $0.03 + 1 unknown"_s
                                 << u"$0.03 + 1 unknown"_s;
    QTest::newRow("all unknown") << QList<Money> {unknown, unknown} << u"price unknown"_s << u"cost unknown"_s;
    QTest::newRow("free and unknown is not free")
        << QList<Money> {Money::zero(), unknown} << u"1 free + 1 unknown"_s << u"1 free + 1 unknown"_s;
    QTest::newRow("free") << QList<Money> {Money::zero(), Money::zero()} << u"free"_s << u"free"_s;
    QTest::newRow("large") << QList<Money> {cents(1234.4)} << u"≈ $12.34"_s << u"$12.34"_s;
    QTest::newRow("one picture") << QList<Money> {cents(4.5)} << u"≈ $0.045"_s << u"$0.045"_s;
    QTest::newRow("under a cent") << QList<Money> {Money::fromMicros(20), Money::fromMicros(20)} << u"≈ under $0.01"_s
                                  << u"under $0.01"_s;
}

void TestTexts::sums()
{
    QFETCH(QList<Money>, parts);
    QTEST(texts::sum(parts), "before");
    QTEST(texts::spentSum(parts), "after");
    QVERIFY(!texts::sum(parts).contains(u"$0.00"_s));
}

void TestTexts::prices_data()
{
    QTest::addColumn<Money>("price");
    QTest::addColumn<QString>("text");
    QTest::newRow("unknown") << unknown << u"price unknown"_s;
    QTest::newRow("free") << Money::zero() << u"free"_s;
    QTest::newRow("cents") << cents(4) << u"$0.040"_s;
    QTest::newRow("tenths of a cent") << Money::fromMicros(134'452) << u"$0.134"_s;
    QTest::newRow("tiny is never shown as nothing") << Money::fromMicros(42) << u"under $0.001"_s;
    QTest::newRow("just below a dollar") << Money::fromMicros(999'400) << u"$0.999"_s;
    QTest::newRow("rounded to a dollar") << Money::fromMicros(999'600) << u"$1.00"_s;
    QTest::newRow("dollars") << Money::fromMicros(1'204'999) << u"$1.20"_s;
}

void TestTexts::prices()
{
    QFETCH(Money, price);
    QTEST(texts::price(price), "text");
}

void TestTexts::balances()
{
    QCOMPARE(texts::total(Money::zero()), u"$0.00"_s);
    QCOMPARE(texts::total(Money::fromMicros(19'651'497)), u"$19.65"_s);
    QCOMPARE(texts::total(Money::fromMicros(-1'250'000)), u"-$1.25"_s);
    QCOMPARE(texts::total(Money::fromMicros(4'000)), u"under $0.01"_s);
    QCOMPARE(texts::total(unknown), u"unknown"_s);
}

void TestTexts::tipsAreBroken()
{
    QCOMPARE(texts::tip({}), QString());
    QCOMPARE(texts::tip(u"short\ntwo"_s), u"short\ntwo"_s);
    const QString text = QString(u"word "_s).repeated(60).trimmed();
    const QStringList lines = texts::tip(text).split(u'\n');
    QCOMPARE(lines.size(), 5);
    QVERIFY(std::all_of(lines.cbegin(), lines.cend(), [](const QString &line) { return line.size() <= 72; }));
    QCOMPARE(lines.join(u' '), text);
    const QString unbreakable(100, u'x');
    QCOMPARE(texts::tip(unbreakable), unbreakable);
}

void TestTexts::partsOfASum_data()
{
    QTest::addColumn<QList<double>>("dollars"); // below zero: unknown
    QTest::addColumn<QString>("parts");
    QTest::newRow("nothing") << QList<double> {} << QString();
    QTest::newRow("one") << QList<double> {0.045} << QString();
    QTest::newRow("all free") << QList<double> {0, 0, 0} << QString();
    QTest::newRow("different") << QList<double> {0.045, 0.04, 0.041} << u"$0.040 + $0.041 + $0.045"_s;
    QTest::newRow("equal") << QList<double> {0.045, 0.045} << u"2 at $0.045"_s;
    QTest::newRow("some free") << QList<double> {0, 0.045, 0, 0.045} << u"2 free + 2 at $0.045"_s;
    QTest::newRow("many") << QList<double> {0, 0.06, 0.02, 0.03, 0.04, 0.04} << u"1 free + 5 from $0.020 to $0.060"_s;
    QTest::newRow("unknown") << QList<double> {0.04, -1} << u"$0.040 + 1 unknown"_s;
}

void TestTexts::partsOfASum()
{
    QFETCH(QList<double>, dollars);
    QList<Money> prices;
    for (const double price : dollars) {
        prices.append(price < 0 ? Money::unknown() : Money::fromDollars(price));
    }
    QTEST(texts::parts(prices), "parts");
}

void TestTexts::shapes_data()
{
    QTest::addColumn<QSize>("made");
    QTest::addColumn<QString>("shape");
    QTest::newRow("nothing") << QSize() << QString();
    QTest::newRow("square") << QSize(1024, 1024) << u"1:1"_s;
    QTest::newRow("rounded to eights") << QSize(1360, 768) << u"16:9"_s;
    QTest::newRow("upright") << QSize(1024, 1536) << u"2:3"_s;
    QTest::newRow("none of the usual") << QSize(1440, 1000) << u"1440 × 1000"_s;
}

void TestTexts::shapes()
{
    QFETCH(QSize, made);
    QTEST(texts::shape(made), "shape");
}

void TestTexts::formSurvivesJson()
{
    CompareForm form;
    form.prompt = u"a lighthouse\nat dusk"_s;
    form.negativePrompt = u"people"_s;
    form.models = QStringList {u"flux-2-pro"_s, u"sketchbook-scene"_s};
    form.size.pixels = QSize(1536, 640);
    form.fit = Fit::Contain;
    form.pictures = 4;
    form.seed = 9'876'543'210;
    form.format = ImageFormat::Avif;
    form.compression = 40;
    form.quality = u"high"_s;
    form.background = u"transparent"_s;
    QCOMPARE(CompareForm::fromJson(form.toJson()), form);
    form.size = {};
    form.size.ratio = AspectRatio {2, 3};
    form.fit = CompareForm().fit; // says nothing where no pixels are asked
    form.seed.reset();
    form.format.reset();
    QCOMPARE(CompareForm::fromJson(form.toJson()), form);
}

void TestTexts::formTakesNothingWrong()
{
    const CompareForm form = CompareForm::fromJson({
        {u"pictures"_s, 5000},
        {u"compression"_s, -4},
        {u"seed"_s, u"seven"_s},
        {u"size"_s, u"huge"_s},
        {u"format"_s, u"doc"_s},
        {u"models"_s, QJsonArray::fromStringList(QStringList(20, u"same"_s))},
    });
    QCOMPARE(form.pictures, CompareForm::maxPictures);
    QCOMPARE(form.compression, 0);
    QVERIFY(!form.seed && form.size.isEmpty() && !form.format);
    QCOMPARE(form.models, QStringList {u"same"_s});
}

void TestTexts::requestOfARow()
{
    CompareForm form;
    form.prompt = u"  a boat "_s;
    form.size.ratio = AspectRatio {1, 1};
    form.fit = Fit::Crop;
    form.seed = 7;
    form.format = ImageFormat::Png;
    form.pictures = 3;
    const Request third = form.request(u"m"_s, 2);
    QCOMPARE(third.prompt, u"a boat"_s);
    QCOMPARE(third.n, 1);
    QCOMPARE(third.seed, std::optional<qint64>(9));
    QCOMPARE(third.fit, Fit::Closest);
    QVERIFY2(!third.compression, "PNG has no quality to choose");
    form.format = ImageFormat::Webp;
    QCOMPARE(form.request(u"m"_s, 0).compression, std::optional(85));
}

void TestTexts::tokensAreReadable_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestTexts::tokensAreReadable()
{
    QFETCH(bool, dark);
    const Tokens t = dark ? darkTokens() : lightTokens();
    QCOMPARE(tokensOf(paletteFor(t)).dark, dark);
    for (const QColor &ground : {t.bg, t.surface, t.raised, t.selected}) {
        for (const QColor &ink : {t.text, t.muted, t.ok, t.warn, t.bad, t.info}) {
            QVERIFY2(contrast(ink, ground) >= 4.5, qPrintable(ink.name() + u" on "_s + ground.name()));
        }
    }
    QVERIFY(contrast(t.onAccent, t.accent) >= 4.5);
    QVERIFY(contrast(t.accent, t.selected) >= 4.5);
}

void TestTexts::anyAccentIsReadable_data()
{
    QTest::addColumn<QColor>("accent");
    for (const char *name : {"#3584e4", "#ffff00", "#e01b24", "#000000", "#ffffff", "#9141ac", "#26a269"}) {
        QTest::newRow(name) << QColor(QLatin1StringView(name));
    }
}

void TestTexts::anyAccentIsReadable()
{
    QFETCH(QColor, accent);
    for (const Tokens &base : {lightTokens(), darkTokens()}) {
        const Tokens t = withAccent(base, accent);
        QVERIFY(contrast(t.accent, t.bg) >= 4.5);
        QVERIFY(contrast(t.accent, t.selected) >= 4.5);
        QVERIFY(contrast(t.onAccent, t.accent) >= 4.5);
        for (const QColor &ink : {t.text, t.muted, t.ok, t.warn, t.bad, t.info}) {
            QVERIFY2(contrast(ink, t.selected) >= 4.5, qPrintable(ink.name() + u" on "_s + t.selected.name()));
        }
        QCOMPARE(tokensOf(paletteFor(t)).accent, t.accent);
    }
}

QTEST_GUILESS_MAIN(TestTexts)
#include "test_texts.moc"

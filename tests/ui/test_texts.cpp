// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/compareform.h"
#include "ui/compare/emulationtext.h"
#include "ui/compare/failuretext.h"
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
    void tipsAreBroken();
    void failures_data();
    void failures();
    void aJobIsAskedForBeforeAnythingIsPaidAgain();
    void emulation_data();
    void emulation();
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
    QTest::newRow("known") << QList<Money> {cents(3), cents(5), cents(13.4)} << u"≈ $0.214"_s << u"$0.214"_s;
    QTest::newRow("one unknown") << QList<Money> {cents(3), unknown} << u"≈ $0.03 + unknown"_s << u"$0.03 + unknown"_s;
    QTest::newRow("all unknown") << QList<Money> {unknown, unknown} << u"price unknown"_s << u"cost unknown"_s;
    QTest::newRow("free and unknown is not free")
        << QList<Money> {Money::zero(), unknown} << u"price unknown"_s << u"cost unknown"_s;
    QTest::newRow("free") << QList<Money> {Money::zero(), Money::zero()} << u"free"_s << u"free"_s;
    QTest::newRow("large") << QList<Money> {cents(1234.4)} << u"≈ $12.34"_s << u"$12.34"_s;
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
    QTest::newRow("cents") << cents(4) << u"$0.04"_s;
    QTest::newRow("tenths of a cent") << Money::fromMicros(134'452) << u"$0.134"_s;
    QTest::newRow("tiny is never shown as nothing") << Money::fromMicros(42) << u"$0.000042"_s;
}

void TestTexts::prices()
{
    QFETCH(Money, price);
    QTEST(texts::price(price), "text");
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

void TestTexts::failures_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<Billing>("billing");
    QTest::addColumn<CompareCell::State>("state");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("bill");
    QTest::addColumn<FailureText::Step>("step");
    using State = CompareCell::State;
    using Step = FailureText::Step;
    QTest::newRow("no key") << ErrorKind::NoKey << Billing::NotBilled << State::Failed << u"fal.ai needs a key"_s
                            << u"Nothing was billed."_s << Step::AddKey;
    QTest::newRow("bad key") << ErrorKind::Auth << Billing::NotBilled << State::Failed << u"fal.ai refused the key"_s
                             << u"Nothing was billed."_s << Step::ReplaceKey;
    QTest::newRow("busy") << ErrorKind::Overloaded << Billing::NotBilled << State::Failed << u"fal.ai is busy"_s
                          << u"Nothing was billed."_s << Step::Retry;
    QTest::newRow("content") << ErrorKind::ContentPolicy << Billing::Billed << State::Failed
                             << u"Refused by content rules"_s << u"It was billed: $0.05. A retry may be billed again."_s
                             << Step::RetryMayBillTwice;
    QTest::newRow("lost") << ErrorKind::Network << Billing::MayBeBilled << State::Unknown << u"Outcome unknown"_s
                          << u"It may have been billed. A retry may be billed again."_s << Step::RetryMayBillTwice;
    QTest::newRow("unknown price") << ErrorKind::Budget << Billing::NotBilled << State::Failed
                                   << u"Stopped by your budget"_s << u"Nothing was billed."_s << Step::OpenSettings;
    QTest::newRow("stopped early") << ErrorKind::Cancelled << Billing::NotBilled << State::Cancelled << u"Cancelled"_s
                                   << u"Nothing was billed."_s << Step::Retry;
}

void TestTexts::aJobIsAskedForBeforeAnythingIsPaidAgain()
{
    CompareCell cell;
    cell.state = CompareCell::State::Unknown;
    Generation outcome;
    outcome.error = Error();
    Attempt attempt;
    attempt.hasJob = true;
    outcome.attempts = {attempt};
    cell.outcome = outcome;
    const FailureText text = failureText(cell, u"fal"_s, u"fal.ai"_s);
    QCOMPARE(text.step, FailureText::Step::AskAgain);
    QVERIFY(text.billing.contains(u"costs nothing"_s));
}

void TestTexts::failures()
{
    QFETCH(ErrorKind, kind);
    QFETCH(Billing, billing);
    QFETCH(CompareCell::State, state);
    CompareCell cell;
    cell.state = state;
    Generation outcome;
    Error error;
    error.kind = kind;
    error.billing = billing;
    error.message = u"What happened."_s;
    outcome.error = error;
    error.detail = u"err-17"_s;
    outcome.error = error;
    outcome.plan = Plan();
    outcome.cost = cents(5);
    cell.outcome = outcome;
    const FailureText text = failureText(cell, u"fal"_s, u"fal.ai"_s);
    QTEST(text.title, "title");
    QTEST(text.billing, "bill");
    QFETCH(FailureText::Step, step);
    QCOMPARE(text.step, step);
    QVERIFY(!text.stepText.isEmpty());
    QCOMPARE(text.detail, u"In the words of fal.ai: err-17"_s);
}

void TestTexts::emulation_data()
{
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QSize>("made");
    QTest::addColumn<QString>("mark");
    QTest::newRow("as asked") << u"1024x1024"_s << QSize(1024, 1024) << QString();
    QTest::newRow("other pixels") << u"1536x640"_s << QSize(1344, 576) << u"1536 × 640 asked, 1344 × 576 made"_s;
    QTest::newRow("ratio kept") << u"16:9"_s << QSize(1344, 756) << QString();
    QTest::newRow("ratio rounded to eights") << u"16:9"_s << QSize(1360, 768) << QString();
    QTest::newRow("other ratio") << u"16:9"_s << QSize(1536, 1024) << u"16 : 9 asked, 1536 × 1024 made"_s;
}

void TestTexts::emulation()
{
    QFETCH(QString, asked);
    QFETCH(QSize, made);
    Generation generation;
    generation.request.size.pixels = sizeFromString(asked);
    generation.request.size.ratio = AspectRatio::parse(asked);
    Picture picture;
    picture.size = made;
    generation.pictures.append(picture);
    QTEST(emulationText(generation).mark, "mark");
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
    QCOMPARE(CompareForm::fromJson(form.toJson()), form);
    form.size = {};
    form.size.ratio = AspectRatio {2, 3};
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
    for (const QColor &ground : {t.bg, t.surface, t.raised}) {
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
        QCOMPARE(tokensOf(paletteFor(t)).accent, t.accent);
    }
}

QTEST_GUILESS_MAIN(TestTexts)
#include "test_texts.moc"

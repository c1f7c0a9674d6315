// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/planreasons.h"
#include "samples.h"

using namespace Qt::StringLiterals;
using namespace lightwell;

Q_DECLARE_METATYPE(lightwell::Offer)

class TestSizes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lists_data();
    void lists();
    void ratios_data();
    void ratios();
    void anyRatios_data();
    void anyRatios();
    void ranges_data();
    void ranges();
    void shapesInPixelsSayWhetherTheyAreMade_data();
    void shapesInPixelsSayWhetherTheyAreMade();
    void rangeLimits_data();
    void rangeLimits();
    void absurdSizes_data();
    void absurdSizes();
    void uncontrolled();
    void onlyAResolution_data();
    void onlyAResolution();
};

void TestSizes::lists_data()
{
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("made");
    QTest::addColumn<QString>("treatment");

    QTest::newRow("exact") << u"1536x1024"_s << u"1536x1024"_s << u"passed"_s;
    QTest::newRow("wide") << u"1920x1080"_s << u"1536x1024"_s << u"converted"_s;
    QTest::newRow("tall") << u"640x1136"_s << u"1024x1536"_s << u"converted"_s;
    QTest::newRow("tiny square") << u"16x16"_s << u"1024x1024"_s << u"converted"_s;
    QTest::newRow("one pixel") << u"1x1"_s << u"1024x1024"_s << u"converted"_s;
    QTest::newRow("nothing") << u""_s << u"1024x1024"_s << u"missing"_s;
    QTest::newRow("auto, where there is none") << u"auto"_s << u"1024x1024"_s << u"converted"_s;
}

void TestSizes::lists()
{
    QFETCH(const QString, asked);
    QFETCH(const QString, made);
    QFETCH(const QString, treatment);
    Request request = samples::request();
    request.size = samples::sizeOf(asked);
    const Result<Plan> plan = makePlan(request, samples::listOffer());
    QVERIFY2(plan.ok(), plan.ok() ? "" : qPrintable(plan.error().reason.code));
    QCOMPARE(sizeToString(plan->size.pixels.value_or(QSize())), made);
    QCOMPARE(plan->size.expected, *plan->size.pixels);
    QCOMPARE(samples::treatmentOf(*plan, u"size"_s), treatment);
    QVERIFY(!plan->output.exactSize);
}

void TestSizes::ratios_data()
{
    QTest::addColumn<QString>("tiers");
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("sent");
    QTest::addColumn<QString>("made");

    QTest::newRow("ratio") << u""_s << u"16:9"_s << u"16:9"_s << u"1365x768"_s;
    QTest::newRow("ratio written otherwise") << u""_s << u"32:18"_s << u"16:9"_s << u"1365x768"_s;
    QTest::newRow("near ratio") << u""_s << u"2:1"_s << u"16:9"_s << u"1365x768"_s;
    QTest::newRow("pixels") << u""_s << u"1536x640"_s << u"21:9"_s << u"1563x670"_s;
    QTest::newRow("tier that is the only one") << u""_s << u"1K"_s << u"1:1"_s << u"1024x1024"_s;
    QTest::newRow("tier there is not") << u""_s << u"4K"_s << u"1:1"_s << u"1024x1024"_s;
    QTest::newRow("nothing") << u"2K 1K"_s << u""_s << u"1:1 1K"_s << u"1024x1024"_s;
    QTest::newRow("ratio and tier") << u"1K 2K 4K"_s << u"16:9 2K"_s << u"16:9 2K"_s << u"2731x1536"_s;
    QTest::newRow("tier alone") << u"1K 2K 4K"_s << u"4K"_s << u"1:1 4K"_s << u"4096x4096"_s;
    QTest::newRow("nearest tier") << u"2K 4K"_s << u"0.5K"_s << u"1:1 2K"_s << u"2048x2048"_s;
    QTest::newRow("pixels choose the tier") << u"1K 2K 4K"_s << u"1920x1080"_s << u"16:9 1K"_s << u"1365x768"_s;
    QTest::newRow("ties go to the larger") << u"1K 4K"_s << u"2048x2048"_s << u"1:1 4K"_s << u"4096x4096"_s;
}

void TestSizes::ratios()
{
    QFETCH(const QString, tiers);
    QFETCH(const QString, asked);
    QFETCH(const QString, sent);
    QFETCH(const QString, made);
    QList<ResolutionTier> offered;
    for (const QString &tier : tiers.split(u' ', Qt::SkipEmptyParts)) {
        offered.append(*tierFromName(tier));
    }
    Request request = samples::request();
    request.size = samples::sizeOf(asked);
    const Result<Plan> plan = makePlan(request, samples::ratioOffer(offered));
    QVERIFY2(plan.ok(), plan.ok() ? "" : qPrintable(plan.error().reason.code));
    SizeRequest out;
    out.ratio = plan->size.ratio;
    out.tier = plan->size.tier;
    QCOMPARE(out.toString(), sent);
    QCOMPARE(sizeToString(plan->size.expected), made);
    QVERIFY(!plan->size.pixels);
}

void TestSizes::anyRatios_data()
{
    QTest::addColumn<QString>("tiers");
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("sent");
    QTest::addColumn<QString>("made");

    QTest::newRow("ratio") << u""_s << u"16:9"_s << u"16:9"_s << u"1365x768"_s;
    QTest::newRow("ratio nobody lists") << u""_s << u"7:5"_s << u"7:5"_s << u"1211x865"_s;
    QTest::newRow("as it is written") << u""_s << u"32:18"_s << u"32:18"_s << u"1365x768"_s;
    QTest::newRow("the widest") << u""_s << u"4:1"_s << u"4:1"_s << u"2048x512"_s;
    QTest::newRow("too wide") << u""_s << u"5:1"_s << u"4:1"_s << u"2048x512"_s;
    QTest::newRow("the tallest") << u""_s << u"2:8"_s << u"2:8"_s << u"512x2048"_s;
    QTest::newRow("too tall") << u""_s << u"1:9"_s << u"1:4"_s << u"512x2048"_s;
    QTest::newRow("pixels") << u""_s << u"1000x700"_s << u"10:7"_s << u"1224x857"_s;
    QTest::newRow("pixels choose the tier") << u"1K 2K"_s << u"1920x1080"_s << u"16:9 1K"_s << u"1365x768"_s;
    QTest::newRow("pixels too wide") << u"1K 2K"_s << u"4000x500"_s << u"4:1 1K"_s << u"2048x512"_s;
    QTest::newRow("ratio and tier") << u"1K 2K"_s << u"16:9 2K"_s << u"16:9 2K"_s << u"2731x1536"_s;
    QTest::newRow("tier alone") << u"1K 2K"_s << u"2K"_s << u"1:1 2K"_s << u"2048x2048"_s;
    QTest::newRow("nearest tier") << u"1K 2K"_s << u"4K"_s << u"1:1 2K"_s << u"2048x2048"_s;
    QTest::newRow("nothing") << u"1K 2K"_s << u""_s << u"1:1 1K"_s << u"1024x1024"_s;
}

void TestSizes::anyRatios()
{
    QFETCH(const QString, tiers);
    QFETCH(const QString, asked);
    QFETCH(const QString, sent);
    QFETCH(const QString, made);
    SizeAnyRatio rule;
    for (const QString &tier : tiers.split(u' ', Qt::SkipEmptyParts)) {
        rule.tiers.append(*tierFromName(tier));
    }
    Request request = samples::request();
    request.size = samples::sizeOf(asked);
    const Offer offer = samples::offer(rule);
    const Result<Plan> plan = makePlan(request, offer);
    QVERIFY2(plan.ok(), plan.ok() ? "" : qPrintable(plan.error().message));
    SizeRequest out;
    out.ratio = plan->size.ratio;
    out.tier = plan->size.tier;
    QCOMPARE(out.toString(), sent);
    QCOMPARE(sizeToString(plan->size.expected), made);
    QVERIFY(!plan->size.pixels);
    if (request.size.ratio) {
        const bool inside = rule.allows(*request.size.ratio);
        QCOMPARE(samples::treatmentOf(*plan, u"aspect_ratio"_s), inside ? u"passed"_s : u"converted"_s);
    }
}

void TestSizes::ranges_data()
{
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("made");

    QTest::newRow("exact") << u"1536x864"_s << u"1536x864"_s;
    QTest::newRow("not a multiple") << u"1000x1000"_s << u"1008x1008"_s;
    QTest::newRow("full high definition") << u"1920x1080"_s << u"1936x1088"_s;
    QTest::newRow("too large") << u"8000x8000"_s << u"2880x2880"_s;
    QTest::newRow("too small") << u"100x100"_s << u"816x816"_s;
    QTest::newRow("too wide") << u"4000x500"_s << u"2448x816"_s;
    QTest::newRow("too tall") << u"100x5000"_s << u"480x1440"_s;
    QTest::newRow("ratio") << u"16:9"_s << u"1280x720"_s;
    QTest::newRow("tier") << u"2K"_s << u"2048x2048"_s;
    QTest::newRow("ratio and tier") << u"3:2 2K"_s << u"2496x1664"_s;
    QTest::newRow("nothing") << u""_s << u"1024x1024"_s;
}

void TestSizes::ranges()
{
    QFETCH(const QString, asked);
    QFETCH(const QString, made);
    Request request = samples::request();
    request.size = samples::sizeOf(asked);
    const Result<Plan> plan = makePlan(request, samples::offer(samples::range()));
    QVERIFY2(plan.ok(), plan.ok() ? "" : qPrintable(plan.error().reason.code));
    QCOMPARE(sizeToString(*plan->size.pixels), made);
    QVERIFY(samples::range().allows(*plan->size.pixels));
}

void TestSizes::shapesInPixelsSayWhetherTheyAreMade_data()
{
    QTest::addColumn<Offer>("offer");
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("parameter");
    QTest::addColumn<Reason>("reason");
    const auto made = [](QSize size) { return reasons::shapeAskedInPixels(u"vendor"_s, size); };
    const auto nearest = [](QSize size) { return reasons::sizeNearest(u"model"_s, u"vendor"_s, size); };
    const QString ratio = u"aspect_ratio"_s;
    const QString tier = u"resolution"_s;
    SizeRange coarse;
    coarse.multipleOf = 100;
    coarse.preferred = QSize(1000, 1000);
    QTest::newRow("a listed shape") << samples::listOffer() << u"3:2"_s << ratio << made({1536, 1024});
    QTest::newRow("none such is listed") << samples::listOffer() << u"16:9"_s << ratio << nearest({1536, 1024});
    QTest::newRow("made in steps") << samples::offer(samples::range()) << u"16:9"_s << ratio << made({1280, 720});
    QTest::newRow("made in steps that do not fit") << samples::offer(samples::range()) << u"7:5"_s << ratio << made({});
    QTest::newRow("made in large steps") << samples::offer(coarse) << u"16:9"_s << ratio << made({});
    QTest::newRow("wider than can be") << samples::offer(samples::range()) << u"8:1"_s << ratio << nearest({});
    QTest::newRow("a tier") << samples::offer(samples::range()) << u"2K"_s << tier << made({2048, 2048});
    SizeList squares;
    squares.sizes = {{1024, 1024}, {1536, 1536}};
    QTest::newRow("nearer to a tier than to another") << samples::offer(squares) << u"2K"_s << tier << nearest({});
    QTest::newRow("half as large again") << samples::listOffer() << u"3:2 1K"_s << tier << made({});
    QTest::newRow("a tier nobody lists") << samples::listOffer() << u"4K"_s << tier << nearest({});
}

/// That a vendor takes pixels is no reason for a shape that it does not make.
void TestSizes::shapesInPixelsSayWhetherTheyAreMade()
{
    QFETCH(const Offer, offer);
    QFETCH(const QString, asked);
    QFETCH(const QString, parameter);
    QFETCH(const Reason, reason);
    Request request = samples::request();
    request.size = samples::sizeOf(asked);
    const Result<Plan> plan = makePlan(request, offer);
    QVERIFY(plan.ok());
    const auto noted = std::find_if(plan->parameters.begin(), plan->parameters.end(),
                                    [&](const PlannedParameter &entry) { return entry.name == parameter; });
    QVERIFY(noted != plan->parameters.end());
    QCOMPARE(noted->treatment, Treatment::Converted);
    QCOMPARE(noted->reason.code, reason.code);
    const auto size = reason.values.last();
    if (size != ReasonValue(QSize())) {
        QCOMPARE(noted->reason, reason);
    }
}

/// Rules of all sorts: whatever is asked, the size is legal and has nearly the asked shape where the rule lets it.
void TestSizes::rangeLimits_data()
{
    QTest::addColumn<int>("multiple");
    QTest::addColumn<int>("minSide");
    QTest::addColumn<int>("maxSide");
    QTest::addColumn<qint64>("minPixels");
    QTest::addColumn<qint64>("maxPixels");

    QTest::newRow("any") << 1 << 0 << 0 << qint64(0) << qint64(0);
    QTest::newRow("multiples of 8") << 8 << 256 << 2048 << qint64(0) << qint64(4'194'304);
    QTest::newRow("multiples of 32") << 32 << 256 << 1440 << qint64(0) << qint64(0);
    QTest::newRow("small budget") << 16 << 64 << 2048 << qint64(0) << qint64(300'000);
    QTest::newRow("large only") << 64 << 1440 << 4096 << qint64(3'686'400) << qint64(16'777'216);
    QTest::newRow("hardly any room") << 100 << 900 << 1100 << qint64(0) << qint64(0);
}

void TestSizes::rangeLimits()
{
    QFETCH(const int, multiple);
    QFETCH(const int, minSide);
    QFETCH(const int, maxSide);
    QFETCH(const qint64, minPixels);
    QFETCH(const qint64, maxPixels);
    SizeRange rule;
    rule.multipleOf = multiple;
    rule.minSide = minSide;
    rule.maxSide = maxSide;
    rule.minPixels = minPixels;
    rule.maxPixels = maxPixels;
    rule.preferred = QSize(1000, 1000);
    for (const QSize asked : {QSize(1, 1), QSize(1024, 1024), QSize(1920, 1080), QSize(333, 777), QSize(9000, 9000),
                              QSize(16000, 10), QSize(3, 9999)}) {
        Request request = samples::request();
        request.size.pixels = asked;
        const Result<Plan> plan = makePlan(request, samples::offer(rule));
        QVERIFY(plan.ok());
        QVERIFY2(rule.allows(*plan->size.pixels),
                 qPrintable(sizeToString(asked) + u" -> " + sizeToString(*plan->size.pixels)));
    }
}

void TestSizes::absurdSizes_data()
{
    QTest::addColumn<QSize>("pixels");
    QTest::addColumn<int>("ratioWidth");
    QTest::addColumn<int>("ratioHeight");
    QTest::addColumn<QString>("param");

    QTest::newRow("nothing wide") << QSize(0, 100) << 1 << 1 << u"size"_s;
    QTest::newRow("negative") << QSize(-5, 100) << 1 << 1 << u"size"_s;
    QTest::newRow("huge") << QSize(1'000'000'000, 1'000'000'000) << 1 << 1 << u"size"_s;
    QTest::newRow("huge on one side") << QSize(1'000'000'000, 1) << 1 << 1 << u"size"_s;
    QTest::newRow("too many pixels") << QSize(16'000, 16'000) << 1 << 1 << u"size"_s;
    QTest::newRow("ratio of nothing") << QSize() << 0 << 1 << u"aspect_ratio"_s;
    QTest::newRow("negative ratio") << QSize() << 16 << -9 << u"aspect_ratio"_s;
    QTest::newRow("hair") << QSize() << 100'000 << 1 << u"aspect_ratio"_s;
}

void TestSizes::absurdSizes()
{
    QFETCH(const QSize, pixels);
    QFETCH(const int, ratioWidth);
    QFETCH(const int, ratioHeight);
    QFETCH(const QString, param);
    Request request = samples::request();
    if (param == "size"_L1) {
        request.size.pixels = pixels;
    } else {
        request.size.ratio = AspectRatio {ratioWidth, ratioHeight};
    }
    for (const Offer &offer : {samples::listOffer(), samples::ratioOffer(), samples::offer(samples::range()),
                               samples::offer(SizeUncontrolled())}) {
        const Result<Plan> plan = makePlan(request, offer);
        QVERIFY(!plan.ok());
        QCOMPARE(plan.error().kind, ErrorKind::Invalid);
        QCOMPARE(plan.error().billing, Billing::NotBilled);
        QCOMPARE(plan.error().param, param);
        QVERIFY(!plan.error().reason.isEmpty());
    }
}

void TestSizes::uncontrolled()
{
    Request request = samples::request();
    request.size = samples::sizeOf(u"16:9 2K"_s);
    const Result<Plan> plan = makePlan(request, samples::offer(SizeUncontrolled()));
    QVERIFY(plan.ok());
    QVERIFY(!plan->size.pixels && !plan->size.ratio && !plan->size.tier && !plan->size.expected.isValid());
    QCOMPARE(samples::treatmentOf(*plan, u"aspect_ratio"_s), u"dropped"_s);
    QCOMPARE(samples::treatmentOf(*plan, u"resolution"_s), u"dropped"_s);
}

void TestSizes::onlyAResolution_data()
{
    QTest::addColumn<Offer>("offer");
    QTest::addColumn<QSize>("picture"); // none: it cannot be read
    QTest::addColumn<QString>("sent");
    QTest::addColumn<QSize>("expected");
    QTest::addColumn<QSize>("cropped");

    const QSize wide(1536, 1024);
    const QSize odd(1500, 1024);
    const Offer ratios = samples::ratioOffer({ResolutionTier::OneK, ResolutionTier::TwoK});
    const Offer range = samples::offer(samples::range());
    QTest::newRow("ratios") << ratios << wide << u"3:2 2K"_s << QSize(2508, 1672) << QSize(2508, 1672);
    QTest::newRow("ratios, another shape") << ratios << odd << u"2K"_s << QSize(2508, 1672) << QSize(2479, 1692);
    QTest::newRow("ratios, unreadable") << ratios << QSize() << u"2K"_s << QSize() << QSize();
    QTest::newRow("range") << range << wide << u"2496x1664"_s << QSize(2496, 1664) << QSize(2508, 1672);
    QTest::newRow("list") << samples::listOffer() << wide << u"1536x1024"_s << wide << QSize(2508, 1672);
}

/// A resolution says how large, not which shape: that is the picture's.
void TestSizes::onlyAResolution()
{
    QFETCH(const Offer, offer);
    QFETCH(const QSize, picture);
    QFETCH(const QString, sent);
    QFETCH(const QSize, expected);
    QFETCH(const QSize, cropped);
    Request request = samples::request();
    request.images.append(picture.isValid() ? samples::picture(picture) : InputImage {"nothing"_ba, {}});
    request.size.tier = ResolutionTier::TwoK;
    const Result<Plan> plan = makePlan(request, samples::editing(offer));
    QVERIFY2(plan.ok(), plan.ok() ? "" : qPrintable(plan.error().reason.code));
    const SizeRequest out {plan->size.pixels, plan->size.ratio, plan->size.tier, false};
    QCOMPARE(out.toString(), sent);
    QCOMPARE(plan->size.expected, expected);

    request.fit = Fit::Crop;
    const Result<Plan> exact = makePlan(request, samples::editing(offer));
    QVERIFY(exact.ok());
    QCOMPARE(exact->output.exactSize.value_or(QSize()), cropped);
}

QTEST_GUILESS_MAIN(TestSizes)
#include "test_sizes.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"

using namespace Qt::StringLiterals;
using namespace lightwell;

Q_DECLARE_METATYPE(lightwell::Offer)

/// Which of several wishes about the size counts, and how the asked pixels are reached.
class TestSizeFits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fits_data();
    void fits();
    void fitsDiffer_data();
    void fitsDiffer();
    void precedence_data();
    void precedence();
    void picturesKeepTheirShape();
};

void TestSizeFits::fits_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("made");
    QTest::addColumn<QString>("delivered");
    QTest::addColumn<QString>("treatment");

    QTest::newRow("list, covered") << u"list"_s << u"1500x1000"_s << u"1536x1024"_s << u"1500x1000"_s << u"emulated"_s;
    QTest::newRow("list, none covers") << u"list"_s << u"3000x2000"_s << u"1536x1024"_s << u"3000x2000"_s
                                       << u"emulated"_s;
    QTest::newRow("list, as it is") << u"list"_s << u"1024x1024"_s << u"1024x1024"_s << u"1024x1024"_s << u"passed"_s;
    QTest::newRow("ratios") << u"ratios"_s << u"1536x640"_s << u"1563x670"_s << u"1536x640"_s << u"emulated"_s;
    QTest::newRow("ratios, tiers") << u"tiers"_s << u"2400x1350"_s << u"2731x1536"_s << u"2400x1350"_s << u"emulated"_s;
    QTest::newRow("range, covered") << u"range"_s << u"1000x1000"_s << u"1008x1008"_s << u"1000x1000"_s
                                    << u"emulated"_s;
    QTest::newRow("range, as it is") << u"range"_s << u"1920x1088"_s << u"1920x1088"_s << u"1920x1088"_s << u"passed"_s;
    QTest::newRow("only a ratio") << u"list"_s << u"16:9"_s << u"1536x1024"_s << u"1673x941"_s << u"missing"_s;
    QTest::newRow("ratio and tier") << u"list"_s << u"16:9 2K"_s << u"1536x1024"_s << u"2731x1536"_s << u"missing"_s;
    QTest::newRow("nothing") << u"list"_s << u""_s << u"1024x1024"_s << u""_s << u"missing"_s;
    QTest::newRow("no size field at all") << u"none"_s << u"640x480"_s << u""_s << u"640x480"_s << u"emulated"_s;
}

void TestSizeFits::fits()
{
    QFETCH(const QString, rule);
    QFETCH(const QString, asked);
    QFETCH(const QString, made);
    QFETCH(const QString, delivered);
    QFETCH(const QString, treatment);
    const QHash<QString, Offer> offers {
        {u"list"_s, samples::listOffer()},
        {u"ratios"_s, samples::ratioOffer()},
        {u"tiers"_s, samples::ratioOffer({ResolutionTier::OneK, ResolutionTier::TwoK, ResolutionTier::FourK})},
        {u"range"_s, samples::offer(samples::range())},
        {u"none"_s, samples::offer(SizeUncontrolled())},
    };
    for (const Fit fit : {Fit::Crop, Fit::Contain, Fit::Stretch}) {
        Request request = samples::request();
        request.size = samples::sizeOf(asked);
        request.fit = fit;
        const Result<Plan> plan = makePlan(request, offers.value(rule));
        QVERIFY2(plan.ok(), plan.ok() ? "" : qPrintable(plan.error().reason.code));
        QCOMPARE(plan->size.expected.isValid() ? sizeToString(plan->size.expected) : QString(), made);
        QCOMPARE(plan->output.exactSize ? sizeToString(*plan->output.exactSize) : QString(), delivered);
        QCOMPARE(plan->output.fit, fit);
        QCOMPARE(samples::treatmentOf(*plan, u"size"_s), treatment);
        QVERIFY(samples::treatmentOf(*plan, u"fit"_s) != "missing"_L1);
    }
}

void TestSizeFits::fitsDiffer_data()
{
    QTest::addColumn<Offer>("offer");
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("crop");
    QTest::addColumn<QString>("contain"); // and stretch

    const Offer list = samples::listOffer();
    const Offer tiers = samples::ratioOffer({ResolutionTier::OneK, ResolutionTier::TwoK, ResolutionTier::FourK});
    const Offer range = samples::offer(samples::range());
    QTest::newRow("list, shape first") << list << u"1200x1024"_s << u"1536x1024"_s << u"1024x1024"_s;
    QTest::newRow("list, nearly covered") << list << u"1070x1000"_s << u"1024x1024"_s << u"1024x1024"_s;
    QTest::newRow("list, hardly covered") << list << u"1080x1000"_s << u"1536x1024"_s << u"1024x1024"_s;
    QTest::newRow("tiers, covered") << tiers << u"1500x800"_s << u"2731x1536"_s << u"1365x768"_s;
    QTest::newRow("tiers, nearly covered") << tiers << u"2850x1600"_s << u"2731x1536"_s << u"2731x1536"_s;
    QTest::newRow("tiers, too far") << tiers << u"2900x1640"_s << u"5461x3072"_s << u"2731x1536"_s;
    QTest::newRow("range") << range << u"1000x700"_s << u"1008x704"_s << u"1008x704"_s;
    QTest::newRow("range, covered to the pixel") << range << u"1281x1281"_s << u"1296x1296"_s << u"1280x1280"_s;
}

/// What is cut needs room; what is framed or stretched needs the shape.
void TestSizeFits::fitsDiffer()
{
    QFETCH(const Offer, offer);
    QFETCH(const QString, asked);
    QFETCH(const QString, crop);
    QFETCH(const QString, contain);
    Request request = samples::request();
    request.size = samples::sizeOf(asked);
    for (const auto &[fit, made] : {std::pair {Fit::Crop, crop}, {Fit::Contain, contain}, {Fit::Stretch, contain}}) {
        request.fit = fit;
        const Result<Plan> plan = makePlan(request, offer);
        QVERIFY2(plan.ok(), plan.ok() ? "" : qPrintable(plan.error().reason.code));
        QCOMPARE(sizeToString(plan->size.expected), made);
    }
}

void TestSizeFits::precedence_data()
{
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("sent");
    QTest::addColumn<QString>("size");
    QTest::addColumn<QString>("ratio");
    QTest::addColumn<QString>("tier");

    QTest::newRow("pixels win") << u"1024x1024 16:9 4K"_s << u"1:1 1K"_s << u"converted"_s << u"dropped"_s
                                << u"dropped"_s;
    QTest::newRow("pixels that agree") << u"1024x1024 1:1 1K"_s << u"1:1 1K"_s << u"converted"_s << u"passed"_s
                                       << u"passed"_s;
    QTest::newRow("ratio with tier") << u"3:2 2K"_s << u"3:2 2K"_s << u"missing"_s << u"passed"_s << u"passed"_s;
    QTest::newRow("auto with a ratio") << u"auto 3:2"_s << u"3:2 1K"_s << u"passed"_s << u"passed"_s << u"missing"_s;
    QTest::newRow("ratio nobody has") << u"5:4"_s << u"3:2 1K"_s << u"missing"_s << u"converted"_s << u"missing"_s;
}

void TestSizeFits::precedence()
{
    QFETCH(const QString, asked);
    QFETCH(const QString, sent);
    QFETCH(const QString, size);
    QFETCH(const QString, ratio);
    QFETCH(const QString, tier);
    Request request = samples::request();
    request.size = samples::sizeOf(asked);
    const Result<Plan> plan = makePlan(request, samples::ratioOffer({ResolutionTier::OneK, ResolutionTier::TwoK}));
    QVERIFY2(plan.ok(), plan.ok() ? "" : qPrintable(plan.error().reason.code));
    SizeRequest out;
    out.ratio = plan->size.ratio;
    out.tier = plan->size.tier;
    QCOMPARE(out.toString(), sent);
    QCOMPARE(samples::treatmentOf(*plan, u"size"_s), size);
    QCOMPARE(samples::treatmentOf(*plan, u"aspect_ratio"_s), ratio);
    QCOMPARE(samples::treatmentOf(*plan, u"resolution"_s), tier);
}

void TestSizeFits::picturesKeepTheirShape()
{
    const Offer offer = samples::editing(samples::ratioOffer());
    Request request = samples::request();
    request.images.append(samples::picture({640, 480}));
    const Result<Plan> follows = makePlan(request, offer);
    QVERIFY(follows.ok());
    QVERIFY(!follows->size.ratio);
    request.size = samples::sizeOf(u"3:2"_s);
    const Result<Plan> told = makePlan(request, offer);
    QVERIFY(told.ok());
    QCOMPARE(told->size.ratio->toString(), u"3:2"_s);
}

QTEST_GUILESS_MAIN(TestSizeFits)
#include "test_sizefits.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A plan comes back from its attempt's row as it was, whatever of it went without saying.
#include "core/journal/planjson.h"

#include <QJsonDocument>
#include <QTest>

#include <functional>

using namespace lightwell;
using namespace Qt::StringLiterals;

namespace {

using Change = std::function<void(Plan &)>;

/// What most plans are: nothing that would have to be said.
Plan usualPlan()
{
    Plan plan;
    plan.request.model = u"flux.2-pro"_s;
    plan.request.prompt = u"a paper boat, \"quoted\", ünïcode 🌊"_s;
    plan.size = {QSize(1024, 1024), std::nullopt, std::nullopt, QSize(1024, 1024)};
    plan.calls = {{1, std::nullopt}};
    plan.parameters = {
        {u"prompt"_s, Treatment::Passed, u"prompt"_s, plan.request.prompt, plan.request.prompt, {}, false}};
    plan.estimate.total = Money::fromMicros(36'000);
    plan.estimate.lines = {{PriceLine::Item::OutputImage, PriceLine::Unit::Image, 1, 0.036, Money::fromMicros(36'000)}};
    return plan;
}

} // namespace

class TestPlanJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBack_data();
    void comesBack();
    void whatGoesWithoutSayingIsLeftOut();
    void olderRecordsSayAllOfIt();
};

void TestPlanJson::comesBack_data()
{
    QTest::addColumn<Change>("change");
    const auto row = [](const char *name, const Change &change) { QTest::newRow(name) << change; };
    row("usual", [](Plan &) {});
    row("calls", [](Plan &plan) { plan.calls = {{2, 9'007'199'254'740'993}, {1, std::nullopt}}; });
    row("one call with a seed", [](Plan &plan) { plan.calls = {{1, 0}}; });
    row("other pixels come out", [](Plan &plan) { plan.size.expected = QSize(1344, 576); });
    row("nobody knows what comes out", [](Plan &plan) { plan.size.expected = QSize(); });
    row("ratio and tier", [](Plan &plan) {
        plan.size = {std::nullopt, AspectRatio::parse(u"16:9"_s), ResolutionTier::TwoK, QSize()};
    });
    row("the vendor decides", [](Plan &plan) { plan.size = {}; });
    row("output", [](Plan &plan) {
        plan.output = {.upstreamFormat = ImageFormat::Jpeg,
                       .upstreamCompression = 80,
                       .format = ImageFormat::Webp,
                       .compression = 85,
                       .exactSize = QSize(640, 480),
                       .fit = Fit::Crop,
                       .matte = QColor(10, 20, 30),
                       .keepsOutsideMask = true};
    });
    row("inputs", [](Plan &plan) {
        plan.inputs = {{}, {.size = QSize(512, 512), .format = ImageFormat::Png, .maxBytes = 1'000'000}};
    });
    row("words", [](Plan &plan) {
        plan.quality = u"high"_s;
        plan.style = u"vivid"_s;
        plan.background = u"transparent"_s;
        plan.negativePrompt = u"fog"_s;
        plan.previews = 3;
        plan.tuning = {{u"steps"_s, 28}, {u"loras"_s, QJsonArray {u"a"_s}}};
    });
    row("parameters", [](Plan &plan) {
        Reason reason;
        reason.code = u"size_list"_s;
        plan.parameters.append(
            {u"size"_s, Treatment::Converted, u"image_size"_s, u"1024x1024"_s, u"square"_s, reason, true});
        plan.parameters.append({u"style"_s, Treatment::Dropped, {}, u"vivid"_s, QJsonValue::Undefined, reason, false});
        plan.parameters.append({u"n"_s, Treatment::Passed, u"n"_s, 2, 2, {}, false});
        plan.parameters.append({u"seed"_s, Treatment::Renamed, u"random_seed"_s, 7, 7, {}, false});
        plan.parameters.append({u"own"_s, Treatment::Passed, u"own"_s, QJsonValue::Undefined, 1, {}, false});
    });
    row("prices", [](Plan &plan) {
        plan.estimate.total = Money::unknown();
        plan.estimate.atMost = true;
        plan.estimate.lines.append({PriceLine::Item::OutputText, PriceLine::Unit::Token, 1e6, 1e-7, Money::unknown()});
    });
}

void TestPlanJson::comesBack()
{
    QFETCH(Change, change);
    Plan plan = usualPlan();
    change(plan);
    const QJsonObject request = plan.request.toJson();
    const Result<Plan> again = planjson::read(planjson::write(plan, plan.request).toUtf8(), request, plan.offer);
    QVERIFY(again);
    plan.request = again->request; // which lies elsewhere
    QVERIFY(*again == plan);
}

void TestPlanJson::whatGoesWithoutSayingIsLeftOut()
{
    const Plan plan = usualPlan();
    const QByteArray text = planjson::write(plan, plan.request).toUtf8();
    QCOMPARE(
        QJsonDocument::fromJson(text).object(),
        QJsonDocument::fromJson(R"({"estimate":{"lines":[{"billable":1,"item":"output_image","total":36000,)"
                                R"("unit":"image","usd":0.036}],"total":36000},"output":{"upstream_format":"png"},)"
                                R"("parameters":["prompt"],"size":{"pixels":"1024x1024"}})")
            .object());
}

void TestPlanJson::olderRecordsSayAllOfIt()
{
    const Plan plan = usualPlan();
    const QJsonObject prompt = plan.parameters.first().toJson();
    const QJsonObject older {
        {u"size"_s, QJsonObject {{u"pixels"_s, u"1024x1024"_s}, {u"expected"_s, u"1024x1024"_s}}},
        {u"output"_s, QJsonObject {{u"upstream_format"_s, u"png"_s}, {u"fit"_s, u"closest"_s}}},
        {u"parameters"_s, QJsonArray {prompt}},
        {u"calls"_s, QJsonArray {QJsonObject {{u"n"_s, 1}}}},
        {u"estimate"_s,
         QJsonDocument::fromJson(R"({"total":36000,"lines":[{"item":"output_image","unit":"image","billable":1,)"
                                 R"("usd":0.036,"total":36000}]})")
             .object()}};
    const QByteArray text = QJsonDocument(older).toJson();
    const Result<Plan> again = planjson::read(text, plan.request.toJson(), plan.offer);
    QVERIFY(again);
    Plan read = *again;
    read.request = plan.request; // which lies elsewhere
    QVERIFY(read == plan);
}

QTEST_APPLESS_MAIN(TestPlanJson)
#include "test_planjson.moc"

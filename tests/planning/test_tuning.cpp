// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalog.h"
#include "core/planning/checkreasons.h"
#include "core/planning/planreasons.h"
#include "samples.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace lightwell;

namespace {

QJsonObject object(const char *json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

class TestTuning : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void atVendors_data();
    void atVendors();
    void outOfTheOffersRange();
    void loras();
    void ofReferencesAlone();
    void stepsThatArePaid();
    void fieldsOfOthersAreLeftOut_data();
    void fieldsOfOthersAreLeftOut();
};

void TestTuning::reads_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QJsonValue>("read"); ///< undefined: no value of it
    const auto row = [](const char *name, const QJsonValue &value, const QJsonValue &read) {
        const QByteArray title = name + QByteArray(" ") + QJsonDocument(QJsonArray {value}).toJson();
        QTest::newRow(title.constData()) << QString::fromLatin1(name) << value << read;
    };
    const QJsonValue none(QJsonValue::Undefined);
    row("steps", 30, 30);
    row("steps", u"30"_s, 30);
    row("steps", 0, none);
    row("steps", 501, none);
    row("steps", 2.5, none);
    row("guidance", 3.5, 3.5);
    row("guidance", -1, none);
    row("guidance", u"high"_s, none);
    row("strength", 0, 0);
    row("strength", 1.01, none);
    row("moderation", u"LOW"_s, u"low"_s);
    row("moderation", 3, u"3"_s);
    row("moderation", u"6"_s, u"6"_s);
    row("moderation", 7, none);
    row("moderation", u"none"_s, none);
    row("input_fidelity", u"high"_s, u"high"_s);
    row("input_fidelity", u"medium"_s, none);
    row("prompt_enhancement", u"true"_s, true);
    row("prompt_enhancement", u"OFF"_s, false);
    row("prompt_enhancement", 1, none);
    row("scheduler", u"euler"_s, u"euler"_s);
    row("scheduler", u""_s, none);
    row("scheduler", u"a\nb"_s, none);
    const QJsonObject plain {{u"name"_s, u"a"_s}, {u"weight"_s, 1}};
    row("loras", QJsonArray {u"a"_s}, QJsonArray {plain});
    row("loras", QJsonArray {QJsonObject {{u"path"_s, u"a"_s}, {u"scale"_s, 1}}}, QJsonArray {plain});
    row("loras", QJsonArray {QJsonObject {{u"weight"_s, 1}}}, none);
    row("loras", QJsonArray {QJsonObject {{u"name"_s, u"a"_s}, {u"weight"_s, 11}}}, none);
    row("loras", u"a"_s, none);
}

void TestTuning::reads()
{
    QFETCH(QString, name);
    QFETCH(QJsonValue, value);
    QFETCH(QJsonValue, read);
    Tuning tuning;
    QCOMPARE(tuning.read(name, value), !read.isUndefined());
    QCOMPARE(tuning.value(name), read);
    QCOMPARE(Tuning::fromJson(tuning.toJson()), tuning);
}

void TestTuning::atVendors_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QJsonObject>("asked"); ///< as the gateway's fields, ours or a vendor's
    QTest::addColumn<QJsonObject>("sent"); ///< by our names
    QTest::addColumn<QString>("report"); ///< what became of the one parameter
    const auto row = [](const char *model, const char *asked, const char *sent, const QString &report) {
        const QByteArray title = model + QByteArray(" ") + asked;
        QTest::newRow(title.constData()) << QString::fromLatin1(model) << object(asked) << object(sent) << report;
    };
    row("openai/gpt-image-1.5", R"({"moderation":"low"})", R"({"moderation":"low"})", u"passed"_s);
    row("openai/gpt-image-1.5", R"({"safety_tolerance":5})", R"({"moderation":"low"})", u"converted"_s);
    row("openai/gpt-image-1.5", R"({"safety_tolerance":0})", R"({"moderation":"auto"})", u"converted"_s);
    row("openai/gpt-image-1.5", R"({"enable_safety_checker":false})", R"({"moderation":"low"})", u"passed"_s);
    row("openai/gpt-image-1.5", R"({"steps":30})", "{}", u"dropped"_s);
    row("black-forest-labs/flux-2-pro", R"({"moderation":"low"})", R"({"moderation":5})", u"converted"_s);
    row("black-forest-labs/flux-2-pro", R"({"moderation":"auto"})", R"({"moderation":2})", u"converted"_s);
    row("black-forest-labs/flux-2-pro", R"({"safety_tolerance":4})", R"({"moderation":4})", u"renamed"_s);
    row("black-forest-labs/flux-2-pro", R"({"safety_tolerance":6})", R"({"moderation":5})", u"converted"_s);
    row("black-forest-labs/flux-1.1-pro", R"({"safety_tolerance":6})", R"({"moderation":6})", u"renamed"_s);
    row("black-forest-labs/flux-2-flex", R"({"prompt_extend":false})", R"({"prompt_enhancement":false})", u"renamed"_s);
    row("black-forest-labs/flux-2-flex", R"({"magic_prompt_option":"ON"})", R"({"prompt_enhancement":true})",
        u"renamed"_s);
    row("black-forest-labs/flux-2-flex", R"({"num_inference_steps":30})", R"({"steps":30})", u"passed"_s);
    row("fal/flux-1-dev", R"({"moderation":"low"})", R"({"moderation":false})", u"converted"_s);
    row("fal/flux-1-dev", R"({"safety_tolerance":3})", R"({"moderation":true})", u"converted"_s);
    row("fal/flux-1-dev", R"({"moderation":5})", R"({"moderation":true})", u"converted"_s);
    row("fal/flux-1-dev", R"({"safety_tolerance":6})", R"({"moderation":false})", u"converted"_s);
    row("replicate/flux-1-dev", R"({"safety_tolerance":3})", R"({"moderation":false})", u"converted"_s);
    row("replicate/flux-1-dev", R"({"moderation":6})", R"({"moderation":true})", u"converted"_s);
    row("openai/gpt-image-1.5", R"({"moderation":3})", R"({"moderation":"auto"})", u"converted"_s);
    row("fal/flux-1-dev", R"({"disable_safety_checker":true})", R"({"moderation":false})", u"converted"_s);
    row("fal/flux-1.1-pro", R"({"moderation":"low"})", R"({"moderation":"6"})", u"converted"_s);
    row("fal/flux-1.1-pro", R"({"safety_tolerance":"3"})", R"({"moderation":"3"})", u"renamed"_s);
    row("fal/flux-1-dev", R"({"guidance":3.5})", R"({"guidance":3.5})", u"renamed"_s);
    row("replicate/sd-3.5-large", R"({"guidance_scale":5})", R"({"guidance":5})", u"renamed"_s);
    row("replicate/flux-1-dev", R"({"moderation":"low"})", R"({"moderation":true})", u"converted"_s);
    row("together/flux-1-schnell", R"({"steps":4})", R"({"steps":4})", u"passed"_s);
    row("google-gemini/gemini-3-pro-image", R"({"moderation":"auto"})", "{}", u"passed"_s);
    row("google-gemini/gemini-3-pro-image", R"({"moderation":"low"})", "{}", u"dropped"_s);
    row("google-gemini/gemini-3-pro-image", R"({"input_fidelity":"high"})", "{}", u"dropped"_s);
    row("sketchbook-pattern", R"({"cfg_scale":7})", "{}", u"dropped"_s);
}

void TestTuning::atVendors()
{
    QFETCH(QString, model);
    QFETCH(QJsonObject, asked);
    const Catalog catalog = Catalog::builtIn();
    const Result<Resolution> found = catalog.resolve(model);
    QVERIFY(found.ok());
    Request request = samples::request();
    request.extra = asked;
    const Result<Plan> plan = catalog.plan(request, found->offers.first());
    QVERIFY2(plan.ok(), plan.ok() ? "" : qPrintable(plan.error().reason.code));
    QTEST(plan->tuning, "sent");
    QVERIFY(plan->request.extra.isEmpty());
    const QJsonObject read = plan->request.tuning.toJson();
    QCOMPARE(read.size(), 1);
    QTEST(samples::treatmentOf(*plan, read.keys().first()), "report");
    if (Tuning::names().contains(asked.keys().first())) { // the same by its own name
        Request typed = samples::request();
        QVERIFY(typed.tuning.read(asked.keys().first(), asked.begin().value()));
        QCOMPARE(catalog.plan(typed, found->offers.first())->tuning, plan->tuning);
    }
}

void TestTuning::outOfTheOffersRange()
{
    const Offer offer = Catalog::builtIn().resolve(u"black-forest-labs/flux-2-flex"_s)->offers.first();
    Request request = samples::request();
    request.tuning.steps = 51;
    const Result<Plan> plan = makePlan(request, offer);
    QVERIFY(!plan.ok());
    QCOMPARE(plan.error().param, u"steps"_s);
    QCOMPARE(plan.error().reason,
             reasons::numberNotTaken(u"steps"_s, u"51"_s, offer.model, offer.provider, u"1"_s, u"50"_s));
    request.tuning.steps = 50;
    QVERIFY(makePlan(request, offer).ok());
}

void TestTuning::loras()
{
    const Catalog catalog = Catalog::builtIn();
    Request request = samples::request();
    request.tuning.loras = {{u"owner/ink"_s, 0.8}};
    const Offer offer = catalog.resolve(u"together/flux-2-dev"_s)->offers.first();
    const QJsonArray sent {QJsonObject {{u"path"_s, u"owner/ink"_s}, {u"scale"_s, 0.8}}};
    QCOMPARE(makePlan(request, offer)->tuning.value("loras"_L1), QJsonValue(sent));
    request.strict = true;
    QVERIFY(makePlan(request, offer).ok());
    QVERIFY(!makePlan(request, catalog.resolve(u"sketchbook-pattern"_s)->offers.first()).ok());
}

void TestTuning::ofReferencesAlone()
{
    const Offer offer = Catalog::builtIn().resolve(u"openai/gpt-image-1.5"_s)->offers.first();
    Request request = samples::request();
    request.tuning.inputFidelity = u"high"_s;
    QCOMPARE(samples::parameter(*makePlan(request, offer), u"input_fidelity"_s).reason, reasons::noReferenceToKeep());
    request.images = {samples::picture(QSize(64, 64))};
    QCOMPARE(makePlan(request, offer)->tuning, (QJsonObject {{u"input_fidelity"_s, u"high"_s}}));
}

void TestTuning::stepsThatArePaid()
{
    Offer offer = samples::listOffer();
    PriceLine each;
    each.unit = PriceLine::Unit::Step;
    each.usd = 0.001;
    each.typicalQuantity = 20;
    offer.prices = {each};
    Request request = samples::request();
    request.tuning.steps = 40;
    QCOMPARE(makePlan(request, offer)->estimate.total, Money::fromDollars(0.02)); // they are not sent
    offer.fields.insert(u"steps"_s, u"num_inference_steps"_s);
    QCOMPARE(makePlan(request, offer)->estimate.total, Money::fromDollars(0.04));
}

void TestTuning::fieldsOfOthersAreLeftOut_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("report"); ///< "passed unread" where nobody knows it
    QTest::newRow("OpenAI's own") << u"google-gemini/gemini-3-pro-image"_s << u"complexity"_s << u"dropped"_s;
    QTest::newRow("at OpenAI") << u"openai/gpt-image-2"_s << u"complexity"_s << u"passed"_s;
    QTest::newRow("Google's own") << u"openai/gpt-image-2"_s << u"generationConfig"_s << u"dropped"_s;
    QTest::newRow("at Google") << u"google-gemini/gemini-3-pro-image"_s << u"safetySettings"_s << u"passed"_s;
    QTest::newRow("user, by its newer name") << u"fal/flux-1-dev"_s << u"safety_identifier"_s << u"understood"_s;
    QTest::newRow("another vendor's style") << u"sketchbook-pattern"_s << u"style_name"_s << u"understood"_s;
    QTest::newRow("nobody's") << u"fal/flux-1-dev"_s << u"frobnicate"_s << u"passed unread"_s;
}

void TestTuning::fieldsOfOthersAreLeftOut()
{
    QFETCH(QString, model);
    QFETCH(QString, field);
    QFETCH(QString, report);
    const Catalog catalog = Catalog::builtIn();
    Request request = samples::request();
    request.extra = {{field, QJsonObject {{u"temperature"_s, 1}}}};
    if (report == "understood"_L1) {
        request.extra = {{field, u"u1"_s}};
    }
    const Result<Plan> plan = catalog.plan(request, catalog.resolve(model)->offers.first());
    QVERIFY(plan.ok());
    const PlannedParameter parameter = samples::parameter(*plan, field);
    if (report.startsWith("passed"_L1)) {
        QCOMPARE(parameter.reason, report == "passed"_L1 ? Reason() : reasons::fieldPassedUnread());
        QCOMPARE(plan->weakened().size(), report == "passed"_L1 ? 0 : 1); // what nobody knows is told
        QCOMPARE(plan->request.extra, request.extra);
        return;
    }
    QVERIFY(plan->request.extra.isEmpty());
    QCOMPARE(treatmentName(parameter.treatment), report == "understood"_L1 ? u"passed"_s : u"dropped"_s);
    QCOMPARE(plan->weakened().size(), 1); // a word that has no place here is told
}

QTEST_GUILESS_MAIN(TestTuning)
#include "test_tuning.moc"

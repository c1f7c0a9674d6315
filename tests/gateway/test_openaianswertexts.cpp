// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What OpenAI's clients get back, to the byte: the order of names and headers too.
#include "core/gateway/dialects/openai/openaianswer.h"

#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;

namespace {

Plan planOf(const SizeRequest &size)
{
    Plan plan;
    plan.request.size = size;
    plan.offer.model = u"gpt-image-1"_s;
    plan.offer.provider = u"openai"_s;
    plan.offer.providerModel = u"gpt-image-1-2025"_s;
    return plan;
}

Attempt completedAttempt()
{
    Attempt attempt;
    attempt.provider = u"openai"_s;
    attempt.providerModel = u"gpt-image-1-2025"_s;
    attempt.status = GenerationStatus::Completed;
    attempt.startedAt = QDateTime::fromMSecsSinceEpoch(1'790'000'000'000);
    attempt.endedAt = QDateTime::fromMSecsSinceEpoch(1'790'000'001'500);
    attempt.cost = Money::fromMicros(30'000);
    attempt.why = Reason::text(u"It is the first."_s);
    return attempt;
}

Generation completed(const Plan &plan, QSize made)
{
    Generation generation;
    generation.id = u"gen_1"_s;
    generation.request = plan.request;
    generation.plan = plan;
    generation.status = GenerationStatus::Completed;
    generation.createdAt = QDateTime::fromSecsSinceEpoch(1'790'000'000);
    generation.cost = Money::fromMicros(30'000);
    generation.attempts = {completedAttempt()};
    Picture picture;
    picture.size = made;
    generation.pictures = {picture};
    return generation;
}

RoutePlace place(const QString &provider, bool isLeftOut)
{
    RoutePlace place;
    place.offer = provider + u"/gpt-image-1"_s;
    place.model = u"gpt-image-1"_s;
    place.provider = provider;
    place.estimate = Money::fromMicros(42'000);
    place.why = {Reason::text(u"So it is."_s)};
    place.isLeftOut = isLeftOut;
    return place;
}

constexpr char attemptText[] = R"([{"cost":0.03,"duration_ms":1500,"model":"gpt-image-1-2025","provider":"openai",)"
                               R"("status":"completed","why":{"code":"text","message":"It is the first."}}])";

} // namespace

class TestOpenAiAnswerTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answer();
    void headersInTheirOrder();
    void usage_data();
    void usage();
    void weakenedFields_data();
    void weakenedFields();
    void dryRun();
};

void TestOpenAiAnswerTexts::answer()
{
    SizeRequest size;
    size.pixels = QSize(1024, 1024);
    Generation generation = completed(planOf(size), QSize(4, 4));
    generation.pictures.first().revisedPrompt = u"a \"red\" boat"_s;
    generation.pictures.first().seed = 7;
    generation.plan->parameters = {{u"quality"_s, Treatment::Passed, u"quality"_s, u"low"_s, u"low"_s, {}}};
    generation.notices = {Reason::text(u"Little is left."_s)};
    generation.origin.project = u"boats"_s;
    generation.route = {place(u"openai"_s, false), place(u"fal"_s, true)};
    const QByteArray text = openai::generationAnswer(generation, {{{}, "a"}}).body;
    const QByteArray expected = R"({"created":1790000000,"id":"gen_1","metadata":{"attempts":)"
        + QByteArray(attemptText)
        + R"(,"cost":0.03,"cost_currency":"USD","delivered_n":1,"delivered_size":"4x4",)"
          R"("emulated":{"size":{"asked":"1024x1024","delivered":"4x4",)"
          R"("reason":"gpt-image-1 at openai was asked for it, and made 4 × 4."}},)"
          R"("executed_model":"openai/gpt-image-1-2025","model":"gpt-image-1",)"
          R"("notices":["Little is left."],"project":"boats","provider":"openai","requested_n":1,)"
          R"("requested_size":"1024x1024","route":{"left_out":[{"model":"gpt-image-1",)"
          R"("offer":"fal/gpt-image-1","provider":"fal","why":[{"code":"text",)"
          R"("message":"So it is."}]}],"order":[{"estimate_micros":42000,"fallback":false,)"
          R"("model":"gpt-image-1","offer":"openai/gpt-image-1","provider":"openai",)"
          R"("why":[{"code":"text","message":"So it is."}]}]}},"output_format":"png",)"
          R"("quality":"low","size":"4x4","data":[{"b64_json":"YQ==",)"
          R"("revised_prompt":"a \"red\" boat","seed":7}]})";
    QCOMPARE(text, expected);
}

void TestOpenAiAnswerTexts::headersInTheirOrder()
{
    Generation generation = completed(planOf({}), QSize(4, 4));
    generation.plan->offer.provider = u"my own"_s;
    const QList<HttpHeader> expected {
        {"Content-Type", "application/json"}, {"x-request-id", "gen_1"},
        {"X-Lightwell-Request-Id", "gen_1"},  {"X-Lumenfall-Request-Id", "gen_1"},
        {"X-Lightwell-Cost", "0.03"},         {"Server-Timing", "upstream;dur=1500"},
        {"X-Lightwell-Provider", "my%20own"}, {"X-Lightwell-Model", "my%20own/gpt-image-1-2025"},
        {"X-Lumenfall-Provider", "my%20own"}, {"X-Lumenfall-Model", "my%20own/gpt-image-1-2025"}};
    QCOMPARE(openai::generationAnswer(generation, {}).headers, expected);
}

void TestOpenAiAnswerTexts::usage_data()
{
    QTest::addColumn<QJsonObject>("told");
    QTest::addColumn<QByteArray>("text"); ///< empty: there is none
    QTest::newRow("nothing") << QJsonObject() << QByteArray();
    QTest::newRow("all")
        << QJsonObject {{u"input_tokens"_s, 50},
                        {u"output_tokens"_s, 4160},
                        {u"input_tokens_details"_s, QJsonObject {{u"image_tokens"_s, 40}}},
                        {u"output_tokens_details"_s, QJsonObject {{u"image_tokens"_s, 4000}}}}
        << QByteArray(R"({"input_tokens":50,"input_tokens_details":{"image_tokens":40,"text_tokens":10},)"
                      R"("output_tokens":4160,"output_tokens_details":{"image_tokens":4000,"text_tokens":160},)"
                      R"("total_tokens":4210})");
    QTest::newRow("no pictures of its own")
        << QJsonObject {{u"input_tokens"_s, 5}, {u"output_tokens"_s, 6}}
        << QByteArray(R"({"input_tokens":5,"input_tokens_details":{"image_tokens":0,"text_tokens":5},)"
                      R"("output_tokens":6,"total_tokens":11})");
}

void TestOpenAiAnswerTexts::usage()
{
    QFETCH(const QJsonObject, told);
    QFETCH(const QByteArray, text);
    Generation generation = completed(planOf({}), QSize(4, 4));
    generation.attempts.first().usage = {QJsonValue(told)};
    const QByteArray body = openai::generationAnswer(generation, {}).body;
    const QByteArray usage = text.isEmpty() ? QByteArray() : QByteArray(R"(,"usage":)" + text);
    const QByteArray end = R"("size":"4x4")" + usage + R"(,"data":[]})";
    QCOMPARE(body.mid(body.indexOf(R"("size":)")), end);
}

void TestOpenAiAnswerTexts::weakenedFields_data()
{
    QTest::addColumn<QString>("size"); ///< that was asked for: pixels or a ratio
    QTest::addColumn<QList<PlannedParameter>>("parameters");
    QTest::addColumn<QByteArray>("text");
    const QJsonValue none(QJsonValue::Undefined);
    const PlannedParameter size {u"size"_s,  Treatment::Emulated, u"size"_s,
                                 u"10x10"_s, u"16x16"_s,          Reason::text(u"It is cut."_s)};
    const PlannedParameter ratio {
        u"aspect_ratio"_s, Treatment::Emulated, u"size"_s, u"16:9"_s, u"3:2"_s, Reason::text(u"It is the nearest."_s)};
    const PlannedParameter seed {u"seed"_s, Treatment::Dropped, {}, 7, none, Reason::text(u"It takes none."_s)};
    const PlannedParameter mood {u"mood"_s, Treatment::Passed, u"mood"_s, 1, 1, {}, true};
    const PlannedParameter passed {u"n"_s, Treatment::Passed, u"n"_s, 1, 1, {}};
    const PlannedParameter style {u"style"_s, Treatment::Dropped, {}, u"a"_s, none, {}};
    QTest::newRow("nothing") << u"4x4"_s << QList {passed} << QByteArray("{}");
    QTest::newRow("in the order of names")
        << u"4x4"_s << QList {size, passed, seed, mood}
        << QByteArray(R"({"mood":{"asked":1,"sent":1,"treatment":"passed"},)"
                      R"("seed":{"asked":7,"reason":"It takes none.","treatment":"dropped"},)"
                      R"("size":{"asked":"10x10","delivered":"4x4","reason":"It is cut.","sent":"16x16",)"
                      R"("treatment":"emulated"}})");
    const QByteArray ratioText(R"({"aspect_ratio":{"asked":"16:9","reason":"It is the nearest.","sent":"3:2",)"
                               R"("treatment":"emulated"})");
    QTest::newRow("a shape is told as the size, too")
        << u"16:9"_s << QList {ratio}
        << QByteArray(ratioText
                      + R"(,"size":{"asked":"16:9","delivered":"4x4","reason":"It is the nearest.","sent":"3:2",)"
                        R"("treatment":"emulated"}})");
    QTest::newRow("a shape beside pixels") << u"4x4"_s << QList {ratio} << QByteArray(ratioText + '}');
    QTest::newRow("another shape came out, beside others")
        << u"16:9"_s << QList {seed, style}
        << QByteArray(R"({"seed":{"asked":7,"reason":"It takes none.","treatment":"dropped"},)"
                      R"("size":{"asked":"16:9","delivered":"4x4",)"
                      R"("reason":"gpt-image-1 at openai was asked for it, and made 4 × 4."},)"
                      R"("style":{"asked":"a","treatment":"dropped"}})");
}

void TestOpenAiAnswerTexts::weakenedFields()
{
    QFETCH(const QString, size);
    QFETCH(const QList<PlannedParameter>, parameters);
    QFETCH(const QByteArray, text);
    SizeRequest asked;
    asked.pixels = sizeFromString(size);
    asked.ratio = AspectRatio::parse(size);
    Plan plan = planOf(asked);
    plan.parameters = parameters;
    const QByteArray body = openai::generationAnswer(completed(plan, QSize(4, 4)), {}).body;
    const qsizetype begin = body.indexOf(R"("emulated":)") + 11;
    QCOMPARE(body.mid(begin, body.indexOf(R"(,"executed_model")") - begin), text);
}

void TestOpenAiAnswerTexts::dryRun()
{
    SizeRequest size;
    size.ratio = AspectRatio {16, 9};
    Plan plan = planOf(size);
    plan.size.expected = QSize(1536, 1024);
    plan.parameters = {
        {u"aspect_ratio"_s, Treatment::Emulated, u"size"_s, u"16:9"_s, u"3:2"_s, Reason::text(u"Near."_s)}};
    plan.estimate.lines = {
        {PriceLine::Item::OutputImage, PriceLine::Unit::Megapixel, 1.5, 0.02, Money::fromMicros(30'000)},
        {PriceLine::Item::InputText, PriceLine::Unit::Token, 57, 0.000005, Money::unknown()}};
    const Route route {{{plan, {Reason::text(u"It is the only one."_s)}, false}}, {}, false};
    const GatewayResponse answer = openai::dryRunAnswer(route, QJsonObject {{u"openai"_s, u"present"_s}});
    QCOMPARE(answer.headers, (QList<HttpHeader> {{"Content-Type", "application/json"}}));
    QCOMPARE(answer.body,
             QByteArray(R"({"at_most":false,"components":[{"billable_quantity":1.5,"metric":"megapixel",)"
                        R"("quantity":1.5,"total_cost":30000,"type":"output","unit_price":0.02},)"
                        R"({"billable_quantity":57,"metric":"token","quantity":57,"total_cost":null,)"
                        R"("type":"input","unit_price":5e-06}],"currency":"USD","estimated":true,)"
                        R"("metadata":{"emulated":{"aspect_ratio":{"asked":"16:9","reason":"Near.","sent":"3:2",)"
                        R"("treatment":"emulated"},"size":{"asked":"16:9","delivered":"1536x1024",)"
                        R"("reason":"Near.","sent":"3:2","treatment":"emulated"}},)"
                        R"("executed_model":"openai/gpt-image-1-2025","expected_size":"1536x1024",)"
                        R"("keys":{"openai":"present"},"requested_size":"16:9","route":{"left_out":[],)"
                        R"("order":[{"estimate_micros":null,"fallback":false,"model":"gpt-image-1",)"
                        R"("offer":"openai/gpt-image-1","provider":"openai","why":[{"code":"text",)"
                        R"("message":"It is the only one."}]}]}},"model":"gpt-image-1","provider":"openai",)"
                        R"("total_cost_micros":null})"));
}

QTEST_APPLESS_MAIN(TestOpenAiAnswerTexts)
#include "test_openaianswertexts.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/textmoney.h"
#include "tests/support/keptplan.h"

#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;

namespace {

const QDate today(2026, 11, 29);

/// One dollar a million in, half of that for what was read before, ten out; twice that beyond 1,000 tokens.
TextOffer offerWithPrices()
{
    TextOffer offer;
    offer.model = u"m"_s;
    offer.provider = u"alpha"_s;
    offer.providerModel = u"m"_s;
    offer.context = 100'000;
    offer.maxOutput = 4000;
    offer.prices = {{1, 0.5, 10}, {2, 1, 20, 1000}, {3, -1, 30, 0, QDate(2027, 1, 1)}};
    return offer;
}

TextCall callOf(std::optional<qint64> input, std::optional<qint64> most = {}, TextKind kind = TextKind::Chat)
{
    TextCall call;
    call.kind = kind;
    call.model = u"m"_s;
    call.inputTokens = input;
    call.maxTokens = most;
    return call;
}

QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

/// What calls to text models cost: before they are made at most, and afterwards by what was counted.
class TestTextMoney : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsUsage_data();
    void readsUsage();
    void passesOverWhatIsNone();
    void estimates_data();
    void estimates();
    void unknownStaysUnknown_data();
    void unknownStaysUnknown();
    void linesMakeTheSum();
    void costs_data();
    void costs();
    void plansCarryNoWords();
};

void TestTextMoney::readsUsage_data()
{
    QTest::addColumn<QByteArray>("usage");
    QTest::addColumn<qint64>("input");
    QTest::addColumn<qint64>("cached");
    QTest::addColumn<qint64>("output");
    QTest::newRow("chat") << R"({"prompt_tokens":100,"completion_tokens":20,"total_tokens":120,
        "prompt_tokens_details":{"cached_tokens":64}})"_ba
                          << qint64(100) << qint64(64) << qint64(20);
    QTest::newRow("responses") << R"({"input_tokens":100,"output_tokens":20,"input_tokens_details":{"cached_tokens":1},
        "output_tokens_details":{"reasoning_tokens":15}})"_ba
                               << qint64(100) << qint64(1) << qint64(20);
    QTest::newRow("embeddings") << R"({"prompt_tokens":8,"total_tokens":8})"_ba << qint64(8) << qint64(0) << qint64(0);
    QTest::newRow("thought in the total alone") << R"({"prompt_tokens":10,"completion_tokens":5,"total_tokens":315})"_ba
                                                << qint64(10) << qint64(0) << qint64(305);
    QTest::newRow("DeepSeek's cache") << R"({"prompt_tokens":10,"completion_tokens":5,"prompt_cache_hit_tokens":9})"_ba
                                      << qint64(10) << qint64(9) << qint64(5);
    QTest::newRow("more cached than read")
        << R"({"prompt_tokens":10,"completion_tokens":5,"prompt_cache_hit_tokens":90})"_ba << qint64(10) << qint64(10)
        << qint64(5);
    QTest::newRow("absurd") << R"({"prompt_tokens":1e300,"completion_tokens":1})"_ba << qint64(1'000'000'000'000)
                            << qint64(0) << qint64(1);
}

void TestTextMoney::readsUsage()
{
    QFETCH(QByteArray, usage);
    const std::optional<TextUsage> read = TextUsage::read(object(usage));
    QVERIFY(read);
    QTEST(read->input, "input");
    QTEST(read->cached, "cached");
    QTEST(read->output, "output");
}

void TestTextMoney::passesOverWhatIsNone()
{
    for (const QByteArray &usage : {"{}"_ba, R"({"prompt_tokens":"many"})"_ba, R"({"prompt_tokens":-1})"_ba}) {
        QVERIFY(!TextUsage::read(object(usage)));
    }
}

void TestTextMoney::estimates_data()
{
    QTest::addColumn<TextCall>("call");
    QTest::addColumn<qint64>("micros");
    QTest::newRow("as many as asked for") << callOf(1000, 100) << qint64(1000 + 1000);
    QTest::newRow("no more than the model gives") << callOf(1000, 1'000'000) << qint64(1000 + 40'000);
    QTest::newRow("not said: what the model gives") << callOf(1000) << qint64(1000 + 40'000);
    QTest::newRow("dearer beyond a limit") << callOf(1001, 100) << qint64(2002 + 2000);
    QTest::newRow("no more than the model reads") << callOf(1'000'000, 100) << qint64(200'000 + 2000);
    QTest::newRow("what only the vendor knows: all that the model reads")
        << callOf(std::nullopt, 100) << qint64(200'000 + 2000);
    TextCall several = callOf(1000, 100);
    several.answers = 3;
    QTest::newRow("several answers") << several << qint64(1000 + 3000);
    QTest::newRow("embeddings give nothing") << callOf(500'000, {}, TextKind::Embeddings) << qint64(1'000'000);
}

void TestTextMoney::estimates()
{
    QFETCH(TextCall, call);
    QFETCH(qint64, micros);
    const Estimate estimate = estimateText(call, offerWithPrices(), today);
    QCOMPARE(estimate.total, Money::fromMicros(micros));
    QVERIFY(estimate.atMost);
}

void TestTextMoney::unknownStaysUnknown_data()
{
    QTest::addColumn<TextCall>("call");
    QTest::addColumn<TextOffer>("offer");
    TextOffer offer = offerWithPrices();
    offer.prices.clear();
    QTest::newRow("no price") << callOf(10, 10) << offer;
    offer = offerWithPrices();
    offer.context = offer.maxOutput = 0;
    QTest::newRow("no end") << callOf(10) << offer;
    QTest::newRow("no bound of what goes in") << callOf(std::nullopt, 10) << offer;
    TextCall more = callOf(10, 10);
    more.costsMore = true;
    QTest::newRow("more than tokens") << more << offerWithPrices();
    offer = offerWithPrices();
    offer.prices = offer.prices.mid(2);
    QTest::newRow("a price of next year") << callOf(10, 10) << offer;
}

void TestTextMoney::unknownStaysUnknown()
{
    QFETCH(TextCall, call);
    QFETCH(TextOffer, offer);
    QVERIFY(!estimateText(call, offer, today).total.isKnown());
    QVERIFY(!textPlan(call, offer, today, true).estimate.total.isKnown());
    QCOMPARE(textPlan(call, offer, today, false).estimate.total, Money::zero()); // nobody bills for it
}

void TestTextMoney::linesMakeTheSum()
{
    const Estimate estimate = estimateText(callOf(1000, 100), offerWithPrices(), today);
    Money sum = Money::zero();
    for (const EstimateLine &line : estimate.lines) {
        QCOMPARE(line.total, Money::fromDollars(line.billableQuantity * line.unitUsd));
        QCOMPARE(line.unit, PriceLine::Unit::Token);
        sum += line.total;
    }
    QCOMPARE(sum, estimate.total);
}

void TestTextMoney::costs_data()
{
    QTest::addColumn<TextUsage>("usage");
    QTest::addColumn<QDate>("day");
    QTest::addColumn<qint64>("micros");
    QTest::newRow("as counted") << TextUsage {1000, 0, 10} << today << qint64(1100);
    QTest::newRow("with a cache") << TextUsage {1000, 400, 10} << today << qint64(900);
    QTest::newRow("beyond the limit") << TextUsage {2000, 0, 10} << today << qint64(4200);
    QTest::newRow("next year") << TextUsage {1000, 400, 10} << QDate(2027, 1, 1) << qint64(3300);
    QTest::newRow("nothing") << TextUsage {} << today << qint64(0);
}

void TestTextMoney::costs()
{
    QFETCH(TextUsage, usage);
    QFETCH(QDate, day);
    QFETCH(qint64, micros);
    QCOMPARE(costOfTokens(usage, callOf(10), offerWithPrices(), day), Money::fromMicros(micros));
}

void TestTextMoney::plansCarryNoWords()
{
    TextCall call = callOf(10, 10);
    call.body = R"({"model":"m","messages":[{"role":"user","content":"a secret"}]})";
    const Plan plan = textPlan(call, offerWithPrices(), today, true);
    QVERIFY(isTextPlan(plan));
    QVERIFY(!isTextPlan(Plan()));
    const QJsonObject request = plan.request.toJson();
    QVERIFY(!QJsonDocument(request).toJson().contains("secret"));
    QVERIFY(!planjson::write(plan, plan.request).contains("secret"_L1));
    const Result<Plan> kept = test::keptAndRead(plan);
    QVERIFY(kept);
    QVERIFY(isTextPlan(*kept));
    QCOMPARE(kept->estimate, plan.estimate);
}

QTEST_GUILESS_MAIN(TestTextMoney)
#include "test_textmoney.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/routingrules.h"

#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;

namespace {

const QStringList providers {u"fal"_s, u"replicate"_s, u"openai"_s, u"sketchbook"_s};

RoutingRules read(const QByteArray &text)
{
    return readRoutingRules(text, providers);
}

} // namespace

class TestRoutingRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFieldIsRead()
    {
        const RoutingRules rules = read(R"({
            "comment": "mine",
            "rules": [
                {"models": "flux*", "order": "fixed", "providers": ["fal", "replicate"], "max_price": 0.05,
                 "max_seconds": 2.5, "allow": ["fal", "replicate"], "ignore": ["openai"], "marks": ["trusted"],
                 "without_marks": ["no client work"], "fallbacks": ["gpt-image-1"], "fallback_after_refusal": true,
                 "_why": "cheap"},
                {"models": "*", "order": "weights", "weights": {"fal": 2, "openai": 0.5}}
            ],
            "marks": {"fal": ["trusted", "fast"]},
            "max_at_once": {"fal": 4}
        })");
        QCOMPARE(rules.faults, QList<Reason>());
        QCOMPARE(rules.rules.size(), 2);
        const RoutingRule &first = rules.rules.first();
        QCOMPARE(first.models, u"flux*"_s);
        QCOMPARE(*first.order, RoutingOrder::Fixed);
        QCOMPARE(first.providers, QStringList({u"fal"_s, u"replicate"_s}));
        QCOMPARE(*first.maxPrice, Money::fromMicros(50'000));
        QCOMPARE(first.maxTime->count(), 2500);
        QCOMPARE(*first.allow, QStringList({u"fal"_s, u"replicate"_s}));
        QCOMPARE(*first.ignore, QStringList {u"openai"_s});
        QCOMPARE(*first.marks, QStringList {u"trusted"_s});
        QCOMPARE(*first.withoutMarks, QStringList {u"no client work"_s});
        QCOMPARE(*first.fallbacks, QStringList {u"gpt-image-1"_s});
        QCOMPARE(*first.fallbackAfterRefusal, true);
        QCOMPARE(rules.rules.last().weights, (QMap<QString, double> {{u"fal"_s, 2}, {u"openai"_s, 0.5}}));
        QCOMPARE(rules.marks.value(u"fal"_s), QStringList({u"trusted"_s, u"fast"_s}));
        QCOMPARE(rules.maxAtOnce.value(u"fal"_s), 4);
        QCOMPARE(read(rules.toJson()), rules); // remarks too
        QVERIFY(rules.toJson().contains("mine") && rules.toJson().contains("_why"));
    }

    void nothingIsSaidOfAnEmptyFile_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("object") << QByteArray("{}");
        QTest::newRow("no rules") << QByteArray(R"({"rules": []})");
        QTest::newRow("nulls") << QByteArray(R"({"rules": null, "marks": null})");
    }
    void nothingIsSaidOfAnEmptyFile()
    {
        QFETCH(QByteArray, text);
        QCOMPARE(read(text), RoutingRules());
    }

    void faultsAreToldWithTheirLine_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("words"); ///< of what is told: places and values, not sentences
        const auto row = [](const char *name, const QByteArray &text, const QStringList &words) {
            QTest::newRow(name) << text << words;
        };
        row("misspelt key", "{\"rules\": [\n{\"models\": \"*\",\n\"ignroe\": [\"fal\"]}]}",
            {u"3"_s, u"rules[0].ignroe"_s, u"ignore"_s});
        row("misspelt at the top", "{\n\"rulez\": []}", {u"2"_s, u"rulez"_s, u"rules"_s});
        row("misspelt provider", "{\"rules\": [{\"models\": \"*\",\n\n\"ignore\": [\"fla\"]}]}",
            {u"3"_s, u"rules[0].ignore[0]"_s, u"fal"_s});
        row("unknown order", R"({"rules": [{"models": "*", "order": "cheepest"}]})", {u"order"_s, u"cheapest"_s});
        row("price as text", R"({"rules": [{"models": "*", "max_price": "0.05"}]})", {u"rules[0].max_price"_s});
        row("negative price", R"({"rules": [{"models": "*", "max_price": -1}]})", {u"rules[0].max_price"_s, u"-1"_s});
        row("no models", R"({"rules": [{"order": "fastest"}]})", {u"rules[0].models"_s});
        row("fixed without providers", R"({"rules": [{"models": "*", "order": "fixed"}]})", {u"rules[0].providers"_s});
        row("providers without fixed", R"({"rules": [{"models": "*", "providers": ["fal"]}]})",
            {u"rules[0].providers"_s});
        row("weights without the order", R"({"rules": [{"models": "*", "order": "fastest", "weights": {"fal": 1}}]})",
            {u"rules[0].weights"_s});
        row("weights without any", R"({"rules": [{"models": "*", "order": "weights"}]})", {u"rules[0].weights"_s});
        row("weight of nothing", R"({"rules": [{"models": "*", "order": "weights", "weights": {"fal": 0}}]})",
            {u"rules[0].weights.fal"_s});
        row("marks of nobody", R"({"marks": {"fla": ["x"]}})", {u"marks.fla"_s, u"fal"_s});
        row("no call at once", R"({"max_at_once": {"fal": 0}})", {u"max_at_once.fal"_s});
        row("half a call at once", R"({"max_at_once": {"fal": 1.5}})", {u"max_at_once.fal"_s});
        row("a rule that is none", R"({"rules": ["*"]})", {u"rules[0]"_s});
        row("rules that are none", R"({"rules": {"models": "*"}})", {u"rules"_s});
    }
    void faultsAreToldWithTheirLine()
    {
        QFETCH(QByteArray, text);
        QFETCH(QStringList, words);
        const RoutingRules rules = read(text);
        QVERIFY(!rules.faults.isEmpty());
        const QString told = rules.faults.first().values.value(0).value.toString();
        for (const QString &word : std::as_const(words)) {
            QVERIFY2(told.contains(word), qPrintable(told));
        }
    }

    void noJsonIsAFault_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut") << QByteArray("{\"rules\": [{\"models\": \"*\", \"ign");
        QTest::newRow("a list") << QByteArray("[]");
        QTest::newRow("a name twice") << QByteArray(R"({"rules": [{"models": "*", "ignore": ["fal"], "ignore": []}]})");
    }
    void noJsonIsAFault()
    {
        QFETCH(QByteArray, text);
        const RoutingRules rules = read(text);
        QCOMPARE(rules.faults.size(), 1);
        QVERIFY(!rules.faults.first().isEmpty());
        QVERIFY(rules.rules.isEmpty());
    }

    void eachFieldIsTheFirstThatSaysIt()
    {
        RoutingRules rules = read(R"({"rules": [
            {"models": "flux-2-*", "order": "fastest", "max_price": 1},
            {"models": "FLUX*", "max_price": 0.5, "ignore": [], "fallbacks": ["a"]},
            {"models": "gpt*", "ignore": ["openai"]},
            {"models": "*", "order": "most_reliable", "ignore": ["fal"], "fallbacks": ["b"]}
        ]})");
        rules.addUsualOrder({u"replicate"_s});
        QCOMPARE(rules.faults, QList<Reason>());
        const RoutingRule pro = rules.ruleFor(u"flux-2-pro"_s);
        QCOMPARE(*pro.order, RoutingOrder::Fastest);
        QCOMPARE(*pro.maxPrice, Money::fromMicros(1'000'000));
        QCOMPARE(*pro.ignore, QStringList());
        QCOMPARE(*pro.fallbacks, QStringList {u"a"_s});
        QCOMPARE(*rules.ruleFor(u"flux-1"_s).order, RoutingOrder::MostReliable);
        QCOMPARE(*rules.ruleFor(u"gpt-image-1"_s).ignore, QStringList {u"openai"_s});
        QCOMPARE(*rules.ruleFor(u"other"_s).ignore, QStringList {u"fal"_s});
        QVERIFY(!rules.ruleFor(u"other"_s).maxPrice);
    }

    void theSettingIsTheUsualOrder()
    {
        RoutingRules rules;
        rules.addUsualOrder({});
        QVERIFY(!rules.ruleFor(u"any"_s).order);
        rules.addUsualOrder({u"fal"_s});
        QCOMPARE(*rules.ruleFor(u"any"_s).order, RoutingOrder::Fixed);
        QCOMPARE(rules.ruleFor(u"any"_s).providers, QStringList {u"fal"_s});
    }
};

QTEST_GUILESS_MAIN(TestRoutingRules)
#include "test_routingrules.moc"

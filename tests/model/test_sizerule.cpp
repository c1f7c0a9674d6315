// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/fieldreader.h"
#include "core/model/sizerule.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace lightwell;

namespace {

/// As a catalog is read: nothing where what was noted leaves no rule.
std::optional<SizeRule> ruleIn(const QJsonObject &json)
{
    QList<FieldFault> faults;
    FieldReader fields(json, &faults);
    const std::optional<SizeRule> rule = readSizeRule(fields);
    return std::any_of(faults.cbegin(), faults.cend(), isNoSizeRule) ? std::nullopt : rule;
}

} // namespace

class TestSizeRule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ratios_data();
    void ratios();
    void sizeTexts_data();
    void sizeTexts();
    void publishedPixels_data();
    void publishedPixels();
    void tiers();
    void rangeAllows_data();
    void rangeAllows();
    void rulesSurviveJson_data();
    void rulesSurviveJson();
    void brokenRules_data();
    void brokenRules();
    void knownPixelsWin();
};

void TestSizeRule::ratios_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("read");

    QTest::newRow("plain") << u"16:9"_s << u"16:9"_s;
    QTest::newRow("kept as written") << u"32:18"_s << u"32:18"_s;
    QTest::newRow("fraction") << u"9:19.5"_s << u"6:13"_s;
    QTest::newRow("fraction of two digits") << u"1.91:1"_s << u"191:100"_s;
    QTest::newRow("blanks") << u" 3 : 2 "_s << u"3:2"_s;
    QTest::newRow("zero") << u"0:1"_s << u""_s;
    QTest::newRow("negative") << u"-16:9"_s << u""_s;
    QTest::newRow("one number") << u"16"_s << u""_s;
    QTest::newRow("pixels") << u"16x9"_s << u""_s;
}

void TestSizeRule::ratios()
{
    QFETCH(const QString, text);
    QFETCH(const QString, read);
    const std::optional<AspectRatio> ratio = AspectRatio::parse(text);
    QCOMPARE(ratio ? ratio->toString() : QString(), read);
}

void TestSizeRule::sizeTexts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QSize>("size");

    QTest::newRow("plain") << u"1024x768"_s << QSize(1024, 768);
    QTest::newRow("capital") << u"1024X768"_s << QSize(1024, 768);
    QTest::newRow("sign") << u"1024×768"_s << QSize(1024, 768);
    QTest::newRow("nothing") << u"0x768"_s << QSize();
    QTest::newRow("negative") << u"-1x768"_s << QSize();
    QTest::newRow("endless") << u"1024x99999999999"_s << QSize();
    QTest::newRow("word") << u"auto"_s << QSize();
}

void TestSizeRule::sizeTexts()
{
    QFETCH(const QString, text);
    QFETCH(const QSize, size);
    QCOMPARE(sizeFromString(text).value_or(QSize()), size);
}

/// The pixels other gateways publish for ratios at 1K.
void TestSizeRule::publishedPixels_data()
{
    QTest::addColumn<QString>("ratio");
    QTest::addColumn<QString>("pixels");

    QTest::newRow("16:9") << u"16:9"_s << u"1365x768"_s;
    QTest::newRow("9:16") << u"9:16"_s << u"768x1365"_s;
    QTest::newRow("3:2") << u"3:2"_s << u"1254x836"_s;
    QTest::newRow("2:3") << u"2:3"_s << u"836x1254"_s;
    QTest::newRow("4:3") << u"4:3"_s << u"1183x887"_s;
    QTest::newRow("3:4") << u"3:4"_s << u"887x1182"_s;
    QTest::newRow("5:4") << u"5:4"_s << u"1145x916"_s;
    QTest::newRow("4:5") << u"4:5"_s << u"916x1145"_s;
    QTest::newRow("1:1") << u"1:1"_s << u"1024x1024"_s;
}

void TestSizeRule::publishedPixels()
{
    QFETCH(const QString, ratio);
    QFETCH(const QString, pixels);
    QCOMPARE(sizeToString(sizeFor(*AspectRatio::parse(ratio), tierPixels(ResolutionTier::OneK))), pixels);
}

void TestSizeRule::tiers()
{
    for (const auto tier : {ResolutionTier::HalfK, ResolutionTier::OneK, ResolutionTier::TwoK, ResolutionTier::FourK}) {
        QCOMPARE(tierFromName(tierName(tier)), tier);
    }
    QCOMPARE(tierFromName(u"512"_s), ResolutionTier::HalfK);
    QCOMPARE(tierFromName(u"2k"_s), ResolutionTier::TwoK);
    QVERIFY(!tierFromName(u"8K"_s));
    QVERIFY(!tierFromName(u""_s));
    QCOMPARE(tierPixels(ResolutionTier::FourK), qint64(4096) * 4096);
}

void TestSizeRule::rangeAllows_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("legal");

    QTest::newRow("usual") << QSize(1024, 1024) << true;
    QTest::newRow("at 3:1") << QSize(1536, 512) << true;
    QTest::newRow("beyond 3:1") << QSize(1552, 512) << false;
    QTest::newRow("no multiple") << QSize(1000, 1000) << false;
    QTest::newRow("side too short") << QSize(240, 240) << false;
    QTest::newRow("side too long") << QSize(2064, 1024) << false;
    QTest::newRow("too many pixels") << QSize(2048, 1536) << false;
    QTest::newRow("too few pixels") << QSize(256, 256) << false;
    QTest::newRow("nothing") << QSize(0, 0) << false;
    QTest::newRow("negative") << QSize(-1024, -1024) << false;
}

void TestSizeRule::rangeAllows()
{
    QFETCH(const QSize, size);
    QFETCH(const bool, legal);
    SizeRange rule;
    rule.multipleOf = 16;
    rule.minSide = 256;
    rule.maxSide = 2048;
    rule.minPixels = 100'000;
    rule.maxPixels = 3'000'000;
    rule.minRatio = 1.0 / 3;
    rule.maxRatio = 3;
    QCOMPARE(rule.allows(size), legal);
}

void TestSizeRule::rulesSurviveJson_data()
{
    QTest::addColumn<SizeRule>("rule");

    SizeRatios ratios;
    ratios.ratios = {{16, 9}, {1, 1}};
    ratios.tiers = {ResolutionTier::OneK, ResolutionTier::FourK};
    ratios.known = {{{1, 1}, ResolutionTier::OneK, QSize(1024, 1024)}};
    SizeRatios budget;
    budget.ratios = {{21, 9}};
    budget.pixelBudget = 4'194'304;
    SizeRange range;
    range.multipleOf = 8;
    range.minSide = 256;
    range.maxSide = 2048;
    range.maxPixels = 4'194'304;
    range.minRatio = 1.0 / 3;
    range.preferred = QSize(1024, 768);
    SizeAnyRatio any;
    any.least = {1, 3};
    any.most = {21, 9};
    any.preferred = {3, 2};
    any.tiers = {ResolutionTier::OneK, ResolutionTier::TwoK};
    QTest::newRow("uncontrolled") << SizeRule(SizeUncontrolled());
    QTest::newRow("any ratio with tiers") << SizeRule(any);
    any.tiers.clear();
    any.pixelBudget = 4'000'000;
    QTest::newRow("any ratio with a budget") << SizeRule(any);
    QTest::newRow("list") << SizeRule(SizeList {{QSize(1024, 1024), QSize(1536, 1024)}});
    QTest::newRow("ratios with tiers") << SizeRule(ratios);
    QTest::newRow("ratios with a budget") << SizeRule(budget);
    QTest::newRow("range") << SizeRule(range);
}

void TestSizeRule::rulesSurviveJson()
{
    QFETCH(const SizeRule, rule);
    const std::optional<SizeRule> again = ruleIn(sizeRuleToJson(rule));
    QVERIFY(again.has_value());
    QVERIFY(*again == rule);
}

void TestSizeRule::brokenRules_data()
{
    QTest::addColumn<QJsonObject>("json");

    QTest::newRow("nothing") << QJsonObject();
    QTest::newRow("unknown kind") << QJsonObject {{u"kind"_s, u"round"_s}};
    QTest::newRow("empty list") << QJsonObject {{u"kind"_s, u"list"_s}, {u"sizes"_s, QJsonArray()}};
    QTest::newRow("bad size") << QJsonObject {{u"kind"_s, u"list"_s}, {u"sizes"_s, QJsonArray {u"wide"_s}}};
    QTest::newRow("bad ratio") << QJsonObject {{u"kind"_s, u"ratios"_s}, {u"ratios"_s, QJsonArray {u"16x9"_s}}};
    QTest::newRow("no bounds") << QJsonObject {{u"kind"_s, u"any_ratio"_s}, {u"min"_s, u"1:4"_s}};
    QTest::newRow("bad bound") << QJsonObject {{u"kind"_s, u"any_ratio"_s}, {u"min"_s, u"1x4"_s}, {u"max"_s, u"4:1"_s}};
    QTest::newRow("bad tier") << QJsonObject {
        {u"kind"_s, u"ratios"_s}, {u"ratios"_s, QJsonArray {u"16:9"_s}}, {u"tiers"_s, QJsonArray {u"8K"_s}}};
}

void TestSizeRule::brokenRules()
{
    QFETCH(const QJsonObject, json);
    QVERIFY(!ruleIn(json));
}

void TestSizeRule::knownPixelsWin()
{
    SizeRatios rule;
    rule.ratios = {{16, 9}};
    rule.known = {{{16, 9}, ResolutionTier::OneK, QSize(1344, 768)}};
    QCOMPARE(rule.expectedSize({16, 9}, ResolutionTier::OneK), QSize(1344, 768));
    rule.tiers = {ResolutionTier::OneK, ResolutionTier::TwoK};
    QCOMPARE(rule.expectedSize({16, 9}, ResolutionTier::TwoK), QSize(2731, 1536));
}

QTEST_GUILESS_MAIN(TestSizeRule)
#include "test_sizerule.moc"

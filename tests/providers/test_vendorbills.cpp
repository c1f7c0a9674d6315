// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/wording.h"
#include "providers/common/httperrors.h"
#include "providers/common/tokencost.h"
#include "tests/providers/plans.h"

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

class TestVendorBills : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statusDecidesBilling_data();
    void statusDecidesBilling();
    void tokensBecomeMoney_data();
    void tokensBecomeMoney();
};

void TestVendorBills::statusDecidesBilling_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<Billing>("billing");
    const auto row = [](int status, ErrorKind kind, Billing billing) {
        QTest::addRow("%d", status) << status << kind << billing;
    };
    row(307, ErrorKind::Upstream, Billing::NotBilled);
    row(400, ErrorKind::Invalid, Billing::NotBilled);
    row(401, ErrorKind::Auth, Billing::NotBilled);
    row(402, ErrorKind::Funds, Billing::NotBilled);
    row(403, ErrorKind::Auth, Billing::NotBilled);
    row(404, ErrorKind::NotFound, Billing::NotBilled);
    row(408, ErrorKind::Timeout, Billing::MayBeBilled);
    row(409, ErrorKind::Upstream, Billing::MayBeBilled);
    row(413, ErrorKind::Invalid, Billing::NotBilled);
    row(422, ErrorKind::Invalid, Billing::NotBilled);
    row(429, ErrorKind::RateLimit, Billing::NotBilled);
    row(500, ErrorKind::Upstream, Billing::MayBeBilled);
    row(502, ErrorKind::Upstream, Billing::MayBeBilled);
    row(503, ErrorKind::Overloaded, Billing::NotBilled);
    row(504, ErrorKind::Timeout, Billing::MayBeBilled);
    row(520, ErrorKind::Upstream, Billing::MayBeBilled);
    row(0, ErrorKind::Upstream, Billing::MayBeBilled);
}

void TestVendorBills::statusDecidesBilling()
{
    QFETCH(int, status);
    const Error error = errorFromStatus(answerOf(status, {}, {{"Retry-After"_ba, "7"_ba}}), {}, u"Vendor"_s);
    QTEST(error.kind, "kind");
    QTEST(error.billing, "billing");
    QVERIFY(wording::sentence(error).contains(u"Vendor"_s));
    QCOMPARE(error.httpStatus, status);
    QCOMPARE(error.retryAfter, std::optional<std::chrono::milliseconds>(7000));
}

void TestVendorBills::tokensBecomeMoney_data()
{
    QTest::addColumn<QList<PriceLine>>("prices");
    QTest::addColumn<TokenUsage>("usage");
    QTest::addColumn<Money>("cost");
    using Item = PriceLine::Item;
    const QList<PriceLine> tokens = openAiOffer().prices;
    QTest::newRow("sum") << tokens << TokenUsage {20, 100, 0, 196} << Money::fromMicros(100 + 800 + 5880);
    QTest::newRow("rounded once") << tokens << TokenUsage {1, {}, {}, 1} << Money::fromMicros(35);
    QTest::newRow("nothing counted") << tokens << TokenUsage {} << Money::unknown();
    QTest::newRow("all zero") << tokens << TokenUsage {0, 0, 0, 0} << Money::unknown();
    QTest::newRow("words without a price cost at most what pictures do")
        << tokens << TokenUsage {20, 0, 5, 196} << Money::fromMicros(100 + 5 * 30 + 5880);
    QTest::newRow("pictures that go in without a price")
        << QList<PriceLine> {tokens.at(0), tokens.at(2)} << TokenUsage {20, 100, 0, 196}
        << Money::fromMicros(100 + 100 * 5 + 5880);
    QTest::newRow("no count for the pictures that came") << tokens << TokenUsage {20, 0, 0, 0} << Money::unknown();
    QTest::newRow("only words counted") << tokens << TokenUsage {20, 0, 34, {}} << Money::unknown();
    QTest::newRow("no price per token") << QList<PriceLine> {PriceLine {}} << TokenUsage {20, 0, 0, 196}
                                        << Money::unknown();
    PriceLine perPicture;
    perPicture.usd = 0.1;
    PriceLine text = tokens.at(0);
    QTest::newRow("pictures beside tokens")
        << QList<PriceLine> {text, perPicture} << TokenUsage {20, 0, 0, 196} << Money::fromMicros(100 + 200'000);
    PriceLine low = tokens.at(2);
    low.quality = u"low"_s;
    PriceLine high = low;
    high.quality = u"high"_s;
    QTest::newRow("conditions that only change the estimate")
        << QList<PriceLine> {low, high} << TokenUsage {0, 0, 0, 100} << Money::fromMicros(3000);
    high.usd = 60;
    QTest::newRow("conditions that change the price")
        << QList<PriceLine> {low, high} << TokenUsage {0, 0, 0, 100} << Money::unknown();
    PriceLine plain = tokens.at(2);
    QTest::newRow("the line without conditions")
        << QList<PriceLine> {high, plain} << TokenUsage {0, 0, 0, 100} << Money::fromMicros(3000);
    PriceLine edited = plain;
    edited.editing = true;
    edited.usd = 60;
    QTest::newRow("a price for edits alone")
        << QList<PriceLine> {edited, plain} << TokenUsage {0, 0, 0, 100} << Money::fromMicros(3000);
    text.item = Item::OutputText;
    text.unit = PriceLine::Unit::Second;
    QTest::newRow("a unit nobody counted")
        << QList<PriceLine> {text, plain} << TokenUsage {0, 0, 5, 100} << Money::unknown();
}

void TestVendorBills::tokensBecomeMoney()
{
    QFETCH(QList<PriceLine>, prices);
    QFETCH(TokenUsage, usage);
    Plan plan = planFor(openAiOffer());
    plan.offer.prices = prices;
    QTEST(tokenCost(plan, usage, 2), "cost");
}

QTEST_GUILESS_MAIN(TestVendorBills)
#include "test_vendorbills.moc"

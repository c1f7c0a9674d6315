// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapter/adapterregistry.h"
#include "core/adapter/unreadablecost.h"
#include "core/adapter/vendorreasons.h"
#include "core/catalog/catalog.h"
#include "core/model/reasonsearch.h"
#include "core/wording/wording.h"
#include "providers/common/httperrors.h"
#include "providers/common/tokencost.h"
#include "providers/common/toldcost.h"
#include "providers/registry.h"
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
    void movedAddressesAreTold_data();
    void movedAddressesAreTold();
    void toldCosts_data();
    void toldCosts();
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

void TestVendorBills::movedAddressesAreTold_data()
{
    QTest::addColumn<QString>("provider");
    AdapterRegistry registry;
    registerAdapters(registry);
    const QList<ProviderInfo> providers = registry.providers();
    for (const ProviderInfo &provider : providers) {
        if (provider.bills) {
            QTest::newRow(qPrintable(provider.id)) << provider.id;
        }
    }
}

/// Whatever else its adapter makes of an answer: one that leads elsewhere is told as such, and nothing was billed.
void TestVendorBills::movedAddressesAreTold()
{
    QFETCH(QString, provider);
    AdapterRegistry registry;
    registerAdapters(registry);
    const Adapter &adapter = *registry.find(provider);
    Credentials credentials;
    credentials.key = "0123456789abcdef0123456789abcdef";
    credentials.baseUrl = QUrl(u"https://vendor.example"_s);
    credentials.now = QDateTime::fromString(u"2026-11-22T12:00:00Z"_s, Qt::ISODate);
    for (const CredentialField &field : adapter.info().fields) {
        if (field.id != CredentialField::address() && !field.optional) {
            credentials.extra.insert(field.id, field.fallback.isEmpty() ? "abc"_ba : field.fallback.toLatin1());
        }
    }
    const Catalog catalog = Catalog::builtIn();
    int offers = 0;
    int tried = 0;
    for (const Model &model : catalog.models()) {
        for (const Offer &offer : model.offers) {
            if (offer.provider != provider || !offer.hasMode(u"text-to-image"_s)) {
                continue;
            }
            ++offers;
            const Plan plan = planFor(offer);
            const Step first = adapter.begin(plan, plan.calls.first(), credentials);
            const auto *send = std::get_if<Send>(&first);
            if (send == nullptr || !send->request.startsPaidWork) {
                continue;
            }
            for (const int status : {301, 302, 307, 308}) {
                const Step step = adapter.advance(
                    plan, send->state,
                    answerOf(status, "<html>moved</html>", {{"Location"_ba, "https://other.example/x"_ba}}),
                    credentials);
                const auto *failed = std::get_if<Failed>(&step);
                QVERIFY2(failed, qPrintable(offer.id()));
                QVERIFY2(holdsReason(failed->error.why(), reasons::addressMoved.code), qPrintable(offer.id()));
                QCOMPARE(failed->error.billing, Billing::NotBilled);
            }
            ++tried;
            break;
        }
        if (tried > 3) {
            break;
        }
    }
    QVERIFY(tried > 0 || offers == 0 || provider == "replicate"_L1); // which asks for a version first
}

void TestVendorBills::toldCosts_data()
{
    QTest::addColumn<QJsonValue>("told");
    QTest::addColumn<Money>("cost");
    QTest::addColumn<QString>("unreadable");
    QTest::newRow("a number") << QJsonValue(0.5) << Money::fromMicros(500'000) << QString();
    QTest::newRow("a number as a text") << QJsonValue(u"0.5"_s) << Money::fromMicros(500'000) << QString();
    QTest::newRow("below nothing, which the engine doubts")
        << QJsonValue(-1) << Money::fromMicros(-1'000'000) << QString();
    QTest::newRow("the same as a text") << QJsonValue(u"-1"_s) << Money::fromMicros(-1'000'000) << QString();
    QTest::newRow("with a comma") << QJsonValue(u"1,50"_s) << Money::unknown() << u"1,50"_s;
    QTest::newRow("a word") << QJsonValue(u"free"_s) << Money::unknown() << u"free"_s;
    QTest::newRow("no number") << QJsonValue(u"nan"_s) << Money::unknown() << u"nan"_s;
    QTest::newRow("an object") << QJsonValue(QJsonObject()) << Money::unknown() << u"[{}]"_s;
    QTest::newRow("nothing") << QJsonValue(QJsonValue::Null) << Money::unknown() << QString();
    QTest::newRow("not there") << QJsonValue(QJsonValue::Undefined) << Money::unknown() << QString();
}

void TestVendorBills::toldCosts()
{
    QFETCH(QJsonValue, told);
    Done done;
    takeToldCost(done, told);
    QTEST(done.cost, "cost");
    QTEST(done.usage.value(QLatin1StringView(unreadableCost)).toString(), "unreadable");
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

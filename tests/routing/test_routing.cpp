// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/router.h"

#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;

namespace {

const QDateTime start(QDate(2026, 11, 22), QTime(12, 0));

Plan planOf(const QString &provider, qint64 micros)
{
    Plan plan;
    plan.offer.provider = provider;
    plan.offer.model = u"toy"_s;
    plan.estimate.total = micros < 0 ? Money::unknown() : Money::fromMicros(micros);
    return plan;
}

QStringList namesOf(const QList<Plan> &plans)
{
    QStringList names;
    for (const Plan &plan : plans) {
        names.append(plan.offer.provider);
    }
    return names;
}

Error errorOf(ErrorKind kind, Billing billing = Billing::NotBilled)
{
    Error error;
    error.kind = kind;
    error.billing = billing;
    return error;
}

} // namespace

class TestRouting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cheapestFirstUnknownLast()
    {
        const QList<Plan> plans {planOf(u"dark"_s, -1), planOf(u"dear"_s, 90), planOf(u"cheap"_s, 10)};
        QCOMPARE(namesOf(orderPlans(plans, {}, {}, start)), QStringList({u"cheap"_s, u"dear"_s, u"dark"_s}));
    }

    void equalPricesKeepTheCatalogsOrder()
    {
        const QList<Plan> plans {planOf(u"b"_s, 10), planOf(u"a"_s, 10), planOf(u"c"_s, 10)};
        QCOMPARE(namesOf(orderPlans(plans, {}, {}, start)), QStringList({u"b"_s, u"a"_s, u"c"_s}));
    }

    void theUsersOrderWinsOverThePrice()
    {
        const QList<Plan> plans {planOf(u"cheap"_s, 10), planOf(u"dear"_s, 90), planOf(u"other"_s, 5)};
        QCOMPARE(namesOf(orderPlans(plans, {u"dear"_s, u"cheap"_s}, {}, start)),
                 QStringList({u"dear"_s, u"cheap"_s, u"other"_s}));
    }

    void failingOffersRestAndComeLast()
    {
        Health health;
        const QList<Plan> plans {planOf(u"cheap"_s, 10), planOf(u"dear"_s, 90)};
        for (int failure = 0; failure < 3; ++failure) {
            QVERIFY(!health.isResting(u"cheap/toy"_s, start));
            health.failed(u"cheap/toy"_s, errorOf(ErrorKind::Overloaded), start);
        }
        QVERIFY(health.isResting(u"cheap/toy"_s, start));
        QCOMPARE(namesOf(orderPlans(plans, {u"cheap"_s}, health, start)), QStringList({u"dear"_s, u"cheap"_s}));
        QVERIFY(!health.isResting(u"cheap/toy"_s, start.addSecs(31)));
        health.failed(u"cheap/toy"_s, errorOf(ErrorKind::Overloaded), start.addSecs(31));
        QVERIFY(health.isResting(u"cheap/toy"_s, start.addSecs(31 + 59))); // twice as long
        health.succeeded(u"cheap/toy"_s);
        QVERIFY(!health.isResting(u"cheap/toy"_s, start.addSecs(31 + 59)));
    }

    void theVendorsOwnPauseCounts()
    {
        Health health;
        Error error = errorOf(ErrorKind::RateLimit);
        error.retryAfter = std::chrono::seconds(40);
        health.failed(u"a/toy"_s, error, start);
        QVERIFY(health.isResting(u"a/toy"_s, start.addSecs(39)));
        QVERIFY(!health.isResting(u"a/toy"_s, start.addSecs(41)));
    }

    void wrongRequestsSayNothingAboutHealth_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("refused prompt") << ErrorKind::ContentPolicy;
        QTest::newRow("wrong field") << ErrorKind::Invalid;
        QTest::newRow("own budget") << ErrorKind::Budget;
        QTest::newRow("cancelled") << ErrorKind::Cancelled;
        QTest::newRow("wrong key") << ErrorKind::Auth;
    }
    void wrongRequestsSayNothingAboutHealth()
    {
        QFETCH(ErrorKind, kind);
        Health health;
        for (int i = 0; i < 10; ++i) {
            health.failed(u"a/toy"_s, errorOf(kind), start);
        }
        QVERIFY(!health.isResting(u"a/toy"_s, start));
    }

    void movesOnOnlyWhenNothingWasBilled_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<Billing>("billing");
        QTest::addColumn<bool>("wantsRisk");
        QTest::addColumn<bool>("moves");
        const auto row = [](const char *name, ErrorKind kind, Billing billing, bool risk, bool moves) {
            QTest::newRow(name) << kind << billing << risk << moves;
        };
        row("429", ErrorKind::RateLimit, Billing::NotBilled, false, true);
        row("503", ErrorKind::Overloaded, Billing::NotBilled, false, true);
        row("no key", ErrorKind::NoKey, Billing::NotBilled, false, true);
        row("wrong key", ErrorKind::Auth, Billing::NotBilled, false, true);
        row("no money there", ErrorKind::Funds, Billing::NotBilled, false, true);
        row("not reached", ErrorKind::Network, Billing::NotBilled, false, true);
        row("refused prompt", ErrorKind::ContentPolicy, Billing::NotBilled, false, false);
        row("wrong field", ErrorKind::Invalid, Billing::NotBilled, false, false);
        row("cancelled", ErrorKind::Cancelled, Billing::NotBilled, true, false);
        row("lost after sending", ErrorKind::Network, Billing::MayBeBilled, false, false);
        row("lost after sending, risk wanted", ErrorKind::Network, Billing::MayBeBilled, true, true);
        row("cancelled after sending, risk wanted", ErrorKind::Cancelled, Billing::MayBeBilled, true, false);
        row("billed", ErrorKind::Upstream, Billing::Billed, true, false);
    }
    void movesOnOnlyWhenNothingWasBilled()
    {
        QFETCH(ErrorKind, kind);
        QFETCH(Billing, billing);
        QFETCH(bool, wantsRisk);
        QFETCH(bool, moves);
        QCOMPARE(mayTryNext(errorOf(kind, billing), wantsRisk), moves);
    }
};

QTEST_GUILESS_MAIN(TestRouting)
#include "test_routing.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a vendor says a job costs, as it takes it, is reserved from then on.
#include "core/ledger/budgetreasons.h"
#include "core/storage/query.h"
#include "tests/engine/enginerig.h"

#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 cent = 10'000;

} // namespace

class TestNamedPrice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isReserved_data()
    {
        QTest::addColumn<qint64>("estimate"); // micro-dollars, as below; -1: unknown
        QTest::addColumn<double>("named");
        QTest::addColumn<qint64>("reserved");
        QTest::newRow("as expected") << 3 * cent << 0.03 << 3 * cent;
        QTest::newRow("less") << 3 * cent << 0.01 << 3 * cent;
        QTest::newRow("more") << 3 * cent << 0.12 << 12 * cent;
        QTest::newRow("far more") << 3 * cent << 1.0 << 100 * cent;
        QTest::newRow("nothing") << 3 * cent << 0.0 << 3 * cent;
        QTest::newRow("less than nothing") << 3 * cent << -1.0 << 3 * cent;
        QTest::newRow("beyond belief") << 3 * cent << 1e12 << 3 * cent;
        QTest::newRow("expected for free") << qint64(0) << 0.12 << 12 * cent;
        QTest::newRow("where the estimate is unknown") << qint64(-1) << 0.12 << 12 * cent;
    }
    void isReserved()
    {
        QFETCH(qint64, estimate);
        QFETCH(double, named);
        QFETCH(qint64, reserved);
        const QTemporaryDir shared;
        const QString file = shared.filePath(u"lightwell.db"_s);
        const QList<Offer> offers {toyOffer(u"toy"_s, u"one"_s, estimate)};
        {
            EngineRig rig(offers, file);
            QObject context;
            begin(rig, named, &context);
            QTRY_VERIFY(rig.vendor(u"one"_s).calls(u"/jobs/1"_s) > 1); // what was named is written by now
            QCOMPARE(rig.usage().reserved, Money::fromMicros(reserved));
            const QString lines = u"SELECT group_concat(kind || ' ' || coalesce(amount, '-')) FROM ledger_lines"_s;
            QString expected = estimate < 0 ? u"reserved -"_s : u"reserved %1"_s.arg(estimate);
            if (reserved != estimate) {
                expected += u",reserved %1"_s.arg(reserved);
            }
            QCOMPARE(text(rig, lines), expected);
            const QString sum = u"SELECT sum(estimate) FROM "_s;
            QCOMPARE(text(rig, sum + u"ledger_by_lines"_s), text(rig, sum + u"ledger"_s));
        } // ends without a word
        EngineRig later(offers, file);
        QCOMPARE(later.usage().reserved, Money::fromMicros(reserved));
    }

    void isWhatItCostsUnlessTheEndTellsMore_data()
    {
        QTest::addColumn<QJsonValue>("told");
        QTest::addColumn<qint64>("cost");
        QTest::addColumn<bool>("restarted");
        for (const bool restarted : {false, true}) {
            const char *when = restarted ? "after a restart" : "at once";
            QTest::addRow("no word, %s", when) << QJsonValue(QJsonValue::Undefined) << 12 * cent << restarted;
            QTest::addRow("less, %s", when) << QJsonValue(0.05) << 5 * cent << restarted;
            QTest::addRow("more, %s", when) << QJsonValue(0.2) << 20 * cent << restarted;
        }
    }
    void isWhatItCostsUnlessTheEndTellsMore()
    {
        QFETCH(QJsonValue, told);
        QFETCH(qint64, cost);
        QFETCH(bool, restarted);
        const QTemporaryDir shared;
        const QString file = shared.filePath(u"lightwell.db"_s);
        const QList<Offer> offers {toyOffer(u"toy"_s, u"one"_s, 3 * cent)};
        auto rig = std::make_unique<EngineRig>(offers, file);
        auto context = std::make_unique<QObject>();
        begin(*rig, 0.12, context.get());
        QTRY_VERIFY(rig->vendor(u"one"_s).calls(u"/jobs/1"_s) > 1);
        if (restarted) {
            context.reset();
            rig.reset();
            rig = std::make_unique<EngineRig>(offers, file);
            rig->engine->resumeUnfinished();
        }
        ToyVendor &vendor = rig->vendor(u"one"_s);
        vendor.pollScript = {
            Reply::json({{"picture"_L1, vendor.server().url(u"/pictures/1"_s).toString()}, {"cost"_L1, told}})};
        QTRY_COMPARE(await(rig->journal->list(1))->first().status, GenerationStatus::Completed);
        QCOMPARE(await(rig->journal->list(1))->first().cost, Money::fromMicros(cost));
        QCOMPARE(rig->usage().total, Money::fromMicros(cost));
        QCOMPARE(rig->usage().reserved, Money::zero());
    }

    void aBudgetThatItExceedsIsToldAndTheJobGoesOn()
    {
        EngineRig rig({toyOffer(u"toy"_s, u"one"_s, 3 * cent)});
        const Money limit = Money::fromMicros(10 * cent);
        QVERIFY(await(rig.ledger->setBudget({0, limit, Period::Month, {}, {}})).ok());
        rig.vendor(u"one"_s).submitScript = {Reply::json({{"job"_L1, u"1"_s}, {"cost"_L1, 0.12}}, 202)};
        const Generation generation = rig.run();
        QCOMPARE(generation.status, GenerationStatus::Completed);
        QCOMPARE(generation.pictures.size(), 1);
        QVERIFY(generation.error);
        QCOMPARE(generation.error->kind, ErrorKind::Budget);
        QCOMPARE(generation.error->billing, Billing::Billed);
        QCOMPARE(generation.error->reason,
                 reasons::budgetExceededByPrice(Money::fromMicros(12 * cent), reasons::budgetOfAMonth(limit)));
        const Generation next = rig.run();
        QCOMPARE(next.status, GenerationStatus::Failed);
        QCOMPARE(next.error->kind, ErrorKind::Budget);
    }

    void ofSeveralCallsEachCounts()
    {
        EngineRig rig({toyOffer(u"toy"_s, u"one"_s, 3 * cent)});
        ToyVendor &vendor = rig.vendor(u"one"_s);
        const Reply accepted = Reply::json({{"job"_L1, u"1"_s}, {"cost"_L1, 0.12}}, 202);
        vendor.submitScript = {accepted, Reply::json({{"job"_L1, u"1"_s}}, 202)};
        vendor.stopAfter = 0;
        Request request = EngineRig::request();
        request.n = 2;
        QObject context;
        rig.engine->generate(request, {}, &context, [](const Generation &) {});
        QTRY_COMPARE(rig.usage().reserved, Money::fromMicros(15 * cent)); // what one named, and the other's estimate
    }

private:
    static void begin(EngineRig &rig, double named, QObject *context)
    {
        ToyVendor &vendor = rig.vendor(u"one"_s);
        vendor.submitScript = {Reply::json({{"job"_L1, u"1"_s}, {"cost"_L1, named}}, 202)};
        vendor.stopAfter = 0;
        rig.engine->generate(EngineRig::request(), {}, context, [](const Generation &) {});
    }
    static QString text(EngineRig &rig, const QString &sql)
    {
        return await(rig.store->run([sql](Database &database) {
            Result<Rows> rows = execute(database, sql);
            return rows && rows.value().next() ? rows.value().value(0).toString() : QString();
        }));
    }
};

QTEST_MAIN(TestNamedPrice)
#include "test_namedprice.moc"

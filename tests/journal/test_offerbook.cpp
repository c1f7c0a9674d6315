// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Each offer is kept once, and which row has it is remembered only for as long as it is there.
#include "core/journal/unpaid.h"
#include "core/storage/query.h"
#include "core/storage/store.h"
#include "core/storage/transaction.h"
#include "tests/journal/journalsample.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace lightwell;
using namespace lightwell::test;

namespace {

const QDateTime now(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);

qint64 number(Database &database, const QString &sql, const QVariantList &values = {})
{
    Result<Rows> rows = execute(database, sql, values);
    return rows && rows.value().next() ? rows.value().value(0).toLongLong() : -1;
}

/// With what it alone has: its offer, too.
bool forget(Store &store, const QString &id)
{
    return store
        .write([id](Database &database) {
            return inTransaction(database, [&] {
                return unpaid::removeRecord(database,
                                            number(database, u"SELECT sequence FROM generations WHERE id = ?"_s, {id}));
            });
        })
        .result()
        .ok();
}

qint64 offersIn(Store &store)
{
    return store.read([](Database &database) { return number(database, u"SELECT count(*) FROM offers"_s); }).result();
}

} // namespace

class TestOfferBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void eachIsKeptOnce();
    void oneThatWentIsWrittenAnew_data();
    void oneThatWentIsWrittenAnew();
    void oneThatWasUndoneIsWrittenAnew();

private:
    [[nodiscard]] bool begin(const Generation &generation)
    {
        return m_journal->beginAttempt(generation, 1, sampleMoney(generation), now).result().ok();
    }
    /// What the journal has of the generation's offer.
    [[nodiscard]] Offer offerOf(const QString &id)
    {
        const std::optional<Generation> found = m_journal->find(id).result();
        return found && found->plan ? found->plan->offer : Offer();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Store> m_other; ///< as another program has it
    std::unique_ptr<Journal> m_journal;
};

void TestOfferBook::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const QString file = m_folder->filePath(u"lightwell.db"_s);
    m_store = Store::open(file).value();
    m_other = Store::open(file).value();
    m_journal = std::make_unique<Journal>(*m_store);
}

void TestOfferBook::cleanup()
{
    m_journal.reset();
    m_other.reset();
    m_store.reset();
    m_folder.reset();
}

void TestOfferBook::eachIsKeptOnce()
{
    Generation other = sampleGeneration(u"gen_4"_s);
    other.plan->offer.providerModel = u"fal-ai/flux-2-pro/v2"_s;
    for (int i = 1; i <= 3; ++i) {
        QVERIFY(begin(sampleGeneration(u"gen_%1"_s.arg(i))));
        QCOMPARE(offersIn(*m_store), 1);
    }
    QVERIFY(begin(other));
    QVERIFY(begin(sampleGeneration(u"gen_5"_s)));
    QCOMPARE(offersIn(*m_store), 2);
    QCOMPARE(offerOf(u"gen_3"_s), sampleGeneration({}).plan->offer);
    QCOMPARE(offerOf(u"gen_4"_s), other.plan->offer);
    QCOMPARE(offerOf(u"gen_5"_s), sampleGeneration({}).plan->offer);
}

void TestOfferBook::oneThatWentIsWrittenAnew_data()
{
    QTest::addColumn<bool>("byAnother");
    QTest::newRow("by this program") << false;
    QTest::newRow("by another one") << true;
}

void TestOfferBook::oneThatWentIsWrittenAnew()
{
    QFETCH(const bool, byAnother);
    for (int i = 1; i <= 2; ++i) { // now it is remembered
        QVERIFY(begin(sampleGeneration(u"gen_%1"_s.arg(i))));
    }
    for (int i = 1; i <= 2; ++i) {
        QVERIFY(forget(byAnother ? *m_other : *m_store, u"gen_%1"_s.arg(i)));
    }
    QCOMPARE(offersIn(*m_store), 0);
    QVERIFY(begin(sampleGeneration(u"gen_3"_s)));
    QCOMPARE(offersIn(*m_store), 1);
    QCOMPARE(offerOf(u"gen_3"_s), sampleGeneration({}).plan->offer);
}

/// A call that comes to nothing in its transaction leaves no offer, and nobody takes it for there.
void TestOfferBook::oneThatWasUndoneIsWrittenAnew()
{
    Generation first = sampleGeneration(u"gen_1"_s);
    first.origin.keyHash = QString(64, u'a');
    first.origin.fingerprint = QString(64, u'b');
    QVERIFY(begin(first));
    Generation refused = first; // its key has begun another one
    refused.id = u"gen_2"_s;
    refused.plan->offer.providerModel = u"fal-ai/flux-2-pro/v2"_s;
    QVERIFY(!begin(refused));
    QCOMPARE(offersIn(*m_store), 1);
    Generation allowed = refused;
    allowed.id = u"gen_3"_s;
    allowed.origin = {Origin::Kind::Window, {}};
    QVERIFY(begin(allowed));
    QCOMPARE(offersIn(*m_store), 2);
    QCOMPARE(offerOf(u"gen_3"_s), allowed.plan->offer);
}

QTEST_GUILESS_MAIN(TestOfferBook)
#include "test_offerbook.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a client may ask for again is remembered for as long as it may, and no longer.
#include "core/journal/clientcalls.h"
#include "core/journal/journal.h"
#include "core/storage/query.h"
#include "core/storage/store.h"
#include "tests/journal/journalsample.h"

using namespace Qt::StringLiterals;
using namespace lightwell;
using namespace lightwell::test;

namespace {

const QDateTime noon = QDateTime(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);
constexpr int most = 9; ///< of those that are left where all are old: the newest of the call itself, and a few before

} // namespace

class TestClientCalls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_journal.reset();
        m_store = std::move(Store::open(u":memory:"_s)).value();
        m_journal = std::make_unique<Journal>(*m_store);
        m_count = 0;
    }

    void goWhenTheyAreOld_data()
    {
        QTest::addColumn<qint64>("seconds"); ///< between the first ones and the later ones
        QTest::addColumn<bool>("gone");
        QTest::newRow("at once") << qint64(0) << false;
        QTest::newRow("as long as a key is good for") << 24LL * 60 * 60 << false;
        QTest::newRow("as long as they are kept") << clientcalls::keptSeconds << false;
        QTest::newRow("longer") << clientcalls::keptSeconds + 1 << true;
        QTest::newRow("from the future") << -(clientcalls::keptSeconds + 1) << true;
    }
    void goWhenTheyAreOld()
    {
        QFETCH(qint64, seconds);
        QFETCH(bool, gone);
        for (int i = 0; i < 40; ++i) {
            call(noon);
        }
        const QDateTime later = noon.addSecs(seconds);
        for (int i = 0; i < 10; ++i) {
            const int before = rows();
            call(later);
            QVERIFY(rows() >= before + 1 - 8); // a few at a time
        }
        QCOMPARE(rows(), gone ? 10 : 50);
        QVERIFY(m_journal->earlierCall(origin(m_count - 1), later.addSecs(-60), later).result());
    }

    void theyAreBounded()
    {
        for (int day = 0; day < 100; ++day) {
            call(noon.addDays(day * 3));
        }
        QVERIFY2(rows() <= most, QByteArray::number(rows()).constData());
    }

private:
    static Origin origin(int number) { return {Origin::Kind::Gateway, u"cl_1"_s, QString(), u"call %1"_s.arg(number)}; }
    void call(const QDateTime &when)
    {
        Generation generation = sampleGeneration(u"gen_%1"_s.arg(m_count));
        generation.request.images.clear();
        generation.request.mask.reset();
        generation.plan->request = generation.request;
        generation.origin = origin(m_count++);
        generation.createdAt = when;
        QVERIFY(m_journal->beginAttempt(generation, 0, sampleMoney(generation), when).result().ok());
    }
    int rows()
    {
        return m_store
            ->run([](Database &database) {
                Result<Rows> count = execute(database, u"SELECT count(*) FROM client_calls"_s);
                return count && count.value().next() ? count.value().value(0).toInt() : -1;
            })
            .result();
    }

    std::unique_ptr<Store> m_store;
    std::unique_ptr<Journal> m_journal;
    int m_count = 0;
};

QTEST_GUILESS_MAIN(TestClientCalls)
#include "test_clientcalls.moc"

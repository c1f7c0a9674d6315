// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/responserows.h"
#include "core/journal/wordrows.h"
#include "core/storage/query.h"
#include "core/storage/store.h"
#include "core/storage/transaction.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace lightwell;
using namespace lightwell::wordrows;

namespace {

const QDateTime now = QDateTime(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);

AnswerRow words(const QString &generation, const QString &client = u"cl_1"_s, const QDateTime &when = now)
{
    return {generation, client, when, "data: gr\xc3\xbc\xc3\x9f\n\n"};
}

} // namespace

/// The answers that clients may ask for once more: whose they are, how many, and for how long.
class TestWordRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_store = std::move(Store::open(u":memory:"_s)).value(); }
    void readsWhatWasWritten();
    void areNoAnswersToGoOnWith();
    void theOldestGo_data();
    void theOldestGo();
    void goWithWhatTheyBelongTo();

private:
    template<typename Work>
    auto inStore(Work work)
    {
        return m_store
            ->write([work](Database &database) { return inTransaction(database, [&] { return work(database); }); })
            .result();
    }
    Status write(const AnswerRow &kept, const Bounds &bounds = {})
    {
        return inStore([=](Database &database) { return wordrows::write(database, kept, bounds); });
    }
    QByteArray text(const QString &generation, const QString &client = u"cl_1"_s, const QDateTime &when = now)
    {
        const auto found =
            m_store->read([=](Database &database) { return wordrows::find(database, generation, client, when); })
                .result();
        return found ? found->value_or("none") : "error"_ba;
    }
    std::unique_ptr<Store> m_store;
};

void TestWordRows::readsWhatWasWritten()
{
    QVERIFY(write(words(u"gen_1"_s)));
    QCOMPARE(text(u"gen_1"_s), words({}).text);
    QCOMPARE(text(u"gen_2"_s), "none"_ba);
    QCOMPARE(text(u"gen_1"_s, u"cl_2"_s), "none"_ba);
    QCOMPARE(text(u"gen_1"_s, u"cl_1"_s, now.addDays(2)), words({}).text);
    QCOMPARE(text(u"gen_1"_s, u"cl_1"_s, now.addDays(2).addSecs(1)), "none"_ba); // nobody can ask for it any more
    QVERIFY(!write(words(u"gen_1"_s))); // a call is answered once
}

/// Though they lie in one table.
void TestWordRows::areNoAnswersToGoOnWith()
{
    QVERIFY(write(words(u"gen_1"_s)));
    const QDateTime longAgo = now.addDays(-1000);
    for (const QString &id : {u"gen_1"_s, u"words:gen_1"_s}) {
        const auto kept =
            m_store->read([=](Database &database) { return responserows::find(database, id, u"cl_1"_s, longAgo); })
                .result();
        QVERIFY(kept && !*kept);
        const auto removed =
            inStore([=](Database &database) { return responserows::remove(database, id, u"cl_1"_s, longAgo); });
        QVERIFY(removed && !*removed);
    }
    const responserows::StoredResponse after {u"resp_1"_s, u"cl_1"_s, u"gen_2"_s, now,
                                              "[]",        "{}",      {},         u"words:gen_1"_s};
    QVERIFY(!inStore([=](Database &database) { return responserows::write(database, after, {}); }));
    QCOMPARE(text(u"gen_1"_s), words({}).text);
}

void TestWordRows::theOldestGo_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<qint64>("bytesOfOne");
    QTest::addColumn<bool>("isWritten"); ///< the third
    const qint64 size = words({}).text.size();
    QTest::newRow("too many") << 2 << 100 * size << size << true;
    QTest::newRow("too large together") << 100 << 2 * size << size << true;
    QTest::newRow("too large by itself") << 100 << 100 * size << size - 1 << false;
}

void TestWordRows::theOldestGo()
{
    QFETCH(const int, count);
    QFETCH(const qint64, bytes);
    QFETCH(const qint64, bytesOfOne);
    QFETCH(const bool, isWritten);
    const Bounds bounds {count, bytes, bytesOfOne};
    QVERIFY(write(words(u"gen_old"_s, u"cl_2"_s, now.addDays(-3))));
    QVERIFY(write(words(u"gen_other"_s, u"cl_2"_s)));
    QVERIFY(write(words(u"gen_1"_s)));
    QVERIFY(write(words(u"gen_2"_s)));
    QCOMPARE(write(words(u"gen_3"_s), bounds).ok(), isWritten);
    QCOMPARE(text(u"gen_1"_s), isWritten ? "none"_ba : words({}).text);
    QCOMPARE(text(u"gen_2"_s), words({}).text);
    QCOMPARE(text(u"gen_3"_s), isWritten ? words({}).text : "none"_ba);
    QCOMPARE(text(u"gen_other"_s, u"cl_2"_s), words({}).text); // another's do not count
    QCOMPARE(text(u"gen_old"_s, u"cl_2"_s, now.addDays(-3)), "none"_ba); // not even on the disk
}

void TestWordRows::goWithWhatTheyBelongTo()
{
    QVERIFY(write(words(u"gen_1"_s)));
    QVERIFY(write(words(u"gen_2"_s)));
    QVERIFY(write(words(u"gen_3"_s, u"cl_2"_s)));
    QVERIFY(inStore([](Database &database) { return responserows::removeAbout(database, u"gen_1"_s); }));
    QCOMPARE(text(u"gen_1"_s), "none"_ba);
    QCOMPARE(text(u"gen_2"_s), words({}).text);
    for (const QString &sql :
         {u"INSERT INTO clients (id, name, key_hash, key_hint, created_at) VALUES ('cl_1', 'notes', 'h', 'k', 0)"_s,
          u"UPDATE clients SET revoked = 1 WHERE id = 'cl_1'"_s}) {
        QVERIFY(inStore([=](Database &database) { return change(database, sql); }));
    }
    QCOMPARE(text(u"gen_2"_s), "none"_ba);
    QCOMPARE(text(u"gen_3"_s, u"cl_2"_s), words({}).text);
}

QTEST_GUILESS_MAIN(TestWordRows)
#include "test_wordrows.moc"

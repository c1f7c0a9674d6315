// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/responserows.h"
#include "core/storage/query.h"
#include "core/storage/store.h"
#include "core/storage/transaction.h"

using namespace Qt::StringLiterals;
using namespace lightwell;
using namespace lightwell::responserows;

namespace {

const QDateTime now = QDateTime(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);
const QDateTime longAgo = now.addDays(-1000);

StoredResponse response(const QString &id, const QString &client = u"cl_1"_s, const QDateTime &when = now)
{
    return {id, client, u"gen_"_s + id, when, R"([{"id":"msg_1"}])", R"({"id":"x","output":[]})"};
}

} // namespace

/// The answers that clients may go on with: whose they are, and how many.
class TestResponseRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsWhatWasWritten();
    void eachClientHasItsOwn();
    void itemsAreFoundByName();
    void theOldestGo_data();
    void theOldestGo();
    void whatIsOldIsGone();
    void goesWithWhatItIsAbout();
    void goesWithItsClient();

private:
    Status write(const StoredResponse &response, const Bounds &bounds = {})
    {
        return m_store
            ->write([response, bounds](Database &database) {
                return inTransaction(database, [&] { return responserows::write(database, response, bounds); });
            })
            .result();
    }
    bool has(const QString &id, const QString &client = u"cl_1"_s, const QDateTime &oldest = longAgo)
    {
        const auto found =
            m_store->read([=](Database &database) { return responserows::find(database, id, client, oldest); })
                .result();
        return found && found->has_value();
    }
    void run(const QString &sql)
    {
        const auto done = m_store->run([sql](Database &database) { return change(database, sql).ok(); }).result();
        QVERIFY(done);
    }
    std::unique_ptr<Store> m_store;
};

void TestResponseRows::init()
{
    m_store = std::move(Store::open(u":memory:"_s)).value();
}

void TestResponseRows::readsWhatWasWritten()
{
    StoredResponse kept = response(u"resp_1"_s);
    kept.input = "[{\"text\":\"Gr\xc3\xbc\xc3\x9f Gott \\u0000\"}]";
    QVERIFY(write(kept));
    const auto found =
        m_store->read([](Database &database) { return responserows::find(database, u"resp_1"_s, u"cl_1"_s, now); })
            .result();
    QVERIFY(found && *found);
    QCOMPARE(**found, kept);
    QVERIFY(!write(kept)); // nobody is given the name of another
}

void TestResponseRows::eachClientHasItsOwn()
{
    QVERIFY(write(response(u"resp_1"_s)));
    QVERIFY(!has(u"resp_1"_s, u"cl_2"_s));
    QVERIFY(!has(u"resp_1"_s, u""_s));
    const auto removed = [this](const QString &client) {
        return m_store
            ->write([client](Database &database) {
                return inTransaction(database,
                                     [&] { return responserows::remove(database, u"resp_1"_s, client, longAgo); });
            })
            .result();
    };
    QCOMPARE(*removed(u"cl_2"_s), false);
    QVERIFY(has(u"resp_1"_s));
    QCOMPARE(*removed(u"cl_1"_s), true);
    QVERIFY(!has(u"resp_1"_s));
    QCOMPARE(*removed(u"cl_1"_s), false);
}

void TestResponseRows::itemsAreFoundByName()
{
    StoredResponse older = response(u"resp_1"_s);
    older.items = {u"msg_1"_s, u"msg_1"_s};
    StoredResponse newer = response(u"resp_2"_s);
    newer.items = {u"msg_1"_s, u"msg_2"_s};
    newer.response = R"({"id":"newer"})";
    QVERIFY(write(older));
    QVERIFY(write(newer));
    const auto found = [this](const QString &item, const QString &client = u"cl_1"_s) {
        const auto response =
            m_store->read([=](Database &database) { return responserows::findByItem(database, item, client, longAgo); })
                .result();
        return response ? response->value_or("none") : "error"_ba;
    };
    QCOMPARE(found(u"msg_1"_s), newer.response);
    QCOMPARE(found(u"msg_2"_s), newer.response);
    QCOMPARE(found(u"msg_3"_s), "none"_ba);
    QCOMPARE(found(u"msg_1"_s, u"cl_2"_s), "none"_ba);
    run(u"DELETE FROM stored_responses WHERE id = 'resp_2'"_s);
    QCOMPARE(found(u"msg_1"_s), older.response);
    QCOMPARE(found(u"msg_2"_s), "none"_ba);
}

void TestResponseRows::theOldestGo_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<qint64>("bytes");
    const StoredResponse one = response(u"resp_1"_s);
    const qint64 size = one.input.size() + one.response.size();
    QTest::newRow("too many") << 2 << 100 * size;
    QTest::newRow("too large together") << 100 << 2 * size;
}

void TestResponseRows::theOldestGo()
{
    QFETCH(const int, count);
    QFETCH(const qint64, bytes);
    const Bounds bounds {30, count, bytes};
    QVERIFY(write(response(u"resp_other"_s, u"cl_2"_s), bounds));
    for (const QString &id : {u"resp_1"_s, u"resp_2"_s, u"resp_3"_s}) {
        QVERIFY(write(response(id), bounds));
    }
    QVERIFY(!has(u"resp_1"_s));
    QVERIFY(has(u"resp_2"_s));
    QVERIFY(has(u"resp_3"_s));
    QVERIFY(has(u"resp_other"_s, u"cl_2"_s)); // another's do not count
}

void TestResponseRows::whatIsOldIsGone()
{
    QVERIFY(write(response(u"resp_1"_s, u"cl_1"_s, now.addDays(-31))));
    QVERIFY(has(u"resp_1"_s));
    QVERIFY(!has(u"resp_1"_s, u"cl_1"_s, now.addDays(-30)));
    QVERIFY(write(response(u"resp_2"_s, u"cl_2"_s)));
    QVERIFY(!has(u"resp_1"_s)); // not even on the disk
    QVERIFY(has(u"resp_2"_s, u"cl_2"_s));
}

void TestResponseRows::goesWithWhatItIsAbout()
{
    StoredResponse drawn = response(u"resp_1"_s);
    drawn.response = R"({"output":[{"id":"ig_gen_boat"}]})";
    StoredResponse after = response(u"resp_2"_s);
    after.input = R"([{"id":"ig_gen_boat"}])";
    for (const StoredResponse &one : {drawn, after, response(u"resp_3"_s), response(u"resp_4"_s)}) {
        QVERIFY(write(one));
    }
    for (const QString &generation : {u"gen_boat"_s, u"gen_resp_3"_s}) {
        const Status removed =
            m_store
                ->write([generation](Database &database) {
                    return inTransaction(database, [&] { return responserows::removeAbout(database, generation); });
                })
                .result();
        QVERIFY(removed);
    }
    QVERIFY(!has(u"resp_1"_s));
    QVERIFY(!has(u"resp_2"_s));
    QVERIFY(!has(u"resp_3"_s));
    QVERIFY(has(u"resp_4"_s));
}

void TestResponseRows::goesWithItsClient()
{
    run(u"INSERT INTO clients (id, name, key_hash, key_hint, created_at) VALUES ('cl_1', 'notes', 'h', 'k', 0)"_s);
    QVERIFY(write(response(u"resp_1"_s)));
    QVERIFY(write(response(u"resp_2"_s, u"cl_2"_s)));
    run(u"UPDATE clients SET revoked = 1 WHERE id = 'cl_1'"_s);
    QVERIFY(!has(u"resp_1"_s));
    QVERIFY(has(u"resp_2"_s, u"cl_2"_s));
}

QTEST_GUILESS_MAIN(TestResponseRows)
#include "test_responserows.moc"

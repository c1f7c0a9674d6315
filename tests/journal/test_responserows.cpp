// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/responseitems.h"
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

/// "q1" was said, and "a1" is the answer, which goes on with another (empty: none).
StoredResponse turn(int number, const QString &previous = {}, const QDateTime &when = now)
{
    const QByteArray digits = QByteArray::number(number);
    StoredResponse said = response(u"resp_"_s + QString::fromLatin1(digits), u"cl_1"_s, when);
    said.input = R"([{"id":"q)" + digits + R"("}])";
    said.response = R"({"output":[{"id":"a)" + digits + R"("}]})";
    said.previous = previous;
    return said;
}

} // namespace

/// The answers that clients may go on with: whose they are, what comes before them, and how many.
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
    void eachKeepsItsOwnTurn();
    void whatWasKeptWholeIsGoneOnWith();
    void aLongConversationIsCopiedNowAndThen();
    void aConversationHasABound();
    void goesOnOnlyWithWhatIsThere();
    void whatIsDeletedGoesToItsFollowers();
    void whatIsNeededStays();
    void conversationsGoWhole();
    void purgesWhatFollows_data();
    void purgesWhatFollows();
    void circlesAreNotFollowed();

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
    bool remove(const QString &id)
    {
        const auto removed = m_store
                                 ->write([id](Database &database) {
                                     return inTransaction(database, [&] {
                                         return responserows::remove(database, id, u"cl_1"_s, longAgo);
                                     });
                                 })
                                 .result();
        return removed && *removed;
    }
    /// All that was said before an answer, and then it; "none".
    QByteArray conversation(const QString &id)
    {
        const auto found = m_store
                               ->read([id](Database &database) {
                                   return responserows::findConversation(database, id, u"cl_1"_s, longAgo);
                               })
                               .result();
        if (!found) {
            return "error";
        }
        if (!*found) {
            return "none";
        }
        QStringList names;
        const QByteArrayList items = (*found)->before + responseitems::outputOf((*found)->response);
        for (const QByteArray &item : items) {
            names.append(responseitems::idOf(item));
        }
        return names.join(u' ').toLatin1();
    }
    qint64 number(const QString &sql)
    {
        return m_store
            ->run([sql](Database &database) -> qint64 {
                Result<Rows> rows = execute(database, sql);
                return rows && rows.value().next() ? rows.value().value(0).toLongLong() : -1;
            })
            .result();
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

void TestResponseRows::eachKeepsItsOwnTurn()
{
    constexpr int turns = 60;
    QByteArray said;
    for (int i = 1; i <= turns; ++i) {
        QVERIFY(write(turn(i, i == 1 ? QString() : u"resp_%1"_s.arg(i - 1))));
        said += (i == 1 ? "q" : " q") + QByteArray::number(i) + " a" + QByteArray::number(i);
    }
    QCOMPARE(conversation(u"resp_60"_s), said);
    QCOMPARE(conversation(u"resp_2"_s), "q1 a1 q2 a2"_ba);
    // The last row takes no more room than the second.
    QCOMPARE(number(u"SELECT max(bytes) - min(bytes) < 100 FROM stored_responses WHERE id <> 'resp_1'"_s), 1);
    QCOMPARE(number(u"SELECT max(bytes) - min(length(input) + length(response)) < 100 FROM stored_responses "
                    "WHERE id <> 'resp_1'"_s),
             1);
}

/// As earlier releases have left it: all of the conversation in one row.
void TestResponseRows::whatWasKeptWholeIsGoneOnWith()
{
    run(u"INSERT INTO stored_responses (id, client, generation, created_at, bytes, input, response) VALUES ('resp_2', "
        "'cl_1', 'gen_2', %1, 100, '[{\"id\":\"q1\"},{\"id\":\"a1\"},{\"id\":\"q2\"}]', "
        "'{\"previous_response_id\":\"resp_1\",\"output\":[{\"id\":\"a2\"}]}')"_s.arg(now.toMSecsSinceEpoch()));
    QCOMPARE(conversation(u"resp_2"_s), "q1 a1 q2 a2"_ba);
    QVERIFY(write(turn(3, u"resp_2"_s)));
    QCOMPARE(conversation(u"resp_3"_s), "q1 a1 q2 a2 q3 a3"_ba);
    QVERIFY(remove(u"resp_2"_s));
    QCOMPARE(conversation(u"resp_3"_s), "q1 a1 q2 a2 q3 a3"_ba);
}

void TestResponseRows::aLongConversationIsCopiedNowAndThen()
{
    Bounds bounds;
    bounds.longestChain = 2;
    for (int i = 1; i <= 5; ++i) {
        QVERIFY(write(turn(i, i == 1 ? QString() : u"resp_%1"_s.arg(i - 1)), bounds));
    }
    QCOMPARE(conversation(u"resp_5"_s), "q1 a1 q2 a2 q3 a3 q4 a4 q5 a5"_ba);
    QVERIFY(write(turn(6, u"resp_5"_s), bounds));
    // The fourth has what came before it itself: nobody needs the first for those behind it.
    run(u"DELETE FROM stored_responses WHERE id IN ('resp_1', 'resp_2', 'resp_3')"_s);
    QCOMPARE(conversation(u"resp_6"_s), "q1 a1 q2 a2 q3 a3 q4 a4 q5 a5 q6 a6"_ba);
}

void TestResponseRows::aConversationHasABound()
{
    Bounds bounds;
    bounds.bytesOfOne = 500;
    QVERIFY(write(turn(1), bounds));
    int kept = 1;
    while (kept < 50 && write(turn(kept + 1, u"resp_%1"_s.arg(kept)), bounds)) {
        ++kept;
    }
    QVERIFY2(kept > 2 && kept < 20, qPrintable(QString::number(kept)));
    QVERIFY(write(turn(90), bounds)); // another begins
}

void TestResponseRows::goesOnOnlyWithWhatIsThere()
{
    QVERIFY(write(response(u"resp_1"_s, u"cl_2"_s)));
    for (const QString &previous : {u"resp_0"_s, u"resp_1"_s}) { // nobody's, and another client's
        const Status written = write(turn(2, previous));
        QVERIFY(!written);
        QCOMPARE(written.error().kind, ErrorKind::Invalid);
        QVERIFY(!has(u"resp_2"_s));
    }
}

void TestResponseRows::whatIsDeletedGoesToItsFollowers()
{
    QVERIFY(write(turn(1)));
    QVERIFY(write(turn(2, u"resp_1"_s)));
    QVERIFY(write(turn(3, u"resp_2"_s)));
    QVERIFY(write(turn(4, u"resp_2"_s))); // another way to go on
    QVERIFY(remove(u"resp_2"_s));
    QVERIFY(!has(u"resp_2"_s));
    QCOMPARE(conversation(u"resp_3"_s), "q1 a1 q2 a2 q3 a3"_ba);
    QCOMPARE(conversation(u"resp_4"_s), "q1 a1 q2 a2 q4 a4"_ba);
    QVERIFY(remove(u"resp_1"_s)); // the one before is linked to both
    QCOMPARE(conversation(u"resp_3"_s), "q1 a1 q2 a2 q3 a3"_ba);
    QCOMPARE(conversation(u"resp_4"_s), "q1 a1 q2 a2 q4 a4"_ba);
    QCOMPARE(number(u"SELECT sum(bytes = length(input) + length(response)) FROM stored_responses"_s), 2);
    QVERIFY(write(turn(5, u"resp_4"_s)));
    QCOMPARE(conversation(u"resp_5"_s), "q1 a1 q2 a2 q4 a4 q5 a5"_ba);
    QVERIFY(remove(u"resp_4"_s));
    QVERIFY(remove(u"resp_3"_s));
    QVERIFY(remove(u"resp_5"_s));
    QCOMPARE(number(u"SELECT count(*) FROM stored_response_items"_s), 0);
}

void TestResponseRows::whatIsNeededStays()
{
    QVERIFY(write(turn(1, {}, now.addDays(-50))));
    QVERIFY(write(turn(2, u"resp_1"_s, now.addDays(-40))));
    QVERIFY(write(turn(3, u"resp_2"_s, now.addDays(-20))));
    QVERIFY(write(turn(4, {}, now.addDays(-40)))); // nobody goes on with this
    QVERIFY(write(turn(5, u"resp_1"_s, now.addDays(-35)))); // nor with this
    QVERIFY(write(response(u"resp_other"_s)));
    QVERIFY(!has(u"resp_4"_s));
    QVERIFY(!has(u"resp_5"_s));
    QVERIFY(!has(u"resp_2"_s, u"cl_1"_s, now.addDays(-30))); // too old to be asked for
    QCOMPARE(conversation(u"resp_3"_s), "q1 a1 q2 a2 q3 a3"_ba);
    QVERIFY(write(response(u"resp_later"_s, u"cl_1"_s, now.addDays(11))));
    QVERIFY(!has(u"resp_1"_s)); // with the last that needed it
    QVERIFY(!has(u"resp_3"_s));
    QVERIFY(has(u"resp_other"_s));
}

void TestResponseRows::conversationsGoWhole()
{
    Bounds bounds;
    bounds.count = 4;
    QVERIFY(write(turn(1), bounds));
    QVERIFY(write(turn(2), bounds));
    QVERIFY(write(turn(3, u"resp_2"_s), bounds));
    QVERIFY(write(turn(4, u"resp_1"_s), bounds)); // the older beginning is the one that was gone on with last
    QVERIFY(write(turn(5, u"resp_4"_s), bounds));
    QVERIFY(!has(u"resp_2"_s));
    QVERIFY(!has(u"resp_3"_s));
    QCOMPARE(conversation(u"resp_5"_s), "q1 a1 q4 a4 q5 a5"_ba);
}

void TestResponseRows::purgesWhatFollows_data()
{
    QTest::addColumn<bool>("isDeleted"); ///< before
    QTest::addColumn<int>("longest");
    QTest::newRow("linked") << false << 100;
    QTest::newRow("deleted, and with its followers") << true << 100;
    QTest::newRow("copied") << false << 1;
}

void TestResponseRows::purgesWhatFollows()
{
    QFETCH(const bool, isDeleted);
    QFETCH(const int, longest);
    Bounds bounds;
    bounds.longestChain = longest;
    QVERIFY(write(turn(1), bounds));
    QVERIFY(write(turn(2, u"resp_1"_s), bounds));
    QVERIFY(write(turn(3, u"resp_2"_s), bounds));
    QVERIFY(write(turn(4, u"resp_3"_s), bounds));
    QVERIFY(!isDeleted || remove(u"resp_2"_s));
    const Status purged =
        m_store
            ->write([](Database &database) {
                return inTransaction(database, [&] { return responserows::removeAbout(database, u"gen_resp_2"_s); });
            })
            .result();
    QVERIFY(purged);
    QVERIFY(has(u"resp_1"_s));
    for (const QString &id : {u"resp_2"_s, u"resp_3"_s, u"resp_4"_s}) {
        QVERIFY2(!has(id), qPrintable(id));
    }
}

/// Of a damaged file.
void TestResponseRows::circlesAreNotFollowed()
{
    QVERIFY(write(turn(1)));
    QVERIFY(write(turn(2, u"resp_1"_s)));
    run(u"UPDATE stored_responses SET input = '{\"previous\":\"resp_2\",\"items\":[]}' WHERE id = 'resp_1'"_s);
    QCOMPARE(conversation(u"resp_2"_s), "none"_ba);
    QVERIFY(has(u"resp_2"_s)); // it can be looked at, and deleted
    QVERIFY(remove(u"resp_2"_s));
}

QTEST_GUILESS_MAIN(TestResponseRows)
#include "test_responserows.moc"

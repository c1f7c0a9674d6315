// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrations.h"
#include "core/storage/query.h"
#include "core/storage/sqlite/sqlitebackend.h"
#include "core/storage/storagereasons.h"
#include "core/storage/store.h"
#include "core/storage/transaction.h"

#include <QDir>
#include <QFileInfo>
#include <QSqlDatabase>

#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using namespace lightwell;

namespace {

int number(Database &database, const QString &sql)
{
    Result<Rows> query = execute(database, sql);
    return query && query.value().next() ? query.value().value(0).toInt() : -1;
}

/// A connection of the test's own, as another program would have it.
class Connection
{
public:
    explicit Connection(const QString &file)
        : m_backend(file)
        , m_connection(QSqlDatabase::addDatabase(m_backend.driver(), u"other"_s))
        , m_database(std::make_unique<Database>(m_connection, m_backend))
        , database(*m_database)
    {
        m_connection.setDatabaseName(file);
        m_connection.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=50"_s);
        opened = m_connection.open();
    }
    ~Connection()
    {
        m_database.reset();
        m_connection = QSqlDatabase();
        QSqlDatabase::removeDatabase(u"other"_s);
    }

private:
    SqliteBackend m_backend;
    QSqlDatabase m_connection;
    std::unique_ptr<Database> m_database;

public:
    Database &database;
    bool opened = false;
};

} // namespace

class TestStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensAsTheLedgerNeedsIt();
    void keepsOrderFromManyThreads();
    void keepsStatementsApart();
    void keepsWhatRunsAgain();
    void carriesOutWhatIsQueuedBeforeClosing();
    void worksOnItsOwnThreadOnly();
    void rollsBackWhatIsNotCommitted();
    void theLogShrinksAgain();
    void twoStoresShareAFile();
    void refusesPolitely_data();
    void refusesPolitely();
    void movesAnOlderFileOnAfterABackup();
    void theFirstBackupStays();
    void halfOfANewerOneNamesTheBackup();
    void severalProgramsMoveItOnAtOnce();
    void leavesTheFileWhenAStepFails();
    void saysWhenAnotherProgramBlocks();
    void waitsOnceForAnotherProgram();
    void aStartWaitsOnceToo();
    void saysWhatTheDiskRefuses_data();
    void saysWhatTheDiskRefuses();

private:
    QString file(const QString &name) const { return m_folder.filePath(name); }
    QTemporaryDir m_folder;
};

void TestStore::opensAsTheLedgerNeedsIt()
{
    const QString path = file(u"fresh.db"_s);
    auto store = Store::open(path);
    QVERIFY(store.ok());
    const auto pragma = [&](const QString &name) {
        return (*store)
            ->run([name](Database &database) {
                Result<Rows> query = execute(database, u"PRAGMA "_s + name);
                return query && query.value().next() ? query.value().value(0).toString() : QString();
            })
            .result();
    };
    QCOMPARE(pragma(u"journal_mode"_s), u"wal"_s);
    QCOMPARE(pragma(u"synchronous"_s), u"2"_s);
    QCOMPARE(pragma(u"foreign_keys"_s), u"1"_s);
    QCOMPARE(pragma(u"busy_timeout"_s).toInt(), Database::untold.count());
    QCOMPARE(pragma(u"user_version"_s).toLongLong(), SqliteBackend(path).migrations().size());
    constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s}) {
        QVERIFY2(QFileInfo::exists(path + suffix), qPrintable(suffix));
        QVERIFY2((QFile::permissions(path + suffix) & others) == 0, qPrintable(suffix));
    }
}

void TestStore::keepsOrderFromManyThreads()
{
    auto store = Store::open(u":memory:"_s);
    QVERIFY(store.ok());
    constexpr int threads = 8;
    constexpr int each = 200;
    QList<QList<int>> seen(threads);
    std::vector<std::thread> posters;
    for (int poster = 0; poster < threads; ++poster) {
        posters.emplace_back([&, poster] {
            for (int step = 0; step < each; ++step) {
                (void)(*store)->run([&seen, poster, step](Database &) { seen[poster].append(step); });
            }
        });
    }
    for (std::thread &poster : posters) {
        poster.join();
    }
    (*store)->run([](Database &) {}).waitForFinished();
    for (const QList<int> &steps : std::as_const(seen)) {
        QCOMPARE(steps.size(), each);
        QVERIFY(std::is_sorted(steps.begin(), steps.end()));
    }
}

void TestStore::keepsStatementsApart()
{
    const auto store = Store::open(u":memory:"_s);
    QVERIFY(store.ok());
    const auto work = [](Database &database) {
        QList<int> seen;
        const QString sql =
            u"WITH RECURSIVE n(i) AS (VALUES (?) UNION ALL SELECT i + 1 FROM n WHERE i < 3) SELECT * FROM n"_s;
        Result<Rows> outer = execute(database, sql, {1});
        while (outer && outer.value().next()) {
            // The same statement, while the first is still read; and again with other values.
            Result<Rows> inner = execute(database, sql, {outer.value().value(0)});
            while (inner && inner.value().next()) {
                seen.append(10 * outer.value().value(0).toInt() + inner.value().value(0).toInt());
            }
        }
        // A value that is missing is NULL, never one of an earlier run.
        for (const QVariantList &values : {QVariantList {7}, QVariantList {}}) {
            Result<Rows> rows = execute(database, u"SELECT coalesce(?, 0)"_s, values);
            seen.append(rows && rows.value().next() ? rows.value().value(0).toInt() : -1);
        }
        return seen;
    };
    QCOMPARE((*store)->run(work).result(), (QList<int> {11, 12, 13, 22, 23, 33, 7, 0}));
}

void TestStore::keepsWhatRunsAgain()
{
    const auto store = Store::open(u":memory:"_s);
    QVERIFY(store.ok());
    const auto work = [](Database &database) {
        for (int once = 0; once < 300; ++once) {
            static_cast<void>(execute(database, u"SELECT %1"_s.arg(once)));
        }
        const QString sql = u"SELECT ?"_s;
        std::optional<QSqlError> error;
        Database::Taken first = database.take(sql, error);
        const Statement *prepared = first.statement.get();
        const bool isAnother = database.take(sql, error).statement.get() != prepared;
        Database::giveBack(std::move(first));
        const QByteArray large(1'000'000, 'x');
        static_cast<void>(execute(database, sql, {large}));
        const bool isLetGo = large.isDetached();
        Database::Taken again = database.take(sql, error);
        const bool isKept = again.statement.get() == prepared;
        Database::giveBack(std::move(again));
        static_cast<void>(execute(database, sql, {1, 2})); // fails, and is prepared anew
        const Database::Taken fresh = database.take(sql, error);
        return QList<bool> {isAnother, isKept, isLetGo, fresh.statement && fresh.place && !error};
    };
    // The million bytes do not stay in memory.
    QCOMPARE((*store)->run(work).result(), (QList<bool> {true, true, true, true}));
}

void TestStore::carriesOutWhatIsQueuedBeforeClosing()
{
    int done = 0;
    int followed = 0;
    {
        auto store = Store::open(u":memory:"_s);
        QVERIFY(store.ok());
        Store *raw = store->get();
        for (int i = 0; i < 100; ++i) {
            (void)raw->run([&done, &followed, raw](Database &) {
                ++done;
                (void)raw->run([&followed](Database &) { ++followed; }); // even what such work asks for
            });
        }
    }
    QCOMPARE(done, 100);
    QCOMPARE(followed, 100);
}

void TestStore::worksOnItsOwnThreadOnly()
{
    auto store = Store::open(u":memory:"_s);
    QVERIFY(store.ok());
    const auto where = [&] { return (*store)->run([](Database &) { return QThread::currentThread(); }).result(); };
    QThread *first = where();
    QVERIFY(first != QThread::currentThread());
    QThread *second = nullptr;
    std::thread([&] { second = where(); }).join();
    QCOMPARE(first, second);
}

void TestStore::rollsBackWhatIsNotCommitted()
{
    auto store = Store::open(u":memory:"_s);
    QVERIFY(store.ok());
    const QString insert = u"INSERT INTO budgets (limit_micros, period, provider, client) VALUES (1, 'day', 'a', '')"_s;
    const auto attempt = [&](bool fail) {
        return (*store)
            ->run([insert, fail](Database &database) {
                const Status status = inTransaction(database, [&]() -> Status {
                    if (const Result<int> rows = change(database, insert); !rows) {
                        return rows.error();
                    }
                    return fail ? Status(notSent(ErrorKind::Internal, u"no"_s)) : Status(Success());
                });
                return std::pair(status.ok(), number(database, u"SELECT count(*) FROM budgets"_s));
            })
            .result();
    };
    QCOMPARE(attempt(true), std::pair(false, 0));
    QCOMPARE(attempt(false), std::pair(true, 1));
}

/// While a program is open, its -wal file does not stay as large as the largest write ever made it.
void TestStore::theLogShrinksAgain()
{
    const QString path = file(u"log.db"_s);
    auto store = Store::open(path);
    QVERIFY(store.ok());
    const auto write = [&](int bytes) {
        return (*store)
            ->run([bytes](Database &database) {
                return change(database, u"INSERT OR REPLACE INTO gateway_state (name, value) VALUES ('a', ?)"_s,
                              {QByteArray(bytes, 'x')})
                    .ok();
            })
            .result();
    };
    QVERIFY(write(40'000'000));
    QVERIFY(QFileInfo(path + u"-wal"_s).size() > 40'000'000);
    QVERIFY(write(1));
    QVERIFY(write(2));
    QVERIFY(QFileInfo(path + u"-wal"_s).size() <= 8 * 1024 * 1024);
}

void TestStore::twoStoresShareAFile()
{
    const QString path = file(u"shared.db"_s);
    // Both make the file at the same time, then both write: nobody fails, nothing is lost.
    constexpr int each = 25;
    const auto writer = [&](const QString &provider) {
        auto store = Store::open(path);
        int written = 0;
        for (int i = 0; store && i < each; ++i) {
            written +=
                (*store)
                    ->run([provider, i](Database &database) {
                        const Status done = inTransaction(database, [&]() -> Status {
                            const int before = number(database, u"SELECT count(*) FROM budgets"_s);
                            const Result<int> rows = change(
                                database,
                                u"INSERT INTO budgets (limit_micros, period, provider, client) VALUES (?, ?, ?, '')"_s,
                                {before, QString::number(i), provider});
                            return rows ? Status(Success()) : Status(rows.error());
                        });
                        return done.ok() ? 1 : 0;
                    })
                    .result();
        }
        return written;
    };
    int first = 0;
    int second = 0;
    std::thread one([&] { first = writer(u"one"_s); });
    std::thread two([&] { second = writer(u"two"_s); });
    one.join();
    two.join();
    QCOMPARE(first, each);
    QCOMPARE(second, each);
    auto store = Store::open(path);
    QVERIFY(store.ok());
    const int distinct =
        (*store)
            ->run([](Database &db) { return number(db, u"SELECT count(DISTINCT limit_micros) FROM budgets"_s); })
            .result();
    QCOMPARE(distinct, 2 * each); // each saw everything that was written before it
}

void TestStore::refusesPolitely_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    QTest::newRow("a newer version") << u"PRAGMA user_version = 9999"_s << QByteArray() << u"database_newer"_s;
    QTest::newRow("another program's") << u"CREATE TABLE songs (id)"_s << QByteArray() << u"database_of_another"_s;
    QTest::newRow("below the first version") << u"PRAGMA user_version = -1"_s << QByteArray() << u"database_damaged"_s;
    QTest::newRow("no database") << QString() << QByteArray(8192, 'x') << u"database_damaged"_s;
}

void TestStore::refusesPolitely()
{
    QFETCH(const QString, sql);
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, code);
    const QString path = file(QString::fromLatin1(QTest::currentDataTag()) + u".db"_s);
    if (!sql.isEmpty()) {
        Connection other(path);
        QVERIFY(change(other.database, sql).ok());
    } else {
        QFile raw(path);
        QVERIFY(raw.open(QIODevice::WriteOnly) && raw.write(bytes) == bytes.size());
    }
    for (const bool readOnly : {false, true}) {
        if (readOnly && sql.startsWith("CREATE"_L1)) {
            continue; // of version 0, which is an older one
        }
        const auto store = readOnly ? Store::openReadOnly(path) : Store::open(path);
        QVERIFY(!store.ok());
        QCOMPARE(store.error().kind, ErrorKind::Storage);
        QCOMPARE(store.error().billing, Billing::NotBilled);
        QCOMPARE(store.error().reason.code, code);
    }
}

void TestStore::movesAnOlderFileOnAfterABackup()
{
    const QString path = file(u"older.db"_s);
    Connection other(path);
    QVERIFY(migrate(other.database, {u"CREATE TABLE a (x);\n"_s}).ok());
    QVERIFY(!QFileInfo::exists(path + u".v1.backup"_s)); // there was nothing to lose
    QVERIFY(change(other.database, u"INSERT INTO a VALUES (7)"_s).ok());
    const QList<Migration> steps = {u"CREATE TABLE a (x);\n"_s,
                                    u"ALTER TABLE a ADD COLUMN y;\n-- why\nUPDATE a SET y = 8;\n"_s};
    QVERIFY(migrate(other.database, steps).ok());
    QCOMPARE(number(other.database, u"SELECT x + y FROM a"_s), 15);
    QCOMPARE(number(other.database, u"PRAGMA user_version"_s), 2);
    const QString backup = path + u".v1.backup"_s;
    QVERIFY(change(other.database, u"ATTACH DATABASE ? AS old"_s, {backup}).ok());
    QCOMPARE(number(other.database, u"SELECT x FROM old.a"_s), 7);
    QCOMPARE(number(other.database, u"PRAGMA old.user_version"_s), 1);
    QVERIFY(migrate(other.database, steps).ok()); // nothing to do
}

void TestStore::theFirstBackupStays()
{
    const QString path = file(u"twice.db"_s);
    const QString backup = path + u".v1.backup"_s;
    QFile first(backup);
    QVERIFY(first.open(QIODevice::WriteOnly) && first.write("the true one") == 12);
    first.close();
    {
        Connection other(path);
        QVERIFY(migrate(other.database, {u"CREATE TABLE a (x);\n"_s}).ok());
        QVERIFY(migrate(other.database, {u""_s, u"CREATE TABLE b (x);\n"_s}).ok());
    }
    QVERIFY(first.open(QIODevice::ReadOnly));
    QCOMPARE(first.readAll(), QByteArray("the true one"));
    QCOMPARE(QDir(QFileInfo(path).path()).entryList({u"twice.db.v1*"_s}).size(), 1); // and nothing half done
}

void TestStore::halfOfANewerOneNamesTheBackup()
{
    const QString path = file(u"half.db"_s);
    const int last = static_cast<int>(SqliteBackend(path).migrations().size());
    const QString backup = u"%1.v%2.backup"_s.arg(path).arg(last - 1);
    {
        Connection older(path);
        QVERIFY(migrate(older.database, SqliteBackend(path).migrations().mid(0, last - 1)).ok());
    }
    const QString tables = u"SELECT count(*) FROM sqlite_master"_s;
    const qint64 before = number(Connection(path).database, tables);
    QVERIFY(Store::open(path).ok());
    QVERIFY(QFileInfo::exists(backup));
    {
        Connection other(path);
        QVERIFY(number(other.database, tables) > before);
        QVERIFY(change(other.database, u"PRAGMA user_version = %1"_s.arg(last - 1)).ok());
    }
    const auto store = Store::open(path);
    QVERIFY(!store.ok());
    QCOMPARE(store.error().kind, ErrorKind::Storage);
    QCOMPARE(store.error().reason.code, u"database_not_brought_on_from"_s);
    QVERIFY(store.error().reason.values.contains(ReasonValue(backup)));
    Connection kept(backup);
    QCOMPARE(number(kept.database, tables), before); // the true one
}

void TestStore::severalProgramsMoveItOnAtOnce()
{
    constexpr int programs = 4;
    for (int round = 0; round < 5; ++round) {
        const QString path = file(u"at once %1.db"_s.arg(round));
        const int last = static_cast<int>(SqliteBackend(path).migrations().size());
        {
            Connection older(path);
            QVERIFY(change(older.database, u"PRAGMA journal_mode = WAL"_s).ok());
            QVERIFY(migrate(older.database, SqliteBackend(path).migrations().mid(0, last - 1)).ok());
        }
        std::vector<std::thread> threads;
        std::vector<QString> failures(programs);
        for (int program = 0; program < programs; ++program) {
            threads.emplace_back([&failures, &path, program] {
                const auto store = Store::open(path);
                failures[static_cast<std::size_t>(program)] =
                    store ? QString() : store.error().message + store.error().detail;
            });
        }
        for (std::thread &thread : threads) {
            thread.join();
        }
        for (const QString &failure : failures) {
            QVERIFY2(failure.isEmpty(), qPrintable(failure));
        }
        Connection backup(u"%1.v%2.backup"_s.arg(path).arg(last - 1));
        QCOMPARE(number(backup.database, u"PRAGMA user_version"_s), last - 1);
    }
}

void TestStore::leavesTheFileWhenAStepFails()
{
    const QString path = file(u"broken step.db"_s);
    Connection other(path);
    QVERIFY(migrate(other.database, {u"CREATE TABLE a (x);\n"_s}).ok());
    const Status moved = migrate(other.database, {u""_s, u"CREATE TABLE b (x);\nNONSENSE;\n"_s});
    QVERIFY(!moved.ok());
    QCOMPARE(moved.error().kind, ErrorKind::Storage);
    QCOMPARE(moved.error().reason.code, u"database_not_brought_on"_s);
    QVERIFY(!QFileInfo::exists(path + u".v1.backup"_s)); // or it would stand in the way of a later one
    QCOMPARE(number(other.database, u"PRAGMA user_version"_s), 1);
    QCOMPARE(number(other.database, u"SELECT count(*) FROM sqlite_master"_s), 1);
}

void TestStore::saysWhenAnotherProgramBlocks()
{
    const QString path = file(u"blocked.db"_s);
    auto store = Store::open(path);
    QVERIFY(store.ok());
    Connection other(path);
    const Transaction transaction(other.database);
    QVERIFY(transaction.begun().ok());
    const Status status = (*store)
                              ->run([](Database &database) {
                                  (void)change(database, u"PRAGMA busy_timeout = 1"_s);
                                  database.setPatience(std::chrono::milliseconds(1));
                                  return Transaction(database).begun();
                              })
                              .result();
    QVERIFY(!status.ok());
    QCOMPARE(status.error().kind, ErrorKind::Storage);
    QCOMPARE(status.error().reason, reasons::databaseBusy());
}

/// How long the waits of several jobs are in all, in which nothing is gained by waiting again.
void TestStore::waitsOnceForAnotherProgram()
{
    const QString path = file(u"held.db"_s);
    auto store = Store::open(path);
    QVERIFY(store.ok());
    const auto write = [&store] {
        return (*store)
            ->write([](Database &database) { return inTransaction(database, [] { return Status(Success()); }); })
            .result();
    };
    QElapsedTimer clock;
    {
        Connection other(path);
        const Transaction transaction(other.database);
        QVERIFY(transaction.begun().ok());
        QTest::ignoreMessage(QtWarningMsg, "Another program holds the database.");
        clock.start();
        QCOMPARE(write().error().reason, reasons::databaseBusy());
        QCOMPARE(write().error().reason, reasons::databaseBusy());
        QCOMPARE(write().error().reason, reasons::databaseBusy());
    }
    QVERIFY2(!clock.hasExpired((Database::usualPatience + 4 * Database::untold).count()),
             qPrintable(QString::number(clock.elapsed())));
    QVERIFY(write().ok());
}

void TestStore::aStartWaitsOnceToo()
{
    const QString path = file(u"held at start.db"_s);
    QVERIFY(Store::open(path).ok());
    Connection other(path);
    QVERIFY(change(other.database, u"PRAGMA locking_mode = EXCLUSIVE"_s).ok());
    QVERIFY(change(other.database, u"INSERT INTO inputs (hash, bytes) VALUES ('a', 'b')"_s).ok());
    QElapsedTimer clock;
    clock.start();
    QTest::ignoreMessage(QtWarningMsg, "Another program holds the database.");
    const auto store = Store::open(path);
    QVERIFY(!store.ok());
    QCOMPARE(store.error().reason, reasons::databaseBusy());
    QVERIFY2(!clock.hasExpired((Database::usualPatience + 4 * Database::untold).count()),
             qPrintable(QString::number(clock.elapsed())));
}

void TestStore::saysWhatTheDiskRefuses_data()
{
    QTest::addColumn<QString>("trouble");
    QTest::addColumn<QString>("code");
    QTest::newRow("full") << u"PRAGMA max_page_count = 1"_s << u"disk_full"_s; // no room for another page
    QTest::newRow("read-only") << u"PRAGMA query_only = 1"_s << u"database_read_only"_s;
}

void TestStore::saysWhatTheDiskRefuses()
{
    QFETCH(const QString, trouble);
    QFETCH(const QString, code);
    const QString path = file(QString::fromLatin1(QTest::currentDataTag()) + u" disk.db"_s);
    const QString secret = u"not for an error message"_s;
    {
        auto store = Store::open(path);
        QVERIFY(store.ok());
        const auto work = [&](Database &database) {
            (void)execute(database, trouble);
            return inTransaction(database, [&]() -> Status {
                const Result<int> rows = change(database, u"INSERT INTO inputs (hash, bytes) VALUES (?, ?)"_s,
                                                {secret, QByteArray(1'000'000, 'x')});
                return rows ? Status(Success()) : Status(rows.error());
            });
        };
        const Status status = (*store)->run(work).result();
        QVERIFY(!status.ok());
        QCOMPARE(status.error().kind, ErrorKind::Storage);
        QCOMPARE(status.error().reason.code, code);
        QVERIFY(!status.error().detail.contains(secret));
    }
    auto store = Store::open(path); // and nothing is broken by it
    QVERIFY(store.ok());
    QCOMPARE((*store)->run([](Database &db) { return number(db, u"SELECT count(*) FROM inputs"_s); }).result(), 0);
}

QTEST_GUILESS_MAIN(TestStore)
#include "test_store.moc"

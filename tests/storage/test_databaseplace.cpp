// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/ledger.h"
#include "core/storage/query.h"
#include "core/storage/runlock.h"
#include "core/storage/sqlite/sqliteschema.h"
#include "core/storage/storagereasons.h"
#include "core/storage/store.h"
#include "core/storage/transaction.h"

#include <QDir>
#include <QFile>

using namespace lightwell;
using namespace Qt::StringLiterals;

/// The database that lies there is not the one that is meant: never taken for a beginning, never written over.
class TestDatabasePlace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anEmptyFileIsNoFirstStart();
    void aLogWithoutItsDatabaseStays_data();
    void aLogWithoutItsDatabaseStays();
    void aFirstStartThatBrokeOffGoesOn();
    void aMissingOneIsBegunAnewAndTold();
    void aCopyPutBackBesideAForeignLog();
    void aCrashIsReadAsEver();
    void notesThatItsFileIsAnother_data();
    void notesThatItsFileIsAnother();
    void missesATable_data();
    void missesATable();
    void theListOfTablesIsWhole();

private:
    [[nodiscard]] QString file() const { return m_folder->filePath(u"lightwell.db"_s); }
    [[nodiscard]] Reason refusal() const;
    void use(int rows) const;
    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

QByteArray bytesOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool put(const QString &name, const QByteArray &bytes)
{
    QFile file(name);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

Status fill(Store &store, int rows)
{
    return store
        .run([rows](Database &database) {
            return inTransaction(database, [&]() -> Status {
                for (int row = 0; row < rows; ++row) {
                    const Result<int> done = change(database, u"INSERT INTO inputs (hash, bytes) VALUES (?, ?)"_s,
                                                    {QString::number(row), QByteArray(900, 'x')});
                    if (!done) {
                        return done.error();
                    }
                }
                return Success();
            });
        })
        .result();
}

Status reserve(Store &store)
{
    return store
        .run([](Database &database) -> Status {
            const Ledger::Entry entry {u"g/1"_s, u"g"_s, u"p"_s, u"m"_s, {}, Money::fromMicros(1)};
            const auto told = Ledger::reserveIn(database, entry, QDateTime::currentDateTime());
            return told ? Status(Success()) : told.error();
        })
        .result();
}

} // namespace

void TestDatabasePlace::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

Reason TestDatabasePlace::refusal() const
{
    const auto store = Store::open(file());
    return store ? Reason() : store.error().reason;
}

/// As a program does that was closed again.
void TestDatabasePlace::use(int rows) const
{
    const auto store = Store::open(file());
    QVERIFY(store.ok());
    const auto lock = store.value()->runLock();
    QVERIFY(fill(**store, rows).ok());
}

void TestDatabasePlace::anEmptyFileIsNoFirstStart()
{
    use(3);
    QVERIFY(put(file(), {}));
    QCOMPARE(refusal(), reasons::databaseEmpty());
    QVERIFY(QFile::exists(file()));
    QCOMPARE(QFile(file()).size(), 0);
}

void TestDatabasePlace::aLogWithoutItsDatabaseStays_data()
{
    QTest::addColumn<bool>("isThere");
    QTest::newRow("missing") << false;
    QTest::newRow("empty") << true;
}

void TestDatabasePlace::aLogWithoutItsDatabaseStays()
{
    QFETCH(const bool, isThere);
    const QString log = file() + u"-wal"_s;
    QVERIFY(put(log, "the newest entries"));
    QVERIFY(!isThere || put(file(), {}));
    QCOMPARE(refusal(), reasons::databaseGoneFromLog(log));
    QCOMPARE(bytesOf(log), QByteArray("the newest entries"));
}

void TestDatabasePlace::aFirstStartThatBrokeOffGoesOn()
{
    QVERIFY(put(file(), {}));
    QCOMPARE(refusal(), Reason());
}

void TestDatabasePlace::aMissingOneIsBegunAnewAndTold()
{
    QVERIFY(!Store::open(file()).value()->isBegunAnew());
    use(1);
    QVERIFY(!Store::open(file()).value()->isBegunAnew());
    QVERIFY(QFile::remove(file()));
    QVERIFY(Store::open(file()).value()->isBegunAnew());
}

void TestDatabasePlace::aCopyPutBackBesideAForeignLog()
{
    use(5);
    const QByteArray copy = bytesOf(file());
    QByteArray log;
    {
        const auto store = Store::open(file());
        QVERIFY(store.ok() && fill(**store, 0).ok());
        const Status more = store.value()
                                ->run([](Database &database) {
                                    const Result<int> done = change(
                                        database,
                                        u"WITH RECURSIVE n(i) AS (VALUES(100) UNION ALL SELECT i + 1 FROM n WHERE i < "
                                        "400) INSERT INTO inputs (hash, bytes) SELECT i, randomblob(900) FROM n"_s);
                                    return done ? Status(Success()) : Status(done.error());
                                })
                                .result();
        QVERIFY(more.ok());
        static_cast<void>(
            store.value()
                ->run([](Database &database) { return change(database, u"PRAGMA wal_checkpoint"_s).ok(); })
                .result());
        const Status last = store.value()
                                ->run([](Database &database) {
                                    const Result<int> done = change(database, u"DELETE FROM inputs WHERE hash > '3'"_s);
                                    return done ? Status(Success()) : Status(done.error());
                                })
                                .result();
        QVERIFY(last.ok());
        log = bytesOf(file() + u"-wal"_s);
    }
    QVERIFY(!log.isEmpty());
    QVERIFY(put(file(), copy) && put(file() + u"-wal"_s, log));
    QFile::remove(file() + u"-shm"_s);
    QCOMPARE(refusal(), reasons::databaseBesideForeignLog(file() + u"-wal"_s));
    QCOMPARE(bytesOf(file()), copy);
    QCOMPARE(bytesOf(file() + u"-wal"_s), log);
    QVERIFY(QFile::rename(file() + u"-wal"_s, file() + u"-old"_s)); // as the sentence says
    QCOMPARE(refusal(), Reason());
}

void TestDatabasePlace::aCrashIsReadAsEver()
{
    use(1);
    QByteArray database;
    QByteArray log;
    {
        const auto store = Store::open(file());
        QVERIFY(store.ok());
        QVERIFY(
            store.value()->run([](Database &opened) { return change(opened, u"DELETE FROM inputs"_s).ok(); }).result());
        database = bytesOf(file());
        log = bytesOf(file() + u"-wal"_s);
    }
    QVERIFY(put(file(), database) && put(file() + u"-wal"_s, log));
    const auto store = Store::open(file());
    QVERIFY(store.ok());
    const auto count = store.value()->run([](Database &opened) {
        Result<Rows> rows = execute(opened, u"SELECT count(*) FROM inputs"_s);
        return rows && rows.value().next() ? rows.value().value(0).toInt() : -1;
    });
    QCOMPARE(count.result(), 0);
}

void TestDatabasePlace::notesThatItsFileIsAnother_data()
{
    QTest::addColumn<QString>("what");
    for (const QString &what : {u"moved away"_s, u"removed"_s, u"replaced"_s}) {
        QTest::newRow(qPrintable(what)) << what;
    }
}

void TestDatabasePlace::notesThatItsFileIsAnother()
{
    QFETCH(const QString, what);
    const auto store = Store::open(file());
    QVERIFY(store.ok());
    if (what == "removed"_L1) {
        QVERIFY(QFile::remove(file()));
    } else {
        QVERIFY(QFile::rename(file(), file() + u".old"_s));
        QVERIFY(what != "replaced"_L1 || QFile::copy(file() + u".old"_s, file()));
    }
    const Status reserved = reserve(**store);
    QVERIFY(!reserved.ok());
    QCOMPARE(reserved.error().reason, reasons::databaseReplaced());
    QCOMPARE(reserved.error().billing, Billing::NotBilled);
}

void TestDatabasePlace::missesATable_data()
{
    QTest::addColumn<QString>("table");
    const QStringList tables = sqliteTables();
    for (const QString &table : tables) {
        QTest::newRow(qPrintable(table)) << table;
    }
}

void TestDatabasePlace::missesATable()
{
    QFETCH(const QString, table);
    use(0);
    {
        const auto store = Store::open(file());
        QVERIFY(store.ok());
        QVERIFY(store.value()
                    ->run([table](Database &database) {
                        return change(database, u"PRAGMA foreign_keys = OFF"_s).ok()
                            && change(database, u"DROP TABLE "_s + table).ok();
                    })
                    .result());
    }
    // An index takes with it what it is made of.
    const QStringList missing =
        sqliteTables().filter(QRegularExpression(u"^%1(_(config|content|data|docsize|idx))?$"_s.arg(table)));
    QCOMPARE(refusal(), reasons::databaseLacksTables(missing));
    const auto reader = Store::openReadOnly(file());
    QVERIFY(!reader.ok());
    QCOMPARE(reader.error().reason, reasons::databaseLacksTables(missing));
}

void TestDatabasePlace::theListOfTablesIsWhole()
{
    const auto store = Store::open(u":memory:"_s);
    QVERIFY(store.ok());
    const QStringList there =
        store.value()
            ->run([](Database &database) {
                QStringList names;
                Result<Rows> rows = execute(database,
                                            u"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE "
                                            "'sqlite_%' ORDER BY name"_s);
                while (rows && rows.value().next()) {
                    names.append(rows.value().value(0).toString());
                }
                return names;
            })
            .result();
    QStringList listed = sqliteTables();
    listed.sort();
    QCOMPARE(listed, there);
}

QTEST_GUILESS_MAIN(TestDatabasePlace)
#include "test_databaseplace.moc"

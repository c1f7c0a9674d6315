// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The ledger only grows, and its present state is what its lines come to.
#include "core/storage/query.h"
#include "core/storage/sqlite/sqlitebackend.h"
#include "tests/ledger/ledgersteps.h"

#include <QRandomGenerator>
#include <QSqlDatabase>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace lightwell;
using namespace lightwell::test;

namespace {

const QDateTime noon = QDateTime(QDate(2026, 11, 22), QTime(12, 0));

constexpr Money cents(qint64 count)
{
    return Money::fromMicros(count * 10'000);
}

const QString keptSums =
    u"SELECT quarter || provider || model || client || project || ' ' || spent FROM ledger_sums WHERE spent <> 0 "
    "UNION ALL SELECT 'all' || provider || model || client || project || ' ' || spent FROM ledger_totals "
    "WHERE spent <> 0 ORDER BY 1"_s;
const QString settledSums =
    u"SELECT %1 || provider || model || client || project || ' ' || sum(spent) FROM (SELECT created_at / 900000 AS "
    "quarter, provider, model, client, project, coalesce(CASE WHEN cost = CAST(cost AS INTEGER) AND cost >= 0 THEN "
    "cost "
    "END, CASE WHEN estimate = CAST(estimate AS INTEGER) AND estimate >= 0 THEN estimate END, 0) AS spent FROM ledger "
    "WHERE state = 'settled') GROUP BY %2 provider, model, client, project HAVING sum(spent) <> 0"_s;
const QString countedSums = settledSums.arg(u"quarter"_s, u"quarter,"_s) + u" UNION ALL "_s
    + settledSums.arg(u"'all'"_s, QString()) + u" ORDER BY 1"_s;

} // namespace

class TestLedgerLines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_steps.reset();
        m_store = std::move(Store::open(u":memory:"_s)).value();
        m_steps = std::make_unique<LedgerSteps>(*m_store);
    }

    void theStateIsWhatTheLinesComeTo_data()
    {
        QTest::addColumn<QString>("steps"); // as below
        QTest::addColumn<QStringList>("lines");
        QTest::newRow("reserved") << u"r"_s << QStringList {u"reserved 100000 0"_s};
        QTest::newRow("reserved twice") << u"rr"_s << QStringList {u"reserved 100000 0"_s};
        QTest::newRow("settled") << u"rs"_s << QStringList {u"reserved 100000 0"_s, u"settled 70000 1"_s};
        QTest::newRow("settled twice") << u"rss"_s << QStringList {u"reserved 100000 0"_s, u"settled 70000 1"_s};
        QTest::newRow("unknown, then known")
            << u"rus"_s << QStringList {u"reserved 100000 0"_s, u"settled  1"_s, u"settled 70000 1"_s};
        QTest::newRow("released") << u"rll"_s << QStringList {u"reserved 100000 0"_s, u"released  0"_s};
        QTest::newRow("a late bill") << u"rls"_s
                                     << QStringList {u"reserved 100000 0"_s, u"released  0"_s, u"settled 70000 1"_s};
        QTest::newRow("kept, then settled")
            << u"rkks"_s << QStringList {u"reserved 100000 0"_s, u"kept  0"_s, u"settled 70000 1"_s};
        QTest::newRow("corrected") << u"rsc"_s
                                   << QStringList {u"reserved 100000 0"_s, u"settled 70000 1"_s,
                                                   u"corrected 30000 1"_s};
        QTest::newRow("corrected twice") << u"rscc"_s
                                         << QStringList {u"reserved 100000 0"_s, u"settled 70000 1"_s,
                                                         u"corrected 30000 1"_s, u"corrected 30000 1"_s};
    }
    void theStateIsWhatTheLinesComeTo()
    {
        QFETCH(QString, steps);
        QFETCH(QStringList, lines);
        walk(steps);
        QCOMPARE(texts(u"SELECT kind || ' ' || coalesce(amount, '') || ' ' || pictures FROM ledger_lines "
                       "ORDER BY number"_s),
                 lines);
        const QString state =
            u"SELECT id || state || coalesce(estimate, '-') || coalesce(cost, '-') || pictures FROM "_s;
        QCOMPARE(texts(state + u"ledger_by_lines"_s), texts(state + u"ledger"_s));
        QCOMPARE(texts(keptSums), texts(countedSums));
    }

    /// What budgets are asked by is never counted anew, so it must be right after every change.
    void theSumsAreWhatTheEntriesComeTo()
    {
        QRandomGenerator random(7);
        const auto any = [&random](const QStringList &choices) {
            return choices.at(random.bounded(static_cast<int>(choices.size())));
        };
        const QStringList amounts {u"0"_s, u"1"_s, u"70000"_s, u"9000000000000"_s, u"NULL"_s, u"-5"_s, u"0.5"_s};
        const QStringList states {u"reserved"_s, u"kept"_s, u"settled"_s, u"settled"_s, u"released"_s};
        const QStringList times {u"0"_s, u"899999"_s, u"900000"_s, u"1795348800000"_s, u"9223372036854775807"_s};
        for (int step = 0; step < 400; ++step) {
            const QString id = QString::number(random.bounded(20));
            const QStringList row {any({u"fal"_s, u"openai"_s}),
                                   any({u""_s, u"cl_1"_s}),
                                   any({u"m"_s, u"flux"_s}),
                                   any({u""_s, u"shoes"_s}),
                                   any(states),
                                   any(amounts),
                                   any(amounts),
                                   any(times)};
            const QString sql = random.bounded(3) == 0
                ? u"DELETE FROM ledger WHERE reservation = '%1'"_s.arg(id)
                : u"INSERT INTO ledger (reservation, generation, provider, model, client, state, estimate, cost, "
                  "created_at, project) VALUES ('%1', 'gen', '%2', '%4', '%3', '%6', %7, %8, %9, '%5') ON CONFLICT "
                  "(reservation) DO UPDATE SET provider = excluded.provider, client = excluded.client, model = "
                  "excluded.model, project = excluded.project, state = excluded.state, "
                  "estimate = excluded.estimate, cost = excluded.cost, created_at = excluded.created_at"_s.arg(
                      id, row[0], row[1], row[2], row[3], row[4], row[5], row[6], row[7]);
            QVERIFY(m_store->run([sql](Database &database) { return change(database, sql).ok(); }).result());
            QCOMPARE(texts(keptSums), texts(countedSums));
        }
    }

    void linesStay_data()
    {
        QTest::addColumn<QString>("steps");
        QTest::addColumn<QString>("sql");
        QTest::addColumn<bool>("may");
        QTest::newRow("changed") << u"rs"_s << u"UPDATE ledger_lines SET amount = 0"_s << false;
        QTest::newRow("changed, released") << u"rl"_s << u"UPDATE ledger_lines SET amount = 0"_s << false;
        for (const QString &steps : {u"r"_s, u"rs"_s, u"rk"_s, u"rls"_s, u"rsc"_s, u"ru"_s}) {
            QTest::addRow("removed, %s", qPrintable(steps)) << steps << u"DELETE FROM ledger_lines"_s << false;
        }
        QTest::newRow("what came to nothing") << u"rl"_s << u"DELETE FROM ledger_lines"_s << true;
        QTest::newRow("its entry alone") << u"rl"_s << u"DELETE FROM ledger"_s << false;
        QTest::newRow("less than nothing") << u"r"_s
                                           << u"INSERT INTO ledger_lines (entry, number, kind, amount) "
                                              "VALUES (1, 1, 'settled', -1)"_s
                                           << false;
    }
    void linesStay()
    {
        QFETCH(QString, steps);
        QFETCH(QString, sql);
        QFETCH(bool, may);
        walk(steps);
        const auto before = texts(u"SELECT count(*) FROM ledger_lines"_s);
        const bool done = m_store->run([sql](Database &database) { return change(database, sql).ok(); }).result();
        QCOMPARE(done, may);
        QCOMPARE(texts(u"SELECT count(*) FROM ledger_lines"_s), may ? QStringList {u"0"_s} : before);
    }

    /// Of a home as the release before left it, whose columns took whatever they were given.
    void oddAmountsAreUnknown_data()
    {
        QTest::addColumn<QString>("amount");
        for (const char *amount : {"0.5", "-1", "1e300", "9000000000000001", "'text'", "NULL"}) {
            QTest::newRow(amount) << QString::fromLatin1(amount);
        }
    }
    void oddAmountsAreUnknown()
    {
        QFETCH(QString, amount);
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"lightwell.db"_s);
        {
            const SqliteBackend backend(file);
            QSqlDatabase connection = QSqlDatabase::addDatabase(backend.driver(), u"older"_s);
            connection.setDatabaseName(file);
            QVERIFY(connection.open());
            Database database(connection, backend);
            QVERIFY(migrate(database, backend.migrations().mid(0, 3)).ok());
            int number = 0;
            for (const QString &state : {u"reserved"_s, u"kept"_s, u"settled"_s, u"released"_s}) {
                for (const QString &estimate : {u"100000"_s, amount}) {
                    for (const QString &cost : {u"70000"_s, amount}) {
                        QVERIFY(change(database,
                                       u"INSERT INTO ledger VALUES ('gen_%1/0', 'gen_%1', 'fal', 'm', '', '%2', %3, "
                                       "%4, 2, 0)"_s.arg(++number)
                                           .arg(state, estimate, cost))
                                    .ok());
                    }
                }
            }
        }
        QSqlDatabase::removeDatabase(u"older"_s);
        m_steps.reset();
        auto store = Store::open(file);
        QVERIFY2(store.ok(), store ? "" : qPrintable(store.error().message + store.error().detail));
        m_store = std::move(store).value();
        QCOMPARE(texts(u"SELECT count(*) FROM ledger"_s), QStringList {u"16"_s});
        const QString state =
            u"SELECT id || state || coalesce(estimate, '-') || ' ' || coalesce(cost, '-') || ' ' || pictures FROM %1 "
            "ORDER BY id"_s;
        QCOMPARE(texts(state.arg(u"ledger_by_lines"_s)), texts(state.arg(u"ledger"_s)));
        QCOMPARE(texts(u"SELECT count(*) FROM ledger WHERE cost IS NOT NULL"_s), QStringList {u"2"_s});
        QCOMPARE(Ledger(*m_store).usage({}).result()->total, cents(14));
        m_store.reset(); // before its folder goes
    }

    void aFractionIsNoAmount()
    {
        walk(u"rs"_s);
        QVERIFY(
            m_store->run([](Database &database) { return change(database, u"UPDATE ledger SET cost = 0.5"_s).ok(); })
                .result());
        QCOMPARE(Ledger(*m_store).usage({}).result()->unknown, 1);
        walk(u"s"_s); // what is unknown may still become known
        QCOMPARE(Ledger(*m_store).usage({}).result()->total, cents(7));
    }

private:
    /// r(eserve) 10 cents, s(ettle) 7, u: settle unknown, l: release, k(eep), c(orrect) to 3.
    void walk(const QString &steps)
    {
        Ledger::Entry entry;
        entry.reservation = u"gen_1/0"_s;
        entry.generation = u"gen_1"_s;
        entry.estimate = cents(10);
        for (const QChar step : steps) {
            QFuture<Status> done;
            switch (step.unicode()) {
            case u'r':
                done = m_steps->reserve(entry, noon);
                break;
            case u's':
                done = m_steps->settle(entry.reservation, cents(7), 1);
                break;
            case u'u':
                done = m_steps->settle(entry.reservation, Money::unknown(), 1);
                break;
            case u'l':
                done = m_steps->release(entry.reservation);
                break;
            case u'k':
                done = m_steps->keep(entry.reservation);
                break;
            default:
                done = m_steps->correct(entry.reservation, cents(3));
            }
            QVERIFY(done.result().ok());
        }
    }
    QStringList texts(const QString &sql)
    {
        return m_store
            ->run([sql](Database &database) {
                QStringList found;
                Result<Rows> rows = execute(database, sql);
                while (rows && rows.value().next()) {
                    found.append(rows.value().value(0).toString());
                }
                return found;
            })
            .result();
    }
    std::unique_ptr<Store> m_store;
    std::unique_ptr<LedgerSteps> m_steps;
};

QTEST_GUILESS_MAIN(TestLedgerLines)
#include "test_ledgerlines.moc"

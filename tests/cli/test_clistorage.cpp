// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/query.h"
#include "core/storage/store.h"
#include "tests/cli/cliprogram.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

/// Where a table begins in the file, and how long a page is.
std::pair<qint64, qint64> rootPage(const QString &file, const QString &table)
{
    const auto number = [](Database &database, const QString &sql, const QVariantList &values) {
        Result<Rows> rows = execute(database, sql, values);
        return rows && rows.value().next() ? rows.value().value(0).toLongLong() : 0;
    };
    const auto store = Store::open(file);
    return store.value()
        ->run([number, table](Database &database) {
            const qint64 size = number(database, u"PRAGMA page_size"_s, {});
            const QString find = u"SELECT rootpage FROM sqlite_master WHERE type = 'table' AND name = ?"_s;
            return std::pair((number(database, find, {table}) - 1) * size, size);
        })
        .result();
}

bool damage(const QString &file, const QString &table)
{
    const auto [offset, size] = rootPage(file, table);
    QFile database(file);
    return offset > 0 && database.open(QIODevice::ReadWrite) && database.seek(offset)
        && database.write(QByteArray(size, '\xee')) == size;
}

} // namespace

/// What the command line says when the database or its folder is not as it should be.
class TestCliStorage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatCannotBeReadIsNotTakenForNothing_data()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("budgets") << u"budgets"_s << QStringList {u"budget"_s, u"list"_s};
        QTest::newRow("budgets, as JSON") << u"budgets"_s << QStringList {u"budget"_s, u"list"_s, u"--json"_s};
        QTest::newRow("a budget to remove")
            << u"budgets"_s << QStringList {u"budget"_s, u"remove"_s, u"--period"_s, u"day"_s};
        QTest::newRow("what budgets are filled with") << u"ledger_sums"_s << QStringList {u"budget"_s, u"list"_s};
        QTest::newRow("clients") << u"clients"_s << QStringList {u"clients"_s, u"list"_s};
        QTest::newRow("usage") << u"ledger"_s << QStringList {u"usage"_s};
        QTest::newRow("requests") << u"generations"_s << QStringList {u"requests"_s};
        QTest::newRow("doctor") << u"ledger"_s << QStringList {u"doctor"_s};
    }
    void whatCannotBeReadIsNotTakenForNothing()
    {
        QFETCH(QString, table);
        QFETCH(QStringList, arguments);
        CliProgram cli;
        QCOMPARE(cli.run({u"budget"_s, u"set"_s, u"5"_s, u"--period"_s, u"day"_s}).exitCode, 0);
        QCOMPARE(
            cli.run({u"generate"_s, u"boat"_s, u"--model"_s, u"sketchbook-pattern"_s, u"-o"_s, u"out/"_s}).exitCode, 0);
        QVERIFY(damage(cli.home() + u"/lightwell.db"_s, table));
        const CliResult result = cli.run(arguments);
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(QByteArray(result.out + result.err).contains("damaged"), result.err.constData());
    }

    void aReadOnlyHomeIsListed_data()
    {
        QTest::addColumn<bool>("isEmpty");
        QTest::addColumn<bool>("isOpenElsewhere");
        QTest::newRow("empty") << true << false;
        QTest::newRow("at rest") << false << false;
        QTest::newRow("a program has it open") << false << true;
    }
    void aReadOnlyHomeIsListed()
    {
        QFETCH(bool, isEmpty);
        QFETCH(bool, isOpenElsewhere);
        CliProgram cli;
        QVERIFY(QDir().mkpath(cli.home()));
        const QString file = cli.home() + u"/lightwell.db"_s;
        if (!isEmpty) {
            QCOMPARE(cli.run({u"budget"_s, u"set"_s, u"5"_s, u"--period"_s, u"day"_s}).exitCode, 0);
            QCOMPARE(cli.run({u"clients"_s, u"add"_s, u"Blog"_s}).exitCode, 0);
            QCOMPARE(
                cli.run({u"generate"_s, u"boat"_s, u"--model"_s, u"sketchbook-pattern"_s, u"-o"_s, u"out/"_s}).exitCode,
                0);
        }
        std::unique_ptr<Store> other;
        if (isOpenElsewhere) {
            other = std::move(Store::open(file)).value();
            QVERIFY(other
                        ->run([](Database &database) {
                            return change(database, u"UPDATE clients SET name = 'Log'"_s).ok();
                        })
                        .result());
        }
        const QStringList before = QDir(cli.home()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
        QVERIFY(QFile::setPermissions(cli.home(), QFile::ReadOwner | QFile::ExeOwner));
        cli.obeyPermissions();
        if (!isOpenElsewhere) { // whose files take it
            QCOMPARE(cli.run({u"budget"_s, u"set"_s, u"6"_s, u"--period"_s, u"week"_s}).exitCode, 1);
        }
        for (const QStringList &list :
             {QStringList {u"requests"_s}, {u"budget"_s, u"list"_s}, {u"clients"_s, u"list"_s}}) {
            const CliResult result = cli.run(list + QStringList {u"--json"_s});
            QVERIFY2(result.exitCode == 0, result.err.constData());
            QCOMPARE(result.json().array().size(), isEmpty ? 0 : 1);
            if (list.first() == "clients"_L1 && !isEmpty) {
                QCOMPARE(result.json()[0]["name"_L1].toString(), isOpenElsewhere ? u"Log"_s : u"Blog"_s);
            }
        }
        const CliResult usage = cli.run({u"usage"_s, u"--json"_s});
        QVERIFY2(usage.exitCode == 0, usage.err.constData());
        QCOMPARE(usage.json()["by_provider"_L1].toArray().size(), isEmpty ? 0 : 1);
        QCOMPARE(QDir(cli.home()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), before);
        QVERIFY(QFile::setPermissions(cli.home(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }

    void whatOnlyALogOfWritesHasIsNotLeftOutInSilence()
    {
        CliProgram cli;
        QVERIFY(QDir().mkpath(cli.home()));
        const QString file = cli.home() + u"/lightwell.db"_s;
        {
            const std::unique_ptr<Store> writing = std::move(Store::open(cli.path(u"lightwell.db"_s))).value();
            writing->run([](Database &) { return true; }).result();
            QVERIFY(QFile::copy(cli.path(u"lightwell.db"_s), file));
            QVERIFY(QFile::copy(cli.path(u"lightwell.db-wal"_s), file + u"-wal"_s));
        }
        QVERIFY(QFile::setPermissions(cli.home(), QFile::ReadOwner | QFile::ExeOwner));
        cli.obeyPermissions();
        const CliResult result = cli.run({u"requests"_s});
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.err.contains("lightwell.db"), result.err.constData());
        QVERIFY(QFile::setPermissions(cli.home(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }

    void doctorTellsWhatIsWrongWithTheStorage_data()
    {
        QTest::addColumn<bool>("isHomeMade");
        QTest::addColumn<QByteArray>("named");
        QTest::newRow("damaged database") << true << QByteArray("lightwell.db");
        QTest::newRow("no place for a home") << false << QByteArray("/proc/nope");
    }
    void doctorTellsWhatIsWrongWithTheStorage()
    {
        QFETCH(bool, isHomeMade);
        QFETCH(QByteArray, named);
        CliProgram cli;
        if (isHomeMade) {
            QVERIFY(QDir().mkpath(cli.home()));
            QFile database(cli.home() + u"/lightwell.db"_s);
            QVERIFY(database.open(QIODevice::WriteOnly));
            QVERIFY(database.write(QByteArray(8192, '\xee')) == 8192);
        } else {
            cli.setVariable(u"LIGHTWELL_HOME"_s, u"/proc/nope"_s);
        }
        const CliResult doctor = cli.run({u"doctor"_s, u"--json"_s});
        QCOMPARE(doctor.exitCode, 1);
        QCOMPARE(doctor.json()["ok"_L1].toBool(true), false);
        QVERIFY2(doctor.out.contains(named), doctor.out.constData());
        QVERIFY(doctor.json()["checks"_L1].toArray().size() > 3);
        const CliResult usage = cli.run({u"usage"_s});
        QCOMPARE(usage.exitCode, 1);
        QVERIFY2(usage.err.contains(named), usage.err.constData());
        // What only looks does without.
        QCOMPARE(cli.run({u"models"_s}).exitCode, 0);
        QCOMPARE(cli.run({u"estimate"_s, u"boat"_s, u"--model"_s, u"flux-2-pro"_s}).exitCode, 0);
        QCOMPARE(cli.run({u"keys"_s, u"list"_s}).exitCode, 0);
    }
};

QTEST_GUILESS_MAIN(TestCliStorage)
#include "test_clistorage.moc"

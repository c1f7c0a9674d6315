// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cliprogram.h"
#include "tests/cli/serving.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

const QStringList boat {u"generate"_s, u"boat"_s,  u"--model"_s, u"sketchbook-pattern"_s,
                        u"--size"_s,   u"64x64"_s, u"-o"_s};

QJsonArray requestsOf(CliProgram &cli)
{
    return cli.run({u"requests"_s, u"--json"_s}).json().array();
}

/// What a person has chosen, in files beside the database.
void choose(const CliProgram &cli, const QByteArray &mark)
{
    for (const QString &name : {u"settings.ini"_s, u"routing.json"_s}) {
        QFile file(cli.home() + u'/' + name);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        const QByteArray text = name == "settings.ini"_L1
            ? QByteArray("[gateway]\nport=" + mark + '\n')
            : QByteArray(R"({"comment": ")" + mark + R"(", "rules": []})");
        QCOMPARE(file.write(text), text.size());
    }
}

/// Whether all of it is that of `mark`.
bool isChosen(const CliProgram &cli, const QByteArray &mark)
{
    for (const QString &name : {u"settings.ini"_s, u"routing.json"_s}) {
        QFile file(cli.home() + u'/' + name);
        if (!file.open(QIODevice::ReadOnly) || !file.readAll().contains(mark)) {
            return false;
        }
    }
    return true;
}

/// A program with a home in which `count` pictures were made.
struct Used
{
    explicit Used(int count)
    {
        for (int i = 0; i < count; ++i) {
            [&] { QCOMPARE(cli.run(boat + QStringList {cli.path(u"out/"_s)}).exitCode, 0); }();
        }
    }
    CliProgram cli;
};

} // namespace

class TestCliBackup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackElsewhere()
    {
        Used old(1);
        const QString file = old.cli.path(u"b.tar.gz"_s);
        const Serving gateway(old.cli); // works on in that home meanwhile
        QVERIFY(!gateway.url.isEmpty());
        const CliResult made = old.cli.run({u"backup"_s, file, u"--pictures"_s, u"--json"_s});
        QVERIFY2(made.exitCode == 0, made.err.constData());
        QCOMPARE(made.json()["pictures"_L1].toInt(), 1);

        CliProgram next;
        const CliResult back = next.run({u"restore"_s, file, u"--json"_s});
        QVERIFY2(back.exitCode == 0, back.err.constData());
        QCOMPARE(back.json()["kept_aside"_L1].toArray().size(), 0);
        const QJsonArray requests = requestsOf(next);
        QCOMPARE(requests.size(), 1);
        QCOMPARE(requests.first()["id"_L1], requestsOf(old.cli).first()["id"_L1]);
        QVERIFY(!QDir(next.home() + u"/media"_s).isEmpty());
        const QJsonArray pictures = next.run({u"gallery"_s, u"search"_s, u"--json"_s}).json().array();
        QCOMPARE(pictures.size(), 1);
        const QString picture = pictures.first()["file"_L1].toString(); // and not the one in the old home
        QVERIFY2(picture.startsWith(next.home() + u'/') && QFile::exists(picture), qPrintable(picture));
        QCOMPARE(next.run(boat + QStringList {next.path(u"out/"_s)}).exitCode, 0);
    }

    void aProgramThatRunsKeepsItsHome()
    {
        Used old(1);
        const QString file = old.cli.path(u"b.tar.gz"_s);
        QCOMPARE(old.cli.run({u"backup"_s, file}).exitCode, 0);
        {
            const Serving gateway(old.cli);
            QVERIFY(!gateway.url.isEmpty());
            QCOMPARE(old.cli.run({u"restore"_s, file, u"--force"_s}).exitCode, 1);
        }
        QCOMPARE(old.cli.run({u"restore"_s, file}).exitCode, 1); // nothing is replaced unasked
        QCOMPARE(old.cli.run({u"restore"_s, file, u"--force"_s}).exitCode, 0);
        QCOMPARE(requestsOf(old.cli).size(), 1);
    }

    /// As much as all the pictures of a backup, and nobody may ever restore again.
    void whatAKilledRestoreLeftGoesAway()
    {
        Used old(1);
        const QStringList left {old.cli.home() + u"/.restoring-a1B2c3"_s,
                                old.cli.home() + u"/media/.restoring-a1B2c3"_s};
        for (const QString &folder : left) {
            QVERIFY(QDir().mkpath(folder + u"/media/ab"_s));
        }
        QCOMPARE(requestsOf(old.cli).size(), 1);
        for (const QString &folder : left) {
            QVERIFY2(!QFile::exists(folder), qPrintable(folder));
        }
    }

    void wrongUsage()
    {
        CliProgram cli;
        QCOMPARE(cli.run({u"backup"_s}).exitCode, 2);
        QCOMPARE(cli.run({u"restore"_s}).exitCode, 2);
        QCOMPARE(cli.run({u"restore"_s, cli.path(u"none.tar.gz"_s)}).exitCode, 1);
    }

    void isAllOrNothing_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::newRow("the program dies") << u"kill"_s;
        QTest::newRow("the disk is full") << u"full"_s;
        QTest::newRow("the disk fails") << u"broken"_s;
    }
    /// At each step of a restore in turn.
    void isAllOrNothing()
    {
        QFETCH(const QString, fault);
        Used old(2);
        choose(old.cli, "4802");
        const QString file = old.cli.path(u"b.tar.gz"_s);
        QCOMPARE(old.cli.run({u"backup"_s, file}).exitCode, 0);
        Used house(1);
        CliProgram &cli = house.cli;
        choose(cli, "4801");
        cli.setVariable(u"LD_PRELOAD"_s, QStringLiteral(LIGHTWELL_DEVICE_FILE));
        bool isWhole = false;
        int step = 0;
        while (!isWhole) {
            cli.setVariable(u"LIGHTWELL_DEVICE"_s, u"%1:%2"_s.arg(fault).arg(++step));
            const CliResult result = cli.run({u"restore"_s, file, u"--force"_s});
            isWhole = result.exitCode == 0;
            QVERIFY(fault == "kill"_L1 ? result.exitCode != 1 : result.exitCode <= 1 && result.exitCode >= 0);
            cli.setVariable(u"LIGHTWELL_DEVICE"_s, u"none"_s);
            const qsizetype count = requestsOf(cli).size(); // it can be opened
            QVERIFY2(isChosen(cli, count == 2 ? "4802" : "4801"), qPrintable(QString::number(step)));
            QVERIFY(!QFile::exists(cli.home() + u"/restoring.json"_s));
            if (fault == "kill"_L1 && count == 2) {
                continue; // died behind its last step, and before it could say so
            }
            QVERIFY2(count == (isWhole ? 2 : 1), qPrintable(QString::number(step)));
        }
        QVERIFY(step > 4);
    }
};

QTEST_GUILESS_MAIN(TestCliBackup)
#include "test_clibackup.moc"

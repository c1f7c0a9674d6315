// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cliprogram.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <functional>

using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// What came of the one picture of a home; yields the home as it is then.
using Mishap = std::function<void(const QString &picture)>;
Q_DECLARE_METATYPE(Mishap)

/// `doctor --repair`: the books and the media folder are brought together again.
class TestCliRepair : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bringsTogether_data();
    void bringsTogether();
    void followsAMovedHome();

private:
    static QString make(CliProgram &cli)
    {
        const CliResult made = cli.run({u"generate"_s, u"boat"_s, u"--model"_s, u"sketchbook-pattern"_s, u"--size"_s,
                                        u"64x64"_s, u"-o"_s, cli.path(u"out/"_s)});
        [&made] { QVERIFY2(made.exitCode == 0, made.err.constData()); }();
        return pathIn(cli);
    }
    static QString pathIn(CliProgram &cli)
    {
        const QJsonArray requests = cli.run({u"requests"_s, u"--json"_s}).json().array();
        return requests.first()["pictures"_L1][0]["path"_L1].toString();
    }
    static QStringList codes(CliProgram &cli, const QStringList &options = {})
    {
        QStringList codes;
        const QJsonArray checks =
            cli.run(QStringList {u"doctor"_s, u"--json"_s} + options).json()["checks"_L1].toArray();
        for (const QJsonValue &check : checks) {
            if (check["code"_L1].toString().startsWith(u"pictures_"_s)) {
                codes.append(check["code"_L1].toString());
            }
        }
        return codes;
    }
};

void TestCliRepair::bringsTogether_data()
{
    QTest::addColumn<Mishap>("mishap");
    QTest::addColumn<QStringList>("before");
    QTest::addColumn<QStringList>("during");
    QTest::addColumn<QStringList>("after");
    const QStringList none;
    const QString moved = u"pictures_moved"_s;
    const QString linked = u"pictures_linked"_s;
    const QString missing = u"pictures_missing"_s;
    const QString unknown = u"pictures_unknown"_s;
    const auto beside = [](const QString &picture, const QString &name) -> QString {
        return QFileInfo(picture).absolutePath() + u"/../"_s + name;
    };
    const auto row = [](const char *name, const Mishap &mishap, const QStringList &before, const QStringList &during,
                        const QStringList &after) { QTest::newRow(name) << mishap << before << during << after; };
    row(
        "nothing", [](const QString &) {}, none, none, none);
    // Nothing is deleted: what was found under another name stays there, too.
    row("renamed", [=](const QString &picture) { QVERIFY(QFile::rename(picture, beside(picture, u"boat.png"_s))); },
        {moved}, {linked}, {unknown});
    row("gone", [](const QString &picture) { QVERIFY(QFile::remove(picture)); }, {missing}, {missing}, {missing});
    row("cut off", [](const QString &picture) { QVERIFY(QFile::resize(picture, 20)); }, {missing, unknown},
        {missing, unknown}, {missing, unknown});
    row("cut off, and a whole one under another name",
        [=](const QString &picture) {
            QVERIFY(QFile::copy(picture, beside(picture, u"boat.png"_s)));
            QVERIFY(QFile::resize(picture, 20));
        },
        {moved, unknown}, {linked}, {unknown});
    row("one nobody knows",
        [=](const QString &picture) {
            QFile file(beside(picture, u"mine.png"_s));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") == 4);
        },
        {unknown}, {unknown}, {unknown});
}

void TestCliRepair::bringsTogether()
{
    QFETCH(const Mishap, mishap);
    QFETCH(const QStringList, before);
    QFETCH(const QStringList, during);
    QFETCH(const QStringList, after);
    CliProgram cli;
    const QString picture = make(cli);
    QVERIFY(QFile::exists(picture));
    mishap(picture);
    const qsizetype count = QDir(cli.home() + u"/media"_s).entryList(QDir::Files).size();
    QCOMPARE(codes(cli), before);
    QCOMPARE(codes(cli, {u"--repair"_s}), during);
    QCOMPARE(codes(cli), after);
    QCOMPARE(QDir(cli.home() + u"/media"_s).entryList(QDir::Files).size(), count);
    QCOMPARE(QFile::exists(pathIn(cli)), !before.contains(u"pictures_missing"_s) || QFile::exists(picture));
}

/// As after a move to another computer, or a restore into another folder.
void TestCliRepair::followsAMovedHome()
{
    CliProgram cli;
    QVERIFY(!make(cli).isEmpty());
    const QString elsewhere = cli.path(u"elsewhere"_s);
    QVERIFY(QDir().rename(cli.home(), elsewhere));
    cli.setVariable(u"LIGHTWELL_HOME"_s, elsewhere);
    QVERIFY(!QFile::exists(pathIn(cli)));
    QCOMPARE(codes(cli), QStringList {u"pictures_moved"_s});
    QCOMPARE(codes(cli, {u"--repair"_s}), QStringList {u"pictures_linked"_s});
    QCOMPARE(codes(cli), QStringList());
    QVERIFY(pathIn(cli).startsWith(elsewhere));
    QVERIFY(QFile::exists(pathIn(cli)));
}

QTEST_GUILESS_MAIN(TestCliRepair)
#include "test_clirepair.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cliprogram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

QStringList words(const char *line)
{
    return QString::fromLatin1(line).split(u' ');
}

} // namespace

/// What is asked for is done whole or refused: nothing on the command line is left out in silence.
class TestCliArguments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void surplusIsWrongUsage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        for (const char *line :
             {"generate two words --model sketchbook-scene", "estimate two words --model sketchbook-scene",
              "compare two words --models sketchbook-scene -o x", "clients add Two words", "clients revoke Two words",
              "clients list all", "budget set 5 6 --period week", "budget list all", "budget remove 1 2",
              "keys test openai fal", "keys remove openai fal", "keys list openai", "models a b", "requests extra",
              "usage extra", "doctor extra", "serve extra"}) {
            QTest::newRow(line) << words(line);
        }
        for (const char *line :
             {"estimate boat --model sketchbook-scene --model sketchbook-pattern",
              "estimate boat --model sketchbook-scene --n 1 --n 2", "generate boat --model x -o a --output b",
              "budget set 5 --period week --period day", "usage --period day --period week"}) {
            QTest::newRow(line) << words(line);
        }
    }
    void surplusIsWrongUsage()
    {
        QFETCH(QStringList, arguments);
        CliProgram cli;
        const CliResult result = cli.run(arguments);
        QCOMPARE(result.exitCode, 2);
        QVERIFY(!result.err.isEmpty());
        QCOMPARE(result.out, QByteArray());
    }

    void aKeyAmongTheArgumentsIsRefusedAndNotRepeated()
    {
        CliProgram cli;
        const CliResult result = cli.run({u"keys"_s, u"set"_s, u"openai"_s, u"sk-canary"_s}, "sk-other\n");
        QCOMPARE(result.exitCode, 2);
        QVERIFY2(result.err.contains("standard input"), result.err.constData());
        QVERIFY(!result.err.contains("sk-canary"));
    }

    void aMisspelledPeriodRemovesNoBudget_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("misspelled") << words("budget remove --period mnth");
        QTest::newRow("empty") << QStringList {u"budget"_s, u"remove"_s, u"--period"_s, {}};
        QTest::newRow("by id and by period") << words("budget remove 1 --period day");
        QTest::newRow("by id and by provider") << words("budget remove 1 --provider fal");
        QTest::newRow("list") << words("budget list --period mnth");
    }
    void aMisspelledPeriodRemovesNoBudget()
    {
        QFETCH(QStringList, arguments);
        CliProgram cli;
        QCOMPARE(cli.run(words("budget set 20 --period week")).exitCode, 0);
        const CliResult result = cli.run(arguments);
        QCOMPARE(result.exitCode, 2);
        QVERIFY(!result.err.isEmpty());
        QCOMPARE(cli.run(words("budget list --json")).json().array().size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestCliArguments)
#include "test_cliarguments.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/books.h"
#include "tests/cli/cliprogram.h"
#include "tests/standins/openai.h"

#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// The disk with the home takes nothing more from each step of a paid request on, in turn.
class TestCliFailingDisk : public QObject
{
    Q_OBJECT

public:
    static void initMain() { qputenv("QTEST_FUNCTION_TIMEOUT", "900000"); }

private Q_SLOTS:
    void whatIsPaidForIsDelivered_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::newRow("full") << u"full"_s;
        QTest::newRow("broken") << u"broken"_s;
    }
    void whatIsPaidForIsDelivered();

private:
    static CliResult run(CliProgram &cli, const QStringList &arguments)
    {
        const std::unique_ptr<QProcess> process = cli.start(arguments);
        [&process] { QTRY_COMPARE_WITH_TIMEOUT(process->state(), QProcess::NotRunning, 90'000); }();
        return {process->exitStatus() == QProcess::NormalExit ? process->exitCode() : -1,
                process->readAllStandardOutput(), process->readAllStandardError()};
    }
};

void TestCliFailingDisk::whatIsPaidForIsDelivered()
{
    QFETCH(const QString, fault);
    OpenAiStandIn vendor;
    CliProgram cli;
    cli.setVariable(u"OPENAI_API_KEY"_s, QString::fromLatin1(OpenAiStandIn::key()));
    cli.setVariable(u"LIGHTWELL_OPENAI_BASE_URL"_s, vendor.baseUrl().toString());
    cli.setVariable(u"TMPDIR"_s, cli.path(u"temporary"_s));
    QVERIFY(QDir().mkpath(cli.path(u"temporary"_s)));
    QCOMPARE(cli.run({u"usage"_s}).exitCode, 0); // the home is there
    cli.setVariable(u"LD_PRELOAD"_s, QStringLiteral(LIGHTWELL_DEVICE_FILE));
    const QString model = u"openai/gpt-image-2"_s;
    Books before(cli.home());
    int refused = 0;
    int delivered = 0;
    int stepsWithoutFault = 0;
    for (int step = 1; stepsWithoutFault == 0; ++step) {
        const QString place = u"%1 from step %2"_s.arg(fault).arg(step);
        const QString file = cli.path(u"out-%1.png"_s.arg(step));
        const int billed = vendor.billed();
        cli.setVariable(u"LIGHTWELL_DEVICE"_s, u"%1:%2"_s.arg(fault).arg(step));
        const CliResult result =
            run(cli, {u"generate"_s, u"a boat"_s, u"--model"_s, model, u"--json"_s, u"-o"_s, file});
        const int paid = vendor.billed() - billed;
        QVERIFY2(paid <= 1, qPrintable(place));
        // A picture that is there is a success, unless the person has to enter its cost.
        const bool isOwed = result.json()["error"_L1]["code"_L1].toString() == QLatin1StringView(bookingOwedCode);
        const bool isGood = result.exitCode == 0 || (result.exitCode == 1 && (paid == 0 || isOwed));
        QVERIFY2(isGood, qPrintable(place + u": "_s + QString::fromUtf8(result.err)));
        QCOMPARE(QImage(file).isNull(), paid == 0);
        QVERIFY2(paid == 1 || !result.err.isEmpty(), qPrintable(place)); // it is said why
        (paid == 1 ? delivered : refused) += 1;

        // The disk has room again.
        cli.setVariable(u"LIGHTWELL_DEVICE"_s, u"none"_s);
        const CliResult next = run(cli,
                                   {u"generate"_s, u"waves"_s, u"--model"_s, u"sketchbook-pattern"_s, u"--size"_s,
                                    u"64x64"_s, u"-o"_s, cli.path(u"free/"_s)});
        QVERIFY2(next.exitCode == 0, next.err.constData());
        const Books after(cli.home());
        const std::optional<Generation> made = after.newestOf(model, before);
        QVERIFY2(made || paid == 0, qPrintable(place)); // what is paid for is in the books
        if (made && paid == 1) {
            const bool isOpen = !made->cost.isKnown();
            QCOMPARE(after.usage.reserved - before.usage.reserved, isOpen ? made->estimate : Money::zero());
            QCOMPARE(after.usage.total - before.usage.total, isOpen ? Money::zero() : made->cost);
            stepsWithoutFault += !isOpen && result.err.isEmpty() ? 1 : 0;
        }
        before = after;
    }
    QVERIFY(refused > 2);
    QVERIFY(delivered > 4);
}

QTEST_GUILESS_MAIN(TestCliFailingDisk)
#include "test_clifailingdisk.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/books.h"
#include "tests/cli/cliprogram.h"
#include "tests/standins/bfl.h"
#include "tests/standins/fal.h"
#include "tests/standins/gemini.h"
#include "tests/standins/openai.h"

#include <QDir>
#include <QTest>

#include <algorithm>
#include <functional>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

using MakeVendor = std::function<std::unique_ptr<VendorStandIn>(CliProgram &)>;

template<typename Vendor>
MakeVendor vendor(const QString &keyVariable, const QString &addressVariable)
{
    return [=](CliProgram &cli) {
        auto standIn = std::make_unique<Vendor>();
        cli.setVariable(keyVariable, QString::fromLatin1(Vendor::key()));
        cli.setVariable(addressVariable, standIn->baseUrl().toString());
        standIn->setPolls(0); // a job is done when it is asked about, so that few steps wait
        standIn->hurry();
        standIn->fillTheAccount();
        return standIn;
    };
}

} // namespace

/// The command line program dies at each step of a paid request in turn, as by kill -9; the next one finds what it
/// left.
class TestCliKilled : public QObject
{
    Q_OBJECT

public:
    /// Each case starts the program some fifty times.
    static void initMain() { qputenv("QTEST_FUNCTION_TIMEOUT", "900000"); }

private Q_SLOTS:
    void losesNothing_data()
    {
        QTest::addColumn<MakeVendor>("make");
        QTest::addColumn<QString>("model");
        QTest::addColumn<int>("calls");
        QTest::addColumn<int>("stride"); ///< of steps, unless LIGHTWELL_EVERY_STEP is set: it takes minutes
        const MakeVendor openai = vendor<OpenAiStandIn>(u"OPENAI_API_KEY"_s, u"LIGHTWELL_OPENAI_BASE_URL"_s);
        const MakeVendor gemini = vendor<GeminiStandIn>(u"GEMINI_API_KEY"_s, u"LIGHTWELL_GOOGLE_GEMINI_BASE_URL"_s);
        const MakeVendor fal = vendor<FalStandIn>(u"FAL_KEY"_s, u"LIGHTWELL_FAL_BASE_URL"_s);
        const MakeVendor bfl = vendor<BflStandIn>(u"BFL_API_KEY"_s, u"LIGHTWELL_BLACK_FOREST_LABS_BASE_URL"_s);
        QTest::newRow("an answer at once") << openai << u"openai/gpt-image-2"_s << 1 << 1;
        QTest::newRow("several at once") << gemini << u"google-gemini/nano-banana-2.1"_s << 2 << 1;
        QTest::newRow("a job") << fal << u"fal/flux-2-pro"_s << 1 << 3;
        QTest::newRow("several jobs") << bfl << u"black-forest-labs/flux-2-pro"_s << 2 << 5;
    }
    void losesNothing();

private:
    int m_firstWritten = 0; ///< step; 0: not known yet
    /// Whether it was killed before its end.
    static bool dies(CliProgram &cli, const QStringList &wish, int step)
    {
        cli.setVariable(u"LD_PRELOAD"_s, QStringLiteral(LIGHTWELL_DEVICE_FILE));
        cli.setVariable(u"LIGHTWELL_DEVICE"_s, u"kill:%1"_s.arg(step));
        const std::unique_ptr<QProcess> process = cli.start(wish);
        [&process] { QTRY_COMPARE_WITH_TIMEOUT(process->state(), QProcess::NotRunning, 60'000); }();
        cli.setVariable(u"LIGHTWELL_DEVICE"_s, u"none"_s);
        const bool died = process->exitStatus() == QProcess::CrashExit;
        if (!died) {
            [&process] { QVERIFY2(process->exitCode() == 0, process->readAllStandardError().constData()); }();
        }
        return died;
    }
    /// The next program of the command line, which wants something else.
    static bool takeUp(CliProgram &cli)
    {
        const std::unique_ptr<QProcess> next =
            cli.start({u"generate"_s, u"waves"_s, u"--model"_s, u"sketchbook-pattern"_s, u"--size"_s, u"64x64"_s,
                       u"--json"_s, u"-o"_s, cli.path(u"free/"_s)});
        [&next] { QTRY_COMPARE_WITH_TIMEOUT(next->state(), QProcess::NotRunning, 60'000); }();
        return next->exitStatus() == QProcess::NormalExit && next->exitCode() == 0;
    }
};

Q_DECLARE_METATYPE(MakeVendor)

void TestCliKilled::losesNothing()
{
    QFETCH(const MakeVendor, make);
    QFETCH(const QString, model);
    QFETCH(const int, calls);
    QFETCH(int, stride);
    if (qEnvironmentVariableIsSet("LIGHTWELL_EVERY_STEP")) {
        stride = 1;
    }
    CliProgram cli;
    const std::unique_ptr<VendorStandIn> vendor = make(cli);
    QCOMPARE(cli.run({u"usage"_s}).exitCode, 0); // the home is there
    const QStringList wish {u"generate"_s,          u"a boat"_s, u"--model"_s,       model, u"--n"_s,
                            QString::number(calls), u"-o"_s,     cli.path(u"out/"_s)};
    Books before(cli.home());
    int unknown = 0;
    // How a program starts is the same in all cases: the later ones begin shortly before the request is written down.
    int step = std::max(0, m_firstWritten - 4);
    for (bool died = true; died;) {
        const int billed = vendor->billed();
        step += stride;
        died = dies(cli, wish, step);
        QVERIFY(takeUp(cli));
        const Books after(cli.home());
        const QString place = u"killed at step %1"_s.arg(step);
        const int paid = vendor->billed() - billed; // never more often than it was asked for
        QVERIFY2(paid <= calls, qPrintable(place));
        const std::optional<Generation> made = after.newestOf(model, before);
        if (!made) {
            QVERIFY2(paid == 0 && died, qPrintable(place));
        } else {
            m_firstWritten = m_firstWritten == 0 ? step : m_firstWritten;
            QVERIFY2(made->status != GenerationStatus::Running, qPrintable(place));
            const bool isOpen = !made->cost.isKnown();
            const QString found = place
                + u": %1 paid, %2 pictures, %3, %4, %5"_s.arg(paid)
                      .arg(made->pictures.size())
                      .arg(statusName(made->status), made->cost.toString(),
                           made->error ? made->error->why().code : QString());
            QVERIFY2(isOpen || made->pictures.size() == paid, qPrintable(found));
            QVERIFY2(made->pictures.size() <= paid, qPrintable(place));
            if (isOpen) { // what nobody can know is said: its money stays reserved
                ++unknown;
                QVERIFY2(made->error && made->error->billing == Billing::MayBeBilled, qPrintable(place));
                QCOMPARE(made->attempts.last().status == GenerationStatus::Completed, !made->pictures.isEmpty());
            }
            QCOMPARE(after.usage.reserved - before.usage.reserved, isOpen ? made->estimate : Money::zero());
            QCOMPARE(after.usage.total - before.usage.total, isOpen ? Money::zero() : made->cost);
        }
        QVERIFY2(after.lost().isEmpty(), qPrintable(place + u": "_s + after.lost().join(u' ')));
        before = after;
    }
    // The steps were really walked through: before and after the paid request, and to the end.
    QVERIFY2(step > 15, qPrintable(QString::number(step)));
    QVERIFY(unknown > 0);
    QVERIFY(QDir(cli.home() + u"/media/arriving"_s).isEmpty());
}

QTEST_GUILESS_MAIN(TestCliKilled)
#include "test_clikilled.moc"

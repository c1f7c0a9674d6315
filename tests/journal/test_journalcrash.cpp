// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/journal.h"
#include "core/storage/query.h"
#include "core/storage/store.h"
#include "tests/journal/journalsample.h"

#include <QCoreApplication>
#include <QProcess>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace lightwell;
using namespace lightwell::test;

namespace {

const QDateTime now = QDateTime(QDate(2026, 11, 22), QTime(12, 0));
const AdapterState job {{u"job"_s, u"j-1"_s}};

/// Waits for the end of a step, and tells whether it went well.
using End = std::function<bool()>;

template<typename Value>
End endOf(const QFuture<Result<Value>> &step)
{
    return [step] { return step.result().ok(); };
}

/// The way of one generation with two calls, step by step.
QList<std::function<End(Journal &)>> way()
{
    const Generation generation = sampleGeneration(u"gen_1"_s);
    return {
        [=](Journal &journal) { return endOf(journal.beginAttempt(generation, 1, sampleMoney(generation), now)); },
        [](Journal &journal) { return endOf(journal.saveState(u"gen_1"_s, 1, 0, job)); },
        [](Journal &journal) { return endOf(journal.finishCall(u"gen_1"_s, 1, 0)); },
        [](Journal &journal) { return endOf(journal.finishCall(u"gen_1"_s, 1, 1)); },
        [=](Journal &journal) {
            const Generation done = completed(generation);
            return endOf(journal.endAttempt(done, 1, Journal::Settlement::Settle, done.cost, 3));
        },
    };
}

/// Goes `steps` steps and ends as a crash does: nothing is closed, flushed or destroyed. With `hasty` it does not
/// even wait for the last step to be carried out.
[[noreturn]] void crash(const QString &file, int steps, bool hasty)
{
    auto store = Store::open(file);
    if (!store) {
        _exit(2);
    }
    Journal journal(**store);
    const auto all = way();
    for (int step = 0; step < steps; ++step) {
        const End done = all.at(step)(journal);
        if (!(hasty && step == steps - 1) && !done()) {
            _exit(3);
        }
    }
    _exit(0);
}

} // namespace

class TestJournalCrash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackAfterEachStep_data();
    void comesBackAfterEachStep();
};

void TestJournalCrash::comesBackAfterEachStep_data()
{
    QTest::addColumn<int>("steps");
    QTest::addColumn<bool>("hasty");
    const auto count = static_cast<int>(way().size());
    for (int steps = 0; steps <= count; ++steps) {
        QTest::addRow("after %d steps", steps) << steps << false;
        if (steps > 0) {
            QTest::addRow("during step %d", steps) << steps << true;
        }
    }
}

void TestJournalCrash::comesBackAfterEachStep()
{
    QFETCH(const int, steps);
    QFETCH(const bool, hasty);
    QTemporaryDir folder;
    const QString file = folder.filePath(u"lightwell.db"_s);
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(),
                {u"crash"_s, file, QString::number(steps), hasty ? u"hasty"_s : u"patient"_s});
    QVERIFY(child.waitForFinished());
    QCOMPARE(child.exitStatus(), QProcess::NormalExit);
    QCOMPARE(child.exitCode(), 0);

    auto store = Store::open(file);
    QVERIFY(store.ok());
    const QString integrity =
        (*store)
            ->run([](Database &database) {
                Result<Rows> query = execute(database, u"PRAGMA integrity_check"_s);
                return query && query.value().next() ? query.value().value(0).toString() : QString();
            })
            .result();
    QCOMPARE(integrity, u"ok"_s);
    Journal journal(**store);
    const QList<JournalEntry> entries = journal.unfinished().result();
    const Usage usage = Ledger(**store).usage({}).result().value();
    const Generation generation = sampleGeneration(u"gen_1"_s);

    // What was written counts; a step that was under way is there as a whole or not at all.
    const bool ended = usage.total.microsOr(0) > 0;
    const bool begun = ended || !entries.isEmpty();
    const int certain = hasty ? steps - 1 : steps;
    QVERIFY(begun || certain < 1);
    QVERIFY(!begun || steps >= 1);
    QVERIFY(ended || certain < 5);
    QVERIFY(!ended || steps >= 5);
    if (ended) {
        QVERIFY(entries.isEmpty());
        QCOMPARE(usage.reserved, Money::zero());
        QCOMPARE(journal.find(u"gen_1"_s).result(), std::optional(completed(generation)));
    } else if (begun) {
        QCOMPARE(entries.size(), 1);
        QCOMPARE(entries.first().generation, generation);
        QCOMPARE(usage.reserved, generation.estimate);
        const QList<JournalCall> &calls = entries.first().calls;
        QCOMPARE(calls.size(), 2);
        QVERIFY(calls.at(0).state == job || certain < 2);
        QVERIFY(calls.at(0).state.isEmpty() || steps >= 2);
        QVERIFY(calls.at(0).finished || certain < 3);
        QVERIFY(calls.at(1).finished || certain < 4);
    } else {
        QCOMPARE(usage.reserved, Money::zero());
    }
}

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 5 && arguments.at(1) == u"crash"_s) {
        crash(arguments.at(2), arguments.at(3).toInt(), arguments.at(4) == u"hasty"_s);
    }
    TestJournalCrash test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_journalcrash.moc"

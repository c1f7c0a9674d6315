// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/providers/drive.h"
#include "tests/providers/jobrun.h"
#include "tests/providers/jobvendors.h"
#include "tests/standins/bfl.h"
#include "tests/standins/replicate.h"

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(lightwell::test::Reply)

/// What becomes of a job that is paid for when things go wrong, over real HTTP.
class TestJobTrouble : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pollsThroughTrouble_data();
    void pollsThroughTrouble();
    void badEnds_data();
    void badEnds();
    void cancels_data();
    void cancels();
    void stoppedByReplicate_data();
    void stoppedByReplicate();
    void picksUpAfterACrash_data();
    void picksUpAfterACrash();
    void linksThatHaveGone_data();
    void linksThatHaveGone();
    void unknownForAMoment();
};

void TestJobTrouble::pollsThroughTrouble_data()
{
    QTest::addColumn<QString>("vendor");
    QTest::addColumn<Reply>("reply");
    const QStringList names = JobVendor::names();
    for (const QString &name : names) {
        for (const int status : {500, 503}) {
            QTest::addRow("%s %d", qPrintable(name), status)
                << name << Reply::json({}, status).with("Retry-After"_ba, "0.01"_ba);
        }
    }
}

void TestJobTrouble::pollsThroughTrouble()
{
    QFETCH(QString, vendor);
    QFETCH(Reply, reply);
    const JobVendor at(vendor);
    at.standIn->script(u"status"_s, reply, 7); // more than the loop repeats on its own
    const CallOutcome outcome = drive(*at.adapter, at.plan, at.credentials);
    QVERIFY(!outcome.error);
    QCOMPARE(outcome.media.size(), 1);
    QCOMPARE(at.submissions(), 1);
    QCOMPARE(at.standIn->billed(), 1);
}

void TestJobTrouble::badEnds_data()
{
    QTest::addColumn<QString>("vendor");
    QTest::addColumn<QString>("how");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<Billing>("billing");
    const auto row = [](const char *vendor, const char *how, ErrorKind kind, Billing billing) {
        QTest::addRow("%s %s", vendor, how)
            << QString::fromLatin1(vendor) << QString::fromLatin1(how) << kind << billing;
    };
    row("alibaba", "moderated", ErrorKind::ContentPolicy, Billing::NotBilled); // only pictures are billed
    row("alibaba", "broken", ErrorKind::Upstream, Billing::NotBilled);
    row("bria", "moderated", ErrorKind::ContentPolicy, Billing::MayBeBilled);
    row("bria", "broken", ErrorKind::Upstream, Billing::MayBeBilled);
    row("comfyui", "broken", ErrorKind::Upstream, Billing::NotBilled);
    row("sd-cpp", "broken", ErrorKind::Upstream, Billing::NotBilled);
    row("fal", "moderated", ErrorKind::ContentPolicy, Billing::MayBeBilled);
    row("fal", "broken", ErrorKind::Upstream, Billing::NotBilled);
    row("ideogram", "moderated", ErrorKind::ContentPolicy, Billing::MayBeBilled);
    row("ideogram", "broken", ErrorKind::Upstream, Billing::MayBeBilled);
    row("fireworks", "moderated", ErrorKind::ContentPolicy, Billing::MayBeBilled);
    row("fireworks", "broken", ErrorKind::Upstream, Billing::MayBeBilled);
    row("leonardo", "moderated", ErrorKind::ContentPolicy, Billing::NotBilled);
    row("leonardo", "broken", ErrorKind::Upstream, Billing::MayBeBilled);
    row("luma", "moderated", ErrorKind::ContentPolicy, Billing::MayBeBilled);
    row("luma", "broken", ErrorKind::Upstream, Billing::MayBeBilled);
    row("novita", "moderated", ErrorKind::ContentPolicy, Billing::MayBeBilled);
    row("novita", "broken", ErrorKind::Upstream, Billing::MayBeBilled);
    row("replicate", "moderated", ErrorKind::ContentPolicy, Billing::MayBeBilled);
    row("replicate", "broken", ErrorKind::Upstream, Billing::MayBeBilled);
    row("stability", "moderated", ErrorKind::ContentPolicy, Billing::NotBilled); // which it says
    row("stability", "broken", ErrorKind::ContentPolicy, Billing::MayBeBilled); // a blurred picture
    row("runware", "moderated", ErrorKind::ContentPolicy, Billing::MayBeBilled);
    row("runware", "broken", ErrorKind::Upstream, Billing::MayBeBilled);
    row("black-forest-labs", "moderated", ErrorKind::ContentPolicy, Billing::MayBeBilled);
    row("black-forest-labs", "broken", ErrorKind::Upstream, Billing::MayBeBilled);
}

void TestJobTrouble::badEnds()
{
    QFETCH(QString, vendor);
    QFETCH(QString, how);
    JobVendor at(vendor);
    at.standIn->failNext(how == "moderated"_L1);
    const Error error = drive(*at.adapter, at.plan, at.credentials).error.value_or(Error());
    QTEST(error.kind, "kind");
    QTEST(error.billing, "billing");
    QVERIFY(!error.why().isEmpty());
    QCOMPARE(at.submissions(), 1);
    QCOMPARE(at.standIn->downloads(), 0);
}

void TestJobTrouble::cancels_data()
{
    QTest::addColumn<QString>("vendor");
    QTest::addColumn<int>("told");
    QTest::addColumn<Billing>("billing");
    QTest::newRow("alibaba") << u"alibaba"_s << 1 << Billing::NotBilled; // it still waited
    QTest::newRow("bria") << u"bria"_s << 0 << Billing::MayBeBilled;
    QTest::newRow("comfyui") << u"comfyui"_s << 1 << Billing::NotBilled;
    QTest::newRow("sd-cpp") << u"sd-cpp"_s << 1 << Billing::NotBilled;
    QTest::newRow("fal") << u"fal"_s << 1 << Billing::MayBeBilled;
    QTest::newRow("fireworks") << u"fireworks"_s << 0 << Billing::MayBeBilled;
    QTest::newRow("ideogram") << u"ideogram"_s << 0 << Billing::MayBeBilled;
    QTest::newRow("leonardo") << u"leonardo"_s << 0 << Billing::MayBeBilled;
    QTest::newRow("luma") << u"luma"_s << 0 << Billing::MayBeBilled;
    QTest::newRow("novita") << u"novita"_s << 0 << Billing::MayBeBilled;
    QTest::newRow("replicate") << u"replicate"_s << 1 << Billing::Billed;
    QTest::newRow("runware") << u"runware"_s << 0 << Billing::MayBeBilled;
    QTest::newRow("stability") << u"stability"_s << 0 << Billing::MayBeBilled;
    QTest::newRow("black-forest-labs") << u"black-forest-labs"_s << 0 << Billing::MayBeBilled;
}

void TestJobTrouble::cancels()
{
    QFETCH(QString, vendor);
    const JobVendor at(vendor);
    at.standIn->setPolls(100'000);
    JobRun run(*at.adapter, at.plan, at.credentials);
    QVERIFY(run.start().hasJob());
    run.cancel();
    const Error error = run.outcome().error.value_or(Error());
    QCOMPARE(error.kind, ErrorKind::Cancelled);
    QTEST(error.billing, "billing");
    QTEST(at.cancellations(), "told");
    QCOMPARE(at.submissions(), 1);
}

void TestJobTrouble::stoppedByReplicate_data()
{
    QTest::addColumn<QString>("ending");
    QTest::addColumn<Billing>("billing");
    QTest::addColumn<int>("billed");
    QTest::newRow("in the queue") << u"aborted"_s << Billing::NotBilled << 0;
    QTest::newRow("at work") << u"canceled"_s << Billing::Billed << 1;
}

/// A deadline, or somebody at the vendor's own page: what it cost depends on whether the run had begun.
void TestJobTrouble::stoppedByReplicate()
{
    QFETCH(QString, ending);
    const JobVendor at(u"replicate"_s);
    auto *replicate = dynamic_cast<ReplicateStandIn *>(at.standIn.get());
    replicate->failNextRun({}, ending);
    const Error error = drive(*at.adapter, at.plan, at.credentials).error.value_or(Error());
    QCOMPARE(error.kind, ErrorKind::Cancelled);
    QTEST(error.billing, "billing");
    QTEST(at.standIn->billed(), "billed");
    QCOMPARE(at.submissions(), 1);
}

void TestJobTrouble::picksUpAfterACrash_data()
{
    QTest::addColumn<QString>("vendor");
    const QStringList names = JobVendor::names();
    for (const QString &name : names) {
        QTest::newRow(qPrintable(name)) << name;
    }
}

void TestJobTrouble::picksUpAfterACrash()
{
    QFETCH(QString, vendor);
    const JobVendor at(vendor);
    at.standIn->setPolls(5);
    JobRun lost(*at.adapter, at.plan, at.credentials);
    QVERIFY(lost.start().hasJob());
    lost.crash();
    const QByteArray key = at.credentials.key;
    QVERIFY(key.isEmpty() || !QJsonDocument(lost.state()).toJson().contains(key));

    JobRun found(*at.adapter, at.plan, at.credentials);
    const CallOutcome outcome = found.resume(lost.state()).outcome();
    QVERIFY(!outcome.error);
    QCOMPARE(outcome.media.size(), 1);
    QVERIFY(sniffFormat(outcome.media.first().bytes));
    QCOMPARE(at.submissions(), 1);
    QCOMPARE(at.standIn->billed(), 1);
    if (vendor == "black-forest-labs"_L1) {
        QCOMPARE(outcome.cost, Money::fromMicros(30'000)); // known since the submission, kept over the crash
    }
}

void TestJobTrouble::linksThatHaveGone_data()
{
    QTest::addColumn<QString>("vendor");
    QTest::addColumn<int>("status");
    const QStringList names = JobVendor::names();
    for (const QString &name : names) {
        for (const int status : JobVendor::hasLinks(name) ? QList {403, 404, 410} : QList<int>()) {
            QTest::addRow("%s %d", qPrintable(name), status) << name << status;
        }
    }
}

void TestJobTrouble::linksThatHaveGone()
{
    QFETCH(QString, vendor);
    QFETCH(int, status);
    const JobVendor at(vendor);
    at.standIn->expireResults(status);
    const CallOutcome outcome = drive(*at.adapter, at.plan, at.credentials);
    QVERIFY(outcome.error);
    QCOMPARE(outcome.error->billing, Billing::Billed); // made, and kept to be fetched later
    QCOMPARE(at.submissions(), 1);
    QCOMPARE(at.standIn->violations(), QStringList());
}

void TestJobTrouble::unknownForAMoment()
{
    const JobVendor at(u"black-forest-labs"_s);
    auto *bfl = dynamic_cast<BflStandIn *>(at.standIn.get());
    bfl->loseNextTask(3);
    QVERIFY(!drive(*at.adapter, at.plan, at.credentials).error);
    bfl->loseNextTask(1000);
    const Error lost = drive(*at.adapter, at.plan, at.credentials).error.value_or(Error());
    QCOMPARE(lost.kind, ErrorKind::NotFound);
    QCOMPARE(lost.billing, Billing::MayBeBilled);
}

QTEST_GUILESS_MAIN(TestJobTrouble)
#include "test_jobtrouble_endtoend.moc"

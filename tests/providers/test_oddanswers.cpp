// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A job that is paid for survives every odd answer to a question that costs nothing: each vendor, each question, each
// answer, over real sockets and through the product's own loop.
#include "core/adapter/vendorreasons.h"
#include "core/engine/callreasons.h"
#include "core/model/reasonsearch.h"
#include "tests/providers/drive.h"
#include "tests/providers/jobvendors.h"
#include "tests/providers/oddanswers.h"

#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

struct Question
{
    const char *vendor;
    const char *point; ///< of its stand-in
};

constexpr Question questions[] = {
    {"alibaba", "status"},
    {"alibaba", "download"},
    {"bria", "status"},
    {"bria", "download"},
    {"comfyui", "status"},
    {"comfyui", "queue"},
    {"comfyui", "download"},
    {"fal", "status"},
    {"fal", "result"},
    {"fal", "download"},
    {"ideogram", "status"},
    {"ideogram", "download"},
    {"fireworks", "status"},
    {"fireworks", "download"},
    {"leonardo", "status"},
    {"leonardo", "download"},
    {"luma", "status"},
    {"luma", "download"},
    {"luma/agents", "status"},
    {"luma/agents", "download"},
    {"novita", "status"},
    {"novita", "download"},
    {"replicate", "status"},
    {"replicate", "download"},
    {"sd-cpp", "status"},
    {"stability", "status"},
    {"runware", "status"},
    {"runware", "download"},
    {"black-forest-labs", "status"},
    {"black-forest-labs", "download"},
};

} // namespace

class TestOddAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areAskedAgain_data();
    void areAskedAgain();
    void aStateNobodyKnows_data();
    void aStateNobodyKnows();
    void anAnswerAboutAnotherJob_data() { aStateNobodyKnows_data(); }
    void anAnswerAboutAnotherJob();
    void doneWithoutAPicture_data();
    void doneWithoutAPicture();
    void anAnswerThatStays_data();
    void anAnswerThatStays();
};

void TestOddAnswers::areAskedAgain_data()
{
    QTest::addColumn<QString>("vendor");
    QTest::addColumn<QString>("point");
    QTest::addColumn<int>("answer");
    const QList<OddAnswer> all = oddAnswers();
    for (const Question &question : questions) {
        for (qsizetype i = 0; i < all.size(); ++i) {
            QTest::addRow("%s %s, %s", question.vendor, question.point, all.at(i).name.constData())
                << QString::fromLatin1(question.vendor) << QString::fromLatin1(question.point) << static_cast<int>(i);
        }
    }
}

void TestOddAnswers::areAskedAgain()
{
    QFETCH(const QString, vendor);
    QFETCH(const QString, point);
    QFETCH(const int, answer);
    const JobVendor at(vendor);
    at.standIn->setPolls(1);
    at.standIn->script(point, oddAnswers().at(answer).reply, 2);
    const int before = at.standIn->server().count();
    const CallOutcome outcome = drive(*at.adapter, at.plan, at.credentials);
    QVERIFY2(!outcome.error, outcome.error ? qPrintable(outcome.error->why().code) : "");
    QCOMPARE(outcome.media.size(), 1);
    QVERIFY(sniffFormat(outcome.media.first().bytes));
    QCOMPARE(at.submissions(), 1);
    QCOMPARE(at.standIn->billed(), 1);
    QCOMPARE(at.standIn->downloads(), JobVendor::hasLinks(vendor) ? 1 : 0);
    QVERIFY(at.standIn->server().count() > before + 3);
    QCOMPARE(at.standIn->violations(), QStringList());
}

void TestOddAnswers::aStateNobodyKnows_data()
{
    QTest::addColumn<QString>("vendor");
    const QStringList names = JobVendor::names() + QStringList(u"luma/agents"_s);
    for (const QString &name : names) {
        QTest::newRow(qPrintable(name)) << name;
    }
}

void TestOddAnswers::aStateNobodyKnows()
{
    QFETCH(const QString, vendor);
    const JobVendor at(vendor);
    at.standIn->script(u"status"_s, Reply::json({{u"id"_s, u"1"_s}, {u"status"_s, u"warming"_s}, {u"state"_s, 7}}), 3);
    const CallOutcome outcome = drive(*at.adapter, at.plan, at.credentials);
    QVERIFY(!outcome.error);
    QCOMPARE(outcome.media.size(), 1);
    QCOMPARE(at.submissions(), 1);
}

void TestOddAnswers::anAnswerAboutAnotherJob()
{
    QFETCH(const QString, vendor);
    const JobVendor at(vendor);
    const bool isFal = vendor == "fal"_L1;
    const QString status = isFal                                       ? u"COMPLETED"_s
        : vendor == "black-forest-labs"_L1 || vendor == "fireworks"_L1 ? u"Error"_s
                                                                       : u"failed"_s;
    at.standIn->script(u"status"_s,
                       Reply::json({{u"id"_s, u"other"_s},
                                    {u"request_id"_s, u"other"_s},
                                    {u"generation_id"_s, u"other"_s},
                                    {u"status"_s, status},
                                    {u"state"_s, status},
                                    {u"error"_s, u"x"_s}}),
                       2);
    const CallOutcome outcome = drive(*at.adapter, at.plan, at.credentials);
    QVERIFY(!outcome.error);
    QCOMPARE(outcome.media.size(), 1);
    QCOMPARE(at.submissions(), 1);
}

void TestOddAnswers::doneWithoutAPicture_data()
{
    QTest::addColumn<QString>("vendor");
    QTest::addColumn<QString>("point");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("alibaba") << u"alibaba"_s << u"status"_s
                             << R"({"output":{"task_status":"SUCCEEDED","results":[]}})"_ba;
    QTest::newRow("bria") << u"bria"_s << u"status"_s << R"({"status":"COMPLETED","result":null})"_ba;
    QTest::newRow("comfyui") << u"comfyui"_s << u"status"_s << R"({"6f0c1c0e-2f55-4f0b-9f43-1":{"outputs":{}}})"_ba;
    QTest::newRow("sd-cpp") << u"sd-cpp"_s << u"status"_s
                            << R"({"id":"job_68a5c1f0_1","status":"completed","result":null})"_ba;
    QTest::newRow("fal") << u"fal"_s << u"result"_s << R"({"images":null})"_ba;
    QTest::newRow("fal, running") << u"fal"_s << u"result"_s << R"({"status":"IN_PROGRESS"})"_ba;
    QTest::newRow("ideogram") << u"ideogram"_s << u"status"_s << R"({"status":"completed","data":null})"_ba;
    QTest::newRow("stability") << u"stability"_s << u"status"_s << R"({"finish_reason":"SUCCESS","image":null})"_ba;
    QTest::newRow("fireworks") << u"fireworks"_s << u"status"_s << R"({"status":"Ready","result":null})"_ba;
    QTest::newRow("leonardo") << u"leonardo"_s << u"status"_s
                              << R"({"generations_by_pk":{"status":"COMPLETE","generated_images":[]}})"_ba;
    QTest::newRow("luma") << u"luma"_s << u"status"_s << R"({"state":"completed","assets":null})"_ba;
    QTest::newRow("luma/agents") << u"luma/agents"_s << u"status"_s << R"({"state":"completed","output":[]})"_ba;
    QTest::newRow("novita") << u"novita"_s << u"status"_s
                            << R"({"task":{"status":"TASK_STATUS_SUCCEED"},"images":[]})"_ba;
    QTest::newRow("replicate") << u"replicate"_s << u"status"_s << R"({"status":"succeeded","output":null})"_ba;
    QTest::newRow("runware")
        << u"runware"_s << u"status"_s
        << R"({"data":[{"taskUUID":"00000000-0000-4000-8000-000000000001","status":"success"}]})"_ba;
    QTest::newRow("bfl") << u"black-forest-labs"_s << u"status"_s << R"({"status":"Ready","result":null})"_ba;
}

void TestOddAnswers::doneWithoutAPicture()
{
    QFETCH(const QString, vendor);
    QFETCH(const QString, point);
    QFETCH(const QByteArray, body);
    JobVendor at(vendor);
    at.standIn->script(point, Reply::bytes(body, "application/json"), 2);
    const CallOutcome outcome = drive(*at.adapter, at.plan, at.credentials);
    QVERIFY(!outcome.error);
    QCOMPARE(outcome.media.size(), 1);
    QCOMPARE(at.submissions(), 1);
    if (body.contains("IN_PROGRESS")) {
        return; // it may go on like this as long as it likes
    }
    const JobVendor again(vendor);
    again.standIn->script(point, Reply::bytes(body, "application/json"), 100'000);
    const CallOutcome without = drive(*again.adapter, again.plan, again.credentials);
    QVERIFY(without.error);
    QVERIFY(holdsReason(without.error->why(), reasons::jobWithoutPicture.code));
    QCOMPARE(without.error->billing == Billing::NotBilled, JobVendor::isLocal(vendor));
    if (!JobVendor::isLocal(vendor)) { // elsewhere nothing is lost that was paid for
        QVERIFY(without.hasJob);
        QCOMPARE(without.unread.bytes, body);
    }
    QCOMPARE(again.submissions(), 1);
}

void TestOddAnswers::anAnswerThatStays_data()
{
    QTest::addColumn<QString>("vendor");
    QTest::addColumn<QString>("point");
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorKind>("end");
    for (const Question &question : questions) {
        const QString vendor = QString::fromLatin1(question.vendor);
        const QString point = QString::fromLatin1(question.point);
        if (point == "download"_L1 || point == "queue"_L1) { // ComfyUI's queue only tells one's place
            continue;
        }
        for (const int status : {404, 410}) {
            const QStringList documented {u"bria"_s, u"ideogram"_s, u"novita"_s, u"replicate"_s, u"stability"_s};
            const bool isDocumented = vendor == "sd-cpp"_L1 || (status == 404 && documented.contains(vendor));
            QTest::addRow("%s %s %d", question.vendor, question.point, status)
                << vendor << point << status << (isDocumented ? ErrorKind::NotFound : ErrorKind::Timeout);
        }
        for (const int status : {401, 403}) {
            QTest::addRow("%s %s %d", question.vendor, question.point, status)
                << vendor << point << status << ErrorKind::Auth;
        }
    }
}

/// It is believed only where the vendor says that it means so, and the job is kept in any case.
void TestOddAnswers::anAnswerThatStays()
{
    QFETCH(const QString, vendor);
    QFETCH(const QString, point);
    QFETCH(const int, status);
    QFETCH(const ErrorKind, end);
    const JobVendor at(vendor);
    at.standIn->setPolls(1);
    at.standIn->script(point, Reply::json({}, status), 100'000);
    CallPatience patience = hastyPatience();
    patience.gone = std::chrono::milliseconds(50);
    patience.refused = std::chrono::milliseconds(50);
    if (end == ErrorKind::Timeout) {
        patience.total = std::chrono::milliseconds(700);
    }
    const CallOutcome outcome = drive(*at.adapter, at.plan, at.credentials, patience);
    QVERIFY(outcome.error);
    QCOMPARE(outcome.error->kind, end);
    QCOMPARE(outcome.error->billing, JobVendor::isLocal(vendor) ? Billing::NotBilled : Billing::MayBeBilled);
    QCOMPARE(holdsReason(outcome.error->why(), reasons::cannotBeAskedNow.code), end == ErrorKind::Auth);
    QCOMPARE(outcome.hasJob, !JobVendor::isLocal(vendor));
    QCOMPARE(at.submissions(), 1);
    QCOMPARE(at.standIn->billed(), 1);
}

QTEST_GUILESS_MAIN(TestOddAnswers)
#include "test_oddanswers.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapter/vendorreasons.h"
#include "providers/bfl/bfladapter.h"
#include "tests/providers/jobs.h"
#include "tests/providers/mutations.h"

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

class TestBflAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusals_data();
    void refusals();
    void endings_data();
    void endings();
    void pollTrouble_data();
    void pollTrouble();
    void toleratesUnknownForAWhile();
    void costs_data();
    void costs();
    void survivesDamage_data();
    void survivesDamage();

private:
    [[nodiscard]] Step read(const QString &phase, const HttpResponse &response, const QJsonObject &more = {}) const
    {
        AdapterState state {{u"phase"_s, phase}, {u"poll"_s, u"https://api.eu2.bfl.ai/v1/get_result?id=9f"_s}};
        for (auto field = more.begin(); field != more.end(); ++field) {
            state.insert(field.key(), field.value());
        }
        return m_bfl.advance(planFor(bflOffer()), state, response, m_credentials);
    }
    const BflAdapter m_bfl;
    const Credentials m_credentials {"bfl-secret"_ba, {}, {}};
};

void TestBflAnswers::refusals_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<Billing>("billing");
    QTest::addColumn<QString>("param");
    QTest::addColumn<int>("retryAfter"); ///< seconds; -1: none
    const auto row = [](const char *name, int status, const QByteArray &body, ErrorKind kind,
                        Billing billing = Billing::NotBilled, const QString &param = {}, int retryAfter = -1) {
        QTest::newRow(name) << status << body << kind << billing << param << retryAfter;
    };
    using K = ErrorKind;
    row("key", 403, R"({"detail":"Not authenticated - Invalid Authentication"})", K::Auth);
    row("no key", 401, R"({"detail":"Not authenticated"})", K::Auth);
    row("credits", 402, R"({"detail":"Insufficient credits. Add some."})", K::Funds);
    row("credits, forbidden", 403, R"({"detail":"Insufficient credits"})", K::Funds);
    row("width", 422, R"({"detail":[{"loc":["body","width"],"msg":"m","type":"multiple_of"}]})", K::Invalid,
        Billing::NotBilled, u"size"_s);
    row("picture", 422, R"({"detail":[{"loc":["body","input_image"],"msg":"m","type":"value_error"}]})", K::Invalid,
        Billing::NotBilled, u"image"_s);
    row("text", 422, R"({"detail":"no"})", K::Invalid);
    row("too many", 429, R"({"error":"rate_limit_exceeded","message":"slow down","retry_after":5})", K::RateLimit,
        Billing::NotBilled, {}, 5);
    row("too many, no time", 429, R"({"detail":"too many active tasks"})", K::RateLimit);
    row("no such model", 404, R"({"detail":"Not Found"})", K::NotFound);
    row("bad", 400, R"({"message":"bad"})", K::Invalid);
    row("busy", 503, "", K::Overloaded);
    row("server", 500, R"({"detail":"Internal Server Error"})", K::Upstream, Billing::MayBeBilled);
    row("gateway", 502, "<html></html>", K::Upstream, Billing::MayBeBilled);
    row("late", 504, "", K::Timeout, Billing::MayBeBilled);
    row("no JSON", 200, "hello", K::Upstream, Billing::MayBeBilled);
    row("no id", 200, R"({"polling_url":"https://api.bfl.ai/v1/get_result?id=1"})", K::Upstream, Billing::MayBeBilled);
    row("id of a wrong type", 200, R"({"id":7})", K::Upstream, Billing::MayBeBilled);
}

void TestBflAnswers::refusals()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(int, retryAfter);
    const Error error = errorOf(read(u"submit"_s, answerOf(status, body)));
    QTEST(error.kind, "kind");
    QTEST(error.billing, "billing");
    QTEST(error.param, "param");
    QCOMPARE(error.retryAfter,
             retryAfter < 0 ? std::nullopt : std::optional<milliseconds>(std::chrono::seconds(retryAfter)));
    QVERIFY(!error.why().isEmpty());
}

void TestBflAnswers::endings_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<Billing>("billing");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<Reason>("found");
    using K = ErrorKind;
    QTest::newRow("input moderated")
        << R"({"status":"Request Moderated","details":{"Moderation Reasons":["Content","Derivative Works Filter"]}})"_ba
        << K::ContentPolicy << Billing::NotBilled << u"Content; Derivative Works Filter"_s << Reason();
    QTest::newRow("output moderated") << R"({"status":"Content Moderated","result":null})"_ba << K::ContentPolicy
                                      << Billing::MayBeBilled << u""_s << Reason();
    QTest::newRow("error") << R"({"status":"Error","details":"worker died"})"_ba << K::Upstream << Billing::MayBeBilled
                           << u"worker died"_s << Reason();
    QTest::newRow("failed, other key") << R"({"state":"Failed"})"_ba << K::Upstream << Billing::MayBeBilled << u""_s
                                       << Reason();
    const Reason noStatus = reasons::answerLacks(u"status"_s);
    const Reason noSample = reasons::answerLacks(u"sample"_s);
    QTest::newRow("no status") << "{}"_ba << K::Upstream << Billing::MayBeBilled << QString() << noStatus;
    QTest::newRow("no JSON") << "hello"_ba << K::Upstream << Billing::MayBeBilled << QString() << noStatus;
    QTest::newRow("wrong type") << R"({"status":7})"_ba << K::Upstream << Billing::MayBeBilled << QString() << noStatus;
    QTest::newRow("ready without a picture")
        << R"({"status":"Ready","result":{}})"_ba << K::Upstream << Billing::MayBeBilled << QString() << noSample;
    QTest::newRow("ready with nothing") << R"({"status":"Ready","result":null})"_ba << K::Upstream
                                        << Billing::MayBeBilled << QString() << noSample;
    QTest::newRow("ready with words") << R"({"status":"Ready","result":{"sample":"soon"}})"_ba << K::Upstream
                                      << Billing::MayBeBilled << QString() << noSample;
}

void TestBflAnswers::endings()
{
    QFETCH(QByteArray, body);
    const Error error = errorOf(read(u"poll"_s, answerOf(200, body)));
    QTEST(error.kind, "kind");
    QTEST(error.billing, "billing");
    QTEST(error.detail, "detail");
    QFETCH(Reason, found);
    QVERIFY(!error.reason.isEmpty());
    const Reason broken = found == reasons::answerLacks(u"sample"_s)
        ? reasons::jobWithoutPicture(u"Black Forest Labs"_s)
        : reasons::noUsablePicture(u"Black Forest Labs"_s);
    QVERIFY(found.isEmpty() || error.reason == Reason::both(broken, found));
}

void TestBflAnswers::pollTrouble_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {302, 400, 401, 402, 403, 404, 408, 410, 422, 429, 500, 502, 503, 504, 520}) {
        QTest::addRow("%d", status) << status;
    }
}

void TestBflAnswers::pollTrouble()
{
    QFETCH(int, status);
    const Step step = read(u"poll"_s, answerOf(status, R"({"detail":"x"})"));
    QCOMPARE(kindOf(step), u"odd"_s); // it says nothing of the job
    QVERIFY(!requestOf(step).startsPaidWork);
    QCOMPARE(errorOf(step).billing, Billing::MayBeBilled);
}

void TestBflAnswers::toleratesUnknownForAWhile()
{
    const HttpResponse documented = answerOf(200, R"({"status":"Task not found"})");
    for (const HttpResponse &answer : {documented, answerOf(404, "")}) {
        const Step step = read(u"poll"_s, answer);
        QCOMPARE(kindOf(step), u"odd"_s);
        QCOMPARE(std::get<Odd>(step).mayBeSo, answer.status == 200);
        QCOMPARE(errorOf(step).kind, ErrorKind::NotFound);
        QCOMPARE(errorOf(step).billing, Billing::MayBeBilled);
    }
}

void TestBflAnswers::costs_data()
{
    QTest::addColumn<QByteArray>("cost");
    QTest::addColumn<Money>("money");
    QTest::newRow("whole") << R"(,"cost":3)"_ba << Money::fromMicros(30'000);
    QTest::newRow("part") << R"(,"cost":1.45)"_ba << Money::fromMicros(14'500);
    QTest::newRow("free") << R"(,"cost":0)"_ba << Money::zero();
    QTest::newRow("none") << ""_ba << Money::unknown();
    QTest::newRow("null") << R"(,"cost":null)"_ba << Money::unknown();
    QTest::newRow("a number as a text") << R"(,"cost":"3")"_ba << Money::fromMicros(30'000);
    QTest::newRow("no number") << R"(,"cost":"1,50")"_ba << Money::unknown();
    QTest::newRow("negative") << R"(,"cost":-3)"_ba << Money::fromMicros(-30'000); // the engine doubts it
}

void TestBflAnswers::costs()
{
    QFETCH(QByteArray, cost);
    const Step step = read(u"submit"_s, answerOf(200, R"({"id":"9f")" + cost + '}'));
    QTEST(std::get<Wait>(step).price, "money"); // reserved from now on
    const AdapterState state = jsonOf(QJsonDocument(stateOf(step)).toJson()); // as it comes from the journal
    const HttpResponse ready =
        answerOf(200, R"({"status":"Ready","result":{"sample":"https://delivery.bfl.ai/s.jpeg"}})");
    QTEST(doneOf(m_bfl.advance(planFor(bflOffer()), state, ready, m_credentials)).cost, "money");
}

void TestBflAnswers::survivesDamage_data()
{
    QTest::addColumn<QString>("phase");
    QTest::addColumn<QByteArray>("good");
    QTest::newRow("submit")
        << u"submit"_s << R"({"id":"9f","polling_url":"https://api.eu2.bfl.ai/v1/get_result?id=9f","cost":3.0})"_ba;
    QTest::newRow("pending") << u"poll"_s << R"({"id":"9f","status":"Pending","result":null,"progress":0.5})"_ba;
    QTest::newRow("ready") << u"poll"_s
                           << R"({"id":"9f","status":"Ready","result":{"sample":"https://delivery-eu1.bfl.ai/s.png",)"
                              R"("seed":3,"prompt":"a red fox"}})"_ba;
}

void TestBflAnswers::survivesDamage()
{
    QFETCH(QString, phase);
    QFETCH(QByteArray, good);
    QVERIFY(kindOf(read(phase, answerOf(200, good))) != "failed"_L1);
    for (const QByteArray &body : mutations(good, 3000)) {
        const Step step = read(phase, answerOf(200, body));
        const HttpRequest request = requestOf(step);
        QVERIFY(!request.startsPaidWork);
        QVERIFY(request.url.isEmpty() || request.url.host().endsWith(".bfl.ai"_L1));
        QVERIFY(kindOf(step) != "done"_L1 || hasOnlyUsableImages(doneOf(step)));
        QVERIFY(kindOf(step) != "failed"_L1 || errorOf(step).billing != Billing::NotBilled);
    }
}

QTEST_GUILESS_MAIN(TestBflAnswers)
#include "test_bflanswers.moc"

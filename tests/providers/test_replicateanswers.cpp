// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/replicate/replicateadapter.h"
#include "tests/providers/jobs.h"
#include "tests/providers/mutations.h"

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

class TestReplicateAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusals_data();
    void refusals();
    void unfinished_data();
    void unfinished();
    void endedWhereNobodyMayAsk();
    void endings_data();
    void endings();
    void pollTrouble_data();
    void pollTrouble();
    void outputs_data();
    void outputs();
    void costs_data();
    void costs();
    void tellsTheSeed_data();
    void tellsTheSeed();
    void survivesDamage_data();
    void survivesDamage();

private:
    [[nodiscard]] Step read(const QString &phase, const HttpResponse &response,
                            const Offer &offer = replicateOffer()) const
    {
        const AdapterState state {{u"phase"_s, phase}, {u"poll"_s, u"https://api.replicate.com/v1/predictions/1"_s}};
        return m_replicate.advance(planFor(offer), state, response, {"r8_x"_ba, {}, {}});
    }
    const ReplicateAdapter m_replicate;
};

void TestReplicateAnswers::refusals_data()
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
    row("token", 401, R"({"title":"Unauthenticated","detail":"You did not pass a token","status":401})", K::Auth);
    row("forbidden", 403, R"({"detail":"no"})", K::Auth);
    row("credit", 402, R"({"title":"Insufficient credit","detail":"You have insufficient credit","status":402})",
        K::Funds);
    row("payment gap", 422, R"({"detail":"Set up billing to run this model"})", K::Funds);
    row("no such model", 404, R"({"detail":"The requested resource could not be found.","status":404})", K::NotFound);
    row("version", 422,
        R"({"title":"Invalid version or not permitted","detail":"The specified version does not exist or perhaps",)"
        R"("status":422})",
        K::NotFound, Billing::NotBilled, u"model"_s);
    row("input", 422,
        R"({"title":"Input validation failed","detail":"- input.aspect_ratio: must be one of\n","status":422})",
        K::Invalid, Billing::NotBilled, u"aspect_ratio"_s);
    row("input under our name", 422, R"({"detail":"- input.num_outputs: Must be less than or equal to 4"})", K::Invalid,
        Billing::NotBilled, u"n"_s);
    row("too big", 413, R"({"detail":"too big"})", K::Invalid);
    row("throttled", 429, R"({"detail":"Request was throttled. Your rate limit resets in ~30s."})", K::RateLimit,
        Billing::NotBilled, {}, 30);
    row("throttled, no time", 429, R"({"detail":"Request was throttled."})", K::RateLimit);
    row("busy", 503, "", K::Overloaded);
    row("server", 500, R"({"detail":"oops"})", K::Upstream, Billing::MayBeBilled);
    row("gateway", 502, "<html></html>", K::Upstream, Billing::MayBeBilled);
    row("late", 504, "", K::Timeout, Billing::MayBeBilled);
    row("no JSON", 201, "hello", K::Upstream, Billing::MayBeBilled);
    row("no id", 201, R"({"status":"starting"})", K::Upstream, Billing::MayBeBilled);
    row("id of a wrong type", 201, R"({"id":1,"status":"starting"})", K::Upstream, Billing::MayBeBilled);
}

void TestReplicateAnswers::refusals()
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

void TestReplicateAnswers::unfinished_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("run");
    const auto run = [](const char *status, const char *output) {
        return QByteArray(R"({"id":"1","status":")" + QByteArray(status) + R"(","output":)" + output + '}');
    };
    QTest::newRow("created") << 201 << run("starting", "null");
    QTest::newRow("accepted, not begun") << 202 << run("starting", "null");
    QTest::newRow("accepted, at work") << 202 << run("processing", "null");
    // There may be more of them to come, and asking once more costs nothing.
    QTest::newRow("the first pictures are there")
        << 202 << run("processing", R"(["https://replicate.delivery/a.png"])");
}

/// Whether the run was created or only accepted, it is asked about until it ends.
void TestReplicateAnswers::unfinished()
{
    QFETCH(int, status);
    QFETCH(QByteArray, run);
    const Step step = read(u"submit"_s, answerOf(status, run));
    QCOMPARE(kindOf(step), u"wait"_s);
    QCOMPARE(requestOf(step).url, QUrl(u"https://api.replicate.com/v1/predictions/1"_s));
    QVERIFY(!requestOf(step).startsPaidWork);
}

/// Nothing came, and where more could be asked the key must not go: that is the end, without a question.
void TestReplicateAnswers::endedWhereNobodyMayAsk()
{
    const Step step =
        read(u"submit"_s, answerOf(201, R"({"id":"x","status":"succeeded","urls":{"get":"https://elsewhere/"}})"));
    QCOMPARE(kindOf(step), u"odd"_s);
    QCOMPARE(errorOf(step).billing, Billing::Billed);
}

void TestReplicateAnswers::endings_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<Billing>("billing");
    QTest::addColumn<QString>("code");
    const auto failed = [](const char *error) {
        return QByteArray(R"({"id":"1","status":"failed","output":null,"error":")" + QByteArray(error) + "\"}");
    };
    using K = ErrorKind;
    constexpr Billing unsure = Billing::MayBeBilled;
    QTest::newRow("nsfw") << failed("NSFW content detected. Try running it again, or try a different prompt.")
                          << K::ContentPolicy << unsure << u""_s;
    QTest::newRow("all nsfw") << failed("All generated images contained NSFW content.") << K::ContentPolicy << unsure
                              << u""_s;
    QTest::newRow("sensitive") << failed("The input or output was flagged as sensitive. Please try again. (E005)")
                               << K::ContentPolicy << unsure << u"E005"_s;
    QTest::newRow("memory") << failed("Out of memory (E1001)") << K::Upstream << unsure << u"E1001"_s;
    QTest::newRow("start") << failed("Timeout starting prediction (E6716)") << K::Timeout << unsure << u"E6716"_s;
    QTest::newRow("unknown") << failed("Something went wrong (E1000)") << K::Upstream << unsure << u"E1000"_s;
    QTest::newRow("silent") << R"({"id":"1","status":"failed","error":null})"_ba << K::Upstream << unsure << u""_s;
    QTest::newRow("canceled") << R"({"id":"1","status":"canceled"})"_ba << K::Cancelled << Billing::Billed << u""_s;
    QTest::newRow("aborted") << R"({"id":"1","status":"aborted"})"_ba << K::Cancelled << Billing::NotBilled << u""_s;
    QTest::newRow("removed") << R"({"id":"1","status":"succeeded","output":null,"data_removed":true})"_ba << K::Upstream
                             << Billing::Billed << u"data_removed"_s;
    QTest::newRow("all dropped") << R"({"id":"1","status":"succeeded","output":[],"logs":"NSFW content detected"})"_ba
                                 << K::ContentPolicy << Billing::Billed << u""_s;
    QTest::newRow("empty") << R"({"id":"1","status":"succeeded","output":[]})"_ba << K::Upstream << Billing::Billed
                           << u""_s;
    QTest::newRow("words") << R"({"id":"1","status":"succeeded","output":"a text"})"_ba << K::Upstream
                           << Billing::Billed << u""_s;
    QTest::newRow("no JSON") << "hello"_ba << K::Upstream << unsure << u""_s;
}

void TestReplicateAnswers::endings()
{
    QFETCH(QByteArray, body);
    for (const QString &phase : {u"poll"_s, u"submit"_s}) {
        const Step step = read(phase, answerOf(200, body));
        const bool isTakenOnly = kindOf(step) == "wait"_L1; // its picture may come
        if (phase == "submit"_L1 && (isTakenOnly || !body.contains(R"("id")"))) {
            continue;
        }
        const Error error = errorOf(step);
        QTEST(error.kind, "kind");
        QTEST(error.billing, "billing");
        QTEST(error.code, "code");
        QVERIFY(!error.why().isEmpty());
    }
}

void TestReplicateAnswers::pollTrouble_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {302, 400, 401, 402, 403, 404, 408, 410, 422, 429, 500, 502, 503, 504, 520}) {
        QTest::addRow("%d", status) << status;
    }
}

void TestReplicateAnswers::pollTrouble()
{
    QFETCH(int, status);
    const Step step = read(u"poll"_s, answerOf(status, R"({"detail":"x"})", {{"Retry-After"_ba, "2"_ba}}));
    QCOMPARE(kindOf(step), u"odd"_s); // it says nothing of the job
    QCOMPARE(std::get<Odd>(step).mayBeSo, status == 404);
    QVERIFY(!requestOf(step).startsPaidWork);
    QCOMPARE(errorOf(step).billing, Billing::MayBeBilled); // the run goes on without us
}

void TestReplicateAnswers::outputs_data()
{
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<QStringList>("found"); ///< addresses; "bytes" for the picture itself
    const QByteArray data = "\"data:image/png;base64," + pngOf({8, 8}).toBase64() + '"';
    const QString a = u"https://replicate.delivery/a.webp"_s;
    const QString b = u"https://replicate.delivery/b.webp"_s;
    QTest::newRow("text") << R"("https://replicate.delivery/a.webp")"_ba << QStringList {a};
    QTest::newRow("list") << R"(["https://replicate.delivery/a.webp","https://replicate.delivery/b.webp"])"_ba
                          << QStringList {a, b};
    QTest::newRow("object") << R"({"image":"https://replicate.delivery/a.webp","text":"words","n":1})"_ba
                            << QStringList {a};
    QTest::newRow("nested")
        << R"({"x":[{"y":"https://replicate.delivery/a.webp"}],"z":"https://replicate.delivery/b.webp"})"_ba
        << QStringList {a, b};
    QTest::newRow("inline") << data << QStringList {u"bytes"_s};
    QTest::newRow("with gaps") << R"([null,"https://replicate.delivery/b.webp",7])"_ba << QStringList {b};
}

void TestReplicateAnswers::outputs()
{
    QFETCH(QByteArray, output);
    const Done done = doneOf(read(u"poll"_s, answerOf(200, R"({"status":"succeeded","output":)" + output + '}')));
    QStringList found;
    for (const ProducedMedia &image : done.media) {
        found.append(image.bytes.isEmpty() ? image.url.toString() : u"bytes"_s);
    }
    QTEST(found, "found");
}

void TestReplicateAnswers::costs_data()
{
    QTest::addColumn<Offer>("offer");
    QTest::addColumn<QByteArray>("metrics");
    QTest::addColumn<Money>("cost");
    QTest::newRow("per second") << replicateVersionedOffer() << R"({"predict_time":2.5})"_ba << Money::fromMicros(2500);
    QTest::newRow("per picture") << replicateOffer() << R"({"predict_time":2.5})"_ba << Money::unknown();
    QTest::newRow("no time") << replicateVersionedOffer() << "{}"_ba << Money::unknown();
    QTest::newRow("no metrics") << replicateVersionedOffer() << "null"_ba << Money::unknown();
    QTest::newRow("negative, which the engine doubts")
        << replicateVersionedOffer() << R"({"predict_time":-1})"_ba << Money::fromMicros(-1000);
}

void TestReplicateAnswers::costs()
{
    QFETCH(Offer, offer);
    QFETCH(QByteArray, metrics);
    const QByteArray body =
        R"({"status":"succeeded","output":"https://replicate.delivery/a.png","metrics":)" + metrics + '}';
    QTEST(doneOf(read(u"poll"_s, answerOf(200, body), offer)).cost, "cost");
}

void TestReplicateAnswers::tellsTheSeed_data()
{
    QTest::addColumn<QByteArray>("logs");
    QTest::addColumn<qint64>("seed"); ///< -1: none
    QTest::newRow("usual") << R"("Using seed: 7\nrest")"_ba << qint64(7);
    QTest::newRow("assignment") << R"("x\nseed=123456789012")"_ba << qint64(123456789012);
    QTest::newRow("none") << R"("no such thing")"_ba << qint64(-1);
    QTest::newRow("too long") << R"("seed: 99999999999999999999999")"_ba << qint64(-1);
    QTest::newRow("no logs") << "null"_ba << qint64(-1);
}

void TestReplicateAnswers::tellsTheSeed()
{
    QFETCH(QByteArray, logs);
    const QByteArray body = R"({"status":"succeeded","output":"https://replicate.delivery/a.png","logs":)" + logs + '}';
    QTEST(doneOf(read(u"poll"_s, answerOf(200, body))).media.value(0).seed.value_or(-1), "seed");
}

void TestReplicateAnswers::survivesDamage_data()
{
    QTest::addColumn<QString>("phase");
    QTest::addColumn<QByteArray>("good");
    const QByteArray urls = R"("urls":{"get":"https://api.replicate.com/v1/predictions/1"})"_ba;
    QTest::newRow("submit") << u"submit"_s
                            << QByteArray(R"({"id":"1","status":"starting","output":null,)" + urls + '}');
    QTest::newRow("done") << u"poll"_s
                          << QByteArray(
                                 R"({"id":"1","status":"succeeded","output":["https://replicate.delivery/a.png",)"
                                 R"("data:image/png;base64,)"
                                 + pngOf({4, 4}).toBase64()
                                 + R"("],"logs":"Using seed: 7","metrics":{"predict_time":0.6},)" + urls + '}');
}

void TestReplicateAnswers::survivesDamage()
{
    QFETCH(QString, phase);
    QFETCH(QByteArray, good);
    QVERIFY(kindOf(read(phase, answerOf(200, good))) != "failed"_L1);
    for (const QByteArray &body : mutations(good, 3000)) {
        const Step step = read(phase, answerOf(200, body), replicateVersionedOffer());
        const HttpRequest request = requestOf(step);
        QVERIFY(!request.startsPaidWork);
        QVERIFY(request.url.isEmpty() || request.url.host() == "api.replicate.com"_L1);
        QVERIFY(kindOf(step) != "done"_L1 || hasOnlyUsableImages(doneOf(step)));
        QVERIFY(kindOf(step) != "failed"_L1 || errorOf(step).billing != Billing::NotBilled);
    }
}

QTEST_GUILESS_MAIN(TestReplicateAnswers)
#include "test_replicateanswers.moc"

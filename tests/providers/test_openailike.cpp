// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapter/vendorreasons.h"
#include "providers/common/openailike.h"
#include "tests/providers/jobs.h"

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

constexpr ErrorCode codes[] = {
    {"no_coins"_L1, ErrorKind::Funds},
    {"rate_limit_exceeded"_L1, ErrorKind::Overloaded}, // the vendor's own word counts before OpenAI's
};

constexpr ErrorPhrase phrases[] = {
    {"too odd"_L1, ErrorKind::ContentPolicy},
    {"strange shape"_L1, ErrorKind::Invalid, "size"_L1},
};

/// A vendor that does everything otherwise than OpenAI.
OpenAiLikeProfile oddProfile()
{
    OpenAiLikeProfile profile;
    profile.info.id = u"odd"_s;
    profile.info.name = u"Odd"_s;
    profile.info.defaultBaseUrl = QUrl(u"https://odd.example"_s);
    profile.key = {"api-key"_ba, {}};
    profile.version = u"/openai/v2"_s;
    profile.generations = u"/pictures"_s;
    profile.edits = u"/changes"_s;
    profile.models = u"/account"_s;
    profile.pictures = "images"_L1;
    profile.errors = codes;
    profile.refusals = phrases;
    profile.severalUploads = u"picture"_s;
    profile.jsonEdits = true;
    profile.embed = [](QJsonObject &body, const QStringList &pictures) { body.insert("count"_L1, pictures.size()); };
    profile.withheld = [](const QJsonObject &part) {
        return part.contains("why"_L1) ? std::optional(part.value("why"_L1).toString()) : std::nullopt;
    };
    profile.complete = [](Done &done, const Plan &, const QJsonObject &answer) {
        done.cost = answer.contains("paid"_L1) ? Money::fromDollars(answer.value("paid"_L1).toDouble()) : done.cost;
    };
    profile.refine = [](Error &error, const HttpResponse &, const VendorMessage &said) {
        error.code += u'/' + said.text;
    };
    return profile;
}

} // namespace

/// Everything a profile can say is done.
class TestOpenAiLike : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesWhereTheProfileSays();
    void readsWhereTheProfileSays();
    void writesPicturesAsTheProfileSays();
    void whatIsWithheldIsRefused_data();
    void whatIsWithheldIsRefused();
    void refusalsInSilenceAreToldAsSuch();
    void errors_data();
    void errors();
    void wordsDecideWhereNoCodeDoes();

private:
    OpenAiLikeAdapter m_odd {oddProfile()};
    Credentials m_credentials {"secret-key"_ba, {}, {}};
};

void TestOpenAiLike::goesWhereTheProfileSays()
{
    Plan plan = planFor(openAiOffer());
    plan.previews = 2; // which only OpenAI itself sends
    const Step step = m_odd.begin(plan, {}, m_credentials);
    const HttpRequest generation = requestOf(step);
    QCOMPARE(lineOf(generation), u"POST https://odd.example/openai/v2/pictures"_s);
    QCOMPARE(generation.header("api-key"_ba), "secret-key"_ba);
    QVERIFY(generation.header("Authorization"_ba).isEmpty());
    QVERIFY(!std::get<Send>(step).streams && !jsonOf(generation.body).contains("stream"_L1));
    plan.request.images = {{pngOf({2, 2}), {}}};
    QCOMPARE(lineOf(requestOf(m_odd.begin(plan, {}, m_credentials))), u"POST https://odd.example/openai/v2/changes"_s);
    const HttpRequest check = m_odd.keyCheck(m_credentials).value();
    QCOMPARE(lineOf(check), u"GET https://odd.example/openai/v2/account"_s);
    QCOMPARE(check.header("api-key"_ba), "secret-key"_ba);
}

void TestOpenAiLike::readsWhereTheProfileSays()
{
    const auto read = [&](const QByteArray &body) {
        return m_odd.advance(planFor(openAiOffer()), {}, answerOf(200, body), m_credentials);
    };
    QCOMPARE(doneOf(read(R"({"images":[{"url":"https://a.example/1.png"}]})")).media.size(), 1);
    QCOMPARE(errorOf(read(R"({"data":[{"url":"https://a.example/1.png"}]})")).billing, Billing::MayBeBilled);
}

void TestOpenAiLike::writesPicturesAsTheProfileSays()
{
    Plan plan = planFor(openAiOffer());
    plan.request.images = {{pngOf({2, 2}), {}}, {pngOf({2, 2}), {}}};
    QCOMPARE(requestOf(m_odd.begin(plan, {}, m_credentials)).body.count("name=\"picture\""), 2);
    plan.offer.wire.imageAs = ImageForm::DataUrl;
    const HttpRequest request = requestOf(m_odd.begin(plan, {}, m_credentials));
    QCOMPARE(lineOf(request), u"POST https://odd.example/openai/v2/changes"_s);
    QCOMPARE(jsonOf(request.body).value("count"_L1).toInt(), 2);
    QVERIFY(!jsonOf(request.body).contains("image"_L1));
}

void TestOpenAiLike::whatIsWithheldIsRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("pictures");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<Billing>("billing");
    QTest::addColumn<Money>("cost");
    const QByteArray good = R"({"url":"https://a.example/1.png"})";
    const auto row = [](const char *name, const QByteArray &body, int pictures, ErrorKind kind = ErrorKind::Unknown,
                        Billing billing = Billing::MayBeBilled, const Money &cost = Money::unknown()) {
        QTest::newRow(name) << body << pictures << kind << billing << cost;
    };
    row("one of two", R"({"images":[)" + good + R"(,{"url":"https://a.example/2.png","why":""}],"paid":0.5})", 1,
        ErrorKind::Unknown, Billing::MayBeBilled, Money::fromDollars(0.5));
    row("all", R"({"images":[{"url":"https://a.example/2.png","why":"no"}]})", 0, ErrorKind::ContentPolicy);
    row("all, for free", R"({"images":[],"why":"no","paid":0})", 0, ErrorKind::ContentPolicy, Billing::NotBilled);
    row("nothing, for free", R"({"images":[],"paid":0})", 0, ErrorKind::Upstream, Billing::NotBilled);
    row("an error as a success", R"({"error":{"code":"no_coins","message":"x"}})", 0, ErrorKind::Funds);
    row("a refusal as a success", R"({"error":"This is too odd."})", 0, ErrorKind::ContentPolicy);
}

void TestOpenAiLike::whatIsWithheldIsRefused()
{
    QFETCH(QByteArray, body);
    const Step step = m_odd.advance(planFor(openAiOffer()), {}, answerOf(200, body), m_credentials);
    QTEST(static_cast<int>(doneOf(step).media.size()), "pictures");
    QTEST(doneOf(step).cost, "cost");
    QTEST(errorOf(step).kind, "kind");
    QTEST(errorOf(step).billing, "billing");
}

void TestOpenAiLike::errors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("own") << 400 << "no_coins"_ba << ErrorKind::Funds;
    QTest::newRow("own before OpenAI's") << 429 << "rate_limit_exceeded"_ba << ErrorKind::Overloaded;
    QTest::newRow("OpenAI's") << 400 << "content_policy_violation"_ba << ErrorKind::ContentPolicy;
    QTest::newRow("nobody's") << 400 << "x"_ba << ErrorKind::Invalid;
    QTest::newRow("not where work may have begun") << 500 << "no_coins"_ba << ErrorKind::Upstream;
}

void TestOpenAiLike::errors()
{
    QFETCH(int, status);
    QFETCH(QByteArray, code);
    const QByteArray body = R"({"error":{"message":"secret-key","code":")" + code + "\"}}";
    const Error error = errorOf(m_odd.advance(planFor(openAiOffer()), {}, answerOf(status, body), m_credentials));
    QTEST(error.kind, "kind");
    QCOMPARE(error.code, QString(QString::fromLatin1(code) + u"/…"_s)); // with the key out of sight
}

void TestOpenAiLike::wordsDecideWhereNoCodeDoes()
{
    const Error error = errorOf(m_odd.advance(planFor(openAiOffer()), {},
                                              answerOf(400, R"({"error":"What a Strange Shape!"})"), m_credentials));
    QCOMPARE(error.kind, ErrorKind::Invalid);
    QCOMPARE(error.param, u"size"_s);
    QCOMPARE(error.reason.code, QString::fromLatin1(reasons::valueRefused.code));
}

/// Nobody is sent to words that are not there.
void TestOpenAiLike::refusalsInSilenceAreToldAsSuch()
{
    for (const auto &[body, code] :
         {std::pair(R"({"error":{"message":"Too small."}})"_ba, reasons::requestRefused.code),
          std::pair(R"({})"_ba, reasons::requestRefusedInSilence.code),
          std::pair(""_ba, reasons::requestRefusedInSilence.code)}) {
        const Error error = errorOf(m_odd.advance(planFor(openAiOffer()), {}, answerOf(400, body), m_credentials));
        QCOMPARE(error.reason.code, QString::fromLatin1(code));
    }
}

QTEST_GUILESS_MAIN(TestOpenAiLike)
#include "test_openailike.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/textconversation.h"
#include "providers/registry.h"
#include "providers/text/textvendors.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;

namespace {

HttpResponse answerOf(int status, const QByteArray &body, const QByteArray &type = "application/json")
{
    HttpResponse response;
    response.status = status;
    response.headers = {{"Content-Type", type}};
    response.body = body;
    return response;
}

} // namespace

/// The providers of text models: where and how each is asked, and what its answers mean.
class TestTextVendors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void areAskedAtTheirPaths_data();
    void areAskedAtTheirPaths();
    void areToldTheLimit();
    void takeOtherAddresses_data();
    void takeOtherAddresses();
    void everyModelHasItsVendor();
    void tellTheirErrors_data();
    void tellTheirErrors();
    void tellTheirCosts_data();
    void tellTheirCosts();
    void answersAreRead_data();
    void answersAreRead();
    void keysAreInNoError();

private:
    [[nodiscard]] TextConversation conversation(const QString &provider, bool streams = false) const;

    AdapterRegistry m_adapters;
    TextModels m_models;
};

void TestTextVendors::initTestCase()
{
    registerAdapters(m_adapters);
    m_models = textModels(m_adapters, {});
}

TextConversation TestTextVendors::conversation(const QString &provider, bool streams) const
{
    TextCall call =
        readTextCall(R"({"model":"m","messages":[{"role":"user","content":"hello"}]})", TextKind::Chat).value();
    call.streams = streams;
    TextOffer offer;
    offer.provider = provider;
    offer.providerModel = u"m"_s;
    offer.prices = {{1, -1, 10}};
    Credentials credentials;
    credentials.key = "sk-canary-0123456789";
    return {{m_models.vendor(provider), call, offer}, credentials, QDate(2026, 11, 29)};
}

void TestTextVendors::areAskedAtTheirPaths_data()
{
    QTest::addColumn<QString>("url");
    const std::pair<const char *, const char *> rows[] = {
        {"openai", "https://api.openai.com/v1"},
        {"openrouter", "https://openrouter.ai/api/v1"},
        {"xai", "https://api.x.ai/v1"},
        {"together", "https://api.together.ai/v1"},
        {"fireworks", "https://api.fireworks.ai/inference/v1"},
        {"deepinfra", "https://api.deepinfra.com/v1/openai"},
        {"novita", "https://api.novita.ai/openai/v1"},
        {"siliconflow", "https://api.siliconflow.cn/v1"},
        {"huggingface", "https://router.huggingface.co/v1"},
        {"google-gemini", "https://generativelanguage.googleapis.com/v1beta/openai"},
        {"alibaba", "https://dashscope-intl.aliyuncs.com/compatible-mode/v1"},
        {"anthropic", "https://api.anthropic.com/v1"},
        {"mistral", "https://api.mistral.ai/v1"},
        {"deepseek", "https://api.deepseek.com/v1"},
        {"groq", "https://api.groq.com/openai/v1"},
        {"localai", "http://127.0.0.1:8080/v1"},
    };
    for (const auto &[provider, url] : rows) {
        QTest::newRow(provider) << QString::fromLatin1(url) + u"/chat/completions"_s;
    }
}

void TestTextVendors::areAskedAtTheirPaths()
{
    const Step step = conversation(QString::fromLatin1(QTest::currentDataTag()), true).begin();
    const auto *send = std::get_if<Send>(&step);
    QVERIFY(send);
    QTEST(send->request.url.toString(), "url");
    QCOMPARE(send->request.method, "POST"_ba);
    QVERIFY(send->request.startsPaidWork);
    QVERIFY(send->streams);
    QCOMPARE(send->request.header("Authorization"), "Bearer sk-canary-0123456789"_ba);
    QCOMPARE(send->request.header("Content-Type"), "application/json"_ba);
    QVERIFY(send->state.isEmpty());
}

/// Who does not know the newer name gets the older: a limit that is passed over is none, and was reserved by.
void TestTextVendors::areToldTheLimit()
{
    static const QStringList olderAlone {u"together"_s,    u"deepinfra"_s, u"novita"_s,
                                         u"siliconflow"_s, u"mistral"_s,   u"deepseek"_s};
    const TextCall call =
        readTextCall(R"({"model":"m","messages":[{}],"max_completion_tokens":7})", TextKind::Chat).value();
    for (const TextVendorPtr &vendor : m_models.vendors) {
        TextOffer offer;
        offer.provider = vendor->info().id;
        offer.providerModel = u"m"_s;
        const Step step = TextConversation({vendor, call, offer}, {}, QDate(2026, 11, 29)).begin();
        const QJsonObject body = QJsonDocument::fromJson(std::get<Send>(step).request.body).object();
        const bool isOlder = olderAlone.contains(offer.provider);
        QCOMPARE(body.value(isOlder ? "max_tokens"_L1 : "max_completion_tokens"_L1).toInt(), 7);
        QVERIFY(!body.contains(isOlder ? "max_completion_tokens"_L1 : "max_tokens"_L1));
    }
}

void TestTextVendors::takeOtherAddresses_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("url");
    QTest::newRow("a host") << u"groq"_s << u"http://127.0.0.1:9"_s << u"http://127.0.0.1:9/openai/v1/embeddings"_s;
    QTest::newRow("with a version") << u"openai"_s << u"http://127.0.0.1:9/mine/v1"_s
                                    << u"http://127.0.0.1:9/mine/v1/embeddings"_s;
    QTest::newRow("that of its other API") << u"alibaba"_s << u"https://dashscope.aliyuncs.com/api/v1/"_s
                                           << u"https://dashscope.aliyuncs.com/compatible-mode/v1/embeddings"_s;
    QTest::newRow("Google's other API") << u"google-gemini"_s << u"https://proxy.example/v1beta"_s
                                        << u"https://proxy.example/v1beta/openai/embeddings"_s;
}

void TestTextVendors::takeOtherAddresses()
{
    QFETCH(QString, provider);
    QFETCH(QString, address);
    Credentials credentials;
    credentials.baseUrl = QUrl(address);
    QTEST(m_models.vendor(provider)->submission(TextKind::Embeddings, "{}", credentials).url.toString(), "url");
}

void TestTextVendors::everyModelHasItsVendor()
{
    for (const TextOffer &offer : m_models.catalog.offers()) {
        const TextVendorPtr vendor = m_models.vendor(offer.provider);
        QVERIFY2(vendor, qPrintable(offer.provider));
        QVERIFY2(vendor->has(offer.kinds.first()), qPrintable(offer.model));
        QVERIFY(m_adapters.find(offer.provider));
    }
}

void TestTextVendors::tellTheirErrors_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<Billing>("billing");
    const auto free = Billing::NotBilled;
    QTest::newRow("a key") << u"openai"_s << 401 << R"({"error":{"message":"no","code":"invalid_api_key"}})"_ba
                           << ErrorKind::Auth << free;
    QTest::newRow("no money, said with 429")
        << u"openai"_s << 429 << R"({"error":{"message":"no","code":"insufficient_quota"}})"_ba << ErrorKind::Funds
        << free;
    QTest::newRow("too many calls") << u"groq"_s << 429
                                    << R"({"error":{"message":"slow","code":"rate_limit_exceeded"}})"_ba
                                    << ErrorKind::RateLimit << free;
    QTest::newRow("too long") << u"openai"_s << 400
                              << R"({"error":{"message":"too long","code":"context_length_exceeded"}})"_ba
                              << ErrorKind::Invalid << free;
    QTest::newRow("Anthropic without credits")
        << u"anthropic"_s << 400
        << R"({"error":{"type":"invalid_request_error","message":"Your credit balance is too low to access the API"}})"_ba
        << ErrorKind::Funds << free;
    QTest::newRow("Anthropic overloaded")
        << u"anthropic"_s << 529 << R"({"error":{"type":"overloaded_error","message":"o"}})"_ba << ErrorKind::Overloaded
        << free;
    QTest::newRow("DeepSeek without credits")
        << u"deepseek"_s << 402 << R"({"error":{"message":"Insufficient Balance"}})"_ba << ErrorKind::Funds << free;
    QTest::newRow("Mistral's form") << u"mistral"_s << 422 << R"({"detail":[{"loc":["body","n"],"msg":"bad"}]})"_ba
                                    << ErrorKind::Invalid << free;
    QTest::newRow("Google in a list") << u"google-gemini"_s << 404
                                      << R"([{"error":{"code":404,"message":"no","status":"NOT_FOUND"}}])"_ba
                                      << ErrorKind::NotFound << free;
    QTest::newRow("content") << u"openrouter"_s << 400 << R"({"error":{"code":"content_filter","message":"no"}})"_ba
                             << ErrorKind::ContentPolicy << free;
    QTest::newRow("broken") << u"openai"_s << 500 << R"({"error":{"message":"oops"}})"_ba << ErrorKind::Upstream
                            << Billing::MayBeBilled;
    QTest::newRow("a proxy's page") << u"together"_s << 502 << "<html><title>Bad gateway</title></html>"_ba
                                    << ErrorKind::Upstream << Billing::MayBeBilled;
    QTest::newRow("broken, where nobody bills")
        << u"localai"_s << 500 << R"({"error":{"message":"oops"}})"_ba << ErrorKind::Upstream << free;
    QTest::newRow("an error as a success")
        << u"openrouter"_s << 200 << R"({"error":{"code":502,"message":"upstream"}})"_ba << ErrorKind::Upstream
        << Billing::MayBeBilled;
    QTest::newRow("no answer at all") << u"openai"_s << 200 << "[]"_ba << ErrorKind::Upstream << Billing::MayBeBilled;
}

void TestTextVendors::tellTheirErrors()
{
    QFETCH(QString, provider);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const Step step = conversation(provider).advance({}, answerOf(status, body));
    const auto *failed = std::get_if<Failed>(&step);
    QVERIFY(failed);
    QTEST(failed->error.kind, "kind");
    QTEST(failed->error.billing, "billing");
    QVERIFY(!failed->error.why().isEmpty());
}

void TestTextVendors::tellTheirCosts_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QByteArray>("usage");
    QTest::addColumn<qint64>("micros"); // -1: unknown
    const QByteArray tokens = R"("prompt_tokens":100,"completion_tokens":10,"total_tokens":110)";
    QTest::newRow("by tokens") << u"openai"_s << tokens << qint64(200);
    QTest::newRow("by OpenRouter's word")
        << u"openrouter"_s << QByteArray(tokens + R"(,"cost":0.0123)") << qint64(12'300);
    QTest::newRow("with a key behind it")
        << u"openrouter"_s
        << QByteArray(tokens + R"(,"cost":0.001,"is_byok":true,"cost_details":{"upstream_inference_cost":0.01})")
        << qint64(11'000);
    QTest::newRow("by xAI's word") << u"xai"_s << QByteArray(tokens + R"(,"cost_in_usd_ticks":37756000)")
                                   << qint64(3776);
    QTest::newRow("by DeepInfra's word") << u"deepinfra"_s << QByteArray(tokens + R"(,"estimated_cost":0.5)")
                                         << qint64(500'000);
    QTest::newRow("a word that others do not have")
        << u"openai"_s << QByteArray(tokens + R"(,"cost":9)") << qint64(200);
    QTest::newRow("nobody bills") << u"localai"_s << tokens << qint64(0);
}

void TestTextVendors::tellTheirCosts()
{
    QFETCH(QString, provider);
    QFETCH(QByteArray, usage);
    QFETCH(qint64, micros);
    const QByteArray body = R"({"choices":[{"message":{"content":"hi"}}],"usage":{)" + usage + "}}";
    const Step step = conversation(provider).advance({}, answerOf(200, body));
    const auto *done = std::get_if<Done>(&step);
    QVERIFY(done);
    QCOMPARE(done->cost, Money::fromMicros(micros));
    QCOMPARE(done->media.first().bytes, body);
    QVERIFY(!done->usage.contains("estimated"_L1));
}

void TestTextVendors::answersAreRead_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<bool>("done");
    const QByteArray word = "data: {\"choices\":[{\"delta\":{\"content\":\"hello\"}}]}\n\n";
    QTest::newRow("whole") << QByteArray(word + "data: [DONE]\n\n") << true;
    QTest::newRow("whole without an end line") << QByteArray(word + "data: [DONE]") << true;
    QTest::newRow("cut off") << word << false;
    QTest::newRow("nothing") << QByteArray() << false;
    QTest::newRow("an error") << QByteArray(word + "data: {\"error\":{\"message\":\"x\"}}\n\ndata: [DONE]\n\n")
                              << false;
}

void TestTextVendors::answersAreRead()
{
    QFETCH(QByteArray, stream);
    QFETCH(bool, done);
    const Step step = conversation(u"openai"_s, true).advance({}, answerOf(200, stream, "text/event-stream"));
    QCOMPARE(std::holds_alternative<Done>(step), done);
    if (const auto *failed = std::get_if<Failed>(&step)) {
        QCOMPARE(failed->error.billing, Billing::MayBeBilled);
    } else {
        QVERIFY(std::get<Done>(step).usage.value("estimated"_L1).toBool()); // nobody counted
    }
}

void TestTextVendors::keysAreInNoError()
{
    for (const TextVendorPtr &vendor : m_models.vendors) {
        for (const char *field : {"message", "param", "code", "type"}) {
            const QByteArray body =
                QByteArray(R"({"error":{"FIELD":"the key sk-canary-0123456789"}})").replace("FIELD", field);
            for (const int status : {200, 401, 500}) { // an error may come as a success
                const Step step = conversation(vendor->info().id).advance({}, answerOf(status, body));
                const QByteArray told = QJsonDocument(std::get<Failed>(step).error.toJson()).toJson();
                QVERIFY2(!told.contains("sk-canary-0123456789"), told.constData());
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestTextVendors)
#include "test_textvendors.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/google/vertexadapter.h"
#include "tests/providers/drive.h"
#include "tests/providers/jobs.h"
#include "tests/standins/geminierrors.h"
#include "tests/standins/vertex.h"

#include <QJsonDocument>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;
using Instead = VendorStandIn::Instead;

Q_DECLARE_METATYPE(lightwell::test::Reply)

namespace {

/// Imagen, which the catalog does not offer any more.
Offer imagenOffer()
{
    Offer offer = geminiOffer();
    offer.model = u"imagen-4"_s;
    offer.provider = u"google-vertex"_s;
    offer.providerModel = u"imagen-4.0-generate-001"_s;
    offer.modes = {u"text-to-image"_s, u"image-edit"_s, u"inpaint"_s, u"upscale"_s};
    for (const QString &field : {u"seed"_s, u"negative_prompt"_s, u"guidance"_s, u"mask"_s, u"image"_s}) {
        offer.fields.insert(field, field);
    }
    return offer;
}

} // namespace

/// Google Vertex AI: sign-in, addresses and Imagen in tables, and the whole way of a picture against the stand-in.
class TestVertex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_standIn = std::make_unique<VertexStandIn>(); }
    void addresses_data();
    void addresses();
    void needsAServiceAccount_data();
    void needsAServiceAccount();
    void aRegionsAddressIsNotAskedForTokens();
    void tokens_data();
    void tokens();
    void everyOfferIsAccepted_data();
    void everyOfferIsAccepted();
    void expressNeedsNoSignIn();
    void imagen();
    void imagenWorksOnPictures();
    void anEchoedClaimDoesNotShow();
    void imagenAnswers_data();
    void imagenAnswers();
    void troubleIsPaidOnce_data();
    void troubleIsPaidOnce();
    void keys();

private:
    [[nodiscard]] Credentials account() const
    {
        Credentials credentials;
        credentials.key = m_standIn->serviceAccount();
        credentials.extra = {{u"region"_s, "global"}};
        credentials.baseUrl = m_standIn->baseUrl();
        credentials.now = QDateTime::currentDateTimeUtc();
        return credentials;
    }
    /// Signs in over real HTTP.
    [[nodiscard]] SignedIn signedIn(const Credentials &credentials) const
    {
        const std::optional<Result<HttpRequest>> request = m_vertex->signIn(credentials);
        if (!request || !*request) {
            return Failed {request ? request->error() : Error()};
        }
        HttpClient http;
        std::optional<HttpResult> result;
        HttpCall *call = http.send(request->value());
        QObject::connect(call, &HttpCall::finished, &http, [&result](const HttpResult &end) { result = end; });
        [&result] { QTRY_VERIFY(result); }();
        return m_vertex->readSignIn(result->response);
    }
    [[nodiscard]] Credentials withToken() const
    {
        Credentials credentials = account();
        const SignedIn signedIn = this->signedIn(credentials);
        const auto *token = std::get_if<AccessToken>(&signedIn);
        credentials.token = token ? token->token : QByteArray();
        return credentials;
    }
    static Request asked()
    {
        Request request;
        request.prompt = u"a red fox"_s;
        return request;
    }

    std::unique_ptr<Adapter> m_vertex = vertexAdapter();
    std::unique_ptr<VertexStandIn> m_standIn;
};

void TestVertex::addresses_data()
{
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<QByteArray>("project");
    QTest::addColumn<QString>("line"); ///< empty: it goes nowhere
    const QString path = u"/publishers/google/models/gemini-3-pro-image:generateContent"_s;
    const auto row = [&path](const QByteArray &location, const QByteArray &project, const QString &home) {
        QTest::addRow("%s %s", location.constData(), project.constData())
            << location << project << (home.isEmpty() ? home : QString(u"POST https://"_s + home + path));
    };
    row("global", {}, u"aiplatform.googleapis.com/v1/projects/standin-project/locations/global"_s);
    row("us-central1", {},
        u"us-central1-aiplatform.googleapis.com/v1/projects/standin-project/locations/us-central1"_s);
    row("eu", "other", u"aiplatform.eu.rep.googleapis.com/v1/projects/other/locations/eu"_s);
    row("evil.example.com/", {}, {});
}

void TestVertex::addresses()
{
    QFETCH(const QByteArray, location);
    QFETCH(const QByteArray, project);
    QFETCH(const QString, line);
    Credentials credentials = account();
    credentials.baseUrl.clear();
    credentials.extra = {{u"region"_s, location}, {u"project"_s, project}};
    credentials.token = "ya29.token";
    const Plan plan = catalogPlan(u"google-vertex/gemini-3-pro-image"_s, asked());
    const Step step = m_vertex->begin(plan, plan.calls.first(), credentials);
    if (line.isEmpty()) {
        QVERIFY(!errorOf(step).why().isEmpty());
        return;
    }
    QCOMPARE(lineOf(requestOf(step)), line);
    QCOMPARE(requestOf(step).header("Authorization"), "Bearer ya29.token"_ba);
    QVERIFY(requestOf(step).header("x-goog-api-key").isEmpty());
    const Result<HttpRequest> signIn = *m_vertex->signIn(credentials);
    QCOMPARE(lineOf(*signIn), u"POST https://oauth2.googleapis.com/token"_s);
    QVERIFY(!signIn->startsPaidWork);
}

void TestVertex::needsAServiceAccount_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::newRow("no key") << u"private_key"_s << QString();
    QTest::newRow("no name") << u"client_email"_s << QString();
    QTest::newRow("no address for a name") << u"client_email"_s << u"svc"_s;
    QTest::newRow("a name with a line break") << u"client_email"_s << u"svc@x.example\r\nX: y"_s;
    QTest::newRow("a project that is a path") << u"project_id"_s << u"../../evil"_s;
    QTest::newRow("a project with a line break") << u"project_id"_s << u"evil\r\nX: y"_s;
    QTest::newRow("a stranger's address") << u"token_uri"_s << u"https://oauth2.example.com/token"_s;
    QTest::newRow("an open address") << u"token_uri"_s << u"http://oauth2.googleapis.com/token"_s;
}

void TestVertex::needsAServiceAccount()
{
    QFETCH(const QString, field);
    QFETCH(const QString, value);
    Credentials credentials = account();
    credentials.baseUrl.clear();
    QJsonObject document = jsonOf(credentials.key);
    if (value.isEmpty()) {
        document.remove(field);
    } else {
        document.insert(field, value);
    }
    credentials.key = QJsonDocument(document).toJson(QJsonDocument::Compact);
    const std::optional<Result<HttpRequest>> request = m_vertex->signIn(credentials);
    QVERIFY(request && !request->ok());
    QCOMPARE(request->error().kind, ErrorKind::Auth);
    QCOMPARE(request->error().billing, Billing::NotBilled);
}

/// What it was asked with is as good as a key.
void TestVertex::anEchoedClaimDoesNotShow()
{
    const std::optional<Result<HttpRequest>> request = m_vertex->signIn(account());
    QVERIFY(request && request->ok());
    const QByteArray claim = request->value().body.mid(request->value().body.indexOf("assertion=") + 10);
    QVERIFY(claim.size() > 200);
    for (const int status : {400, 503}) {
        const QJsonObject said {
            {u"error"_s, u"invalid_grant"_s},
            {u"error_description"_s, QString(u"no "_s + QString::fromLatin1(request->value().body))}};
        const SignedIn read = m_vertex->readSignIn(answerOf(status, QJsonDocument(said).toJson()));
        const auto *failed = std::get_if<Failed>(&read);
        const Error error = failed ? failed->error : std::get<Odd>(read).error;
        const QByteArray shown = QJsonDocument(error.toJson()).toJson();
        QVERIFY2(!shown.contains(claim.left(60)) && !shown.contains(claim.mid(100, 60)), shown.constData());
    }
}

/// It makes pictures, and gives no tokens.
void TestVertex::aRegionsAddressIsNotAskedForTokens()
{
    Credentials credentials = account();
    credentials.baseUrl = QUrl(u"https://us-central1-aiplatform.googleapis.com"_s);
    const std::optional<Result<HttpRequest>> request = m_vertex->signIn(credentials);
    QVERIFY(request && request->ok());
    QVERIFY(request->value().url.host() != credentials.baseUrl.host());
}

void TestVertex::tokens_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<int>("lasts");
    QTest::addColumn<bool>("isOdd");
    QTest::newRow("given") << 200 << R"({"access_token":"ya29.a","expires_in":3599,"token_type":"Bearer"})"_ba
                           << "ya29.a"_ba << 3599 << false;
    QTest::newRow("for ever") << 200 << R"({"access_token":"ya29.a","expires_in":99999999999})"_ba
                              << "ya29.a"_ba << 86'400 << false;
    QTest::newRow("refused") << 400 << R"({"error":"invalid_grant","error_description":"Invalid JWT Signature."})"_ba
                             << QByteArray() << 0 << false;
    QTest::newRow("no client") << 401 << R"({"error":"invalid_client"})"_ba << QByteArray() << 0 << false;
    QTest::newRow("busy") << 503 << QByteArray() << QByteArray() << 0 << true;
    QTest::newRow("a proxy") << 403 << "<html>no</html>"_ba << QByteArray() << 0 << true;
    QTest::newRow("nothing") << 200 << "{}"_ba << QByteArray() << 0 << true;
}

void TestVertex::tokens()
{
    QFETCH(const QByteArray, token);
    QFETCH(const bool, isOdd);
    const QByteArray body = *static_cast<QByteArray *>(QTest::qData("body", QMetaType::QByteArray));
    const int status = *static_cast<int *>(QTest::qData("status", QMetaType::Int));
    const SignedIn read = m_vertex->readSignIn(answerOf(status, body));
    if (const auto *given = std::get_if<AccessToken>(&read)) {
        QCOMPARE(given->token, token);
        QTEST(static_cast<int>(given->lasts.count()), "lasts");
        return;
    }
    QVERIFY(token.isEmpty());
    QCOMPARE(std::holds_alternative<Odd>(read), isOdd);
    const Error &error = isOdd ? std::get<Odd>(read).error : std::get<Failed>(read).error;
    QCOMPARE(error.billing, Billing::NotBilled);
    QVERIFY(isOdd || error.kind == ErrorKind::Auth);
    QVERIFY(!error.why().isEmpty());
}

void TestVertex::everyOfferIsAccepted_data()
{
    QTest::addColumn<QString>("offer");
    QTest::addColumn<SizeRequest>("size");
    const QStringList offers = catalogOffers(u"google-vertex"_s);
    QVERIFY(offers.size() >= 3);
    for (const QString &offer : offers) {
        QTest::addRow("%s", qPrintable(offer)) << offer << SizeRequest();
        QTest::addRow("%s 1000x700", qPrintable(offer)) << offer << SizeRequest {QSize(1000, 700), {}, {}, false};
        QTest::addRow("%s 10:1", qPrintable(offer)) << offer << SizeRequest {{}, AspectRatio {10, 1}, {}, false};
    }
}

void TestVertex::everyOfferIsAccepted()
{
    QFETCH(const QString, offer);
    QFETCH(const SizeRequest, size);
    Request request = asked();
    request.size = size;
    request.seed = 5;
    request.n = 2;
    request.images = {{pngOf({64, 64}), {}}};
    const Plan plan = catalogPlan(offer, request);
    const CallOutcome outcome = drive(*m_vertex, plan, withToken());
    QCOMPARE(outcome.error.value_or(Error()).detail, QString());
    QVERIFY(!outcome.error);
    QCOMPARE(outcome.media.size(), 1);
    QCOMPARE(outcome.media.first().seed, plan.calls.first().seed);
    QVERIFY(outcome.cost.isKnown());
    QCOMPARE(m_standIn->violations(), QStringList());
    QCOMPARE(m_standIn->billed(), 1);
}

void TestVertex::expressNeedsNoSignIn()
{
    const Credentials credentials {VertexStandIn::expressKey(), {{u"region"_s, "global"}}, m_standIn->baseUrl()};
    QVERIFY(!m_vertex->signIn(credentials));
    const CallOutcome outcome =
        drive(*m_vertex, catalogPlan(u"google-vertex/gemini-3-pro-image"_s, asked()), credentials);
    QCOMPARE(outcome.error.value_or(Error()).detail, QString());
    QCOMPARE(outcome.media.size(), 1);
    QVERIFY(!driveKeyCheck(*m_vertex, credentials));
}

void TestVertex::imagen()
{
    Plan plan = planFor(imagenOffer());
    plan.size.ratio = AspectRatio {16, 9};
    plan.negativePrompt = u"blur"_s;
    plan.tuning = {{u"guidance"_s, 7}};
    plan.calls = {{2, 5}};
    const CallOutcome outcome = drive(*m_vertex, plan, withToken());
    QCOMPARE(outcome.error.value_or(Error()).detail, QString());
    QCOMPARE(outcome.media.size(), 2);
    QCOMPARE(outcome.media.first().revisedPrompt, u"an enhanced prompt"_s);
    const QJsonObject parameters = m_standIn->calls().last().json().value("parameters"_L1).toObject();
    QCOMPARE(parameters.value("sampleCount"_L1), QJsonValue(2));
    QCOMPARE(parameters.value("aspectRatio"_L1), QJsonValue(u"16:9"_s));
    QCOMPARE(parameters.value("seed"_L1), QJsonValue(5));
    QCOMPARE(parameters.value("addWatermark"_L1), QJsonValue(false));
    QCOMPARE(parameters.value("negativePrompt"_L1), QJsonValue(u"blur"_s));
    QCOMPARE(parameters.value("guidanceScale"_L1), QJsonValue(7));
}

void TestVertex::imagenWorksOnPictures()
{
    Plan plan = planFor(imagenOffer());
    plan.request.images = {{pngOf({64, 64}), {}}};
    plan.request.mask = InputImage {pngOf({64, 64}, Qt::transparent), {}};
    const auto sent = [&] { return jsonOf(requestOf(m_vertex->begin(plan, plan.calls.first(), account())).body); };
    const QJsonArray references = sent().value("instances"_L1).toArray().at(0)["referenceImages"_L1].toArray();
    QCOMPARE(references.size(), 2);
    QCOMPARE(references.at(1)["referenceType"_L1].toString(), u"REFERENCE_TYPE_MASK"_s);
    QCOMPARE(sent().value("parameters"_L1)["editMode"_L1].toString(), u"EDIT_MODE_INPAINT_INSERTION"_s);
    plan.request.operation = Operation::Upscale;
    plan.tuning = {{u"scale_factor"_s, 4}};
    QCOMPARE(sent().value("parameters"_L1)["upscaleConfig"_L1]["upscaleFactor"_L1].toString(), u"x4"_s);
    QCOMPARE(sent().value("parameters"_L1)["sampleCount"_L1].toInt(), 1);
}

void TestVertex::imagenAnswers_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("filtered") << R"({"predictions":[{"raiFilteredReason":"Unable to show … 58061214"}]})"_ba
                              << ErrorKind::ContentPolicy;
    QTest::newRow("empty") << "{}"_ba << ErrorKind::Upstream;
    QTest::newRow("garbage") << "<html>"_ba << ErrorKind::Upstream;
}

void TestVertex::imagenAnswers()
{
    QFETCH(const QByteArray, body);
    const Error error = errorOf(m_vertex->advance(planFor(imagenOffer()), {}, answerOf(200, body), account()));
    QTEST(error.kind, "kind");
    QCOMPARE(error.billing, Billing::MayBeBilled);
    QVERIFY(!error.why().isEmpty());
}

void TestVertex::troubleIsPaidOnce_data()
{
    QTest::addColumn<Reply>("reply");
    QTest::addColumn<bool>("worked");
    QTest::addColumn<ErrorKind>("kind");
    using enum ErrorKind;
    QTest::newRow("shared quota") << geminierrors::make(429, u"RESOURCE_EXHAUSTED"_s, u"Resource exhausted."_s) << false
                                  << RateLimit;
    QTest::newRow("no right") << geminierrors::make(403, u"PERMISSION_DENIED"_s, u"denied"_s) << false << Auth;
    QTest::newRow("not there") << geminierrors::make(404, u"NOT_FOUND"_s, u"not found"_s) << false << NotFound;
    QTest::newRow("policy") << geminierrors::make(400, u"INVALID_ARGUMENT"_s, u"Support code: 58061214"_s) << false
                            << ContentPolicy;
    QTest::newRow("500") << geminierrors::make(500, u"INTERNAL"_s, u"oops"_s) << true << Upstream;
    QTest::newRow("lost") << Reply::drop() << true << Network;
}

void TestVertex::troubleIsPaidOnce()
{
    QFETCH(Reply, reply);
    QFETCH(bool, worked);
    const Credentials credentials = withToken();
    m_standIn->script(u"generation"_s, reply, 1, worked ? Instead::OfAnswer : Instead::OfWork);
    const CallOutcome outcome =
        drive(*m_vertex, catalogPlan(u"google-vertex/gemini-3-pro-image"_s, asked()), credentials);
    QVERIFY(outcome.error);
    QTEST(outcome.error->kind, "kind");
    QCOMPARE(outcome.error->billing, worked ? Billing::MayBeBilled : Billing::NotBilled);
    QCOMPARE(m_standIn->billed(), worked ? 1 : 0);
}

void TestVertex::keys()
{
    const Credentials credentials = withToken();
    QVERIFY(!credentials.token.isEmpty());
    QVERIFY(!driveKeyCheck(*m_vertex, credentials));
    m_standIn->revokeTokens();
    QCOMPARE(driveKeyCheck(*m_vertex, credentials).value_or(Error()).kind, ErrorKind::Auth);
    Credentials foreign = account();
    foreign.key = VertexStandIn().serviceAccount(); // another key pair
    const SignedIn refused = signedIn(foreign);
    QVERIFY(std::holds_alternative<Failed>(refused));
    foreign = account();
    foreign.now = foreign.now.addSecs(-7200);
    QVERIFY(std::holds_alternative<Failed>(signedIn(foreign)));
}

QTEST_GUILESS_MAIN(TestVertex)
#include "test_vertex.moc"

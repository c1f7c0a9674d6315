// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Vendors whose key has to be exchanged for a token first.
#include "core/engine/signins.h"
#include "tests/engine/enginerig.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString provider = u"one"_s;

/// POST /token gives tokens, "token-of-the-vendor-1", -2 …, one after the other; nothing else works without the latest.
class TokenVendor : public ToyVendor
{
public:
    std::deque<Reply> tokenScript;
    int revokeAfter = -1; ///< requests with the same token; negative: it holds
    bool echoes = false;
    QStringList refused;

protected:
    Reply handle(const Received &request) override
    {
        if (request.path == "/token"_L1) {
            if (!tokenScript.empty()) {
                const Reply reply = tokenScript.front();
                tokenScript.pop_front();
                return reply;
            }
            m_uses = 0;
            return Reply::json({{"token"_L1, current(++m_given)}});
        }
        const bool isPicture = request.path.startsWith("/pictures/"_L1);
        const QByteArray token = request.header("Authorization");
        const bool isGood =
            token == "Bearer " + current(m_given).toLatin1() && (revokeAfter < 0 || m_uses < revokeAfter);
        ++m_uses;
        if (!isPicture && !isGood) {
            refused.append(QString::fromLatin1(request.method));
            return Reply::json({{"said"_L1, echoes ? QString::fromLatin1(token) : u"no"_s}}, 401);
        }
        if (isPicture) {
            return ToyVendor::handle(request);
        }
        Received known = request; // as the toy vendor knows its customer
        known.headers.removeIf([](const HttpHeader &header) { return header.name.toLower() == "authorization"; });
        known.headers.append(HttpHeader {"Authorization", "Bearer toy-key"});
        return ToyVendor::handle(known);
    }

private:
    static QString current(int number) { return u"token-of-the-vendor-%1"_s.arg(number); }
    int m_given = 0;
    int m_uses = 0;
};

class TokenAdapter : public ToyAdapter
{
public:
    using ToyAdapter::ToyAdapter;
    std::optional<Result<HttpRequest>> signIn(const Credentials &credentials) const override
    {
        if (credentials.key == "no-document") {
            return Result<HttpRequest>(notSent(ErrorKind::Auth, u"no key to sign in with"_s));
        }
        HttpRequest request;
        request.method = "POST";
        request.url = QUrl(credentials.baseUrl.toString() + u"/token"_s);
        request.body = credentials.key + ' ' + credentials.now.toString(Qt::ISODate).toLatin1();
        return Result<HttpRequest>(request);
    }
    SignedIn readSignIn(const HttpResponse &response) const override
    {
        const QByteArray token = response.json().value("token"_L1).toString().toLatin1();
        if (!token.isEmpty()) {
            return AccessToken {token, 1h};
        }
        Error error;
        error.kind = response.status == 400 ? ErrorKind::Auth : ErrorKind::Upstream;
        error.detail = QString::fromUtf8(response.body);
        error.httpStatus = response.status;
        if (response.status == 400) {
            return Failed {error};
        }
        return Odd {error, 1ms};
    }
    Step begin(const Plan &plan, const PlannedCall &call, const Credentials &credentials) const override
    {
        return ToyAdapter::begin(plan, call, withToken(credentials));
    }
    Step advance(const Plan &plan, const AdapterState &state, const HttpResponse &response,
                 const Credentials &credentials) const override
    {
        Step step = ToyAdapter::advance(plan, state, response, withToken(credentials));
        if (auto *failed = std::get_if<Failed>(&step)) {
            failed->error.detail = response.json().value("said"_L1).toString();
        }
        return step;
    }
    std::optional<HttpRequest> resume(const AdapterState &state, const Credentials &credentials) const override
    {
        return ToyAdapter::resume(state, withToken(credentials));
    }
    std::optional<HttpRequest> keyCheck(const Credentials &credentials) const override
    {
        HttpRequest request;
        request.url = QUrl(credentials.baseUrl.toString() + u"/jobs/1"_s);
        request.setHeader("Authorization", "Bearer " + credentials.token);
        return request;
    }
    std::optional<Error> readKeyCheck(const HttpResponse &response) const override
    {
        Error error;
        error.kind = ErrorKind::Auth;
        return response.isSuccess() ? std::nullopt : std::optional(error);
    }

private:
    static Credentials withToken(Credentials credentials)
    {
        credentials.key = credentials.token;
        return credentials;
    }
};

class SetClock : public Clock
{
public:
    QDateTime now() const override { return time; }
    QDateTime time = QDateTime::fromString(u"2026-11-22T12:00:00Z"_s, Qt::ISODate);
};

} // namespace

class TestSignIns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_rig = std::make_unique<EngineRig>(
            QList {toyOffer(u"toy"_s, provider, 30'000, 1)}, QString(),
            EngineRig::Makers {[] { return std::make_unique<TokenVendor>(); },
                               [](const QString &id) { return std::make_unique<TokenAdapter>(id); }});
        m_signIns = std::make_unique<SignIns>(EngineParts {m_rig->adapters, m_rig->http, *m_rig->journal,
                                                           *m_rig->ledger, *m_rig->media, *m_rig->keyring, m_clock});
        m_clock.time = SetClock().time;
    }
    void aTokenServesUntilShortlyBeforeItsEnd();
    void manyAskOnce();
    void anotherKeyHasItsOwn();
    void failures_data();
    void failures();
    void aRefusedKeyGivesWayToTheNext_data();
    void aRefusedKeyGivesWayToTheNext();
    void aGenerationSignsIn();
    void aRefusedTokenIsRenewedOnce_data();
    void aRefusedTokenIsRenewedOnce();
    void aTokenNeverShows();
    void keyChecksSignInAnew();
    void whoeverIsSilentIsNotWaitedFor();
    void anAddressThatLeadsElsewhereIsAskedOnce();

private:
    [[nodiscard]] TokenVendor &vendor() const { return static_cast<TokenVendor &>(m_rig->vendor(provider)); }
    [[nodiscard]] int signedIn() const { return m_rig->vendor(provider).server().count(u"/token"_s); }
    [[nodiscard]] Result<Credentials> credentials()
    {
        std::optional<Result<Credentials>> got;
        QObject context;
        m_signIns->credentials(provider, &context, [&got](const Result<Credentials> &all) { got = all; });
        [&got] { QTRY_VERIFY(got); }();
        return *got;
    }

    std::unique_ptr<EngineRig> m_rig;
    SetClock m_clock;
    std::unique_ptr<SignIns> m_signIns;
};

void TestSignIns::aTokenServesUntilShortlyBeforeItsEnd()
{
    QCOMPARE(credentials()->token, "token-of-the-vendor-1"_ba);
    QCOMPARE(vendor().calls().constFirst().body, "toy-key 2026-11-22T12:00:00Z"_ba);
    m_clock.time = m_clock.time.addSecs(3299);
    QCOMPARE(credentials()->token, "token-of-the-vendor-1"_ba);
    m_clock.time = m_clock.time.addSecs(2); // five minutes are left
    QCOMPARE(credentials()->token, "token-of-the-vendor-2"_ba);
    QCOMPARE(signedIn(), 2);
}

void TestSignIns::manyAskOnce()
{
    QByteArrayList tokens;
    QObject context;
    for (int i = 0; i < 8; ++i) {
        m_signIns->credentials(provider, &context,
                               [&tokens](const Result<Credentials> &all) { tokens.append(all->token); });
    }
    QTRY_COMPARE(tokens.size(), 8);
    QCOMPARE(tokens.count("token-of-the-vendor-1"), 8);
    QCOMPARE(signedIn(), 1);
}

void TestSignIns::anotherKeyHasItsOwn()
{
    QCOMPARE(credentials()->token, "token-of-the-vendor-1"_ba);
    qputenv("LIGHTWELL_TEST_ONE_KEY", "another-key");
    QCOMPARE(credentials()->token, "token-of-the-vendor-2"_ba);
    qputenv("LIGHTWELL_TEST_ONE_KEY", "toy-key");
    QCOMPARE(credentials()->token, "token-of-the-vendor-1"_ba);
}

void TestSignIns::failures_data()
{
    QTest::addColumn<QList<int>>("answers");
    QTest::addColumn<int>("asked");
    QTest::addColumn<bool>("works");
    QTest::newRow("a busy vendor is asked again") << QList {503, 500} << 3 << true;
    QTest::newRow("but not for ever") << QList {503, 503, 503} << 3 << false;
    QTest::newRow("a refused key is not") << QList {400} << 1 << false;
}

void TestSignIns::failures()
{
    QFETCH(const QList<int>, answers);
    for (const int status : answers) {
        vendor().tokenScript.push_back(Reply::json({{"error"_L1, u"no toy-key"_s}}, status));
    }
    const Result<Credentials> got = credentials();
    QTEST(got.ok(), "works");
    QTEST(signedIn(), "asked");
    QVERIFY(got.ok() || got.error().billing == Billing::NotBilled);
    QVERIFY(got.ok() || credentials().ok()); // a failure is not kept
}

void TestSignIns::aRefusedKeyGivesWayToTheNext_data()
{
    QTest::addColumn<QByteArray>("first"); ///< the key without a name
    QTest::addColumn<int>("answer"); ///< to its sign-in; 0: none is asked for
    QTest::addColumn<bool>("isSetAside");
    QTest::newRow("the vendor refuses it") << "toy-key"_ba << 400 << true;
    QTest::newRow("nobody can sign in with it") << "no-document"_ba << 0 << true;
    QTest::newRow("a vendor that is busy does not refuse it") << "toy-key"_ba << 503 << false;
}

/// Whose sign-in is refused is set aside, and the provider's next key makes the picture: of all that, the vendor bills
/// one.
void TestSignIns::aRefusedKeyGivesWayToTheNext()
{
    QFETCH(const QByteArray, first);
    QFETCH(const int, answer);
    QFETCH(const bool, isSetAside);
    qputenv("LIGHTWELL_TEST_ONE_KEY", first);
    std::optional<bool> kept;
    QObject context;
    m_rig->keyring->set({provider, u"work"_s}, "key-for-work", KeySource::Session, &context,
                        [&kept](const Status &status) { kept = status.ok(); });
    QTRY_VERIFY(kept.value_or(false));
    if (answer > 0) {
        vendor().tokenScript.push_back(Reply::json({{"error"_L1, u"no"_s}}, answer));
    }
    const Generation made = m_rig->run();
    QCOMPARE(made.status, GenerationStatus::Completed);
    QCOMPARE(made.attempts.size(), 1);
    QCOMPARE(made.attempts.constFirst().key, isSetAside ? u"work"_s : QString());
    QCOMPARE(vendor().billed, 1);
    std::optional<KeyState> state;
    m_rig->keyring->states({provider}, &context, [&state](const QList<KeyState> &all) { state = all.constFirst(); });
    QTRY_VERIFY(state);
    QCOMPARE(state->setAside.has_value(), isSetAside);
    const int asked = signedIn();
    QCOMPARE(m_rig->run().status, GenerationStatus::Completed); // and nobody asks with it again
    QCOMPARE(signedIn(), asked);
    qputenv("LIGHTWELL_TEST_ONE_KEY", "toy-key");
}

void TestSignIns::aGenerationSignsIn()
{
    QCOMPARE(m_rig->run().status, GenerationStatus::Completed);
    QCOMPARE(m_rig->run().status, GenerationStatus::Completed);
    QCOMPARE(signedIn(), 1);
    QCOMPARE(vendor().billed, 2);
    qputenv("LIGHTWELL_TEST_ONE_KEY", "no-document");
    const Generation none = m_rig->run();
    QCOMPARE(none.status, GenerationStatus::Failed);
    QCOMPARE(none.error->kind, ErrorKind::Auth);
    QCOMPARE(none.cost, Money::zero());
    QCOMPARE(vendor().billed, 2);
}

/// A paid request that was refused at the door goes out once more; whatever else is refused is only asked again.
void TestSignIns::aRefusedTokenIsRenewedOnce_data()
{
    QTest::addColumn<int>("revokeAfter");
    QTest::addColumn<QStringList>("refused");
    QTest::addColumn<int>("tokens");
    QTest::addColumn<int>("billed");
    QTest::newRow("the submission") << 0 << QStringList {u"POST"_s, u"POST"_s} << 2 << 0; // and the second one too
    QTest::newRow("a poll") << 2 << QStringList {u"GET"_s} << 2 << 1;
}

void TestSignIns::aRefusedTokenIsRenewedOnce()
{
    QFETCH(const int, revokeAfter);
    vendor().revokeAfter = revokeAfter;
    const Generation made = m_rig->run();
    QTEST(vendor().refused, "refused");
    QTEST(signedIn(), "tokens");
    QTEST(vendor().billed, "billed");
    if (vendor().billed > 0) {
        QCOMPARE(made.status, GenerationStatus::Completed);
    } else {
        QCOMPARE(made.status, GenerationStatus::Failed);
        QCOMPARE(made.cost, Money::zero());
        // With the token of somebody else's sign-in it would have worked.
        vendor().revokeAfter = -1;
        QCOMPARE(m_rig->run().status, GenerationStatus::Completed);
        QCOMPARE(vendor().billed, 1);
    }
}

void TestSignIns::aTokenNeverShows()
{
    vendor().revokeAfter = 0;
    vendor().echoes = true;
    const Generation made = m_rig->run();
    QVERIFY(made.error);
    QVERIFY(!made.error->detail.isEmpty());
    const QByteArray written = QJsonDocument(made.error->toJson()).toJson();
    QVERIFY2(!written.contains("token-of-the-vendor"), written.constData());
}

void TestSignIns::keyChecksSignInAnew()
{
    const auto check = [this] {
        std::optional<Status> told;
        QObject context;
        m_rig->engine->checkKey(provider, &context, [&told](const Status &status) { told = status; });
        [&told] { QTRY_VERIFY(told); }();
        return *told;
    };
    QVERIFY(check().ok());
    QVERIFY(check().ok());
    QCOMPARE(signedIn(), 2);
    vendor().tokenScript.push_back(Reply::json({}, 400));
    QCOMPARE(check().error().kind, ErrorKind::Auth);
}

void TestSignIns::whoeverIsSilentIsNotWaitedFor()
{
    CallPatience patience;
    patience.answer = 50ms;
    patience.question = 300ms;
    m_signIns->setPatience(patience);
    for (int i = 0; i < 9; ++i) {
        vendor().tokenScript.push_back(Reply::never());
    }
    QElapsedTimer timer;
    timer.start();
    const Result<Credentials> got = credentials();
    QVERIFY(!got.ok());
    QCOMPARE(got.error().billing, Billing::NotBilled);
    QVERIFY(timer.elapsed() < 4000);
    QVERIFY(signedIn() <= 3);

    EnginePolicy policy;
    policy.patience = patience;
    m_rig->engine->setPolicy(policy);
    std::optional<Status> told;
    QObject context;
    m_rig->engine->checkKey(provider, &context, [&told](const Status &status) { told = status; });
    QTRY_VERIFY(told);
    QVERIFY(!told->ok());
    QCOMPARE(told->error().billing, Billing::NotBilled);
}

void TestSignIns::anAddressThatLeadsElsewhereIsAskedOnce()
{
    for (int i = 0; i < 9; ++i) {
        vendor().tokenScript.push_back(Reply::redirect(QUrl(u"http://127.0.0.1:9/token"_s)));
    }
    QVERIFY(!credentials().ok());
    QCOMPARE(signedIn(), 1);
}

QTEST_GUILESS_MAIN(TestSignIns)
#include "test_signins.moc"

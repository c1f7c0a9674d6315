// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a client may do: which models, how often, until when; by itself and on the wire.
#include "core/gateway/clientlimits.h"
#include "tests/gateway/gatewayrig.h"

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QList<Offer> offers()
{
    return {toyOffer(u"toy"_s, u"alpha"_s), toyOffer(u"toy-large"_s, u"alpha"_s), toyOffer(u"other"_s, u"alpha"_s)};
}

Client client(const ClientTerms &terms, const QString &name = u"editor"_s)
{
    Client client;
    client.id = u"cl_1"_s;
    client.name = name;
    client.terms = terms;
    return client;
}

} // namespace

class TestClientLimits : public QObject
{
    Q_OBJECT

private:
    static QByteArray keyOf(GatewayRig &rig, const ClientTerms &terms)
    {
        return "Authorization: Bearer " + await(rig.clients.add(u"limited"_s, terms))->key + "\r\n";
    }
    static QJsonObject wish(const QString &model) { return {{u"model"_s, model}, {u"prompt"_s, u"a paper boat"_s}}; }

private Q_SLOTS:
    void models_data()
    {
        QTest::addColumn<QStringList>("allowed");
        QTest::addColumn<QString>("asked");
        QTest::addColumn<bool>("may");
        QTest::newRow("no list") << QStringList() << u"other"_s << true;
        QTest::newRow("its name") << QStringList {u"toy"_s} << u"toy"_s << true;
        QTest::newRow("in another case") << QStringList {u"Toy"_s} << u"TOY"_s << true;
        QTest::newRow("another") << QStringList {u"toy"_s} << u"other"_s << false;
        QTest::newRow("a longer name") << QStringList {u"toy"_s} << u"toy-large"_s << false;
        QTest::newRow("a pattern") << QStringList {u"toy*"_s} << u"toy-large"_s << true;
        QTest::newRow("one of several") << QStringList {u"x"_s, u"other"_s} << u"other"_s << true;
        QTest::newRow("at a provider") << QStringList {u"toy"_s} << u"alpha/toy"_s << true;
        QTest::newRow("only at a provider") << QStringList {u"alpha/*"_s} << u"alpha/toy"_s << true;
        QTest::newRow("wherever, but only at a provider") << QStringList {u"alpha/*"_s} << u"toy"_s << false;
        QTest::newRow("nobody knows it") << QStringList {u"toy"_s} << u"nonsense"_s << false;
    }
    void models()
    {
        QFETCH(const QStringList, allowed);
        QFETCH(const QString, asked);
        const GatewayRig rig(offers());
        ClientLimits limits;
        limits.know(client({allowed, {}, {}}));
        QTEST(limits.mayUse(u"cl_1"_s, asked, rig.rig.catalog), "may");
        QVERIFY(limits.mayUse(u"cl_2"_s, asked, rig.rig.catalog));
        const std::optional<Refusal> refusal = limits.refusalOf(u"cl_1"_s, {asked}, rig.rig.catalog);
        QTEST(!refusal, "may");
        if (refusal) {
            QCOMPARE(refusal->kind, Refusal::Kind::ModelNotAllowed);
            QCOMPARE(refusal->status(), 403);
            QCOMPARE(refusal->models, allowed);
        }
    }

    /// The person's own word for a model, on the list of what a client may use.
    void aliases_data()
    {
        QTest::addColumn<QStringList>("allowed");
        QTest::addColumn<QString>("asked");
        QTest::addColumn<bool>("may");
        QTest::newRow("by the alias") << QStringList {u"mine"_s} << u"mine"_s << true;
        QTest::newRow("in another case") << QStringList {u"MINE"_s} << u"mine"_s << true;
        QTest::newRow("by its own name") << QStringList {u"mine"_s} << u"toy"_s << true;
        QTest::newRow("the alias of its name") << QStringList {u"toy"_s} << u"mine"_s << true;
        QTest::newRow("another") << QStringList {u"mine"_s} << u"other"_s << false;
        QTest::newRow("a pattern is of real names") << QStringList {u"min*"_s} << u"mine"_s << false;
        QTest::newRow("of one provider") << QStringList {u"there"_s} << u"there"_s << true;
        QTest::newRow("of one provider, elsewhere") << QStringList {u"there"_s} << u"toy"_s << false;
    }
    void aliases()
    {
        QFETCH(const QStringList, allowed);
        QFETCH(const QString, asked);
        const GatewayRig rig(offers());
        QStringList told;
        const Result<Catalog> own = Catalog::fromJsonLeavingOut(R"({"aliases": {"mine": "toy", "there": "alpha/toy"}})",
                                                                told, {{u"alpha"_s, u"beta"_s}});
        QVERIFY2(own.ok() && told.isEmpty(), qPrintable(told.join(u'\n')));
        Catalog catalog = rig.rig.catalog;
        catalog.merge(*own);
        ClientLimits limits;
        limits.know(client({allowed, {}, {}}));
        QTEST(limits.mayUse(u"cl_1"_s, asked, catalog), "may");
    }

    void oneOfSeveralModelsIsEnoughToRefuse()
    {
        const GatewayRig rig(offers());
        ClientLimits limits;
        limits.know(client({{u"toy"_s}, {}, {}}));
        QVERIFY(limits.refusalOf(u"cl_1"_s, {u"toy"_s, u"other"_s}, rig.rig.catalog));
        QVERIFY(!limits.refusalOf(u"cl_1"_s, {u"toy"_s, u"alpha/toy"_s}, rig.rig.catalog));
    }

    void theMinuteSlides()
    {
        const Catalog catalog;
        ClientLimits limits;
        limits.know(client({{}, 2, {}}));
        const ClientLimits::Clock::time_point start = ClientLimits::Clock::now();
        const auto take = [&](std::chrono::milliseconds after) {
            return limits.take(u"cl_1"_s, {u"x"_s}, catalog, start + after);
        };
        QVERIFY(!take(0s));
        QVERIFY(!take(20s));
        const std::optional<Refusal> third = take(30s);
        QVERIFY(third);
        QCOMPARE(third->kind, Refusal::Kind::TooManyCalls);
        QCOMPARE(third->status(), 429);
        QCOMPARE(third->limit, 2);
        QCOMPARE(third->retryAfter, std::optional(30s)); // a refused one does not count
        QCOMPARE(take(59'500ms)->retryAfter, std::optional(1s));
        QVERIFY(!take(60s));
        QCOMPARE(take(61s)->retryAfter, std::optional(19s));
        QVERIFY(!limits.take(u"cl_2"_s, {u"x"_s}, catalog, start)); // others have minutes of their own
        QVERIFY(!limits.take({}, {u"x"_s}, catalog, start));
    }

    void whatItsCallsDoNotSay()
    {
        const AnswerDefaults usual {ReplayMode::Record, 60s, true};
        ClientLimits limits;
        QCOMPARE(limits.answersOf(u"cl_1"_s, usual), usual);
        QVERIFY(!limits.beginsEarly(u"cl_1"_s));
        ClientTerms terms;
        limits.know(client(terms));
        QCOMPARE(limits.answersOf(u"cl_1"_s, usual), usual);
        terms.replay = ReplayMode::Off;
        terms.beginsEarly = true;
        limits.know(client(terms));
        QCOMPARE(limits.answersOf(u"cl_1"_s, usual).replay, ReplayMode::Off);
        QCOMPARE(limits.answersOf(u"cl_1"_s, usual).cache, usual.cache);
        QVERIFY(limits.beginsEarly(u"cl_1"_s));
        QCOMPARE(limits.answersOf({}, usual), usual); // a gateway without keys
    }

    void aLowerLimitHoldsAtOnce()
    {
        const Catalog catalog;
        ClientLimits limits;
        const ClientLimits::Clock::time_point start = ClientLimits::Clock::now();
        limits.know(client({{}, 5, {}}));
        for (int i = 0; i < 4; ++i) {
            QVERIFY(!limits.take(u"cl_1"_s, {}, catalog, start + i * 1s));
        }
        limits.know(client({{}, 1, {}}));
        QCOMPARE(limits.take(u"cl_1"_s, {}, catalog, start + 10s)->retryAfter, std::optional(53s));
    }

    void thisComputerSeesAll()
    {
        ClientLimits limits;
        limits.know(client({}, ClientRegistry::thisComputer()));
        QVERIFY(limits.seesAll(u"cl_1"_s));
        QVERIFY(limits.seesAll({})); // a gateway without keys
        limits.know(client({}));
        QVERIFY(!limits.seesAll(u"cl_1"_s));
        QVERIFY(!limits.seesAll(u"cl_2"_s));
    }

    void termsAreChecked_data()
    {
        QTest::addColumn<QStringList>("models");
        QTest::addColumn<int>("perMinute"); // -1: none
        QTest::addColumn<QString>("code"); // empty: fine
        QTest::newRow("none") << QStringList() << -1 << QString();
        QTest::newRow("both") << QStringList {u"flux*"_s, u"fal/x"_s} << 10'000 << QString();
        QTest::newRow("no name") << QStringList {u" "_s} << -1 << u"client_model_unusable"_s;
        QTest::newRow("two lines") << QStringList {u"a\nb"_s} << -1 << u"client_model_unusable"_s;
        QTest::newRow("a long name") << QStringList {QString(201, u'a')} << -1 << u"client_model_unusable"_s;
        QTest::newRow("too many") << QStringList(101, u"a"_s) << -1 << u"client_models_too_many"_s;
        QTest::newRow("never") << QStringList() << 0 << u"client_rate_unusable"_s;
        QTest::newRow("too often") << QStringList() << 10'001 << u"client_rate_unusable"_s;
    }
    void termsAreChecked()
    {
        QFETCH(const QStringList, models);
        QFETCH(const int, perMinute);
        QFETCH(const QString, code);
        GatewayRig rig;
        const ClientTerms terms {models, perMinute < 0 ? std::nullopt : std::optional(perMinute), {}};
        const Result<NewClient> added = await(rig.clients.add(u"a"_s, terms));
        const Result<Client> changed = await(rig.clients.setTerms(u"test"_s, terms));
        QCOMPARE(added.ok(), code.isEmpty());
        QCOMPARE(changed.ok(), code.isEmpty());
        if (code.isEmpty()) {
            QCOMPARE(added->client.terms, terms);
            const QList<Client> all = *await(rig.clients.list());
            QCOMPARE(all.first().terms, terms);
            QCOMPARE(all.last().terms, terms);
        } else {
            QCOMPARE(added.error().reason.code, code);
            QCOMPARE(changed.error().reason.code, code);
        }
    }

    void termsOfAClientThatIsGone()
    {
        GatewayRig rig;
        QVERIFY(await(rig.clients.revoke(u"test"_s)));
        QCOMPARE(await(rig.clients.setTerms(u"test"_s, {})).error().kind, ErrorKind::NotFound);
    }

    // On the wire

    void anotherModelIsRefusedBeforeItIsPaid_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::newRow("a picture") << QByteArray();
        QTest::newRow("a price") << QByteArray("?dryRun=true");
    }
    void anotherModelIsRefusedBeforeItIsPaid()
    {
        QFETCH(const QByteArray, query);
        GatewayRig rig(offers());
        rig.start();
        const QByteArray key = keyOf(rig, {{u"toy*"_s}, {}, {}});
        const RawAnswer refused = rig.ask(rig.post(wish(u"other"_s), key, query));
        QCOMPARE(refused.status, 403);
        QCOMPARE(refused.errorCode(), u"MODEL_NOT_ALLOWED"_s);
        QCOMPARE(refused.json().value("error"_L1)["param"_L1].toString(), u"model"_s);
        QCOMPARE(rig.vendor().billed, 0);
        QCOMPARE(rig.ask(rig.post(wish(u"toy-large"_s), key, query)).status, 200);
        QCOMPARE(rig.ask(rig.post(wish(u"other"_s), {}, query)).status, 200); // by another key
    }

    void tooManyCallsAreRefusedBeforeTheyArePaid()
    {
        GatewayRig rig;
        rig.start();
        const QByteArray key = keyOf(rig, {{}, 2, {}});
        QCOMPARE(rig.ask(rig.post(GatewayRig::wish(), key)).status, 200);
        QCOMPARE(rig.ask(rig.post(GatewayRig::wish(), key, "?dryRun=true")).status, 200); // costs nothing
        QCOMPARE(rig.ask(rig.post(GatewayRig::wish(), key + "Idempotency-Key: k\r\n")).status, 200);
        const RawAnswer refused = rig.ask(rig.post(GatewayRig::wish(), key));
        QCOMPARE(refused.status, 429);
        QCOMPARE(refused.errorCode(), u"RATE_LIMITED"_s);
        const int seconds = refused.header("Retry-After").toInt();
        QVERIFY(seconds > 0 && seconds <= 60);
        QVERIFY(refused.header("x-should-retry").isEmpty()); // its client may come again by itself
        QCOMPARE(rig.vendor().billed, 2);
        // What it has paid for, it may still fetch.
        QCOMPARE(rig.ask(rig.post(GatewayRig::wish(), key + "Idempotency-Key: k\r\n")).status, 200);
        QCOMPARE(rig.vendor().billed, 2);
        QCOMPARE(rig.ask(rig.post(GatewayRig::wish())).status, 200);
        QVERIFY(await(rig.clients.setTerms(u"limited"_s, {})));
        QCOMPARE(rig.ask(rig.post(GatewayRig::wish(), key)).status, 200); // at once
    }

    void anExpiredKeyIsNoKey()
    {
        GatewayRig rig;
        rig.start();
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const QByteArray key = keyOf(rig, {{}, {}, now.addSecs(3600)});
        QCOMPARE(rig.ask(rig.request("GET", "/v1/models", {}, key)).status, 200);
        const RawAnswer made = rig.ask(rig.post(GatewayRig::wish(), key));
        const QByteArray link = QUrl(made.json().value("data"_L1)[0]["url"_L1].toString()).path().toLatin1();
        QCOMPARE(rig.ask(rig.request("GET", link)).status, 200);
        QVERIFY(await(rig.clients.setTerms(u"limited"_s, {{}, {}, now.addSecs(-1)})));
        const RawAnswer refused = rig.ask(rig.request("GET", "/v1/models", {}, key));
        QCOMPARE(refused.status, 401);
        QCOMPARE(refused.errorCode(), u"AUTHENTICATION_FAILED"_s);
        QVERIFY(!refused.header("WWW-Authenticate").isEmpty());
        QCOMPARE(rig.ask(rig.request("GET", link)).status, 404);
        QCOMPARE(rig.ask(rig.post(GatewayRig::wish(), key)).status, 401);
        QCOMPARE(rig.vendor().billed, 1);
    }
};

QTEST_GUILESS_MAIN(TestClientLimits)
#include "test_clientlimits.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Calls that nobody waits for: accepted, looked at, watched, cancelled, and there after a restart; and answers that
// begin early for who waits behind something impatient.
#include "core/net/eventstream.h"
#include "core/storage/query.h"
#include "tests/gateway/gatewayrig.h"

#include <QSignalSpy>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray async = "Prefer: respond-async\r\n";
constexpr int forever = 1'000'000;

QByteArray pathOf(const QJsonValue &url)
{
    return QUrl(url.toString()).toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority);
}

/// The events in what came over the wire, in chunks.
QList<StreamEvent> eventsIn(QByteArray wire)
{
    QByteArray rest = wire.mid(wire.indexOf("\r\n\r\n") + 4);
    QByteArray whole;
    while (!rest.isEmpty()) {
        const qsizetype line = rest.indexOf("\r\n");
        const qsizetype size = rest.left(line).toLongLong(nullptr, 16);
        whole += rest.mid(line + 2, size);
        rest = rest.mid(line + 2 + size + 2);
    }
    return eventsOf(whole);
}

/// The second gateway of a home, which knows nothing of what the first had in memory.
class NextGateway
{
public:
    explicit NextGateway(GatewayRig &rig)
        : m_gateway(Gateway::Parts {*rig.rig.engine,
                                    rig.clients,
                                    *rig.rig.journal,
                                    *rig.rig.media,
                                    *rig.rig.keyring,
                                    *rig.rig.ledger,
                                    {},
                                    {},
                                    rig.rig.store.get()})
    {
        m_gateway.setCatalog(rig.rig.catalog);
        GatewayOptions options;
        options.port = 0;
        QSignalSpy changes(&m_gateway, &Gateway::stateChanged);
        m_gateway.start(options);
        [&] { QTRY_VERIFY(!changes.isEmpty()); }();
    }
    [[nodiscard]] quint16 port() const { return quint16(m_gateway.state().url.port(0)); }
    [[nodiscard]] RawAnswer get(const GatewayRig &rig, const QByteArray &path) const
    {
        RawClient client(port());
        client.send(rig.request("GET", path, {}, "Host: 127.0.0.1:" + QByteArray::number(port()) + "\r\n"));
        return client.answer();
    }

private:
    Gateway m_gateway;
};

} // namespace

class TestGatewayJobs : public QObject
{
    Q_OBJECT

private:
    static RawAnswer get(const GatewayRig &rig, const QByteArray &path, const QByteArray &headers = {})
    {
        return rig.ask(rig.request("GET", path, {}, headers));
    }
    static QJsonObject inline64()
    {
        QJsonObject body = GatewayRig::wish();
        body.insert("response_format"_L1, u"b64_json"_s);
        return body;
    }
    /// Until it is in this state.
    static QJsonObject await202(const GatewayRig &rig, const QByteArray &path, const QString &status)
    {
        QJsonObject job;
        [&] { QTRY_COMPARE((job = get(rig, path).json()).value("status"_L1).toString(), status); }();
        return job;
    }

private Q_SLOTS:
    void aJobIsAcceptedAndAnswered_data()
    {
        QTest::addColumn<QByteArray>("prefer");
        QTest::newRow("alone") << async;
        QTest::newRow("among others") << QByteArray("prefer: wait=10, Respond-Async; x=1\r\n");
        QTest::newRow("in a second header") << QByteArray("Prefer: handling=lenient\r\nPrefer: respond-async\r\n");
    }
    void aJobIsAcceptedAndAnswered()
    {
        QFETCH(const QByteArray, prefer);
        GatewayRig rig;
        rig.start();
        rig.vendor().atOnce = false;
        rig.vendor().polls = forever;
        const RawAnswer accepted = rig.ask(rig.post(inline64(), prefer));
        QCOMPARE(accepted.status, 202);
        QCOMPARE(accepted.header("Preference-Applied"), QByteArray("respond-async"));
        const QJsonObject job = accepted.json();
        const QString id = job.value("id"_L1).toString();
        QVERIFY(id.startsWith(u"gen_"_s));
        QCOMPARE(job.value("object"_L1).toString(), u"job"_s);
        QCOMPARE(job.value("model"_L1).toString(), u"toy"_s);
        QVERIFY(job.value("completed_at"_L1).isNull());
        QCOMPARE(accepted.header("X-Lightwell-Request-Id"), id.toLatin1());
        const QByteArray self = pathOf(job.value("links"_L1)["self"_L1]);
        QCOMPARE(self, "/v1/jobs/" + id.toLatin1());
        QCOMPARE(pathOf(QString::fromLatin1(accepted.header("Location"))), self);
        QTRY_COMPARE(rig.vendor().billed, 1); // though nobody waits
        const QJsonObject running = await202(rig, self, u"in_progress"_s);
        QVERIFY(!running.contains("result"_L1));
        QVERIFY(!running.value("progress"_L1)["stage"_L1].toString().isEmpty());
        rig.vendor().polls = 0;
        const QJsonObject done = await202(rig, self, u"completed"_s);
        QCOMPARE(done.value("result_status"_L1).toInt(), 200);
        QVERIFY(!done.value("completed_at"_L1).isNull());
        const QJsonObject result = done.value("result"_L1).toObject();
        QCOMPARE(result.value("id"_L1).toString(), id);
        QVERIFY(QByteArray::fromBase64(result.value("data"_L1)[0]["b64_json"_L1].toString().toLatin1())
                    .startsWith("\x89PNG"));
        QVERIFY(result.value("data"_L1)[0]["url"_L1].isUndefined()); // the form that was asked for
        QCOMPARE(rig.vendor().billed, 1);
    }

    /// Word for word, but for what is another call's: ids, times (also in the picture's recipe), how long it took.
    void itsResultIsTheAnswerOfTheCallThatWaits()
    {
        GatewayRig rig;
        rig.start();
        const RawAnswer waited = rig.ask(rig.post(inline64()));
        const RawAnswer accepted = rig.ask(rig.post(inline64(), async));
        const QByteArray self = pathOf(accepted.json().value("links"_L1)["self"_L1]);
        QJsonObject result = await202(rig, self, u"completed"_s).value("result"_L1).toObject();
        QJsonObject expected = waited.json();
        for (QJsonObject *answer : {&result, &expected}) {
            answer->remove("id"_L1);
            answer->remove("created"_L1);
            QJsonObject metadata = answer->take("metadata"_L1).toObject();
            metadata.remove("attempts"_L1);
            answer->insert("metadata"_L1, metadata);
            QJsonObject picture = answer->take("data"_L1)[0].toObject();
            QVERIFY(!picture.take("b64_json"_L1).toString().isEmpty());
            answer->insert("picture"_L1, picture);
        }
        QCOMPARE(result, expected);
    }

    void whatIsRefusedIsNoJob()
    {
        GatewayRig rig;
        rig.start();
        QCOMPARE(rig.ask(rig.post({{u"model"_s, u"nonsense"_s}, {u"prompt"_s, u"x"_s}}, async)).status, 404);
        QCOMPARE(rig.ask(rig.post({{u"model"_s, u"toy"_s}}, async)).status, 400);
        Budget budget;
        budget.limit = Money::zero();
        budget.period = Period::Total;
        QVERIFY(await(rig.rig.ledger->setBudget(budget)));
        QCOMPARE(rig.ask(rig.post(GatewayRig::wish(), async)).status, 402);
        QCOMPARE(rig.ask(rig.post(GatewayRig::wish(), async, "?dryRun=true")).status, 200); // a price comes at once
        QCOMPARE(rig.vendor().billed, 0);
    }

    void aFailureIsInsideTheJob()
    {
        GatewayRig rig;
        rig.start();
        rig.vendor().submitScript.push_back(Reply::json({{u"error"_s, u"no"_s}}, 400));
        const RawAnswer accepted = rig.ask(rig.post(GatewayRig::wish(), async));
        QCOMPARE(accepted.status, 202);
        const QJsonObject failed = await202(rig, pathOf(accepted.json().value("links"_L1)["self"_L1]), u"failed"_s);
        QCOMPARE(failed.value("result_status"_L1).toInt(), 400);
        QVERIFY(!failed.value("error"_L1)["message"_L1].toString().isEmpty());
        QVERIFY(!failed.contains("result"_L1));
    }

    void itGoesOnWhenItsClientHangsUp()
    {
        GatewayRig rig;
        rig.start();
        rig.vendor().atOnce = false;
        rig.vendor().polls = forever;
        QByteArray self;
        {
            RawClient client(rig.port());
            client.send(rig.post(GatewayRig::wish(), async + "Idempotency-Key: k\r\n"));
            self = pathOf(client.answer().json().value("links"_L1)["self"_L1]);
            client.hangUp();
        }
        // One that waits for the same call, and goes: the job is still wanted.
        {
            RawClient client(rig.port());
            client.send(rig.post(GatewayRig::wish(), "Idempotency-Key: k\r\n"));
            static_cast<void>(get(rig, "/v1/models"));
            client.hangUp();
        }
        QTRY_VERIFY(rig.vendor().calls(u"/jobs/1"_s) > 2);
        QCOMPARE(rig.rig.engine->running(), 1);
        rig.vendor().polls = 0;
        static_cast<void>(await202(rig, self, u"completed"_s));
        QVERIFY(!rig.vendor().cancelled);
        QCOMPARE(rig.vendor().billed, 1);
    }

    void aRepetitionIsTheSameJob()
    {
        GatewayRig rig;
        rig.start();
        rig.vendor().atOnce = false;
        rig.vendor().polls = forever;
        const QByteArray headers = async + "Idempotency-Key: k\r\n";
        const QJsonValue id = rig.ask(rig.post(GatewayRig::wish(), headers)).json().value("id"_L1);
        const RawAnswer again = rig.ask(rig.post(GatewayRig::wish(), headers));
        QCOMPARE(again.status, 202);
        QCOMPARE(again.json().value("id"_L1), id);
        rig.vendor().polls = 0;
        static_cast<void>(await202(rig, "/v1/jobs/" + id.toString().toLatin1(), u"completed"_s));
        const RawAnswer late = rig.ask(rig.post(GatewayRig::wish(), headers));
        QCOMPARE(late.status, 202);
        QCOMPARE(late.json().value("id"_L1), id);
        QCOMPARE(late.json().value("status"_L1).toString(), u"completed"_s);
        const RawAnswer waiting = rig.ask(rig.post(GatewayRig::wish(), "Idempotency-Key: k\r\n"));
        QCOMPARE(waiting.status, 200);
        QCOMPARE(waiting.json().value("id"_L1), id);
        QCOMPARE(rig.vendor().billed, 1);
    }

    void eventsTellOfProgressAndTheEnd()
    {
        GatewayRig rig;
        rig.start();
        rig.vendor().atOnce = false;
        rig.vendor().polls = forever;
        const QJsonObject job = rig.ask(rig.post(inline64(), async)).json();
        RawClient client(rig.port());
        client.send(rig.request("GET", pathOf(job.value("links"_L1)["events"_L1]), {}, "Connection: close\r\n"));
        QTRY_VERIFY(client.received().contains("event: job."));
        rig.vendor().polls = 0;
        const QByteArray wire = client.everything();
        QVERIFY(wire.startsWith("HTTP/1.1 200"));
        QVERIFY(wire.contains("text/event-stream"));
        const QList<StreamEvent> events = eventsIn(wire);
        QVERIFY(events.size() >= 2);
        for (qsizetype i = 0; i + 1 < events.size(); ++i) {
            QVERIFY2(events.at(i).name == "job.in_progress" || events.at(i).name == "job.queued",
                     events.at(i).name.constData());
        }
        QCOMPARE(events.last().name, QByteArray("job.completed"));
        const QJsonObject last = QJsonDocument::fromJson(events.last().data).object();
        QCOMPARE(last.value("id"_L1), job.value("id"_L1));
        QVERIFY(!last.value("result"_L1)["data"_L1][0]["b64_json"_L1].toString().isEmpty());
        RawClient late(rig.port()); // hears the end at once
        late.send(rig.request("GET", pathOf(job.value("links"_L1)["events"_L1]), {}, "Connection: close\r\n"));
        const QList<StreamEvent> told = eventsIn(late.everything());
        QCOMPARE(told.size(), 1);
        QCOMPARE(told.first().name, QByteArray("job.completed"));
        QCOMPARE(rig.vendor().billed, 1);
    }

    void previewsNeedNoStream()
    {
        Offer offer = toyOffer(u"toy"_s, u"alpha"_s);
        offer.fields.insert(u"partial_images"_s, u"partial_images"_s);
        GatewayRig rig({offer});
        rig.start();
        rig.vendor().atOnce = false;
        rig.vendor().polls = forever;
        QJsonObject body = GatewayRig::wish();
        body.insert("partial_images"_L1, 2); // no stream is asked for: whoever watches the job sees them
        QCOMPARE(rig.ask(rig.post(body)).status, 400);
        QCOMPARE(rig.ask(rig.post(body, async)).status, 202);
    }

    void aJobIsCancelled_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("tail");
        QTest::newRow("POST") << QByteArray("POST") << QByteArray("/cancel");
        QTest::newRow("DELETE") << QByteArray("DELETE") << QByteArray();
    }
    void aJobIsCancelled()
    {
        QFETCH(const QByteArray, method);
        QFETCH(const QByteArray, tail);
        GatewayRig rig;
        rig.start();
        rig.vendor().atOnce = false;
        rig.vendor().polls = forever;
        const QByteArray self =
            pathOf(rig.ask(rig.post(GatewayRig::wish(), async)).json().value("links"_L1)["self"_L1]);
        QTRY_VERIFY(rig.vendor().calls(u"/jobs/1"_s) > 0);
        const RawAnswer cancelled = rig.ask(rig.request(method, self + tail));
        QCOMPARE(cancelled.status, 200);
        const QString status = cancelled.json().value("status"_L1).toString();
        QVERIFY2(status == u"cancelled"_s || status == u"unknown"_s, qPrintable(status));
        QVERIFY(rig.vendor().cancelled);
        QCOMPARE(rig.rig.engine->running(), 0);
        const RawAnswer again = rig.ask(rig.request(method, self + tail));
        QCOMPARE(again.status, 200);
        QCOMPARE(again.json().value("status"_L1).toString(), status);
    }

    void jobsAreTheirClientsOwn()
    {
        GatewayRig rig;
        rig.start();
        const QByteArray other = "Authorization: Bearer " + await(rig.clients.add(u"other"_s))->key + "\r\n";
        const QByteArray self =
            pathOf(rig.ask(rig.post(GatewayRig::wish(), async)).json().value("links"_L1)["self"_L1]);
        static_cast<void>(await202(rig, self, u"completed"_s));
        QCOMPARE(get(rig, self, other).status, 404);
        QCOMPARE(get(rig, self, other).errorCode(), u"REQUEST_NOT_FOUND"_s);
        QCOMPARE(get(rig, self + "/events", other).status, 404);
        QCOMPARE(rig.ask(rig.request("DELETE", self, {}, other)).status, 404);
        QCOMPARE(get(rig, "/v1/jobs/gen_none").status, 404);
        // A call that waited can be looked at, too, but only a gateway's.
        const QByteArray waited = rig.ask(rig.post(GatewayRig::wish())).json().value("id"_L1).toString().toLatin1();
        QCOMPARE(get(rig, "/v1/jobs/" + waited).json().value("status"_L1).toString(), u"completed"_s);
    }

    void anEndedJobIsThereAfterARestart()
    {
        GatewayRig rig;
        rig.start();
        const QByteArray self = pathOf(rig.ask(rig.post(inline64(), async)).json().value("links"_L1)["self"_L1]);
        const QJsonObject before = await202(rig, self, u"completed"_s);
        const NextGateway next(rig);
        const QJsonObject after = next.get(rig, self).json();
        QCOMPARE(after.value("status"_L1).toString(), u"completed"_s);
        QCOMPARE(after.value("result"_L1)["id"_L1], before.value("result"_L1)["id"_L1]);
        QCOMPARE(after.value("result"_L1)["data"_L1], before.value("result"_L1)["data"_L1]); // in the form asked for
        QCOMPARE(after.value("result"_L1)["metadata"_L1]["cost"_L1],
                 before.value("result"_L1)["metadata"_L1]["cost"_L1]);
        QCOMPARE(get(rig, "/v1/requests").json().value("data"_L1)[0]["endpoint"_L1].toString(),
                 u"/v1/images/generations"_s);
    }

    void aJobWhosePayloadsAreDeletedHasNone()
    {
        GatewayRig rig;
        rig.start();
        const QJsonObject job = rig.ask(rig.post(inline64(), async)).json();
        const QByteArray id = job.value("id"_L1).toString().toLatin1();
        static_cast<void>(await202(rig, "/v1/jobs/" + id, u"completed"_s));
        QCOMPARE(rig.ask(rig.request("DELETE", "/v1/requests/" + id + "/payloads")).status, 200);
        const QJsonObject left = get(rig, "/v1/jobs/" + id).json();
        QCOMPARE(left.value("status"_L1).toString(), u"completed"_s);
        QCOMPARE(left.value("result"_L1)["data"_L1].toArray().size(), 0);
    }

    void aRunningJobIsSeenByTheNextGateway()
    {
        GatewayRig rig;
        rig.start();
        rig.vendor().atOnce = false;
        rig.vendor().polls = forever;
        const QByteArray self =
            pathOf(rig.ask(rig.post(GatewayRig::wish(), async)).json().value("links"_L1)["self"_L1]);
        QTRY_VERIFY(rig.vendor().calls(u"/jobs/1"_s) > 0);
        const NextGateway next(rig);
        QCOMPARE(next.get(rig, self).json().value("status"_L1).toString(), u"in_progress"_s);
        RawClient client(next.port());
        client.send(rig.request("GET", self + "/events", {},
                                "Host: 127.0.0.1:" + QByteArray::number(next.port()) + "\r\nConnection: close\r\n"));
        QTRY_VERIFY(client.received().contains("job.in_progress"));
        rig.vendor().polls = 0;
        QCOMPARE(eventsIn(client.everything()).last().name, QByteArray("job.completed"));
    }

    void oneThatWasNeverBegunSaysSo()
    {
        GatewayRig rig;
        rig.start();
        const QString client = await(rig.clients.list())->first().id;
        QVERIFY(await(rig.rig.store->run([client](Database &database) {
            return execute(database,
                           u"INSERT INTO gateway_jobs (generation, client, endpoint, form, owner, created_at) "
                           "VALUES ('gen_lost', ?, '/v1/images/generations', 'both', 'nobody', 1790000000000)"_s,
                           {client})
                .ok();
        })));
        const QJsonObject job = get(rig, "/v1/jobs/gen_lost").json();
        QCOMPARE(job.value("status"_L1).toString(), u"failed"_s);
        QVERIFY(!job.value("error"_L1)["message"_L1].toString().isEmpty());
        static_cast<void>(rig.ask(rig.post(GatewayRig::wish(), async))); // and it is forgotten in time
        QTRY_COMPARE(get(rig, "/v1/jobs/gen_lost").status, 404);
    }

    void aClientHasItsShareOfJobs()
    {
        GatewayRig rig;
        GatewayOptions options;
        options.maxJobsWithoutWaiters = 2;
        rig.start(options);
        rig.vendor().atOnce = false;
        rig.vendor().polls = forever;
        QCOMPARE(rig.ask(rig.post(GatewayRig::wish(), async)).status, 202);
        const RawAnswer refused = rig.ask(rig.post(GatewayRig::wish(), async));
        QCOMPARE(refused.status, 429);
        QVERIFY(!refused.header("Retry-After").isEmpty());
    }

    // Answers that begin early

    void whiteSpaceKeepsAConnectionAlive()
    {
        GatewayRig rig;
        GatewayOptions options;
        options.longestSilence = std::chrono::milliseconds(20);
        rig.start(options);
        rig.vendor().atOnce = false;
        rig.vendor().polls = forever;
        RawClient client(rig.port());
        client.send(rig.post(GatewayRig::wish(), "X-Lightwell-Keep-Alive: whitespace\r\nConnection: close\r\n"));
        QTRY_VERIFY(client.received().count("\r\n1\r\n \r\n") >= 3);
        QVERIFY(client.received().startsWith("HTTP/1.1 200"));
        QVERIFY(client.received().contains("application/json"));
        rig.vendor().polls = 0;
        QByteArray body;
        QByteArray rest = client.everything();
        rest = rest.mid(rest.indexOf("\r\n\r\n") + 4);
        while (!rest.isEmpty()) {
            const qsizetype line = rest.indexOf("\r\n");
            const qsizetype size = rest.left(line).toLongLong(nullptr, 16);
            body += rest.mid(line + 2, size);
            rest = rest.mid(line + 2 + size + 2);
        }
        QVERIFY(body.startsWith("   "));
        QCOMPARE(QJsonDocument::fromJson(body).object().value("data"_L1).toArray().size(), 1);
        QCOMPARE(rig.vendor().billed, 1);
    }

    void aClientMayAlwaysHaveWhiteSpace()
    {
        GatewayRig rig;
        GatewayOptions options;
        options.longestSilence = std::chrono::milliseconds(20);
        rig.start(options);
        rig.vendor().atOnce = false;
        rig.vendor().polls = forever;
        ClientTerms terms;
        terms.beginsEarly = true;
        const QByteArray key = await(rig.clients.add(u"behind a proxy"_s, terms))->key;
        RawClient client(rig.port());
        client.send(rig.post(GatewayRig::wish(), "Authorization: Bearer " + key + "\r\nConnection: close\r\n"));
        QTRY_VERIFY(client.received().count("\r\n1\r\n \r\n") >= 3);
        QVERIFY(client.received().startsWith("HTTP/1.1 200"));
        RawClient other(rig.port()); // which has no such wish
        other.send(rig.post(GatewayRig::wish(), "Connection: close\r\n"));
        QTRY_COMPARE(rig.vendor().billed, 2);
        const qsizetype before = client.received().count("\r\n1\r\n \r\n");
        QTRY_VERIFY(client.received().count("\r\n1\r\n \r\n") >= before + 3);
        QVERIFY(other.received().isEmpty());
        rig.vendor().polls = 0;
        QVERIFY(client.everything().contains("b64_json"));
        QVERIFY(other.everything().startsWith("HTTP/1.1 200"));
        QCOMPARE(rig.vendor().billed, 2);
    }

    void whatComesSoonHasItsStatus()
    {
        GatewayRig rig;
        rig.start();
        const QByteArray header = "X-Lightwell-Keep-Alive: whitespace\r\n";
        QCOMPARE(rig.ask(rig.post(GatewayRig::wish(), header)).status, 200);
        QCOMPARE(rig.ask(rig.post({{u"model"_s, u"nonsense"_s}, {u"prompt"_s, u"x"_s}}, header)).status, 404);
        const RawAnswer refused = rig.ask(rig.post(GatewayRig::wish(), "X-Lightwell-Keep-Alive: yes\r\n"));
        QCOMPARE(refused.status, 400);
        QCOMPARE(refused.json().value("error"_L1)["param"_L1].toString(), u"X-Lightwell-Keep-Alive"_s);
        QCOMPARE(rig.vendor().billed, 1);
    }

    void anErrorBehindWhiteSpaceIsInTheBody()
    {
        GatewayRig rig;
        GatewayOptions options;
        options.longestSilence = std::chrono::milliseconds(20);
        rig.start(options);
        rig.vendor().atOnce = false;
        rig.vendor().polls = forever;
        RawClient client(rig.port());
        client.send(rig.post(GatewayRig::wish(), "X-Lightwell-Keep-Alive: whitespace\r\nConnection: close\r\n"));
        QTRY_VERIFY(client.received().startsWith("HTTP/1.1 200"));
        QTRY_VERIFY(rig.vendor().calls(u"/jobs/1"_s) > 0);
        rig.gateway.stop();
        const QByteArray wire = client.everything();
        QVERIFY(wire.contains("{\"error\":{"));
        QVERIFY(!wire.contains("event: error"));
    }
};

QTEST_GUILESS_MAIN(TestGatewayJobs)
#include "test_gatewayjobs.moc"

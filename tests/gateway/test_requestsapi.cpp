// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What clients are told about themselves: their requests, what they may spend, their keys; and that words and pictures
// of a request can be deleted.
#include "core/gateway/defaultclient.h"
#include "core/storage/query.h"
#include "tests/gateway/gatewayrig.h"

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

QJsonObject wish(const QString &prompt)
{
    return {{u"model"_s, u"toy"_s}, {u"prompt"_s, prompt}};
}

QStringList idsIn(const RawAnswer &answer)
{
    QStringList ids;
    const QJsonArray entries = answer.json().value("data"_L1).toArray();
    for (const QJsonValue &entry : entries) {
        ids.append(entry["id"_L1].toString());
    }
    return ids;
}

QByteArray pathOf(const QJsonValue &url)
{
    return QUrl(url.toString()).toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority);
}

qint64 count(const GatewayRig &rig, const QString &sql)
{
    return await(rig.rig.store->run([sql](Database &database) -> qint64 {
        Result<Rows> rows = execute(database, sql);
        return rows && rows.value().next() ? rows.value().value(0).toLongLong() : -1;
    }));
}

} // namespace

class TestRequestsApi : public QObject
{
    Q_OBJECT

private:
    /// The key of this computer, which sees all.
    static QByteArray ownKey(GatewayRig &rig)
    {
        static_cast<void>(await(rig.clients.adopt(ClientRegistry::thisComputer(), "own-key")));
        return "Authorization: Bearer own-key\r\n";
    }
    static QByteArray another(GatewayRig &rig, const QString &name = u"other"_s)
    {
        return "Authorization: Bearer " + await(rig.clients.add(name))->key + "\r\n";
    }
    static RawAnswer get(const GatewayRig &rig, const QByteArray &path, const QByteArray &headers = {})
    {
        return rig.ask(rig.request("GET", path, {}, headers));
    }
    static QString make(const GatewayRig &rig, const QString &prompt, const QByteArray &headers = {})
    {
        return rig.ask(rig.post(wish(prompt), headers)).json().value("id"_L1).toString();
    }

private Q_SLOTS:
    void anEntrySaysWhatWasDone()
    {
        GatewayRig rig;
        rig.start();
        const QString id = make(rig, u"a paper boat"_s, "X-Lightwell-Project: covers\r\n");
        const RawAnswer list = get(rig, "/v1/requests?summary=true");
        QCOMPARE(list.status, 200);
        QCOMPARE(list.json().value("object"_L1).toString(), u"list"_s);
        const QJsonObject entry = list.json().value("data"_L1)[0].toObject();
        QCOMPARE(entry.value("id"_L1).toString(), id);
        QCOMPARE(entry.value("object"_L1).toString(), u"request"_s);
        QCOMPARE(entry.value("model"_L1).toString(), u"toy"_s);
        QCOMPARE(entry.value("provider"_L1).toString(), u"alpha"_s);
        QCOMPARE(entry.value("status"_L1).toString(), u"completed"_s);
        QCOMPARE(entry.value("cost"_L1).toDouble(), 0.03);
        QCOMPARE(entry.value("origin"_L1).toString(), u"gateway"_s);
        QCOMPARE(entry.value("endpoint"_L1).toString(), u"/v1/images/generations"_s);
        QCOMPARE(entry.value("project"_L1).toString(), u"covers"_s);
        QCOMPARE(entry.value("pictures"_L1).toInt(), 1);
        QCOMPARE(entry.value("key_id"_L1).toString(), await(rig.clients.list())->first().id);
        for (const QString &name :
             {u"session_id"_s, u"trace_id"_s, u"request_size_bytes"_s, u"response_size_bytes"_s}) {
            QVERIFY2(entry.value(name).isNull(), qPrintable(name)); // there, and not known
        }
        QVERIFY(entry.value("error_code"_L1).isNull());
        QVERIFY(entry.value("duration_ms"_L1).toInt(-1) >= 0);
        QVERIFY(QDateTime::fromString(entry.value("created_at"_L1).toString(), Qt::ISODateWithMs).isValid());
        QVERIFY(!list.body.contains("paper boat")); // lists have no prompts
        const QJsonObject summary = list.json().value("summary"_L1).toObject();
        QCOMPARE(summary.value("count"_L1).toInt(), 1);
        QCOMPARE(summary.value("total_cost"_L1).toDouble(), 0.03);
        QCOMPARE(summary.value("unknown_costs"_L1).toInt(-1), 0);
    }

    void oneRequest()
    {
        GatewayRig rig;
        GatewayOptions options;
        options.tellsPrompts = true;
        rig.start(options);
        const QString id = make(rig, u"a paper boat"_s);
        const RawAnswer found = get(rig, "/openai/v1/requests/" + id.toLatin1());
        QCOMPARE(found.status, 200);
        const QJsonObject entry = found.json();
        QCOMPARE(entry.value("request"_L1)["prompt"_L1].toString(), u"a paper boat"_s);
        QCOMPARE(entry.value("metadata"_L1)["provider"_L1].toString(), u"alpha"_s);
        const QJsonObject picture = entry.value("data"_L1)[0].toObject();
        QCOMPARE(get(rig, pathOf(picture.value("url"_L1)), "Authorization: none\r\n").status, 200);
        const RawAnswer unknown = get(rig, "/v1/requests/gen_none");
        QCOMPARE(unknown.status, 404);
        QCOMPARE(unknown.errorCode(), u"REQUEST_NOT_FOUND"_s);
    }

    void wordsAndPicturesAreToldWhereThatIsSwitchedOn()
    {
        GatewayRig rig;
        rig.start();
        const QByteArray id = make(rig, u"canaryprompt"_s).toLatin1();
        for (const QByteArray &key : {QByteArray(), ownKey(rig)}) {
            const RawAnswer found = get(rig, "/v1/requests/" + id, key);
            QCOMPARE(found.status, 200);
            QVERIFY(!found.body.contains("canaryprompt"));
            const QJsonObject entry = found.json();
            QVERIFY(entry.value("request"_L1).isNull());
            QCOMPARE(entry.value("purged"_L1).toBool(true), false); // it is still there
            QCOMPARE(entry.value("pictures"_L1).toInt(), 1);
            QVERIFY(entry.value("data"_L1)[0]["url"_L1].isNull());
            QCOMPARE(entry.value("cost"_L1).toDouble(), 0.03);
        }
        // What it paid for, a client finds by the id all the same.
        const RawAnswer job = get(rig, "/v1/jobs/" + id);
        QCOMPARE(job.status, 200);
    }

    void eachClientSeesItsOwn()
    {
        GatewayRig rig;
        rig.start();
        const QByteArray other = another(rig);
        const QByteArray own = ownKey(rig);
        const QString first = make(rig, u"one"_s);
        const QString second = make(rig, u"two"_s, other);
        QCOMPARE(idsIn(get(rig, "/v1/requests")), QStringList {first});
        QCOMPARE(idsIn(get(rig, "/v1/requests", other)), QStringList {second});
        QCOMPARE(idsIn(get(rig, "/v1/requests", own)), QStringList({second, first}));
        QCOMPARE(get(rig, "/v1/requests/" + second.toLatin1()).status, 404);
        QCOMPARE(get(rig, "/v1/requests/" + second.toLatin1(), own).status, 200);
        const QByteArray otherId = await(rig.clients.list())->at(1).id.toLatin1();
        QCOMPARE(idsIn(get(rig, "/v1/requests?key_id=" + otherId, own)), QStringList {second});
        QCOMPARE(idsIn(get(rig, "/v1/requests?key_id=" + otherId, other)), QStringList {second});
        QCOMPARE(idsIn(get(rig, "/v1/requests?key_id=" + otherId)), QStringList());
        // Not even as the place where a page begins.
        QCOMPARE(get(rig, "/v1/requests?starting_after=" + second.toLatin1()).status, 404);
        // The window's are this computer's.
        Request request = EngineRig::request();
        const QString third = rig.rig.run(request).id;
        QCOMPARE(idsIn(get(rig, "/v1/requests?limit=1", own)), QStringList {third});
        QCOMPARE(idsIn(get(rig, "/v1/requests")), QStringList {first});
        QCOMPARE(rig.ask(rig.request("DELETE", "/v1/requests/" + second.toLatin1() + "/payloads")).status, 404);
    }

    void pagesLeadToEachOther()
    {
        GatewayRig rig;
        rig.start();
        QStringList made;
        for (int i = 0; i < 5; ++i) {
            made.prepend(make(rig, QString::number(i)));
        }
        const RawAnswer front = get(rig, "/v1/requests?limit=2&status=completed");
        QCOMPARE(idsIn(front), made.mid(0, 2));
        QVERIFY(front.json().value("previous_page_url"_L1).isNull());
        const RawAnswer middle = get(rig, pathOf(front.json().value("next_page_url"_L1)));
        QCOMPARE(idsIn(middle), made.mid(2, 2));
        const RawAnswer last = get(rig, pathOf(middle.json().value("next_page_url"_L1)));
        QCOMPARE(idsIn(last), made.mid(4, 1));
        QVERIFY(last.json().value("next_page_url"_L1).isNull());
        const RawAnswer back = get(rig, pathOf(last.json().value("previous_page_url"_L1)));
        QCOMPARE(idsIn(back), made.mid(2, 2));
        QCOMPARE(idsIn(get(rig, pathOf(back.json().value("previous_page_url"_L1)))), made.mid(0, 2));
        QCOMPARE(idsIn(get(rig, pathOf(back.json().value("next_page_url"_L1)))), made.mid(4, 1));
    }

    void filters()
    {
        GatewayRig rig;
        rig.start();
        const QString good = make(rig, u"good"_s);
        rig.vendor().submitScript.push_back(Reply::json({{u"error"_s, u"no"_s}}, 400));
        QCOMPARE(rig.ask(rig.post(wish(u"bad"_s))).status, 400);
        rig.rig.takeKeyAway(u"alpha"_s);
        QCOMPARE(rig.ask(rig.post(wish(u"keyless"_s))).status, 404);
        const QStringList all = idsIn(get(rig, "/v1/requests"));
        QCOMPARE(all.size(), 3);
        QCOMPARE(idsIn(get(rig, "/v1/requests?status=completed")), QStringList {good});
        QCOMPARE(idsIn(get(rig, "/v1/requests?status=upstream_failure")), QStringList {all.at(1)});
        QCOMPARE(idsIn(get(rig, "/v1/requests?status=rejected")), QStringList {all.at(0)});
        QCOMPARE(idsIn(get(rig, "/v1/requests?status=failed")), all.mid(0, 2));
        QCOMPARE(idsIn(get(rig, "/v1/requests?status=cancelled")), QStringList());
        const QJsonObject refused = get(rig, "/v1/requests?status=rejected").json().value("data"_L1)[0].toObject();
        QCOMPARE(refused.value("status"_L1).toString(), u"rejected"_s);
        QCOMPARE(refused.value("error_code"_L1).toString(), u"MODEL_DISABLED"_s);
        QVERIFY(!refused.value("error_message"_L1).toString().isEmpty());
        const QByteArray hour = QByteArray::number(QDateTime::currentSecsSinceEpoch() - 3600);
        QCOMPARE(idsIn(get(rig, "/v1/requests?created_after=" + hour)), all);
        QCOMPARE(idsIn(get(rig, "/v1/requests?created_before=" + hour)), QStringList());
        QCOMPARE(idsIn(get(rig, "/v1/requests?created_before=2001-01-01T00:00:00Z")), QStringList());
        QCOMPARE(idsIn(get(rig, "/v1/requests?created_after=2001-01-01T00:00:00.000Z")), all);
    }

    void wrongQueries_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QString>("param");
        const auto row = [](const QByteArray &path, const QString &param) {
            QTest::newRow(path.constData()) << path << param;
        };
        row("/v1/requests?limit=0", u"limit"_s);
        row("/v1/requests?limit=101", u"limit"_s);
        row("/v1/requests?limit=many", u"limit"_s);
        row("/v1/requests?starting_after=a&ending_before=b", u"ending_before"_s);
        row("/v1/requests?created_after=yesterday", u"created_after"_s);
        row("/v1/requests?created_before=-5", u"created_before"_s);
        row("/v1/requests?status=done", u"status"_s);
        row("/v1/requests?summary=yes", u"summary"_s);
        row("/v1/keys?limit=0", u"limit"_s);
        row("/v1/keys?status=old", u"status"_s);
        row("/v1/keys?starting_after=cl_none", u"starting_after"_s);
    }
    void wrongQueries()
    {
        QFETCH(const QByteArray, path);
        GatewayRig rig;
        rig.start();
        const RawAnswer answer = get(rig, path);
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.errorCode(), u"INVALID_REQUEST"_s);
        QTEST(answer.json().value("error"_L1)["param"_L1].toString(), "param");
    }

    void payloadsAreDeleted()
    {
        GatewayRig rig;
        rig.start();
        const RawAnswer made = rig.ask(rig.post(wish(u"canaryprompt"_s)));
        const QByteArray id = made.json().value("id"_L1).toString().toLatin1();
        const QByteArray link = pathOf(made.json().value("data"_L1)[0]["url"_L1]);
        QCOMPARE(get(rig, link).status, 200);
        const RawAnswer purged = rig.ask(rig.request("DELETE", "/v1/requests/" + id + "/payloads"));
        QCOMPARE(purged.status, 200);
        QCOMPARE(purged.json().value("id"_L1).toString().toLatin1(), id);
        QCOMPARE(purged.json().value("purged"_L1).toBool(), true);
        QCOMPARE(purged.json().value("already_purged"_L1).toBool(true), false);
        QCOMPARE(purged.json().value("media_deleted"_L1).toInt(), 1);
        QCOMPARE(get(rig, link).status, 404);
        const QJsonObject entry = get(rig, "/v1/requests/" + id).json();
        QVERIFY(entry.value("request"_L1).isNull());
        QCOMPARE(entry.value("purged"_L1).toBool(), true);
        QCOMPARE(entry.value("data"_L1).toArray().size(), 0);
        QCOMPARE(entry.value("cost"_L1).toDouble(), 0.03); // the books stay
        QCOMPARE(entry.value("status"_L1).toString(), u"completed"_s);
        QCOMPARE(entry.value("metadata"_L1)["provider"_L1].toString(), u"alpha"_s);
        QCOMPARE(rig.rig.usage().total, Money::fromMicros(30'000));
        for (const char *place : {"generations WHERE request LIKE '%canary%'", "attempts WHERE plan LIKE '%canary%'",
                                  "library_words WHERE words MATCH 'canaryprompt'", "pictures"}) {
            QCOMPARE(count(rig, u"SELECT count(*) FROM "_s + QLatin1StringView(place)), 0);
        }
        const RawAnswer again = rig.ask(rig.request("DELETE", "/v1/requests/" + id + "/payloads"));
        QCOMPARE(again.status, 200);
        QCOMPARE(again.json().value("already_purged"_L1).toBool(), true);
        QCOMPARE(again.json().value("media_deleted"_L1).toInt(-1), 0);
        QCOMPARE(rig.ask(rig.request("DELETE", "/v1/requests/gen_none/payloads")).status, 404);
    }

    void aPictureThatAnotherRequestHasStays()
    {
        GatewayRig rig;
        rig.start();
        const RawAnswer first = rig.ask(rig.post(wish(u"one"_s)));
        const RawAnswer second = rig.ask(rig.post(wish(u"two"_s))); // the toy paints the same each time
        const QByteArray link = pathOf(second.json().value("data"_L1)[0]["url"_L1]);
        const auto purge = [&](const RawAnswer &made) {
            return rig.ask(rig.request(
                "DELETE", "/v1/requests/" + made.json().value("id"_L1).toString().toLatin1() + "/payloads"));
        };
        const bool isSame = count(rig, u"SELECT count(DISTINCT id) FROM pictures"_s) == 1;
        QCOMPARE(purge(first).json().value("media_deleted"_L1).toInt(), isSame ? 0 : 1);
        QCOMPARE(get(rig, link).status, 200);
        QCOMPARE(purge(second).json().value("media_deleted"_L1).toInt(), 1);
        QCOMPARE(get(rig, link).status, 404);
    }

    void whatRunsIsNotDeleted()
    {
        GatewayRig rig;
        rig.start();
        rig.vendor().atOnce = false;
        rig.vendor().polls = 1'000'000;
        RawClient client(rig.port());
        client.send(rig.post(wish(u"slow"_s)));
        QTRY_VERIFY(rig.vendor().calls(u"/jobs/1"_s) > 0);
        const QByteArray id = idsIn(get(rig, "/v1/requests?status=running")).value(0).toLatin1();
        QVERIFY(!id.isEmpty());
        const RawAnswer refused = rig.ask(rig.request("DELETE", "/v1/requests/" + id + "/payloads"));
        QCOMPARE(refused.status, 409);
        QCOMPARE(refused.errorCode(), u"REQUEST_STILL_NEEDED"_s);
        client.hangUp();
        QTRY_COMPARE(rig.rig.engine->running(), 0);
    }

    void balanceIsWhatIsLeft()
    {
        GatewayRig rig;
        rig.start();
        const QJsonObject none = get(rig, "/v1/balance").json();
        QCOMPARE(none.value("object"_L1).toString(), u"balance"_s);
        QVERIFY(none.value("available"_L1).isNull());
        QCOMPARE(none.value("billing_type"_L1).toString(), u"postpaid"_s);
        Budget budget;
        budget.limit = Money::fromMicros(1'000'000);
        budget.period = Period::Total;
        budget.client = await(rig.clients.list())->first().id;
        QVERIFY(await(rig.rig.ledger->setBudget(budget)));
        Budget soft = budget; // which stops nothing
        soft.client.clear();
        soft.isHard = false;
        soft.limit = Money::fromMicros(10'000);
        QVERIFY(await(rig.rig.ledger->setBudget(soft)));
        const QByteArray other = another(rig);
        static_cast<void>(make(rig, u"one"_s));
        static_cast<void>(make(rig, u"two"_s, other));
        const QJsonObject own = get(rig, "/v1/balance").json();
        QCOMPARE(own.value("billing_type"_L1).toString(), u"prepaid"_s);
        QCOMPARE(own.value("available"_L1)["amount"_L1].toDouble(), 0.97);
        QCOMPARE(own.value("available"_L1)["currency"_L1].toString(), u"usd"_s);
        QCOMPARE(own.value("budgets"_L1).toArray().size(), 2);
        const QJsonObject others = get(rig, "/v1/balance", other).json();
        QVERIFY(others.value("available"_L1).isNull());
        QCOMPARE(others.value("budgets"_L1).toArray().size(), 1);
        QCOMPARE(others.value("budgets"_L1)[0]["shared"_L1].toBool(), true);
        QCOMPARE(others.value("budgets"_L1)[0]["left"_L1].toDouble(), -0.05);
    }

    void keysAreListedWithoutSecrets()
    {
        GatewayRig rig;
        rig.start();
        const QByteArray own = ownKey(rig);
        const Result<NewClient> limited =
            await(rig.clients.add(u"limited"_s, {{u"flux*"_s}, 30, QDateTime::currentDateTimeUtc().addDays(1)}));
        static_cast<void>(another(rig, u"gone"_s));
        QVERIFY(await(rig.clients.revoke(u"gone"_s)));
        const RawAnswer all = get(rig, "/v1/keys", own);
        QCOMPARE(all.status, 200);
        QVERIFY(!all.body.contains(limited->key));
        QCOMPARE(idsIn(all).size(), 4);
        QCOMPARE(idsIn(get(rig, "/v1/keys?status=revoked", own)).size(), 1);
        QCOMPARE(idsIn(get(rig, "/v1/keys?status=active", own)).size(), 3);
        QStringList walked;
        QByteArray path = "/v1/keys?limit=3";
        for (int i = 0; i < 2; ++i) {
            const RawAnswer page = get(rig, path, own);
            walked += idsIn(page);
            path = pathOf(page.json().value("next_page_url"_L1));
        }
        QCOMPARE(walked, idsIn(all));
        QCOMPARE(path, QByteArray());
        const QJsonArray entries = all.json().value("data"_L1).toArray();
        const auto found = std::find_if(entries.begin(), entries.end(), [&](const QJsonValue &entry) {
            return entry["id"_L1].toString() == limited->client.id;
        });
        QVERIFY(found != entries.end());
        QCOMPARE((*found)["requests_per_minute"_L1].toInt(), 30);
        QCOMPARE((*found)["models"_L1].toArray(), QJsonArray {u"flux*"_s});
        QCOMPARE((*found)["status"_L1].toString(), u"active"_s);
        QCOMPARE(idsIn(get(rig, "/v1/keys")).size(), 1); // another sees its own
    }

    void noPathIsOpen_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        for (const char *path : {"/v1/requests", "/v1/requests/gen_1", "/v1/balance", "/v1/keys", "/v1/webhooks/secret",
                                 "/v1/jobs/gen_1", "/v1/jobs/gen_1/events"}) {
            QTest::newRow(path) << QByteArray("GET") << QByteArray(path);
        }
        QTest::newRow("cancel") << QByteArray("POST") << QByteArray("/v1/jobs/gen_1/cancel");
        QTest::newRow("purge") << QByteArray("DELETE") << QByteArray("/v1/requests/gen_1/payloads");
    }
    void noPathIsOpen()
    {
        QFETCH(const QByteArray, method);
        QFETCH(const QByteArray, path);
        GatewayRig rig;
        rig.start();
        QCOMPARE(rig.ask(rig.request(method, path, {}, "Authorization: Bearer wrong\r\n")).status, 401);
        QCOMPARE(rig.ask(rig.request("PATCH", path, "{}")).status, 405);
    }
};

QTEST_GUILESS_MAIN(TestRequestsApi)
#include "test_requestsapi.moc"

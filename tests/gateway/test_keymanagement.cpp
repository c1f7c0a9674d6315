// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Keys of programs, made and changed by a program of the user's with a key for that alone.
#include "core/gateway/clientregistry.h"
#include "core/ledger/ledger.h"
#include "tests/gateway/gatewayrig.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray bodyOf(const QJsonObject &body)
{
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

QByteArray hashOf(const QByteArray &key)
{
    return QCryptographicHash::hash(key, QCryptographicHash::Sha256).toHex();
}

} // namespace

class TestKeyManagement : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<GatewayRig> m_rig;
    QByteArray m_key; ///< which manages

    [[nodiscard]] RawAnswer ask(const QByteArray &method, const QByteArray &path, const QJsonObject &body = {},
                                const QByteArray &key = {})
    {
        const QByteArray header = "Authorization: Bearer " + (key.isEmpty() ? m_key : key) + "\r\n";
        const bool hasBody = method == "POST" || method == "PATCH";
        return m_rig->ask(m_rig->request(method, "/api/v1/keys" + path, hasBody ? bodyOf(body) : QByteArray(), header));
    }
    [[nodiscard]] RawAnswer made(const QJsonObject &body) { return ask("POST", {}, body); }
    /// The key of a program that is made like this.
    [[nodiscard]] QByteArray makeKey(const QJsonObject &body)
    {
        return made(body).json().value("key"_L1).toString().toLatin1();
    }
    [[nodiscard]] QJsonObject factsOf(const QByteArray &key)
    {
        return ask("GET", '/' + hashOf(key)).json().value("data"_L1).toObject();
    }
    [[nodiscard]] QStringList listed(const QByteArray &query = {})
    {
        QStringList names;
        const QJsonArray data = ask("GET", query).json().value("data"_L1).toArray();
        for (const QJsonValue key : data) {
            names.append(key["name"_L1].toString());
        }
        return names;
    }
    [[nodiscard]] int picture(const QByteArray &key)
    {
        return m_rig->ask(m_rig->post(GatewayRig::wish(), "Authorization: Bearer " + key + "\r\n")).status;
    }
    [[nodiscard]] static QString paramOf(const RawAnswer &answer)
    {
        return answer.json()["error"_L1]["metadata"_L1]["param"_L1].toString();
    }
    [[nodiscard]] QList<Budget> budgets()
    {
        QList<Budget> all;
        const QList<BudgetState> states = await(m_rig->rig.ledger->budgets(QDateTime::currentDateTime())).value();
        for (const BudgetState &state : states) {
            all.append(state.budget);
        }
        return all;
    }
    [[nodiscard]] QList<Client> living()
    {
        QList<Client> clients = await(m_rig->clients.list()).value();
        clients.removeIf([](const Client &client) { return client.revoked; });
        return clients;
    }
    [[nodiscard]] QByteArray managementKey(const QString &name = u"manager"_s)
    {
        return await(m_rig->clients.add(name, {}, KeyScope::Management))->key;
    }

private Q_SLOTS:
    void init()
    {
        m_rig = std::make_unique<GatewayRig>(QList<Offer> {toyOffer(u"toy"_s, u"alpha"_s, 10'000)});
        m_rig->start();
        m_key = managementKey();
    }
    void cleanup() { m_rig.reset(); }

    // Who may

    void onlyAKeyForThisManages_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("list") << "GET"_ba
                              << ""_ba;
        QTest::newRow("make") << "POST"_ba
                              << ""_ba;
        QTest::newRow("read") << "GET"_ba
                              << "/HASH"_ba;
        QTest::newRow("change") << "PATCH"_ba
                                << "/HASH"_ba;
        QTest::newRow("remove") << "DELETE"_ba
                                << "/HASH"_ba;
    }
    void onlyAKeyForThisManages()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        path.replace("HASH", hashOf(m_rig->key));
        const QJsonObject body {{u"name"_s, u"new"_s}};
        const qsizetype before = living().size();
        QCOMPARE(ask(method, path, body, m_rig->key).status, 403); // a program's
        const QByteArray own = "lw-this-computers-own-key-0123456789";
        QVERIFY(await(m_rig->clients.adopt(ClientRegistry::thisComputer(), own)));
        QCOMPARE(ask(method, path, body, own).status, 403);
        QCOMPARE(ask(method, path, body, "lw-nobodys").status, 401);
        QVERIFY(await(m_rig->clients.revoke(u"manager"_s)));
        QCOMPARE(ask(method, path, body).status, 401);
        QCOMPARE(living().size(), before); // this computer's came, the manager went
        QCOMPARE(picture(m_rig->key), 200);
    }

    /// Nobody shows a key there, so nobody can be told apart.
    void aGatewayWithoutKeysManagesNone()
    {
        m_rig = std::make_unique<GatewayRig>();
        GatewayOptions open;
        open.requireKey = false;
        m_rig->start(open);
        m_key = managementKey();
        QCOMPARE(ask("GET", {}).status, 403);
        QCOMPARE(made({{u"name"_s, u"new"_s}}).status, 403);
        QCOMPARE(living().size(), 2);
    }

    void anEndedKeyManagesNone()
    {
        ClientTerms terms;
        terms.expiresAt = QDateTime::currentDateTimeUtc().addSecs(-1);
        const QByteArray ended = await(m_rig->clients.add(u"ended"_s, terms, KeyScope::Management))->key;
        QCOMPARE(ask("GET", {}, {}, ended).status, 401);
        const Result<NewClient> off = await(m_rig->clients.add(u"off"_s, {}, KeyScope::Management));
        QVERIFY(await(m_rig->clients.update(off->client.id, {.disabled = true})));
        QCOMPARE(ask("GET", {}, {}, off->key).status, 401);
    }

    /// Neither by what it asks for, nor by what it makes.
    void itPaysForNothing()
    {
        QCOMPARE(picture(m_key), 403);
        const QByteArray header = "Authorization: Bearer " + m_key + "\r\n";
        QCOMPARE(m_rig->ask(m_rig->post(GatewayRig::wish(), header, "?dryRun=true")).status, 403);
        QCOMPARE(m_rig->vendor().billed, 0);
        const QJsonObject facts =
            m_rig->ask(m_rig->request("GET", "/api/v1/key", {}, header)).json().value("data"_L1).toObject();
        QVERIFY(facts.value("is_management_key"_L1).toBool());
        const QJsonObject others = m_rig->ask(m_rig->request("GET", "/api/v1/key")).json().value("data"_L1).toObject();
        QVERIFY(!others.value("is_management_key"_L1).toBool(true));
    }

    /// It makes none of its kind, and touches neither them nor this computer's own.
    void itManagesProgramsAlone()
    {
        const QByteArray own = "lw-this-computers-own-key-0123456789";
        QVERIFY(await(m_rig->clients.adopt(ClientRegistry::thisComputer(), own)));
        const QByteArray other = managementKey(u"another"_s);
        QCOMPARE(listed("?include_disabled=true"), QStringList {u"test"_s});
        for (const QByteArray &key : {own, other, m_key}) {
            const QByteArray path = '/' + hashOf(key);
            QCOMPARE(ask("GET", path).status, 404);
            QCOMPARE(ask("PATCH", path, {{u"disabled"_s, true}}).status, 404);
            QCOMPARE(ask("DELETE", path).status, 404);
        }
        QCOMPARE(living().size(), 4);
        const QByteArray program = makeKey({{u"name"_s, u"program"_s}});
        QCOMPARE(ask("GET", {}, {}, program).status, 403);
        QCOMPARE(made({{u"name"_s, ClientRegistry::thisComputer()}}).status, 400);
    }

    // Making

    void aKeyIsMadeAndShownOnce()
    {
        const RawAnswer answer = made({{u"name"_s, u"n8n"_s},
                                       {u"limit"_s, 2.5},
                                       {u"limit_reset"_s, u"weekly"_s},
                                       {u"expires_at"_s, u"2126-01-31T12:00:00Z"_s},
                                       {u"include_byok_in_limit"_s, true}});
        QCOMPARE(answer.status, 201);
        QCOMPARE(answer.header("Cache-Control"), "no-store"_ba);
        const QByteArray key = answer.json().value("key"_L1).toString().toLatin1();
        const QJsonObject facts = answer.json().value("data"_L1).toObject();
        QVERIFY(key.startsWith("lw-"));
        QCOMPARE(facts.value("hash"_L1).toString().toLatin1(), hashOf(key));
        QCOMPARE(facts.value("label"_L1).toString(), u"lw-…"_s + QString::fromLatin1(key.right(4)));
        QCOMPARE(facts.value("limit"_L1).toDouble(), 2.5);
        QCOMPARE(facts.value("limit_remaining"_L1).toDouble(), 2.5);
        QCOMPARE(facts.value("limit_reset"_L1).toString(), u"weekly"_s);
        QVERIFY(facts.value("expires_at"_L1).toString().startsWith(u"2126-01-31T12:00:00"_s));
        QCOMPARE(factsOf(key), facts);
        QVERIFY(!ask("GET", {}).body.contains(key));
        const QList<Budget> all = budgets();
        QCOMPARE(all.size(), 1);
        QCOMPARE(all.first().limit, Money::fromDollars(2.5));
        QCOMPARE(all.first().period, Period::Week);
        QVERIFY(all.first().isHard);
        QCOMPARE(picture(key), 200);
        const QJsonObject then = factsOf(key);
        QCOMPARE(then.value("usage"_L1).toDouble(), 0.01);
        QCOMPARE(then.value("usage_monthly"_L1).toDouble(), 0.01);
        QCOMPARE(then.value("limit_remaining"_L1).toDouble(), 2.49);
        QCOMPARE(factsOf(m_rig->key).value("usage"_L1).toDouble(), 0);
    }

    /// A limit of nothing is one.
    void aLimitHolds()
    {
        const QByteArray key = makeKey({{u"name"_s, u"poor"_s}, {u"limit"_s, 0}});
        QCOMPARE(picture(key), 402);
        QCOMPARE(m_rig->vendor().billed, 0);
        QVERIFY(factsOf(key).value("limit_reset"_L1).isNull());
    }

    /// What one spends counts for no other.
    void eachKeyHasItsLimit()
    {
        const QByteArray one = makeKey({{u"name"_s, u"one"_s}, {u"limit"_s, 0.01}});
        const QByteArray two = makeKey({{u"name"_s, u"two"_s}, {u"limit"_s, 0.02}});
        QCOMPARE(picture(one), 200);
        QCOMPARE(picture(one), 402);
        QCOMPARE(picture(two), 200);
        QCOMPARE(picture(two), 200);
        QCOMPARE(picture(two), 402);
        QCOMPARE(m_rig->vendor().billed, 3);
    }

    /// A key without the limit that was meant could spend.
    void whatIsNotUnderstoodMakesNoKey_data()
    {
        QTest::addColumn<QJsonObject>("body");
        QTest::addColumn<QString>("param");
        const auto row = [](const char *name, const QJsonObject &more, const QString &param) {
            QJsonObject body {{u"name"_s, u"new"_s}};
            for (auto field = more.begin(); field != more.end(); ++field) {
                body.insert(field.key(), field.value());
            }
            QTest::newRow(name) << body << param;
        };
        QTest::newRow("no name") << QJsonObject() << u"name"_s;
        row("an empty name", {{u"name"_s, u" "_s}}, u"name"_s);
        row("no text", {{u"name"_s, 7}}, u"name"_s);
        row("a name that is taken", {{u"name"_s, u"test"_s}}, u"name"_s);
        row("a misspelt limit", {{u"limti"_s, 5}}, u"limti"_s);
        row("a limit in words", {{u"limit"_s, u"5"_s}}, u"limit"_s);
        row("less than nothing", {{u"limit"_s, -1}}, u"limit"_s);
        row("no such period", {{u"limit"_s, 5}, {u"limit_reset"_s, u"yearly"_s}}, u"limit_reset"_s);
        row("a period of nothing", {{u"limit_reset"_s, u"daily"_s}}, u"limit_reset"_s);
        row("a period of no limit", {{u"limit"_s, QJsonValue::Null}, {u"limit_reset"_s, u"daily"_s}}, u"limit_reset"_s);
        row("an end that is over", {{u"expires_at"_s, u"2001-01-31T12:00:00Z"_s}}, u"expires_at"_s);
        row("an end somewhere", {{u"expires_at"_s, u"2126-01-31T12:00:00"_s}}, u"expires_at"_s);
        row("an end in words", {{u"expires_at"_s, u"tomorrow"_s}}, u"expires_at"_s);
        row("a workspace", {{u"workspace_id"_s, u"mine"_s}}, u"workspace_id"_s);
        row("an own key", {{u"external"_s, QJsonObject {{u"user"_s, u"u"_s}}}}, u"external"_s);
        row("no switch", {{u"include_byok_in_limit"_s, u"no"_s}}, u"include_byok_in_limit"_s);
        row("a right of its own", {{u"is_management_key"_s, true}}, u"is_management_key"_s);
    }
    void whatIsNotUnderstoodMakesNoKey()
    {
        QFETCH(QJsonObject, body);
        const RawAnswer answer = made(body);
        QCOMPARE(answer.status, 400);
        QTEST(paramOf(answer), "param");
        QCOMPARE(living().size(), 2);
        QCOMPARE(budgets(), QList<Budget>());
    }

    void onlyJsonIsTaken()
    {
        const QByteArray header = "Authorization: Bearer " + m_key + "\r\n";
        const auto send = [&](const QByteArray &body, const QByteArray &more) {
            return m_rig->ask(m_rig->request("POST", "/api/v1/keys", body, header + more)).status;
        };
        QCOMPARE(send("name=new", "Content-Type: multipart/form-data\r\n"), 415);
        QCOMPARE(send("{", {}), 400);
        QCOMPARE(send("[]", {}), 400);
        QCOMPARE(send(R"({"name": "a", "name": "b"})", {}), 400);
        QCOMPARE(living().size(), 2);
    }

    // Changing

    void keysAreChanged_data()
    {
        QTest::addColumn<QJsonObject>("change");
        QTest::addColumn<QJsonObject>("facts"); // what they are then, beside what they were
        const auto row = [](const char *name, const QJsonObject &change, const QJsonObject &facts) {
            QTest::newRow(name) << change << facts;
        };
        row("name", {{u"name"_s, u"other"_s}}, {{u"name"_s, u"other"_s}});
        row("the same name", {{u"name"_s, u"n8n"_s}}, {});
        row("limit", {{u"limit"_s, 7}}, {{u"limit"_s, 7}, {u"limit_remaining"_s, 7}});
        row("no limit", {{u"limit"_s, QJsonValue::Null}},
            {{u"limit"_s, QJsonValue::Null},
             {u"limit_remaining"_s, QJsonValue::Null},
             {u"limit_reset"_s, QJsonValue::Null}});
        row("period", {{u"limit_reset"_s, u"monthly"_s}}, {{u"limit_reset"_s, u"monthly"_s}});
        row("no period", {{u"limit_reset"_s, QJsonValue::Null}}, {{u"limit_reset"_s, QJsonValue::Null}});
        row("both", {{u"limit"_s, 1}, {u"limit_reset"_s, u"weekly"_s}},
            {{u"limit"_s, 1}, {u"limit_remaining"_s, 1}, {u"limit_reset"_s, u"weekly"_s}});
        row("switch", {{u"disabled"_s, true}}, {{u"disabled"_s, true}});
        row("end", {{u"expires_at"_s, u"2126-01-31T12:00:00.000Z"_s}},
            {{u"expires_at"_s, u"2126-01-31T12:00:00.000Z"_s}});
        row("what changes nothing here", {{u"include_byok_in_limit"_s, true}}, {});
    }
    void keysAreChanged()
    {
        QFETCH(QJsonObject, change);
        QFETCH(QJsonObject, facts);
        const QByteArray key = makeKey({{u"name"_s, u"n8n"_s}, {u"limit"_s, 2}, {u"limit_reset"_s, u"daily"_s}});
        QJsonObject expected = factsOf(key);
        for (auto fact = facts.begin(); fact != facts.end(); ++fact) {
            expected.insert(fact.key(), fact.value());
        }
        const RawAnswer answer = ask("PATCH", '/' + hashOf(key), change);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.json().value("data"_L1).toObject(), expected);
        QCOMPARE(factsOf(key), expected);
        QVERIFY(budgets().size() <= 1);
    }

    void whatIsNotUnderstoodChangesNothing_data()
    {
        QTest::addColumn<QJsonObject>("change");
        QTest::addColumn<QString>("param");
        QTest::newRow("nothing") << QJsonObject() << QString();
        QTest::newRow("another's name") << QJsonObject {{u"name"_s, u"test"_s}, {u"limit"_s, 100}} << u"name"_s;
        QTest::newRow("this computer's") << QJsonObject {{u"name"_s, ClientRegistry::thisComputer()}} << u"name"_s;
        QTest::newRow("misspelt") << QJsonObject {{u"disable"_s, true}} << u"disable"_s;
        QTest::newRow("no switch") << QJsonObject {{u"disabled"_s, 1}} << u"disabled"_s;
        QTest::newRow("a scope") << QJsonObject {{u"scope"_s, u"management"_s}} << u"scope"_s;
        QTest::newRow("an end that is over")
            << QJsonObject {{u"expires_at"_s, u"2001-01-31T12:00:00Z"_s}} << u"expires_at"_s;
    }
    void whatIsNotUnderstoodChangesNothing()
    {
        QFETCH(QJsonObject, change);
        const QByteArray key = makeKey({{u"name"_s, u"n8n"_s}, {u"limit"_s, 2}});
        const QJsonObject before = factsOf(key);
        const RawAnswer answer = ask("PATCH", '/' + hashOf(key), change);
        QCOMPARE(answer.status, 400);
        QTEST(paramOf(answer), "param");
        QCOMPARE(factsOf(key), before);
    }

    void aPeriodNeedsALimit()
    {
        const QByteArray key = makeKey({{u"name"_s, u"n8n"_s}});
        const RawAnswer answer = ask("PATCH", '/' + hashOf(key), {{u"limit_reset"_s, u"daily"_s}});
        QCOMPARE(answer.status, 400);
        QCOMPARE(paramOf(answer), u"limit_reset"_s);
    }

    /// The one limit that is told then is the one there is; others than those over everything stay.
    void theLimitIsOneThen()
    {
        const QByteArray key = makeKey({{u"name"_s, u"n8n"_s}, {u"limit"_s, 2}, {u"limit_reset"_s, u"daily"_s}});
        Budget budget = budgets().first();
        budget.id = 0;
        budget.period = Period::Month;
        budget.limit = Money::fromDollars(1);
        QVERIFY(await(m_rig->rig.ledger->setBudget(budget)));
        budget.model = u"toy"_s;
        QVERIFY(await(m_rig->rig.ledger->setBudget(budget)));
        QCOMPARE(budgets().size(), 3);
        QCOMPARE(factsOf(key).value("limit"_L1).toDouble(), 1);
        const RawAnswer answer = ask("PATCH", '/' + hashOf(key), {{u"limit"_s, 5}});
        QCOMPARE(answer.json()["data"_L1]["limit"_L1].toDouble(), 5);
        QCOMPARE(answer.json()["data"_L1]["limit_reset"_L1].toString(), u"monthly"_s);
        QCOMPARE(budgets().size(), 2);
        QVERIFY(
            ask("PATCH", '/' + hashOf(key), {{u"limit"_s, QJsonValue::Null}}).json()["data"_L1]["limit"_L1].isNull());
        QCOMPARE(budgets().size(), 1);
        QCOMPARE(budgets().first().model, u"toy"_s);
    }

    void aDisabledKeyRestsUntilItIsEnabled()
    {
        const QByteArray key = makeKey({{u"name"_s, u"n8n"_s}});
        const QByteArray path = '/' + hashOf(key);
        QCOMPARE(picture(key), 200);
        QCOMPARE(ask("PATCH", path, {{u"disabled"_s, true}}).status, 200);
        QCOMPARE(picture(key), 401);
        QCOMPARE(listed(), QStringList {u"test"_s});
        QCOMPARE(listed("?include_disabled=true"), QStringList({u"n8n"_s, u"test"_s}));
        QCOMPARE(ask("PATCH", path, {{u"disabled"_s, false}}).status, 200);
        QCOMPARE(picture(key), 200);
        QCOMPARE(m_rig->vendor().billed, 2);
    }

    void aRemovedKeyIsGone()
    {
        const QByteArray key = makeKey({{u"name"_s, u"n8n"_s}});
        const QByteArray path = '/' + hashOf(key);
        const RawAnswer answer = ask("DELETE", path);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.json(), QJsonObject({{u"deleted"_s, true}}));
        QCOMPARE(picture(key), 401);
        QCOMPARE(ask("GET", path).status, 404);
        QCOMPARE(ask("DELETE", path).status, 404);
        QCOMPARE(ask("GET", path).json()["error"_L1]["metadata"_L1]["provider_code"_L1].toString(), u"KEY_NOT_FOUND"_s);
        QCOMPARE(made({{u"name"_s, u"n8n"_s}}).status, 201); // its name is free again
    }

    void listsHavePages()
    {
        for (const QString &name : {u"a"_s, u"b"_s, u"c"_s}) {
            QCOMPARE(made({{u"name"_s, name}}).status, 201);
        }
        QStringList all = listed();
        QCOMPARE(all.size(), 4);
        QCOMPARE(listed("?offset=1&limit=2"), all.mid(1, 2));
        QCOMPARE(listed("?offset=9"), QStringList());
        for (const QByteArray &query : {"?offset=x"_ba, "?limit=0"_ba, "?include_disabled=perhaps"_ba}) {
            QCOMPARE(ask("GET", query).status, 400);
        }
    }

    /// Beside the answer that shows it, a key is nowhere.
    void keysAreNotKept()
    {
        const QByteArray key = makeKey({{u"name"_s, u"n8n"_s}});
        QFile database(m_rig->rig.folder.filePath(u"lightwell.db"_s));
        QVERIFY(!database.open(QIODevice::ReadOnly) || !database.readAll().contains(key));
        QVERIFY(!m_rig->ask(m_rig->request("GET", "/metrics")).body.contains(key));
    }
};

QTEST_GUILESS_MAIN(TestKeyManagement)
#include "test_keymanagement.moc"

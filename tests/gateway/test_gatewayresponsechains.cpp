// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/chatrig.h"
#include "tests/gateway/storedanswers.h"
#include "tests/support/gate.h"

#include <QJsonArray>

using namespace lightwell;
using namespace lightwell::test;
using namespace lightwell::test::storedanswers;
using namespace Qt::StringLiterals;

namespace {

QJsonObject wish(const QString &input, const QString &previous = {})
{
    QJsonObject wish {{u"model"_s, u"alpha/talk"_s}, {u"input"_s, input}, {u"max_output_tokens"_s, 100}};
    if (!previous.isEmpty()) {
        wish.insert(u"previous_response_id"_s, previous);
    }
    return wish;
}

} // namespace

/// Answers of /responses that go on with one another: each is kept with its own turn.
class TestGatewayResponseChains : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachKeepsItsOwnTurn();
    void anEarlierOneIsDeleted();
    void deletedMeanwhile();
    void whatEarlierReleasesKept();
};

void TestGatewayResponseChains::eachKeepsItsOwnTurn()
{
    ChatRig rig(storing());
    const QString words(100, u'x');
    constexpr int turns = 8;
    QString id = idOf(rig.ask("responses", wish(words)));
    for (int i = 1; i < turns; ++i) {
        id = idOf(rig.ask("responses", wish(words, id)));
    }
    QCOMPARE(rig.alpha.calls().last().json()["input"_L1].toArray().size(), 2 * turns - 1);
    QCOMPARE(kept(rig), turns);
    QCOMPARE(number(rig, u"SELECT max(bytes) < 2 * min(bytes) FROM stored_responses"_s), 1);
    const RawAnswer items = ask(rig, "GET", id + u"/input_items?limit=100&order=asc"_s);
    const QJsonArray all = items.json()["data"_L1].toArray();
    QCOMPARE(all.size(), 2 * turns - 1);
    QCOMPARE(column(all, "role"_L1).count(u"user"_s), turns);
}

void TestGatewayResponseChains::anEarlierOneIsDeleted()
{
    ChatRig rig(storing());
    const RawAnswer first = rig.ask("responses", wish(u"my name is Ada"_s));
    const RawAnswer second = rig.ask("responses", wish(u"what is it?"_s, idOf(first)));
    const RawAnswer third = rig.ask("responses", wish(u"sure?"_s, idOf(second)));
    const QJsonObject shown = ask(rig, "GET", idOf(third)).json();
    const QByteArray items = ask(rig, "GET", idOf(third) + u"/input_items?order=asc"_s).body;
    for (const RawAnswer &deleted : {second, first}) {
        QCOMPARE(ask(rig, "DELETE", idOf(deleted)).status, 200);
        QCOMPARE(ask(rig, "GET", idOf(deleted)).status, 404);
        const RawAnswer refused = rig.ask("responses", wish(u"and?"_s, idOf(deleted)));
        QCOMPARE(refused.status, 400);
        QCOMPARE(refused.errorCode(), u"previous_response_not_found"_s);
        // What goes on with it has what it said.
        QCOMPARE(ask(rig, "GET", idOf(third)).json(), shown);
        QCOMPARE(ask(rig, "GET", idOf(third) + u"/input_items?order=asc"_s).body, items);
    }
    QCOMPARE(rig.ask("responses", wish(u"go on"_s, idOf(third))).status, 200);
    const QJsonArray said = rig.alpha.calls().last().json()["input"_L1].toArray();
    QCOMPARE(said.size(), 7);
    QCOMPARE(said.at(0)["content"_L1][0]["text"_L1].toString(), u"my name is Ada"_s);
}

/// While a vendor still works on what goes on with it: what somebody wishes gone is not kept once more.
void TestGatewayResponseChains::deletedMeanwhile()
{
    ChatRig rig(storing());
    const QString id = idOf(rig.ask("responses", wish(u"my name is Ada"_s)));
    const auto gate = Gate::make();
    const QJsonObject part {{u"type"_s, u"output_text"_s}, {u"text"_s, u"Ada"_s}, {u"annotations"_s, QJsonArray()}};
    const QJsonObject item {{u"type"_s, u"message"_s},
                            {u"role"_s, u"assistant"_s},
                            {u"status"_s, u"completed"_s},
                            {u"content"_s, QJsonArray {part}}};
    rig.alpha.script(u"responses"_s,
                     Reply::json({{u"id"_s, u"resp_vendor"_s},
                                  {u"object"_s, u"response"_s},
                                  {u"status"_s, u"completed"_s},
                                  {u"output"_s, QJsonArray {item}},
                                  {u"usage"_s, QJsonObject {{u"input_tokens"_s, 5}, {u"output_tokens"_s, 1}}}})
                         .after(gate));
    RawClient client(rig.gateway.port());
    client.send(rig.post("responses", wish(u"what is it?"_s, id)));
    QTRY_COMPARE(rig.alpha.calls().size(), 2);
    QCOMPARE(ask(rig, "DELETE", id).status, 200);
    gate->open();
    const QByteArray second = client.everything();
    QVERIFY(second.startsWith("HTTP/1.1 200")); // it is paid for
    QVERIFY(second.contains("\"store\":false"));
    QCOMPARE(kept(rig), 0);
}

/// All of a conversation in each of its answers.
void TestGatewayResponseChains::whatEarlierReleasesKept()
{
    ChatRig rig(storing());
    const QString client = await(rig.gateway.clients.list())->first().id;
    const QString message = u"{\"type\":\"message\",\"role\":\"%1\",\"id\":\"msg_%2\",\"content\":[{\"type\":"
                            "\"%3_text\",\"text\":\"%2\"}]}"_s;
    const QString before = u'[' + message.arg(u"user"_s, u"one"_s, u"input"_s) + u','
        + message.arg(u"assistant"_s, u"two"_s, u"output"_s) + u',' + message.arg(u"user"_s, u"three"_s, u"input"_s)
        + u']';
    const QString response = u"{\"id\":\"resp_old\",\"object\":\"response\",\"status\":\"completed\","
                             "\"previous_response_id\":\"resp_gone\",\"output\":["_s
        + message.arg(u"assistant"_s, u"four"_s, u"output"_s) + u"]}"_s;
    const qint64 time = QDateTime::currentMSecsSinceEpoch();
    QVERIFY(await(rig.gateway.rig.store->run([=](Database &database) {
        return change(database,
                      u"INSERT INTO stored_responses (id, client, generation, created_at, bytes, input, response) "
                      "VALUES ('resp_old', ?, 'gen_old', ?, 100, ?, ?)"_s,
                      {client, time, before, response})
            .ok();
    })));
    QCOMPARE(ask(rig, "GET", u"resp_old"_s).json()["previous_response_id"_L1].toString(), u"resp_gone"_s);
    QCOMPARE(ask(rig, "GET", u"resp_old/input_items"_s).json()["data"_L1].toArray().size(), 3);
    const RawAnswer next = rig.ask("responses", wish(u"five"_s, u"resp_old"_s));
    QCOMPARE(next.status, 200);
    const QJsonArray said = rig.alpha.calls().last().json()["input"_L1].toArray();
    QCOMPARE(said.size(), 5);
    QCOMPARE(said.at(3)["content"_L1][0]["text"_L1].toString(), u"four"_s);
    QCOMPARE(ask(rig, "DELETE", u"resp_old"_s).status, 200);
    const RawAnswer items = ask(rig, "GET", idOf(next) + u"/input_items?order=asc"_s);
    QCOMPARE(column(items.json()["data"_L1].toArray(), "id"_L1).mid(0, 4),
             (QStringList {u"msg_one"_s, u"msg_two"_s, u"msg_three"_s, u"msg_four"_s}));
}

QTEST_GUILESS_MAIN(TestGatewayResponseChains)
#include "test_gatewayresponsechains.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/mediastore.h"
#include "tests/gateway/chatrig.h"
#include "tests/gateway/storedanswers.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMutex>

using namespace lightwell;
using namespace lightwell::test;
using namespace lightwell::test::storedanswers;
using namespace Qt::StringLiterals;

namespace {

QJsonObject with(QJsonObject object, const QJsonObject &fields)
{
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        object.insert(field.key(), field.value());
    }
    return object;
}

QJsonObject wish(const QJsonValue &input, const QJsonObject &fields = {})
{
    return with({{u"model"_s, u"alpha/talk"_s}, {u"input"_s, input}, {u"max_output_tokens"_s, 100}}, fields);
}

QJsonObject after(const QString &id)
{
    return {{u"previous_response_id"_s, id}};
}

QJsonObject tool(const QString &model, const QString &action = u"auto"_s)
{
    return {
        {u"tools"_s,
         QJsonArray {QJsonObject {{u"type"_s, u"image_generation"_s}, {u"model"_s, model}, {u"action"_s, action}}}}};
}

const QJsonObject forced {{u"tool_choice"_s, QJsonObject {{u"type"_s, u"image_generation"_s}}}};

/// The words of the answer.
QString saidIn(const RawAnswer &answer)
{
    QString said;
    const QJsonArray output = answer.json()["output"_L1].toArray();
    for (const QJsonValue &item : output) {
        said += item["content"_L1][0]["text"_L1].toString();
    }
    return said;
}

QJsonObject pictureIn(const RawAnswer &answer)
{
    const QJsonArray output = answer.json()["output"_L1].toArray();
    for (const QJsonValue &item : output) {
        if (item["type"_L1].toString() == "image_generation_call"_L1) {
            return item.toObject();
        }
    }
    return {};
}

QList<QJsonObject> eventsIn(const QByteArray &stream)
{
    QList<QJsonObject> events;
    const QList<QByteArray> lines = stream.split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("data: {")) {
            events.append(QJsonDocument::fromJson(line.mid(6)).object());
        }
    }
    return events;
}

} // namespace

/// Answers of /responses that are kept here, and gone on with.
class TestGatewayStoredResponses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesOn_data();
    void goesOn();
    void streamsAreKept_data();
    void streamsAreKept();
    void functionsAreAnswered();
    void itemsAreReferredTo();
    void oneThatIsNotToBeKept();
    void isShownAndDeleted();
    void eachClientHasItsOwn();
    void refusesBeforePaying_data();
    void refusesBeforePaying();
    void switchedOff();
    void picturesAreNotKeptTwice();
    void theStoredPictureIsEdited_data();
    void theStoredPictureIsEdited();
    void aDeletedRequestTakesItsAnswersAlong();
    void oneKeyIsOneAnswer();
    void whatCannotBeKeptIsDelivered();
    void tellsThePriceOfAllOfIt();
};

void TestGatewayStoredResponses::goesOn_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<bool>("hasResponses"); ///< its vendor, itself
    QTest::newRow("asked as it is") << u"alpha/talk"_s << true;
    QTest::newRow("asked in a chat") << u"beta/talk"_s << false;
}

void TestGatewayStoredResponses::goesOn()
{
    QFETCH(const QString, model);
    QFETCH(const bool, hasResponses);
    ChatRig rig(storing());
    const ChatApiStandIn &vendor = hasResponses ? rig.alpha : rig.beta;
    const QJsonObject named {{u"model"_s, model}};
    const RawAnswer first =
        rig.ask("responses", wish(u"my name is Ada"_s, with(named, {{u"instructions"_s, u"be brief"_s}})));
    QCOMPARE(first.status, 200);
    const QString id = idOf(first);
    QVERIFY2(id.startsWith("resp_"_L1) && id.size() > 40, qPrintable(id));
    QCOMPARE(first.json()["store"_L1].toBool(), true);
    QVERIFY(first.json()["previous_response_id"_L1].isNull());
    const RawAnswer second = rig.ask("responses", wish(u"what is it?"_s, with(named, after(id))));
    QCOMPARE(second.status, 200);
    QCOMPARE(second.json()["previous_response_id"_L1].toString(), id);
    QCOMPARE(saidIn(second), u"what is it?"_s);
    const RawAnswer third = rig.ask("responses", wish(u"sure?"_s, with(named, after(idOf(second)))));
    QCOMPARE(third.status, 200);
    // The vendor was sent all of the conversation each time, and no name of ours; instructions hold for one answer.
    QCOMPARE(vendor.calls().size(), 3);
    const QByteArray sent = vendor.calls().last().body;
    const QJsonObject body = vendor.calls().last().json();
    const QJsonArray said = body.value(hasResponses ? "input"_L1 : "messages"_L1).toArray();
    QCOMPARE(column(said, "role"_L1), (QStringList {u"user"_s, u"assistant"_s, u"user"_s, u"assistant"_s, u"user"_s}));
    QCOMPARE(said.at(1)["content"_L1][0]["text"_L1].toString(), u"my name is Ada"_s);
    for (const QString &name : {id, idOf(second)}) {
        QVERIFY(!sent.contains(name.toLatin1()));
    }
    QVERIFY(!sent.contains("previous_response_id"));
    QVERIFY(!sent.contains("\"id\""));
    QVERIFY(!sent.contains("be brief"));
    if (hasResponses) {
        QCOMPARE(body["store"_L1].toBool(true), false);
    }
    // The same answer may be gone on with more than once.
    const RawAnswer branch = rig.ask("responses", wish(u"and yours?"_s, with(named, after(id))));
    QCOMPARE(branch.status, 200);
    QCOMPARE(vendor.calls().last().json().value(hasResponses ? "input"_L1 : "messages"_L1).toArray().size(), 3);
    QCOMPARE(kept(rig), 4);
}

void TestGatewayStoredResponses::streamsAreKept_data()
{
    goesOn_data();
}

void TestGatewayStoredResponses::streamsAreKept()
{
    QFETCH(const QString, model);
    ChatRig rig(storing());
    RawClient client(rig.gateway.port());
    client.send(rig.post("responses", wish(u"my name is Ada"_s, {{u"model"_s, model}, {u"stream"_s, true}})));
    const QList<QJsonObject> events = eventsIn(unchunked(client.everything()));
    QVERIFY(events.size() > 5);
    QCOMPARE(events.first()["type"_L1].toString(), u"response.created"_s);
    QCOMPARE(events.last()["type"_L1].toString(), u"response.completed"_s);
    const QString id = events.last()["response"_L1]["id"_L1].toString();
    QVERIFY(id.size() > 40);
    for (const QJsonObject &event : events) {
        if (event.contains("response"_L1)) {
            QCOMPARE(event["response"_L1]["id"_L1].toString(), id);
            QCOMPARE(event["response"_L1]["store"_L1].toBool(), true);
        }
    }
    const RawAnswer shown = ask(rig, "GET", id);
    QCOMPARE(shown.status, 200);
    QCOMPARE(shown.json(), events.last()["response"_L1].toObject());
    const RawAnswer second = rig.ask("responses", wish(u"what is it?"_s, with({{u"model"_s, model}}, after(id))));
    QCOMPARE(second.status, 200);
    QCOMPARE(second.json()["previous_response_id"_L1].toString(), id);
}

void TestGatewayStoredResponses::functionsAreAnswered()
{
    ChatRig rig(storing());
    const QJsonObject tools {
        {u"model"_s, u"beta/talk"_s},
        {u"tools"_s,
         QJsonArray {
             QJsonObject {{u"type"_s, u"function"_s}, {u"name"_s, u"weather"_s}, {u"parameters"_s, QJsonObject {}}}}}};
    const RawAnswer first = rig.ask("responses", wish(u"call the tool weather now"_s, tools));
    const QJsonValue call = first.json()["output"_L1][0];
    QCOMPARE(call["type"_L1].toString(), u"function_call"_s);
    const QJsonArray answers {QJsonObject {
        {u"type"_s, u"function_call_output"_s}, {u"call_id"_s, call["call_id"_L1]}, {u"output"_s, u"rain"_s}}};
    const RawAnswer second = rig.ask("responses", wish(answers, with(tools, after(idOf(first)))));
    QCOMPARE(second.status, 200);
    const QJsonArray messages = rig.beta.calls().last().json()["messages"_L1].toArray();
    QCOMPARE(column(messages, "role"_L1), (QStringList {u"user"_s, u"assistant"_s, u"tool"_s}));
    QCOMPARE(messages.at(1)["tool_calls"_L1][0]["id"_L1], messages.at(2)["tool_call_id"_L1]);
}

/// As Vercel's AI SDK does, which takes for granted that answers are kept.
void TestGatewayStoredResponses::itemsAreReferredTo()
{
    ChatRig rig(storing());
    const QJsonObject beta {{u"model"_s, u"beta/talk"_s}};
    const RawAnswer first = rig.ask("responses", wish(u"my name is Ada"_s, beta));
    const QString item = first.json()["output"_L1][0]["id"_L1].toString();
    const auto conversation = [](const QString &id) {
        return QJsonArray {QJsonObject {{u"role"_s, u"user"_s}, {u"content"_s, u"my name is Ada"_s}},
                           QJsonObject {{u"type"_s, u"item_reference"_s}, {u"id"_s, id}},
                           QJsonObject {{u"role"_s, u"user"_s}, {u"content"_s, u"what is it?"_s}}};
    };
    const RawAnswer second = rig.ask("responses", wish(conversation(item), beta));
    QCOMPARE(second.status, 200);
    const QJsonArray messages = rig.beta.calls().last().json()["messages"_L1].toArray();
    QCOMPARE(column(messages, "role"_L1), (QStringList {u"user"_s, u"assistant"_s, u"user"_s}));
    const QJsonArray items = ask(rig, "GET", idOf(second) + u"/input_items?order=asc"_s).json()["data"_L1].toArray();
    QCOMPARE(items.at(1), first.json()["output"_L1][0]);
    const QByteArray other = "Authorization: Bearer " + await(rig.gateway.clients.add(u"other"_s))->key + "\r\n";
    for (const RawAnswer &refused : {rig.ask("responses", wish(conversation(u"msg_none"_s), beta)),
                                     rig.ask("responses", wish(conversation(item), beta), other)}) {
        QCOMPARE(refused.status, 400);
        QCOMPARE(refused.json()["error"_L1]["param"_L1].toString(), u"input"_s);
    }
    QCOMPARE(rig.beta.calls().size(), 2);
}

void TestGatewayStoredResponses::oneThatIsNotToBeKept()
{
    ChatRig rig(storing());
    const RawAnswer first = rig.ask("responses", wish(u"my name is Ada"_s));
    const RawAnswer second =
        rig.ask("responses", wish(u"what is it?"_s, with(after(idOf(first)), {{u"store"_s, false}})));
    QCOMPARE(second.status, 200);
    QCOMPARE(rig.alpha.calls().last().json()["input"_L1].toArray().size(), 3);
    QCOMPARE(kept(rig), 1);
    QCOMPARE(ask(rig, "GET", idOf(second)).status, 404);
    QCOMPARE(rig.ask("responses", wish(u"sure?"_s, after(idOf(second)))).errorCode(), u"previous_response_not_found"_s);
}

void TestGatewayStoredResponses::isShownAndDeleted()
{
    ChatRig rig(storing());
    const RawAnswer first = rig.ask("responses", wish(u"my name is Ada"_s));
    const RawAnswer second = rig.ask("responses", wish(u"what is it?"_s, after(idOf(first))));
    const QString id = idOf(second);
    const RawAnswer shown = ask(rig, "GET", id);
    QCOMPARE(shown.status, 200);
    QCOMPARE(shown.header("Content-Type"), "application/json"_ba);
    QCOMPARE(shown.json(), second.json());
    QCOMPARE(ask(rig, "GET", id + u"?stream=true"_s).status, 400);

    const RawAnswer items = ask(rig, "GET", id + u"/input_items?order=asc"_s);
    QCOMPARE(items.status, 200);
    QCOMPARE(items.json()["object"_L1].toString(), u"list"_s);
    const QJsonArray all = items.json()["data"_L1].toArray();
    QCOMPARE(column(all, "role"_L1), (QStringList {u"user"_s, u"assistant"_s, u"user"_s}));
    QCOMPARE(all.at(0)["content"_L1][0]["type"_L1].toString(), u"input_text"_s);
    const QStringList ids = column(all, "id"_L1);
    QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), 3);
    QVERIFY(!ids.contains(QString()));
    const RawAnswer newest = ask(rig, "GET", id + u"/input_items?limit=1"_s);
    QCOMPARE(column(newest.json()["data"_L1].toArray(), "id"_L1), QStringList {ids.last()});
    QCOMPARE(newest.json()["last_id"_L1].toString(), ids.last());
    QCOMPARE(newest.json()["has_more"_L1].toBool(), true);
    const RawAnswer rest = ask(rig, "GET", id + u"/input_items?after="_s + ids.last());
    QCOMPARE(column(rest.json()["data"_L1].toArray(), "id"_L1), (QStringList {ids.at(1), ids.at(0)}));
    QCOMPARE(rest.json()["has_more"_L1].toBool(), false);
    for (const QString &query : {u"limit=0"_s, u"limit=101"_s, u"order=up"_s, u"after=msg_none"_s}) {
        QCOMPARE(ask(rig, "GET", id + u"/input_items?"_s + query).status, 400);
    }

    const RawAnswer deleted = ask(rig, "DELETE", id);
    QCOMPARE(deleted.status, 200);
    QCOMPARE(deleted.json(), (QJsonObject {{u"id"_s, id}, {u"object"_s, u"response"_s}, {u"deleted"_s, true}}));
    for (const QByteArray &method : {"GET"_ba, "DELETE"_ba}) {
        QCOMPARE(ask(rig, method, id).status, 404);
        QCOMPARE(ask(rig, method, id).errorCode(), u"RESPONSE_NOT_FOUND"_s);
    }
    QCOMPARE(ask(rig, "GET", id + u"/input_items"_s).status, 404);
    QCOMPARE(ask(rig, "GET", idOf(first)).status, 200);
    QCOMPARE(ask(rig, "POST", id + u"/cancel"_s).status, 404);
    QCOMPARE(ask(rig, "DELETE", id + u"/input_items"_s).status, 405);

    // Nor does it come back to an equal call.
    const auto equal = [&rig] { return idOf(rig.ask("responses", wish(u"hello"_s), "X-Lightwell-Cache: true\r\n")); };
    const QString again = equal();
    QCOMPARE(equal(), again);
    QCOMPARE(ask(rig, "DELETE", again).status, 200);
    QVERIFY(equal() != again);
}

void TestGatewayStoredResponses::eachClientHasItsOwn()
{
    ChatRig rig(storing());
    const RawAnswer first = rig.ask("responses", wish(u"my name is Ada"_s));
    const QString id = idOf(first);
    const QByteArray other = "Authorization: Bearer " + await(rig.gateway.clients.add(u"other"_s))->key + "\r\n";
    const QByteArray own = "Authorization: Bearer own-key\r\n"; // that of this computer sees all requests
    QVERIFY(await(rig.gateway.clients.adopt(ClientRegistry::thisComputer(), "own-key")));
    for (const QByteArray &key : {other, own}) {
        QCOMPARE(ask(rig, "GET", id, key).status, 404);
        QCOMPARE(ask(rig, "GET", id + u"/input_items"_s, key).status, 404);
        QCOMPARE(ask(rig, "DELETE", id, key).status, 404);
        const RawAnswer stolen = rig.ask("responses", wish(u"what is it?"_s, after(id)), key);
        QCOMPARE(stolen.status, 400);
        QCOMPARE(stolen.errorCode(), u"previous_response_not_found"_s);
    }
    QCOMPARE(rig.alpha.calls().size(), 1);
    QCOMPARE(ask(rig, "GET", id).status, 200);
    QVERIFY(await(rig.gateway.clients.revoke(u"test"_s)));
    QCOMPARE(kept(rig), 0);
}

void TestGatewayStoredResponses::refusesBeforePaying_data()
{
    QTest::addColumn<QJsonObject>("fields");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("param");
    const QString previous = u"previous_response_id"_s;
    QTest::newRow("nobody's") << after(u"resp_0"_s) << u"previous_response_not_found"_s << previous;
    QTest::newRow("a number") << QJsonObject {{previous, 7}} << u"previous_response_not_found"_s << previous;
    QTest::newRow("for a picture") << with(after(u"resp_0"_s), with(tool(u"drawn"_s), forced))
                                   << u"previous_response_not_found"_s << previous;
    QTest::newRow("two ways to go on") << with(after(u"resp_0"_s), {{u"conversation"_s, u"conv_1"_s}})
                                       << u"INVALID_REQUEST"_s << previous;
    QTest::newRow("neither kept nor not") << QJsonObject {{u"store"_s, u"yes"_s}} << u"INVALID_REQUEST"_s << u"store"_s;
    QTest::newRow("no input") << QJsonObject {{u"input"_s, QJsonValue()}} << u"INVALID_REQUEST"_s << u"input"_s;
}

void TestGatewayStoredResponses::refusesBeforePaying()
{
    QFETCH(const QJsonObject, fields);
    QFETCH(const QString, code);
    QFETCH(const QString, param);
    ChatRig rig(storing());
    const RawAnswer answer = rig.ask("responses", wish(u"what is it?"_s, fields));
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.errorCode(), code);
    QCOMPARE(answer.json()["error"_L1]["param"_L1].toString(), param);
    QCOMPARE(rig.alpha.calls().size(), 0);
    QCOMPARE(rig.painter().billed, 0);
}

void TestGatewayStoredResponses::switchedOff()
{
    ChatRig rig(storing());
    const QString id = idOf(rig.ask("responses", wish(u"my name is Ada"_s)));
    rig.gateway.start(); // as it is shipped
    const RawAnswer refused = rig.ask("responses", wish(u"what is it?"_s, after(id)));
    QCOMPARE(refused.status, 400);
    QCOMPARE(refused.errorCode(), u"INVALID_REQUEST"_s);
    QCOMPARE(refused.json()["error"_L1]["param"_L1].toString(), u"previous_response_id"_s);
    QCOMPARE(ask(rig, "GET", id).errorCode(), u"RESPONSE_NOT_FOUND"_s);
    const RawAnswer unkept = rig.ask("responses", wish(u"and now?"_s));
    QCOMPARE(unkept.status, 200);
    QVERIFY(!rig.alpha.calls().last().json().contains("store"_L1)); // as it was asked
    QCOMPARE(kept(rig), 1);
    rig.gateway.start(storing()); // and on again
    QCOMPARE(rig.ask("responses", wish(u"what is it?"_s, after(id))).status, 200);
    rig.gateway.start();
    QCOMPARE(ask(rig, "DELETE", id).status, 200); // whoever keeps nothing may still wish it gone
    QCOMPARE(kept(rig), 1);
}

void TestGatewayStoredResponses::picturesAreNotKeptTwice()
{
    ChatRig rig(storing());
    const RawAnswer first = rig.ask("responses", wish(u"draw a boat"_s, tool(u"drawn"_s)));
    QCOMPARE(first.status, 200);
    const QString picture = pictureIn(first)["result"_L1].toString();
    QVERIFY(picture.size() > 50);
    const QString id = idOf(first);
    QCOMPARE(number(rig, u"SELECT count(*) FROM stored_responses WHERE instr(response, '%1') > 0"_s.arg(picture)), 0);
    const RawAnswer shown = ask(rig, "GET", id);
    QCOMPARE(pictureIn(shown), pictureIn(first));
    // A text model that goes on hears of the picture, and is not shown it.
    for (const QString &model : {u"alpha/talk"_s, u"beta/talk"_s}) {
        const RawAnswer second = rig.ask("responses", wish(u"is it good?"_s, with({{u"model"_s, model}}, after(id))));
        QCOMPARE(second.status, 200);
        const QByteArray sent = (model.startsWith("alpha"_L1) ? rig.alpha : rig.beta).calls().last().body;
        QVERIFY(!sent.contains(picture.toLatin1()));
        QVERIFY(!sent.contains("lightwell_picture"));
        QVERIFY(sent.contains("a boat"));
        const RawAnswer items = ask(rig, "GET", idOf(second) + u"/input_items?order=asc"_s);
        const QJsonValue item = items.json()["data"_L1][1];
        QCOMPARE(item["type"_L1].toString(), u"image_generation_call"_s);
        QCOMPARE(item["result"_L1].toString(), picture);
    }
    // Nobody gets a picture by its place.
    const QJsonArray guess {
        QJsonObject {{u"type"_s, u"image_generation_call"_s},
                     {u"id"_s, u"ig_1"_s},
                     {u"status"_s, u"completed"_s},
                     {u"result"_s, u""_s},
                     {u"lightwell_picture"_s, MediaStore::contentAddress(QByteArray::fromBase64(picture.toLatin1()))}},
        QJsonObject {{u"role"_s, u"user"_s}, {u"content"_s, u"show me"_s}}};
    const RawAnswer guessed = rig.ask("responses", wish(guess, {{u"model"_s, u"beta/talk"_s}}));
    QCOMPARE(guessed.status, 200);
    const RawAnswer own = ask(rig, "GET", idOf(guessed) + u"/input_items?order=asc"_s);
    QCOMPARE(own.json()["data"_L1][0]["result"_L1].toString(), QString());
}

void TestGatewayStoredResponses::theStoredPictureIsEdited_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QJsonObject>("fields");
    QTest::addColumn<QString>("words");
    QTest::newRow("the tool is forced") << u"alpha/talk"_s << forced << u"make it red"_s;
    QTest::newRow("the model makes pictures") << u"retouched"_s << QJsonObject() << u"make it red"_s;
    QTest::newRow("the model wants it") << u"beta/talk"_s << QJsonObject() << u"draw it edited"_s;
}

void TestGatewayStoredResponses::theStoredPictureIsEdited()
{
    QFETCH(const QString, model);
    QFETCH(const QJsonObject, fields);
    QFETCH(const QString, words);
    ChatRig rig(storing());
    const RawAnswer first = rig.ask("responses", wish(u"a boat"_s, with(tool(u"drawn"_s), forced)));
    QCOMPARE(first.status, 200);
    // Words in between, which no picture is made of.
    const RawAnswer between = rig.ask("responses", wish(u"is it good?"_s, after(idOf(first))));
    const QJsonObject edit = with(with(tool(u"retouched"_s), fields), after(idOf(between)));
    const RawAnswer second = rig.ask("responses", wish(words, with(edit, {{u"model"_s, model}})));
    QCOMPARE(second.status, 200);
    QCOMPARE(pictureIn(second)["status"_L1].toString(), u"completed"_s);
    QCOMPARE(pictureIn(second)["action"_L1].toString(), u"edit"_s);
    QCOMPARE(rig.painter().billed, 2);
    const QString generation = pictureIn(second)["id"_L1].toString().mid(QLatin1StringView("ig_").size());
    const auto edited = await(rig.gateway.rig.journal->find(generation));
    QVERIFY(edited);
    QCOMPARE(edited->request.images.size(), 1);
    const auto pixels = [](const QByteArray &picture) {
        return QImage::fromData(picture).convertToFormat(QImage::Format_RGB32);
    };
    const QByteArray drawn = QByteArray::fromBase64(pictureIn(first)["result"_L1].toString().toLatin1());
    QVERIFY(!pixels(drawn).isNull());
    QCOMPARE(pixels(edited->request.images.first().bytes), pixels(drawn));
    // The newest is the one that is worked on next.
    const RawAnswer third = rig.ask("responses", wish(u"is it better?"_s, after(idOf(second))));
    QCOMPARE(third.status, 200);
    QCOMPARE(third.json()["previous_response_id"_L1].toString(), idOf(second));
}

void TestGatewayStoredResponses::aDeletedRequestTakesItsAnswersAlong()
{
    ChatRig rig(storing());
    const RawAnswer first = rig.ask("responses", wish(u"a boat"_s, with(tool(u"drawn"_s), forced)));
    const QByteArray generation = rig.last().id.toLatin1();
    const RawAnswer second = rig.ask("responses", wish(u"is it good?"_s, after(idOf(first))));
    const RawAnswer other = rig.ask("responses", wish(u"my name is Ada"_s));
    QCOMPARE(kept(rig), 3);
    const RawAnswer purged = rig.gateway.ask(rig.gateway.request("DELETE", "/v1/requests/" + generation + "/payloads"));
    QCOMPARE(purged.status, 200);
    QCOMPARE(ask(rig, "GET", idOf(first)).status, 404);
    QCOMPARE(ask(rig, "GET", idOf(second)).status, 404);
    QCOMPARE(ask(rig, "GET", idOf(other)).status, 200);
}

void TestGatewayStoredResponses::oneKeyIsOneAnswer()
{
    ChatRig rig(storing());
    const RawAnswer first = rig.ask("responses", wish(u"my name is Ada"_s));
    const QByteArray key = "Idempotency-Key: once\r\n";
    const RawAnswer second = rig.ask("responses", wish(u"what is it?"_s, after(idOf(first))), key);
    const RawAnswer again = rig.ask("responses", wish(u"what is it?"_s, after(idOf(first))), key);
    QCOMPARE(again.json(), second.json());
    QCOMPARE(rig.alpha.calls().size(), 2);
    QCOMPARE(kept(rig), 2);
    const RawAnswer elsewhere = rig.ask("responses", wish(u"what is it?"_s), key);
    QCOMPARE(elsewhere.status, 422);
}

void TestGatewayStoredResponses::whatCannotBeKeptIsDelivered()
{
    ChatRig rig(storing());
    QVERIFY(await(rig.gateway.rig.store->run(
        [](Database &database) { return change(database, u"DROP TABLE stored_responses"_s).ok(); })));
    static QMutex mutex; // the store has a thread of its own
    static QString log;
    log.clear();
    const QtMessageHandler before =
        qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &line) {
            const QMutexLocker lock(&mutex);
            log += line + u'\n';
        });
    const RawAnswer whole = rig.ask("responses", wish(u"canary words"_s));
    RawClient client(rig.gateway.port());
    client.send(rig.post("responses", wish(u"canary words"_s, {{u"stream"_s, true}})));
    const QList<QJsonObject> events = eventsIn(unchunked(client.everything()));
    qInstallMessageHandler(before);
    QCOMPARE(whole.status, 200);
    QCOMPARE(saidIn(whole), u"canary words"_s);
    QCOMPARE(whole.json()["store"_L1].toBool(true), false);
    QCOMPARE(events.last()["type"_L1].toString(), u"response.completed"_s);
    QCOMPARE(events.last()["response"_L1]["store"_L1].toBool(true), false);
    QVERIFY(!log.isEmpty());
    QVERIFY2(!log.contains("canary"_L1), qPrintable(log));
    // Whether something is kept cannot be known now: ask again later.
    QCOMPARE(rig.ask("responses", wish(u"what is it?"_s, after(idOf(whole)))).status, 503);
    QCOMPARE(rig.alpha.calls().size(), 2);
}

void TestGatewayStoredResponses::tellsThePriceOfAllOfIt()
{
    ChatRig rig(storing());
    const RawAnswer first = rig.ask("responses", wish(QString(2000, u'x')));
    const auto price = [&rig](const QJsonObject &fields) {
        return rig.ask("responses?dryRun=true", wish(u"go on"_s, fields)).json()["total_cost_micros"_L1].toInteger();
    };
    QVERIFY(price(after(idOf(first))) > price({}) + 3000); // the words are said twice: asked, and answered
    QCOMPARE(rig.alpha.calls().size(), 1);
    QCOMPARE(kept(rig), 1);
}

QTEST_GUILESS_MAIN(TestGatewayStoredResponses)
#include "test_gatewaystoredresponses.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// OpenRouter's `debug.echo_upstream_body`: a client is told what its vendor was sent.
#include "tests/gateway/servertoolrig.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace lightwell::test::servertool;
using namespace Qt::StringLiterals;

namespace {

constexpr auto dot = "data:image/png;base64,"
                     "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+"
                     "M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="_L1;

const QJsonObject wanted {{u"debug"_s, QJsonObject {{u"echo_upstream_body"_s, true}}}};

QJsonObject echoIn(const QJsonObject &answer)
{
    return answer["debug"_L1]["echo_upstream_body"_L1].toObject();
}

/// A chat without tools.
QJsonObject plain(const QJsonValue &content, const QJsonObject &fields = {})
{
    const QJsonObject message {{u"role"_s, u"user"_s}, {u"content"_s, content}};
    return with({{u"model"_s, u"talk"_s}, {u"messages"_s, QJsonArray {message}}, {u"max_tokens"_s, 100}}, fields);
}

QJsonObject drawn(const QJsonObject &fields = {})
{
    return plain(u"a boat"_s, with({{u"model"_s, u"drawn"_s}, {u"modalities"_s, QJsonArray {u"image"_s}}}, fields));
}

} // namespace

class TestUpstreamEcho : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ServerToolRig> m_rig;

    [[nodiscard]] QJsonObject sentToAlpha() const { return m_rig->alpha.calls().last().json(); }
    /// The chunks of a stream, without its last event.
    [[nodiscard]] QList<QJsonObject> chunks(const QJsonObject &body) const
    {
        QList<QJsonObject> all;
        const QByteArrayList events = m_rig->events(body);
        for (const QByteArray &event : events) {
            if (event != "[DONE]") {
                all.append(QJsonDocument::fromJson(event).object());
            }
        }
        return all;
    }

private Q_SLOTS:
    void init() { m_rig = std::make_unique<ServerToolRig>(); }
    void cleanup() { m_rig.reset(); }

    void wholeAnswersHaveIt()
    {
        const RawAnswer answer = m_rig->chat(plain(u"say hello"_s, with(wanted, {{u"temperature"_s, 0.5}})));
        QVERIFY2(answer.status == 200, answer.body.constData());
        QCOMPARE(echoIn(answer.json()), sentToAlpha());
        QVERIFY(!sentToAlpha().contains("debug"_L1));
        QCOMPARE(echoIn(answer.json()).value("model"_L1).toString(), u"vendors-talk"_s);
        QVERIFY(!answer.body.contains(m_rig->alpha.key));
        QVERIFY(!answer.json().contains("metadata"_L1)); // nothing of it is ignored
        QVERIFY(!m_rig->chat(plain(u"say hello"_s)).json().contains("debug"_L1));
        const QJsonObject off {{u"debug"_s, QJsonObject {{u"echo_upstream_body"_s, false}}}};
        QVERIFY(!m_rig->chat(plain(u"say hello"_s, off)).json().contains("debug"_L1));
    }

    void streamsBeginWithIt()
    {
        const QList<QJsonObject> all = chunks(plain(u"say hello"_s, wanted));
        QVERIFY(all.size() > 2);
        QCOMPARE(echoIn(all.first()), sentToAlpha());
        QCOMPARE(all.first().value("object"_L1).toString(), u"chat.completion.chunk"_s);
        QCOMPARE(all.first().value("choices"_L1), QJsonValue(QJsonArray()));
        QCOMPARE(all.first().value("provider"_L1).toString(), u"alpha"_s);
        QString words;
        for (const QJsonObject &chunk : all.mid(1)) {
            QVERIFY(!chunk.contains("debug"_L1));
            words += chunk["choices"_L1][0]["delta"_L1]["content"_L1].toString();
        }
        QCOMPARE(words, u"say hello"_s);
        QVERIFY(!chunks(plain(u"say hello"_s)).first().contains("debug"_L1));
    }

    /// Each vendor that was tried has a chunk of its own.
    void eachVendorsIsTold()
    {
        m_rig->alpha.script(u"chat"_s, Reply::json({}, 503));
        const QList<QJsonObject> all = chunks(plain(u"say hello"_s, wanted));
        QVERIFY(all.size() > 3);
        QCOMPARE(all.at(0).value("provider"_L1).toString(), u"alpha"_s);
        QCOMPARE(echoIn(all.at(0)), sentToAlpha());
        QCOMPARE(all.at(1).value("provider"_L1).toString(), u"beta"_s);
        QCOMPARE(echoIn(all.at(1)), m_rig->beta.calls().last().json());
        QVERIFY(echoIn(all.at(2)).isEmpty());
        m_rig->alpha.script(u"chat"_s, Reply::json({}, 503));
        QCOMPARE(echoIn(m_rig->chat(plain(u"say hello"_s, wanted)).json()), m_rig->beta.calls().last().json());
    }

    /// A refusal has a status of its own also where a stream was asked for, and tells it too.
    void refusalsHaveIt()
    {
        const QJsonObject only {{u"provider"_s, QJsonObject {{u"only"_s, QJsonArray {u"alpha"_s}}}}};
        for (const bool streams : {false, true}) {
            m_rig->alpha.script(u"chat"_s, Reply::json({{u"error"_s, QJsonObject {{u"message"_s, u"No."_s}}}}, 400));
            const RawAnswer answer =
                m_rig->chat(plain(u"say hello"_s, with(with(wanted, only), {{u"stream"_s, streams}})));
            QVERIFY(answer.status >= 400 && answer.status < 500);
            QVERIFY(answer.json().contains("error"_L1));
            QCOMPARE(echoIn(answer.json()), sentToAlpha());
        }
    }

    void picturesAreShortened()
    {
        const QJsonObject image {{u"type"_s, u"image_url"_s}, {u"image_url"_s, QJsonObject {{u"url"_s, dot}}}};
        const QJsonArray parts {QJsonObject {{u"type"_s, u"text"_s}, {u"text"_s, u"what is it"_s}}, image};
        const RawAnswer answer = m_rig->chat(plain(parts, wanted));
        QVERIFY2(answer.status == 200, answer.body.constData());
        const QJsonValue shown = echoIn(answer.json()).value("messages"_L1)[0]["content"_L1];
        QCOMPARE(shown[0], QJsonValue(parts.first()));
        QCOMPARE(shown[1]["image_url"_L1]["url"_L1].toString(), u"data:image/png;base64,(picture)"_s);
        QCOMPARE(sentToAlpha()["messages"_L1][0]["content"_L1], QJsonValue(parts));
    }

    /// What was kept was sent to nobody.
    void keptAnswersHaveNone()
    {
        const QByteArray cache = "X-OpenRouter-Cache: true\r\n";
        const QJsonObject body = plain(u"say hello"_s, wanted);
        QVERIFY(m_rig->chat(body, cache).json().contains("debug"_L1));
        const RawAnswer kept = m_rig->chat(body, cache);
        QCOMPARE(kept.header("X-OpenRouter-Cache-Status"), "HIT"_ba);
        QVERIFY(!kept.json().contains("debug"_L1));
        QVERIFY(kept.json().contains("choices"_L1));
        QVERIFY(m_rig->events(body, cache).first().contains("echo_upstream_body"));
        const QByteArray again = m_rig->events(body, cache).join('\n');
        QVERIFY(again.contains("hello") && !again.contains("echo_upstream_body"));
        QCOMPARE(m_rig->alpha.calls().size(), 2);
    }

    void picturesByChatHaveIt()
    {
        const RawAnswer answer = m_rig->chat(drawn(wanted));
        QVERIFY2(answer.status == 200, answer.body.constData());
        QCOMPARE(echoIn(answer.json()).value("prompt"_L1).toString(), u"a boat"_s);
        QCOMPARE(answer.json()["metadata"_L1]["ignored"_L1], QJsonValue(QJsonArray {u"max_tokens"_s}));
        QVERIFY(!m_rig->chat(drawn()).json().contains("debug"_L1));
        const QList<QJsonObject> all = chunks(drawn(wanted));
        QCOMPARE(echoIn(all.first()).value("prompt"_L1).toString(), u"a boat"_s);
        QCOMPARE(all.first().value("choices"_L1), QJsonValue(QJsonArray()));
        QVERIFY(echoIn(all.at(1)).isEmpty());
    }

    /// Of a model that has pictures made each turn is told, before what is said in it.
    void eachTurnIsTold()
    {
        const QList<QJsonObject> all = chunks(wish(u"draw a boat"_s, wanted));
        QList<QJsonObject> told;
        for (const QJsonObject &chunk : all) {
            if (chunk.contains("debug"_L1)) {
                told.append(echoIn(chunk));
            }
        }
        const QList<Received> calls = m_rig->alpha.calls();
        QCOMPARE(calls.size(), 2);
        QCOMPARE(told, (QList<QJsonObject> {calls.at(0).json(), calls.at(1).json()}));
        QVERIFY(all.first().contains("debug"_L1));
        QCOMPARE(echoIn(m_rig->chat(wish(u"draw a boat"_s, wanted)).json()), sentToAlpha());
        // Where no text model is asked there is no such body, and it is said.
        const RawAnswer alone = m_rig->chat(wish(u"a boat"_s, with(wanted, forced())));
        QCOMPARE(alone.json()["metadata"_L1]["ignored"_L1], QJsonValue(QJsonArray {u"debug.echo_upstream_body"_s}));
    }
};

QTEST_GUILESS_MAIN(TestUpstreamEcho)
#include "test_upstreamecho.moc"

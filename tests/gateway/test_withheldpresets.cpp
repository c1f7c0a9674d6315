// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a preset says is told to this computer's own key alone: others may use it, and see what it is called and which
// models it names.
#include "core/gateway/presets/presets.h"
#include "tests/gateway/servertoolrig.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

constexpr const char *presets = R"({"presets": [
  {"slug": "poet", "name": "A poet", "description": "Rhymes.", "system_prompt": "Whisper in rhymes.",
   "config": {"model": "talk", "models": ["free-of-price"], "temperature": 0.5, "stop": ["hushed"]}},
  {"slug": "inks", "system_prompt": "Drawn with a quill.", "config": {"model": "drawn", "modalities": ["image"]}}
]})";

const QJsonObject echo {{u"debug"_s, QJsonObject {{u"echo_upstream_body"_s, true}}}};
const QByteArray ownKey = "lw-this-computers-own-key";

QJsonObject chatWith(const QString &model, const QString &words, const QJsonObject &fields = {})
{
    return servertool::with(
        {{u"model"_s, model}, {u"messages"_s, QJsonArray {servertool::said(words)}}, {u"max_tokens"_s, 100}}, fields);
}

QJsonArray ignoredIn(const QJsonObject &answer)
{
    return answer["metadata"_L1]["ignored"_L1].toArray();
}

} // namespace

class TestWithheldPresets : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ServerToolRig> m_rig;
    QByteArray m_others; ///< the key of another program

    void take(const QByteArray &key) { m_rig->gateway.key = key; }
    [[nodiscard]] RawAnswer get(const QByteArray &path)
    {
        return m_rig->gateway.ask(m_rig->gateway.request("GET", path));
    }

private Q_SLOTS:
    void init()
    {
        m_rig = std::make_unique<ServerToolRig>();
        m_rig->gateway.gateway.setPresets(readPresets(presets));
        m_others = m_rig->gateway.key;
        QVERIFY(await(m_rig->gateway.clients.adopt(ClientRegistry::thisComputer(), ownKey)).ok());
    }
    void cleanup() { m_rig.reset(); }

    void pagesTellTheOwnerAlone()
    {
        take(ownKey);
        const QJsonObject all = get("/api/v1/presets/poet").json()["data"_L1]["designated_version"_L1].toObject();
        QCOMPARE(all.value("system_prompt"_L1).toString(), u"Whisper in rhymes."_s);
        QCOMPARE(all["config"_L1]["stop"_L1][0].toString(), u"hushed"_s);
        QVERIFY(!all.contains("withheld"_L1));

        take(m_others);
        const RawAnswer answer = get("/api/v1/presets/poet");
        QCOMPARE(answer.status, 200);
        const QJsonObject told = answer.json().value("data"_L1).toObject();
        QCOMPARE(told.value("slug"_L1).toString(), u"poet"_s);
        QCOMPARE(told.value("name"_L1).toString(), u"A poet"_s);
        QCOMPARE(told.value("description"_L1).toString(), u"Rhymes."_s);
        const QJsonObject version = told.value("designated_version"_L1).toObject();
        QVERIFY(version.value("system_prompt"_L1).isNull());
        QCOMPARE(version.value("config"_L1).toObject(),
                 (QJsonObject {{u"model"_s, u"talk"_s}, {u"models"_s, QJsonArray {u"free-of-price"_s}}}));
        QCOMPARE(version.value("withheld"_L1).toArray(), (QJsonArray {u"system_prompt"_s, u"config"_s}));
        QVERIFY(!answer.body.contains("Whisper") && !answer.body.contains("hushed"));
        const RawAnswer list = get("/api/v1/presets");
        QCOMPARE(list.json().value("total_count"_L1).toInt(), 2);
        QVERIFY(!list.body.contains("Whisper") && !list.body.contains("quill"));
    }

    /// What the vendor was sent has the words.
    void echoesTellTheOwnerAlone_data()
    {
        QTest::addColumn<QJsonObject>("body");
        QTest::newRow("words") << chatWith(u"@preset/poet"_s, u"say hello"_s, echo);
        QTest::newRow("pictures") << chatWith(u"@preset/inks"_s, u"a boat"_s, echo);
        QTest::newRow("words with pictures")
            << chatWith(u"@preset/poet"_s, u"draw a boat"_s,
                        servertool::with(echo, {{u"tools"_s, QJsonArray {servertool::tool()}}}));
    }
    void echoesTellTheOwnerAlone()
    {
        QFETCH(const QJsonObject, body);
        const QString ignored = u"debug.echo_upstream_body"_s;
        const RawAnswer others = m_rig->chat(body);
        QCOMPARE(others.status, 200);
        QVERIFY(!others.json().contains("debug"_L1));
        QVERIFY(ignoredIn(others.json()).contains(ignored));
        QVERIFY(!others.body.contains("Whisper"));

        take(ownKey);
        const RawAnswer own = m_rig->chat(body);
        QCOMPARE(own.status, 200);
        QVERIFY(own.json().contains("debug"_L1));
        QVERIFY(!ignoredIn(own.json()).contains(ignored));
    }

    /// Of a call without a preset, all words are its own.
    void echoesOfOwnWordsAreTold()
    {
        QVERIFY(m_rig->chat(chatWith(u"talk"_s, u"say hello"_s, echo)).json().contains("debug"_L1));
    }

    void whoMayNotSeeThemUsesThem()
    {
        QCOMPARE(m_rig->chat(chatWith(u"@preset/poet"_s, u"say hello"_s)).status, 200);
        QVERIFY(m_rig->alpha.calls().last().body.contains("Whisper in rhymes."));
    }

    void streamsAreWithheldToo()
    {
        const QByteArrayList events = m_rig->events(chatWith(u"@preset/poet"_s, u"say hello"_s, echo));
        QCOMPARE(events.last(), "[DONE]"_ba);
        for (const QByteArray &event : events) {
            QVERIFY2(!event.contains("\"debug\"") && !event.contains("Whisper"), event.constData());
        }
    }
};

QTEST_GUILESS_MAIN(TestWithheldPresets)
#include "test_withheldpresets.moc"

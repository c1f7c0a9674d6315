// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Presets: what a person writes into presets.json, what of it counts in a call, and what programs are told of it.
#include "core/gateway/dialects/openrouter/openrouterdialect.h"
#include "core/gateway/presets/presetsfile.h"
#include "core/model/reasonsearch.h"
#include "core/storage/storagereasons.h"
#include "core/wording/gatewayreasons.h"
#include "core/wording/wording.h"
#include "tests/gateway/chatrig.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

constexpr const char *words = R"({
"comment": "mine",
"presets": [
  {"slug": "Poet", "name": "A poet", "description": "Rhymes.", "system_prompt": "Rhyme.",
   "config": {"model": "talk", "temperature": 0.50, "max_tokens": 50, "zeta": 1, "alpha": [2, 1], "_note": "x",
              "tools": [{"type": "function", "function": {"name": "look"}},
                        {"type": "function", "function": {"name": "ask"}}]}},
  {"slug": "beta-only", "config": {"provider": {"only": ["beta"]}}},
  {"slug": "wrong-route", "config": {"model": "talk", "provider": {"onyl": ["beta"]}}},
  {"slug": "fallback", "config": {"models": ["nobody-knows", "talk"]}},
  {"slug": "broken", "config": {"modle": "talk"}},
  {"slug": "drawing", "system_prompt": "In ink.",
   "config": {"model": "drawn", "modalities": ["image"], "aspect_ratio": "16:9"}},
  {"slug": "sketch", "config": {"model": "drawn", "image_config": {"image_size": "1K", "strength": 1}}}
]})";

QByteArray bodyOf(const QJsonObject &body)
{
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

bool put(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

/// What a body becomes; an error: its field in "error".
QByteArray filled(const QByteArray &body)
{
    GatewayRequest request;
    request.method = "POST";
    request.body = body;
    const Result<FilledRequest> made = openrouter::OpenRouterDialect().withPreset(request, readPresets(words));
    return made ? made->request.body : "error " + made.error().param.toUtf8();
}

} // namespace

class TestPresets : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ChatRig> m_rig;

    [[nodiscard]] RawAnswer ask(const QByteArray &path, const QJsonObject &body, const QByteArray &headers = {},
                                const QByteArray &query = {})
    {
        return m_rig->gateway.ask(
            m_rig->gateway.request("POST", "/api/v1/" + path + query, bodyOf(body), headers + "Connection: close\r\n"));
    }
    [[nodiscard]] RawAnswer chat(const QJsonObject &fields, const QByteArray &headers = {})
    {
        QJsonObject body = ChatRig::wish(fields);
        body.remove(u"max_tokens"_s);
        if (!fields.contains("model"_L1)) {
            body.remove(u"model"_s);
        }
        return ask("chat/completions", body, headers);
    }
    [[nodiscard]] RawAnswer get(const QByteArray &path)
    {
        return m_rig->gateway.ask(m_rig->gateway.request("GET", "/api/v1/" + path));
    }
    [[nodiscard]] qsizetype calls() const { return m_rig->alpha.calls().size() + m_rig->beta.calls().size(); }
    void startAnew()
    {
        m_rig = std::make_unique<ChatRig>();
        m_rig->gateway.gateway.setPresets(readPresets(words));
    }
    [[nodiscard]] static QString codeOf(const RawAnswer &answer)
    {
        return answer.json()["error"_L1]["metadata"_L1]["provider_code"_L1].toString();
    }
    [[nodiscard]] static QString paramOf(const RawAnswer &answer)
    {
        return answer.json()["error"_L1]["metadata"_L1]["param"_L1].toString();
    }

private Q_SLOTS:
    void cleanup() { m_rig.reset(); }

    // The file

    void aFileIsRead()
    {
        const Presets presets = readPresets(words);
        QCOMPARE(presets.slugs(),
                 QStringList({u"Poet"_s, u"beta-only"_s, u"wrong-route"_s, u"fallback"_s, u"drawing"_s, u"sketch"_s}));
        const Preset *poet = presets.find(u"poet"_s);
        QVERIFY(poet);
        QCOMPARE(poet->name, u"A poet"_s);
        QCOMPARE(poet->systemPrompt, u"Rhyme."_s);
        // In the order and the digits of a person, without the remarks.
        QVERIFY(poet->config.startsWith(R"({"model":"talk","temperature":0.50,"max_tokens":50,"zeta":1,"alpha":)"));
        QVERIFY(!poet->config.contains("_note"));
        QCOMPARE(presets.find(u"beta-only"_s)->name, u"beta-only"_s);
        QVERIFY(!presets.find(u"broken"_s));
        QCOMPARE(presets.faultsOf(u"Broken"_s).size(), 1);
        QCOMPARE(presets.faults.size(), 1);
    }

    void faultsHaveLineAndField_data()
    {
        QTest::addColumn<QByteArray>("entry"); // on line 2
        QTest::addColumn<QString>("told"); // the fault has it
        const auto row = [](const char *name, const QByteArray &entry, const QString &told) {
            QTest::newRow(name) << entry << told;
        };
        row("no slug", R"({"config": {}})", u"presets[1].slug"_s);
        row("no good slug", R"({"slug": "a b"})", u"a b"_s);
        row("too long a slug", R"({"slug": ")" + QByteArray(65, 'a') + R"("})", QString(65, u'a'));
        row("a slug twice", R"({"slug": "FIRST"})", u"FIRST"_s);
        row("no object", "7", u"presets[1]"_s);
        row("a misspelt field", R"({"slug": "a", "confg": {}})", u"config"_s);
        row("a wrong type", R"({"slug": "a", "name": 7})", u"presets[1].name"_s);
        row("no object of fields", R"({"slug": "a", "config": []})", u"presets[1].config"_s);
        row("a model that is none", R"({"slug": "a", "config": {"model": 1}})", u"presets[1].config.model"_s);
        row("models that are none", R"({"slug": "a", "config": {"models": "b"}})", u"presets[1].config.models"_s);
        row("a provider that is none", R"({"slug": "a", "config": {"provider": "b"}})",
            u"presets[1].config.provider"_s);
        row("a misspelt parameter", R"({"slug": "a", "config": {"temprature": 1}})", u"temperature"_s);
        row("messages", R"({"slug": "a", "config": {"messages": []}})", u"presets[1].config.messages"_s);
        row("a stream", R"({"slug": "a", "config": {"stream": true}})", u"presets[1].config.stream"_s);
        row("another preset", R"({"slug": "a", "config": {"preset": "first"}})", u"presets[1].config.preset"_s);
    }
    void faultsHaveLineAndField()
    {
        QFETCH(QByteArray, entry);
        QFETCH(QString, told);
        const Presets presets = readPresets("{\"presets\": [{\"slug\": \"first\"},\n" + entry + "]}");
        QCOMPARE(presets.slugs(), QStringList {u"first"_s});
        QCOMPARE(presets.faults.size(), 1);
        const QString fault = presets.faults.first().values.value(0).value.toString();
        QVERIFY2(fault.contains(u'2') && fault.contains(told), qPrintable(fault));
    }

    void otherFieldsGoTheirWay_data()
    {
        QTest::addColumn<QByteArray>("field");
        for (const QByteArray &field :
             {"top_a"_ba, "stop"_ba, "steps"_ba, "guidance"_ba, "my_vendors_own"_ba, "seed"_ba, "prompt_upsampling"_ba,
              "min_p"_ba, "style"_ba, "safety_tolerance"_ba}) {
            QTest::newRow(field.constData()) << field;
        }
    }
    void otherFieldsGoTheirWay()
    {
        QFETCH(QByteArray, field);
        const Presets presets = readPresets(R"({"presets": [{"slug": "a", "config": {")" + field + R"(": 1}}]})");
        QCOMPARE(presets.faults, QList<Reason>());
    }

    void aWholeFileMayBeFaulty_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("no JSON") << "{"_ba;
        QTest::newRow("a list") << "[]"_ba;
        QTest::newRow("presets twice") << R"({"presets": [], "presets": []})"_ba;
        QTest::newRow("misspelt") << R"({"preset": []})"_ba;
        QTest::newRow("no list") << R"({"presets": {}})"_ba;
    }
    void aWholeFileMayBeFaulty()
    {
        QFETCH(QByteArray, text);
        const Presets presets = readPresets(text);
        QVERIFY(presets.all.isEmpty());
        QCOMPARE(presets.faults.size(), 1);
    }

    void changesAreTakenUp()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"presets.json"_s);
        PresetsFile file(path);
        QCOMPARE(file.presets(), Presets());
        QSignalSpy changed(&file, &PresetsFile::changed);
        QVERIFY(put(path, R"({"presets": [{"slug": "a"}]})"));
        QTRY_COMPARE(file.presets().slugs(), QStringList {u"a"_s});
        QVERIFY(file.presets().writtenAt.isValid());
        QVERIFY(put(path, R"({"presets": [{"slug": "b"}]})"));
        QTRY_COMPARE(file.presets().slugs(), QStringList {u"b"_s});
        QVERIFY(put(path, "{"));
        QTRY_COMPARE(file.presets().faults.size(), 1);
        QVERIFY(QFile::remove(path));
        QTRY_COMPARE(file.presets(), Presets());
        QVERIFY(changed.count() >= 4);
    }

    /// Nobody waits until a change is told.
    void theNextCallSeesAChange()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"presets.json"_s);
        startAnew();
        m_rig->gateway.gateway.setPresetsPath(path);
        const auto prompts = [this] {
            const RawAnswer answer = chat({{u"model"_s, u"@preset/a"_s}});
            const bool isAsked = answer.status == 200 && calls() > 0;
            return isAsked ? m_rig->alpha.calls().last().json()["messages"_L1][0]["content"_L1].toString()
                           : QString::number(answer.status);
        };
        QCOMPARE(prompts(), u"404"_s);
        for (const QString &word : {u"one"_s, u"two"_s, u"six"_s}) { // of one size, within one tick of the clock
            const QJsonObject preset {{u"slug"_s, u"a"_s},
                                      {u"system_prompt"_s, word},
                                      {u"config"_s, QJsonObject {{u"model"_s, u"alpha/talk"_s}}}};
            QVERIFY(put(path, bodyOf({{u"presets"_s, QJsonArray {preset}}})));
            QCOMPARE(prompts(), word);
        }
        QVERIFY(QFile::remove(path));
        QCOMPARE(prompts(), u"404"_s);
    }

    /// What has been so for a while is not read at each call.
    void anUnchangedFileIsReadOnce()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"presets.json"_s);
        QVERIFY(put(path, R"({"presets": [{"slug": "a"}]})"));
        PresetsNow now(path);
        const auto isReadAgain = [&now] {
            const Preset *before = now.presets().all.constData();
            return now.presets().all.constData() != before;
        };
        QTRY_VERIFY(!isReadAgain());
        QCOMPARE(now.presets().slugs(), QStringList {u"a"_s});
    }

    /// A file that is not there, and a link that leads nowhere: each is told as what it is, from the next call on.
    void whyThereIsNoneMayChange()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"presets.json"_s);
        PresetsNow now(path);
        QVERIFY(now.presets().faults.isEmpty());
        QVERIFY(QFile::link(folder.filePath(u"nowhere.json"_s), path));
        QCOMPARE(now.presets().faults.size(), 1);
        QVERIFY(QFile::remove(path));
        QVERIFY(now.presets().faults.isEmpty());
    }

    /// The person who keeps it is told the path beside it.
    void clientsAreToldNoPath()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"presets.json"_s);
        QVERIFY(QDir().mkdir(path));
        const PresetsFile file(path);
        QCOMPARE(file.path(), path);
        QCOMPARE(file.presets().faults.size(), 1);
        QCOMPARE(file.presets().faults.first(), reasons::fileIsFolder(u"presets.json"_s));
        startAnew();
        m_rig->gateway.gateway.setPresets(file.presets());
        const RawAnswer answer = chat({{u"model"_s, u"@preset/poet"_s}});
        QCOMPARE(answer.status, 404);
        QCOMPARE(codeOf(answer), u"PRESET_NOT_FOUND"_s);
        QVERIFY(answer.body.contains("presets.json"));
        QVERIFY(!answer.body.contains(folder.path().toUtf8()));
    }

    /// Of two with one slug the first counts, and the other one is told of as left out.
    void oneSlugIsOnePreset()
    {
        const Presets presets = readPresets(R"({"presets": [{"slug": "a", "name": "first"},)"
                                            "\n"
                                            R"({"slug": "A", "name": "second"}]})");
        QCOMPARE(presets.all.size(), 1);
        QCOMPARE(presets.find(u"a"_s)->name, u"first"_s);
        QCOMPARE(presets.faults.size(), 1);
        const QString fault = presets.faults.first().values.value(0).value.toString();
        QVERIFY2(fault.contains(wording::sentence(reasons::presetSlugTaken(u"A"_s))), qPrintable(fault));
    }

    // What counts

    void bodies_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("made");
        const auto row = [](const char *name, const QByteArray &body, const QByteArray &made) {
            QTest::newRow(name) << body << made;
        };
        row("none", R"({"model": "a",  "messages": []})", R"({"model": "a",  "messages": []})");
        row("the word alone", R"({"model": "a preset"})", R"({"model": "a preset"})");
        row("null", R"({"model": "a", "preset": null})", R"({"model": "a", "preset": null})");
        row("no JSON", R"({"preset": )", R"({"preset": )");
        row("as a model", R"({"model": "@preset/fallback", "n": 1.50})",
            R"({"n":1.50,"models":["nobody-knows", "talk"]})");
        row("behind a model", R"({"model": "talk@preset/beta-only"})",
            R"({"model":"talk","provider":{"only": ["beta"]}})");
        row("by its field", R"({"preset": "beta-only", "model": "talk"})",
            R"({"model":"talk","provider":{"only": ["beta"]}})");
        row("by its whole name", R"({"preset": "@preset/beta-only", "model": "talk"})",
            R"({"model":"talk","provider":{"only": ["beta"]}})");
        row("with letters escaped", R"({"\u0070reset": "beta-only", "model": "talk"})",
            R"({"model":"talk","provider":{"only": ["beta"]}})");
        row("twice the same", R"({"preset": "BETA-only", "model": "talk@preset/beta-only"})",
            R"({"model":"talk","provider":{"only": ["beta"]}})");
        row("own fields count",
            R"({"model": "@preset/drawing", "messages": [], "modalities": null, "aspect_ratio": "1:1"})",
            R"({"messages":[],"modalities":["image"],"aspect_ratio":"1:1","model":"drawn"})");
        row("whole ones", R"({"model": "talk@preset/beta-only", "provider": {"order": ["alpha"]}})",
            R"({"model":"talk","provider":{"order": ["alpha"]}})");
        row("what says the same", R"({"model": "@preset/drawing", "size": "64x64", "modalities": []})",
            R"({"size":"64x64","modalities":[],"model":"drawn"})");
        row("tools are joined",
            R"({"model": "@preset/poet", "max_completion_tokens": 9, "temperature": 1, "zeta": 0, "alpha": 0,)"
            R"("tools": [{"type": "function", "function": {"name": "look", "strict": true}}]})",
            R"({"max_completion_tokens":9,"temperature":1,"zeta":0,"alpha":0,)"
            R"("tools":[{"type": "function", "function": {"name": "ask"}},)"
            R"({"type": "function", "function": {"name": "look", "strict": true}}],"model":"talk"})");
        row("tools that are none", R"({"model": "x@preset/poet", "messages": [], "tools": "look"})",
            R"({"model":"x","messages":[],"tools":"look","temperature":0.50,"max_tokens":50,"zeta":1,"alpha":[2, 1]})");
        row("embeddings", R"({"model": "x@preset/poet", "input": "a boat"})", "error model");
        row("a prompt", R"({"model": "@preset/drawing", "prompt": "a boat"})",
            R"({"prompt":"In ink.\n\na boat","model":"drawn","aspect_ratio":"16:9"})");
        row("a picture's own place", R"({"model": "@preset/sketch", "prompt": "a boat"})",
            R"({"prompt":"a boat","model":"drawn","resolution":"1K","strength":1})");
        row("a chat's own size, in either place", R"({"model": "@preset/sketch", "messages": [], "resolution": "2K"})",
            R"({"messages":[],"resolution":"2K","model":"drawn","image_config":{"strength":1}})");
        row("a chat's own shape, in either place",
            R"({"model": "x@preset/drawing", "messages": [], "image_config": {"aspect_ratio": "1:1"}})",
            R"({"model":"x","messages":[],"image_config":{"aspect_ratio": "1:1"},"modalities":["image"]})");
        row("messages",
            "{\"model\": \"x@preset/drawing\", \"messages\": [{\"role\": \"user\", \"content\": \"a \\\"boat\\\"\"}]}",
            "{\"model\":\"x\",\"messages\":[{\"role\":\"system\",\"content\":\"In ink.\"},{\"role\": \"user\", "
            "\"content\": \"a \\\"boat\\\"\"}],"
            R"("modalities":["image"],"aspect_ratio":"16:9"})");
        row("an own system prompt", R"({"model": "x@preset/drawing", "messages": [{"role": "developer"}]})",
            R"({"model":"x","messages":[{"role": "developer"}],"modalities":["image"],"aspect_ratio":"16:9"})");
        row("unknown", R"({"model": "@preset/nobody"})", "error model");
        row("unknown in its field", R"({"preset": "nobody", "model": "talk"})", "error preset");
        row("left out", R"({"preset": "broken", "model": "talk"})", "error preset");
        row("no name", R"({"model": "@preset/"})", "error model");
        row("an empty name", R"({"preset": "", "model": "talk"})", "error preset");
        row("no text", R"({"preset": {"slug": "poet"}})", "error preset");
        row("two of them", R"({"preset": "poet", "model": "@preset/drawing"})", "error preset");
        row("no model at all", R"({"model": "@preset/beta-only"})", "error model");
    }
    void bodies()
    {
        QFETCH(QByteArray, body);
        QTEST(filled(body), "made");
    }

    /// What contradicts it does not come from the preset, in whichever place the call says it.
    void aCallsOwnShapeCounts_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("made");
        QTest::newRow("a shape")
            << R"({"model": "@preset/a", "messages": [], "image_config": {"aspect_ratio": "1:1"}})"_ba
            << R"({"messages":[],"image_config":{"aspect_ratio": "1:1"},"model":"drawn"})"_ba;
        QTest::newRow("a size by its name there")
            << R"({"model": "@preset/a", "messages": [], "image_config": {"image_size": "2K"}})"_ba
            << R"({"messages":[],"image_config":{"image_size": "2K"},"model":"drawn"})"_ba;
    }
    void aCallsOwnShapeCounts()
    {
        QFETCH(QByteArray, body);
        GatewayRequest request;
        request.body = body;
        const Presets presets =
            readPresets(R"({"presets": [{"slug": "a", "config": {"model": "drawn", "size": "64x64"}}]})");
        const Result<FilledRequest> made = openrouter::OpenRouterDialect().withPreset(request, presets);
        QVERIFY(made.ok());
        QTEST(made->request.body, "made");
    }

    /// Each says another thing to do.
    void whatIsNotThereIsToldApart_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("code");
        QTest::newRow("others are") << R"({"presets": [{"slug": "a"}]})"_ba
                                    << QString::fromLatin1(reasons::presetUnknown.code);
        QTest::newRow("none are") << "{}"_ba << QString::fromLatin1(reasons::presetsMissing.code);
        QTest::newRow("faulty") << R"({"presets": [{"slug": "Poet", "confg": 1}]})"_ba
                                << QString::fromLatin1(reasons::presetLeftOut.code);
        QTest::newRow("unreadable") << "{"_ba << QString::fromLatin1(reasons::presetsUnreadable.code);
    }
    void whatIsNotThereIsToldApart()
    {
        QFETCH(QByteArray, file);
        GatewayRequest request;
        request.body = R"({"model": "@preset/poet"})";
        const Result<FilledRequest> made = openrouter::OpenRouterDialect().withPreset(request, readPresets(file));
        QVERIFY(!made);
        QCOMPARE(made.error().kind, ErrorKind::NotFound);
        QCOMPARE(made.error().code, u"PRESET_NOT_FOUND"_s);
        QCOMPARE(made.error().billing, Billing::NotBilled);
        QTEST(made.error().reason.code, "code");
    }

    // From the socket to the vendor

    void aChatGoesByItsPreset()
    {
        startAnew();
        const RawAnswer answer = chat({{u"model"_s, u"@preset/poet"_s}});
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.header("X-Lightwell-Model"), "alpha/vendors-talk"_ba);
        const QJsonObject sent = m_rig->alpha.calls().last().json();
        QCOMPARE(sent.value("temperature"_L1).toDouble(), 0.5);
        QCOMPARE(sent.value("max_tokens"_L1).toInt(), 50);
        QCOMPARE(sent["messages"_L1][0]["role"_L1].toString(), u"system"_s);
        QCOMPARE(sent["messages"_L1][0]["content"_L1].toString(), u"Rhyme."_s);
        QCOMPARE(sent["messages"_L1][1]["content"_L1].toString(), u"say hello"_s);
        QVERIFY(!sent.contains("preset"_L1));
        QCOMPARE(chat({{u"model"_s, u"talk@preset/beta-only"_s}}).header("X-Lightwell-Provider"), "beta"_ba);
        QCOMPARE(chat({{u"preset"_s, u"fallback"_s}}).header("X-Lightwell-Model"), "alpha/vendors-talk"_ba);
    }

    void picturesGoByTheirPreset()
    {
        startAnew();
        const RawAnswer answer = chat({{u"model"_s, u"@preset/drawing"_s}});
        QCOMPARE(answer.status, 200);
        QVERIFY(!answer.json()["choices"_L1][0]["message"_L1]["images"_L1].toArray().isEmpty());
        QCOMPARE(m_rig->last().request.prompt, u"In ink.\n\nsay hello"_s);
        QCOMPARE(m_rig->last().request.size.ratio, std::optional(AspectRatio {16, 9}));
        const RawAnswer images = ask("images", {{u"preset"_s, u"drawing"_s}, {u"prompt"_s, u"a boat"_s}});
        QCOMPARE(images.status, 200); // without what belongs to a chat
        QCOMPARE(m_rig->last().request.prompt, u"In ink.\n\na boat"_s);
        QCOMPARE(m_rig->last().request.extra, QJsonObject());
        m_rig->gateway.gateway.setPresets(
            readPresets(R"({"presets": [{"slug": "ink", "config": {"model": "drawn", "seed": 7}}]})"));
        QCOMPARE(ask("images", {{u"model"_s, u"@preset/ink"_s}, {u"prompt"_s, u"a boat"_s}}).status, 200);
        QCOMPARE(m_rig->last().request.seed, std::optional<qint64>(7));
    }

    void refusalsCostNothing_data()
    {
        QTest::addColumn<QJsonObject>("fields");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("param");
        QTest::newRow("unknown") << QJsonObject {{u"model"_s, u"@preset/nobody"_s}} << 404 << u"model"_s;
        QTest::newRow("faulty") << QJsonObject {{u"model"_s, u"@preset/broken"_s}} << 404 << u"model"_s;
        QTest::newRow("two") << QJsonObject {{u"model"_s, u"@preset/poet"_s}, {u"preset"_s, u"drawing"_s}} << 400
                             << u"preset"_s;
        QTest::newRow("what the preset says")
            << QJsonObject {{u"preset"_s, u"wrong-route"_s}} << 400 << u"provider.onyl"_s;
    }
    void refusalsCostNothing()
    {
        QFETCH(QJsonObject, fields);
        QFETCH(int, status);
        startAnew();
        const RawAnswer answer = chat(fields);
        QCOMPARE(answer.status, status);
        QTEST(paramOf(answer), "param");
        QCOMPARE(codeOf(answer), status == 404 ? u"PRESET_NOT_FOUND"_s : QString());
        QCOMPARE(calls(), 0);
    }

    /// Whose words they are shows.
    void aFaultOfThePresetIsNamedAsSuch()
    {
        startAnew();
        const auto messageOf = [](const RawAnswer &answer) {
            return answer.json()["error"_L1]["message"_L1].toString();
        };
        QVERIFY(messageOf(chat({{u"preset"_s, u"wrong-route"_s}})).contains(u"wrong-route"_s));
        const QJsonObject own {{u"onyl"_s, QJsonArray {u"beta"_s}}};
        QVERIFY(!messageOf(chat({{u"preset"_s, u"wrong-route"_s}, {u"provider"_s, own}})).contains(u"wrong-route"_s));
    }

    /// A preset opens no model that a client may not use.
    void clientsKeepToTheirModels()
    {
        startAnew();
        ClientTerms terms;
        terms.models = {u"free-of-price"_s};
        m_rig->gateway.key = await(m_rig->gateway.clients.add(u"narrow"_s, terms))->key;
        QCOMPARE(chat({{u"model"_s, u"@preset/poet"_s}}).status, 403);
        QCOMPARE(chat({{u"model"_s, u"@preset/drawing"_s}}).status, 403);
        QCOMPARE(calls(), 0);
    }

    /// A repetition is one of what was sent, whatever the user changes meanwhile.
    void aRepetitionIsNotPaidTwice()
    {
        startAnew();
        const QByteArray key = "Idempotency-Key: once\r\n";
        const RawAnswer first = chat({{u"model"_s, u"@preset/poet"_s}}, key);
        QCOMPARE(first.status, 200);
        m_rig->gateway.gateway.setPresets(
            readPresets(R"({"presets": [{"slug": "poet", "config": {"model": "talk", "temperature": 1}}]})"));
        const RawAnswer second = chat({{u"model"_s, u"@preset/poet"_s}}, key);
        QCOMPARE(second.json().value("id"_L1), first.json().value("id"_L1));
        QCOMPARE(calls(), 1);
        QCOMPARE(chat({{u"model"_s, u"@preset/poet"_s}}).status, 200);
        QCOMPARE(m_rig->alpha.calls().last().json().value("temperature"_L1).toDouble(), 1);
    }

    /// What is kept is the answer to what was meant.
    void aKeptAnswerIsOfThePresetAsItWas()
    {
        startAnew();
        const QByteArray cached = "X-OpenRouter-Cache: true\r\n";
        const QJsonObject fields {{u"model"_s, u"@preset/poet"_s}};
        QCOMPARE(chat(fields, cached).header("X-OpenRouter-Cache-Status"), "MISS"_ba);
        QCOMPARE(chat(fields, cached).header("X-OpenRouter-Cache-Status"), "HIT"_ba);
        m_rig->gateway.gateway.setPresets(
            readPresets(R"({"presets": [{"slug": "poet", "config": {"model": "talk", "temperature": 1}}]})"));
        QCOMPARE(chat(fields, cached).header("X-OpenRouter-Cache-Status"), "MISS"_ba);
        QCOMPARE(calls(), 2);
    }

    /// OpenAI's API has none.
    void onlyOneDialectHasThem()
    {
        startAnew();
        QCOMPARE(m_rig->chat({{u"model"_s, u"@preset/poet"_s}}).status, 404);
        QCOMPARE(m_rig->gateway.ask(m_rig->gateway.request("GET", "/v1/presets")).status, 404);
        QCOMPARE(calls(), 0);
    }

    // What programs are told

    void listsTell()
    {
        startAnew();
        const QJsonObject list = get("presets").json();
        QCOMPARE(list.value("total_count"_L1).toInt(), 6);
        QCOMPARE(list["data"_L1][0]["slug"_L1].toString(), u"Poet"_s);
        QCOMPARE(list["data"_L1][0]["name"_L1].toString(), u"A poet"_s);
        QCOMPARE(list["data"_L1].toArray().size(), 6);
        const QJsonObject part = get("presets?offset=1&limit=2").json();
        QCOMPARE(part.value("total_count"_L1).toInt(), 6);
        QCOMPARE(part["data"_L1][0]["slug"_L1].toString(), u"beta-only"_s);
        QCOMPARE(part["data"_L1].toArray().size(), 2);
        QCOMPARE(get("presets?offset=9").json()["data"_L1].toArray().size(), 0);
        for (const QByteArray &query : {"limit=0"_ba, "limit=101"_ba, "limit=x"_ba, "offset=-1"_ba, "offset=x"_ba}) {
            QCOMPARE(get("presets?" + query).status, 400);
        }
        QVERIFY(await(m_rig->gateway.clients.adopt(ClientRegistry::thisComputer(), "own")).ok());
        m_rig->gateway.key = "own"; // the user's, which is told all of it (test_withheldpresets)
        const QJsonObject poet = get("presets/poet").json().value("data"_L1).toObject();
        const QJsonObject version = poet.value("designated_version"_L1).toObject();
        QCOMPARE(version.value("system_prompt"_L1).toString(), u"Rhyme."_s);
        QCOMPARE(version["config"_L1]["model"_L1].toString(), u"talk"_s);
        QCOMPARE(version.value("id"_L1), poet.value("designated_version_id"_L1));
        for (const QByteArray &slug : {"nobody"_ba, "broken"_ba}) {
            const RawAnswer none = get("presets/" + slug);
            QCOMPARE(none.status, 404);
            QCOMPARE(codeOf(none), u"PRESET_NOT_FOUND"_s);
        }
    }

    /// A program cannot change what other programs' calls mean.
    void noneIsMadeByACall()
    {
        startAnew();
        QCOMPARE(ask("presets/mine/chat/completions", ChatRig::wish()).status, 404);
        QCOMPARE(ask("presets", ChatRig::wish()).status, 405);
        QCOMPARE(calls(), 0);
        QCOMPARE(get("presets").json().value("total_count"_L1).toInt(), 6);
    }
};

QTEST_GUILESS_MAIN(TestPresets)
#include "test_presets.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What OpenRouter's pages of endpoints tell of how each did lately: Lightwell's own measurements, and nothing else.
#include "tests/gateway/servertoolrig.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

const QStringList figures {u"uptime_last_5m"_s, u"uptime_last_30m"_s, u"uptime_last_1d"_s, u"latency_last_30m"_s,
                           u"throughput_last_30m"_s};
const QByteArray talkPage = "/api/v1/models/talk/endpoints";
const QByteArray drawnPage = "/api/v1/models/drawn/endpoints";
const QByteArray drawnImagesPage = "/api/v1/images/models/drawn/endpoints";

/// All percentiles of what was measured once.
QJsonObject once(double value)
{
    return {{u"p50"_s, value}, {u"p75"_s, value}, {u"p90"_s, value}, {u"p99"_s, value}};
}

} // namespace

class TestOpenRouterFigures : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ServerToolRig> m_rig;
    int m_noted = 0;

    [[nodiscard]] RawAnswer get(const QByteArray &path)
    {
        return m_rig->gateway.ask(m_rig->gateway.request("GET", path));
    }
    /// At this provider.
    [[nodiscard]] QJsonObject endpoint(const QByteArray &page, const QString &provider)
    {
        const QJsonObject answer = get(page).json();
        const QJsonObject data = answer.contains("data"_L1) ? answer.value("data"_L1).toObject() : answer;
        const QJsonArray all = data.value("endpoints"_L1).toArray();
        for (const QJsonValue one : all) {
            if (one["provider_name"_L1].toString() == provider) {
                return one.toObject();
            }
        }
        return {};
    }
    int draw()
    {
        const QByteArray body = R"({"model": "drawn", "prompt": "a boat"})";
        return m_rig->gateway.ask(m_rig->gateway.request("POST", "/api/v1/images", body)).status;
    }
    /// A call that ended a second ago, whoever made it.
    void note(const QString &provider, const QString &model, qint64 ms, const AnswerNotes &about,
              const QJsonArray &usage)
    {
        Generation made;
        made.id = u"gen_noted%1"_s.arg(++m_noted);
        made.request.model = model;
        made.request.prompt = u"a boat"_s;
        made.status = GenerationStatus::Completed;
        made.cost = Money::zero();
        made.endedAt = QDateTime::currentDateTimeUtc().addSecs(-1);
        made.createdAt = made.endedAt.addMSecs(-ms);
        Attempt attempt;
        attempt.provider = provider;
        attempt.providerModel = model;
        attempt.status = made.status;
        attempt.startedAt = made.createdAt;
        attempt.endedAt = made.endedAt;
        attempt.about = about;
        attempt.usage = usage;
        made.attempts = {attempt};
        QVERIFY(await(m_rig->gateway.rig.journal->write(made)).ok());
    }

private Q_SLOTS:
    void init() { m_rig = std::make_unique<ServerToolRig>(); }
    void cleanup() { m_rig.reset(); }

    void whatWasNotMeasuredIsNull_data()
    {
        QTest::addColumn<QByteArray>("page");
        QTest::addColumn<QString>("provider");
        QTest::newRow("words") << talkPage << u"alpha"_s;
        QTest::newRow("pictures") << drawnPage << u"gamma"_s;
        QTest::newRow("pictures by themselves") << drawnImagesPage << u"gamma"_s;
    }
    void whatWasNotMeasuredIsNull()
    {
        QFETCH(const QByteArray, page);
        QFETCH(const QString, provider);
        const QJsonObject told = endpoint(page, provider);
        for (const QString &name : figures) {
            QVERIFY2(told.contains(name) && told.value(name).isNull(), qPrintable(name));
        }
        QVERIFY(!told.contains("perf_last_30m_by_workload"_L1));
    }

    void picturesAreTimedToTheirEnd()
    {
        note(u"gamma"_s, u"toy-drawn"_s, 2500, {}, {QJsonObject {{u"input_tokens"_s, 5}, {u"output_tokens"_s, 50}}});
        for (const QByteArray &page : {drawnPage, drawnImagesPage}) {
            const QJsonObject told = endpoint(page, u"gamma"_s);
            QCOMPARE(told.value("latency_last_30m"_L1).toObject(), once(2500));
            QVERIFY(told.value("throughput_last_30m"_L1).isNull()); // its tokens are no words
            QCOMPARE(told.value("uptime_last_5m"_L1).toDouble(-1), 100.0);
            const QJsonObject work = told["perf_last_30m_by_workload"_L1]["image_generation"_L1].toObject();
            QCOMPARE(work.value("latency"_L1).toObject(), once(2500));
            QVERIFY(work.contains("request_count"_L1) && work.value("request_count"_L1).isNull());
        }
        QVERIFY(endpoint("/api/v1/images/models/retouched/endpoints", u"gamma"_s).value("uptime_last_1d"_L1).isNull());
    }

    void wordsAreTimedToTheFirst()
    {
        AnswerNotes about;
        about.firstMs = 250;
        const QJsonArray usage {QJsonObject {{u"prompt_tokens"_s, 5}, {u"completion_tokens"_s, 30}}};
        note(u"alpha"_s, u"vendors-talk"_s, 2000, about, usage);
        const QJsonObject told = endpoint(talkPage, u"alpha"_s);
        QCOMPARE(told.value("latency_last_30m"_L1).toObject(), once(250));
        QCOMPARE(told.value("throughput_last_30m"_L1).toObject(), once(15));
        const QJsonObject work = told["perf_last_30m_by_workload"_L1]["text_generation"_L1].toObject();
        QCOMPARE(work.value("throughput"_L1).toObject(), once(15));
        QVERIFY(endpoint(talkPage, u"beta"_s).value("uptime_last_1d"_L1).isNull());
    }

    void embeddingsAreTimedToTheirEnd()
    {
        note(u"alpha"_s, u"vendors-embed"_s, 40, {}, {QJsonObject {{u"prompt_tokens"_s, 5}, {u"total_tokens"_s, 5}}});
        const QJsonObject told = endpoint("/api/v1/models/embed/endpoints", u"alpha"_s);
        QCOMPARE(told.value("latency_last_30m"_L1).toObject(), once(40));
        QVERIFY(told.value("throughput_last_30m"_L1).isNull());
        QVERIFY(told["perf_last_30m_by_workload"_L1].toObject().contains("embeddings"_L1));
    }

    /// What the user's own calls come to, whichever program made them.
    void callsAreCounted()
    {
        QCOMPARE(draw(), 200);
        m_rig->painter().submitScript = {Reply::json({}, 503)};
        QCOMPARE(draw(), 503);
        for (const int noFault : {429, 400}) { // too many calls, and a refused prompt, say nothing of it
            m_rig->painter().submitScript = {Reply::json({}, noFault)};
            QVERIFY(draw() != 200);
        }
        m_rig->gateway.key = await(m_rig->gateway.clients.add(u"another"_s))->key;
        const QJsonObject told = endpoint(drawnImagesPage, u"gamma"_s);
        for (const QString &name : figures.first(3)) {
            QCOMPARE(told.value(name).toDouble(-1), 50.0);
        }
        QVERIFY(told["latency_last_30m"_L1]["p99"_L1].isDouble());
    }

    /// Only a stream shows when its first word came.
    void streamsShowTheirFirstWord()
    {
        QCOMPARE(m_rig->chat(ChatRig::wish()).status, 200);
        QJsonObject told = endpoint(talkPage, u"alpha"_s);
        QCOMPARE(told.value("uptime_last_30m"_L1).toDouble(-1), 100.0);
        QVERIFY(told.value("latency_last_30m"_L1).isNull());
        QCOMPARE(m_rig->events(ChatRig::wish()).last(), "[DONE]"_ba);
        told = endpoint(talkPage, u"alpha"_s);
        QVERIFY(told.value("latency_last_30m"_L1)["p50"_L1].toDouble(-1) >= 0);
    }

    /// By the median at the offer that did best; those without one behind, as they stood.
    void modelsAreSortedByThem_data()
    {
        QTest::addColumn<QByteArray>("order");
        QTest::addColumn<QStringList>("first");
        const QStringList quickest {u"alpha/embed"_s, u"alpha/talk"_s, u"drawn"_s};
        QTest::newRow("latency") << "latency-low-to-high"_ba << quickest;
        QTest::newRow("latency, as a call says it") << "latency"_ba << quickest;
        QTest::newRow("throughput") << "throughput-high-to-low"_ba << QStringList {u"alpha/talk"_s};
        QTest::newRow("throughput, as a call says it") << "throughput"_ba << QStringList {u"alpha/talk"_s};
    }
    void modelsAreSortedByThem()
    {
        QFETCH(const QByteArray, order);
        QFETCH(const QStringList, first);
        const auto idsOf = [this](const QByteArray &query) {
            QStringList ids;
            const QJsonArray data = get("/api/v1/models" + query).json().value("data"_L1).toArray();
            for (const QJsonValue &model : data) {
                ids.append(model["id"_L1].toString());
            }
            return ids;
        };
        const QStringList listed = idsOf({});
        QCOMPARE(idsOf("?sort=" + order), listed); // nothing was measured yet
        AnswerNotes about;
        about.firstMs = 250;
        const QJsonArray usage {QJsonObject {{u"prompt_tokens"_s, 5}, {u"completion_tokens"_s, 30}}};
        note(u"beta"_s, u"vendors-talk"_s, 2000, about, usage);
        about.firstMs = 900;
        note(u"alpha"_s, u"vendors-talk"_s, 9000, about, usage);
        note(u"alpha"_s, u"vendors-embed"_s, 40, {}, {});
        note(u"gamma"_s, u"toy-drawn"_s, 300, {}, {});
        QStringList expected = first;
        for (const QString &id : listed) {
            if (!first.contains(id)) {
                expected.append(id);
            }
        }
        QCOMPARE(idsOf("?sort=" + order), expected);
        QCOMPARE(idsOf("?limit=1&sort=" + order), expected.first(1));
        QCOMPARE(idsOf({}), listed);
    }

    /// Those of others are no client's business.
    void whoMayUseSomeSortsThese()
    {
        note(u"alpha"_s, u"vendors-embed"_s, 40, {}, {});
        note(u"gamma"_s, u"toy-drawn"_s, 300, {}, {});
        ClientTerms terms;
        terms.models = {u"toy"_s, u"drawn"_s};
        m_rig->gateway.key = await(m_rig->gateway.clients.add(u"bound"_s, terms))->key;
        const QJsonArray data = get("/api/v1/models?sort=latency").json().value("data"_L1).toArray();
        QCOMPARE(data.size(), 2);
        QVERIFY(data.first()["id"_L1].toString().endsWith(u"drawn"_s));
    }

    void unknownModelsStayUnknown()
    {
        for (const char *page : {"/api/v1/models/none/endpoints", "/api/v1/images/models/none/endpoints"}) {
            QCOMPARE(get(page).status, 404);
        }
    }
};

QTEST_GUILESS_MAIN(TestOpenRouterFigures)
#include "test_openrouterfigures.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A vendor that repeats the key in an answer: nothing that the engine keeps, shows or logs has it.
#include "core/adapter/keyfilter.h"
#include "core/adapter/withoutkey.h"
#include "core/engine/pictureconversation.h"
#include "providers/bfl/bfladapter.h"
#include "providers/fal/faladapter.h"
#include "providers/ideogram/ideogramadapter.h"
#include "providers/luma/lumaadapter.h"
#include "providers/replicate/replicateadapter.h"
#include "providers/stability/stabilityadapter.h"
#include "providers/together/togetheradapter.h"
#include "tests/providers/jobs.h"

#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray key = "secret-of-the-user-1";

QByteArray written(const Step &step)
{
    const QByteArray error = QJsonDocument(errorOf(step).toJson()).toJson();
    return error + QJsonDocument(stateOf(step)).toJson();
}

} // namespace

class TestKeyEchoes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void inAnswers_data();
    void inAnswers();
    void besidePictures();
    void inStreams();
    void anyWordIsNoSecret();
};

void TestKeyEchoes::inAnswers_data()
{
    QTest::addColumn<std::shared_ptr<Adapter>>("adapter");
    QTest::addColumn<Offer>("offer");
    QTest::addColumn<AdapterState>("state");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    const auto phase = [](const QString &name) { return AdapterState {{u"phase"_s, name}}; };
    const AdapterState fal {{u"phase"_s, u"status"_s},
                            {u"status"_s, u"https://queue.fal.run/a/b/requests/7/status"_s},
                            {u"result"_s, u"https://queue.fal.run/a/b/requests/7"_s}};
    const AdapterState replicate {{u"phase"_s, u"poll"_s},
                                  {u"poll"_s, u"https://api.replicate.com/v1/predictions/1"_s}};
    const auto row = [](const char *name, std::shared_ptr<Adapter> adapter, const Offer &offer,
                        const AdapterState &state, int status, const QByteArray &body) {
        QTest::newRow(name) << std::move(adapter) << offer << state << status << body;
    };
    row("bfl, a failed job", std::make_shared<BflAdapter>(), bflOffer(), phase(u"poll"_s), 200,
        R"({"status":"Error","details":"no )" + key + "\"}");
    row("ideogram, a failed job", std::make_shared<IdeogramAdapter>(), compatibleOffer(), phase(u"poll"_s), 200,
        R"({"generation_id":"1","status":"failed","failure_reason":")" + key + "\"}");
    row("luma, a failed job", std::make_shared<LumaAdapter>(), lumaOffer(), phase(u"poll"_s), 200,
        R"({"id":"1","state":"failed","failure_reason":")" + key + "\"}");
    row("replicate, a failed job", std::make_shared<ReplicateAdapter>(), replicateOffer(), replicate, 200,
        R"({"id":"1","status":"failed","error":")" + key + "\"}");
    row("fal, kept for the result", std::make_shared<FalAdapter>(), falOffer(), fal, 200,
        R"({"status":"COMPLETED","error":"no )" + key + "\"}");
    row("stability, as a name", std::make_shared<StabilityAdapter>(), compatibleOffer(), phase(u"submit"_s), 400,
        R"({"name":")" + key + R"(","errors":[")" + key + "\"]}");
    row("together, as a code", togetherAdapter(), compatibleOffer(), {}, 400,
        R"({"error":{"message":"no","code":")" + key + R"(","param":")" + key + "\"}}");
}

void TestKeyEchoes::inAnswers()
{
    QFETCH(const std::shared_ptr<Adapter>, adapter);
    QFETCH(const Offer, offer);
    QFETCH(const AdapterState, state);
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    const Plan plan = planFor(offer);
    const auto talk = pictureConversation(*adapter, plan, plan.calls.first(), {key, {}, {}});
    const Step step = talk->advance(state, answerOf(status, body));
    QVERIFY(!errorOf(step).why().isEmpty() || !stateOf(step).isEmpty());
    QVERIFY2(!written(step).contains(key), written(step).constData());
}

void TestKeyEchoes::besidePictures()
{
    Done done;
    done.usage = {{u"of"_s, QString::fromLatin1(key)}, {u"units"_s, 3}};
    done.media = {{.bytes = pngOf({2, 2}), .revisedPrompt = u"a fox, "_s + QString::fromLatin1(key)}};
    const Done shown = doneOf(withoutKey(done, {key}));
    QCOMPARE(shown.usage, (QJsonObject {{u"of"_s, u"…"_s}, {u"units"_s, 3}}));
    QCOMPARE(shown.media.first().revisedPrompt, u"a fox, …"_s);
    QCOMPARE(shown.media.first().bytes, done.media.first().bytes);
}

void TestKeyEchoes::inStreams()
{
    const QByteArray events =
        "data: {\"error\":\"no " + key + "\"}\n\ndata: " + key.left(9) + key + key.first(4) + "\n\n";
    const QByteArray shown = QByteArray(events).replace(key, "…");
    for (qsizetype at = 0; at <= events.size(); ++at) {
        KeyFilter filter({"any", key});
        const QByteArray first = filter.feed(events.first(at));
        QVERIFY(!events.first(at).endsWith("\n\n") || first.endsWith("\n\n")); // nothing whole is held back
        QCOMPARE(first + filter.feed(events.sliced(at)) + filter.end(), shown);
    }
    KeyFilter filter({key});
    QByteArray slowly;
    for (const char byte : events) {
        slowly += filter.feed(QByteArray(1, byte));
    }
    QCOMPARE(slowly + filter.end(), shown);
    QCOMPARE(KeyFilter({"any"}).feed("any word"), "any word"_ba);
}

void TestKeyEchoes::anyWordIsNoSecret()
{
    Error error;
    error.detail = u"any word will do"_s;
    QCOMPARE(errorOf(withoutKey(Failed {error}, {"any"_ba})), error);
    QCOMPARE(errorOf(withoutKey(Failed {error}, {QByteArray()})), error);
}

QTEST_GUILESS_MAIN(TestKeyEchoes)
#include "test_keyechoes.moc"

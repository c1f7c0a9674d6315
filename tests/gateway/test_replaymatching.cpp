// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a call's headers wish for, and which recording answers it: no input or output.
#include "core/gateway/replay/callfields.h"
#include "core/gateway/replay/recording.h"
#include "core/gateway/routes.h"

#include <QJsonDocument>
#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;

namespace {

using Headers = QList<std::pair<QByteArray, QByteArray>>;

GatewayRequest withHeaders(const Headers &headers)
{
    GatewayRequest request;
    for (const auto &[name, value] : headers) {
        request.headers.append(HttpHeader {name, value});
    }
    return request;
}

/// As the gateway understands a body; the model's name stands for itself.
AskedCall asked(const QByteArray &body, CallKind kind = CallKind::Generation)
{
    GatewayRequest request;
    request.method = "POST";
    request.path = u"/v1/images/generations"_s;
    request.headers.append(HttpHeader {"Content-Type", "application/json"});
    request.body = body;
    const DialectPtr dialect = builtInMounts().first().dialect;
    const Result<GenerationCall> call = dialect->readCall(request, kind);
    if (!call) {
        return {};
    }
    return {u"cl_1"_s, dialect->fingerprint(request, kind), callFields(*call, call->request.model)};
}

/// As it lies in a file and is read from there.
Recording recordingOf(const AskedCall &call)
{
    Recording recording;
    recording.createdAt = QDateTime::currentDateTimeUtc();
    recording.id = newRecordingId(recording.createdAt);
    recording.client = call.client;
    recording.fingerprint = call.fingerprint;
    recording.fields = call.fields;
    recording.generation = u"gen_1"_s;
    const QByteArray text = QJsonDocument(recording.toJson()).toJson();
    return Recording::fromJson(QJsonDocument::fromJson(text).object()).value_or(Recording());
}

const QByteArray picture =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

QByteArray withPicture()
{
    QJsonObject body {{u"model"_s, u"m"_s}, {u"prompt"_s, u"a"_s}};
    body.insert(u"image"_s, QString(u"data:image/png;base64,"_s + QString::fromLatin1(picture)));
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

} // namespace

class TestReplayMatching : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wishes_data()
    {
        QTest::addColumn<Headers>("headers");
        QTest::addColumn<bool>("isTaken");
        QTest::addColumn<ReplayMode>("mode");
        QTest::addColumn<ReplayMatch>("match");
        const auto row = [](const char *name, const Headers &headers, bool isTaken, ReplayMode mode = ReplayMode::Off,
                            ReplayMatch match = ReplayMatch::Standard) {
            QTest::newRow(name) << headers << isTaken << mode << match;
        };
        using Mode = ReplayMode;
        row("nothing", {}, true);
        for (const QString &name : replayModeNames()) {
            row(qPrintable(name), {{"X-Lightwell-Replay", name.toLatin1()}}, true, *replayModeFromName(name));
        }
        row("Lumenfall's name", {{"x-lumenfall-replay", "replay-or-error"}}, true, Mode::ReplayOrError);
        row("both names", {{"X-Lightwell-Replay", "mock"}, {"X-Lumenfall-Replay", "mock"}}, true, Mode::Mock);
        row("both names, other modes", {{"X-Lightwell-Replay", "mock"}, {"X-Lumenfall-Replay", "off"}}, false);
        row("twice", {{"X-Lightwell-Replay", "mock"}, {"X-Lightwell-Replay", "mock"}}, false);
        row("misspelt", {{"X-Lightwell-Replay", "moc"}}, false);
        row("in capitals", {{"X-Lightwell-Replay", "MOCK"}}, false);
        row("empty", {{"X-Lightwell-Replay", ""}}, false);
        row("misspelt header", {{"X-Lightwell-Replay-Mode", "mock"}}, false);
        row("Lumenfall's, misspelt", {{"X-Lumenfall-Replays", "mock"}}, false);
        row("another house's", {{"X-Replay", "mock"}}, true);
        row("strict", {{"X-Lightwell-Replay", "replay-or-live"}, {"X-Lightwell-Replay-Match", "strict"}}, true,
            Mode::ReplayOrLive, ReplayMatch::Strict);
        row("match alone", {{"X-Lightwell-Replay-Match", "strict"}}, false);
        row("match misspelt", {{"X-Lightwell-Replay", "mock"}, {"X-Lightwell-Replay-Match", "exact"}}, false);
        row("specific",
            {{"X-Lightwell-Replay", "replay-or-mock"},
             {"X-Lumenfall-Replay-Match", "specific"},
             {"X-Lumenfall-Replay-Fields", "model, size"}},
            true, Mode::ReplayOrMock, ReplayMatch::Specific);
        row("specific without fields", {{"X-Lightwell-Replay", "mock"}, {"X-Lightwell-Replay-Match", "specific"}},
            false);
        row("specific with no field",
            {{"X-Lightwell-Replay", "mock"},
             {"X-Lightwell-Replay-Match", "specific"},
             {"X-Lightwell-Replay-Fields", ", ,"}},
            false);
        row("fields alone", {{"X-Lightwell-Replay", "mock"}, {"X-Lightwell-Replay-Fields", "model"}}, false);
        row("pinned",
            {{"X-Lightwell-Replay", "replay-or-error"},
             {"X-Lightwell-Replay-Match", "pinned"},
             {"X-Lightwell-Replay-Recording", "rec_1"}},
            true, Mode::ReplayOrError, ReplayMatch::Pinned);
        row("pinned without an id", {{"X-Lightwell-Replay", "mock"}, {"X-Lightwell-Replay-Match", "pinned"}}, false);
        row("an id alone", {{"X-Lightwell-Replay", "mock"}, {"X-Lightwell-Replay-Recording", "rec_1"}}, false);
        row("pinned, else recorded",
            {{"X-Lightwell-Replay", "replay-or-record"},
             {"X-Lightwell-Replay-Match", "pinned"},
             {"X-Lightwell-Replay-Recording", "rec_1"}},
            false);
        row("cache misspelt", {{"X-Lightwell-Cache", "yes"}}, false);
        row("cache time", {{"X-Lightwell-Cache", "true"}, {"X-Lightwell-Cache-TTL", "1h"}}, false);
        row("no cache time", {{"X-Lightwell-Cache", "true"}, {"X-Lightwell-Cache-TTL", "0"}}, false);
        row("coalesce misspelt", {{"X-Lightwell-Coalesce", "on"}}, false);
    }
    void wishes()
    {
        QFETCH(Headers, headers);
        QFETCH(bool, isTaken);
        const Result<AnswerWishes> wishes = answerWishesOf(withHeaders(headers), {});
        QCOMPARE(wishes.ok(), isTaken);
        if (!isTaken) {
            QCOMPARE(wishes.error().kind, ErrorKind::Invalid);
            QCOMPARE(wishes.error().billing, Billing::NotBilled);
            QVERIFY(!wishes.error().param.isEmpty());
            return;
        }
        QTEST(wishes->replay, "mode");
        QTEST(wishes->match, "match");
    }

    void aHeaderWinsOverTheDefault()
    {
        const AnswerDefaults defaults {ReplayMode::Mock, std::chrono::seconds(60), true};
        const Result<AnswerWishes> unsaid = answerWishesOf({}, defaults);
        QCOMPARE(unsaid->replay, ReplayMode::Mock);
        QCOMPARE(unsaid->cache, std::chrono::seconds(60));
        QVERIFY(unsaid->coalesces);
        const Result<AnswerWishes> said = answerWishesOf(
            withHeaders({{"X-Lumenfall-Replay", "off"}, {"X-Lightwell-Cache", "false"}, {"X-Lightwell-Coalesce", "0"}}),
            defaults);
        QCOMPARE(said->replay, ReplayMode::Off);
        QCOMPARE(said->cache.count(), 0);
        QVERIFY(!said->coalesces);
        const Result<AnswerWishes> byMatch = answerWishesOf(
            withHeaders({{"X-Lightwell-Replay-Match", "strict"}, {"X-Lightwell-Cache-TTL", "100000000"}}), defaults);
        QCOMPARE(byMatch->match, ReplayMatch::Strict);
        QCOMPARE(byMatch->cache, answerlimits::longestCache);
        const Result<AnswerWishes> cached = answerWishesOf(withHeaders({{"X-OpenRouter-Cache", "true"}}), {});
        QCOMPARE(cached->cache, answerlimits::usualCache);
    }

    void matches_data()
    {
        QTest::addColumn<QByteArray>("recorded");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("standard");
        QTest::addColumn<bool>("strict");
        QTest::addColumn<bool>("byModelAndSize");
        const auto row = [](const char *name, const QByteArray &recorded, const QByteArray &body, bool standard,
                            bool strict, bool byModelAndSize) {
            QTest::newRow(name) << recorded << body << standard << strict << byModelAndSize;
        };
        const QByteArray plain = R"({"model":"m","prompt":"a","size":"1024x1024"})";
        row("the same", plain, plain, true, true, true);
        row("another order", plain, R"({"prompt":"a","size":"1024x1024","model":"m"})", true, false, true);
        row("another prompt", plain, R"({"model":"m","prompt":"b","size":"1024x1024"})", true, false, true);
        row("another user", plain, R"({"model":"m","prompt":"a","user":"u","size":"1024x1024"})", true, false, true);
        row("negative prompt", plain, R"({"model":"m","prompt":"a","negative_prompt":"x","size":"1024x1024"})", true,
            false, true);
        row("delivered otherwise", plain,
            R"({"model":"m","prompt":"a","size":"1024x1024","response_format":"b64_json","stream":true})", true, false,
            true);
        row("one picture is one", plain, R"({"model":"m","prompt":"a","size":"1024x1024","n":1})", true, false, true);
        row("auto is nothing", plain,
            R"({"model":"m","prompt":"a","size":"1024x1024","quality":"auto","background":"auto"})", true, false, true);
        row("any seed is none", plain, R"({"model":"m","prompt":"a","size":"1024x1024","seed":-1})", true, false, true);
        row("another size", plain, R"({"model":"m","prompt":"a","size":"512x512"})", false, false, false);
        row("no size", plain, R"({"model":"m","prompt":"a"})", false, false, false);
        row("another model", plain, R"({"model":"o","prompt":"a","size":"1024x1024"})", false, false, false);
        row("a seed", plain, R"({"model":"m","prompt":"a","size":"1024x1024","seed":7})", false, false, true);
        row("a quality", plain, R"({"model":"m","prompt":"a","size":"1024x1024","quality":"high"})", false, false,
            true);
        row("a format", plain, R"({"model":"m","prompt":"a","size":"1024x1024","output_format":"webp"})", false, false,
            true);
        row("two pictures", plain, R"({"model":"m","prompt":"a","size":"1024x1024","n":2})", false, false, true);
        row("steps", plain, R"({"model":"m","prompt":"a","size":"1024x1024","steps":20})", false, false, true);
        row("a field nobody knows", plain, R"({"model":"m","prompt":"a","size":"1024x1024","zz":1})", false, false,
            true);
        row("a ratio in either field", R"({"model":"m","prompt":"a","size":"16:9"})",
            R"({"model":"m","prompt":"a","aspect_ratio":"16:9"})", true, false, true);
        row("a number in either form", R"({"model":"m","prompt":"a","zz":1})", R"({"model":"m","prompt":"a","zz":1.0})",
            true, false, true);
        row("jpg is jpeg", R"({"model":"m","prompt":"a","output_format":"jpg"})",
            R"({"model":"m","prompt":"a","output_format":"jpeg"})", true, false, true);
        row("a picture", R"({"model":"m","prompt":"a"})", withPicture(), false, false, true);
    }
    void matches()
    {
        QFETCH(QByteArray, recorded);
        QFETCH(QByteArray, body);
        const Recording recording = recordingOf(asked(recorded));
        QVERIFY(!recording.id.isEmpty());
        const AskedCall call = asked(body);
        QVERIFY(!call.fields.isEmpty());
        AnswerWishes wishes;
        QTEST(answers(recording, call, wishes), "standard");
        wishes.match = ReplayMatch::Strict;
        QTEST(answers(recording, call, wishes), "strict");
        wishes.match = ReplayMatch::Specific;
        wishes.fields = {u"model"_s, u"size"_s};
        QTEST(answers(recording, call, wishes), "byModelAndSize");
    }

    void aKindOfCallIsItsOwn()
    {
        const QByteArray body = withPicture();
        const Recording recording = recordingOf(asked(body, CallKind::Edit));
        QVERIFY(answers(recording, asked(body, CallKind::Edit), {}));
        QVERIFY(!answers(recording, asked(body, CallKind::Variation), {}));
    }

    void clientsFindTheirOwn()
    {
        const AskedCall own = asked(R"({"model":"m","prompt":"a"})");
        AskedCall others = own;
        others.client = u"cl_2"_s;
        const Recording recording = recordingOf(own);
        AnswerWishes wishes;
        QVERIFY(answers(recording, own, wishes));
        QVERIFY(!answers(recording, others, wishes));
        wishes.match = ReplayMatch::Strict;
        QVERIFY(!answers(recording, others, wishes));
        wishes.match = ReplayMatch::Specific;
        wishes.fields = {u"model"_s};
        QVERIFY(!answers(recording, others, wishes));
        wishes.match = ReplayMatch::Pinned; // whoever knows the id was told it
        wishes.recording = recording.id;
        QVERIFY(answers(recording, others, wishes));
        wishes.recording = newRecordingId(QDateTime::currentDateTimeUtc());
        QVERIFY(!answers(recording, own, wishes));
    }

    void damagedOnesAreNone_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("no id") << u"id"_s << QJsonValue(QJsonValue::Undefined);
        QTest::newRow("another id") << u"id"_s << QJsonValue(u"rec_../../x"_s);
        QTest::newRow("no time") << u"created_at"_s << QJsonValue(u"yesterday"_s);
        QTest::newRow("no end") << u"expires_at"_s << QJsonValue(7);
        QTest::newRow("no client") << u"client"_s << QJsonValue(QJsonValue::Undefined);
        QTest::newRow("no fingerprint") << u"fingerprint"_s << QJsonValue(u"zz"_s);
        QTest::newRow("no generation") << u"generation"_s << QJsonValue(QJsonValue::Null);
    }
    void damagedOnesAreNone()
    {
        QFETCH(QString, field);
        QFETCH(QJsonValue, value);
        QJsonObject object = recordingOf(asked(R"({"model":"m","prompt":"a"})")).toJson();
        QVERIFY(Recording::fromJson(object).has_value());
        object.insert(field, value);
        QVERIFY(!Recording::fromJson(object).has_value());
    }

    void idsAreSortedByAge()
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const QString id = newRecordingId(now);
        QVERIFY(isRecordingId(id));
        QVERIFY(id < newRecordingId(now.addMSecs(1)));
        QVERIFY(id < newRecordingId(now.addYears(100)));
        QVERIFY(id != newRecordingId(now));
    }
};

QTEST_GUILESS_MAIN(TestReplayMatching)
#include "test_replaymatching.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The table of routes, and a dialect beside OpenAI's: all it takes is a class and rows in the table.
#include "core/gateway/routes.h"
#include "core/wording/wording.h"
#include "tests/gateway/gatewayrig.h"

#include <QCryptographicHash>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

/// Takes a prompt as it stands and says everything in one line. Its key is the header X-Key.
class PlainDialect : public Dialect
{
public:
    [[nodiscard]] QByteArray clientKey(const GatewayRequest &request) const override { return request.header("X-Key"); }
    [[nodiscard]] std::optional<Error> faultInHead(const GatewayRequest &) const override { return std::nullopt; }
    [[nodiscard]] Result<GenerationCall> readCall(const GatewayRequest &request, CallKind kind) const override
    {
        const QJsonObject body = QJsonDocument::fromJson(request.body).object();
        GenerationCall call;
        call.kind = kind;
        call.request.model = u"toy"_s;
        call.request.prompt = body.value("say"_L1).toString();
        call.streams = body.value("live"_L1).toBool();
        if (call.request.prompt.isEmpty()) {
            return notSent(ErrorKind::Invalid, u"say what?"_s);
        }
        return call;
    }
    [[nodiscard]] QByteArray fingerprint(const GatewayRequest &request, CallKind) const override
    {
        return QCryptographicHash::hash(QByteArray("plain\n" + request.body), QCryptographicHash::Sha256);
    }
    [[nodiscard]] GatewayResponse answer(const GenerationCall &call, const Generation &,
                                         const QList<DeliveredPicture> &pictures) const override
    {
        return line(200, (call.streams ? "end "_ba : "done "_ba) + pictures.first().url.toUtf8());
    }
    [[nodiscard]] GatewayResponse failure(const Generation &) const override { return line(502, "failed"); }
    [[nodiscard]] GatewayResponse dryRun(const Route &, const QJsonObject &) const override { return line(200, "dry"); }
    [[nodiscard]] GatewayResponse error(const Error &error) const override
    {
        return line(400, wording::sentence(error).toUtf8());
    }
    [[nodiscard]] GatewayResponse refusal(const Refusal &refusal) const override
    {
        return line(refusal.status(), "refused " + refusal.methods.join('+'));
    }
    [[nodiscard]] GatewayResponse models(const Catalog &) const override { return line(200, "toy"); }
    [[nodiscard]] GatewayResponse model(const Catalog &, const QString &name) const override
    {
        return line(200, name.toUtf8());
    }
    [[nodiscard]] QByteArray streamType() const override { return "text/plain"; }
    [[nodiscard]] QByteArray previewEvent(CallKind, const QByteArray &, int, qint64) const override { return {}; }
    [[nodiscard]] QByteArray errorEvent(CallKind, const GatewayResponse &response) const override
    {
        return response.body;
    }

private:
    static GatewayResponse line(int status, const QByteArray &text)
    {
        return {status, {{"Content-Type", "text/plain"}}, text + '\n'};
    }
};

RouteTable bothDialects()
{
    const auto plain = std::make_shared<PlainDialect>();
    QList<Mount> mounts = builtInMounts();
    mounts.append({plain,
                   {u"/plain"_s},
                   {{u"/draw"_s, RouteCall::Generations, {"POST"}},
                    {u"/things"_s, RouteCall::Models},
                    {u"/things/{name}"_s, RouteCall::Model},
                    {u"/things/{name}:draw"_s, RouteCall::Edits, {"POST"}, BodyForm::JsonOrForm}}});
    return RouteTable(mounts);
}

} // namespace

class TestSecondDialect : public QObject
{
    Q_OBJECT

private:
    GatewayRig m_rig;
    std::unique_ptr<Gateway> m_gateway;

    [[nodiscard]] QByteArray host() const { return "127.0.0.1:" + QByteArray::number(m_gateway->state().url.port()); }
    [[nodiscard]] RawAnswer ask(const QByteArray &method, const QByteArray &path, const QByteArray &body = {},
                                const QByteArray &headers = {})
    {
        RawClient client(quint16(m_gateway->state().url.port()));
        client.send(method + ' ' + path + " HTTP/1.1\r\nHost: " + host() + "\r\nConnection: close\r\n" + headers
                    + "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size())
                    + "\r\n\r\n" + body);
        return client.answer();
    }
    [[nodiscard]] QByteArray key() const { return "X-Key: " + m_rig.key + "\r\n"; }

private Q_SLOTS:
    void initTestCase()
    {
        m_gateway = std::make_unique<Gateway>(Gateway::Parts {
            *m_rig.rig.engine, m_rig.clients, *m_rig.rig.journal, *m_rig.rig.media, *m_rig.rig.keyring,
            *m_rig.rig.ledger, [this] { return m_rig.addresses; }, std::make_shared<RouteTable>(bothDialects())});
        m_gateway->setCatalog(m_rig.rig.catalog);
        GatewayOptions options;
        options.port = 0;
        m_gateway->start(options);
        QTRY_COMPARE(m_gateway->state().kind, GatewayState::Kind::Listening);
    }
    void cleanupTestCase() { m_gateway.reset(); }

    void paths_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("call"); // -1: none
        QTest::addColumn<QString>("argument");
        QTest::addColumn<QString>("label");
        QTest::addColumn<bool>("plain");
        const auto row = [](const QString &path, int call, const QString &argument, const QString &label, bool plain) {
            QTest::newRow(qPrintable(path)) << path << call << argument << label << plain;
        };
        const auto is = [](RouteCall call) { return int(call); };
        row(u"/healthz"_s, is(RouteCall::Health), {}, u"/healthz"_s, false);
        row(u"/metrics"_s, is(RouteCall::Metrics), {}, u"/metrics"_s, false);
        row(u"/v1/images/generations"_s, is(RouteCall::Generations), {}, u"/v1/images/generations"_s, false);
        row(u"/openai/v1/images/edits"_s, is(RouteCall::Edits), {}, u"/v1/images/edits"_s, false);
        row(u"/v1/models"_s, is(RouteCall::Models), {}, u"/v1/models"_s, false);
        row(u"/openai/v1/models/a/b"_s, is(RouteCall::Model), u"a/b"_s, u"/v1/models"_s, false);
        row(u"/v1/files/x.png"_s, is(RouteCall::File), u"x.png"_s, u"/v1/files"_s, false);
        row(u"/plain/things/a"_s, is(RouteCall::Model), u"a"_s, u"/plain/things"_s, true);
        row(u"/plain/things/a:draw"_s, is(RouteCall::Edits), u"a"_s, u"/plain/things:draw"_s, true);
        row(u"/plain/things/:draw"_s, is(RouteCall::Model), u":draw"_s, u"/plain/things"_s, true);
        row(u"/v1/models/"_s, is(RouteCall::Models), {}, u"/v1/models"_s, false);
        row(u"/v1"_s, -1, {}, u"(unknown)"_s, false);
        row(u"/plain/nothing"_s, -1, {}, u"(unknown)"_s, true);
        row(u"/plainly"_s, -1, {}, u"(unknown)"_s, false);
        row(u"/"_s, is(RouteCall::StartPage), {}, u"/"_s, false);
    }
    void paths()
    {
        QFETCH(QString, path);
        const RouteTable table = bothDialects();
        const RouteTable::Match match = table.find(path);
        QTEST(match.route ? int(match.route->call) : -1, "call");
        QTEST(match.argument, "argument");
        QTEST(match.label, "label");
        QTEST(std::dynamic_pointer_cast<const PlainDialect>(match.dialect) != nullptr, "plain");
    }

    void itsCallsAreAnswered()
    {
        const RawAnswer answer = ask("POST", "/plain/draw", R"({"say":"a boat"})", key());
        QCOMPARE(answer.status, 200);
        QVERIFY2(answer.body.startsWith(QByteArray("done http://" + host() + "/v1/files/")), answer.body.constData());
        QCOMPARE(await(m_rig.rig.journal->list(1))->first().request.prompt, u"a boat"_s);
    }

    void itsStreamsEndInItsWords()
    {
        const RawAnswer answer = ask("POST", "/plain/draw", R"({"say":"a boat","live":true})", key());
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.header("Content-Type"), "text/plain"_ba);
    }

    /// What is refused before any dialect has read it, too.
    void refusals_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("headers"); // KEY is filled in
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body"); // empty: OpenAI's words
        QTest::newRow("no key") << "GET"_ba
                                << "/plain/things"_ba << QByteArray() << 401 << "refused \n"_ba;
        QTest::newRow("the other's key") << "GET"_ba
                                         << "/plain/things"_ba
                                         << "Authorization: Bearer KEY\r\n"_ba << 401 << "refused \n"_ba;
        QTest::newRow("method") << "GET"_ba
                                << "/plain/draw"_ba
                                << "X-Key: KEY\r\n"_ba << 405 << "refused POST\n"_ba;
        QTest::newRow("path") << "GET"_ba
                              << "/plain/x"_ba
                              << "X-Key: KEY\r\n"_ba << 404 << "refused \n"_ba;
        QTest::newRow("origin") << "GET"_ba
                                << "/plain/things"_ba
                                << "Origin: http://x\r\n"_ba << 403 << "refused \n"_ba;
        QTest::newRow("call") << "POST"_ba
                              << "/plain/draw"_ba
                              << "X-Key: KEY\r\n"_ba << 400 << "say what?\n"_ba;
        QTest::newRow("OpenAI's path") << "GET"_ba
                                       << "/v1/models"_ba
                                       << "X-Key: KEY\r\n"_ba << 401 << QByteArray();
        QTest::newRow("no dialect's path") << "GET"_ba
                                           << "/x"_ba << QByteArray() << 401 << QByteArray();
    }
    void refusals()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, headers);
        QFETCH(QByteArray, body);
        const RawAnswer answer = ask(method, path, "{}", headers.replace("KEY", m_rig.key));
        QTEST(answer.status, "status");
        if (body.isEmpty()) {
            QVERIFY(!answer.errorCode().isEmpty());
        } else {
            QCOMPARE(answer.body, body);
        }
    }

    void aKeyIsNotSharedBetweenDialects()
    {
        const QByteArray body = R"({"model":"toy","prompt":"x","say":"x"})";
        const QByteArray headers = key() + "Authorization: Bearer " + m_rig.key + "\r\nIdempotency-Key: one\r\n";
        QCOMPARE(ask("POST", "/plain/draw", body, headers).status, 200);
        QCOMPARE(ask("POST", "/v1/images/generations", body, headers).status, 422);
    }

    void preflightsNameTheMethods_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArrayList>("methods");
        QTest::newRow("a call") << u"/v1/images/generations"_s << QByteArrayList {"POST"};
        QTest::newRow("a list") << u"/plain/things"_s << QByteArrayList {"GET", "HEAD"};
        QTest::newRow("nothing") << u"/x"_s << QByteArrayList {"POST", "GET", "HEAD", "DELETE", "PATCH"};
    }
    void preflightsNameTheMethods()
    {
        QFETCH(QString, path);
        QTEST(bothDialects().methodsAt(path), "methods");
    }
};

QTEST_GUILESS_MAIN(TestSecondDialect)
#include "test_seconddialect.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Webhooks: their signatures, where they may go, and that they arrive, are tried again and given up.
#include "core/gateway/webhooks/webhooksender.h"
#include "core/gateway/webhooks/webhooksignature.h"
#include "core/gateway/webhooks/webhooktarget.h"
#include "core/transport/httpclient.h"
#include "tests/gateway/gatewayrig.h"
#include "tests/support/gate.h"
#include "tests/support/testserver.h"

#include <QMessageAuthenticationCode>

#include <algorithm>
#include <deque>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray async = "Prefer: respond-async\r\n";

/// A program that waits for webhooks: answers as the script says, then with 204.
class Receiver
{
public:
    Receiver()
        : server([this](const Received &) {
            Reply reply;
            reply.status = 204;
            if (!script.empty()) {
                reply = script.front();
                script.pop_front();
            }
            return reply;
        })
    {
    }
    static Reply status(int code)
    {
        Reply reply;
        reply.status = code;
        return reply;
    }
    [[nodiscard]] QString host() const { return u"127.0.0.1:"_s + QString::number(server.port()); }

    std::deque<Reply> script;
    TestServer server;
};

/// As its receiver checks it: nothing is taken from Lightwell but the secret it shows.
QByteArray signatureOf(const QByteArray &shownSecret, const Received &message)
{
    const QByteArray secret = QByteArray::fromBase64(shownSecret.mid(6));
    const QByteArray text =
        message.header("webhook-id") + '.' + message.header("webhook-timestamp") + '.' + message.body;
    return "v1," + QMessageAuthenticationCode::hash(text, secret, QCryptographicHash::Sha256).toBase64();
}

} // namespace

class TestGatewayWebhooks : public QObject
{
    Q_OBJECT

private:
    static GatewayOptions allowing(const Receiver &receiver)
    {
        GatewayOptions options;
        options.webhookHosts = {receiver.host()};
        options.webhookPauses = {std::chrono::milliseconds(1), std::chrono::milliseconds(1)};
        return options;
    }
    static QJsonObject wish(const QUrl &webhook)
    {
        QJsonObject wish = GatewayRig::wish();
        wish.insert("webhook_url"_L1, webhook.toString());
        return wish;
    }

private Q_SLOTS:
    /// The example of the standard's own libraries.
    void signaturesAreThoseOfTheStandard()
    {
        const QByteArray secret = QByteArray::fromBase64("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        QCOMPARE(webhooksignature::sign(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, R"({"test": 2432232314})"),
                 QByteArray("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="));
    }

    void eachClientHasItsSecret()
    {
        const QByteArray one = webhooksignature::secretOf("gateway", u"cl_1"_s);
        QCOMPARE(one.size(), 32); // the standard takes 24 to 64 bytes
        QCOMPARE(webhooksignature::secretOf("gateway", u"cl_1"_s), one);
        QVERIFY(webhooksignature::secretOf("gateway", u"cl_2"_s) != one);
        QVERIFY(webhooksignature::secretOf("another", u"cl_1"_s) != one);
        QVERIFY(webhooksignature::shown(one).startsWith("whsec_"));
        QCOMPARE(QByteArray::fromBase64(webhooksignature::shown(one).mid(6)), one);
    }

    void targets_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QStringList>("allowed");
        QTest::addColumn<QString>("code"); // empty: it may go there
        const auto row = [](const QString &url, const QString &code, const QStringList &allowed = {}) {
            QTest::newRow(qPrintable(url + allowed.join(u' '))) << url << allowed << code;
        };
        row(u"https://app.example/hook"_s, {});
        row(u"https://app.example:8443/hook?x=1"_s, {});
        row(u"https://93.184.215.14/hook"_s, {});
        row(u"http://app.example/hook"_s, u"webhook_unencrypted"_s);
        row(u"https://user:word@app.example/"_s, u"webhook_names_user"_s);
        row(u"ftp://app.example/"_s, u"webhook_unreadable"_s);
        row(u"app.example/hook"_s, u"webhook_unreadable"_s);
        row(u"https://"_s, u"webhook_unreadable"_s);
        row(u"not an address"_s, u"webhook_unreadable"_s);
        row(u"https://localhost/"_s, u"webhook_is_private"_s);
        row(u"https://127.0.0.1/"_s, u"webhook_is_private"_s);
        row(u"https://2130706433/"_s, u"webhook_is_private"_s);
        row(u"https://[::1]/"_s, u"webhook_is_private"_s);
        row(u"https://[::ffff:10.0.0.1]/"_s, u"webhook_is_private"_s);
        row(u"https://192.168.1.7/"_s, u"webhook_is_private"_s);
        row(u"https://169.254.169.254/latest"_s, u"webhook_is_private"_s);
        row(u"https://metadata.internal/"_s, u"webhook_is_private"_s);
        row(u"https://nas/"_s, u"webhook_is_private"_s);
        row(u"http://127.0.0.1:9000/hook"_s, {}, {u"127.0.0.1:9000"_s});
        row(u"http://127.0.0.1:9001/hook"_s, u"webhook_is_private"_s, {u"127.0.0.1:9000"_s});
        row(u"http://NAS.lan/hook"_s, {}, {u"nas.lan"_s});
        row(u"https://nas.lan/hook"_s, {}, {u"nas.lan:443"_s});
        row(u"http://nas.lan.evil.example/hook"_s, u"webhook_unencrypted"_s, {u"nas.lan"_s});
    }
    void targets()
    {
        QFETCH(const QString, url);
        QFETCH(const QStringList, allowed);
        const std::optional<Error> fault = webhooktarget::fault(QUrl(url, QUrl::StrictMode), allowed);
        QTEST(fault ? fault->reason.code : QString(), "code");
    }

    void aJobsEndIsTold()
    {
        Receiver receiver;
        GatewayRig rig;
        rig.start(allowing(receiver));
        const QByteArray secret =
            rig.ask(rig.request("GET", "/v1/webhooks/secret")).json().value("secret"_L1).toString().toLatin1();
        QVERIFY(secret.startsWith("whsec_"));
        const RawAnswer accepted = rig.ask(rig.post(wish(receiver.server.url(u"/hook?token=t"_s)), async));
        QCOMPARE(accepted.status, 202);
        const QString id = accepted.json().value("id"_L1).toString();
        QTRY_COMPARE(receiver.server.count(), 1);
        const Received message = receiver.server.received().first();
        QCOMPARE(message.method, QByteArray("POST"));
        QCOMPARE(message.target, QByteArray("/hook?token=t"));
        QCOMPARE(message.header("Content-Type"), QByteArray("application/json"));
        QCOMPARE(message.header("webhook-id"), "msg_" + id.toLatin1());
        QVERIFY(qAbs(message.header("webhook-timestamp").toLongLong() - QDateTime::currentSecsSinceEpoch()) < 60);
        QCOMPARE(message.header("webhook-signature"), signatureOf(secret, message));
        QVERIFY(!message.hasHeader("Authorization"));
        const QJsonObject event = message.json();
        QCOMPARE(event.value("object"_L1).toString(), u"event"_s);
        QCOMPARE(event.value("type"_L1).toString(), u"job.completed"_s);
        QCOMPARE(event.value("data"_L1)["id"_L1].toString(), id);
        QCOMPARE(event.value("data"_L1)["status"_L1].toString(), u"completed"_s);
        QVERIFY(!message.body.contains("paper boat"));
        QVERIFY(!message.body.contains("toy-key"));
        QCOMPARE(rig.vendor().billed, 1);
        // Nothing of it reaches the vendor.
        for (const Received &call : rig.vendor().server().received()) {
            QVERIFY(!call.body.contains("webhook"));
        }
    }

    void aPlaceholderIsToldOfAsWell()
    {
        Receiver receiver;
        GatewayRig rig;
        rig.start(allowing(receiver));
        const RawAnswer accepted =
            rig.ask(rig.post(wish(receiver.server.url(u"/hook"_s)), async + "X-Lightwell-Replay: mock\r\n"));
        QCOMPARE(accepted.status, 202);
        QTRY_COMPARE(receiver.server.count(), 1);
        const QJsonObject event = receiver.server.received().first().json();
        QCOMPARE(event.value("type"_L1).toString(), u"job.completed"_s);
        QCOMPARE(event.value("data"_L1)["id"_L1], accepted.json().value("id"_L1));
        QCOMPARE(rig.vendor().calls().size(), 0);
    }

    /// What the first gateway was told to do at the end is gone with it, and the repetition says it again.
    void aRepetitionAtTheNextGatewayIsTold()
    {
        Receiver receiver;
        GatewayRig rig;
        rig.start(allowing(receiver));
        const auto gate = Gate::make();
        rig.vendor().pictureScript.push_back(Reply::bytes(rig.vendor().picture, "image/png").after(gate));
        const QJsonObject body = wish(receiver.server.url(u"/"_s));
        const QByteArray headers = async + "Idempotency-Key: k1\r\n";
        const RawAnswer first = rig.ask(rig.post(body, headers));
        QCOMPARE(first.status, 202);
        QTRY_COMPARE(rig.vendor().calls(u"/pictures/1"_s), 1);
        const Gateway::Parts parts {*rig.rig.engine,
                                    rig.clients,
                                    *rig.rig.journal,
                                    *rig.rig.media,
                                    *rig.rig.keyring,
                                    *rig.rig.ledger,
                                    {},
                                    {},
                                    rig.rig.store.get(),
                                    std::make_shared<HttpClientOptions>()};
        Gateway next(parts);
        next.setCatalog(rig.rig.catalog);
        GatewayOptions options = allowing(receiver);
        options.port = 0;
        next.start(options);
        QTRY_VERIFY(next.state().url.port(0) > 0);
        const auto port = quint16(next.state().url.port(0));
        RawClient second(port);
        second.send(rig.post(body, headers + "Host: 127.0.0.1:" + QByteArray::number(port) + "\r\n"));
        gate->open();
        const RawAnswer again = second.answer();
        QCOMPARE(again.status, 202);
        QCOMPARE(again.json().value("id"_L1), first.json().value("id"_L1));
        QTRY_COMPARE(receiver.server.count(), 2); // of each gateway
        for (const Received &message : receiver.server.received()) {
            QCOMPARE(message.json().value("data"_L1)["id"_L1], first.json().value("id"_L1));
            QCOMPARE(message.json().value("type"_L1).toString(), u"job.completed"_s);
        }
        QCOMPARE(rig.vendor().billed, 1);
    }

    void failuresAreToldToo()
    {
        Receiver receiver;
        GatewayRig rig;
        rig.start(allowing(receiver));
        rig.vendor().submitScript.push_back(Reply::json({{u"error"_s, u"no"_s}}, 400));
        QCOMPARE(rig.ask(rig.post(wish(receiver.server.url(u"/"_s)), async)).status, 202);
        QTRY_COMPARE(receiver.server.count(), 1);
        QCOMPARE(receiver.server.received().first().json().value("type"_L1).toString(), u"job.failed"_s);
    }

    void whatIsNotTakenIsTriedAgain_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("tries"); // with two pauses
        QTest::newRow("no content") << 204 << 1;
        QTest::newRow("accepted") << 202 << 1;
        QTest::newRow("a redirect") << 302 << 3;
        QTest::newRow("not found") << 404 << 3;
        QTest::newRow("busy") << 503 << 3;
        QTest::newRow("gone") << 410 << 1;
    }
    void whatIsNotTakenIsTriedAgain()
    {
        QFETCH(const int, status);
        QFETCH(const int, tries);
        Receiver receiver;
        receiver.script.assign(5, Receiver::status(status).with("Location", "/elsewhere"));
        const HttpClientOptions options;
        WebhookSender sender(&options);
        sender.setPauses({std::chrono::milliseconds(1), std::chrono::milliseconds(1)});
        const QUrl url = receiver.server.url(u"/hook"_s);
        sender.send({"msg_1", url, webhooktarget::ownOf(url, {receiver.host()}), "secret", "{}"});
        QCOMPARE(sender.waiting(), 1);
        QTRY_COMPARE(sender.waiting(), 0);
        const QList<Received> messages = receiver.server.received();
        QCOMPARE(messages.size(), tries);
        for (const Received &message : messages) {
            QCOMPARE(message.path, u"/hook"_s); // a redirect is not followed
            QCOMPARE(message.header("webhook-id"), QByteArray("msg_1"));
        }
        // An address that is gone is left alone from then on.
        sender.send({"msg_2", url, webhooktarget::ownOf(url, {receiver.host()}), "secret", "{}"});
        QTRY_COMPARE(sender.waiting(), 0);
        QCOMPARE(receiver.server.count() > tries, status != 410);
    }

    void aBrokenConnectionIsTriedAgain()
    {
        Receiver receiver;
        receiver.script = {Reply::drop(), Receiver::status(200)};
        const HttpClientOptions options;
        WebhookSender sender(&options);
        sender.setPauses({std::chrono::milliseconds(1)});
        const QUrl url = receiver.server.url(u"/hook"_s);
        sender.send({"msg_1", url, webhooktarget::ownOf(url, {receiver.host()}), "secret", "{}"});
        QTRY_COMPARE(sender.waiting(), 0);
        QCOMPARE(receiver.server.count(), 2);
    }

    /// Addresses that take nothing hold places for hours.
    void oneClientLeavesRoomForOthers()
    {
        Receiver receiver;
        receiver.script.assign(20, Receiver::status(503));
        const HttpClientOptions options;
        WebhookSender sender(&options);
        sender.setBounds({4, 1000});
        sender.setPauses({std::chrono::hours(1)});
        const QUrl url = receiver.server.url(u"/hook"_s);
        const auto send = [&](const QByteArray &id, const QString &client) {
            sender.send({id, url, webhooktarget::ownOf(url, {receiver.host()}), "secret", "{}", client});
        };
        for (int i = 0; i < 5; ++i) {
            send(QByteArray::number(i), u"busy"_s);
        }
        QCOMPARE(sender.waiting(), 2);
        send("quiet", u"quiet"_s);
        QCOMPARE(sender.waiting(), 3);
        QTRY_COMPARE(receiver.server.count(), 3);
        const QList<Received> messages = receiver.server.received();
        QVERIFY(std::any_of(messages.begin(), messages.end(),
                            [](const Received &message) { return message.header("webhook-id") == "quiet"; }));
    }

    void whatIsGoneForOneClientIsNotForOthers()
    {
        Receiver receiver;
        receiver.script.assign(2, Receiver::status(410));
        const HttpClientOptions options;
        WebhookSender sender(&options);
        sender.setBounds({1000, 1});
        const auto send = [&](const QString &path, const QString &client) {
            const QUrl url = receiver.server.url(path);
            sender.send({"msg", url, webhooktarget::ownOf(url, {receiver.host()}), "secret", "{}", client});
            QTRY_COMPARE(sender.waiting(), 0);
        };
        send(u"/one"_s, u"first"_s);
        send(u"/one"_s, u"first"_s);
        QCOMPARE(receiver.server.count(), 1);
        send(u"/two"_s, u"first"_s); // of so many addresses only one is remembered
        send(u"/one"_s, u"first"_s);
        send(u"/two"_s, u"second"_s);
        send(u"/two"_s, u"first"_s);
        QCOMPARE(receiver.server.count(), 4);
    }

    /// Who knows the address of such a hook may use it, so it is as good as a key.
    void noLogHasThePath()
    {
        Receiver receiver;
        static QStringList lines;
        lines.clear();
        const QtMessageHandler previous = qInstallMessageHandler(
            [](QtMsgType, const QMessageLogContext &, const QString &message) { lines.append(message); });
        const HttpClientOptions options;
        WebhookSender sender(&options);
        const QUrl url = receiver.server.url(u"/services/T1/canary?token=canary"_s);
        sender.send({"msg_1", url, webhooktarget::ownOf(url, {receiver.host()}), "secret", "{}"});
        QTRY_COMPARE(sender.waiting(), 0);
        qInstallMessageHandler(previous);
        const QString log = lines.join(u'\n');
        QVERIFY2(log.contains(receiver.host() + u" took it"_s), qPrintable(log));
        QVERIFY2(!log.contains("canary"_L1) && !log.contains("/services"_L1), qPrintable(log));
    }

    /// Whatever its name said when it was asked for: what counts is where it leads when it is sent.
    void aNameThatLeadsIntoThisNetworkIsNotFollowed()
    {
        Receiver receiver;
        HttpClientOptions options;
        options.resolver = [](const QString &, QObject *,
                              const std::function<void(const QList<QHostAddress> &)> &found) {
            found({QHostAddress(QHostAddress::LocalHost)});
        };
        WebhookSender sender(&options);
        QUrl url = receiver.server.url(u"/hook"_s);
        url.setScheme(u"https"_s);
        url.setHost(u"rebound.example"_s);
        QVERIFY(!webhooktarget::fault(url, {}));
        sender.send({"msg_1", url, {}, "secret", "{}"});
        QTRY_COMPARE(sender.waiting(), 0);
        QCOMPARE(receiver.server.connections(), 0);
    }

    void wishesThatAreRefused_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QByteArray>("headers");
        QTest::newRow("private") << u"https://10.0.0.1/hook"_s << async;
        QTest::newRow("unencrypted") << u"http://app.example/hook"_s << async;
        QTest::newRow("nobody waits for it") << u"https://app.example/hook"_s << QByteArray();
    }
    void wishesThatAreRefused()
    {
        QFETCH(const QString, url);
        QFETCH(const QByteArray, headers);
        GatewayRig rig;
        rig.start();
        const RawAnswer refused = rig.ask(rig.post(wish(QUrl(url)), headers));
        QCOMPARE(refused.status, 400);
        QCOMPARE(refused.json().value("error"_L1)["param"_L1].toString(), u"webhook_url"_s);
        QCOMPARE(rig.vendor().billed, 0);
    }
};

QTEST_GUILESS_MAIN(TestGatewayWebhooks)
#include "test_gatewaywebhooks.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/httpclient.h"
#include "tests/support/testserver.h"
#include "tests/transport/outcome.h"

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

class TestDownload : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fetches();
    void carriesNoCredentials();
    void refusedLinks_data();
    void refusedLinks();
    void refusedNames_data();
    void refusedNames();
    void theNextAddressIsTried();
    void redirects_data();
    void redirects();
    void redirectIntoTheNetworkIsRefused_data();
    void redirectIntoTheNetworkIsRefused();
    void abortWhileResolving();
};

void TestDownload::fetches()
{
    TestServer server([](const Received &) { return Reply::bytes("picture", "image/png"); });
    HttpClient client;
    const Outcome outcome(client.download(server.url(u"/a.png?sig=1"_s), QUrl(u"http://127.0.0.1"_s)));
    QVERIFY(outcome.wait());
    QCOMPARE(outcome.result().delivery, Delivery::Answered);
    QCOMPARE(outcome.result().response.body, "picture"_ba);
    QCOMPARE(server.received().first().target, "/a.png?sig=1"_ba);
}

void TestDownload::carriesNoCredentials()
{
    TestServer server([](const Received &r) {
        return r.path == u"/first" ? Reply::redirect(QUrl(u"/second"_s)).with("Set-Cookie", "session=1") : Reply();
    });
    HttpClient client;
    HttpRequest request;
    request.url = server.url(u"/api"_s);
    request.headers = {{"Authorization", "Bearer key"}};
    QVERIFY(Outcome(client.send(request)).wait());
    QVERIFY(Outcome(client.download(server.url(u"/first"_s), QUrl(u"http://127.0.0.1"_s))).wait());
    QCOMPARE(server.count(), 3);
    for (const Received &r : server.received().mid(1)) {
        QVERIFY(!r.hasHeader("Authorization"));
        QVERIFY(!r.hasHeader("Cookie"));
        QVERIFY(!r.hasHeader("Referer"));
    }
}

void TestDownload::refusedLinks_data()
{
    QTest::addColumn<bool>("allowLoopback");
    for (const char *url : {"http://127.0.0.1:%1/", "http://2130706433:%1/", "https://[::ffff:127.0.0.1]:%1/",
                            "http://localhost:%1/", "ftp://127.0.0.1:%1/", "file:///etc/hostname"}) {
        QTest::newRow(url) << false;
    }
    for (const char *url :
         {"http://192.168.0.1:%1/", "https://10.0.0.1/", "http://user@127.0.0.1:%1/", "http://example.com/"}) {
        QTest::newRow(url) << true;
    }
}

void TestDownload::refusedLinks()
{
    QFETCH(bool, allowLoopback);
    TestServer server([](const Received &) { return Reply(); });
    HttpClient client;
    QString url = QString::fromLatin1(QTest::currentDataTag());
    const Outcome outcome(client.download(QUrl(url.replace(u"%1"_s, QString::number(server.port()))),
                                          allowLoopback ? QUrl(u"http://127.0.0.1"_s) : QUrl()));
    QVERIFY(outcome.wait());
    QCOMPARE(outcome.result().delivery, Delivery::NotSent);
    QCOMPARE(outcome.result().error.kind, ErrorKind::Upstream);
    QCOMPARE(server.connections(), 0);
}

void TestDownload::refusedNames_data()
{
    QTest::addColumn<QStringList>("addresses");
    QTest::addColumn<bool>("allowLoopback");
    QTest::newRow("loopback") << QStringList {u"127.0.0.1"_s} << false;
    QTest::newRow("loopback behind a name, allowed only for localhost") << QStringList {u"127.0.0.1"_s} << true;
    QTest::newRow("private") << QStringList {u"10.1.1.1"_s} << false;
    QTest::newRow("one of two") << QStringList {u"8.8.8.8"_s, u"192.168.1.1"_s} << false;
    QTest::newRow("mapped") << QStringList {u"::ffff:127.0.0.1"_s} << false;
    QTest::newRow("none") << QStringList {} << false;
}

void TestDownload::refusedNames()
{
    QFETCH(QStringList, addresses);
    QFETCH(bool, allowLoopback);
    TestServer server([](const Received &) { return Reply(); });
    QStringList asked;
    HttpClient client({{}, [&](const QString &host, QObject *, const auto &found) {
                           asked.append(host);
                           QList<QHostAddress> list;
                           for (const QString &address : addresses) {
                               list.append(QHostAddress(address));
                           }
                           found(list);
                       }});
    const Outcome outcome(client.download(QUrl(u"https://cdn.example.com:%1/a"_s.arg(server.port())),
                                          allowLoopback ? QUrl(u"http://127.0.0.1"_s) : QUrl()));
    QVERIFY(outcome.wait());
    QCOMPARE(asked, QStringList {u"cdn.example.com"_s});
    QCOMPARE(outcome.result().delivery, Delivery::NotSent);
    QCOMPARE(server.connections(), 0);
}

/// Of the addresses that were looked up and checked, once.
void TestDownload::theNextAddressIsTried()
{
    TestServer server([](const Received &) { return Reply::bytes("picture", "image/png"); });
    int asked = 0;
    HttpClient client({{}, [&asked](const QString &, QObject *, const auto &found) {
                           ++asked;
                           found({QHostAddress(u"127.0.0.9"_s), QHostAddress(u"127.0.0.1"_s)});
                       }});
    const Outcome outcome(client.download(QUrl(u"http://localhost:%1/a"_s.arg(server.port())),
                                          QUrl(u"http://localhost:%1"_s.arg(server.port()))));
    QVERIFY(outcome.wait());
    QCOMPARE(outcome.result().delivery, Delivery::Answered);
    QCOMPARE(outcome.result().response.body, "picture"_ba);
    QCOMPARE(asked, 1);
    QCOMPARE(server.count(), 1);
}

void TestDownload::redirects_data()
{
    QTest::addColumn<int>("times");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("arrives");
    for (const int status : {301, 302, 303, 307, 308}) {
        QTest::addRow("%d", status) << 1 << status << true;
    }
    QTest::newRow("three") << 3 << 302 << true;
    QTest::newRow("four") << 4 << 302 << false;
}

void TestDownload::redirects()
{
    QFETCH(int, times);
    QFETCH(int, status);
    QFETCH(bool, arrives);
    int left = times;
    TestServer other([&](const Received &) { return Reply::bytes("picture", "image/png"); });
    TestServer server([&](const Received &) {
        return --left > 0 ? Reply::redirect(QUrl(u"/again"_s), status) : Reply::redirect(other.url(u"/a"_s), status);
    });
    HttpClient client;
    const Outcome outcome(client.download(server.url(), QUrl(u"http://127.0.0.1"_s)));
    QVERIFY(outcome.wait());
    QCOMPARE(outcome.result().delivery == Delivery::Answered, arrives);
    QCOMPARE(other.count(), arrives ? 1 : 0);
    if (arrives) {
        QCOMPARE(outcome.result().response.body, "picture"_ba);
    }
}

void TestDownload::redirectIntoTheNetworkIsRefused_data()
{
    QTest::addColumn<QString>("to");
    QTest::newRow("private address") << u"http://192.168.1.1/"_s;
    QTest::newRow("metadata service") << u"http://169.254.169.254/latest"_s;
    QTest::newRow("public, not encrypted") << u"http://example.com/"_s;
    QTest::newRow("file") << u"file:///etc/passwd"_s;
    QTest::newRow("scheme-relative") << u"//10.0.0.1/"_s;
    QTest::newRow("decimal") << u"http://3232235777/"_s;
    QTest::newRow("mapped") << u"http://[::ffff:192.168.1.1]/"_s;
    QTest::newRow("NAT64") << u"https://[64:ff9b::a00:1]/"_s;
    QTest::newRow("6to4") << u"https://[2002:a00:1::]/"_s;
    QTest::newRow("link-local") << u"https://[fe80::1]/"_s;
    QTest::newRow("any") << u"https://0.0.0.0/"_s;
    QTest::newRow("metadata name") << u"https://metadata.google.internal/"_s;
    QTest::newRow("with a name and a password") << u"https://user:pw@example.com/"_s;
    QTest::newRow("data") << u"data:image/png;base64,AAAA"_s;
    QTest::newRow("ftp") << u"ftp://example.com/a"_s;
}

void TestDownload::redirectIntoTheNetworkIsRefused()
{
    QFETCH(QString, to);
    TestServer server([&](const Received &) { return Reply().with("Location", to.toLatin1()); });
    TestServer moving([&](const Received &) {
        Reply reply = Reply().with("Location", to.toLatin1());
        reply.status = 302;
        return reply;
    });
    HttpClient client;
    const Outcome outcome(client.download(moving.url(), QUrl(u"http://127.0.0.1"_s)));
    QVERIFY(outcome.wait());
    QVERIFY(outcome.result().delivery != Delivery::Answered);
    QCOMPARE(outcome.result().error.kind, ErrorKind::Upstream);
    const Outcome harmless(
        client.download(server.url(), QUrl(u"http://127.0.0.1"_s))); // a Location without a redirect means nothing
    QVERIFY(harmless.wait());
    QCOMPARE(harmless.result().delivery, Delivery::Answered);
}

void TestDownload::abortWhileResolving()
{
    std::function<void(const QList<QHostAddress> &)> later;
    HttpClient client({{}, [&](const QString &, QObject *, const auto &found) { later = found; }});
    HttpCall *call = client.download(QUrl(u"https://cdn.example.com/a"_s), QUrl());
    const Outcome outcome(call);
    QTRY_VERIFY(later);
    call->abort();
    QCOMPARE(outcome.count(), 1);
    QCOMPARE(outcome.result().delivery, Delivery::NotSent);
    later({QHostAddress(u"8.8.8.8"_s)});
    QCOMPARE(outcome.count(), 1);
}

QTEST_GUILESS_MAIN(TestDownload)
#include "test_download.moc"

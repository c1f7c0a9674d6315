// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/hostrules.h"

using namespace lightwell;
using namespace Qt::StringLiterals;

class TestHostRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addresses_data();
    void addresses();
    void links_data();
    void links();
    void unencrypted_data();
    void unencrypted();
    void sockets_data();
    void sockets();
};

void TestHostRules::addresses_data()
{
    QTest::addColumn<bool>("isPublic");
    for (const char *address : {"8.8.8.8", "172.15.255.255", "172.32.0.1", "100.128.0.1", "2606:4700::1111",
                                "::ffff:8.8.8.8", "64:ff9b::8.8.8.8", "2002:808:808::1"}) {
        QTest::newRow(address) << true;
    }
    for (const char *address : {"0.0.0.0",
                                "10.1.2.3",
                                "100.64.0.1",
                                "127.0.0.1",
                                "127.8.8.8",
                                "169.254.169.254",
                                "172.16.0.1",
                                "172.31.255.255",
                                "192.0.0.1",
                                "192.0.2.1",
                                "192.168.1.1",
                                "198.18.0.1",
                                "198.51.100.7",
                                "203.0.113.9",
                                "224.0.0.1",
                                "240.0.0.1",
                                "255.255.255.255",
                                "::",
                                "::1",
                                "::ffff:127.0.0.1",
                                "::ffff:10.0.0.1",
                                "::127.0.0.1",
                                "64:ff9b::10.0.0.1",
                                "64:ff9b:1::1",
                                "100::1",
                                "2001::1",
                                "2001:db8::1",
                                "2002:7f00:1::",
                                "2002:a00:1::1",
                                "fc00::1",
                                "fd12::1",
                                "fe80::1",
                                "fe80::1%eth0",
                                "fec0::1",
                                "ff02::1"}) {
        QTest::newRow(address) << false;
    }
}

void TestHostRules::addresses()
{
    QFETCH(bool, isPublic);
    const QHostAddress address(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(!address.isNull());
    QCOMPARE(isPublicAddress(address), isPublic);
    QVERIFY(!isPublicAddress(QHostAddress()));
}

void TestHostRules::links_data()
{
    QTest::addColumn<bool>("allowLoopback");
    QTest::addColumn<bool>("follow");
    const auto row = [](const char *url, bool allowLoopback, bool follow) {
        QTest::addRow("%s%s", url, allowLoopback ? " (loopback allowed)" : "") << allowLoopback << follow;
    };
    row("https://cdn.example.com/a.png", false, true);
    row("https://cdn.example.com:8443/a.png", false, true);
    row("https://8.8.8.8/a", false, true);
    row("http://cdn.example.com/a.png", false, false);
    row("http://cdn.example.com/a.png", true, false);
    row("ftp://cdn.example.com/a.png", false, false);
    row("file:///etc/passwd", true, false);
    row("data:image/png;base64,AAAA", true, false);
    row("https://user:pw@cdn.example.com/", false, false);
    row("https://127.0.0.1/a", false, false);
    row("https://127.0.0.1/a", true, true);
    row("http://127.0.0.1:9000/a", true, true);
    row("http://127.0.0.1:9000/a", false, false);
    row("http://localhost:9000/a", true, true);
    row("http://[::1]:9000/a", true, true);
    row("https://localhost/a", false, false);
    row("https://LOCALHOST./a", false, false);
    row("https://a.localhost/a", false, false);
    row("https://2130706433/a", false, false);
    row("https://0x7f000001/a", false, false);
    row("https://0177.0.0.1/a", false, false);
    row("https://127.1/a", false, false);
    row("https://0x7f.1/a", false, false);
    row("https://[::1]/a", false, false);
    row("https://[::ffff:127.0.0.1]/a", false, false);
    row("https://[::ffff:7f00:1]/a", false, false);
    row("https://[fe80::1%25eth0]/a", false, false);
    row("https://[64:ff9b::a00:1]/a", false, false);
    row("https://10.0.0.1/a", false, false);
    row("https://10.0.0.1/a", true, false);
    row("https://192.168.1.1/a", true, false);
    row("https://169.254.169.254/latest/meta-data", false, false);
    row("https://router/a", false, false);
    row("https://nas.local/a", false, false);
    row("https://metadata.google.internal/a", false, false);
    row("https:///a", false, false);
    row("https://0/a", false, false);
    row("https://017700000001/a", false, false);
    row("https://0x7f.0x0.0x0.0x1/a", false, false);
    row("https://169.254.169.254./a", false, false);
    row("https://100.100.100.200/a", false, false);
    row("https://0xa9fea9fe/a", false, false);
    row("https://2852039166/a", false, false);
    row("https://[::]/a", false, false);
    row("https://[2002:7f00:1::]/a", false, false);
    row("https://[64:ff9b::169.254.169.254]/a", false, false);
    row("https://[fd00:ec2::254]/a", false, false);
    row("https://[::ffff:0:127.0.0.1]/a", false, false);
    row("https://user@169.254.169.254/a", false, false);
    row("https://cdn.example.com@127.0.0.1/a", false, false);
    row("https://metadata/a", false, false);
    row("https://host.docker.internal/a", false, false);
    row("https://router.lan./a", false, false);
    row("HTTPS://LOCALHOST/a", false, false);
    row("javascript:alert(1)", true, false);
    row("gopher://8.8.8.8/a", true, false);
    row("ws://127.0.0.1/a", true, false);
    row("//127.0.0.1/a", true, false);
    row("/etc/passwd", true, false);
}

void TestHostRules::links()
{
    QFETCH(bool, allowLoopback);
    QFETCH(bool, follow);
    const QUrl url(QString::fromLatin1(QTest::currentDataTag()).section(u' ', 0, 0));
    const std::optional<Error> refused = checkDownloadUrl(url, allowLoopback ? QUrl(u"http://127.0.0.1"_s) : QUrl());
    QCOMPARE(!refused, follow);
    if (refused) {
        QVERIFY(!refused->reason.isEmpty());
    }
}

void TestHostRules::unencrypted_data()
{
    QTest::addColumn<bool>("may");
    for (const char *url : {"http://127.0.0.1:9000", "http://localhost", "http://[::1]:1", "http://192.168.1.5:8080",
                            "http://nas.local", "http://workstation:7860", "http://10.1.2.3", "http://169.254.1.2",
                            "http://100.64.1.2", "http://[fe80::1]", "http://[fd00::1]"}) {
        QTest::newRow(url) << true;
    }
    for (const char *url : {"http://api.openai.com", "http://8.8.8.8", "http://localhost.evil.com",
                            "http://127.0.0.1.nip.io", "http://[2606:4700::1111]", "http://0.0.0.0", "http://224.0.0.1",
                            "http://240.0.0.1", "http://[2001:db8::1]"}) {
        QTest::newRow(url) << false;
    }
}

void TestHostRules::unencrypted()
{
    QFETCH(bool, may);
    QCOMPARE(mayGoUnencrypted(QUrl(QString::fromLatin1(QTest::currentDataTag()))), may);
}

void TestHostRules::sockets_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<bool>("own");
    const auto row = [](const char *socket, const QString &base, bool own) {
        QTest::addRow("%s of %s", socket, qPrintable(base)) << base << own;
    };
    row("wss://vendor.example/ws?id=1", u"https://vendor.example"_s, true);
    row("wss://VENDOR.example./ws", u"https://vendor.example/api"_s, true);
    row("wss://vendor.example:443/ws", u"https://vendor.example"_s, true);
    row("ws://127.0.0.1:8188/ws", u"http://127.0.0.1:8188"_s, true);
    row("ws://vendor.lan/ws", u"http://vendor.lan:80"_s, true);
    row("ws://vendor.example:443/ws", u"https://vendor.example"_s, false);
    row("wss://127.0.0.1:8188/ws", u"http://127.0.0.1:8188"_s, false);
    row("wss://vendor.example:444/ws", u"https://vendor.example"_s, false);
    row("wss://ws.vendor.example/ws", u"https://vendor.example"_s, false);
    row("wss://vendor.example.evil.example/ws", u"https://vendor.example"_s, false);
    row("wss://vendor.example@evil.example/ws", u"https://vendor.example"_s, false);
    row("wss://me:secret@vendor.example/ws", u"https://vendor.example"_s, false);
    row("ws://127.0.0.1:8189/ws", u"http://127.0.0.1:8188"_s, false);
    row("https://vendor.example/ws", u"https://vendor.example"_s, false);
    row("wss:///ws", u"https://"_s, false);
    row("ws:/ws", QString(), false);
}

void TestHostRules::sockets()
{
    QFETCH(QString, base);
    QFETCH(bool, own);
    const QString socket = QString::fromLatin1(QTest::currentDataTag()).section(u' ', 0, 0);
    QCOMPARE(isSocketOf(QUrl(socket), QUrl(base)), own);
}

QTEST_APPLESS_MAIN(TestHostRules)
#include "test_hostrules.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/http/httphead.h"

#include <QRandomGenerator>

using namespace lightwell;
using namespace Qt::StringLiterals;

class TestHttpHead : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accepts_data();
    void accepts();
    void refuses_data();
    void refuses();
    void limitsHold_data();
    void limitsHold();
    void survivesNoise();

private:
    static HttpHead::State run(HttpHead &head, const QByteArray &input, qsizetype step);
};

/// Shows the bytes as they gather on a socket.
HttpHead::State TestHttpHead::run(HttpHead &head, const QByteArray &input, qsizetype step)
{
    HttpHead::State state = HttpHead::State::Partial;
    for (qsizetype size = step; state == HttpHead::State::Partial && size < input.size() + step; size += step) {
        state = head.read(input.left(size));
    }
    return state;
}

void TestHttpHead::accepts_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("hasBody");
    const auto row = [](const char *name, const QByteArray &head, const QByteArray &body, const QString &path) {
        QTest::newRow(name) << head << body << path << !body.isEmpty();
    };
    const QByteArray host = " HTTP/1.1\r\nHost: a\r\n";
    row("get", "GET /v1/models" + host + "\r\n", {}, u"/v1/models"_s);
    row("query and escapes", "GET /a%2Fb/%C3%A9?x=1" + host + "\r\n", {}, u"/a/b/\u00e9"_s);
    row("length", "POST /" + host + "content-length: 5\r\n\r\n", "hello", u"/"_s);
    row("chunks", "POST /" + host + "Transfer-Encoding: chunked\r\n\r\n", "0\r\n\r\n", u"/"_s);
    row("1.0", "GET / HTTP/1.0\r\n\r\n", {}, u"/"_s);
    row("other protocol", "GET /" + host + "Connection: Upgrade\r\nUpgrade: h2c\r\n\r\n", {}, u"/"_s);
    row("empty line before", "\r\nGET /" + host + "\r\n", {}, u"/"_s);
}

void TestHttpHead::accepts()
{
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, body);
    QFETCH(QString, path);
    QFETCH(bool, hasBody);
    const QByteArray input = head + body + "GET /next HTTP/1.1\r\nHost: b\r\n\r\n";
    for (qsizetype step = 1; step <= input.size(); ++step) {
        HttpHead parsed {HttpLimits()};
        QCOMPARE(run(parsed, input, step), HttpHead::State::Ready);
        QCOMPARE(parsed.size(), head.size());
        QCOMPARE(parsed.request().path, path);
        QCOMPARE(parsed.hasBody(), hasBody);
        QCOMPARE(parsed.bodyLength(), parsed.isChunked() ? 0 : body.size());
    }
}

void TestHttpHead::refuses_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &input, int status) {
        QTest::newRow(name) << input << status;
    };
    const QByteArray get = "GET / HTTP/1.1\r\nHost: a\r\n";
    const QByteArray post = "POST / HTTP/1.1\r\nHost: a\r\n";
    row("no host", "GET / HTTP/1.1\r\n\r\n", 400);
    row("two hosts", get + "Host: a\r\n\r\n", 400);
    row("two hosts in other case", get + "HOST: b\r\n\r\n", 400);
    row("absolute address", "GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("no slash", "GET v1 HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("star", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("http 2", "GET / HTTP/2.0\r\nHost: a\r\n\r\n", 505);
    row("http 0.9", "GET /\r\n\r\n", 400);
    row("noise", "\x16\x03\x01 hello\r\n\r\n", 400);
    row("lower case protocol", "GET / http/1.1\r\nHost: a\r\n\r\n", 400);
    row("other protocol", "GET / RTSP/1.0\r\nHost: a\r\n\r\n", 400);
    row("http 1.2", "GET / HTTP/1.2\r\nHost: a\r\n\r\n", 505);
    row("tabs between", "GET\t/\tHTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("blank before", " GET / HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("blank behind", "GET / HTTP/1.1 \r\nHost: a\r\n\r\n", 400);
    row("blank in the address", "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("authority", "CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("other scheme", "GET file:///etc/passwd HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("fragment", "GET /#a HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("backslash", "GET /\\evil HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("half an escape", "GET /%2 HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("no escape", "GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("bytes above ASCII", "GET /\xc3\xa9 HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("zero byte in the address", QByteArray("GET /\0 HTTP/1.1\r\nHost: a\r\n\r\n", 29), 400);
    row("bare line feed behind the request", "GET / HTTP/1.1\nHost: a\r\n\r\n", 400);
    row("two empty lines before", "\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("folded with a tab", get + "A: b\r\n\tc\r\n\r\n", 400);
    row("blank before the first header", "GET / HTTP/1.1\r\n Host: a\r\n\r\n", 400);
    row("chunked twice in one", post + "Transfer-Encoding: chunked, chunked\r\n\r\n", 501);
    row("identity", post + "Transfer-Encoding: identity\r\n\r\n", 501);
    row("xchunked", post + "Transfer-Encoding: xchunked\r\n\r\n", 501);
    row("vertical tab before chunked",
        post
            + "Transfer-Encoding: \x0b"
              "chunked\r\n\r\n",
        400);
    row("empty coding", post + "Transfer-Encoding:\r\n\r\n", 501);
    row("empty length", post + "Content-Length:\r\n\r\n", 400);
    row("length with a blank", post + "Content-Length: 1 0\r\n\r\n", 400);
    row("chunks and length, the other way round", post + "Transfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\n",
        400);
    row("two spaces", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("method with junk", "G(T / HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("space before the colon", get + "A : b\r\n\r\n", 400);
    row("no colon", get + "Ab\r\n\r\n", 400);
    row("no name", get + ": b\r\n\r\n", 400);
    row("folded line", get + "A: b\r\n c\r\n\r\n", 400);
    row("bare line feed", get + "A: b\nC: d\r\n\r\n", 400);
    row("bare carriage return", get + "A: b\rC\r\n\r\n", 400);
    row("zero byte", get + QByteArray("A: b\0c\r\n\r\n", 10), 400);
    row("two lengths", post + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab", 400);
    row("list of lengths", post + "Content-Length: 1, 1\r\n\r\na", 400);
    row("negative length", post + "Content-Length: -1\r\n\r\n", 400);
    row("signed length", post + "Content-Length: +1\r\n\r\na", 400);
    row("hexadecimal length", post + "Content-Length: 0x1\r\n\r\na", 400);
    row("huge length", post + "Content-Length: 99999999999999999999\r\n\r\n", 400);
    row("length and chunks", post + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", 400);
    row("gzip", post + "Transfer-Encoding: gzip, chunked\r\n\r\n", 501);
    row("two codings", post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n", 400);
    row("chunks in 1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n", 501);
    row("web socket", get + "Connection: Upgrade\r\nUpgrade: WebSocket\r\n\r\n", 400);
    row("other expectation", post + "Expect: 200-ok\r\n\r\n", 417);
}

void TestHttpHead::refuses()
{
    QFETCH(QByteArray, input);
    QFETCH(int, status);
    for (const qsizetype step : {qsizetype(1), qsizetype(7), input.size()}) {
        HttpHead head {HttpLimits()};
        QCOMPARE(run(head, input, step), HttpHead::State::Refused);
        QCOMPARE(head.refusalStatus(), status);
    }
}

void TestHttpHead::limitsHold_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<int>("status"); // 0: accepted
    const QByteArray get = "GET / HTTP/1.1\r\nHost: a\r\n";
    const QByteArray post = "POST / HTTP/1.1\r\nHost: a\r\n";
    const auto headers = [](int count) {
        QByteArray lines;
        for (int i = 0; i < count; ++i) {
            lines += "A" + QByteArray::number(i) + ": b\r\n";
        }
        return lines;
    };
    QTest::newRow("url that fits") << QByteArray("GET /" + QByteArray(900, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n") << 0;
    QTest::newRow("url too long") << QByteArray("GET /" + QByteArray(1100, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n")
                                  << 414;
    QTest::newRow("url without end") << QByteArray("GET /" + QByteArray(100'000, 'a')) << 414;
    QTest::newRow("headers that fit") << QByteArray(get + headers(9) + "\r\n") << 0;
    QTest::newRow("too many headers") << QByteArray(get + headers(10) + "\r\n") << 431;
    QTest::newRow("headers too long") << QByteArray(get + "A: " + QByteArray(4000, 'a') + "\r\n\r\n") << 431;
    QTest::newRow("header without end") << QByteArray(get + "A: " + QByteArray(100'000, 'a')) << 431;
    QTest::newRow("body that fits") << QByteArray(post + "Content-Length: 100\r\n\r\n" + QByteArray(100, 'x')) << 0;
    QTest::newRow("body one over") << QByteArray(post + "Content-Length: 101\r\n\r\n") << 413;
}

void TestHttpHead::limitsHold()
{
    QFETCH(QByteArray, input);
    QFETCH(int, status);
    HttpLimits limits;
    limits.requestLine = 1024;
    limits.headers = 2048;
    limits.headerCount = 10;
    limits.body = 100;
    for (const qsizetype step : {qsizetype(1), qsizetype(333), input.size()}) {
        HttpHead head(limits);
        QCOMPARE(run(head, input, step), status == 0 ? HttpHead::State::Ready : HttpHead::State::Refused);
        QCOMPARE(head.refusalStatus(), status);
    }
}

void TestHttpHead::survivesNoise()
{
    QRandomGenerator random(20261122);
    const QByteArray seed = "POST /v1/x?y HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nExpect: 100-continue\r\n"
                            "\r\n5\r\nhello\r\n0\r\n\r\nPOST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc";
    int ready = 0;
    for (int round = 0; round < 20'000; ++round) {
        QByteArray input = seed;
        for (int change = random.bounded(4); change > 0; --change) {
            const int at = random.bounded(int(input.size()));
            if (random.bounded(3) == 0) {
                input.remove(at, random.bounded(5));
            } else if (random.bounded(2) == 0) {
                input.insert(at, char(random.bounded(256)));
            } else {
                input[at] = char(random.bounded(256));
            }
        }
        HttpHead head {HttpLimits()};
        const HttpHead::State state = run(head, input, 1 + random.bounded(60));
        ready += state == HttpHead::State::Ready ? 1 : 0;
        QVERIFY(state != HttpHead::State::Ready || head.size() <= input.size());
    }
    QVERIFY(ready > 1000); // it did not just refuse everything
}

QTEST_APPLESS_MAIN(TestHttpHead)
#include "test_httphead.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/http/httpparser.h"

#include <QRandomGenerator>

using namespace lightwell;
using namespace Qt::StringLiterals;

class TestHttpParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accepts_data();
    void accepts();
    void refuses_data();
    void refuses();
    void limitsHold_data();
    void limitsHold();
    void pipelines();
    void survivesNoise();

private:
    static HttpParser::State run(HttpParser &parser, QByteArray input, qsizetype step);
};

/// Feeds the bytes in steps as a socket would bring them.
HttpParser::State TestHttpParser::run(HttpParser &parser, QByteArray input, qsizetype step)
{
    QByteArray buffer;
    while (!input.isEmpty() && parser.state() != HttpParser::State::Refused
           && parser.state() != HttpParser::State::Ready) {
        buffer += input.left(step);
        input.remove(0, step);
        if (parser.feed(buffer) == HttpParser::State::HeadReady)
            parser.readBody(buffer);
    }
    return parser.state();
}

void TestHttpParser::accepts_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("keepAlive");
    const QByteArray host = "Host: a\r\n";
    QTest::newRow("get") << QByteArray("GET /v1/models HTTP/1.1\r\n" + host + "\r\n") << u"/v1/models"_s << QByteArray()
                         << true;
    QTest::newRow("query and escapes") << QByteArray("GET /a%2Fb/%C3%A9?x=1 HTTP/1.1\r\n" + host + "\r\n")
                                       << u"/a/b/\u00e9"_s << QByteArray() << true;
    QTest::newRow("length") << QByteArray("POST / HTTP/1.1\r\n" + host + "content-length: 5\r\n\r\nhello") << u"/"_s
                            << QByteArray("hello") << true;
    QTest::newRow("chunks") << QByteArray(
        "POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2;a=b\r\nlo\r\n0\r\nX: y\r\n\r\n")
                            << u"/"_s << QByteArray("hello") << true;
    QTest::newRow("no chunks") << QByteArray("POST / HTTP/1.1\r\n" + host
                                             + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
                               << u"/"_s << QByteArray() << true;
    QTest::newRow("close") << QByteArray("GET / HTTP/1.1\r\n" + host + "Connection: close\r\n\r\n") << u"/"_s
                           << QByteArray() << false;
    QTest::newRow("1.0") << QByteArray("GET / HTTP/1.0\r\n\r\n") << u"/"_s << QByteArray() << false;
    QTest::newRow("1.0 keep-alive") << QByteArray("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n") << u"/"_s
                                    << QByteArray() << true;
    QTest::newRow("empty line before") << QByteArray("\r\nGET / HTTP/1.1\r\n" + host + "\r\n") << u"/"_s << QByteArray()
                                       << true;
}

void TestHttpParser::accepts()
{
    QFETCH(QByteArray, input);
    QFETCH(QString, path);
    QFETCH(QByteArray, body);
    QFETCH(bool, keepAlive);
    for (qsizetype step = 1; step <= input.size(); ++step) {
        HttpParser parser {HttpLimits()};
        QCOMPARE(run(parser, input, step), HttpParser::State::Ready);
        QCOMPARE(parser.request().path, path);
        QCOMPARE(parser.request().body, body);
        QCOMPARE(parser.request().keepAlive, keepAlive);
    }
}

void TestHttpParser::refuses_data()
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
    row("double slash", "GET //evil/ HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("star", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("http 2", "GET / HTTP/2.0\r\nHost: a\r\n\r\n", 505);
    row("http 0.9", "GET /\r\n\r\n", 400);
    row("noise", "\x16\x03\x01 hello\r\n\r\n", 400);
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
    row("bad chunk size", post + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n", 400);
    row("negative chunk size", post + "Transfer-Encoding: chunked\r\n\r\n-1\r\n", 400);
    row("huge chunk size", post + "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n", 400);
    row("chunk without its end", post + "Transfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n", 400);
    row("endless chunk line", post + "Transfer-Encoding: chunked\r\n\r\n1;" + QByteArray(5000, 'x'), 400);
    row("other expectation", post + "Expect: 200-ok\r\n\r\n", 417);
}

void TestHttpParser::refuses()
{
    QFETCH(QByteArray, input);
    QFETCH(int, status);
    for (const qsizetype step : {qsizetype(1), qsizetype(7), input.size()}) {
        HttpParser parser {HttpLimits()};
        QCOMPARE(run(parser, input, step), HttpParser::State::Refused);
        QCOMPARE(parser.refusalStatus(), status);
        QVERIFY(parser.request().body.isEmpty());
    }
}

void TestHttpParser::limitsHold_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<int>("status"); // 0: accepted
    const QByteArray get = "GET / HTTP/1.1\r\nHost: a\r\n";
    const QByteArray post = "POST / HTTP/1.1\r\nHost: a\r\n";
    const auto headers = [](int count) {
        QByteArray lines;
        for (int i = 0; i < count; ++i)
            lines += "A" + QByteArray::number(i) + ": b\r\n";
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
    QTest::newRow("chunks that fit") << QByteArray(post + "Transfer-Encoding: chunked\r\n\r\n64\r\n"
                                                   + QByteArray(100, 'x') + "\r\n0\r\n\r\n")
                                     << 0;
    QTest::newRow("chunks one over") << QByteArray(post + "Transfer-Encoding: chunked\r\n\r\n64\r\n"
                                                   + QByteArray(100, 'x') + "\r\n1\r\nx\r\n0\r\n\r\n")
                                     << 413;
}

void TestHttpParser::limitsHold()
{
    QFETCH(QByteArray, input);
    QFETCH(int, status);
    HttpLimits limits;
    limits.requestLine = 1024;
    limits.headers = 2048;
    limits.headerCount = 10;
    limits.body = 100;
    for (const qsizetype step : {qsizetype(1), qsizetype(333), input.size()}) {
        HttpParser parser(limits);
        QCOMPARE(run(parser, input, step), status == 0 ? HttpParser::State::Ready : HttpParser::State::Refused);
        QCOMPARE(parser.refusalStatus(), status);
    }
}

void TestHttpParser::pipelines()
{
    HttpParser parser {HttpLimits()};
    QByteArray buffer = "POST /1 HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nab"
                        "GET /2 HTTP/1.1\r\nHost: a\r\n\r\nGET /3 HTTP/1.1\r\nHo";
    QCOMPARE(parser.feed(buffer), HttpParser::State::HeadReady);
    QCOMPARE(parser.readBody(buffer), HttpParser::State::Ready);
    QCOMPARE(parser.request().body, "ab"_ba);
    parser.next();
    QVERIFY(parser.isIdle());
    QCOMPARE(parser.feed(buffer), HttpParser::State::HeadReady);
    QCOMPARE(parser.readBody(buffer), HttpParser::State::Ready);
    QCOMPARE(parser.request().path, u"/2"_s);
    QVERIFY(parser.request().headers.size() == 1);
    parser.next();
    QCOMPARE(parser.feed(buffer), HttpParser::State::Head);
    QVERIFY(!parser.isIdle());
}

void TestHttpParser::survivesNoise()
{
    QRandomGenerator random(20261122);
    const QByteArray seed = "POST /v1/x?y HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nExpect: 100-continue\r\n"
                            "\r\n5\r\nhello\r\n0\r\n\r\nPOST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc";
    int ready = 0;
    for (int round = 0; round < 20'000; ++round) {
        QByteArray input = seed;
        for (int change = random.bounded(4); change > 0; --change) {
            const int at = random.bounded(int(input.size()));
            if (random.bounded(3) == 0)
                input.remove(at, random.bounded(5));
            else if (random.bounded(2) == 0)
                input.insert(at, char(random.bounded(256)));
            else
                input[at] = char(random.bounded(256));
        }
        HttpParser parser {HttpLimits()};
        const auto state = run(parser, input, 1 + random.bounded(60));
        ready += state == HttpParser::State::Ready ? 1 : 0;
        QVERIFY(parser.request().body.size() <= input.size());
    }
    QVERIFY(ready > 1000); // it did not just refuse everything
}

QTEST_APPLESS_MAIN(TestHttpParser)
#include "test_httpparser.moc"

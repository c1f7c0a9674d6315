// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Answers that are packed: the limit counts what comes out, and stops before it is all in memory.
#include "core/transport/answerbody.h"
#include "core/transport/httpclient.h"
#include "tests/support/peakmemory.h"
#include "tests/support/testserver.h"
#include "tests/transport/outcome.h"

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mebibyte = 1024LL * 1024;

QByteArray gzip(const QByteArray &content)
{
    quint32 sum = 0xffffffffU;
    for (const char byte : content) {
        sum ^= quint8(byte);
        for (int bit = 0; bit < 8; ++bit) {
            sum = sum & 1 ? 0xedb88320U ^ (sum >> 1) : sum >> 1;
        }
    }
    QByteArray tail;
    for (const quint32 number : {~sum, quint32(content.size())}) {
        for (int i = 0; i < 4; ++i) {
            tail.append(char(number >> (8 * i)));
        }
    }
    // A zlib stream between four bytes of Qt's and two of its own in front, and four behind.
    return QByteArray("\x1f\x8b\x08\0\0\0\0\0\0\x03", 10) + qCompress(content, 9).mid(6).chopped(4) + tail;
}

QByteArray deflate(const QByteArray &content)
{
    return qCompress(content, 9).mid(4);
}

} // namespace

class TestCompressed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answers_data();
    void answers();
    void nothingUnpacked_data();
    void nothingUnpacked();
    void emptyAnswers_data();
    void emptyAnswers();
    void paidBytesAreKept_data();
    void paidBytesAreKept();
    void whatIsOfferedIsRead();
};

void TestCompressed::answers_data()
{
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QByteArray>("packed");
    QTest::addColumn<QByteArray>("content"); ///< empty: refused
    const QByteArray text = "{\"a\":\"hello\"}";
    const QByteArray zeros(64 * mebibyte, '\0');
    QTest::newRow("gzip") << QByteArray("gzip") << gzip(text) << text;
    QTest::newRow("deflate") << QByteArray("deflate") << deflate(text) << text;
    const QByteArray long1(90'000, 'x');
    QTest::newRow("gzip, at the limit") << QByteArray("gzip") << gzip(long1) << long1;
    QTest::newRow("gzip, over the limit") << QByteArray("gzip") << gzip(QByteArray(100'001, 'x')) << QByteArray();
    QTest::newRow("gzip bomb") << QByteArray("gzip") << gzip(zeros) << QByteArray();
    QTest::newRow("deflate bomb") << QByteArray("deflate") << deflate(zeros) << QByteArray();
    const QByteArray brotli = QByteArray::fromBase64("CwaAeyJhIjoiaGVsbG8ifQM=");
    QTest::newRow("what nobody asked for") << QByteArray("br") << brotli << QByteArray();
    QTest::newRow("gzip in gzip") << QByteArray("gzip, gzip") << gzip(gzip(text)) << text;
    QTest::newRow("deflate in gzip") << QByteArray("deflate, identity,gzip") << gzip(deflate(text)) << text;
    QTest::newRow("a bomb in gzip") << QByteArray("gzip, gzip") << gzip(gzip(zeros)) << QByteArray();
    QTest::newRow("five deep") << QByteArray("gzip,gzip,gzip,gzip,gzip") << gzip(gzip(gzip(gzip(gzip(text)))))
                               << QByteArray();
    for (const char *name : {"gzip", "deflate", "zstd", "br", "UTF-8", "aws-chunked", "none", "gzip, gzip"}) {
        QTest::addRow("text called %s", name) << QByteArray(name) << text << text;
        QTest::addRow("a picture called %s", name)
            << QByteArray(name) << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16)
            << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
    }
    QTest::newRow("damaged gzip") << QByteArray("gzip") << gzip(text).replace(12, 4, "\xff\xff\xff\xff")
                                  << QByteArray();
}

void TestCompressed::answers()
{
    QFETCH(const QByteArray, encoding);
    QFETCH(const QByteArray, packed);
    QFETCH(const QByteArray, content);
    TestServer server(
        [&](const Received &) { return Reply::bytes(packed, "application/json").with("Content-Encoding", encoding); });
    HttpClient client;
    HttpRequest request;
    request.url = server.url();
    TransportLimits limits;
    limits.maxResponseBytes = 100'000;
    const PeakMemory peak;
    const Outcome outcome(client.send(request, limits));
    QVERIFY(outcome.wait());
    if (content.isEmpty()) {
        QCOMPARE(outcome.result().delivery, Delivery::MaybeSent);
        QCOMPARE(outcome.result().error.kind, ErrorKind::Upstream);
        QVERIFY(!outcome.result().response.body.contains(QByteArray(1000, '\0')));
    } else {
        QCOMPARE(outcome.result().delivery, Delivery::Answered);
        QCOMPARE(outcome.result().response.body, content);
    }
    if (peak.works()) {
        QVERIFY2(peak.mebibytes() < 64, qPrintable(u"%1 MiB"_s.arg(peak.mebibytes())));
    }
}

void TestCompressed::nothingUnpacked_data()
{
    QTest::addColumn<QByteArray>("begin");
    QTest::addColumn<QByteArray>("piece");
    const QByteArray head("\x1f\x8b\x08\x08\0\0\0\0\0\x03", 10);
    QTest::newRow("a file name without end") << head << QByteArray(32'000, 'n');
    const QByteArray empty = QByteArray::fromHex("1f8b08000000000002ff03000000000000000000");
    QTest::newRow("one empty part after the other") << QByteArray() << empty.repeated(1000);
}

/// What never begins is not gathered: it is given up like any other answer that is no gzip.
void TestCompressed::nothingUnpacked()
{
    QFETCH(const QByteArray, begin);
    QFETCH(const QByteArray, piece);
    TransportLimits limits;
    limits.maxResponseBytes = 100'000;
    AnswerBody body(limits, u"host"_s, {});
    QVERIFY(!body.begin({200, {{"Content-Encoding", "gzip"}}, {}, {}}, -1));
    std::optional<Error> refused = body.take(begin);
    int pieces = 0;
    while (!refused && pieces < 100) {
        refused = body.take(piece);
        ++pieces;
    }
    QVERIFY(pieces < 10);
    QVERIFY(refused);
    QCOMPARE(refused->kind, ErrorKind::Upstream);
    HttpResult kept;
    body.breakOff(kept);
    QVERIFY(kept.response.body.startsWith("\x1f\x8b"));
}

void TestCompressed::emptyAnswers_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("paid");
    for (const int status : {200, 204, 401, 404}) {
        QTest::addRow("%d, free", status) << status << false;
        QTest::addRow("%d, paid", status) << status << true;
    }
}

/// Nothing is whole, whatever it is packed with.
void TestCompressed::emptyAnswers()
{
    QFETCH(const int, status);
    QFETCH(const bool, paid);
    TestServer server([&](const Received &) {
        return Reply::bytes({}, "application/json", status).with("Content-Encoding", "gzip");
    });
    HttpClient client;
    HttpRequest request;
    request.url = server.url();
    if (paid) {
        request.method = "POST";
        request.body = "{}";
        request.startsPaidWork = true;
    }
    const Outcome outcome(client.send(request, {}));
    QVERIFY(outcome.wait());
    QCOMPARE(outcome.result().delivery, Delivery::Answered);
    QCOMPARE(outcome.result().response.status, status);
    QVERIFY(outcome.result().response.body.isEmpty());
}

void TestCompressed::paidBytesAreKept_data()
{
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QByteArray>("packed");
    QTest::newRow("brotli") << QByteArray("br") << QByteArray::fromBase64("CwaAeyJhIjoiaGVsbG8ifQM=");
    QTest::newRow("no gzip at all") << QByteArray("gzip") << QByteArray("\1\2\3", 3);
}

/// Somebody may know how to open it.
void TestCompressed::paidBytesAreKept()
{
    QFETCH(const QByteArray, encoding);
    QFETCH(const QByteArray, packed);
    TestServer server(
        [&](const Received &) { return Reply::bytes(packed, "application/json").with("Content-Encoding", encoding); });
    HttpClient client;
    HttpRequest request;
    request.method = "POST";
    request.body = "{}";
    request.startsPaidWork = true;
    request.url = server.url();
    const Outcome outcome(client.send(request, {}));
    QVERIFY(outcome.wait());
    QCOMPARE(outcome.result().delivery, Delivery::MaybeSent);
    QCOMPARE(outcome.result().error.kind, ErrorKind::Upstream);
    QCOMPARE(outcome.result().response.body, packed);
    QCOMPARE(server.count(), 1);
}

/// Nobody asks for what it cannot read.
void TestCompressed::whatIsOfferedIsRead()
{
    QByteArray offered;
    TestServer server([&](const Received &request) {
        offered = request.header("Accept-Encoding");
        return Reply::bytes("x", "text/plain");
    });
    HttpClient client;
    HttpRequest request;
    request.url = server.url();
    const Outcome outcome(client.send(request, {}));
    QVERIFY(outcome.wait());
    const QByteArrayList names = offered.split(',');
    for (const QByteArray &name : names) {
        QVERIFY2((QByteArrayList {"gzip", "deflate"}.contains(name.trimmed())), offered.constData());
    }
}

QTEST_GUILESS_MAIN(TestCompressed)
#include "test_compressed.moc"

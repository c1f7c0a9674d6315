// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Bodies in chunks, well-formed and in every spelling that two readers could understand differently.
#include "core/gateway/http/listener.h"
#include "tests/gateway/rawclient.h"

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

class TestChunkedBodies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spellings_data();
    void spellings();
    void onTheWire_data();
    void onTheWire();
};

void TestChunkedBodies::spellings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status"); // 0: taken; 1: it waits for more
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const QByteArray &bytes, int status, const QByteArray &body = {}) {
        QTest::newRow(name) << bytes << status << body;
    };
    const QByteArray end = "0\r\n\r\n";
    const QByteArray hello = "5\r\nhello\r\n";
    row("one", hello + end, 0, "hello");
    row("none", end, 0, "");
    row("two", hello + "6\r\n world\r\n" + end, 0, "hello world");
    row("line ends inside", "6\r\na\r\n0\r\n\r\n" + end, 0, "a\r\n0\r\n");
    row("small digits", "a\r\n0123456789\r\n" + end, 0, "0123456789");
    row("large digits", "A\r\n0123456789\r\n" + end, 0, "0123456789");
    row("leading zeros", "0005\r\nhello\r\n000\r\n\r\n", 0, "hello");
    row("extension", "5;a=b\r\nhello\r\n" + end, 0, "hello");
    row("quoted extension", "5 ; a=\"b;c\"\r\nhello\r\n0;x\r\n\r\n", 0, "hello");
    row("half", "5\r\nhel", 1);
    row("no last one", hello, 1);
    row("no end of the last one", hello + "0\r\n", 1);

    row("no size", "\r\nhello\r\n" + end, 400);
    row("no size, but an extension", ";a=b\r\nhello\r\n" + end, 400);
    row("no digit", "zz\r\nhello\r\n" + end, 400);
    row("0x", "0x5\r\nhello\r\n" + end, 400);
    row("plus", "+5\r\nhello\r\n" + end, 400);
    row("minus", "-5\r\nhello\r\n" + end, 400);
    row("blank before", " 5\r\nhello\r\n" + end, 400);
    row("blank behind", "5 \r\nhello\r\n" + end, 400);
    row("blank inside", "1 0\r\nhello\r\n" + end, 400);
    row("zero byte", QByteArray("5\0\r\nhello\r\n0\r\n\r\n", 16), 400);
    row("underscore", "1_0\r\nhello\r\n" + end, 400);
    row("wide digit", "\uff15\r\nhello\r\n" + end, 400);
    row("17 digits", "00000000000000005\r\nhello\r\n" + end, 400);
    row("over 64 bits", "10000000000000005\r\nhello\r\n" + end, 413);
    row("64 bits", "ffffffffffffffff\r\nhello\r\n" + end, 413);
    row("63 bits", "7fffffffffffffff\r\nhello\r\n" + end, 413);
    row("31 bits", "7fffffff\r\nhello\r\n" + end, 413);
    row("more than is taken", "3e9\r\n", 413);
    row("more than is taken, together", "1f4\r\n" + QByteArray(500, 'x') + "\r\n1f5\r\n", 413);
    row("bare line feed", "5\nhello\r\n" + end, 400);
    row("bare carriage return", "5\rhello\r\n" + end, 400);
    row("line feed behind the data", "5\r\nhello\n" + end, 400);
    row("nothing behind the data", "5\r\nhello0\r\n\r\n", 400);
    row("junk behind the data", "5\r\nhelloxx\r\n" + end, 400);
    row("larger than what comes", "6\r\nhello\r\n", 400);
    row("smaller than what comes", "4\r\nhello\r\n" + end, 400);
    row("line feed in an extension", "5;a\nb\r\nhello\r\n" + end, 400);
    row("carriage return in an extension", "5;a\rb\r\nhello\r\n" + end, 400);
    row("endless size", QByteArray(100'000, '1'), 413);
    row("endless zeros", QByteArray(100'000, '0'), 400);
    row("endless extension", "5;" + QByteArray(100'000, 'a'), 400);
    row("endless blanks", "5" + QByteArray(100'000, ' '), 400);
    row("trailer", hello + "0\r\nX-Sum: 1\r\n\r\n", 400);
    row("trailer that would be a head", hello + "0\r\nAuthorization: Bearer x\r\n\r\n", 400);
    row("endless trailers", "0\r\n" + QByteArray("A: b\r\n").repeated(5000), 400);
    row("bare end", "0\r\n\n", 400);
    row("carriage return at the end", hello + "0\r\n\rx", 400);
}

void TestChunkedBodies::spellings()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const QByteArray input = status == 0 ? bytes + "GET /next HTTP/1.1\r\n" : bytes;
    for (const qsizetype step : {qsizetype(1), qsizetype(2), qsizetype(7), input.size()}) {
        ChunkedBody chunks(1000);
        ChunkedBody::State state = ChunkedBody::State::Partial;
        for (qsizetype at = 0; at < input.size() && state == ChunkedBody::State::Partial; at += step) {
            state = chunks.read(QByteArrayView(input).sliced(at, std::min(step, input.size() - at)));
        }
        QCOMPARE(state,
                 status == 0       ? ChunkedBody::State::Done
                     : status == 1 ? ChunkedBody::State::Partial
                                   : ChunkedBody::State::Refused);
        QCOMPARE(chunks.refusalStatus(), status > 1 ? status : 0);
        if (status == 0) {
            QCOMPARE(chunks.size(), body.size());
            QCOMPARE(chunks.consumed(), bytes.size());
        }
    }
}

void TestChunkedBodies::onTheWire_data()
{
    spellings_data();
}

/// The same through the gateway's server: taken with the very body, and what follows is the next request; or refused at
/// once, and nothing behind is one.
void TestChunkedBodies::onTheWire()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    Listener::Setup setup;
    setup.limits.body = 1000;
    setup.times.begin = std::chrono::milliseconds(150);
    setup.times.linger = std::chrono::milliseconds(50);
    Listener listener(setup);
    QList<QByteArray> bodies;
    connect(&listener, &Listener::headArrived, this, [](Exchange *exchange) { exchange->proceed(); });
    connect(&listener, &Listener::requestArrived, this, [&bodies](Exchange *exchange) {
        bodies.append(exchange->request().body);
        exchange->respond({200, {}, {}});
    });
    connect(&listener, &Listener::refused, this, [](const Refusal &refusal, Exchange *exchange) {
        exchange->respond({refusal.status(), {}, {}});
    });
    QVERIFY(listener.listen(QHostAddress::LocalHost));
    const QByteArray head = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
    const QByteArray next = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    for (const bool atOnce : {true, false}) {
        RawClient client(listener.serverPort());
        bodies.clear();
        client.send(atOnce ? head + bytes + (status == 0 ? next : QByteArray()) : head);
        for (qsizetype at = 0; !atOnce && at < std::min<qsizetype>(bytes.size(), 3000); ++at) {
            client.send(bytes.mid(at, 1));
            client.socket().flush();
            QCoreApplication::processEvents();
        }
        const int answer = client.answer().status;
        if (status == 0) {
            QCOMPARE(answer, 200);
            client.send(atOnce ? QByteArray() : next);
            QCOMPARE(client.answer().status, 200);
            QCOMPARE(bodies, QList<QByteArray>({body, QByteArray()}));
            continue;
        }
        if (status > 1) {
            QVERIFY2(answer == status, QByteArray::number(answer).constData());
        } else {
            QVERIFY2(answer == 408, QByteArray::number(answer).constData());
        }
        QCOMPARE(client.answer().status, 0);
        QVERIFY(client.isClosed());
    }
}

QTEST_GUILESS_MAIN(TestChunkedBodies)
#include "test_chunkedbodies.moc"

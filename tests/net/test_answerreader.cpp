// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/answerreader.h"

#include <QTest>

using namespace lightwell;

using State = AnswerReader::State;

class TestAnswerReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answers_data()
    {
        QTest::addColumn<QByteArray>("came");
        QTest::addColumn<int>("open"); // the state while the connection stands
        QTest::addColumn<int>("closed");
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char *name, const QByteArray &came, State open, State closed,
                            const QByteArray &body = {}) {
            QTest::newRow(name) << came << static_cast<int>(open) << static_cast<int>(closed) << body;
        };
        const QByteArray ok = "HTTP/1.1 200 OK\r\n";
        const QByteArray chunked = ok + "Transfer-Encoding: Chunked\r\n\r\n";
        row("nothing", "", State::Head, State::Broken);
        row("half a protocol", "HTT", State::Head, State::Broken);
        row("another protocol", "SSH-2", State::Broken, State::Broken);
        row("HTTP/2 by mistake", "HTTP/2 200\r\n\r\n", State::Broken, State::Broken);
        row("no number", "HTTP/1.1 OK\r\n\r\n", State::Broken, State::Broken);
        row("a negative number", "HTTP/1.1 -20 OK\r\n\r\n", State::Broken, State::Broken);
        row("half a head", ok + "Server: x", State::Head, State::Broken);
        row("length", ok + "Content-Length: 2\r\n\r\nab", State::Whole, State::Whole, "ab");
        row("length, bare line ends", "HTTP/1.1 200 OK\nContent-Length: 2\n\nab", State::Whole, State::Whole, "ab");
        row("length twice", ok + "Content-Length: 2\r\ncontent-length: 2\r\n\r\nab", State::Whole, State::Whole, "ab");
        row("lengths that differ", ok + "Content-Length: 2\r\nContent-Length: 3\r\n\r\nab", State::Broken,
            State::Broken);
        row("negative length", ok + "Content-Length: -2\r\n\r\nab", State::Broken, State::Broken);
        row("length with a sign", ok + "Content-Length: +2\r\n\r\nab", State::Broken, State::Broken);
        row("length beyond numbers", ok + "Content-Length: 99999999999999999999\r\n\r\n", State::Broken, State::Broken);
        row("no length at all", ok + "\r\nab", State::Body, State::Whole, "ab");
        row("length zero", ok + "Content-Length: 0\r\n\r\n", State::Whole, State::Whole);
        row("length, cut", ok + "Content-Length: 3\r\n\r\nab", State::Body, State::Broken, "ab");
        row("length, more than it", ok + "Content-Length: 2\r\n\r\nabc", State::Whole, State::Whole, "ab");
        row("no content", "HTTP/1.1 204 No\r\n\r\n", State::Whole, State::Whole);
        row("chunks", chunked + "2\r\nab\r\n1;x=y\r\nc\r\n0\r\n\r\n", State::Whole, State::Whole, "abc");
        row("chunks with a trailer", chunked + "1\r\na\r\n0\r\nSum: 1\r\n\r\n", State::Whole, State::Whole, "a");
        row("chunks and a length", ok + "Content-Length: 9\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n",
            State::Whole, State::Whole, "a");
        row("chunks, no last one", chunked + "1\r\na\r\n", State::Body, State::Broken, "a");
        row("chunks, the last one cut", chunked + "1\r\na\r\n0\r\n", State::Body, State::Broken, "a");
        row("chunks, nonsense between", chunked + "1\r\nab\r\n", State::Broken, State::Broken, "a");
        row("a chunk of no size", chunked + "\r\n", State::Broken, State::Broken);
        row("a chunk of negative size", chunked + "-1\r\n", State::Broken, State::Broken);
        row("another coding", ok + "Transfer-Encoding: gzip, chunked\r\n\r\n", State::Broken, State::Broken);
        row("100", "HTTP/1.1 100 Continue\r\n\r\n" + ok + "Content-Length: 1\r\n\r\na", State::Whole, State::Whole,
            "a");
        row("103",
            "HTTP/1.1 103 Early Hints\r\nLink: </a>; rel=preload\r\nContent-Length: 7\r\n\r\n" + ok
                + "Content-Length: 1\r\n\r\na",
            State::Whole, State::Whole, "a");
        row("103 alone", "HTTP/1.1 103 Early Hints\r\n\r\n", State::Head, State::Broken);
        row("101", "HTTP/1.1 101 Switching Protocols\r\n\r\n", State::Broken, State::Broken);
        row("interim without end", QByteArray("HTTP/1.1 102 Processing\r\n\r\n").repeated(20'000), State::Broken,
            State::Broken);
        row("a head without end", ok + QByteArray("A: b\r\n").repeated(100'000), State::Broken, State::Broken);
    }
    void answers()
    {
        QFETCH(const QByteArray, came);
        QFETCH(const QByteArray, body);
        for (const qsizetype step : {came.size() + 1, qsizetype(1)}) { // as a whole, and byte by byte
            AnswerReader reader;
            QByteArray got;
            for (qsizetype at = 0; at < came.size(); at += step) {
                reader.feed(QByteArrayView(came).sliced(at, std::min(step, came.size() - at)),
                            [&](QByteArrayView piece) {
                                QVERIFY(reader.hasHead());
                                got += piece;
                            });
            }
            QTEST(static_cast<int>(reader.state()), "open");
            reader.closed();
            QTEST(static_cast<int>(reader.state()), "closed");
            QCOMPARE(got, body);
        }
    }

    void headers()
    {
        AnswerReader reader;
        reader.feed("HTTP/1.0 418 I'm a teapot\r\nRetry-After:  7 \r\nX-Long: a\r\n  b\r\nnonsense\r\n\v: no name\r\n"
                    "Content-Length: 12\r\n\r\n",
                    [](QByteArrayView) {});
        QCOMPARE(reader.head().status, 418);
        QCOMPARE(reader.head().header("retry-after"), QByteArray("7"));
        QCOMPARE(reader.head().header("X-Long"), QByteArray("a b"));
        QCOMPARE(reader.head().headers.size(), 3);
        QCOMPARE(reader.length(), 12);
    }

    void noLengthThatIsNone()
    {
        for (const char *lengths : {"Content-Length: -2\r\n", "Content-Length: 2\r\nContent-Length: 3\r\n"}) {
            AnswerReader reader;
            reader.feed(QByteArray(QByteArray("HTTP/1.1 200 OK\r\n") + lengths + "\r\n"), [](QByteArrayView) {});
            QVERIFY(!reader.length());
        }
    }
};

QTEST_GUILESS_MAIN(TestAnswerReader)
#include "test_answerreader.moc"

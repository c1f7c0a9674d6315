// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which answers are whole. One that ends early must never count as the whole, however well it begins; and what a server
// says on the way to its answer is none.
#include "core/transport/httpclient.h"
#include "core/transport/networkreasons.h"
#include "tests/transport/certificate.h"
#include "tests/transport/outcome.h"
#include "tests/transport/wire.h"

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using End = WireServer::End;

namespace {

enum class Comes {
    Whole,
    Cut, ///< of it only the beginning
};

struct Case
{
    const char *name;
    QByteArray answer;
    End end;
    Comes comes;
};

QByteArray interim(const QByteArray &status)
{
    return "HTTP/1.1 " + status + "\r\n" + "Link: </style.css>; rel=preload; as=style\r\n\r\n";
}

QList<Case> cases()
{
    const QByteArray whole = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nwhole";
    // "whole", packed by gzip.
    const QByteArray packed = QByteArray::fromHex("1f8b08000000000002ff2bcfc8cf4905004f2959c405000000");
    const QByteArray packedHead = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n";
    const QByteArray chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    const QByteArray packedSize = "Content-Length: " + QByteArray::number(packed.size()) + "\r\n\r\n";
    QList<Case> all {
        {"with its length", whole, End::Stay, Comes::Whole},
        {"with its length, then closed", whole, End::Close, Comes::Whole},
        {"up to the end of the connection", "HTTP/1.1 200 OK\r\n\r\nwhole", End::Close, Comes::Whole},
        {"in chunks", chunked + "5\r\nwhole\r\n0\r\n\r\n", End::Stay, Comes::Whole},
        {"packed", packedHead + packedSize + packed, End::Stay, Comes::Whole},
        {"longer than its length", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nwhole and more", End::Close,
         Comes::Whole},
        {"packed, length cut", packedHead + packedSize + packed.chopped(9), End::Close, Comes::Cut},
        {"packed, the last byte missing", packedHead + packedSize + packed.chopped(1), End::Close, Comes::Cut},
        {"packed to the end, cut", packedHead + "\r\n" + packed.chopped(12), End::Close, Comes::Cut},
        {"packed in chunks, cut inside",
         packedHead + "Transfer-Encoding: chunked\r\n\r\na\r\n" + packed.left(10) + "\r\n0\r\n\r\n", End::Stay,
         Comes::Cut},
        {"no byte of its body", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n", End::Close, Comes::Cut},
        {"the last byte missing", whole.chopped(1), End::Close, Comes::Cut},
        {"the last byte missing, reset", whole.chopped(1), End::Reset, Comes::Cut},
        {"a refusal, cut", "HTTP/1.1 403 No\r\nContent-Length: 50\r\n\r\nno", End::Close, Comes::Cut},
        {"a failure, cut", "HTTP/1.1 500 No\r\nContent-Length: 50\r\n\r\nno", End::Close, Comes::Cut},
        {"in chunks without the last one", chunked + "5\r\nwhole\r\n", End::Close, Comes::Cut},
        {"in chunks, cut within one", chunked + "9\r\nwhol", End::Close, Comes::Cut},
        {"in chunks, cut in the last one", chunked + "5\r\nwhole\r\n0", End::Close, Comes::Cut},
        {"in chunks, no chunk came", chunked, End::Close, Comes::Cut},
    };
    for (const QByteArray &status : {"100 Continue"_ba, "102 Processing"_ba, "103 Early Hints"_ba}) {
        all.append({status.constData(), interim(status) + whole, End::Stay, Comes::Whole});
    }
    all.append(
        {"103 and 102", interim("103 Early Hints") + interim("102 Processing") + whole, End::Close, Comes::Whole});
    return all;
}

} // namespace

class TestCutAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_certificate = TestCertificate::make(); }
    void answers_data();
    void answers();
    void brokenInOneRead();

private:
    std::optional<TestCertificate> m_certificate;
};

void TestCutAnswers::answers_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("end");
    QTest::addColumn<bool>("whole");
    QTest::addColumn<bool>("encrypted");
    QTest::addColumn<bool>("paid");
    for (const bool encrypted : {false, true}) {
        for (const bool paid : {false, true}) {
            const QList<Case> all = cases();
            for (const Case &one : all) {
                if (encrypted && !m_certificate) {
                    continue;
                }
                QTest::addRow("%s, %s, %s", encrypted ? "https" : "http", paid ? "paid" : "free", one.name)
                    << one.answer << static_cast<int>(one.end) << (one.comes == Comes::Whole) << encrypted << paid;
            }
        }
    }
}

void TestCutAnswers::answers()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const int, end);
    QFETCH(const bool, whole);
    QFETCH(const bool, encrypted);
    QFETCH(const bool, paid);
    WireServer wire({WireServer::When::Whole, answer, static_cast<End>(end), !paid},
                    encrypted ? m_certificate->server : QSslConfiguration());
    HttpClientOptions options;
    if (encrypted) {
        options.authorities = {m_certificate->certificate};
    }
    HttpClient client(options);
    HttpRequest request;
    request.url = wire.url();
    if (paid) {
        request.method = "POST";
        request.body = "{}";
        request.startsPaidWork = true;
    }
    TransportLimits limits;
    limits.idle = 5s;
    const Outcome outcome(client.send(request, limits));
    QVERIFY(outcome.wait());
    QCOMPARE(outcome.result().delivery, whole ? Delivery::Answered : Delivery::MaybeSent);
    if (whole) {
        QCOMPARE(outcome.result().response.status, 200);
        QCOMPARE(outcome.result().response.body, "whole"_ba);
    } else {
        QCOMPARE(outcome.result().error.reason, reasons::answerCut(u"127.0.0.1"_s));
        QCOMPARE(outcome.result().error.kind, ErrorKind::Network);
    }
}

/// What came before it is paid for, and kept.
void TestCutAnswers::brokenInOneRead()
{
    WireServer wire({WireServer::When::Whole,
                     "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nwhole\r\nno size\r\n", End::Stay,
                     false});
    HttpClient client;
    HttpRequest request;
    request.url = wire.url();
    request.method = "POST";
    request.body = "{}";
    request.startsPaidWork = true;
    const Outcome outcome(client.send(request, {}));
    QVERIFY(outcome.wait());
    QCOMPARE(outcome.result().delivery, Delivery::MaybeSent);
    QCOMPARE(outcome.result().error.reason, reasons::answerCut(u"127.0.0.1"_s));
    QCOMPARE(outcome.result().response.status, 200);
    QCOMPARE(outcome.result().response.body, "whole"_ba);
}

QTEST_GUILESS_MAIN(TestCutAnswers)
#include "test_cutanswers.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/bodybudget.h"
#include "core/gateway/http/bodycoding.h"
#include "tests/gateway/gatewayrig.h"

#include <QJsonDocument>
#include <QtEndian>

#include <zlib.h>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray zlibOf(const QByteArray &content)
{
    return qCompress(content, 9).mid(4); // behind the length that Qt puts in front
}

QByteArray bareOf(const QByteArray &content)
{
    const QByteArray stream = zlibOf(content);
    return stream.mid(2, stream.size() - 6);
}

QByteArray gzipOf(const QByteArray &content)
{
    QByteArray end(8, '\0');
    const auto *bytes = reinterpret_cast<const Bytef *>(content.constData());
    qToLittleEndian(quint32(crc32(0, bytes, uInt(content.size()))), end.data());
    qToLittleEndian(quint32(content.size()), end.data() + 4);
    return QByteArray("\x1f\x8b\x08\0\0\0\0\0\0\x03", 10) + bareOf(content) + end;
}

} // namespace

/// Bodies that come packed.
class TestBodyCoding : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void unpacks_data();
    void unpacks();
    void refuses_data();
    void refuses();
    void isServed_data();
    void isServed();
    void countsWhatItBecomes();
};

void TestBodyCoding::unpacks_data()
{
    QTest::addColumn<QByteArray>("packed");
    QTest::newRow("gzip") << gzipOf("a boat");
    QTest::newRow("two members") << QByteArray(gzipOf("a b") + gzipOf("oat"));
    QTest::newRow("deflate") << zlibOf("a boat");
    QTest::newRow("bare deflate") << bareOf("a boat");
}

void TestBodyCoding::unpacks()
{
    QFETCH(QByteArray, packed);
    QCOMPARE(*unpackedBody(packed, 100), "a boat"_ba);
    QCOMPARE(*unpackedBody(packed, 6), "a boat"_ba);
    QCOMPARE(unpackedBody(packed, 5).error().code, bodyTooLarge);
}

void TestBodyCoding::refuses_data()
{
    QTest::addColumn<QByteArray>("packed");
    QTest::addColumn<QString>("code");
    const QByteArray gzip = gzipOf(QByteArray(1000, 'a') + "boat");
    QTest::newRow("nothing") << QByteArray() << QString();
    QTest::newRow("no gzip") << "a boat"_ba << QString();
    QTest::newRow("cut off") << gzip.left(gzip.size() / 2) << QString();
    QTest::newRow("a wrong sum") << QByteArray(gzip.chopped(8) + QByteArray(8, 'x')) << QString();
    QTest::newRow("more behind") << QByteArray(gzip + "boat") << QString();
    QTest::newRow("more behind deflate") << QByteArray(zlibOf("a boat") + "boat") << QString();
    QTest::newRow("more behind bare deflate") << QByteArray(bareOf("a boat") + "boat") << QString();
    QTest::newRow("a member cut off") << QByteArray(gzip + gzip.chopped(20)) << QString();
    QTest::newRow("a bomb in the second")
        << QByteArray(gzip + gzipOf(QByteArray(50'000'000, '\0'))) << QString(bodyTooLarge);
    QTest::newRow("a bomb") << gzipOf(QByteArray(50'000'000, '\0')) << QString(bodyTooLarge);
}

void TestBodyCoding::refuses()
{
    QFETCH(QByteArray, packed);
    const Result<QByteArray> body = unpackedBody(packed, 1'000'000);
    QVERIFY(!body.ok());
    QCOMPARE(body.error().billing, Billing::NotBilled);
    QTEST(body.error().code, "code");
}

void TestBodyCoding::isServed_data()
{
    QTest::addColumn<QByteArray>("coding");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    const QByteArray plain = QJsonDocument(GatewayRig::wish()).toJson();
    QTest::newRow("gzip") << "gzip"_ba << gzipOf(plain) << 200;
    QTest::newRow("capitals") << "GZip"_ba << gzipOf(plain) << 200;
    QTest::newRow("deflate") << "deflate"_ba << zlibOf(plain) << 200;
    QTest::newRow("identity") << "identity"_ba << plain << 200;
    QTest::newRow("not packed after all") << "gzip"_ba << plain << 400;
    QTest::newRow("another") << "zstd"_ba << plain << 415;
    QTest::newRow("a bomb") << "gzip"_ba << gzipOf(QByteArray(3'000'000, ' ')) << 413;
}

void TestBodyCoding::isServed()
{
    QFETCH(QByteArray, coding);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    GatewayRig rig;
    GatewayOptions options;
    options.maxBodyBytes = 2'000'000;
    rig.start(options);
    const QByteArray headers = "Content-Type: application/json\r\nContent-Encoding: " + coding + "\r\n";
    const RawAnswer answer = rig.ask(rig.request("POST", "/v1/images/generations", body, headers));
    QCOMPARE(answer.status, status);
    QCOMPARE(rig.vendor().billed, status == 200 ? 1 : 0);
}

/// Until it is unpacked, nobody knows how much it becomes: it counts as the largest.
void TestBodyCoding::countsWhatItBecomes()
{
    GatewayRequest request;
    request.headers = {{"Content-Length", "10"}, {"Content-Encoding", "gzip"}};
    QCOMPARE(announcedBytes(request, 1000), 1000);
    request.headers.first().value = "2000";
    QCOMPARE(announcedBytes(request, 1000), 2000); // packed it is longer already
    request.headers = {{"Transfer-Encoding", "chunked"}, {"Content-Encoding", "gzip"}};
    QCOMPARE(announcedBytes(request, 1000), 1000);
    request.headers = {{"Content-Length", "10"}};
    QCOMPARE(announcedBytes(request, 1000), 10);
}

QTEST_GUILESS_MAIN(TestBodyCoding)
#include "test_bodycoding.moc"

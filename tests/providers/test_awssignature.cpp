// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/common/awssignature.h"

#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;

namespace {

const AwsIdentity example {"AKIDEXAMPLE"_ba, "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"_ba, {}};

QDateTime timeOf(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODate);
}

} // namespace

/// AWS Signature Version 4, by the vectors that AWS publishes and some that other signers agree on.
class TestAwsSignature : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void vectors_data();
    void vectors();
    void signsWhatIsSent();
};

void TestAwsSignature::vectors_data()
{
    QTest::addColumn<HttpRequest>("request");
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("service");
    QTest::addColumn<QString>("time");
    QTest::addColumn<QByteArray>("names");
    QTest::addColumn<QByteArray>("signature");
    const auto row = [](const char *name, const HttpRequest &request, const QByteArray &token, const QString &service,
                        const QString &time, const QByteArray &names, const QByteArray &signature) {
        QTest::newRow(name) << request << token << service << time << names << signature;
    };
    const QString suite = u"2015-08-30T12:36:00Z"_s;
    const auto plain = [](const QByteArray &method, const QString &url) {
        HttpRequest request;
        request.method = method;
        request.url = QUrl(url);
        return request;
    };
    row("get-vanilla", plain("GET", u"https://example.amazonaws.com/"_s), {}, u"service"_s, suite, "host;x-amz-date",
        "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31");
    row("get-vanilla-query-order-key-case",
        plain("GET", u"https://example.amazonaws.com/?Param2=value2&Param1=value1"_s), {}, u"service"_s, suite,
        "host;x-amz-date", "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500");
    row("post-vanilla", plain("POST", u"https://example.amazonaws.com/"_s), {}, u"service"_s, suite, "host;x-amz-date",
        "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b");
    HttpRequest form = plain("POST", u"https://example.amazonaws.com/"_s);
    form.setHeader("Content-Type", "application/x-www-form-urlencoded");
    form.body = "Param1=value1";
    row("post-x-www-form-urlencoded", form, {}, u"service"_s, suite, "content-type;host;x-amz-date",
        "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a");
    HttpRequest users = plain("GET", u"https://iam.amazonaws.com/?Action=ListUsers&Version=2010-05-08"_s);
    users.setHeader("Content-Type", "application/x-www-form-urlencoded; charset=utf-8");
    row("the manual's own example", users, {}, u"iam"_s, suite, "content-type;host;x-amz-date",
        "5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7");

    const QString time = u"2026-11-22T12:00:00Z"_s;
    HttpRequest nova =
        plain("POST", u"https://bedrock-runtime.us-east-1.amazonaws.com/model/amazon.nova-canvas-v1%3A0/invoke"_s);
    nova.body = R"({"taskType":"TEXT_IMAGE","textToImageParams":{"text":"a red cube"},)"
                R"("imageGenerationConfig":{"numberOfImages":1,"width":1024,"height":1024}})";
    HttpRequest accepting = nova;
    accepting.setHeader("Accept", "application/json");
    row("a path that is encoded twice", accepting, {}, u"bedrock"_s, time, "accept;host;x-amz-date",
        "054b58b0f2c569058bda709cce3cc46df5fbe0bf402947061faad98ab0e56ea3");
    nova.setHeader("Content-Type", "application/json");
    row("a type", nova, {}, u"bedrock"_s, time, "content-type;host;x-amz-date",
        "a807bd523441abc454a3bdaf651f78d2e43177fd191fc1103c386a1df4410ec6");
    nova.setHeader("X-Amz-Content-Sha256", "2605f98c2dbe70efc4d8ceaea18e3b2d32e3d63c7143b09e01f36e0c767cc091");
    row("temporary credentials", nova, "TOKENEXAMPLE==", u"bedrock"_s, time,
        "content-type;host;x-amz-content-sha256;x-amz-date;x-amz-security-token",
        "e12fcf1a127bba8ab000b3117fc7721ce7c6e1ca3ab1e6b503d573179809306d");
}

void TestAwsSignature::vectors()
{
    QFETCH(HttpRequest, request);
    QFETCH(const QByteArray, token);
    QFETCH(const QString, service);
    QFETCH(const QString, time);
    QFETCH(const QByteArray, names);
    QFETCH(const QByteArray, signature);
    AwsIdentity identity = example;
    identity.sessionToken = token;
    const QDateTime now = timeOf(time);
    signForAws(request, identity, {"us-east-1", service.toLatin1(), now});
    QCOMPARE(request.header("x-amz-date"), now.toString(u"yyyyMMdd'T'HHmmss'Z'"_s).toLatin1());
    QCOMPARE(request.header("x-amz-security-token"), token);
    QCOMPARE(request.header("Authorization"),
             "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/" + now.toString(u"yyyyMMdd"_s).toLatin1() + "/us-east-1/"
                 + service.toLatin1() + "/aws4_request, SignedHeaders=" + names + ", Signature=" + signature);
}

/// The host with its port, where it has one; and the same request twice the same.
void TestAwsSignature::signsWhatIsSent()
{
    const AwsScope scope {"us-west-2", "bedrock", timeOf(u"2026-11-22T12:00:00Z"_s)};
    HttpRequest here;
    here.url = QUrl(u"http://127.0.0.1:9000/model/a/invoke"_s);
    HttpRequest there = here;
    there.url.setPort(9001);
    HttpRequest again = here;
    for (HttpRequest *request : {&here, &there, &again}) {
        signForAws(*request, example, scope);
    }
    QVERIFY(here.header("Authorization") != there.header("Authorization"));
    QCOMPARE(here, again);
}

QTEST_GUILESS_MAIN(TestAwsSignature)
#include "test_awssignature.moc"

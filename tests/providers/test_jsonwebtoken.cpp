// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/common/jsonwebtoken.h"
#include "tests/standins/vertex.h"

#include <QJsonDocument>
#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// How a token is written; that the signature is right is what the stand-in of Vertex AI checks.
class TestJsonWebToken : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isWritten()
    {
        const VertexStandIn standIn;
        const QByteArray key =
            QJsonDocument::fromJson(standIn.serviceAccount()).object().value("private_key"_L1).toString().toLatin1();
        const QJsonObject header {{u"alg"_s, u"RS256"_s}, {u"typ"_s, u"JWT"_s}};
        const QJsonObject claims {{u"iss"_s, u"svc@proj.iam.gserviceaccount.com"_s}, {u"iat"_s, 1'763'800'000}};
        const QByteArrayList parts = signedJsonWebToken(header, claims, key).split('.');
        QCOMPARE(parts.size(), 3);
        QCOMPARE(parts.at(0), "eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9"_ba);
        QCOMPARE(QByteArray::fromBase64(parts.at(1), QByteArray::Base64UrlEncoding),
                 R"({"iat":1763800000,"iss":"svc@proj.iam.gserviceaccount.com"})"_ba);
        QCOMPARE(QByteArray::fromBase64(parts.at(2), QByteArray::Base64UrlEncoding).size(), 256);
        QVERIFY(!parts.join().contains('=') && !parts.join().contains('+') && !parts.join().contains('/'));
        QCOMPARE(signedJsonWebToken(header, claims, key), parts.join('.'));
    }

    void needsAKey_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::newRow("none") << QByteArray();
        QTest::newRow("any words") << "secret"_ba;
        QTest::newRow("cut") << "-----BEGIN PRIVATE KEY-----\nMIIEvQ==\n-----END PRIVATE KEY-----\n"_ba;
    }
    void needsAKey()
    {
        QFETCH(const QByteArray, key);
        QCOMPARE(signedJsonWebToken({{u"alg"_s, u"RS256"_s}}, {}, key), QByteArray());
    }
};

QTEST_GUILESS_MAIN(TestJsonWebToken)
#include "test_jsonwebtoken.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/gatewayrig.h"
#include "tests/support/blockedfolder.h"

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// A client gets its paid picture although the media folder cannot take it.
class TestGatewayFullDisk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersWithThePicture_data()
    {
        QTest::addColumn<QString>("asked");
        QTest::addColumn<bool>("hasSecondPlace");
        QTest::addColumn<QString>("given");
        QTest::newRow("link, second place") << u"url"_s << true << u"url"_s;
        QTest::newRow("link, memory") << u"url"_s << false << u"b64_json"_s;
        QTest::newRow("base64, second place") << u"b64_json"_s << true << u"b64_json"_s;
        QTest::newRow("base64, memory") << u"b64_json"_s << false << u"b64_json"_s;
    }
    void answersWithThePicture()
    {
        QFETCH(QString, asked);
        QFETCH(bool, hasSecondPlace);
        QFETCH(QString, given);
        GatewayRig rig;
        QVERIFY(blockMediaFolder(rig.rig.folder.filePath(u"blocked"_s)));
        *rig.rig.media = MediaStore(rig.rig.folder.filePath(u"blocked"_s),
                                    hasSecondPlace ? rig.rig.folder.filePath(u"rescued"_s) : QString());
        rig.start();
        QJsonObject wish = GatewayRig::wish();
        wish.insert(u"response_format"_s, asked);
        const QByteArray call = rig.post(wish, "Idempotency-Key: once\r\n");
        // And again: a client that comes back gets the same picture, not another one.
        for (int time = 0; time < 2; ++time) {
            const RawAnswer answer = rig.ask(call);
            QCOMPARE(answer.status, 200);
            const QJsonObject data = answer.json().value("data"_L1).toArray().first().toObject();
            QVERIFY2(data.contains(given), answer.body.left(300).constData());
            QByteArray bytes = QByteArray::fromBase64(data.value("b64_json"_L1).toString().toLatin1());
            if (given == u"url"_s) {
                const QByteArray path = QUrl(data.value("url"_L1).toString()).path().toLatin1();
                bytes = rig.ask("GET " + path + " HTTP/1.1\r\nHost: " + rig.host() + "\r\n\r\n").body;
            }
            QCOMPARE(QImage::fromData(bytes).size(), QSize(64, 48));
            const QString notice = answer.json().value("metadata"_L1).toObject().value("notice"_L1).toString();
            QVERIFY2(notice.contains(u"save it elsewhere"_s), qPrintable(notice));
        }
        QCOMPARE(rig.vendor().billed, 1);
        QCOMPARE(rig.rig.usage().reserved, Money::zero());
    }

    void saysNothingWhereAllWentWell()
    {
        GatewayRig rig;
        rig.start();
        const RawAnswer answer = rig.ask(rig.post(GatewayRig::wish()));
        QCOMPARE(answer.status, 200);
        QVERIFY(!answer.json().value("metadata"_L1).toObject().contains("notice"_L1));
    }
};

QTEST_MAIN(TestGatewayFullDisk)
#include "test_gatewayfulldisk.moc"

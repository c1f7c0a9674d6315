// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/inputlink.h"
#include "core/net/linkreasons.h"

#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;

/// Links to pictures that a client sends: which are passed on, and what of them is kept.
class TestInputLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsALink_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("is");
        QTest::newRow("https") << "https://pictures.example.org/a.png"_ba << true;
        QTest::newRow("in capitals") << "HTTPS://pictures.example.org/a.png"_ba << true;
        QTest::newRow("http, which is refused as one") << "http://pictures.example.org/a.png"_ba << true;
        QTest::newRow("a data URL") << "data:image/png;base64,AA=="_ba << false;
        QTest::newRow("a file") << "file:///etc/passwd"_ba << false;
        QTest::newRow("nothing") << QByteArray() << false;
    }
    void whatIsALink()
    {
        QFETCH(QByteArray, text);
        QTEST(inputlink::isLink(text), "is");
    }

    void whatIsPassedOn_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<QString>("fault"); ///< empty: there is none
        const auto good = [](const char *name, const QString &link) { QTest::newRow(name) << link << QString(); };
        const auto bad = [](const char *name, const QString &link, const auto &reason) {
            QTest::newRow(name) << link << QString::fromLatin1(reason.code);
        };
        good("plain", u"https://pictures.example.org/a.png"_s);
        good("signed", u"https://b.s3.amazonaws.com/a%20b.png?X-Amz-Signature=0a&X-Amz-Credential=k%2F1"_s);
        good("with brackets in its query", u"https://pictures.example.org/a?size[]=1"_s);
        good("with a port", u"https://pictures.example.org:8443/a.png"_s);
        good("of an open address", u"https://93.184.216.34/a.png"_s);
        good("as long as it may be", u"https://pictures.example.org/"_s.leftJustified(inputlink::longest, u'a'));
        bad("too long", u"https://pictures.example.org/"_s.leftJustified(inputlink::longest + 1, u'a'),
            reasons::inputLinkTooLong);
        bad("not encrypted", u"http://pictures.example.org/a.png"_s, reasons::inputLinkUnencrypted);
        bad("with a password", u"https://me:secret@pictures.example.org/a.png"_s, reasons::inputLinkNamesUser);
        bad("with an empty user", u"https://@pictures.example.org/a.png"_s, reasons::inputLinkNamesUser);
        bad("of an encoded host", u"https://%31%32%37.0.0.1/a.png"_s, reasons::inputLinkUnreadable);
        bad("of no host", u"https:///a.png"_s, reasons::inputLinkUnreadable);
        bad("of two hosts", u"https://pictures.example.org\\@127.0.0.1/a.png"_s, reasons::inputLinkUnreadable);
        bad("with a blank", u"https://pictures.example.org/a b.png"_s, reasons::inputLinkUnreadable);
        bad("with a line break", u"https://pictures.example.org/a\r\nX: y"_s, reasons::inputLinkUnreadable);
        bad("with letters that are not encoded", u"https://pictures.example.org/ä.png"_s, reasons::inputLinkUnreadable);
        bad("with half an escape", u"https://pictures.example.org/%zz.png"_s, reasons::inputLinkUnreadable);
        bad("with a port that is none", u"https://pictures.example.org:99999/a.png"_s, reasons::inputLinkUnreadable);
        for (const char *host :
             {"localhost", "127.0.0.1", "[::1]", "2130706433", "0x7f.1", "10.0.0.7", "192.168.1.2", "169.254.169.254",
              "[fd00::1]", "[::ffff:10.0.0.1]", "nas", "printer.local", "metadata.google.internal", "localhost."}) {
            bad(host, u"https://%1/a.png"_s.arg(QString::fromLatin1(host)), reasons::inputLinkIsPrivate);
        }
        bad("of a record", u"https://pictures.example.org/a.png…"_s, reasons::inputLinkCut);
    }
    void whatIsPassedOn()
    {
        QFETCH(QString, link);
        const std::optional<Reason> fault = inputlink::faultIn(link);
        QTEST(fault ? fault->code : QString(), "fault");
    }

    void recordsHaveTheBeginning_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<QString>("kept");
        QTest::newRow("nothing to hide") << u"https://a.example.org/b.png"_s << u"https://a.example.org/b.png"_s;
        QTest::newRow("a query") << u"https://a.example.org/b.png?sig=1"_s << u"https://a.example.org/b.png…"_s;
        QTest::newRow("a fragment") << u"https://a.example.org/b.png#sig=1?"_s << u"https://a.example.org/b.png…"_s;
        QTest::newRow("twice") << u"https://a.example.org/b.png…"_s << u"https://a.example.org/b.png…"_s;
        QTest::newRow("no link") << QString() << QString();
    }
    void recordsHaveTheBeginning()
    {
        QFETCH(QString, link);
        QTEST(inputlink::forRecord(link), "kept");
        Request request;
        request.images = {{.bytes = {}, .name = {}, .link = link}};
        request.mask = request.images.first();
        inputlink::cutAll(request);
        QTEST(request.images.first().link, "kept");
        QTEST(request.mask->link, "kept");
    }

    void vendorsWordsHideTheRest()
    {
        Request request;
        request.images = {{.bytes = "bytes", .name = {}},
                          {.bytes = {}, .name = {}, .link = u"https://a.example.org/b"_s}};
        QVERIFY(inputlink::secretsOf(request).isEmpty());
        request.images.append({.bytes = {}, .name = {}, .link = u"https://a.example.org/b?sig=a%2Fb"_s});
        request.mask = InputImage {.bytes = {}, .name = {}, .link = u"https://a.example.org/b?plain=1"_s};
        QCOMPARE(inputlink::secretsOf(request), (QByteArrayList {"sig=a%2Fb", "sig=a/b", "plain=1"}));
    }

    void requestsKeepThem()
    {
        Request request;
        request.model = u"m"_s;
        request.images = {{.bytes = {}, .name = {}, .link = u"https://a.example.org/b?sig=1"_s},
                          {.bytes = "b", .name = u"b.png"_s}};
        request.mask = request.images.first();
        QVERIFY(request.hasLinks());
        QCOMPARE(Request::fromJson(request.toJson()).value(), request);
        QJsonObject both = request.toJson();
        both.insert("mask"_L1, QJsonObject {{u"link"_s, u"https://a"_s}, {u"base64"_s, u"AA=="_s}});
        QVERIFY(!Request::fromJson(both)); // it is one of them
    }
};

QTEST_GUILESS_MAIN(TestInputLink)
#include "test_inputlink.moc"

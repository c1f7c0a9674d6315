// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a picture's file says of it, to the byte.
#include "core/media/metadata/exifblock.h"
#include "core/media/metadata/pngtext.h"
#include "core/media/metadata/xmptext.h"

#include <QTest>

using namespace lightwell::metadata;
using namespace Qt::StringLiterals;

class TestPacketTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void xmp();
    void whatXmlCannotHold_data();
    void whatXmlCannotHold();
    void longXmp();
    void exif();
    void pngChunks();
};

void TestPacketTexts::xmp()
{
    XmpText text;
    text.description = u"a <red> & \"blue\" boat"_s;
    text.creatorTool = u"Lightwell 1.0"_s;
    text.createDate = u"2026-01-31T23:59:59Z"_s;
    text.digitalSourceType = u"trainedAlgorithmicMedia"_s;
    text.aiSystem = u"flux"_s;
    text.aiPrompt = u"one\ntwo"_s;
    text.recipe = "{\"a\":1}";
    QCOMPARE(text.packet(),
             QByteArray("<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                        " <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                        "  <rdf:Description rdf:about=\"\"\n"
                        "    xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
                        "    xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
                        "    xmlns:Iptc4xmpExt=\"http://iptc.org/std/Iptc4xmpExt/2008-02-29/\"\n"
                        "    xmlns:lightwell=\"https://lightwell.invalid/ns/1.0/\"\n"
                        "    xmp:CreatorTool=\"Lightwell 1.0\"\n"
                        "    xmp:CreateDate=\"2026-01-31T23:59:59Z\"\n"
                        "    Iptc4xmpExt:DigitalSourceType=\""
                        "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia\"\n"
                        "    Iptc4xmpExt:AISystemUsed=\"flux\"\n"
                        "    Iptc4xmpExt:AIPromptInformation=\"one&#xA;two\"\n"
                        "    lightwell:Recipe=\"{&quot;a&quot;:1}\">\n"
                        "   <dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">"
                        "a &lt;red&gt; &amp; &quot;blue&quot; boat</rdf:li></rdf:Alt></dc:description>\n"
                        "  </rdf:Description>\n </rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>"));
}

void TestPacketTexts::whatXmlCannotHold_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("written");
    QTest::newRow("controls") << u"a\u0001\tb\r"_s << QByteArray("a\xef\xbf\xbd&#x9;b&#xD;");
    QTest::newRow("no characters") << QString(u"a" + QString(QChar(0xfffe)) + QChar(0xffff) + u"b\"")
                                   << QByteArray("a\xef\xbf\xbd\xef\xbf\xbd"
                                                 "b&quot;");
    QTest::newRow("their neighbours") << QString(QString(QChar(0xfffd)) + QChar(0xff3e) + QChar(0xf8ff))
                                      << QByteArray("\xef\xbf\xbd\xef\xbc\xbe\xef\xa3\xbf");
    QTest::newRow("all of others") << u"\u00fc\U0001f6a4"_s << QByteArray("\xc3\xbc\xf0\x9f\x9a\xa4");
}

void TestPacketTexts::whatXmlCannotHold()
{
    QFETCH(const QString, text);
    QFETCH(const QByteArray, written);
    XmpText xmp;
    xmp.description = text;
    const QByteArray packet = xmp.packet();
    QVERIFY2(packet.contains(QByteArray("x-default\">" + written + "</rdf:li>")), packet.constData());
}

/// Longer than the room that is usual.
void TestPacketTexts::longXmp()
{
    XmpText xmp;
    xmp.recipe = QByteArray("\"a\"").repeated(10'000);
    const QByteArray packet = xmp.packet();
    const QByteArray attribute = "lightwell:Recipe=\"" + QByteArray("&quot;a&quot;").repeated(10'000) + '"';
    QVERIFY(packet.contains(attribute));
}

void TestPacketTexts::exif()
{
    ExifBlock block;
    block.description = "a boat";
    block.software = "Li"; // stands in its entry
    block.timeUtc = "2026:01:31 23:59:59";
    block.comment = QByteArray("ASCII\0\0\0x", 9);
    block.orientation = 6;
    QCOMPARE(
        block.bytes().toHex(),
        QByteArray("4d4d002a000000080004010e0002000000070000003e01120003000000010006000001310002000000034c6900008769"
                   "00040000000100000046000000006120626f617400000003900300020000001400000070901100020000000700000084"
                   "92860007000000090000008c00000000323032363a30313a33312032333a35393a3539002b30303a3030000041534349"
                   "490000007800"));
}

void TestPacketTexts::pngChunks()
{
    QCOMPARE(framed({"IEND", {}}).toHex(), QByteArray("0000000049454e44ae426082"));
    QCOMPARE(framed(internationalText("Key", "a \xc3\xbc")).toHex(),
             QByteArray("0000000c695458744b657900000000006120c3bc9182a09e"));
    const QByteArray head = pngHead({1, 2});
    const QByteArray pixels = framed({"IDAT", "x"});
    const QByteArray end = framed({"IEND", {}});
    const QByteArray old = framed(plainText("Key", "old"));
    const QByteArray other = framed(plainText("Keys", "kept"));
    const PngChunk fresh = internationalText("Key", "new");
    const PngChunk exif {"eXIf", "MM"};
    QCOMPARE(withPngChunks(head + old + other + framed({"eXIf", "II"}) + pixels + old + end + "behind", {fresh, exif}),
             std::optional(QByteArray(head + other + framed(fresh) + framed(exif) + pixels + end + "behind")));
    QVERIFY(!withPngChunks(head + end, {fresh})); // no picture
}

QTEST_APPLESS_MAIN(TestPacketTexts)
#include "test_packettexts.moc"

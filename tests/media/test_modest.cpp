// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What files say beside their pixels may be endless: it is neither read nor does it cost the picture.
#include "core/media/codec.h"
#include "core/media/metadata/boxes.h"
#include "core/media/metadata/modest.h"
#include "core/media/metadata/packets.h"
#include "core/media/metadata/xmpfields.h"
#include "tests/media/handmade.h"
#include "tests/media/sampleprofile.h"
#include "tests/support/testpictures.h"

#include <QtEndian>
#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

/// Exiv2 takes hours for a million, each against each other.
constexpr int farTooMany = 1'000'000;

QByteArray xmpOf(int properties)
{
    QByteArray packet = "<x:xmpmeta xmlns:x='adobe:ns:meta/'>"
                        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
                        "<rdf:Description rdf:about='' xmlns:dc='http://purl.org/dc/elements/1.1/'>";
    for (int i = 0; i < properties; ++i) {
        packet += "<dc:p" + QByteArray::number(i) + "/>";
    }
    return packet + "</rdf:Description></rdf:RDF></x:xmpmeta>";
}

QByteArray number(quint32 value, int bytes)
{
    QByteArray text(4, '\0');
    qToLittleEndian(value, text.data());
    return text.left(bytes);
}

struct Entry
{
    quint32 tag = 0;
    quint32 type = 1;
    quint32 count = 0;
    quint32 value = 0;
};

/// One directory behind the head, then `rest`.
QByteArray tiffOf(const QList<Entry> &entries, const QByteArray &rest = {}, quint32 next = 0)
{
    QByteArray bytes = QByteArray("II*\0\x08\0\0\0", 8) + number(quint32(entries.size()), 2);
    for (const Entry &entry : entries) {
        bytes += number(entry.tag, 2) + number(entry.type, 2) + number(entry.count, 4) + number(entry.value, 4);
    }
    return bytes + number(next, 4) + rest;
}

constexpr quint32 behindOne = 8 + 2 + 12 + 4; // where `rest` begins

QByteArray tiffWith(const QByteArray &xmp)
{
    return tiffOf({{700, 1, quint32(xmp.size()), behindOne}}, xmp);
}

} // namespace

class TestModest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void packets_data()
    {
        QTest::addColumn<QByteArray>("xmp");
        QTest::addColumn<bool>("modest");
        Recipe recipe;
        recipe.prompt = u"<a href=\"b\"> = '"_s.repeated(2000);
        QTest::newRow("ours") << metadata::packetsFor(recipe, {}).xmp << true;
        QTest::newRow("some properties") << xmpOf(1000) << true;
        QTest::newRow("many properties") << xmpOf(20'000) << false;
        QTest::newRow("many attributes") << "<a " + QByteArray("b =\n'' ").repeated(20'000) + "/>" << false;
        QTest::newRow("in UTF-16") << QByteArray("<\0a\0 \0=\0'\0'\0", 12).repeated(8'000) << false;
        QTest::newRow("equal signs") << QByteArray(20'000, '=') << true;
        QTest::newRow("long") << QByteArray(5LL * 1024 * 1024, 'a') << false;
    }
    void packets()
    {
        QFETCH(const QByteArray, xmp);
        QTEST(metadata::isModestXmp(xmp), "modest");
    }

    void directories_data()
    {
        QTest::addColumn<QByteArray>("tiff");
        QTest::addColumn<bool>("modest");
        const QByteArray much(1'000'000, 'x');
        QTest::newRow("ours") << metadata::packetsFor({}, {}).exif << true;
        QTest::newRow("none") << QByteArray() << false;
        QTest::newRow("something else") << QByteArray(100, 'x') << false;
        QTest::newRow("one large value") << tiffOf({{37724, 1, 1'000'000, behindOne}}, much) << true;
        QTest::newRow("the same large value again and again")
            << tiffOf(QList<Entry>(200, {37724, 1, 1'000'000, 8}), much) << false;
        QTest::newRow("in another directory")
            << tiffOf({{0x8769, 4, 1, behindOne}}, tiffOf(QList<Entry>(200, {37724, 1, 1'000'000, 8}), much).mid(8))
            << false;
        QTest::newRow("in the next one") << tiffOf(
            {{256, 4, 1, 8}}, tiffOf(QList<Entry>(200, {37724, 1, 1'000'000, 8}), much).mid(8), behindOne)
                                         << false;
        QTest::newRow("itself") << tiffOf({{0x8769, 4, 1, 8}}, {}, 8) << true;
        QTest::newRow("XMP") << tiffWith(xmpOf(1000)) << true;
        QTest::newRow("XMP without end") << tiffWith(xmpOf(20'000)) << false;
        QTest::newRow("a maker's note") << tiffOf({{0x927c, 7, 100, 8}}, QByteArray(100, 'x')) << true;
        QTest::newRow("a maker's note in a large file") << tiffOf({{0x927c, 7, 100, 8}}, much + much) << false;
        QTest::newRow("beyond the end") << tiffOf({{0x8769, 4, 1, 0xfffffff0U}}, {}, 0xffffffffU) << true;
    }
    void directories()
    {
        QFETCH(const QByteArray, tiff);
        QTEST(metadata::isModestTiff(tiff), "modest");
    }

    void aProfileBesideAPacketWithoutEnd()
    {
        EncodeOptions options;
        options.profile = SampleProfile::table();
        const Result<QByteArray> png = encodeImage(cloudPicture({32, 32}), options);
        QVERIFY(png.ok());
        const qsizetype profile = png->indexOf("iCCP") - 4;
        const QByteArray packet = pngChunk("iTXt", QByteArray("XML:com.adobe.xmp\0\0\0\0\0", 22) + xmpOf(farTooMany));
        for (const qsizetype at : {profile, png->indexOf("IDAT") - 4}) {
            const QByteArray hostile = QByteArray(*png).insert(at, packet);
            QVERIFY(decodeImage(hostile).ok());
            QCOMPARE(unreadProfile(hostile), unreadProfile(*png));
            QVERIFY(!readRecipe(hostile));
        }
    }

    void boxesWithoutEnd()
    {
        const QByteArray empty("\0\0\0\x08xml ", 8);
        QCOMPARE(metadata::boxContents(empty.repeated(1000), "xml ").size(), 1000);
        QVERIFY(metadata::boxContents(empty.repeated(farTooMany), "xml ").isEmpty());
        QVERIFY(!metadata::withBoxes(empty.repeated(farTooMany), {{"xml ", {}}}));
    }

    void filesWithAPacketWithoutEnd()
    {
        const QByteArray tiff = tiffWith(xmpOf(farTooMany));
        QVERIFY(unreadProfile(tiff).isEmpty());
        QVERIFY(!readRecipe(tiff));
        Recipe recipe;
        recipe.prompt = u"a boat"_s;
        QVERIFY(!embedRecipe(tiff, ImageFormat::Tiff, recipe).ok()); // it stays as it came
        QVERIFY(metadata::XmpFields(xmpOf(farTooMany)).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestModest)
#include "test_modest.moc"

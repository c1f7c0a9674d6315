// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/imageformat.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace lightwell;

class TestImageFormat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesReadBack();
    void otherNames_data();
    void otherNames();
    void signatures_data();
    void signatures();
};

void TestImageFormat::namesReadBack()
{
    for (const auto format :
         {ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::Webp, ImageFormat::Avif, ImageFormat::Gif, ImageFormat::Jxl,
          ImageFormat::Tiff, ImageFormat::Heif, ImageFormat::Svg}) {
        QCOMPARE(formatFromName(formatName(format)), format);
        QCOMPARE(formatFromName(formatMimeType(format)), format);
        QCOMPARE(formatFromName(formatSuffix(format).toUpper()), format);
        QVERIFY(!formatLabel(format).isEmpty());
    }
    QCOMPARE(deliverableFormats().size(), 6);
}

void TestImageFormat::otherNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("format");

    QTest::newRow("jpg") << u"jpg"_s << u"jpeg"_s;
    QTest::newRow("with parameters") << u"image/jpeg; q=0.8"_s << u"jpeg"_s;
    QTest::newRow("spelled out") << u"JPEG-XL"_s << u"jxl"_s;
    QTest::newRow("heic") << u"heic"_s << u"heif"_s;
    QTest::newRow("unknown") << u"bmp"_s << u""_s;
    QTest::newRow("empty") << u""_s << u""_s;
}

void TestImageFormat::otherNames()
{
    QFETCH(const QString, name);
    QFETCH(const QString, format);
    const std::optional<ImageFormat> found = formatFromName(name);
    QCOMPARE(found ? formatName(*found) : QString(), format);
}

void TestImageFormat::signatures_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("format");

    QTest::newRow("png") << QByteArray("\x89PNG\r\n\x1a\n....") << u"png"_s;
    QTest::newRow("jpeg") << QByteArray("\xff\xd8\xff\xe0") << u"jpeg"_s;
    QTest::newRow("webp") << QByteArray("RIFF1234WEBPVP8 ") << u"webp"_s;
    QTest::newRow("sound") << QByteArray("RIFF1234WAVEfmt ") << u""_s;
    QTest::newRow("gif") << QByteArray("GIF89a..") << u"gif"_s;
    QTest::newRow("avif") << QByteArray("\0\0\0\x1c"
                                        "ftypavif",
                                        12)
                          << u"avif"_s;
    QTest::newRow("heic") << QByteArray("\0\0\0\x1c"
                                        "ftypheic",
                                        12)
                          << u"heif"_s;
    QTest::newRow("film") << QByteArray("\0\0\0\x1c"
                                        "ftypisom",
                                        12)
                          << u""_s;
    QTest::newRow("bare jxl") << QByteArray("\xff\x0a...") << u"jxl"_s;
    QTest::newRow("svg") << QByteArray("  <svg xmlns=\"\">") << u"svg"_s;
    QTest::newRow("svg with declaration") << QByteArray("<?xml version=\"1.0\"?>\n<svg>") << u"svg"_s;
    QTest::newRow("svg with prefix") << QByteArray("<s:svg xmlns:s=\"\">") << u"svg"_s;
    QTest::newRow("svg behind a mark, comments and a document type")
        << QByteArray("\xef\xbb\xbf<?xml version='1.0'?><!-- <html> --><!DOCTYPE svg PUBLIC 'x' 'y'>\n<svg>")
        << u"svg"_s;
    QTest::newRow("svg in UTF-16") << QByteArray("\xff\xfe<\0s\0v\0g\0>\0", 12) << u"svg"_s;
    QTest::newRow("svg in UTF-16, the high byte first") << QByteArray("\xfe\xff\0<\0s\0v\0g\0>", 12) << u"svg"_s;
    QTest::newRow("svg with entities") << QByteArray("<!DOCTYPE svg [<!ENTITY a \"b\"><!ENTITY c \"d\">]><svg>")
                                       << u"svg"_s;
    QTest::newRow("page with a drawing in a comment") << QByteArray("<!-- <svg> --><html>") << u""_s;
    QTest::newRow("page with a declaration") << QByteArray("<?xml version='1.0'?><html><svg>") << u""_s;
    QTest::newRow("another element") << QByteArray("<svgx>") << u""_s;
    QTest::newRow("endless comment") << QByteArray("<!--> <svg>") << u""_s;
    QTest::newRow("web page") << QByteArray("<html><svg>") << u""_s;
    QTest::newRow("empty") << QByteArray() << u""_s;
}

void TestImageFormat::signatures()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, format);
    const std::optional<ImageFormat> found = sniffFormat(bytes);
    QCOMPARE(found ? formatName(*found) : QString(), format);
}

QTEST_GUILESS_MAIN(TestImageFormat)
#include "test_imageformat.moc"

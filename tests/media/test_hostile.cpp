// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever arrives as a picture: a clear error or a picture, within the limits, and never a crash.
#include "core/media/codec.h"
#include "core/media/codecs/codec.h"
#include "core/media/mediareasons.h"
#include "tests/support/testpictures.h"

#include <QLoggingCategory>
#include <QRandomGenerator>

using namespace lightwell;
using namespace Qt::StringLiterals;

namespace {

void everyFormat()
{
    QTest::addColumn<ImageFormat>("format");
    QList<ImageFormat> formats = deliverableFormats();
    formats.append(ImageFormat::Tiff);
    for (const ImageFormat format : formats) {
        QTest::newRow(qPrintable(formatName(format))) << format;
    }
}

QByteArray sample(ImageFormat format)
{
    Recipe recipe;
    recipe.prompt = u"a picture to be broken"_s;
    const Result<QByteArray> bytes =
        encodeImage(test::discPicture({96, 64}), {.format = format, .compression = {}, .recipe = recipe});
    return bytes ? *bytes : QByteArray();
}

bool explains(const Error &error)
{
    return error.kind != ErrorKind::Unknown && error.billing == Billing::NotBilled && !error.reason.isEmpty();
}

/// Through the door; only what would start a program a thousand times is decoded by its reader itself.
Result<QImage> decoded(const QByteArray &bytes, const Result<ImageInfo> &info, const DecodeLimits &limits)
{
    const codecs::Codec *codec = info ? codecs::codecFor(info->format) : nullptr;
    const Result<QImage> image = codec && codec->isConfined ? codec->decode(bytes, limits) : decodeImage(bytes, limits);
    const bool isOther = image && (image->isNull() || image->size() != info->size);
    return isOther ? decodeImage(bytes, limits) : image;
}

void check(const QByteArray &bytes)
{
    const DecodeLimits limits {.maxBytes = 1 << 20, .maxPixels = 1 << 20};
    const Result<ImageInfo> info = probeImage(bytes, limits);
    const Result<QImage> image = decoded(bytes, info, limits);
    if (info) {
        QVERIFY(qint64(info->size.width()) * info->size.height() <= limits.maxPixels);
    } else {
        QVERIFY(explains(info.error()));
        QVERIFY(!image.ok());
    }
    if (image) {
        QVERIFY(!image->isNull());
        QCOMPARE(image->size(), info->size);
    } else {
        QVERIFY(explains(image.error()));
    }
}

/// A PNG whose header is in order and promises a picture of this size, with next to nothing behind it.
QByteArray pngBomb(quint32 width, quint32 height)
{
    QImage tiny(1, 1, QImage::Format_RGB32);
    tiny.fill(Qt::red);
    QByteArray bytes = *encodeImage(tiny, {});
    const auto put = [&bytes](qsizetype at, quint32 number) {
        for (int i = 0; i < 4; ++i) {
            bytes[at + i] = char(number >> (24 - 8 * i));
        }
    };
    put(16, width);
    put(20, height);
    quint32 sum = 0xffffffffU;
    for (qsizetype i = 12; i < 29; ++i) {
        sum ^= quint8(bytes.at(i));
        for (int bit = 0; bit < 8; ++bit) {
            sum = sum & 1 ? 0xedb88320U ^ (sum >> 1) : sum >> 1;
        }
    }
    put(29, ~sum);
    return bytes;
}

} // namespace

class TestHostile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"qt.gui.imageio*=false"_s); }

    void cutShort_data() { everyFormat(); }
    void cutShort()
    {
        QFETCH(const ImageFormat, format);
        const QByteArray whole = sample(format);
        QVERIFY(decodeImage(whole).ok());
        for (qsizetype length = 0; length < qMin<qsizetype>(whole.size(), 400); ++length) {
            check(whole.left(length));
        }
        const qsizetype step = qMax<qsizetype>(1, whole.size() / 151);
        for (qsizetype length = 400; length < whole.size(); length += step) {
            check(whole.left(length));
        }
    }

    void headerAloneIsNoPicture_data() { everyFormat(); }
    void headerAloneIsNoPicture()
    {
        QFETCH(const ImageFormat, format);
        const Result<QImage> image = decodeImage(sample(format).left(12));
        QVERIFY(!image.ok());
        QVERIFY(image.error().reason.values.contains(ReasonValue(format)));
    }

    void bytesTurnedOver_data() { everyFormat(); }
    void bytesTurnedOver()
    {
        QFETCH(const ImageFormat, format);
        const QByteArray whole = sample(format);
        QRandomGenerator random(42);
        for (int round = 0; round < 150; ++round) {
            QByteArray bytes = whole;
            for (int change = 0; change <= round % 8; ++change) {
                bytes[random.bounded(bytes.size())] = char(random.bounded(256));
            }
            check(bytes);
            (void)readRecipe(bytes);
        }
    }

    void noPictureAtAll_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("zeros") << QByteArray(5000, '\0');
        QTest::newRow("text") << QByteArray("{\"error\":\"no picture today\"}");
        QTest::newRow("page") << QByteArray("<!DOCTYPE html><html><body>Sign in</body></html>");
        QTest::newRow("one byte") << QByteArray("\x89");
        QByteArray noise(4096, Qt::Uninitialized);
        QRandomGenerator random(3);
        for (char &byte : noise) {
            byte = char(random.bounded(256));
        }
        QTest::newRow("noise") << noise;
    }
    void noPictureAtAll()
    {
        QFETCH(const QByteArray, bytes);
        const Result<QImage> image = decodeImage(bytes);
        QVERIFY(!image.ok());
        QCOMPARE(image.error().kind, ErrorKind::Invalid);
        QVERIFY(explains(image.error()));
        QVERIFY(!readRecipe(bytes));
    }

    void anotherFormatsHeadIsNotBelieved()
    {
        // The head of one format on the body of another must not reach the other's reader.
        for (const ImageFormat head : deliverableFormats()) {
            for (const ImageFormat body : deliverableFormats()) {
                if (head != body) {
                    check(sample(head).left(16) + sample(body).mid(16));
                }
            }
        }
    }

    void bombs_data()
    {
        QTest::addColumn<quint32>("width");
        QTest::addColumn<quint32>("height");
        QTest::addColumn<bool>("refused");
        QTest::newRow("square") << 100000U << 100000U << true;
        QTest::newRow("just over") << 10001U << 10000U << true;
        QTest::newRow("wide") << 1000000U << 101U << true;
        QTest::newRow("product overflows 32 bits") << 65536U << 65536U << true;
        QTest::newRow("allowed size, no pixels") << 5000U << 5000U << false;
    }
    void bombs()
    {
        QFETCH(const quint32, width);
        QFETCH(const quint32, height);
        QFETCH(const bool, refused);
        const QByteArray bomb = pngBomb(width, height);
        const Result<ImageInfo> info = probeImage(bomb);
        QCOMPARE(info.ok(), !refused);
        const Result<QImage> image = decodeImage(bomb);
        if (refused) {
            QVERIFY(!image.ok());
            QVERIFY2(image.error().reason.code == QLatin1StringView(reasons::pictureOverPixels.code) || width > 100000,
                     qPrintable(image.error().reason.code));
        }
    }

    void limitsHoldForEveryFormat_data() { everyFormat(); }
    void limitsHoldForEveryFormat()
    {
        QFETCH(const ImageFormat, format);
        const QByteArray bytes = sample(format);
        QVERIFY(decodeImage(bytes, {.maxBytes = bytes.size(), .maxPixels = 96LL * 64}).ok());
        QVERIFY(!decodeImage(bytes, {.maxBytes = bytes.size() - 1, .maxPixels = 96LL * 64}).ok());
        QVERIFY(!decodeImage(bytes, {.maxBytes = bytes.size(), .maxPixels = 96LL * 64 - 1}).ok());
        QVERIFY(!probeImage(bytes, {.maxBytes = bytes.size(), .maxPixels = 96LL * 64 - 1}).ok());
    }

    void drawingsAreReadWithinTheLimits()
    {
        const QByteArray drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"30\">"
                                   "<rect width=\"40\" height=\"30\" fill=\"#c83c3c\"/></svg>";
        QCOMPARE(probeImage(drawing)->size, QSize(40, 30));
        QCOMPARE(decodeImage(drawing)->pixelColor(20, 15), QColor(0xc8, 0x3c, 0x3c));
        QByteArray huge = drawing;
        huge.replace("width=\"40\" height=\"30\">", "width=\"900000\" height=\"900000\">");
        QCOMPARE(probeImage(huge)->size, QSize(4096, 4096)); // it has no pixels of its own: fewer are drawn
    }
};

QTEST_MAIN(TestHostile)
#include "test_hostile.moc"

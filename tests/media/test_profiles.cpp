// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/codec.h"
#include "core/media/metadata/iccprofile.h"
#include "tests/media/sampleprofile.h"
#include "tests/support/ssim.h"
#include "tests/support/testpictures.h"

#include <QColorSpace>
#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;

/// ICC profiles that Qt does not understand go along, unchanged.
class TestProfiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void survivesFromFormatToFormat_data();
    void survivesFromFormatToFormat();
    void goesWithTheRecipe_data();
    void goesWithTheRecipe();
    void whatQtUnderstandsIsNotCarried_data();
    void whatQtUnderstandsIsNotCarried();
    void wrongProfilesStayBehind_data();
    void wrongProfilesStayBehind();
    void brokenFilesHaveNone();
    void nonsenseCostsNoPicture_data();
    void nonsenseCostsNoPicture();
    void gifHasNoRoomForIt();
    void greysOfAProfileOfTheirOwnKeepTheirLook_data();
    void greysOfAProfileOfTheirOwnKeepTheirLook();

private:
    static QList<ImageFormat> formats()
    {
        return {ImageFormat::Png,  ImageFormat::Jpeg, ImageFormat::Webp,
                ImageFormat::Avif, ImageFormat::Jxl,  ImageFormat::Tiff};
    }
    static void everyFormat()
    {
        QTest::addColumn<ImageFormat>("format");
        for (const ImageFormat format : formats()) {
            QTest::newRow(qPrintable(formatName(format))) << format;
        }
    }
    static QByteArray encoded(const QImage &image, ImageFormat format, const QByteArray &profile,
                              const std::optional<Recipe> &recipe = {})
    {
        EncodeOptions options;
        options.format = format;
        options.compression = 95;
        options.profile = profile;
        options.recipe = recipe;
        const Result<QByteArray> bytes = encodeImage(image, options);
        return bytes ? *bytes : QByteArray();
    }
    /// However it goes along: newer versions of Qt understand more.
    static QByteArray carried(const QByteArray &bytes)
    {
        const QByteArray unread = unreadProfile(bytes);
        const Result<QImage> image = decodeImage(bytes);
        return !unread.isEmpty() || !image ? unread : image->colorSpace().iccProfile();
    }
};

void TestProfiles::survivesFromFormatToFormat_data()
{
    QTest::addColumn<ImageFormat>("from");
    QTest::addColumn<ImageFormat>("to");
    for (const ImageFormat from : formats()) {
        for (const ImageFormat to : formats()) {
            QTest::newRow(qPrintable(formatName(from) + u" to "_s + formatName(to))) << from << to;
        }
    }
}

void TestProfiles::survivesFromFormatToFormat()
{
    QFETCH(ImageFormat, from);
    QFETCH(ImageFormat, to);
    const QImage picture = test::cloudPicture({64, 48});
    const QByteArray profile = test::SampleProfile::table();
    const QByteArray source = encoded(picture, from, profile);
    QVERIFY(!source.isEmpty());
    QCOMPARE(carried(source), profile);
    const Result<QImage> image = decodeImage(source);
    QVERIFY(image.ok());
    const QByteArray target = encoded(*image, to, unreadProfile(source));
    QCOMPARE(carried(target), profile);
    const Result<QImage> back = decodeImage(target);
    QVERIFY(back.ok());
    // The same numbers: nobody has converted them.
    const double similarity = test::Ssim::of(picture, *back);
    QVERIFY2(similarity > 0.9, qPrintable(QString::number(similarity)));
}

void TestProfiles::goesWithTheRecipe_data()
{
    everyFormat();
}

void TestProfiles::goesWithTheRecipe()
{
    QFETCH(ImageFormat, format);
    Recipe recipe;
    recipe.prompt = u"a paper boat"_s;
    recipe.model = u"toy"_s;
    const QByteArray profile = test::SampleProfile::table();
    const QByteArray bytes = encoded(test::discPicture({40, 30}), format, profile, recipe);
    QCOMPARE(carried(bytes), profile);
    QVERIFY(readRecipe(bytes).has_value());
    QCOMPARE(readRecipe(bytes)->prompt, recipe.prompt);
    const Result<QByteArray> again = embedRecipe(encoded(test::discPicture({40, 30}), format, profile), format, recipe);
    QVERIFY(again.ok());
    QCOMPARE(carried(*again), profile);
}

void TestProfiles::whatQtUnderstandsIsNotCarried_data()
{
    everyFormat();
}

void TestProfiles::whatQtUnderstandsIsNotCarried()
{
    QFETCH(ImageFormat, format);
    QImage picture = test::cloudPicture({32, 32});
    QCOMPARE(unreadProfile(encoded(picture, format, {})), QByteArray());
    picture.setColorSpace(QColorSpace::AdobeRgb);
    const QByteArray bytes = encoded(picture, format, {});
    QCOMPARE(unreadProfile(bytes), QByteArray());
    QCOMPARE(decodeImage(bytes)->colorSpace().primaries(), QColorSpace::Primaries::AdobeRgb);
}

void TestProfiles::wrongProfilesStayBehind_data()
{
    QTest::addColumn<QByteArray>("profile");
    const QByteArray good = test::SampleProfile::table();
    QByteArray unsigned_ = good;
    unsigned_.replace(36, 4, "none");
    QTest::newRow("of inks") << test::SampleProfile::table("CMYK");
    QTest::newRow("of grey") << test::SampleProfile::table("GRAY");
    QTest::newRow("no signature") << unsigned_;
    QTest::newRow("more bytes than it says") << good + QByteArray(4, '\0');
    QTest::newRow("fewer bytes than it says") << good.chopped(4);
    QTest::newRow("a head alone") << good.left(128);
    QTest::newRow("nothing") << QByteArray();
}

void TestProfiles::wrongProfilesStayBehind()
{
    QFETCH(QByteArray, profile);
    QVERIFY(metadata::isRgbProfile(test::SampleProfile::table()));
    QVERIFY(!metadata::isRgbProfile(profile));
    // WebP takes whatever it is given.
    const QByteArray bytes = encoded(test::cloudPicture({32, 32}), ImageFormat::Webp, profile);
    QVERIFY(!bytes.isEmpty());
    QCOMPARE(unreadProfile(bytes), QByteArray());
}

void TestProfiles::brokenFilesHaveNone()
{
    for (const ImageFormat format : formats()) {
        const QByteArray bytes = encoded(test::cloudPicture({32, 32}), format, test::SampleProfile::table());
        const bool isConfined = format == ImageFormat::Jxl || format == ImageFormat::Tiff; // each starts a program
        for (qsizetype size = 0; size < qMin<qsizetype>(bytes.size(), 1200); size += isConfined ? 101 : 7) {
            const QByteArray found = unreadProfile(bytes.left(size));
            QVERIFY(found.isEmpty() || found == test::SampleProfile::table());
        }
    }
    QCOMPARE(unreadProfile("no picture"), QByteArray());
    QCOMPARE(unreadProfile({}), QByteArray());
}

void TestProfiles::nonsenseCostsNoPicture_data()
{
    everyFormat();
}

void TestProfiles::nonsenseCostsNoPicture()
{
    QFETCH(ImageFormat, format);
    QByteArray profile = test::SampleProfile::table();
    profile.replace(128, profile.size() - 128, QByteArray(profile.size() - 128, char(0x5a)));
    QVERIFY(metadata::isRgbProfile(profile));
    const QByteArray bytes = encoded(test::cloudPicture({32, 32}), format, profile);
    const Result<QImage> image = decodeImage(bytes);
    QVERIFY(image.ok());
    QCOMPARE(image->size(), QSize(32, 32));
    const QByteArray found = unreadProfile(bytes);
    QVERIFY(found == profile || (format == ImageFormat::Jxl && found.isEmpty()));
}

void TestProfiles::gifHasNoRoomForIt()
{
    const QByteArray bytes = encoded(test::cloudPicture({32, 32}), ImageFormat::Gif, test::SampleProfile::table());
    QVERIFY(decodeImage(bytes).ok());
    QCOMPARE(unreadProfile(bytes), QByteArray());
}

void TestProfiles::greysOfAProfileOfTheirOwnKeepTheirLook_data()
{
    everyFormat();
}

/// Pixels are written as RGB, beside which a profile of grey means nothing.
void TestProfiles::greysOfAProfileOfTheirOwnKeepTheirLook()
{
    QFETCH(ImageFormat, format);
    QImage grey({32, 32}, QImage::Format_Grayscale8);
    grey.fill(55); // of light, which is half of what sRGB counts to
    grey.setColorSpace(QColorSpace::fromIccProfile(test::SampleProfile::linearGrey()));
    QVERIFY(grey.colorSpace().isValid());
    const QByteArray bytes = encoded(grey, format, {});
    const Result<QImage> image = decodeImage(bytes);
    QVERIFY(image.ok());
    QVERIFY(image->colorSpace() == QColorSpace(QColorSpace::SRgb) || !image->colorSpace().isValid()
            || metadata::isRgbProfile(image->colorSpace().iccProfile()));
    const int level = qRed(image->convertToFormat(QImage::Format_RGB32).pixel(16, 16));
    QVERIFY2(qAbs(level - 128) <= 4, qPrintable(QString::number(level)));
}

QTEST_GUILESS_MAIN(TestProfiles)
#include "test_profiles.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapter/vendorreasons.h"
#include "core/engine/callreasons.h"
#include "core/engine/finishpicture.h"
#include "core/media/codec.h"
#include "core/media/metadata/pngtext.h"
#include "core/model/reasonsearch.h"
#include "tests/media/sampleprofile.h"
#include "tests/support/testpictures.h"

#include <QColorSpace>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;

/// What a picture keeps on its way from the vendor to the disk.
class TestFinishPicture : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void profileIsKept_data();
    void profileIsKept();
    void damageIsTold_data();
    void damageIsTold();
    void flaggedPicturesAreLookedAt_data();
    void flaggedPicturesAreLookedAt();
    void drawingsComeAsTheyAre_data();
    void drawingsComeAsTheyAre();
    void recipeSaysWhatWasSent();
    void labelsGoAlong_data();
    void labelsGoAlong();
    void credentialsAreLeftAlone();
};

void TestFinishPicture::profileIsKept_data()
{
    QTest::addColumn<PlannedOutput>("output");
    PlannedOutput output;
    QTest::newRow("as it comes") << output;
    output.format = ImageFormat::Webp;
    QTest::newRow("another format") << output;
    output.exactSize = QSize(40, 40);
    output.fit = Fit::Contain;
    QTest::newRow("on a ground") << output;
    output.format.reset();
    output.fit = Fit::Crop;
    QTest::newRow("cut") << output;
}

void TestFinishPicture::profileIsKept()
{
    QFETCH(PlannedOutput, output);
    const QByteArray profile = test::SampleProfile::table();
    QTemporaryDir folder;
    const MediaStore media(folder.path());
    FinishOrder order;
    EncodeOptions options;
    options.profile = profile;
    order.image.bytes = *encodeImage(test::cloudPicture({64, 48}), options);
    order.output = output;
    order.recipe = Recipe();
    order.recipe->prompt = u"a boat"_s;
    const QString place = u"gen_x.0.0.0"_s;
    const Result<FinishedPicture> finished = finishPicture(order, media.notingAt(place, Money::zero()));
    QVERIFY(finished.ok());
    QVERIFY(!finished->complaint);
    QCOMPARE(finished->hasEarlier, media.notedAt(place).size() > 1); // by which the one that came is taken away
    QCOMPARE(finished->picture.size, output.exactSize.value_or(QSize(64, 48)));
    QFile file(finished->picture.path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    const QByteArray unread = unreadProfile(bytes);
    // Newer versions of Qt understand this one, and keep its bytes in the colour space.
    QCOMPARE(unread.isEmpty() ? decodeImage(bytes)->colorSpace().iccProfile() : unread, profile);
}

void TestFinishPicture::damageIsTold_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<PlannedOutput>("output");
    EncodeOptions options;
    const QByteArray png = *encodeImage(test::cloudPicture({64, 48}), options);
    options.format = ImageFormat::Jpeg;
    const QByteArray jpeg = *encodeImage(test::cloudPicture({64, 48}), options);
    QByteArray wrongSum = png;
    wrongSum[png.indexOf("IEND") - 5] = static_cast<char>(wrongSum.at(png.indexOf("IEND") - 5) ^ 1);
    PlannedOutput webp;
    webp.format = ImageFormat::Webp;
    QTest::newRow("cut png") << png.left(png.size() / 2) << PlannedOutput();
    QTest::newRow("cut png, to be converted") << png.left(png.size() / 2) << webp;
    QTest::newRow("png with a wrong check sum") << wrongSum << PlannedOutput();
    QTest::newRow("half a jpeg") << jpeg.left(jpeg.size() / 2) << PlannedOutput();
    QTest::newRow("half a jpeg, to be converted") << jpeg.left(jpeg.size() / 2) << webp;
    const QByteArray drawing =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><path d=\"M0 0h9\"/>";
    for (const char *end :
         {"", "<path d=\"M0 0", "<pa", "<", "</sv", "</svg", "<!-- abc", "abc", "<![CDATA[ x", "<?x"}) {
        QTest::addRow("drawing cut at %s", end) << drawing + end << PlannedOutput();
    }
    QTest::newRow("drawing cut in its head") << drawing.left(40) << PlannedOutput();
    QTest::newRow("drawing cut in many groups") << drawing + QByteArray("<g>").repeated(200'000) << PlannedOutput();
    QTest::newRow("a page") << "<!doctype html><p>busy</p>"_ba << PlannedOutput();
}

void TestFinishPicture::damageIsTold()
{
    QFETCH(QByteArray, bytes);
    QFETCH(PlannedOutput, output);
    QTemporaryDir folder;
    const MediaStore media(folder.path());
    FinishOrder order;
    order.image.bytes = bytes;
    order.output = output;
    const Result<FinishedPicture> finished = finishPicture(order, media);
    QVERIFY(!finished.ok());
    QCOMPARE(finished.error().kind, ErrorKind::Upstream);
    QCOMPARE(finished.error().billing, Billing::Billed);
    // What came is paid for: it lies in a file, and the error tells where.
    QDirIterator files(folder.path(), QDir::Files, QDirIterator::Subdirectories);
    QVERIFY(files.hasNext());
    QFile file(files.next());
    const QByteArray told = QJsonDocument(QJsonArray {finished.error().why().toJson()}).toJson();
    // And it is no file of one's own, to be got again.
    QVERIFY(told.contains(reasons::pictureCameBroken.code) || told.contains(reasons::noPictureCame.code));
    QVERIFY2(told.contains(QFileInfo(file).fileName().toUtf8()), told.constData());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), bytes);
}

void TestFinishPicture::flaggedPicturesAreLookedAt_data()
{
    QTest::addColumn<QImage>("image");
    QTest::addColumn<ImageFormat>("format");
    QTest::addColumn<bool>("isThere");
    QImage black(32, 24, QImage::Format_RGB32);
    black.fill(Qt::black);
    QTest::newRow("a picture") << test::cloudPicture({64, 48}) << ImageFormat::Png << true;
    QTest::newRow("a picture, lossy") << test::cloudPicture({64, 48}) << ImageFormat::Jpeg << true;
    QTest::newRow("black") << black << ImageFormat::Png << false;
    QTest::newRow("black, lossy") << black << ImageFormat::Jpeg << false;
}

/// A checker may mark what it does not take away, and then what was paid for is there.
void TestFinishPicture::flaggedPicturesAreLookedAt()
{
    QFETCH(QImage, image);
    QFETCH(ImageFormat, format);
    QFETCH(bool, isThere);
    QTemporaryDir folder;
    const MediaStore media(folder.path());
    EncodeOptions options;
    options.format = format;
    FinishOrder order;
    order.image.bytes = *encodeImage(image, options);
    QVERIFY(!finishPicture(order, media)->complaint); // nobody marked it
    order.image.flaggedBy = u"Acme"_s;
    const Result<FinishedPicture> finished = finishPicture(order, media);
    QCOMPARE(finished.ok(), isThere);
    const Error error = isThere ? finished->complaint.value_or(Error()) : finished.error();
    QCOMPARE(error.kind, ErrorKind::ContentPolicy);
    QCOMPARE(error.billing, Billing::Billed);
    QCOMPARE(error.code == QLatin1StringView(pictureFlaggedCode), isThere);
    QVERIFY(holdsReason(error.why(), isThere ? reasons::pictureFlagged.code : reasons::pictureBlackedOut.code));
    QVERIFY(isThere || holdsReason(error.why(), reasons::answerKeptAt.code));
}

void TestFinishPicture::drawingsComeAsTheyAre_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray space = "<svg xmlns=\"http://www.w3.org/2000/svg\" ";
    const QByteArray shape = " viewBox=\"0 0 20 10\"><path d=\"M0 0h9v9z\"/></svg>";
    for (const QByteArray side : {"20000", "1e6", "1e9", "1e400"}) {
        QTest::addRow("of side %s", side.constData())
            << space + "width=\"" + side + "\" height=\"" + side + "\"" + shape;
    }
    QTest::newRow("nested too deep to be drawn")
        << space + ">" + QByteArray("<g>").repeated(300) + QByteArray("</g>").repeated(300) + "</svg>";
    QTest::newRow("with entities") << "<!DOCTYPE svg [<!ENTITY x \"y\">]>" + space + shape;
}

/// What Lightwell would not draw is for others to open: it is whole, and paid for.
void TestFinishPicture::drawingsComeAsTheyAre()
{
    QFETCH(QByteArray, bytes);
    QTemporaryDir folder;
    const MediaStore media(folder.path());
    FinishOrder order;
    order.image.bytes = bytes;
    const Result<FinishedPicture> finished = finishPicture(order, media);
    QVERIFY(finished.ok());
    QCOMPARE(finished->picture.format, ImageFormat::Svg);
    QFile file(finished->picture.path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), bytes);
}

void TestFinishPicture::recipeSaysWhatWasSent()
{
    Plan plan;
    plan.request.prompt = u"a boat"_s;
    plan.request.tuning.steps = 30;
    plan.request.tuning.guidance = 4.5; // not sent
    plan.request.tuning.scheduler = u"euler"_s;
    plan.tuning = {{u"steps"_s, 28}, {u"scheduler"_s, u"K_EULER"_s}};
    const auto recipe = [&plan] { return recipeOf(plan, {}, {}, {}, {}); };
    Tuning sent;
    sent.steps = 28;
    sent.scheduler = u"euler"_s;
    QCOMPARE(recipe().tuning, sent);
    QVERIFY(!recipe().isEdit);
    plan.request.images = {{"x", {}, ImageRole::Style}};
    QVERIFY(!recipe().isEdit);
    plan.request.images.append({"x", {}, ImageRole::Reference});
    QVERIFY(recipe().isEdit);
    plan.request.operation = Operation::Vary;
    QVERIFY(!recipe().isEdit);
    plan.request.operation = Operation::Upscale;
    QVERIFY(recipe().isEdit);
}

void TestFinishPicture::labelsGoAlong_data()
{
    QTest::addColumn<PlannedOutput>("output");
    QTest::addColumn<bool>("hasRecipe");
    for (const bool hasRecipe : {false, true}) {
        PlannedOutput output;
        QTest::addRow("as it comes, recipe %d", hasRecipe) << output << hasRecipe;
        for (const ImageFormat format : deliverableFormats()) {
            output.format = format;
            output.exactSize = QSize(40, 40);
            output.fit = Fit::Crop;
            QTest::addRow("%s, recipe %d", qPrintable(formatName(format)), hasRecipe) << output << hasRecipe;
        }
    }
}

void TestFinishPicture::labelsGoAlong()
{
    QFETCH(const PlannedOutput, output);
    QFETCH(const bool, hasRecipe);
    const AiLabels labels {.digitalSourceType = u"algorithmicMedia"_s, .aigc = u"{\"Label\":\"1\"}"_s};
    QTemporaryDir folder;
    FinishOrder order;
    order.image.bytes = withLabels(*encodeImage(test::cloudPicture({64, 48}), {}), labels);
    order.output = output;
    if (hasRecipe) {
        order.recipe = Recipe();
    }
    const Result<FinishedPicture> finished = finishPicture(order, MediaStore(folder.path()));
    QVERIFY(finished.ok());
    QFile file(finished->picture.path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const AiLabels found = readLabels(file.readAll());
    QCOMPARE(found.aigc, labels.aigc);
    QCOMPARE(found.digitalSourceType, hasRecipe ? u"trainedAlgorithmicMedia"_s : labels.digitalSourceType);
}

void TestFinishPicture::credentialsAreLeftAlone()
{
    QTemporaryDir folder;
    FinishOrder order;
    const QByteArray plain = *encodeImage(test::cloudPicture({64, 48}), {});
    order.image.bytes = metadata::withPngChunks(plain, {{"caBX", "of whatever worth"}}).value();
    order.recipe = Recipe();
    order.recipe->prompt = u"a boat"_s;
    const Result<FinishedPicture> finished = finishPicture(order, MediaStore(folder.path()));
    QVERIFY(finished.ok());
    QFile file(finished->picture.path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), order.image.bytes);
}

QTEST_GUILESS_MAIN(TestFinishPicture)
#include "test_finishpicture.moc"

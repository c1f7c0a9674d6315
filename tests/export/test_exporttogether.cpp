// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/exportbatch.h"
#include "core/export/exportcheck.h"
#include "core/export/exportpicture.h"
#include "core/export/exportreasons.h"
#include "core/export/exporttogether.h"
#include "core/media/animation.h"
#include "core/media/metadata/pngwalker.h"
#include "core/model/reasonsearch.h"
#include "tests/support/testpictures.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QImageReader>
#include <QMutex>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <webp/demux.h>
#include <zlib.h>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;
using State = ExportOutcome::State;

namespace {

constexpr QSize size(96, 64);
const QList<QColor> colors {Qt::red, Qt::green, Qt::blue};

QImage plain(const QColor &color, QSize of = size)
{
    QImage image(of, QImage::Format_RGB32);
    image.fill(color);
    return image;
}

QByteArray chunk(const QByteArray &type, const QByteArray &content)
{
    QByteArray head(4, '\0');
    qToBigEndian(quint32(content.size()), head.data());
    QByteArray sum(4, '\0');
    const QByteArray summed = type + content;
    qToBigEndian(quint32(crc32(0, reinterpret_cast<const Bytef *>(summed.constData()), uInt(summed.size()))),
                 sum.data());
    return head + summed + sum;
}

/// The frames of an APNG, each made a file of its own, as its readers do.
QList<QImage> pngFrames(const QByteArray &bytes, QList<int> &delays)
{
    QByteArray head;
    QList<QByteArray> data;
    quint32 next = 0;
    for (metadata::PngWalker walker(bytes); walker.next();) {
        const QByteArray content = walker.content().toByteArray();
        const auto number = [&content](qsizetype at) { return qFromBigEndian<quint32>(content.constData() + at); };
        if (walker.type() == "IHDR") {
            head = bytes.first(8) + walker.whole().toByteArray();
        } else if (walker.type() == "fcTL") {
            if (content.size() != 26 || number(0) != next++ || QSize(int(number(4)), int(number(8))) != size) {
                return {};
            }
            delays.append(qFromBigEndian<quint16>(content.constData() + 20) * 1000
                          / qFromBigEndian<quint16>(content.constData() + 22));
            data.append(QByteArray());
        } else if (walker.type() == "IDAT") {
            data.last() += chunk("IDAT", content);
        } else if (walker.type() == "fdAT") {
            if (number(0) != next++) {
                return {};
            }
            data.last() += chunk("IDAT", content.mid(4));
        }
    }
    QList<QImage> frames;
    for (const QByteArray &frame : data) {
        frames.append(decodeImage(head + frame + chunk("IEND", {})).value());
    }
    return frames;
}

/// As libwebp's own reader shows them; Qt's puts the ground of the file under what is transparent.
QList<QImage> webpFrames(const QByteArray &bytes, QList<int> &delays)
{
    const WebPData data {reinterpret_cast<const uint8_t *>(bytes.constData()), size_t(bytes.size())};
    const std::unique_ptr<WebPAnimDecoder, decltype(&WebPAnimDecoderDelete)> decoder(WebPAnimDecoderNew(&data, nullptr),
                                                                                     &WebPAnimDecoderDelete);
    QList<QImage> frames;
    uint8_t *pixels = nullptr;
    int end = 0;
    int before = 0;
    while (decoder && WebPAnimDecoderHasMoreFrames(decoder.get())
           && WebPAnimDecoderGetNext(decoder.get(), &pixels, &end)) {
        frames.append(QImage(pixels, size.width(), size.height(), QImage::Format_RGBA8888).copy());
        delays.append(end - before);
        before = end;
    }
    return frames;
}

QList<QImage> framesOf(QByteArray bytes, ImageFormat format, QList<int> &delays)
{
    if (format == ImageFormat::Webp) {
        return webpFrames(bytes, delays);
    }
    if (format == ImageFormat::Png) {
        return pngFrames(bytes, delays);
    }
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, formatName(format).toLatin1());
    QList<QImage> frames;
    for (QImage frame = reader.read(); !frame.isNull(); frame = reader.read()) {
        frames.append(frame);
        delays.append(reader.nextImageDelay());
    }
    return frames;
}

bool isNearly(const QColor &one, const QColor &other)
{
    constexpr int most = 12;
    return std::abs(one.red() - other.red()) <= most && std::abs(one.green() - other.green()) <= most
        && std::abs(one.blue() - other.blue()) <= most;
}

} // namespace

/// Several pictures in one file.
class TestExportTogether : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_job = {};
        m_job.folder = m_folder->filePath(u"out"_s);
        m_job.options.delay = 120;
    }

    void everyPictureIsShownInItsTurn_data() { everyFormat(); }
    void everyPictureIsShownInItsTurn()
    {
        QFETCH(const ImageFormat, format);
        m_job.options.format = format;
        for (const QColor &color : colors) {
            m_job.files.append(picture(color.name().mid(1), plain(color)));
        }
        const QList<ExportOutcome> outcomes = run();
        QCOMPARE(outcomes.size(), 3);
        for (const ExportOutcome &outcome : outcomes) {
            QCOMPARE(outcome.state, State::Done);
            QCOMPARE(outcome.target, outcomes.first().target);
            QCOMPARE(outcome.isPart, &outcome != &outcomes.first());
        }
        QCOMPARE(QDir(m_job.folder).entryList(QDir::Files).size(), 1);
        const QByteArray bytes = read(outcomes.first().target);
        QCOMPARE(outcomes.first().bytes, bytes.size());
        QCOMPARE(probeImage(bytes)->size, size);
        QVERIFY(isAnimated(bytes));
        QVERIFY(isNearly(decodeImage(bytes)->pixelColor(5, 5), colors.first()));
        QList<int> delays;
        const QList<QImage> frames = framesOf(bytes, format, delays);
        QCOMPARE(frames.size(), 3);
        for (int i = 0; i < 3; ++i) {
            QVERIFY2(isNearly(frames.at(i).pixelColor(40, 30), colors.at(i)),
                     qPrintable(frames.at(i).pixelColor(40, 30).name()));
        }
        QCOMPARE(delays, QList<int>({120, 120, 120}));
    }

    void nothingOfThePictureBeforeStays_data() { everyFormat(); }
    void nothingOfThePictureBeforeStays()
    {
        QFETCH(const ImageFormat, format);
        QImage hole(size, QImage::Format_RGBA8888);
        hole.fill(Qt::transparent);
        for (int y = 0; y < 20; ++y) {
            for (int x = 0; x < 20; ++x) {
                hole.setPixelColor(x, y, Qt::blue);
            }
        }
        EncodeOptions options;
        options.format = format;
        options.tuning.isLossless = format == ImageFormat::Webp;
        const Result<QByteArray> bytes = encodeAnimation({plain(Qt::red), hole}, 100, options);
        QVERIFY(bytes.ok());
        QList<int> delays;
        const QList<QImage> frames = framesOf(*bytes, format, delays);
        QCOMPARE(frames.size(), 2);
        QCOMPARE(frames.at(0).pixelColor(50, 50).alpha(), 255);
        QCOMPARE(frames.at(1).pixelColor(50, 50).alpha(), 0);
        QVERIFY(isNearly(frames.at(1).pixelColor(5, 5), Qt::blue));
    }

    void otherShapesAreShownWhole()
    {
        m_job.options.format = ImageFormat::Png;
        m_job.options.matte = Qt::white;
        m_job.files = {picture(u"a"_s, plain(Qt::red)), picture(u"b"_s, plain(Qt::blue, QSize(32, 64)))};
        QList<int> delays;
        const QList<QImage> frames = framesOf(read(run().first().target), ImageFormat::Png, delays);
        QCOMPARE(frames.size(), 2);
        QCOMPARE(frames.at(1).pixelColor(48, 32), QColor(Qt::blue));
        QCOMPARE(frames.at(1).pixelColor(2, 32), QColor(Qt::white));
    }

    void saysWhatAiMadeButNoRecipe()
    {
        Recipe recipe;
        recipe.prompt = u"a red fox"_s;
        recipe.model = u"flux-2-pro"_s;
        recipe.createdAt = QDateTime(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC);
        m_job.options.format = ImageFormat::Webp;
        m_job.name = u"{model}_{n}"_s;
        m_job.files = {picture(u"a"_s, plain(Qt::red), recipe), picture(u"b"_s, plain(Qt::blue), recipe)};
        const ExportOutcome outcome = run().first();
        QCOMPARE(QFileInfo(outcome.target).fileName(), u"flux-2-pro_1.webp"_s);
        const QByteArray bytes = read(outcome.target);
        QVERIFY(isAnimated(bytes));
        QVERIFY(!readRecipe(bytes));
        QCOMPARE(readLabels(bytes).digitalSourceType, QString::fromLatin1(sourcetype::generated));
        m_job.options.writesLabel = false;
        QVERIFY(readLabels(read(run().first().target)).isEmpty());
    }

    void oneThatCannotBeReadFailsIt()
    {
        m_job.options.format = ImageFormat::Gif;
        m_job.files = {picture(u"a"_s, plain(Qt::red)), m_folder->filePath(u"missing.png"_s)};
        const QList<ExportOutcome> outcomes = run();
        QCOMPARE(outcomes.first().state, State::Skipped);
        QCOMPARE(outcomes.last().state, State::Failed);
        QVERIFY(outcomes.last().error.has_value());
        QVERIFY(QDir(m_job.folder).entryList(QDir::Files).isEmpty());
    }

    void whatIsThereStays()
    {
        m_job.options.format = ImageFormat::Gif;
        m_job.name = u"film"_s;
        m_job.files = {picture(u"a"_s, plain(Qt::red)), picture(u"b"_s, plain(Qt::blue))};
        run();
        QCOMPARE(takenNames(m_job), QStringList {u"film.gif"_s});
        m_job.existing = ExportExisting::Skipped;
        QVERIFY(run().last().isTaken);
        m_job.existing = ExportExisting::Kept;
        QCOMPARE(QFileInfo(run().first().target).fileName(), u"film-2.gif"_s);
    }

    void tooMuchIsRefused()
    {
        m_job.options.format = ImageFormat::Gif;
        m_job.files = QList<QString>(maxFrames + 1, picture(u"a"_s, plain(Qt::red)));
        const ExportOutcome outcome = run().first();
        QCOMPARE(outcome.state, State::Failed);
        QVERIFY(holdsReason(outcome.error->why(), reasons::tooManyFrames.code));
    }

    void aContactSheetHasAllOfThem()
    {
        m_job.options.delay = 0;
        m_job.options.isSheet = true;
        m_job.options.format = ImageFormat::Png;
        for (const QColor &color : colors) {
            m_job.files.append(picture(color.name().mid(1), plain(color)));
        }
        QStringList told;
        QMutex mutex;
        m_job.caption = [&told, &mutex](const ExportFacts &facts) {
            const QMutexLocker lock(&mutex);
            told.append(facts.name);
            return QStringList {facts.name};
        };
        const Result<QImage> before = contactSheetPage(m_job, false);
        const QStringList expected {u"ff0000"_s, u"00ff00"_s, u"0000ff"_s};
        QCOMPARE(std::exchange(told, {}), expected);
        const QList<ExportOutcome> outcomes = run();
        QCOMPARE(outcomes.size(), 3);
        QCOMPARE(outcomes.last().target, outcomes.first().target);
        QCOMPARE(told, expected);
        const Result<QImage> page = decodeImage(read(outcomes.first().target));
        QVERIFY(page.ok());
        QCOMPARE(page->size(), outcomes.first().size);
        QCOMPARE(before->convertToFormat(QImage::Format_RGB32), page->convertToFormat(QImage::Format_RGB32));
        QSet<QRgb> seen;
        for (int y = 0; y < page->height(); y += 4) {
            for (int x = 0; x < page->width(); x += 4) {
                seen.insert(page->pixelColor(x, y).rgb());
            }
        }
        for (const QColor &color : colors) {
            QVERIFY2(seen.contains(color.rgb()), qPrintable(color.name()));
        }
        m_job.options.delay = 100;
        QCOMPARE(checkExport(m_job.options).error().param, u"animate"_s);
    }

    void aPageThatCannotBeLaidOutSaysWhy()
    {
        m_job.files = {picture(u"a"_s, plain(Qt::red)), m_folder->filePath(u"none.png"_s)};
        QVERIFY(!contactSheetPage(m_job, false).ok());
        m_job.files.removeLast();
        QVERIFY(contactSheetPage(m_job, false).ok());
        QVERIFY(!contactSheetPage(m_job, true).ok()); // nobody waits for it any more
        m_job.files = QList<QString>(maxFrames + 1, m_job.files.first());
        QVERIFY(holdsReason(contactSheetPage(m_job, false).error().why(), reasons::tooManyFrames.code));
    }

    void formatsAndOptionsAreChecked()
    {
        ExportOptions options;
        options.delay = 100;
        for (const ImageFormat format : {ImageFormat::Png, ImageFormat::Gif, ImageFormat::Webp}) {
            options.format = format;
            QVERIFY(checkExport(options).ok());
        }
        options.delay = shortestDelay - 1;
        QCOMPARE(checkExport(options).error().param, u"animate"_s);
        options.delay = 100;
        options.by = ExportOptions::Quality::VisuallyLossless;
        QCOMPARE(checkExport(options).error().param, u"animate"_s);
        options.by = ExportOptions::Quality::Chosen;
        options.format = ImageFormat::Jpeg;
        QCOMPARE(checkExport(options).error().param, u"animate"_s);
    }

    /// Whoever exports an animation as a picture is told that it is its first one.
    void lostFramesAreTold_data() { everyFormat(); }
    void lostFramesAreTold()
    {
        QFETCH(const ImageFormat, format);
        EncodeOptions encoding;
        encoding.format = format;
        const QByteArray film = encodeAnimation({plain(Qt::red), plain(Qt::blue)}, 100, encoding).value();
        ExportOptions options;
        options.format = ImageFormat::Jpeg;
        QVERIFY(exportPicture(film, options)->lostFrames);
        options.format = format;
        options.resize = QSize(20, 20);
        QVERIFY(exportPicture(film, options)->lostFrames);
        options.resize = {};
        const Result<ExportedPicture> same = exportPicture(film, options);
        QVERIFY(!same->lostFrames && isAnimated(same->bytes)); // its pixels stay, and so do all of them
        EncodeOptions still;
        still.format = format;
        QVERIFY(!exportPicture(encodeImage(plain(Qt::red), still).value(), options)->lostFrames);
    }

private:
    static void everyFormat()
    {
        QTest::addColumn<ImageFormat>("format");
        for (const ImageFormat format : {ImageFormat::Png, ImageFormat::Gif, ImageFormat::Webp}) {
            QTest::newRow(qPrintable(formatName(format))) << format;
        }
    }
    QString picture(const QString &name, const QImage &image, const std::optional<Recipe> &recipe = {})
    {
        EncodeOptions options;
        options.recipe = recipe;
        QFile file(m_folder->filePath(name + u".png"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(encodeImage(image, options).value()) <= 0) {
            qFatal("The test cannot write %s", qPrintable(file.fileName()));
        }
        return file.fileName();
    }
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QList<ExportOutcome> run()
    {
        ExportBatch batch(m_job);
        QSignalSpy ended(&batch, &ExportBatch::ended);
        batch.start();
        if (ended.isEmpty() && !ended.wait(20'000)) {
            return {};
        }
        return ended.first().first().value<QList<ExportOutcome>>();
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    ExportJob m_job;
};

QTEST_GUILESS_MAIN(TestExportTogether)
#include "test_exporttogether.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/codec.h"
#include "core/storage/mediastore.h"
#include "core/thumbnails/meancolour.h"
#include "core/thumbnails/thumbnails.h"
#include "tests/support/testpictures.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QtConcurrentMap>
#include <QTemporaryDir>
#include <QTest>

#include <numeric>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;
using Size = Thumbnails::Size;

/// Pictures made small, once.
class TestThumbnails : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_media = std::make_unique<MediaStore>(m_folder->filePath(u"media"_s));
    }

    void areWithinTheirBounds_data()
    {
        QTest::addColumn<QSize>("picture");
        QTest::addColumn<QSize>("small");
        QTest::addColumn<QSize>("large");
        QTest::newRow("wide") << QSize(1600, 900) << QSize(455, 256) << QSize(1137, 640);
        QTest::newRow("tall") << QSize(600, 1200) << QSize(128, 256) << QSize(320, 640);
        QTest::newRow("a panorama") << QSize(2048, 512) << QSize(512, 128) << QSize(1280, 320);
        QTest::newRow("a small one stays") << QSize(200, 100) << QSize(200, 100) << QSize(200, 100);
        QTest::newRow("a line") << QSize(3000, 2) << QSize(512, 1) << QSize(1280, 1);
    }
    void areWithinTheirBounds()
    {
        QFETCH(const QSize, picture);
        Thumbnails thumbnails(*m_media, cacheFolder());
        const QString id = kept(cloudPicture(picture));
        for (int round = 0; round < 2; ++round) { // made, and from the cache
            const Result<Thumbnail> small = thumbnails.of(id, Size::Small);
            QVERIFY(small.ok());
            QTEST(small->image.size(), "small");
            QVERIFY(small->isFileThere);
            const Result<Thumbnail> large = thumbnails.of(id, Size::Large);
            QVERIFY(large.ok());
            QTEST(large->image.size(), "large");
        }
        QCOMPARE(cacheFiles().size(), 2);
    }

    void theMeanColourIsTold()
    {
        QImage image(40, 20, QImage::Format_RGB32);
        image.fill(qRgb(10, 100, 200));
        QCOMPARE(meanColour(image), qRgb(10, 100, 200));
        QImage halves(2, 1, QImage::Format_ARGB32);
        halves.setPixel(0, 0, qRgba(255, 0, 0, 255));
        halves.setPixel(1, 0, qRgba(0, 255, 0, 0)); // not to be seen
        QCOMPARE(meanColour(halves), qRgb(255, 0, 0));
        halves.fill(Qt::transparent);
        QCOMPARE(meanColour(halves), qRgb(128, 128, 128));
        Thumbnails thumbnails(*m_media, cacheFolder());
        const QRgb made = thumbnails.of(kept(image), Size::Small)->colour;
        QVERIFY(qAbs(qRed(made) - 10) < 4 && qAbs(qGreen(made) - 100) < 4 && qAbs(qBlue(made) - 200) < 4);
    }

    void transparencyIsKept()
    {
        Thumbnails thumbnails(*m_media, cacheFolder());
        const QString id = kept(discPicture({800, 800}));
        for (int round = 0; round < 2; ++round) {
            const Result<Thumbnail> small = thumbnails.of(id, Size::Small);
            QVERIFY(small.ok());
            QCOMPARE(qAlpha(small->image.pixel(0, 0)), 0);
            QVERIFY(qAlpha(small->image.pixel(128, 128)) > 200);
        }
    }

    void damagedFilesAreMadeAnew_data()
    {
        QTest::addColumn<QString>("how");
        QTest::newRow("empty") << u"empty"_s;
        QTest::newRow("cut") << u"cut"_s;
        QTest::newRow("a bit") << u"bit"_s;
        QTest::newRow("something else") << u"else"_s;
    }
    void damagedFilesAreMadeAnew()
    {
        QFETCH(const QString, how);
        Thumbnails thumbnails(*m_media, cacheFolder());
        const QString id = kept(cloudPicture({600, 400}));
        const QImage whole = thumbnails.of(id, Size::Small)->image;
        const QString path = cacheFiles().constFirst();
        QByteArray bytes = readAll(path);
        if (how == u"empty"_s) {
            bytes.clear();
        } else if (how == u"cut"_s) {
            bytes.chop(bytes.size() / 2);
        } else if (how == u"bit"_s) {
            bytes[bytes.size() / 2] = static_cast<char>(bytes.at(bytes.size() / 2) ^ 1);
        } else {
            bytes = "no picture at all";
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        file.close();
        const Result<Thumbnail> anew = thumbnails.of(id, Size::Small);
        QVERIFY(anew.ok());
        QCOMPARE(anew->image.size(), whole.size());
        QVERIFY(readAll(path) != bytes);
        QCOMPARE(thumbnails.of(id, Size::Small)->colour, anew->colour);
    }

    /// Only its thumbnail is left of it, in either size.
    void aFileThatIsGoneKeepsItsThumbnail()
    {
        Thumbnails thumbnails(*m_media, cacheFolder());
        const QString id = kept(cloudPicture({600, 400}));
        QVERIFY(thumbnails.of(id, Size::Small).ok());
        QVERIFY(QFile::remove(m_media->pathOf(id)));
        for (const Size size : {Size::Small, Size::Large}) {
            const Result<Thumbnail> left = thumbnails.of(id, size);
            QVERIFY(left.ok());
            QVERIFY(!left->isFileThere);
        }
        thumbnails.forget(id);
        QVERIFY(!thumbnails.of(id, Size::Small).ok());
        QVERIFY(!thumbnails.of(u"ab"_s, Size::Small).ok());
    }

    void theCacheIsBounded()
    {
        constexpr qint64 most = 60'000;
        Thumbnails thumbnails(*m_media, cacheFolder(), most);
        QString newest;
        for (quint32 seed = 1; seed <= 30; ++seed) {
            newest = kept(cloudPicture({400, 200}, seed));
            QVERIFY(thumbnails.of(newest, Size::Small).ok());
            QVERIFY(bytesOf(cacheFiles()) <= most);
        }
        QVERIFY(cacheFiles().size() >= 2);
        QVERIFY(cacheFiles().size() < 30);
        // What an earlier run left counts as well.
        ThumbnailCache again(cacheFolder(), most);
        QCOMPARE(again.bytes(), bytesOf(cacheFiles()));
    }

    void whereNothingCanBeKeptItIsMadeEachTime()
    {
        QFile inTheWay(cacheFolder());
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        Thumbnails thumbnails(*m_media, cacheFolder());
        const QString id = kept(cloudPicture({600, 400}));
        QVERIFY(thumbnails.of(id, Size::Small).ok());
        QVERIFY(thumbnails.of(id, Size::Small).ok());
    }

    void manyThreadsAtOnce()
    {
        Thumbnails thumbnails(*m_media, cacheFolder(), 100'000);
        const QStringList ids {kept(cloudPicture({500, 300}, 1)), kept(cloudPicture({500, 300}, 2))};
        QList<int> rounds(40);
        std::iota(rounds.begin(), rounds.end(), 0);
        const QList<bool> made = QtConcurrent::blockingMapped<QList<bool>>(rounds, [&](int round) {
            return thumbnails.of(ids.at(round % 2), round % 3 ? Size::Small : Size::Large).ok();
        });
        QVERIFY(!made.contains(false));
    }

private:
    [[nodiscard]] QString cacheFolder() const { return m_folder->filePath(u"thumbnails"_s); }
    QString kept(const QImage &image)
    {
        EncodeOptions options;
        options.format = ImageFormat::Png;
        const QByteArray bytes = encodeImage(image, options).value();
        return m_media->write(bytes, ImageFormat::Png, image.size()).value().id;
    }
    [[nodiscard]] QStringList cacheFiles() const
    {
        QStringList paths;
        QDirIterator files(cacheFolder(), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            paths.append(files.next());
        }
        return paths;
    }
    static qint64 bytesOf(const QStringList &files)
    {
        qint64 bytes = 0;
        for (const QString &file : files) {
            bytes += QFileInfo(file).size();
        }
        return bytes;
    }
    static QByteArray readAll(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MediaStore> m_media;
};

QTEST_GUILESS_MAIN(TestThumbnails)
#include "test_thumbnails.moc"

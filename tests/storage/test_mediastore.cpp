// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/durablefile.h"
#include "core/storage/mediastore.h"
#include "core/storage/storagereasons.h"
#include "core/wording/wording.h"

#include <QDirIterator>

#include <csignal>
#include <sys/resource.h>
#include <thread>

using namespace Qt::StringLiterals;
using namespace lightwell;

namespace {

const QByteArray picture = "\x89PNG not really a picture, but bytes are bytes";

QStringList filesBelow(const QString &folder)
{
    QStringList files;
    QDirIterator all(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        files.append(all.next());
    }
    return files;
}

/// A disk with room for `bytes` in one file: the nearest to a full one that needs no rights.
class SmallDisk
{
public:
    explicit SmallDisk(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit small = {bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallDisk() { ::setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before = {};
};

} // namespace

class TestMediaStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void namesByContent_data();
    void namesByContent();
    void bringsBackWhatWasKept();
    void keepsLargeOnes();
    void keepsTheSameBytesOnce();
    void looksForTheOwnSuffixFirst();
    void mendsATruncatedFile();
    void noticesDamage();
    void refusesWhatIsNoAddress_data();
    void refusesWhatIsNoAddress();
    void leavesNothingHalfWritten();
    void saysWhereItCannotWrite();
    void isWrittenFromManyThreads();
    void twoMaySetTheSameAside();

private:
    QString folder() const { return m_folder->filePath(u"data/media"_s); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestMediaStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestMediaStore::namesByContent_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("address");
    // As `b2sum -l 256` prints them.
    QTest::newRow("nothing") << QByteArray() << u"0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8"_s;
    QTest::newRow("abc") << QByteArray("abc") << u"bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319"_s;
}

void TestMediaStore::namesByContent()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, address);
    QCOMPARE(MediaStore::contentAddress(bytes), address);
}

void TestMediaStore::bringsBackWhatWasKept()
{
    const MediaStore store(folder());
    const Result<Picture> kept = store.write(picture, ImageFormat::Jpeg, QSize(4, 3));
    QVERIFY(kept.ok());
    QCOMPARE(kept->id, MediaStore::contentAddress(picture));
    QCOMPARE(kept->format, ImageFormat::Jpeg);
    QCOMPARE(kept->size, QSize(4, 3));
    QCOMPARE(kept->bytes, picture.size());
    QCOMPARE(kept->path, folder() + u'/' + kept->id.left(2) + u'/' + kept->id + u".jpg"_s);
    QCOMPARE(store.pathOf(kept->id), kept->path);
    QCOMPARE(store.read(kept->id).value(), picture);
    QCOMPARE(filesBelow(folder()), QStringList {kept->path});
    constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY((QFile::permissions(kept->path) & others) == 0);
    QVERIFY((QFile::permissions(QFileInfo(kept->path).path()) & others) == 0);
}

void TestMediaStore::keepsLargeOnes()
{
    const MediaStore store(folder());
    QVERIFY(store.write(picture, ImageFormat::Jpeg, QSize(4, 3)).ok()); // the folder is there
    QByteArray large = picture.repeated(3 * 1024 * 1024 / picture.size() + 1);
    const Result<Picture> kept = store.write(large, ImageFormat::Png, QSize(4, 3));
    QVERIFY(kept.ok());
    QCOMPARE(kept->id, MediaStore::contentAddress(large));
    QCOMPARE(kept->path, folder() + u'/' + kept->id.left(2) + u'/' + kept->id + u".png"_s);
    QCOMPARE(store.read(kept->id).value(), large);
    QCOMPARE(filesBelow(folder()).size(), 2);
    QVERIFY((QFile::permissions(kept->path) & (QFile::ReadGroup | QFile::ReadOther)) == 0);
    const QDateTime made = QFileInfo(kept->path).lastModified();
    QCOMPARE(store.write(large, ImageFormat::Png, QSize(4, 3))->path, kept->path);
    QCOMPARE(QFileInfo(kept->path).lastModified(), made);
    QVERIFY(QFile::resize(kept->path, 10)); // a damaged one is written anew
    QCOMPARE(store.write(large, ImageFormat::Png, QSize(4, 3))->path, kept->path);
    QCOMPARE(store.read(kept->id).value(), large);
    QCOMPARE(filesBelow(folder()).size(), 2);
}

void TestMediaStore::keepsTheSameBytesOnce()
{
    const MediaStore store(folder());
    const Result<Picture> first = store.write(picture, ImageFormat::Png, QSize(1, 1));
    const QDateTime made = QFileInfo(first->path).lastModified();
    const Result<Picture> again = store.write(picture, ImageFormat::Png, QSize(1, 1));
    const Result<Picture> renamed = store.write(picture, ImageFormat::Webp, QSize(1, 1)); // bytes count, not names
    QVERIFY(first && again && renamed);
    QCOMPARE(again->path, first->path);
    QCOMPARE(renamed->path, first->path);
    QCOMPARE(filesBelow(folder()).size(), 1);
    QCOMPARE(QFileInfo(first->path).lastModified(), made);
}

/// Two of one content may have been written at the same time, under two names.
void TestMediaStore::looksForTheOwnSuffixFirst()
{
    const MediaStore store(folder());
    const Result<Picture> png = store.write(picture, ImageFormat::Png, QSize(1, 1));
    const QString jpeg = png->path.chopped(3) + u"jpg"_s;
    QVERIFY(QFile::copy(png->path, jpeg));
    QCOMPARE(store.write(picture, ImageFormat::Jpeg, QSize(1, 1))->path, jpeg);
    QCOMPARE(store.write(picture, ImageFormat::Png, QSize(1, 1))->path, png->path);
    QVERIFY(QFile::remove(png->path));
    QCOMPARE(store.write(picture, ImageFormat::Webp, QSize(1, 1))->path, jpeg);
}

void TestMediaStore::mendsATruncatedFile()
{
    const MediaStore store(folder());
    const Result<Picture> kept = store.write(picture, ImageFormat::Png, QSize(1, 1));
    QVERIFY(QFile::resize(kept->path, 5));
    QVERIFY(!store.read(kept->id).ok());
    QVERIFY(store.write(picture, ImageFormat::Png, QSize(1, 1)).ok());
    QCOMPARE(store.read(kept->id).value(), picture);
}

void TestMediaStore::noticesDamage()
{
    const MediaStore store(folder());
    const Result<Picture> kept = store.write(picture, ImageFormat::Png, QSize(1, 1));
    QFile file(kept->path);
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(3) && file.putChar('!'));
    file.close();
    const Result<QByteArray> read = store.read(kept->id);
    QVERIFY(!read.ok());
    QCOMPARE(read.error().kind, ErrorKind::Storage);
    QCOMPARE(read.error().reason, reasons::pictureFileDamaged(kept->path));
    QVERIFY(store.write(picture, ImageFormat::Webp, QSize(1, 1)).ok()); // mended by the next one
    QCOMPARE(store.read(kept->id).value(), picture);
}

void TestMediaStore::refusesWhatIsNoAddress_data()
{
    QTest::addColumn<QString>("id");
    QTest::newRow("nothing") << QString();
    QTest::newRow("a path") << u"../../etc/passwd"_s;
    QTest::newRow("an absolute path") << u"/etc/passwd"_s;
    QTest::newRow("too short") << QString(63, u'a');
    QTest::newRow("too long") << QString(65, u'a');
    QTest::newRow("capitals") << QString(64, u'A');
    QTest::newRow("other digits") << QString(64, QChar(0x0661));
    QTest::newRow("a path of the right length") << u"../"_s + QString(61, u'a');
    QTest::newRow("unknown") << QString(64, u'0');
}

void TestMediaStore::refusesWhatIsNoAddress()
{
    QFETCH(const QString, id);
    const MediaStore store(folder());
    QVERIFY(store.write(picture, ImageFormat::Png, QSize(1, 1)).ok());
    QCOMPARE(store.pathOf(id), QString());
    const Result<QByteArray> read = store.read(id);
    QVERIFY(!read.ok());
    QCOMPARE(read.error().kind, ErrorKind::NotFound);
}

void TestMediaStore::leavesNothingHalfWritten()
{
    const MediaStore store(folder());
    const QByteArray large(1'000'000, 'x');
    {
        const SmallDisk disk(100'000);
        const Result<Picture> kept = store.write(large, ImageFormat::Png, QSize(1, 1));
        QVERIFY(!kept.ok());
        QCOMPARE(kept.error().kind, ErrorKind::Storage);
        QCOMPARE(kept.error().reason.code, QLatin1StringView(reasons::fileNotWritten.code));
    }
    QCOMPARE(filesBelow(folder()), QStringList());
    QCOMPARE(store.pathOf(MediaStore::contentAddress(large)), QString());
    QVERIFY(store.write(large, ImageFormat::Png, QSize(1, 1)).ok()); // once there is room again
    QVERIFY(!store.write({}, ImageFormat::Png, QSize(1, 1)).ok());
}

void TestMediaStore::saysWhereItCannotWrite()
{
    QVERIFY(writeDurably(m_folder->filePath(u"data"_s), "a file where a folder should be").ok());
    const Result<Picture> kept = MediaStore(folder()).write(picture, ImageFormat::Png, QSize(1, 1));
    QVERIFY(!kept.ok());
    QCOMPARE(kept.error().kind, ErrorKind::Storage);
    QVERIFY2(wording::sentence(kept.error()).contains(m_folder->path()), qPrintable(wording::sentence(kept.error())));
}

void TestMediaStore::isWrittenFromManyThreads()
{
    const MediaStore store(folder());
    std::atomic<int> kept = 0;
    std::vector<std::thread> writers;
    for (int writer = 0; writer < 8; ++writer) {
        writers.emplace_back([&] {
            for (int i = 0; i < 10; ++i) {
                const QByteArray bytes = picture + QByteArray::number(i);
                const Result<Picture> result = store.write(bytes, ImageFormat::Png, QSize(1, 1));
                kept += result.ok() && store.read(result->id).ok() ? 1 : 0;
            }
        });
    }
    for (std::thread &writer : writers) {
        writer.join();
    }
    QCOMPARE(kept.load(), 80);
    QCOMPARE(filesBelow(folder()).size(), 10);
}

/// Two programs on one home, and a third request that was given the same picture between them.
void TestMediaStore::twoMaySetTheSameAside()
{
    const MediaStore store(folder());
    const Picture kept = store.write(picture, ImageFormat::Png, QSize(1, 1)).value();
    const QString ofOne = store.setAside(kept.id);
    QVERIFY(store.pathOf(kept.id).isEmpty());
    QVERIFY(store.write(picture, ImageFormat::Png, QSize(1, 1)));
    QVERIFY(!store.setAside(kept.id).isEmpty()); // by the other, who sees the request's note and takes it back
    QVERIFY(store.files().isEmpty());
    QVERIFY(MediaStore::discard(ofOne));
    store.takeBack(kept.id);
    QCOMPARE(store.read(kept.id).value(), picture);
    QVERIFY(!MediaStore::discard(ofOne));
    QCOMPARE(filesBelow(folder()), QStringList {kept.path});
    QVERIFY(store.setAside(MediaStore::contentAddress("another")).isEmpty());
}

QTEST_GUILESS_MAIN(TestMediaStore)
#include "test_mediastore.moc"

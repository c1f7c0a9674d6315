// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/picturelinks.h"
#include "core/library/binretention.h"
#include "core/library/library.h"
#include "core/library/picturebin.h"
#include "core/storage/binfolder.h"
#include "core/storage/mediastore.h"
#include "core/storage/store.h"
#include "tests/library/sampleentries.h"

#include <QFile>
#include <QMutex>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// Deleted pictures wait in a bin.
class TestPictureBin : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = Store::open(u":memory:"_s).value();
        m_journal = std::make_unique<Journal>(*m_store);
        m_library = std::make_unique<Library>(*m_store);
        m_media = std::make_unique<MediaStore>(m_folder->filePath(u"media"_s));
        m_bin = std::make_unique<BinFolder>(m_folder->filePath(u"media"_s));
        m_number = 0;
    }
    void cleanup()
    {
        m_library.reset();
        m_journal.reset();
        m_store.reset();
    }

    void whatIsDeletedWaitsInTheBin()
    {
        const Picture fox = make("fox");
        const Picture owl = make("owl");
        QVERIFY(picturebin::remove(places(), {fox.id}, now()).ok());
        QCOMPARE(ids(), QStringList(owl.id));
        QVERIFY(!QFile::exists(fox.path));
        QVERIFY(QFile::exists(m_bin->pathOf(fox.id)));
        QVERIFY(QFile::exists(owl.path));
        QVERIFY(m_media->files() == QStringList(owl.path)); // the bin is no part of the store
        QCOMPARE(m_library->index({}).result()->all, 1);
        QVERIFY(m_journal->find(u"gen_1"_s).result()); // the books keep what was paid
    }

    void comesBack()
    {
        const Picture fox = make("fox");
        QVERIFY(picturebin::remove(places(), {fox.id}, now()).ok());
        QVERIFY(picturebin::restore(places(), {fox.id}).ok());
        QCOMPARE(ids(), QStringList(fox.id));
        QVERIFY(m_media->read(fox.id).ok());
        QVERIFY(m_bin->pathOf(fox.id).isEmpty());
    }

    void isEmptiedAfterItsTime()
    {
        const Picture fox = make("fox");
        const Picture owl = make("owl");
        QVERIFY(picturebin::remove(places(), {fox.id}, now()).ok());
        QVERIFY(picturebin::remove(places(), {owl.id}, now().addDays(1)).ok());
        QVERIFY(picturebin::tidy(places(), now().addDays(29))->isEmpty());
        QCOMPARE(picturebin::tidy(places(), now().addDays(30)).value(), QStringList(fox.id));
        QVERIFY(m_bin->pathOf(fox.id).isEmpty());
        QVERIFY(!m_bin->pathOf(owl.id).isEmpty());
        QVERIFY(picturebin::restore(places(), {fox.id, owl.id}).ok());
        QCOMPARE(ids(), QStringList(owl.id)); // what is gone for good stays so
        QVERIFY(picturebin::tidy(places(), now().addDays(60))->isEmpty());
    }

    /// Not only when a program begins: some run for months.
    void isEmptiedAgainAndAgain()
    {
        const Picture fox = make("fox");
        const Picture owl = make("owl");
        QVERIFY(picturebin::remove(places(), {fox.id}, now()).ok());
        QVERIFY(picturebin::remove(places(), {owl.id}, now().addDays(1)).ok());
        QDateTime time = now();
        QStringList forgotten;
        QMutex mutex;
        BinRetention::Timing timing;
        timing.pause = std::chrono::milliseconds(5);
        timing.now = [&time] { return time; };
        auto retention = std::make_unique<BinRetention>(
            places(),
            [&forgotten, &mutex](const QString &picture) {
                const QMutexLocker lock(&mutex);
                forgotten.append(picture);
            },
            timing);
        QSignalSpy tidied(retention.get(), &BinRetention::tidied);
        QVERIFY(tidied.wait(20'000));
        QVERIFY(tidied.first().first().toStringList().isEmpty());
        const auto isForgotten = [&forgotten, &mutex](const QString &picture) {
            const QMutexLocker lock(&mutex);
            return forgotten.contains(picture);
        };
        time = now().addDays(30);
        QTRY_VERIFY(isForgotten(fox.id));
        QVERIFY(!isForgotten(owl.id) && !m_bin->pathOf(owl.id).isEmpty());
        time = now().addDays(31);
        QTRY_VERIFY(isForgotten(owl.id));
        retention.reset();
        QThreadPool::globalInstance()->waitForDone(); // the store goes next
        QVERIFY(m_bin->pathOf(owl.id).isEmpty());
    }

    /// The books were written, and then the program ended.
    void aCrashIsMadeUpFor()
    {
        const Picture fox = make("fox");
        QVERIFY(picturebin::remove(places(), {fox.id}, now()).ok());
        QVERIFY(m_bin->giveBack(fox.id).ok()); // as if it had never come there
        QVERIFY(picturebin::tidy(places(), now().addDays(1))->isEmpty());
        QVERIFY(!QFile::exists(fox.path));
        QVERIFY(!m_bin->pathOf(fox.id).isEmpty());
    }

    void theSameMadeAnewIsThereAgain()
    {
        const Picture fox = make("fox");
        QVERIFY(picturebin::remove(places(), {fox.id}, now()).ok());
        Generation old = sampleGeneration(u"gen_1"_s, {.prompt = u"changed"_s, .pictures = {fox}});
        old.createdAt = now().addDays(-1);
        old.endedAt = old.createdAt;
        QVERIFY(m_journal->write(old).result().ok()); // its bill was put right, say
        QVERIFY(ids().isEmpty());
        const Picture again = make("fox", now().addSecs(60));
        QCOMPARE(again.id, fox.id);
        QCOMPARE(ids(), QStringList({fox.id, fox.id}));
        QVERIFY(m_media->read(fox.id).ok());
        QVERIFY(picturebin::tidy(places(), now().addDays(40))->isEmpty());
        QVERIFY(m_media->read(fox.id).ok());
    }

    void whatIsDeletedIsNotMissed()
    {
        const Picture fox = make("fox");
        const Picture owl = make("owl");
        QVERIFY(picturebin::remove(places(), {fox.id}, now()).ok());
        const Result<PictureLinks> links = checkPictures(*m_store, *m_media, Relink::Moved);
        QVERIFY(links.ok());
        QCOMPARE(links->whole, 1);
        QVERIFY(links->missing.isEmpty() && links->moved.isEmpty() && links->unknown.isEmpty());
    }

    /// It can be deleted and undone like all others.
    void aFileThatIsGoneIsNoFailure()
    {
        const Picture fox = make("fox");
        QVERIFY(QFile::remove(fox.path));
        QVERIFY(picturebin::remove(places(), {fox.id}, now()).ok());
        QVERIFY(ids().isEmpty());
        QVERIFY(picturebin::restore(places(), {fox.id}).ok());
        QCOMPARE(ids(), QStringList(fox.id));
    }

private:
    /// A little later than the files are written.
    static QDateTime now()
    {
        static const QDateTime start = QDateTime::currentDateTimeUtc().addSecs(600);
        return start;
    }
    [[nodiscard]] picturebin::Places places() { return {*m_store, *m_media, *m_bin}; }
    Picture make(const QByteArray &content, const QDateTime &at = now().addDays(-1))
    {
        const Picture picture = m_media->write(content, ImageFormat::Png, {8, 8}).value();
        const QString id = u"gen_%1"_s.arg(++m_number);
        SampleEntry sample {.prompt = QString::fromLatin1(content), .pictures = {picture}};
        sample.createdAt = at;
        if (!m_journal->write(sampleGeneration(id, sample)).result().ok()) {
            qWarning("not written");
        }
        return picture;
    }
    QStringList ids()
    {
        QStringList found;
        const QList<LibraryEntry> entries = m_library->search({}, 100).result()->entries;
        for (const LibraryEntry &entry : entries) {
            found.append(entry.picture.id);
        }
        return found;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<Library> m_library;
    std::unique_ptr<MediaStore> m_media;
    std::unique_ptr<BinFolder> m_bin;
    int m_number = 0;
};

QTEST_GUILESS_MAIN(TestPictureBin)
#include "test_picturebin.moc"

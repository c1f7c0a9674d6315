// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/library.h"
#include "core/library/storelimit.h"
#include "core/storage/binfolder.h"
#include "core/storage/mediastore.h"
#include "core/storage/store.h"
#include "tests/library/sampleentries.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 fileBytes = 100; ///< of each picture here

} // namespace

/// What goes when the pictures take more than they may.
class TestStoreLimit : public QObject
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

    void withoutLimitNothingGoes()
    {
        make(u"fox"_s, 9);
        remove(make(u"owl"_s, 9), 9);
        for (const qint64 limit : {0, -1}) {
            const storelimit::Clearing clearing = clearingFor(limit);
            QVERIFY(clearing.isEmpty());
            QCOMPARE(clearing.bytes, 0);
            QCOMPARE(clearing.over, 0);
        }
    }

    void tellsWhatIsUsed()
    {
        make(u"fox"_s, 9);
        make(u"owl"_s, 8);
        remove(make(u"elk"_s, 7), 3);
        const storelimit::Usage usage = storelimit::usageOf(held());
        QCOMPARE(usage.gallery, (storelimit::Amount {2, 2 * fileBytes}));
        QCOMPARE(usage.bin, (storelimit::Amount {1, fileBytes}));
    }

    /// The bin, hidden ones, the oldest; each the oldest first, and no more than it takes.
    void goesInOrder()
    {
        const QString newer = make(u"newer"_s, 3);
        const QString older = make(u"older"_s, 9);
        const QString hidden = make(u"hidden"_s, 2);
        const QString binned = make(u"binned"_s, 9);
        const QString binnedFirst = make(u"binned first"_s, 2);
        mark(hidden, picturemarks::Mark::Hidden);
        remove(binned, 4);
        remove(binnedFirst, 5);
        const QList<std::pair<qint64, storelimit::Clearing>> steps = {
            {500, {}},
            {450, {{binnedFirst}, {}, {}, 100, 0}},
            {300, {{binnedFirst, binned}, {}, {}, 200, 0}},
            {200, {{binnedFirst, binned}, {hidden}, {}, 300, 0}},
            {199, {{binnedFirst, binned}, {hidden}, {older}, 400, 0}},
            {1, {{binnedFirst, binned}, {hidden}, {older, newer}, 500, 0}},
        };
        for (const auto &[limit, expected] : steps) {
            const storelimit::Clearing clearing = clearingFor(limit);
            QCOMPARE(clearing.fromBin, expected.fromBin);
            QCOMPARE(clearing.hidden, expected.hidden);
            QCOMPARE(clearing.oldest, expected.oldest);
            QCOMPARE(clearing.bytes, expected.bytes);
            QCOMPARE(clearing.over, expected.over);
        }
    }

    void someNeverGo()
    {
        mark(make(u"starred"_s, 9), picturemarks::Mark::Starred);
        const QString tagged = make(u"tagged"_s, 9);
        QVERIFY(m_library->addTag({tagged}, u"best"_s).result().ok());
        make(u"of the last day"_s, 0);
        QVERIFY(m_media->write(QByteArray(fileBytes, 'x'), ImageFormat::Png, {8, 8}).ok()); // of no generation
        const QString old = make(u"old"_s, 9);
        make(u"made anew"_s, 9);
        make(u"made anew"_s, 0);
        const storelimit::Clearing clearing = clearingFor(50);
        QCOMPARE(clearing.oldest, QStringList(old));
        QCOMPARE(clearing.count(), 1);
        QCOMPARE(clearing.over, 5 * fileBytes - 50);
    }

    /// So that it can be brought back, and no further picture goes for it.
    void whatWasDeletedTodayRests()
    {
        const QString fox = make(u"fox"_s, 9);
        make(u"owl"_s, 8);
        remove(fox, 0);
        QVERIFY(clearingFor(fileBytes).isEmpty());
        const storelimit::Clearing tomorrow = storelimit::clearingFor(held(), fileBytes, now().addDays(1).addSecs(60));
        QCOMPARE(tomorrow.fromBin, QStringList(fox));
        QCOMPARE(tomorrow.count(), 1);
    }

    void clearsStepByStep()
    {
        QStringList all;
        for (int i = 0; i < 2 * storelimit::stepPictures + 1; ++i) {
            all.append(make(u"picture %1"_s.arg(i), 200 - i));
        }
        remove(all.at(3), 5);
        storelimit::Clearing left = clearingFor(fileBytes);
        QCOMPARE(left.count(), all.size() - 1);
        const Result<storelimit::Cleared> first = storelimit::clearStep(places(), left, now());
        QVERIFY(first.ok());
        QCOMPARE(first->emptied, QStringList(all.at(3)));
        QVERIFY(m_bin->pathOf(all.at(3)).isEmpty());
        QList<qsizetype> steps;
        while (!left.isEmpty()) {
            const Result<storelimit::Cleared> step = storelimit::clearStep(places(), left, now());
            QVERIFY(step.ok());
            QVERIFY(step->emptied.isEmpty());
            steps.append(step->binned.size());
        }
        QCOMPARE(steps, (QList<qsizetype> {storelimit::stepPictures, storelimit::stepPictures - 1}));
        QCOMPARE(m_library->index({}).result()->all, 1);
        QVERIFY(!m_media->pathOf(all.constLast()).isEmpty());
        QCOMPARE(storelimit::inBin(held()).size(), all.size() - 2);
        QVERIFY(clearingFor(fileBytes).isEmpty()); // those in the bin rest
        QVERIFY(picturebin::restore(places(), storelimit::inBin(held())).ok());
        QCOMPARE(m_library->index({}).result()->all, all.size() - 1);
    }

    void whatIsStarredMeanwhileStays()
    {
        const QString fox = make(u"fox"_s, 9);
        const QString owl = make(u"owl"_s, 8);
        const QString elk = make(u"elk"_s, 7);
        storelimit::Clearing left = clearingFor(1);
        QCOMPARE(left.count(), 3);
        mark(fox, picturemarks::Mark::Starred);
        QVERIFY(m_library->addTag({owl}, u"best"_s).result().ok());
        const Result<storelimit::Cleared> step = storelimit::clearStep(places(), left, now());
        QVERIFY(step.ok());
        QCOMPARE(step->binned, QStringList(elk));
        QVERIFY(left.isEmpty());
    }

    void whatCameBackMeanwhileStays()
    {
        const QString fox = make(u"fox"_s, 9);
        remove(fox, 5);
        storelimit::Clearing left = clearingFor(1);
        QCOMPARE(left.fromBin, QStringList(fox));
        QVERIFY(picturebin::restore(places(), {fox}).ok());
        const Result<storelimit::Cleared> step = storelimit::clearStep(places(), left, now());
        QVERIFY(step.ok());
        QVERIFY(step->emptied.isEmpty() && step->binned.isEmpty());
        QVERIFY(m_media->read(fox).ok());
        QCOMPARE(m_library->index({}).result()->all, 1);
    }

    /// Its copy from before is nothing that somebody deleted.
    void whatWasMadeAnewIsNoMatterOfTheBin()
    {
        const QString fox = make(u"fox"_s, 9);
        remove(fox, 5);
        make(u"fox"_s, 0);
        QVERIFY(!m_bin->pathOf(fox).isEmpty());
        QVERIFY(clearingFor(1).isEmpty());
        QVERIFY(storelimit::inBin(held()).isEmpty());
    }

    void filesThatAreGoneCountForNothing()
    {
        const QString fox = make(u"fox"_s, 9);
        const QString owl = make(u"owl"_s, 8);
        QVERIFY(QFile::remove(m_media->pathOf(fox)));
        QCOMPARE(storelimit::usageOf(held()).gallery, (storelimit::Amount {1, fileBytes}));
        QCOMPARE(clearingFor(1).oldest, QStringList(owl));
    }

private:
    /// A little later than the files are written.
    static QDateTime now()
    {
        static const QDateTime start = QDateTime::currentDateTimeUtc().addSecs(600);
        return start;
    }
    [[nodiscard]] picturebin::Places places() { return {*m_store, *m_media, *m_bin}; }
    [[nodiscard]] QList<storelimit::Held> held() { return storelimit::held(places()).value(); }
    [[nodiscard]] storelimit::Clearing clearingFor(qint64 limit)
    {
        return storelimit::clearingFor(held(), limit, now());
    }
    /// Yields its content address.
    QString make(const QString &name, int daysAgo)
    {
        const QByteArray bytes = name.toUtf8().leftJustified(fileBytes, '.');
        const Picture picture = m_media->write(bytes, ImageFormat::Png, {8, 8}).value();
        SampleEntry sample {.prompt = name, .pictures = {picture}};
        sample.createdAt = now().addDays(-daysAgo).addSecs(-60);
        if (!m_journal->write(sampleGeneration(u"gen_%1"_s.arg(++m_number), sample)).result().ok()) {
            qWarning("not written");
        }
        return picture.id;
    }
    void mark(const QString &picture, picturemarks::Mark mark)
    {
        QVERIFY(m_library->mark({picture}, mark, true).result().ok());
    }
    void remove(const QString &picture, int daysAgo)
    {
        QVERIFY(picturebin::remove(places(), {picture}, now().addDays(-daysAgo).addSecs(-30)).ok());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<Library> m_library;
    std::unique_ptr<MediaStore> m_media;
    std::unique_ptr<BinFolder> m_bin;
    int m_number = 0;
};

QTEST_GUILESS_MAIN(TestStoreLimit)
#include "test_storelimit.moc"

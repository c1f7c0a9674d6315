// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/exportbatch.h"
#include "core/media/codec.h"
#include "tests/support/testpictures.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;
using State = ExportOutcome::State;

/// Many files at once.
class TestExportBatch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_job = {};
        m_job.options.format = ImageFormat::Webp;
        m_job.folder = m_folder->filePath(u"out/deep"_s);
    }

    void everyFileHasItsOutcome()
    {
        m_job.files = {picture(u"a.png"_s), write(u"b.png"_s, "no picture"), picture(u"c.png"_s),
                       m_folder->filePath(u"missing.png"_s)};
        m_job.name = u"{n}_{name}"_s;
        const QList<ExportOutcome> outcomes = run();
        QCOMPARE(outcomes.size(), 4);
        QCOMPARE(outcomes.at(0).state, State::Done);
        QCOMPARE(outcomes.at(0).target, m_job.folder + u"/1_a.webp"_s);
        QCOMPARE(outcomes.at(0).bytes, QFileInfo(outcomes.at(0).target).size());
        QCOMPARE(outcomes.at(0).size, QSize(96, 64));
        QCOMPARE(outcomes.at(1).state, State::Failed);
        QVERIFY(outcomes.at(1).error.has_value());
        QCOMPARE(outcomes.at(2).target, m_job.folder + u"/3_c.webp"_s);
        QCOMPARE(outcomes.at(3).state, State::Failed);
        QCOMPARE(QDir(m_job.folder).entryList(QDir::Files).size(), 2);
        QCOMPARE(m_progress, 4);
    }

    void filesAreForWhomTheSystemSays()
    {
        m_job.files = {picture(u"a.png"_s)};
        const QString target = run().first().target;
        QFile plain(m_folder->filePath(u"plain"_s));
        QVERIFY(plain.open(QIODevice::WriteOnly));
        QCOMPARE(QFileInfo(target).permissions(), QFileInfo(plain).permissions());
        QVERIFY(QDir().mkpath(m_folder->filePath(u"plain folder"_s)));
        QCOMPARE(QFileInfo(m_job.folder).permissions(), QFileInfo(m_folder->filePath(u"plain folder"_s)).permissions());
    }

    void filesThatAreThereStay()
    {
        QVERIFY(QDir().mkpath(m_job.folder));
        const QString there = write(u"out/deep/fox.webp"_s, "somebody's own");
        m_job.files = {picture(u"a.png"_s), picture(u"b.png"_s), picture(u"c.png"_s)};
        m_job.name = u"fox"_s;
        const QList<ExportOutcome> outcomes = run();
        QSet<QString> targets;
        for (const ExportOutcome &outcome : outcomes) {
            QCOMPARE(outcome.state, State::Done);
            targets.insert(QFileInfo(outcome.target).fileName());
        }
        QCOMPARE(targets, QSet<QString>({u"fox-2.webp"_s, u"fox-3.webp"_s, u"fox-4.webp"_s}));
        QFile file(there);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("somebody's own"));
    }

    void filesAreReplacedWhereThatIsAsked()
    {
        QVERIFY(QDir().mkpath(m_job.folder));
        const QString there = write(u"out/deep/a.webp"_s, "an older one");
        m_job.files = {picture(u"a.png"_s)};
        m_job.existing = ExportExisting::Replaced;
        QCOMPARE(run().first().target, there);
        QVERIFY(probeImage(read(there)).ok());
    }

    void filesThatAreThereAreLeftOutWhereThatIsAsked()
    {
        QVERIFY(QDir().mkpath(m_job.folder));
        const QString there = write(u"out/deep/a.webp"_s, "somebody's own");
        m_job.files = {picture(u"a.png"_s), picture(u"b.png"_s)};
        QCOMPARE(takenNames(m_job), QStringList {u"a.webp"_s});
        m_job.existing = ExportExisting::Skipped;
        const QList<ExportOutcome> outcomes = run();
        QCOMPARE(outcomes.first().state, State::Skipped);
        QVERIFY(outcomes.first().isTaken);
        QCOMPARE(outcomes.last().state, State::Done);
        QVERIFY(!outcomes.last().isTaken);
        QCOMPARE(read(there), QByteArray("somebody's own"));
    }

    void whatTheBatchItselfReadOrWroteIsNoReasonToLeaveOut()
    {
        m_job.folder = m_folder->path();
        m_job.files = {picture(u"a.webp"_s), picture(u"b.webp"_s)};
        QVERIFY(takenNames(m_job).isEmpty());
        m_job.existing = ExportExisting::Skipped;
        m_job.name = u"same"_s;
        for (const ExportOutcome &outcome : run()) {
            QCOMPARE(outcome.state, State::Done);
        }
        m_job.folder = m_folder->filePath(u"nowhere"_s);
        QVERIFY(takenNames(m_job).isEmpty());
    }

    void someOfABatchKeepTheirNumbers()
    {
        m_job.name = u"{n}"_s;
        for (int i = 0; i < 12; ++i) {
            m_job.files.append(picture(u"%1.png"_s.arg(i)));
        }
        QCOMPARE(exportStem(m_job, 4).value(), u"05"_s);
        m_job = m_job.only({4, 10}).only({1});
        QCOMPARE(m_job.files.size(), 1);
        QCOMPARE(exportStem(m_job, 0).value(), u"11"_s);
        QCOMPARE(QFileInfo(run().first().target).fileName(), u"11.webp"_s);
    }

    void whatIsReadIsNeverReplaced_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("name");
        QTest::newRow("its own name") << u"fox.webp"_s << u"{name}"_s;
        QTest::newRow("through a link") << u"link.webp"_s << u"{name}"_s;
        QTest::newRow("behind a link") << u"fox.webp"_s << u"link"_s;
        QTest::newRow("another way") << u"linked/fox.webp"_s << u"{name}"_s;
        QTest::newRow("large letters") << u"fox.webp"_s << u"FOX"_s;
    }

    void whatIsReadIsNeverReplaced()
    {
        QFETCH(const QString, source);
        QFETCH(const QString, name);
        m_job.folder = m_folder->path();
        const QString original = picture(u"fox.webp"_s);
        const QByteArray before = read(original);
        QVERIFY(QFile::link(original, m_folder->filePath(u"link.webp"_s)));
        QVERIFY(QFile::link(m_folder->path(), m_folder->filePath(u"linked"_s)));
        m_job.files = {m_folder->filePath(source)};
        m_job.name = name;
        m_job.options.resize = {8, 8};
        m_job.existing = ExportExisting::Replaced;
        const ExportOutcome outcome = run().first();
        QCOMPARE(outcome.state, State::Done);
        QCOMPARE(read(original), before);
        QVERIFY(probeImage(read(outcome.target)).ok());
    }

    void whatOthersOfTheBatchReadIsNotReplaced()
    {
        m_job.folder = m_folder->path();
        m_job.files = {picture(u"fox.png"_s), picture(u"fox.webp"_s)};
        m_job.existing = ExportExisting::Replaced;
        const QByteArray before = read(m_job.files.last());
        for (const ExportOutcome &outcome : run()) {
            QCOMPARE(outcome.state, State::Done);
            QVERIFY(outcome.target != m_job.files.last());
        }
        QCOMPARE(read(m_job.files.last()), before);
    }

    void whatTheBatchWroteIsNotReplaced()
    {
        m_job.files = {picture(u"a.png"_s), picture(u"b.png"_s), picture(u"c.png"_s)};
        m_job.name = u"same"_s;
        m_job.existing = ExportExisting::Replaced;
        QSet<QString> targets;
        for (const ExportOutcome &outcome : run()) {
            QCOMPARE(outcome.state, State::Done);
            targets.insert(outcome.target);
        }
        QCOMPARE(targets.size(), 3);
        QCOMPARE(QDir(m_job.folder).entryList(QDir::Files).size(), 3);
    }

    void aNameIsGivenOnceAlsoBeforeItsFileIsThere()
    {
        ExportTargets targets({}, ExportExisting::Replaced);
        QSet<QString> given;
        for (int i = 0; i < 3; ++i) {
            const Result<ExportTarget> target = targets.claim(m_folder->path(), u"same"_s, u"webp"_s);
            QVERIFY(target.ok());
            given.insert(QFileInfo(target->path).fileName());
        }
        QCOMPARE(given, QSet<QString>({u"same.webp"_s, u"same-2.webp"_s, u"same-3.webp"_s}));
    }

    void theBooksAreAskedByFile()
    {
        m_job.files = {picture(u"a.png"_s), picture(u"b.png"_s)};
        m_job.name = u"{prompt}_{model}"_s;
        m_job.recipeInBooks = [](const QString &file) {
            Recipe recipe;
            recipe.prompt = u"picture "_s + QFileInfo(file).completeBaseName();
            recipe.model = u"m"_s;
            return std::optional(recipe);
        };
        QCOMPARE(exportStem(m_job, 1).value(), u"picture-b_m"_s);
        const QList<ExportOutcome> outcomes = run();
        QCOMPARE(QFileInfo(outcomes.at(0).target).fileName(), u"picture-a_m.webp"_s);
        QCOMPARE(QFileInfo(outcomes.at(1).target).fileName(), u"picture-b_m.webp"_s);
        QCOMPARE(readRecipe(read(outcomes.at(1).target))->prompt, u"picture b"_s);
        QCOMPARE(takenNames(m_job), QStringList({u"picture-a_m.webp"_s, u"picture-b_m.webp"_s}));
        m_job.options.isSheet = true;
        const QByteArray sheet = read(run().first().target);
        QCOMPARE(readLabels(sheet).digitalSourceType, QString::fromLatin1(sourcetype::generated));
    }

    void aFolderThatCannotBeMadeFailsAll()
    {
        m_job.folder = write(u"file"_s, "no folder") + u"/out"_s;
        m_job.files = {picture(u"a.png"_s), picture(u"b.png"_s)};
        const QList<ExportOutcome> outcomes = run();
        QCOMPARE(outcomes.size(), 2);
        QCOMPARE(outcomes.last().state, State::Failed);
        QVERIFY(outcomes.last().error.has_value());
    }

    void nothingIsDoneAtOnce() { QVERIFY(run().isEmpty()); }

    void whatIsCancelledIsSkipped()
    {
        for (int i = 0; i < 200; ++i) {
            m_job.files.append(picture(u"%1.png"_s.arg(i)));
        }
        ExportBatch batch(m_job);
        QSignalSpy ended(&batch, &ExportBatch::ended);
        connect(&batch, &ExportBatch::progressed, &batch, [&batch] { batch.cancel(); });
        batch.start();
        QVERIFY(ended.wait(20'000));
        const auto outcomes = ended.first().first().value<QList<ExportOutcome>>();
        QCOMPARE(outcomes.size(), 200);
        qsizetype done = 0;
        for (const ExportOutcome &outcome : outcomes) {
            QVERIFY(outcome.state != State::Failed);
            done += outcome.state == State::Done ? 1 : 0;
        }
        QVERIFY(done >= 1 && done < 100);
        QCOMPARE(QDir(m_job.folder).entryList(QDir::Files).size(), done);
        QCoreApplication::processEvents();
        QCOMPARE(ended.size(), 1);
    }

    void whoLeavesEarlyWaitsForWhatIsInHand()
    {
        m_job.files = {picture(u"a.png"_s), picture(u"b.png"_s)};
        {
            ExportBatch batch(m_job);
            batch.start();
        }
        QCOMPARE(QDir(m_job.folder).entryList({u"*.webp"_s}).size(),
                 std::min(2, QThreadPool::globalInstance()->maxThreadCount()));
    }

private:
    QString write(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_folder->filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
            qFatal("The test cannot write %s", qPrintable(file.fileName()));
        }
        return file.fileName();
    }
    QString picture(const QString &name) { return write(name, encodeImage(discPicture({96, 64}), {}).value()); }
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QList<ExportOutcome> run()
    {
        ExportBatch batch(m_job);
        QSignalSpy ended(&batch, &ExportBatch::ended);
        QSignalSpy progressed(&batch, &ExportBatch::progressed);
        batch.start();
        if (ended.isEmpty() && !ended.wait(20'000)) {
            return {};
        }
        m_progress = static_cast<int>(progressed.size());
        return ended.first().first().value<QList<ExportOutcome>>();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    ExportJob m_job;
    int m_progress = 0;
};

QTEST_GUILESS_MAIN(TestExportBatch)
#include "test_exportbatch.moc"

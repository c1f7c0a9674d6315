// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/archive.h"
#include "core/storage/backupmanifest.h"
#include "core/storage/homebackup.h"
#include "core/storage/homelock.h"
#include "core/storage/mediastore.h"
#include "core/storage/query.h"
#include "core/storage/storagereasons.h"
#include "core/storage/store.h"

#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QStorageInfo>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace lightwell;
using namespace Qt::StringLiterals;

namespace {

void write(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("nothing there");
}

/// All that lies in a folder, but for the lock that whoever looks at the home takes.
QMap<QString, QByteArray> filesIn(const QString &folder)
{
    QMap<QString, QByteArray> files;
    QDirIterator all(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        const QString path = all.next();
        if (!path.endsWith(u"/home.lock"_s)) {
            files.insert(path.mid(folder.size() + 1), contentOf(path));
        }
    }
    return files;
}

} // namespace

/// A home in one file, and back.
class TestHomeBackup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void bringsAllBackButKeys_data();
    void bringsAllBackButKeys();
    void bringsPicturesOnlyWhereAsked();
    void bringsPicturesToAnotherDisk();
    void keepsAsideWhatWasThere();
    void writesNothingOver();
    void leavesNothingHalfMade();
    void refuses_data();
    void refuses();
    void refusesAHomeInUse();
    void isToldWhoLooksMeanwhile();

private:
    /// A home whose database carries a mark, and all that may lie beside it.
    [[nodiscard]] Paths used(const QString &name, int mark) const;
    [[nodiscard]] Paths fresh(const QString &name) const
    {
        const QString home = path(name);
        return m_isApart ? Paths {home + u"/config"_s, home + u"/data"_s, home + u"/logs"_s}
                         : Paths {home, home, home + u"/logs"_s};
    }
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] QString backUp(const Paths &paths, bool withPictures = false) const;
    static int markOf(const Paths &paths);
    std::unique_ptr<QTemporaryDir> m_folder;
    bool m_isApart = false; ///< settings lie elsewhere than data
};

using Damage = std::function<void(const QString &backup, const QString &folder)>;
Q_DECLARE_METATYPE(Damage)

void TestHomeBackup::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_isApart = false;
}

Paths TestHomeBackup::used(const QString &name, int mark) const
{
    const Paths paths = fresh(name);
    if (!paths.create()) {
        qFatal("no home");
    }
    const auto store = Store::open(paths.databaseFile());
    const auto written = (*store)->run(
        [mark](Database &database) { return execute(database, u"PRAGMA application_id = %1"_s.arg(mark)).ok(); });
    if (!written.result()) {
        qFatal("no mark");
    }
    write(paths.settingsFile(), "[gateway]\nport=480" + QByteArray::number(mark) + "\n");
    write(paths.userCatalogFile(), "{}");
    write(paths.config + u"/routing.json"_s, R"({"rules":[]})");
    write(paths.presetsFile(), R"({"presets":[]})");
    write(paths.workflowsFolder() + u"/mine.json"_s, R"({"1":{}})");
    write(paths.modelListsFolder() + u"/fal.json"_s, "{}");
    write(paths.replayFolder() + u"/recordings/rec_"_s + QString(27, u'0') + u".json"_s, "{}");
    write(paths.balancesFile(), R"({"fal":{}})");
    write(paths.keyBookFile(), R"({"keys":[]})");
    write(paths.secretsFile(), "secret");
    write(paths.secretsWitnessFile(), "seen");
    write(paths.config + u"/gateway.seed"_s, "seed");
    write(paths.logFile(), "a line");
    if (!MediaStore(paths.mediaFolder()).write("picture " + name.toUtf8(), ImageFormat::Png, QSize(1, 1))) {
        qFatal("no picture");
    }
    return paths;
}

int TestHomeBackup::markOf(const Paths &paths)
{
    const auto store = Store::open(paths.databaseFile());
    if (!store) {
        return -1;
    }
    return (*store)
        ->run([](Database &database) {
            Result<Rows> rows = execute(database, u"PRAGMA application_id"_s);
            return rows && rows.value().next() ? rows.value().value(0).toInt() : 0;
        })
        .result();
}

QString TestHomeBackup::backUp(const Paths &paths, bool withPictures) const
{
    const QString file = path(u"backup.tar.gz"_s);
    const auto store = Store::open(paths.databaseFile());
    const Result<BackupReport> made = backUpHome(paths, **store, file, withPictures);
    return made ? file : made.error().detail + u" no backup"_s;
}

void TestHomeBackup::bringsAllBackButKeys_data()
{
    QTest::addColumn<bool>("isApart");
    QTest::newRow("in one folder") << false;
    QTest::newRow("in the system's folders") << true;
}

void TestHomeBackup::bringsAllBackButKeys()
{
    QFETCH(const bool, isApart);
    m_isApart = isApart;
    const Paths old = used(u"old"_s, 7);
    const QString file = backUp(old);
    const Paths paths = fresh(u"new"_s);
    const Result<RestoreReport> report = restoreHome(paths, file, Replace::Nothing);
    QVERIFY2(report.ok(), report ? "" : qPrintable(report.error().why().code));
    QCOMPARE(markOf(paths), 7);
    QMap<QString, QByteArray> expected = filesIn(path(u"old"_s));
    QMap<QString, QByteArray> found = filesIn(path(u"new"_s));
    const auto isNoneOfIt = [](const QMap<QString, QByteArray>::iterator &entry) {
        const QString name = QFileInfo(entry.key()).fileName();
        return QStringList {u"keys.json"_s, u"keys.encrypted"_s, u"keys.seen"_s, u"gateway.seed"_s, u"lightwell.log"_s}
            .contains(name);
    };
    QCOMPARE(expected.removeIf(isNoneOfIt), 5);
    const auto isElsewhere = [](const QMap<QString, QByteArray>::iterator &entry) {
        return entry.key().contains(u"media/"_s) || entry.key().contains(u"lightwell.db"_s);
    };
    expected.removeIf(isElsewhere);
    found.removeIf(isElsewhere);
    QCOMPARE(expected.size(), 8);
    QCOMPARE(found, expected);
    QVERIFY(report->keptAside.isEmpty());
    QCOMPARE(report->files.size(), 9);
    QCOMPARE(report->files.first(), paths.databaseFile());
}

void TestHomeBackup::bringsPicturesOnlyWhereAsked()
{
    const Paths old = used(u"old"_s, 7);
    const QString file = backUp(old, true);
    const Paths paths = fresh(u"new"_s);
    const Result<RestoreReport> report = restoreHome(paths, file, Replace::Nothing);
    QVERIFY(report.ok());
    QCOMPARE(report->pictures, 1);
    QCOMPARE(filesIn(paths.mediaFolder()), filesIn(old.mediaFolder()));
}

/// Where the media folder is a link to a larger one.
void TestHomeBackup::bringsPicturesToAnotherDisk()
{
    QTemporaryDir other(u"/dev/shm/lightwell-XXXXXX"_s);
    if (!other.isValid() || QStorageInfo(other.path()) == QStorageInfo(m_folder->path())) {
        QSKIP("there is one disk only");
    }
    const Paths old = used(u"old"_s, 7);
    const QString file = backUp(old, true);
    const Paths paths = fresh(u"new"_s);
    QVERIFY(QDir().mkpath(paths.data));
    QVERIFY(QFile::link(other.path(), paths.mediaFolder()));
    QTemporaryDir workflows(u"/dev/shm/lightwell-XXXXXX"_s);
    QVERIFY(QFile::link(workflows.path(), paths.workflowsFolder()));
    const Result<RestoreReport> report = restoreHome(paths, file, Replace::Nothing);
    QVERIFY2(report.ok(), report ? "" : qPrintable(report.error().why().code));
    QCOMPARE(filesIn(other.path()), filesIn(old.mediaFolder()));
    QCOMPARE(filesIn(workflows.path()), filesIn(old.workflowsFolder()));
    for (const QString &folder : {other.path(), workflows.path(), paths.data}) {
        QCOMPARE(QDir(folder).entryList({u".restoring*"_s}, QDir::Dirs | QDir::Hidden), QStringList());
    }
}

void TestHomeBackup::keepsAsideWhatWasThere()
{
    const QString file = backUp(used(u"old"_s, 7), true);
    const Paths paths = used(u"new"_s, 9);
    write(paths.databaseFile() + u"-wal"_s, "pages of the one before"); // as a crash leaves them
    const QByteArray settings = contentOf(paths.settingsFile());
    const QByteArray secrets = contentOf(paths.secretsFile());
    const Result<RestoreReport> report = restoreHome(paths, file, Replace::KeepingAside);
    QVERIFY2(report.ok(), report ? "" : qPrintable(report.error().why().code));
    QCOMPARE(markOf(paths), 7);
    QVERIFY(contentOf(paths.settingsFile()).contains("4807"));
    QCOMPARE(contentOf(paths.secretsFile()), secrets); // of this computer
    QCOMPARE(report->keptAside.size(), 9);
    const QString database = report->keptAside.last();
    QVERIFY(database.startsWith(paths.databaseFile() + u".replaced-"_s));
    QCOMPARE(contentOf(database + u"-wal"_s), "pages of the one before"_ba);
    QVERIFY(QFile::remove(database + u"-wal"_s));
    const Paths before = fresh(u"before"_s);
    QVERIFY(before.create().ok());
    QVERIFY(QFile::rename(database, before.databaseFile()));
    QCOMPARE(markOf(before), 9);
    QCOMPARE(contentOf(report->keptAside.first()), settings);
    QCOMPARE(QDir(paths.mediaFolder()).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 2);
}

void TestHomeBackup::writesNothingOver()
{
    const QString file = backUp(used(u"old"_s, 7));
    const Paths paths = used(u"new"_s, 9);
    const auto before = filesIn(paths.data);
    const Result<RestoreReport> report = restoreHome(paths, file, Replace::Nothing);
    QVERIFY(!report);
    QCOMPARE(report.error().why().code, u"restore_would_replace"_s);
    QCOMPARE(filesIn(paths.data), before);
    const auto store = Store::open(paths.databaseFile());
    const Result<BackupReport> again = backUpHome(paths, **store, file, false);
    QVERIFY(!again);
    QCOMPARE(again.error().why().code, u"backup_is_there"_s);
}

void TestHomeBackup::leavesNothingHalfMade()
{
    const Paths paths = used(u"old"_s, 7);
    const auto store = Store::open(paths.databaseFile());
    const QString nowhere = path(u"no/such/folder/backup.tar.gz"_s);
    const Result<BackupReport> lost = backUpHome(paths, **store, nowhere, false);
    QVERIFY(!lost);
    QCOMPARE(lost.error().why(), reasons::fileNotWritten(nowhere));
    const QString link = path(u"link.tar.gz"_s);
    QVERIFY(QFile::link(nowhere, link));
    const Result<BackupReport> linked = backUpHome(paths, **store, link, false);
    QVERIFY(!linked); // and not said to be made
    QCOMPARE(linked.error().why(), reasons::backupIsThere(link));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList());
    QCOMPARE(QDir(paths.data).entryList({u".backup*"_s}, QDir::Dirs | QDir::Hidden), QStringList());
}

void TestHomeBackup::refuses_data()
{
    QTest::addColumn<Damage>("damage");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const QString &code, const Damage &damage) {
        QTest::newRow(name) << damage << code;
    };
    row("cut off", u"backup_damaged"_s, [](const QString &file, const QString &) {
        const QByteArray bytes = contentOf(file);
        write(file, bytes.first(bytes.size() - 20));
    });
    row("half of it", u"backup_damaged"_s, [](const QString &file, const QString &) {
        const QByteArray bytes = contentOf(file);
        write(file, bytes.first(bytes.size() / 2));
    });
    row("a changed byte", u"backup_damaged"_s, [](const QString &file, const QString &) {
        QByteArray bytes = contentOf(file);
        bytes[bytes.size() / 2] = char(bytes.at(bytes.size() / 2) ^ 1);
        write(file, bytes);
    });
    row("no backup", u"backup_damaged"_s, [](const QString &file, const QString &) { write(file, "words"); });
    row("nothing", u"backup_damaged"_s, [](const QString &file, const QString &) { write(file, {}); });
    const auto packed = [](const QString &script) {
        return [script](const QString &file, const QString &folder) {
            QProcess shell;
            shell.setWorkingDirectory(folder);
            shell.start(u"sh"_s,
                        {u"-ec"_s,
                         u"mkdir packed && cd packed && tar xzf ../backup.tar.gz && rm ../backup.tar.gz; "_s + script});
            QVERIFY(shell.waitForFinished() && shell.exitCode() == 0);
            QVERIFY(QFile::exists(file));
        };
    };
    const QString pack = u"tar czPf ../backup.tar.gz "_s;
    row("a path that leads out", u"backup_foreign_entry"_s,
        packed(
            pack
            + u"--transform 's|catalog.json|../../catalog.json|' catalog.json lightwell.db lightwell-backup.json"_s));
    row("an absolute path", u"backup_foreign_entry"_s,
        packed(pack
               + u"--transform 's|catalog.json|/tmp/catalog.json|' catalog.json lightwell.db lightwell-backup.json"_s));
    row("a link", u"backup_foreign_entry"_s,
        packed(u"ln -sf /etc/passwd catalog.json; "_s + pack + u"catalog.json lightwell.db lightwell-backup.json"_s));
    row("a second name", u"backup_foreign_entry"_s,
        packed(u"rm catalog.json; ln settings.ini catalog.json; "_s + pack
               + u"settings.ini catalog.json lightwell.db lightwell-backup.json"_s));
    row("a key", u"backup_foreign_entry"_s,
        packed(u"echo k > keys.encrypted; "_s + pack + u"keys.encrypted lightwell.db lightwell-backup.json"_s));
    row("another's archive", u"backup_foreign_entry"_s, packed(u"echo x > readme; "_s + pack + u"readme"_s));
    row("a file is missing", u"backup_damaged"_s, packed(pack + u"lightwell.db lightwell-backup.json"_s));
    row("an empty archive", u"backup_of_another"_s, packed(pack + u"-T /dev/null"_s));
    row("no list", u"backup_damaged"_s, packed(pack + u"lightwell.db"_s));
    row("of a newer form", u"backup_newer"_s,
        packed(u"sed -i 's/\"form\": 1/\"form\": 2/' lightwell-backup.json; "_s + pack
               + u"lightwell.db lightwell-backup.json"_s));
    row("of a newer schema", u"database_newer"_s, [](const QString &file, const QString &folder) {
        // Whole in itself, as a newer program makes it.
        const QString database = folder + u"/newer.db"_s;
        {
            const auto store = Store::open(database);
            QVERIFY(
                (*store)->run([](Database &d) { return execute(d, u"PRAGMA user_version = 9999"_s).ok(); }).result());
        }
        QVERIFY(QFile::remove(file));
        QFile target(file);
        QVERIFY(target.open(QIODevice::WriteOnly));
        ArchiveWriter archive(target);
        Manifest manifest = Manifest::ofNow(9999);
        manifest.files.append(archive.add(u"lightwell.db"_s, database).value());
        QVERIFY(archive.add(u"lightwell-backup.json"_s, manifest.toJson()).ok());
        QVERIFY(archive.finish().ok());
    });
}

void TestHomeBackup::refuses()
{
    QFETCH(const Damage, damage);
    QFETCH(const QString, code);
    const QString file = backUp(used(u"old"_s, 7));
    const Paths paths = used(u"new"_s, 9);
    const auto before = filesIn(paths.data);
    damage(file, m_folder->path());
    const auto around = QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden);
    const Result<RestoreReport> report = restoreHome(paths, file, Replace::KeepingAside);
    QVERIFY(!report);
    QCOMPARE(report.error().why().code, code);
    QCOMPARE(filesIn(paths.data), before);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden), around);
}

void TestHomeBackup::refusesAHomeInUse()
{
    const QString file = backUp(used(u"old"_s, 7));
    const Paths paths = used(u"new"_s, 9);
    const auto before = filesIn(paths.data);
    auto one = HomeLock::take(paths.data, HomeLock::Use::Shared);
    auto two = HomeLock::take(paths.data, HomeLock::Use::Shared); // a window and a gateway
    QVERIFY(one && two);
    const Result<RestoreReport> report = restoreHome(paths, file, Replace::KeepingAside);
    QVERIFY(!report);
    QCOMPARE(report.error().why().code, u"home_in_use"_s);
    QCOMPARE(filesIn(paths.data), before);
    one.value().reset();
    two.value().reset();
    QVERIFY(restoreHome(paths, file, Replace::KeepingAside).ok());
}

void TestHomeBackup::isToldWhoLooksMeanwhile()
{
    const Paths paths = used(u"new"_s, 9);
    const auto alone = HomeLock::take(paths.data, HomeLock::Use::Alone);
    QVERIFY(alone.ok());
    const auto shared = HomeLock::take(paths.data, HomeLock::Use::Shared);
    QVERIFY(!shared);
    QCOMPARE(shared.error().why().code, u"home_restoring"_s);
}

QTEST_GUILESS_MAIN(TestHomeBackup)
#include "test_homebackup.moc"

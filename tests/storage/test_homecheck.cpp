// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/homecheck.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace lightwell;

namespace {

constexpr uid_t ada = 1000;
constexpr uid_t mallory = 1001;
constexpr uid_t nobodyHere = 200'000;
constexpr uid_t root = 0;

} // namespace

class TestHomeCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judges_data()
    {
        using Place = PlaceFacts::Place;
        QTest::addColumn<PlaceFacts>("facts");
        QTest::addColumn<uint>("me");
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("refused");
        const auto row = [](const char *name, Place place, uid_t owner, mode_t mode, uid_t me, const char *code = "",
                            bool refused = false) {
            const mode_t kind = (mode & S_IFMT) != 0 ? 0 : place == Place::File ? S_IFREG : S_IFDIR;
            QTest::newRow(name) << PlaceFacts {place, owner, mode | kind, owner != nobodyHere} << uint(me)
                                << QString::fromLatin1(code) << refused;
        };
        row("one's own", Place::Folder, ada, 0700, ada);
        row("one's own and open, to be made private", Place::Folder, ada, 0777, ada);
        row("root's own", Place::Folder, root, 0700, root);
        row("root's, for reading", Place::Folder, root, 0755, ada);
        row("root's, like /tmp", Place::Folder, root, 01777, ada);
        row("root's, open to everybody", Place::Folder, root, 0777, ada, "writable_by_others");
        row("another user's, open to everybody", Place::Folder, mallory, 0777, ada, "other_owner", true);
        row("another user's, like /tmp", Place::Folder, mallory, 01777, ada, "other_owner", true);
        row("another user's", Place::Folder, mallory, 0755, ada, "other_owner", true);
        row("another user's, for root", Place::Folder, mallory, 0777, root, "other_owner");
        row("nobody's, as in containers", Place::Folder, nobodyHere, 0770, ada, "unknown_owner");
        row("nobody's, open to everybody", Place::Folder, nobodyHere, 0777, ada, "writable_by_others");
        row("nobody's, for root", Place::Folder, nobodyHere, 0755, root, "unknown_owner");
        row("above: root's", Place::Above, root, 0755, ada);
        row("above: /tmp", Place::Above, root, 01777, ada);
        row("above: open to everybody", Place::Above, root, 0777, ada, "writable_by_others");
        row("above: one's own, open to everybody", Place::Above, ada, 0777, ada, "writable_by_others");
        row("above: one's own, open to a group", Place::Above, ada, 0775, ada);
        row("above: another user's", Place::Above, mallory, 0755, ada, "other_owner");
        row("above: nobody's", Place::Above, nobodyHere, 0755, ada);
        row("a file of one's own", Place::File, ada, 0644, ada);
        row("a file of another user", Place::File, mallory, 0644, ada, "other_owner", true);
        row("a file of another user, for root", Place::File, mallory, 0644, root, "other_owner");
        row("a file of root", Place::File, root, 0644, ada);
        row("a pipe for a file", Place::File, ada, S_IFIFO | 0600, ada, "not_a_file", true);
        row("a folder for a file", Place::File, ada, S_IFDIR | 0700, ada, "not_a_file", true);
        row("a device for a file", Place::File, root, S_IFCHR | 0666, root, "not_a_file", true);
        row("a file for a folder", Place::Folder, ada, S_IFREG | 0600, ada, "not_a_file", true);
    }
    void judges()
    {
        QFETCH(PlaceFacts, facts);
        QFETCH(uint, me);
        QFETCH(QString, code);
        QFETCH(bool, refused);
        const std::optional<HomeFinding> found = judgePlace(facts, me, u"/some/place"_s);
        QCOMPARE(found ? found->code : QString(), code);
        if (found) {
            QCOMPARE(found->severity == HomeFinding::Severity::Refused, refused);
            QCOMPARE(found->reason.values.value(0), ReasonValue(u"/some/place"_s));
        }
    }

    void looksAtWhatIsThere()
    {
        const QTemporaryDir folder;
        const QString home = folder.filePath(u"home"_s);
        const Paths paths {home, home, home + "/logs"_L1};
        QVERIFY(codesOf(paths).isEmpty()); // nothing yet
        QVERIFY(paths.create().ok());
        QVERIFY(codesOf(paths).isEmpty());
        QVERIFY(::mkfifo(QFile::encodeName(paths.settingsFile()).constData(), 0600) == 0);
        QVERIFY(QDir().mkdir(paths.userCatalogFile()));
        QCOMPARE(codesOf(paths), (QStringList {u"not_a_file"_s, u"not_a_file"_s}));
        QVERIFY(QFile::remove(paths.settingsFile()) && QDir().rmdir(paths.userCatalogFile()));
        QVERIFY(QFile::link(u"/dev/zero"_s, paths.databaseFile()));
        QCOMPARE(codesOf(paths), QStringList {u"not_a_file"_s}); // links are followed
        QVERIFY(QFile::remove(paths.databaseFile()));
        QVERIFY(::chmod(QFile::encodeName(folder.path()).constData(), 0777) == 0);
        QCOMPARE(codesOf(paths), QStringList {u"writable_by_others"_s});
    }

    void anotherUsersFolderIsFoundBehindALink()
    {
        if (::geteuid() != 0) {
            QSKIP("Only root can give a folder away.");
        }
        const QTemporaryDir folder;
        const QString theirs = folder.filePath(u"theirs"_s);
        const QString link = folder.filePath(u"link"_s);
        QVERIFY(QDir().mkdir(theirs) && QFile::link(theirs, link));
        QVERIFY(::chown(QFile::encodeName(theirs).constData(), 1, 1) == 0); // every system has this user
        QCOMPARE(codesOf({link, link, link + "/logs"_L1}), QStringList {u"other_owner"_s});
    }

private:
    static QStringList codesOf(const Paths &paths)
    {
        QStringList codes;
        for (const HomeFinding &found : checkHome(paths)) {
            codes.append(found.code);
        }
        return codes;
    }
};

QTEST_GUILESS_MAIN(TestHomeCheck)
#include "test_homecheck.moc"

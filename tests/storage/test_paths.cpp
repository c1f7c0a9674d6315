// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/paths.h"
#include "core/storage/storagereasons.h"
#include "core/wording/wording.h"

#include <QDir>
#include <QFileInfo>

#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace lightwell;

namespace {

constexpr auto others =
    QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;

} // namespace

class TestPaths : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void oneFolder();
    void xdgFolders();
    void relativeFoldersOfXdgAreIgnored();
    void withoutHomeThePasswordFileIsAsked_data();
    void withoutHomeThePasswordFileIsAsked();
    void noHomeIsRefused();
    void areForThisUserOnly();
    void sharedFoldersAreLeftAlone();
    void saysWhatCannotBeMade();

private:
    QString at(const QString &name) const { return m_folder->filePath(name); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestPaths::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    for (const char *variable : {"LIGHTWELL_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"}) {
        qunsetenv(variable);
    }
    qputenv("HOME", m_folder->path().toUtf8());
}

void TestPaths::oneFolder()
{
    qputenv("LIGHTWELL_HOME", at(u"all/../one"_s).toUtf8());
    const Paths paths = Paths::standard();
    QCOMPARE(paths.config, at(u"one"_s));
    QCOMPARE(paths.settingsFile(), at(u"one/settings.ini"_s));
    QCOMPARE(paths.databaseFile(), at(u"one/lightwell.db"_s));
    QCOMPARE(paths.mediaFolder(), at(u"one/media"_s));
    QCOMPARE(paths.logFile(), at(u"one/logs/lightwell.log"_s));
    QVERIFY(!QFileInfo::exists(at(u"one"_s)));
    qputenv("LIGHTWELL_HOME", "relative");
    QCOMPARE(Paths::standard().data, QDir::current().absoluteFilePath(u"relative"_s));
}

void TestPaths::xdgFolders()
{
    QCOMPARE(Paths::standard().config, at(u".config/lightwell"_s));
    QCOMPARE(Paths::standard().data, at(u".local/share/lightwell"_s));
    QCOMPARE(Paths::standard().logs, at(u".local/state/lightwell"_s));
    qputenv("XDG_CONFIG_HOME", at(u"c"_s).toUtf8());
    qputenv("XDG_DATA_HOME", at(u"d"_s).toUtf8());
    qputenv("XDG_STATE_HOME", at(u"s"_s).toUtf8());
    QCOMPARE(Paths::standard().config, at(u"c/lightwell"_s));
    QCOMPARE(Paths::standard().data, at(u"d/lightwell"_s));
    QCOMPARE(Paths::standard().logs, at(u"s/lightwell"_s));
}

void TestPaths::relativeFoldersOfXdgAreIgnored()
{
    qputenv("XDG_STATE_HOME", "here");
    QCOMPARE(Paths::standard().logs, at(u".local/state/lightwell"_s));
    QCOMPARE(Paths::ignoredVariables(), QStringList {u"XDG_STATE_HOME"_s});
}

void TestPaths::withoutHomeThePasswordFileIsAsked_data()
{
    QTest::addColumn<QByteArray>("home"); // null: not set
    QTest::newRow("not set") << QByteArray();
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("relative") << QByteArray("home/me");
    QTest::newRow("the root directory") << QByteArray("/");
    QTest::newRow("the root directory, twice") << QByteArray("//");
}

void TestPaths::withoutHomeThePasswordFileIsAsked()
{
    QFETCH(const QByteArray, home);
    home.isNull() ? qunsetenv("HOME") : qputenv("HOME", home);
    const QString known = QFile::decodeName(::getpwuid(::geteuid())->pw_dir);
    const Paths paths = Paths::standard();
    QCOMPARE(paths.config, known + u"/.config/lightwell"_s);
    QCOMPARE(paths.data, known + u"/.local/share/lightwell"_s);
    QCOMPARE(paths.logs, known + u"/.local/state/lightwell"_s);
    QVERIFY(paths.known().ok());
}

void TestPaths::noHomeIsRefused()
{
    const Paths paths {{}, at(u"data"_s), at(u"logs"_s)};
    QVERIFY(!paths.known().ok());
    QCOMPARE(paths.create().error().reason, reasons::homeUnknown());
    QVERIFY(!QFileInfo::exists(at(u"data"_s)));
}

void TestPaths::areForThisUserOnly()
{
    qputenv("LIGHTWELL_HOME", at(u"home"_s).toUtf8());
    QVERIFY(QDir().mkpath(at(u"home"_s))); // by hand, as open as others are
    QVERIFY(QFile::setPermissions(at(u"home"_s), QFile::Permissions(0x7755)));
    const Paths paths = Paths::standard();
    for (int again = 0; again < 2; ++again) {
        QVERIFY(paths.create().ok());
        for (const QString &folder : {paths.config, paths.data, paths.logs, paths.mediaFolder()}) {
            QVERIFY2(QFileInfo(folder).isDir(), qPrintable(folder));
            QVERIFY2((QFile::permissions(folder) & others) == 0, qPrintable(folder));
        }
    }
}

void TestPaths::sharedFoldersAreLeftAlone()
{
    // Like /tmp: everybody may write, nobody may touch what is another's.
    const QByteArray shared = at(u"shared"_s).toUtf8();
    QVERIFY(QDir().mkdir(at(u"shared"_s)));
    QVERIFY(::chmod(shared.constData(), S_ISVTX | S_IRWXU | S_IRWXG | S_IRWXO) == 0);
    qputenv("LIGHTWELL_HOME", shared);
    const Paths paths = Paths::standard();
    QVERIFY(paths.create().ok());
    QVERIFY((QFile::permissions(paths.data) & others) == others);
    QVERIFY((QFile::permissions(paths.mediaFolder()) & others) == 0);
}

void TestPaths::saysWhatCannotBeMade()
{
    QFile file(at(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    qputenv("LIGHTWELL_HOME", at(u"file/below"_s).toUtf8());
    const Status made = Paths::standard().create();
    QVERIFY(!made.ok());
    QVERIFY2(wording::sentence(made.error()).contains(at(u"file"_s)), qPrintable(wording::sentence(made.error())));
}

QTEST_GUILESS_MAIN(TestPaths)
#include "test_paths.moc"

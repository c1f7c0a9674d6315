// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/keptaside.h"
#include "core/storage/settings.h"
#include "core/storage/storagereasons.h"

#include <QFile>
#include <QSettings>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace lightwell;

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everySettingHasADefault();
    void isForItsOwnerOnly();
    void keepsOverRuns_data();
    void keepsOverRuns();
    void leavesOutWhatCannotBeUsed_data();
    void leavesOutWhatCannotBeUsed();
    void keepsADamagedFileAside_data();
    void keepsADamagedFileAside();
    void isWellAgainWithItsFileBack();
    void leavesADamagedFileThatCannotBeMoved();
    void isNoFirstStartWhereADamagedFileWasKeptAside();
    void isNoFirstStartWhereALinkLeadsNowhere();
    void isDamagedStillWhereWhatIsLeftCannotBeWritten();
    void losesNothingToAFileEmptiedMeanwhile_data();
    void losesNothingToAFileEmptiedMeanwhile();
    void refusesWhatCannotBeUsed();
    void tellsOfChangesOnly();

private:
    QString file() const { return m_folder->filePath(u"settings.ini"_s); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSettings::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestSettings::everySettingHasADefault()
{
    const Settings settings(file());
    for (int i = 0; i <= static_cast<int>(Setting::KeyHintDismissed); ++i) {
        const auto setting = static_cast<Setting>(i);
        QVERIFY(Settings::defaultValue(setting).isValid());
        QCOMPARE(settings.value(setting), Settings::defaultValue(setting));
    }
    QCOMPARE(settings.toInt(Setting::GatewayPort), 4747);
    QCOMPARE(settings.toString(Setting::GatewayAddress), u"127.0.0.1"_s);
    QCOMPARE(settings.toInt(Setting::RequestTimeoutSeconds), 600);
    QVERIFY(!settings.toBool(Setting::FailoverAfterUnknown)); // never pay twice
    QCOMPARE(settings.toString(Setting::UnknownPrices), u"ask"_s);
    QVERIFY(settings.toStringList(Setting::GatewayOrigins).isEmpty());
    QVERIFY(settings.toStringList(Setting::GatewayHosts).isEmpty());
    QVERIFY(!settings.toBool(Setting::GatewayLogPrompts)); // words and pictures are told where that is wanted
    QCOMPARE(settings.toInt(Setting::GatewayLogDays), 365);
}

void TestSettings::isForItsOwnerOnly()
{
    const auto rights = [](const QString &path) {
        struct stat info = {};
        return ::stat(QFile::encodeName(path).constData(), &info) == 0 ? int(info.st_mode & 0777) : -1;
    };
    const mode_t before = ::umask(0);
    const QString inNewFolder = m_folder->filePath(u"new/settings.ini"_s);
    for (const QString &path : {file(), inNewFolder}) {
        Settings(path).set(Setting::GatewayPort, 4848);
    }
    ::umask(before);
    QCOMPARE(rights(file()), 0600);
    QCOMPARE(rights(inNewFolder), 0600);
    QFile::setPermissions(file(), QFile::Permissions(0x6644)); // as an earlier release left it
    QCOMPARE(rights(file()), 0644);
    Settings(file()).set(Setting::GatewayPort, 4949);
    QCOMPARE(rights(file()), 0600);
    QCOMPARE(Settings(file()).toInt(Setting::GatewayPort), 4949);
}

void TestSettings::keepsOverRuns_data()
{
    QTest::addColumn<Setting>("setting");
    QTest::addColumn<QVariant>("value");
    const auto row = [](const char *name, Setting setting, const QVariant &value) {
        QTest::newRow(name) << setting << value;
    };
    row("truth", Setting::GatewayEnabled, true);
    row("untruth", Setting::EmbedRecipe, false);
    row("number", Setting::GatewayPort, 0);
    row("text", Setting::GatewayAddress, u"::1"_s);
    row("choice", Setting::Theme, u"dark"_s);
    row("list", Setting::ProviderOrder, QStringList {u"fal"_s, u"openai, inc."_s});
    row("list of one", Setting::ProviderOrder, QStringList {u"fal"_s});
    row("map", Setting::ProviderBaseUrls,
        QVariantMap {{u"openai"_s, u"http://127.0.0.1:9000/openai;x=\"1\""_s}, {u"fal"_s, u"https://example.com"_s}});
    row("bytes", Setting::WindowGeometry, QByteArray("\x00\x01\xff;\"\n", 6));
}

void TestSettings::keepsOverRuns()
{
    QFETCH(const Setting, setting);
    QFETCH(const QVariant, value);
    {
        Settings settings(file());
        settings.set(setting, value);
        QCOMPARE(settings.value(setting), value);
    }
    QCOMPARE(Settings(file()).value(setting), value);
    {
        Settings settings(file());
        settings.set(setting, Settings::defaultValue(setting));
    }
    QCOMPARE(Settings(file()).value(setting), Settings::defaultValue(setting));
}

void TestSettings::leavesOutWhatCannotBeUsed_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("stored");
    QTest::addColumn<Setting>("setting");
    QTest::newRow("no truth") << u"engine/failover_after_unknown"_s << u"perhaps"_s << Setting::FailoverAfterUnknown;
    QTest::newRow("one is not true") << u"engine/failover_after_unknown"_s << u"1"_s << Setting::FailoverAfterUnknown;
    QTest::newRow("no number") << u"gateway/port"_s << u"http"_s << Setting::GatewayPort;
    QTest::newRow("no port") << u"gateway/port"_s << u"70000"_s << Setting::GatewayPort;
    QTest::newRow("too soon") << u"engine/request_timeout_seconds"_s << u"1"_s << Setting::RequestTimeoutSeconds;
    QTest::newRow("less than nothing") << u"gateway/client_storage_mib"_s << u"-5"_s << Setting::ClientStorageMiB;
    QTest::newRow("no connections") << u"gateway/max_connections"_s << u"0"_s << Setting::GatewayConnections;
    QTest::newRow("neither on nor off") << u"gateway/store_responses"_s << u"sometimes"_s
                                        << Setting::GatewayStoresResponses;
    QTest::newRow("no theme") << u"window/theme"_s << u"pink"_s << Setting::Theme;
    QTest::newRow("no map") << u"engine/provider_base_urls"_s << u"[1]"_s << Setting::ProviderBaseUrls;
}

void TestSettings::leavesOutWhatCannotBeUsed()
{
    QFETCH(const QString, key);
    QFETCH(const QString, stored);
    QFETCH(const Setting, setting);
    {
        QSettings raw(file(), QSettings::IniFormat);
        raw.setValue(key, stored);
    }
    QFile ini(file());
    QVERIFY(ini.open(QIODevice::ReadOnly));
    const QByteArray before = ini.readAll();
    ini.close();
    {
        const Settings settings(file());
        QCOMPARE(settings.value(setting), Settings::defaultValue(setting));
        const QList<Reason> told = settings.unusable();
        QCOMPARE(told.size(), 1);
        QCOMPARE(told.first().code, QString::fromLatin1(reasons::settingUnusable.code));
        QCOMPARE(told.first().values.at(1).value, QJsonValue(key));
        QCOMPARE(told.first().values.at(2).value, QJsonValue(stored));
        QVERIFY(settings.trouble().isEmpty());
    }
    QVERIFY(ini.open(QIODevice::ReadOnly));
    QCOMPARE(ini.readAll(), before);
}

void TestSettings::keepsADamagedFileAside_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isDamaged");
    QTest::addColumn<int>("port");
    QTest::newRow("zeros") << QByteArray(600, '\0') << true << 4747;
    QTest::newRow("JSON") << QByteArray("{\"gateway\": {\"port\": 4747,\n") << true << 4747;
    QTest::newRow("words") << QByteArray("these are no settings\n") << true << 4747;
    QTest::newRow("zeros at the end") << QByteArray("[gateway]\nport=4800\n" + QByteArray(64, '\0')) << true << 4800;
    QTest::newRow("a stray line") << QByteArray("[gateway]\nport=4800\nnot a setting\n") << true << 4800;
    QTest::newRow("good") << QByteArray("[gateway]\nport=4800\n") << false << 4800;
    QTest::newRow("empty") << QByteArray() << true << 4747;
    QTest::newRow("of another version") << QByteArray("[gateway]\nport=4800\nnew=1\n") << false << 4800;
}

void TestSettings::keepsADamagedFileAside()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const bool, isDamaged);
    QFETCH(const int, port);
    QFile written(file());
    QVERIFY(written.open(QIODevice::WriteOnly) && written.write(bytes) == bytes.size());
    written.close();
    {
        Settings settings(file());
        QCOMPARE(settings.toInt(Setting::GatewayPort), port);
        QCOMPARE(!settings.trouble().isEmpty(), isDamaged);
        settings.set(Setting::Theme, u"dark"_s);
    }
    const QStringList kept = filesKeptAside(m_folder->path());
    QCOMPARE(kept.size(), isDamaged ? 1 : 0);
    if (isDamaged) {
        QFile aside(kept.first());
        QVERIFY(aside.open(QIODevice::ReadOnly));
        QCOMPARE(aside.readAll(), bytes);
    }
    {
        Settings again(file());
        QCOMPARE(!again.trouble().isEmpty(), isDamaged); // until somebody says that these are meant
        QCOMPARE(again.toInt(Setting::GatewayPort), port);
        QCOMPARE(again.toString(Setting::Theme), u"dark"_s);
        QVERIFY(again.accept().ok());
        QVERIFY(again.trouble().isEmpty());
    }
    const Settings accepted(file());
    QVERIFY(accepted.trouble().isEmpty());
    QCOMPARE(accepted.toInt(Setting::GatewayPort), port);
    QCOMPARE(filesKeptAside(m_folder->path()), kept);
}

void TestSettings::isWellAgainWithItsFileBack()
{
    QFile written(file());
    QVERIFY(written.open(QIODevice::WriteOnly) && written.write(QByteArray(600, '\0')) == 600);
    written.close();
    QVERIFY(!Settings(file()).trouble().isEmpty());
    QVERIFY(written.open(QIODevice::WriteOnly | QIODevice::Truncate) && written.write("[gateway]\nport=4800\n") > 0);
    written.close();
    const Settings again(file());
    QVERIFY(again.trouble().isEmpty());
    QCOMPARE(again.toInt(Setting::GatewayPort), 4800);
}

/// As where the folder is read-only. Here its names are too long to get an addition.
void TestSettings::leavesADamagedFileThatCannotBeMoved()
{
    const QString path = m_folder->filePath(QString(250, u'n'));
    QFile written(path);
    QVERIFY(written.open(QIODevice::WriteOnly) && written.write(QByteArray(600, '\0')) == 600);
    written.close();
    {
        Settings settings(path);
        QCOMPARE(settings.trouble(), reasons::settingsDamagedInPlace(path));
        QVERIFY(!settings.accept().ok());
        settings.set(Setting::Theme, u"dark"_s);
        QCOMPARE(settings.toString(Setting::Theme), u"dark"_s);
    }
    QVERIFY(written.open(QIODevice::ReadOnly));
    QCOMPARE(written.readAll(), QByteArray(600, '\0'));
}

/// A program that was killed when the damaged file had lost its name already, or somebody who took away what was left.
void TestSettings::isNoFirstStartWhereADamagedFileWasKeptAside()
{
    QFile written(file());
    QVERIFY(written.open(QIODevice::WriteOnly) && written.write("[gateway]\nport=4800\nnot a setting\n") > 0);
    written.close();
    const Result<QString> kept = keepAside(file());
    QVERIFY(kept.ok());
    for (int start = 0; start < 2; ++start) {
        const Settings settings(file());
        QCOMPARE(settings.trouble(), reasons::settingsKeptAside(file(), *kept));
        QCOMPARE(settings.toInt(Setting::GatewayPort), 4800);
    }
    QCOMPARE(filesKeptAside(m_folder->path()), QStringList {*kept});
}

/// The disk that has the settings is not there today.
void TestSettings::isNoFirstStartWhereALinkLeadsNowhere()
{
    QVERIFY(QFile::link(m_folder->filePath(u"elsewhere/settings.ini"_s), file()));
    for (int start = 0; start < 2; ++start) {
        Settings settings(file());
        QVERIFY(!settings.trouble().isEmpty());
        settings.set(Setting::Theme, u"dark"_s);
    }
    QVERIFY(!QFile::exists(m_folder->filePath(u"elsewhere"_s)));
    QVERIFY(Settings(file()).accept().ok());
    QVERIFY(Settings(file()).trouble().isEmpty());
}

/// As on a full disk that takes a few bytes more.
void TestSettings::isDamagedStillWhereWhatIsLeftCannotBeWritten()
{
    const QByteArray bytes(600, '\0');
    QFile written(file());
    QVERIFY(written.open(QIODevice::WriteOnly) && written.write(bytes) == bytes.size());
    written.close();
    static_cast<void>(std::signal(SIGXFSZ, SIG_IGN));
    rlimit before = {};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
    const rlimit full = {1, before.rlim_max};
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &full), 0);
    bool isTold = false;
    bool isKept = false;
    {
        Settings settings(file());
        isTold = !settings.trouble().isEmpty();
        isKept = settings.accept().ok();
    }
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
    QVERIFY(isTold);
    QVERIFY(!isKept);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QCOMPARE(written.readAll(), bytes);
    QVERIFY(!Settings(file()).trouble().isEmpty());
}

void TestSettings::losesNothingToAFileEmptiedMeanwhile_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("zeros") << QByteArray(600, '\0');
    QTest::newRow("words") << QByteArray("Dear editor,\nthis is a letter and no list of settings.\n");
}

/// A window that runs knows still what the file said.
void TestSettings::losesNothingToAFileEmptiedMeanwhile()
{
    QFETCH(const QByteArray, bytes);
    QFile written(file());
    QVERIFY(written.open(QIODevice::WriteOnly) && written.write("[engine]\nunknown_prices=refuse\n") > 0);
    written.close();
    {
        Settings settings(file());
        QVERIFY(written.open(QIODevice::WriteOnly | QIODevice::Truncate) && written.write(bytes) == bytes.size());
        written.close();
        settings.set(Setting::Theme, u"dark"_s);
        QVERIFY(!settings.trouble().isEmpty());
    }
    const Settings again(file());
    QVERIFY(!again.trouble().isEmpty());
    QCOMPARE(again.toString(Setting::UnknownPrices), u"refuse"_s);
    QCOMPARE(again.toString(Setting::Theme), u"dark"_s);
    QCOMPARE(filesKeptAside(m_folder->path()).size(), 1);
}

void TestSettings::refusesWhatCannotBeUsed()
{
    Settings settings(file());
    settings.set(Setting::Theme, u"dark"_s);
    settings.set(Setting::Theme, u"pink"_s);
    QCOMPARE(settings.toString(Setting::Theme), u"dark"_s);
    settings.set(Setting::GatewayPort, -1);
    QCOMPARE(settings.toInt(Setting::GatewayPort), 4747);
}

void TestSettings::tellsOfChangesOnly()
{
    Settings settings(file());
    QList<Setting> changed;
    connect(&settings, &Settings::changed, this, [&changed](Setting setting) { changed.append(setting); });
    settings.set(Setting::Theme, u"dark"_s);
    settings.set(Setting::Theme, u"dark"_s);
    settings.set(Setting::Theme, u"pink"_s);
    settings.set(Setting::EmbedRecipe, true);
    QCOMPARE(changed, QList<Setting> {Setting::Theme});
}

QTEST_GUILESS_MAIN(TestSettings)
#include "test_settings.moc"

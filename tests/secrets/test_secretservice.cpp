// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Keychain against a real secret service, on a session bus of its own. Needs dbus-run-session and
// gnome-keyring-daemon; where they are missing it ends with 77, which CTest shows as skipped.
#include "core/secrets/keychain.h"
#include "tests/secrets/storecalls.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusVirtualObject>
#include <QProcess>
#include <QStandardPaths>

using namespace Qt::StringLiterals;
using namespace lightwell;
using namespace lightwell::test;

namespace {

constexpr int skipped = 77;
const QString service = u"org.freedesktop.secrets"_s;
const QString entry = u"lightwell/fal/default"_s;
const QByteArray secret = "sk-test-secret";

bool isRunning()
{
    return QDBusConnection::sessionBus().interface()->isServiceRegistered(service);
}

/// gnome-keyring with its files in a folder of the test's.
class Daemon
{
public:
    Daemon(const QString &home, bool unlocked)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"HOME"_s, home);
        environment.insert(u"XDG_DATA_HOME"_s, home);
        m_process.setProcessEnvironment(environment);
        QStringList arguments = {u"--foreground"_s, u"--components=secrets"_s, u"--control-directory="_s + home};
        if (unlocked) {
            arguments.append(u"--unlock"_s);
        }
        m_process.start(u"gnome-keyring-daemon"_s, arguments);
        m_process.write("password of the test");
        m_process.closeWriteChannel();
        started = m_process.waitForStarted() && QTest::qWaitFor(isRunning, 20'000);
    }
    ~Daemon()
    {
        m_process.kill();
        m_process.waitForFinished();
        (void)QTest::qWaitFor([] { return !isRunning(); }, 20'000);
    }
    bool started = false;

private:
    QProcess m_process;
};

/// A service that takes every call and never answers.
class Silent : public QDBusVirtualObject
{
public:
    QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &) override
    {
        message.setDelayedReply(true);
        return true;
    }
};

} // namespace

class TestSecretService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsReadsAndRemoves();
    void tellsLockedFromMissing();
    void doesNotWaitForOneThatNeverAnswers();

private:
    QTemporaryDir m_home;
};

void TestSecretService::keepsReadsAndRemoves()
{
    const Daemon daemon(m_home.path(), true);
    QVERIFY(daemon.started);
    Keychain keychain;
    QCOMPARE(probe(keychain).state, SecretState::Available);
    QCOMPARE(read(keychain, entry).state, SecretState::Missing);
    QCOMPARE(write(keychain, entry, secret).state, SecretState::Available);
    QCOMPARE(read(keychain, entry).secret, secret);
    QCOMPARE(read(keychain, u"lightwell/openai/default"_s).state, SecretState::Missing); // two accounts are two entries
    QCOMPARE(write(keychain, entry, "another").state, SecretState::Available);
    QCOMPARE(read(keychain, entry).secret, QByteArray("another"));
    QCOMPARE(remove(keychain, entry).state, SecretState::Available);
    QCOMPARE(read(keychain, entry).state, SecretState::Missing);
    QCOMPARE(write(keychain, entry, secret).state, SecretState::Available);
}

void TestSecretService::tellsLockedFromMissing()
{
    const Daemon daemon(m_home.path(), false); // the same files, and nobody to enter the password
    QVERIFY(daemon.started);
    Keychain keychain;
    QCOMPARE(probe(keychain).state, SecretState::Locked);
    QCOMPARE(read(keychain, entry).state, SecretState::Locked);
    QCOMPARE(write(keychain, entry, "overwritten").state, SecretState::Locked);
    QCOMPARE(probe(keychain).state, SecretState::Locked);
}

void TestSecretService::doesNotWaitForOneThatNeverAnswers()
{
    QDBusConnection bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"silent"_s);
    Silent silent;
    QVERIFY(bus.registerVirtualObject(u"/"_s, &silent, QDBusConnection::SubPath));
    QVERIFY(bus.registerService(service));
    Keychain keychain(std::chrono::milliseconds(300));
    QCOMPARE(read(keychain, entry).state, SecretState::NotAnswering);
    // The first still hangs; what comes after it does not even try.
    QCOMPARE(read(keychain, entry).state, SecretState::NotAnswering);
    QCOMPARE(write(keychain, entry, secret).state, SecretState::NotAnswering);
    QCOMPARE(probe(keychain).state, SecretState::NotAnswering);
    bus.unregisterService(service);
    QDBusConnection::disconnectFromBus(u"silent"_s);
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (!qEnvironmentVariableIsSet("LIGHTWELL_TEST_BUS")) {
        const QString runner = QStandardPaths::findExecutable(u"dbus-run-session"_s);
        if (runner.isEmpty() || QStandardPaths::findExecutable(u"gnome-keyring-daemon"_s).isEmpty()) {
            qInfo("Skipped: dbus-run-session and gnome-keyring-daemon are needed.");
            return skipped;
        }
        qputenv("LIGHTWELL_TEST_BUS", "1");
        for (const char *display : {"DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"}) {
            qunsetenv(display); // a question for a password would wait for the person at the screen
        }
        return QProcess::execute(runner, QStringList {u"--"_s} + QCoreApplication::arguments());
    }
    TestSecretService test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_secretservice.moc"

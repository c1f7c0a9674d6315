// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Notifications against a service of the test's own, on a session bus of its own. Needs dbus-run-session; where
// that is missing it ends with 77, which CTest shows as skipped.
#include "ui/systemnotifier.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;

namespace {

constexpr int skipped = 77;

/// What a desktop has, as far as it is asked.
class Desktop : public QDBusVirtualObject
{
public:
    QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &bus) override
    {
        if (message.member() != "Notify"_L1) {
            return false;
        }
        calls.append(message.arguments());
        bus.send(message.createReply(uint(40 + calls.size())));
        return true;
    }
    QList<QVariantList> calls;
};

} // namespace

class TestSystemNotifier : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void noServiceIsSilent();
    void showsReplacesAndOpens();
};

void TestSystemNotifier::noServiceIsSilent()
{
    SystemNotifier notifier;
    notifier.notify(u"Done"_s, u"all"_s, [] { QFAIL("nobody can press on it"); });
    QCoreApplication::processEvents();
}

void TestSystemNotifier::showsReplacesAndOpens()
{
    QDBusConnection bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"desktop"_s);
    Desktop desktop;
    QVERIFY(bus.registerVirtualObject(u"/org/freedesktop/Notifications"_s, &desktop));
    QVERIFY(bus.registerService(u"org.freedesktop.Notifications"_s));
    SystemNotifier notifier;
    int opened = 0;
    notifier.notify(u"2 of 3"_s, u"1 failed & <b>more</b>"_s, [] {});
    QTRY_COMPARE(desktop.calls.size(), 1);
    QCOMPARE(desktop.calls.at(0).at(1).toUInt(), 0U);
    QCOMPARE(desktop.calls.at(0).at(3).toString(), u"2 of 3"_s);
    QVERIFY(!desktop.calls.at(0).at(4).toString().contains(u'<'));
    const auto again = [&] { notifier.notify(u"3 of 3"_s, {}, [&opened] { ++opened; }); };
    again();
    QTRY_COMPARE(desktop.calls.size(), 2);
    QTRY_VERIFY((again(), desktop.calls.constLast().at(1).toUInt() >= 41U)); // once the first number has come
    const auto press = [&bus](uint id) {
        QDBusMessage signal = QDBusMessage::createSignal(u"/org/freedesktop/Notifications"_s,
                                                         u"org.freedesktop.Notifications"_s, u"ActionInvoked"_s);
        signal << id << u"default"_s;
        bus.send(signal);
    };
    press(7); // another program's
    QTRY_VERIFY((press(uint(40 + desktop.calls.size())), opened > 0));
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (!qEnvironmentVariableIsSet("LIGHTWELL_TEST_BUS")) {
        const QString runner = QStandardPaths::findExecutable(u"dbus-run-session"_s);
        if (runner.isEmpty()) {
            qInfo("Skipped: dbus-run-session is needed.");
            return skipped;
        }
        qputenv("LIGHTWELL_TEST_BUS", "1");
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        return QProcess::execute(runner, QStringList {u"--"_s} + QCoreApplication::arguments());
    }
    TestSystemNotifier test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_systemnotifier.moc"

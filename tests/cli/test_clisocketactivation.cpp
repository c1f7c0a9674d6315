// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cliprogram.h"
#include "tests/support/sanitizer.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QUdpSocket>

#include <csignal>

using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

/// What the gateway at this port says to be there; empty: nothing.
QByteArray health(quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    if (!socket.waitForConnected(30'000)) {
        return {};
    }
    socket.write("GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port)
                 + "\r\nConnection: close\r\n\r\n");
    while (socket.waitForReadyRead(30'000)) { }
    return socket.readAll();
}

int stop(QProcess &process)
{
    if (process.state() != QProcess::Running) {
        return -1;
    }
    ::kill(static_cast<pid_t>(process.processId()), SIGTERM);
    return process.waitForFinished(30'000) && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}

QString listenIn(const char *variables, const char *options = "")
{
    return u"%1 exec \"$0\" serve --no-auth %2"_s.arg(QLatin1StringView(variables), QLatin1StringView(options));
}

} // namespace

/// `serve` on a socket that whoever starts it has opened.
class TestCliSocketActivation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void servesTheSocketItIsGiven();
    void refusesWhatIsNoListeningSocket_data();
    void refusesWhatIsNoListeningSocket();
    void aSocketForAnotherProgramIsNotTaken();
    void systemdStartsItWithTheFirstCall();
};

void TestCliSocketActivation::servesTheSocketItIsGiven()
{
    CliProgram cli;
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress(QHostAddress::LocalHost)));
    const quint16 port = server.serverPort();
    const auto process =
        cli.startWithSocket(int(server.socketDescriptor()), listenIn("export LISTEN_FDS=1 LISTEN_PID=$$;"));
    server.pauseAccepting();
    while (!process->canReadLine() && process->waitForReadyRead(30'000)) { }
    const QJsonObject line = QJsonDocument::fromJson(process->readLine()).object();
    QCOMPARE(line.value("url"_L1).toString(), u"http://127.0.0.1:%1/v1"_s.arg(port));
    QVERIFY(health(port).startsWith("HTTP/1.1 200"));
    QCOMPARE(stop(*process), 0);
}

void TestCliSocketActivation::refusesWhatIsNoListeningSocket_data()
{
    QTest::addColumn<bool>("listens");
    QTest::addColumn<QString>("script");
    QTest::newRow("not TCP") << false << listenIn("export LISTEN_FDS=1 LISTEN_PID=$$;");
    QTest::newRow("several") << true << listenIn("export LISTEN_FDS=2 LISTEN_PID=$$;");
    QTest::newRow("with a port") << true << listenIn("export LISTEN_FDS=1 LISTEN_PID=$$;", "--port 0");
    QTest::newRow("none there") << false << listenIn("exec 3<&-; export LISTEN_FDS=1 LISTEN_PID=$$;");
}

void TestCliSocketActivation::refusesWhatIsNoListeningSocket()
{
    QFETCH(bool, listens);
    QFETCH(QString, script);
    CliProgram cli;
    QTcpServer server;
    QUdpSocket other;
    QVERIFY(server.listen(QHostAddress(QHostAddress::LocalHost)) && other.bind(QHostAddress(QHostAddress::LocalHost)));
    const auto process =
        cli.startWithSocket(int(listens ? server.socketDescriptor() : other.socketDescriptor()), script);
    QVERIFY(process->waitForFinished(30'000));
    QCOMPARE(process->exitCode(), 2);
    QVERIFY(process->readAllStandardOutput().isEmpty());
    QCOMPARE(process->readAllStandardError().count('\n'), 1);
}

void TestCliSocketActivation::aSocketForAnotherProgramIsNotTaken()
{
    CliProgram cli;
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress(QHostAddress::LocalHost)));
    const auto process =
        cli.startWithSocket(int(server.socketDescriptor()), listenIn("export LISTEN_FDS=1 LISTEN_PID=1;", "--port 0"));
    while (!process->canReadLine() && process->waitForReadyRead(30'000)) { }
    const QUrl url(QJsonDocument::fromJson(process->readLine()).object().value("url"_L1).toString());
    QVERIFY(url.isValid() && url.port() != server.serverPort());
    QCOMPARE(stop(*process), 0);
}

void TestCliSocketActivation::systemdStartsItWithTheFirstCall()
{
    const QString program = QStandardPaths::findExecutable(u"systemd-socket-activate"_s);
    if (program.isEmpty()) {
        QSKIP("systemd-socket-activate is not installed");
    }
    quint16 port = 0;
    {
        QTcpServer server; // to find a free one
        QVERIFY(server.listen(QHostAddress(QHostAddress::LocalHost)));
        port = server.serverPort();
    }
    CliProgram cli;
    QStringList arguments {u"-l"_s, u"127.0.0.1:%1"_s.arg(port), u"-E"_s, u"LIGHTWELL_HOME"_s};
    for (const QString &name : sanitizerVariables()) { // it hands on what it is told to alone
        arguments << u"-E"_s << name;
    }
    const auto process =
        cli.startBy(program, arguments + QStringList {QStringLiteral(LIGHTWELL_CLI), u"serve"_s, u"--no-auth"_s});
    process->setReadChannel(QProcess::StandardError);
    while (!process->canReadLine() && process->waitForReadyRead(30'000)) { }
    QVERIFY(health(port).startsWith("HTTP/1.1 200"));
    QCOMPARE(stop(*process), 0);
}

QTEST_GUILESS_MAIN(TestCliSocketActivation)
#include "test_clisocketactivation.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cliprogram.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

#include <csignal>

using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

struct Answer
{
    int status = 0;
    QByteArray body;
    QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
};

/// A running `serve`: waits for its line, stops it politely.
struct Served
{
    Served(CliProgram &cli, const QStringList &options)
        : process(cli.start(QStringList {u"serve"_s, u"--port"_s, u"0"_s} + options))
    {
        while (!process->canReadLine() && process->waitForReadyRead(30'000)) { }
        line = QJsonDocument::fromJson(process->readLine()).object();
    }
    int stop(int signal = SIGTERM)
    {
        if (process->state() != QProcess::Running) {
            return -1; // a signal to process 0 would end the test itself
        }
        ::kill(static_cast<pid_t>(process->processId()), signal);
        return process->waitForFinished(30'000) && process->exitStatus() == QProcess::NormalExit ? process->exitCode()
                                                                                                 : -1;
    }
    Answer call(const QString &path, const QByteArray &key, const QByteArray &body = {})
    {
        QNetworkAccessManager manager;
        QNetworkRequest request(QUrl(line["url"_L1].toString() + path));
        if (!key.isEmpty()) {
            request.setRawHeader("Authorization", "Bearer " + key);
        }
        request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/json"));
        std::unique_ptr<QNetworkReply> reply(body.isEmpty() ? manager.get(request) : manager.post(request, body));
        [&reply] { QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), 30'000); }();
        return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll()};
    }

    std::unique_ptr<QProcess> process;
    QJsonObject line;
};

} // namespace

class TestServe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhereItListensAndKeepsItsKey()
    {
        CliProgram cli;
        QString key;
        for (int start = 0; start < 2; ++start) {
            Served served(cli, {});
            QCOMPARE(served.line["event"_L1].toString(), u"listening"_s);
            QVERIFY(served.line["url"_L1].toString().endsWith(u"/v1"_s));
            if (start == 0) {
                key = served.line["key"_L1].toString();
            }
            QVERIFY(key.size() > 40);
            QCOMPARE(served.line["key"_L1].toString(), key);
            QCOMPARE(served.call(u"/models"_s, key.toUtf8()).status, 200);
            QCOMPARE(served.call(u"/models"_s, "wrong").status, 401);
            QCOMPARE(served.stop(), 0);
        }
    }

    void everySignalToStopEndsItWell_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("terminated") << SIGTERM;
        QTest::newRow("interrupted") << SIGINT;
        QTest::newRow("its terminal went") << SIGHUP;
    }
    void everySignalToStopEndsItWell()
    {
        QFETCH(const int, signal);
        const auto before = std::signal(signal, SIG_DFL); // this test itself may run where it is ignored
        CliProgram cli;
        Served served(cli, {});
        std::signal(signal, before);
        QCOMPARE(served.line["event"_L1].toString(), u"listening"_s);
        QCOMPARE(served.stop(signal), 0);
    }

    void aDamagedSeedIsToldAndKept_data()
    {
        QTest::addColumn<QByteArray>("seed");
        QTest::newRow("too short") << QByteArray(31, 's');
        QTest::newRow("too long") << QByteArray(33, 's');
        QTest::newRow("empty") << QByteArray();
    }
    void aDamagedSeedIsToldAndKept()
    {
        QFETCH(QByteArray, seed);
        CliProgram cli;
        QVERIFY(QDir().mkpath(cli.home()));
        QFile file(cli.home() + u"/gateway.seed"_s);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(seed) == seed.size());
        file.close();
        const CliResult result = cli.run({u"serve"_s, u"--port"_s, u"0"_s});
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.err.contains("gateway.seed"), result.err.constData());
        QCOMPARE(result.out, QByteArray());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), seed);
        QVERIFY(file.remove()); // as the message says
        Served served(cli, {});
        QVERIFY(!served.line["key"_L1].toString().isEmpty());
        QCOMPARE(served.stop(), 0);
    }

    void localhostIsAnAddress()
    {
        CliProgram cli;
        Served served(cli, {u"--address"_s, u"localhost"_s});
        QCOMPARE(QUrl(served.line["url"_L1].toString()).host(), u"127.0.0.1"_s);
        QCOMPARE(served.stop(), 0);
    }

    void takesTheKeyItIsGiven()
    {
        CliProgram cli;
        Served served(cli, {u"--key"_s, u"my-own-key-0123456789"_s});
        QCOMPARE(served.line["key"_L1].toString(), u"my-own-key-0123456789"_s);
        QCOMPARE(served.call(u"/models"_s, "my-own-key-0123456789").status, 200);
        QCOMPARE(served.stop(), 0);
    }

    void givenKeyLeavesTheOthersAlone()
    {
        CliProgram cli;
        Served usual(cli, {});
        const QByteArray key = usual.line["key"_L1].toString().toUtf8();
        Served special(cli, {u"--key"_s, u"x"_s});
        QCOMPARE(special.call(u"/models"_s, "x").status, 200);
        QCOMPARE(usual.call(u"/models"_s, key).status, 200);
        QCOMPARE(usual.call(u"/models"_s, "x").status, 401);
        QCOMPARE(special.stop(), 0);
        QCOMPARE(usual.stop(), 0);
    }

    void aKeyFromTheEnvironment()
    {
        CliProgram cli;
        cli.setVariable(u"LIGHTWELL_GATEWAY_KEY"_s, u"from-the-environment"_s);
        Served served(cli, {});
        QCOMPARE(served.line["key"_L1].toString(), u"from-the-environment"_s);
        QCOMPARE(served.call(u"/models"_s, "from-the-environment").status, 200);
        QCOMPARE(served.stop(), 0);
    }

    void aRevokedDefaultKeyIsReplaced()
    {
        CliProgram cli;
        QByteArray old;
        {
            Served served(cli, {});
            old = served.line["key"_L1].toString().toUtf8();
            QCOMPARE(served.stop(), 0);
        }
        QCOMPARE(cli.run({u"clients"_s, u"revoke"_s, u"This computer"_s}).exitCode, 0);
        Served served(cli, {});
        const QByteArray key = served.line["key"_L1].toString().toUtf8();
        QVERIFY(!key.isEmpty() && key != old);
        QCOMPARE(served.call(u"/models"_s, key).status, 200);
        QCOMPARE(served.call(u"/models"_s, old).status, 401);
        QCOMPARE(served.stop(), 0);
    }

    void wrongUsage_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("empty key") << QStringList {u"--key"_s, {}};
        QTest::newRow("spaces") << QStringList {u"--key"_s, u" x y "_s};
        QTest::newRow("no ASCII") << QStringList {u"--key"_s, u"schlüssel"_s};
        QTest::newRow("weak key for the network") << QStringList {u"--key"_s, u"a"_s, u"--address"_s, u"0.0.0.0"_s};
        QTest::newRow("key and none") << QStringList {u"--key"_s, u"a"_s, u"--no-auth"_s};
        QTest::newRow("a name") << QStringList {u"--address"_s, u"studio.lan"_s};
        QTest::newRow("no port") << QStringList {u"--port"_s, u"65536"_s};
        QTest::newRow("a page") << QStringList {u"--allow-origin"_s, u"*"_s};
        QTest::newRow("a replay mode") << QStringList {u"--replay"_s, u"moc"_s};
        QTest::newRow("a cache time") << QStringList {u"--cache"_s, u"1h"_s};
        QTest::newRow("a long cache time") << QStringList {u"--cache"_s, u"86401"_s};
        QTest::newRow("a host") << QStringList {u"--allow-host"_s, u"a/b"_s};
        QTest::newRow("a public path") << QStringList {u"--public-url"_s, u"/v1"_s};
        QTest::newRow("a public file") << QStringList {u"--public-url"_s, u"file:///srv"_s};
        QTest::newRow("a public query") << QStringList {u"--public-url"_s, u"https://pictures.example/v1?a=b"_s};
        QTest::newRow("a public login") << QStringList {u"--public-url"_s, u"https://me:pw@pictures.example"_s};
        QTest::newRow("a word") << QStringList {u"foo"_s};
    }

    void wrongUsage()
    {
        QFETCH(QStringList, options);
        CliProgram cli;
        const CliResult result = cli.run(QStringList {u"serve"_s, u"--port"_s, u"0"_s} + options);
        QCOMPARE(result.exitCode, 2);
        QVERIFY(!result.err.isEmpty());
        QVERIFY(result.out.isEmpty());
    }

    void takesNamesAndPages()
    {
        CliProgram cli;
        Served served(cli, {u"--allow-origin"_s, u"http://app.example"_s, u"--allow-host"_s, u"studio.lan,box"_s});
        const QUrl url(served.line["url"_L1].toString() + u"/models"_s);
        const auto status = [&](const QByteArray &host, const QByteArray &origin) {
            QNetworkAccessManager manager;
            QNetworkRequest request(url);
            request.setRawHeader("Authorization", "Bearer " + served.line["key"_L1].toString().toUtf8());
            request.setRawHeader("Host", host);
            request.setRawHeader("Origin", origin);
            std::unique_ptr<QNetworkReply> reply(manager.get(request));
            [&reply] { QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), 30'000); }();
            return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        };
        QCOMPARE(status("studio.lan", "http://app.example"), 200);
        QCOMPARE(status("box", "http://app.example"), 200);
        QCOMPARE(status("other.lan", "http://app.example"), 403);
        QCOMPARE(status("box", "http://other.example"), 403);
        QCOMPARE(served.stop(), 0);
    }

    void tellsOfTheNetwork()
    {
        CliProgram cli;
        Served served(cli, {u"--address"_s, u"0.0.0.0"_s});
        QCOMPARE(QUrl(served.line["url"_L1].toString()).host(), u"127.0.0.1"_s);
        if (served.line["other_urls"_L1].toArray().isEmpty()) {
            QCOMPARE(served.stop(), 0);
            QSKIP("this computer is in no network");
        }
        QCOMPARE(served.stop(), 0);
        QVERIFY(!served.process->readAllStandardError().isEmpty());
    }

    void asksForNoKeyIfToldSo()
    {
        CliProgram cli;
        Served served(cli, {u"--no-auth"_s});
        QVERIFY(!served.line.contains("key"_L1));
        QCOMPARE(served.call(u"/models"_s, {}).status, 200);
        QCOMPARE(served.stop(), 0);
    }

    void refusesTheNetworkWithoutAKey()
    {
        CliProgram cli;
        const CliResult result =
            cli.run({u"serve"_s, u"--address"_s, u"0.0.0.0"_s, u"--port"_s, u"0"_s, u"--no-auth"_s});
        QCOMPARE(result.exitCode, 2);
        QVERIFY(!result.err.isEmpty());
    }

    void busyPortIsToldOnce()
    {
        CliProgram cli;
        Served served(cli, {});
        const QString port = QString::number(QUrl(served.line["url"_L1].toString()).port());
        const CliResult second = cli.run({u"serve"_s, u"--port"_s, port});
        QCOMPARE(second.exitCode, 1);
        QVERIFY2(second.err.contains(port.toUtf8()), second.err.constData());
        QCOMPARE(served.stop(), 0);
    }

    void stopLosesNothing()
    {
        CliProgram cli;
        Served served(cli, {});
        const QByteArray key = served.line["key"_L1].toString().toUtf8();
        QNetworkAccessManager manager;
        QNetworkRequest request(QUrl(served.line["url"_L1].toString() + u"/images/generations"_s));
        request.setRawHeader("Authorization", "Bearer " + key);
        request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/json"));
        std::unique_ptr<QNetworkReply> reply(manager.post(request, R"({"model":"sketchbook-scene","prompt":"boat"})"));
        const auto running = [&cli] { return cli.run({u"requests"_s, u"--json"_s}).json().array(); };
        QTRY_VERIFY_WITH_TIMEOUT(!running().isEmpty(), 20'000);
        QCOMPARE(served.stop(), 0);
        // Finished, or left in the journal for the next start; never silently gone.
        const QString status = running().at(0)["status"_L1].toString();
        QVERIFY2(status == u"completed"_s || status == u"running"_s, qPrintable(status));
        Served again(cli, {});
        QTRY_VERIFY_WITH_TIMEOUT(running().at(0)["status"_L1].toString() != u"running"_s, 20'000);
        QCOMPARE(again.stop(), 0);
    }
};

QTEST_GUILESS_MAIN(TestServe)
#include "test_serve.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// `lightwell-cli mcp` as a program at the other end of a pipe drives it.
#include "tests/cli/cliprogram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <csignal>

using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray line(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QByteArray request(int id, const QString &method, const QJsonObject &params = {})
{
    return line({{u"jsonrpc"_s, u"2.0"_s}, {u"id"_s, id}, {u"method"_s, method}, {u"params"_s, params}});
}

QByteArray draw(int id, const QJsonObject &more = {})
{
    QJsonObject arguments {{u"model"_s, u"sketchbook-scene"_s}, {u"prompt"_s, u"a boat"_s}, {u"seed"_s, 3}};
    for (auto field = more.begin(); field != more.end(); ++field) {
        arguments.insert(field.key(), field.value());
    }
    return request(id, u"tools/call"_s, {{u"name"_s, u"generate_image"_s}, {u"arguments"_s, arguments}});
}

QByteArray initialize()
{
    return request(0, u"initialize"_s, {{u"protocolVersion"_s, u"2025-11-25"_s}, {u"capabilities"_s, QJsonObject()}});
}

/// Every line of the output, which holds nothing else.
QList<QJsonObject> messagesIn(const QByteArray &output)
{
    QList<QJsonObject> messages;
    for (const QByteArray &one : output.split('\n')) {
        if (!one.isEmpty()) {
            messages.append(QJsonDocument::fromJson(one).object());
        }
    }
    return messages;
}

} // namespace

class TestCliMcp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPipeIsAnsweredToItsEnd()
    {
        CliProgram cli;
        const CliResult result = cli.run({u"mcp"_s}, initialize() + draw(1) + request(2, u"tools/list"_s));
        QCOMPARE(result.exitCode, 0);
        const QList<QJsonObject> messages = messagesIn(result.out);
        QCOMPARE(messages.size(), 3);
        for (const QJsonObject &message : messages) {
            QCOMPARE(message.value("jsonrpc"_L1).toString(), u"2.0"_s);
            if (message.value("id"_L1) == QJsonValue(1)) {
                const QJsonObject job = message["result"_L1]["structuredContent"_L1].toObject();
                QCOMPARE(job.value("status"_L1).toString(), u"completed"_s);
                QVERIFY(job["pictures"_L1][0]["uri"_L1].toString().startsWith(u"file:///"_s));
            }
        }
    }

    void whatIsWrongIsTold_data()
    {
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<int>("code");
        QTest::newRow("no JSON") << "hello\n"_ba << -32700;
        QTest::newRow("no message") << "{}\n"_ba << -32600;
        QTest::newRow("a batch") << QByteArray('[' + request(1, u"ping"_s).trimmed() + "]\n") << -32600;
        QTest::newRow("no such method") << request(1, u"server/stop"_s) << -32601;
        QTest::newRow("no end") << request(1, u"server/stop"_s).trimmed() << -32601;
    }
    void whatIsWrongIsTold()
    {
        QFETCH(QByteArray, input);
        CliProgram cli;
        const CliResult result = cli.run({u"mcp"_s}, input);
        QCOMPARE(result.exitCode, 0);
        const QList<QJsonObject> messages = messagesIn(result.out);
        QCOMPARE(messages.size(), 1);
        QTEST(messages.first()["error"_L1]["code"_L1].toInt(), "code");
        const bool isRead = input.startsWith('{') && input.size() > 3;
        QCOMPARE(messages.first().value("id"_L1), isRead ? QJsonValue(1) : QJsonValue(QJsonValue::Null));
    }

    void notificationsGetNoAnswer()
    {
        CliProgram cli;
        const CliResult result =
            cli.run({u"mcp"_s}, "\n{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}\n");
        QCOMPARE(result.exitCode, 0);
        QVERIFY(result.out.isEmpty());
    }

    /// The client is gone before its picture: that is made all the same, and the next run brings it.
    void aJobOutlivesItsClient()
    {
        CliProgram cli;
        const CliResult first = cli.run({u"mcp"_s}, draw(1, {{u"wait_seconds"_s, 0}}));
        const QString id = messagesIn(first.out).value(0)["result"_L1]["structuredContent"_L1]["job_id"_L1].toString();
        QVERIFY(id.startsWith(u"gen_"_s));
        const CliResult second = cli.run(
            {u"mcp"_s}, request(1, u"tools/call"_s, {{u"name"_s, u"get_job"_s}, {u"arguments"_s, QJsonObject()}}));
        const QJsonObject job = messagesIn(second.out).value(0)["result"_L1]["structuredContent"_L1].toObject();
        QCOMPARE(job.value("job_id"_L1).toString(), id);
        QCOMPARE(job.value("status"_L1).toString(), u"completed"_s);
    }

    void aClientsModelsAreHeldTo()
    {
        CliProgram cli;
        const CliResult added = cli.run({u"clients"_s, u"add"_s, u"narrow"_s, u"--models"_s, u"flux*"_s});
        QCOMPARE(added.exitCode, 0);
        const qsizetype at = added.out.indexOf("lw-");
        QVERIFY2(at >= 0, added.out.constData());
        cli.setVariable(u"LIGHTWELL_KEY"_s, QString::fromLatin1(added.out.mid(at).split('\n').first().trimmed()));
        const CliResult drawn = cli.run({u"mcp"_s}, initialize() + draw(1));
        QCOMPARE(drawn.exitCode, 0);
        const QJsonObject answer = messagesIn(drawn.out).last();
        QVERIFY2(answer["result"_L1]["isError"_L1].toBool(), drawn.out.constData());
        QVERIFY(drawn.out.contains("sketchbook-scene"));
    }

    /// It may be told otherwise while an assistant's program has it running for days.
    void whatAClientMayUseIsAskedEachTime()
    {
        CliProgram cli;
        const CliResult added = cli.run({u"clients"_s, u"add"_s, u"wide"_s});
        const qsizetype at = added.out.indexOf("lw-");
        QVERIFY2(at >= 0, added.out.constData());
        cli.setVariable(u"LIGHTWELL_KEY"_s, QString::fromLatin1(added.out.mid(at).split('\n').first().trimmed()));
        const auto process = cli.start({u"mcp"_s});
        const auto ask = [&process](const QByteArray &request) {
            process->write(request);
            while (!process->canReadLine() && process->waitForReadyRead(30'000)) { }
            return process->readLine();
        };
        const QJsonObject listing {{u"name"_s, u"list_models"_s}, {u"arguments"_s, QJsonObject()}};
        QVERIFY(ask(initialize()).contains("protocolVersion"));
        const QByteArray all = ask(request(1, u"tools/call"_s, listing));
        QVERIFY2(all.contains("sketchbook-scene"), all.constData());
        const QStringList narrowed {u"clients"_s, u"set"_s, u"wide"_s, u"--models"_s, u"sketchbook-poster"_s};
        QCOMPARE(cli.run(narrowed).exitCode, 0);
        const QByteArray few = ask(request(2, u"tools/call"_s, listing));
        QVERIFY2(few.contains("sketchbook-poster") && !few.contains("sketchbook-scene"), few.constData());
        process->closeWriteChannel();
        QVERIFY(process->waitForFinished(30'000));
        QCOMPARE(process->exitCode(), 0);
    }

    void aClientThatReplaysPaysForNothing()
    {
        CliProgram cli;
        const CliResult added = cli.run({u"clients"_s, u"add"_s, u"test"_s, u"--replay"_s, u"mock"_s});
        QCOMPARE(added.exitCode, 0);
        const qsizetype at = added.out.indexOf("lw-");
        QVERIFY2(at >= 0, added.out.constData());
        cli.setVariable(u"LIGHTWELL_KEY"_s, QString::fromLatin1(added.out.mid(at).split('\n').first().trimmed()));
        const CliResult drawn = cli.run({u"mcp"_s}, initialize() + draw(1));
        QCOMPARE(drawn.exitCode, 0);
        QVERIFY2(messagesIn(drawn.out).last()["result"_L1]["isError"_L1].toBool(), drawn.out.constData());
        QVERIFY(cli.run({u"requests"_s, u"--json"_s}).json().array().isEmpty());
    }

    void aWrongKeyEndsIt()
    {
        CliProgram cli;
        cli.setVariable(u"LIGHTWELL_KEY"_s, u"lw-wrong"_s);
        const CliResult result = cli.run({u"mcp"_s}, request(1, u"ping"_s));
        QCOMPARE(result.exitCode, 1);
        QVERIFY(result.out.isEmpty());
        QVERIFY(!result.err.contains("lw-wrong"));
    }

    void aRevokedKeyIsHeardNoMore()
    {
        CliProgram cli;
        const CliResult added = cli.run({u"clients"_s, u"add"_s, u"narrow"_s});
        const qsizetype at = added.out.indexOf("lw-");
        QVERIFY2(at >= 0, added.out.constData());
        cli.setVariable(u"LIGHTWELL_KEY"_s, QString::fromLatin1(added.out.mid(at).split('\n').first().trimmed()));
        const auto process = cli.start({u"mcp"_s});
        process->write(request(1, u"ping"_s));
        while (!process->canReadLine() && process->waitForReadyRead(30'000)) { }
        QCOMPARE(messagesIn(process->readLine()).value(0)["id"_L1].toInt(), 1);
        QCOMPARE(cli.run({u"clients"_s, u"revoke"_s, u"narrow"_s}).exitCode, 0);
        process->write(draw(2));
        QVERIFY(process->waitForFinished(30'000));
        QCOMPARE(process->exitCode(), 1);
        QVERIFY(process->readAllStandardOutput().isEmpty());
        const CliResult made = cli.run({u"requests"_s, u"--json"_s});
        QVERIFY(QJsonDocument::fromJson(made.out).isArray());
        QVERIFY2(QJsonDocument::fromJson(made.out).array().isEmpty(), made.out.constData());
    }

    void aSignalEndsIt()
    {
        CliProgram cli;
        const auto process = cli.start({u"mcp"_s});
        process->write(request(1, u"ping"_s));
        while (!process->canReadLine() && process->waitForReadyRead(30'000)) { }
        QVERIFY(process->canReadLine());
        ::kill(static_cast<pid_t>(process->processId()), SIGTERM);
        QVERIFY(process->waitForFinished(30'000));
        QCOMPARE(process->exitCode(), 0);
    }
};

QTEST_GUILESS_MAIN(TestCliMcp)
#include "test_climcp.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Two programs with one home: what one does holds for the other at once.
#include "tests/cli/cliprogram.h"
#include "tests/standins/openai.h"

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

/// A running `serve`.
struct Server
{
    explicit Server(CliProgram &cli)
        : process(cli.start({u"serve"_s, u"--port"_s, u"0"_s}))
    {
        while (!process->canReadLine() && process->waitForReadyRead(30'000)) { }
        url = QJsonDocument::fromJson(process->readLine()).object()["url"_L1].toString();
    }
    ~Server()
    {
        if (process->state() == QProcess::Running) {
            ::kill(static_cast<pid_t>(process->processId()), SIGTERM);
        }
        process->waitForFinished(30'000);
    }
    std::unique_ptr<QProcess> process;
    QString url;
};

} // namespace

class TestCliTwoPrograms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parallelCallsShareOneBudget();
    void aRevokedClientIsOutAtOnce();

private:
    std::unique_ptr<QNetworkReply> begin(const QString &url, const QByteArray &key, const QByteArray &body = {})
    {
        QNetworkRequest request {QUrl(url)};
        if (!key.isEmpty()) {
            request.setRawHeader("Authorization", "Bearer " + key);
        }
        request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/json"));
        return std::unique_ptr<QNetworkReply>(body.isEmpty() ? m_manager.get(request) : m_manager.post(request, body));
    }
    static int status(QNetworkReply &reply)
    {
        [&reply] { QTRY_VERIFY_WITH_TIMEOUT(reply.isFinished(), 60'000); }();
        return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    }
    QNetworkAccessManager m_manager;
};

void TestCliTwoPrograms::parallelCallsShareOneBudget()
{
    OpenAiStandIn vendor;
    CliProgram cli;
    cli.setVariable(u"OPENAI_API_KEY"_s, QString::fromLatin1(OpenAiStandIn::key()));
    cli.setVariable(u"LIGHTWELL_OPENAI_BASE_URL"_s, vendor.baseUrl().toString());
    const QByteArray wish = R"({"model":"openai/gpt-image-2","prompt":"a boat","quality":"low"})";
    const double price = cli.run({u"estimate"_s, u"a boat"_s, u"--model"_s, u"openai/gpt-image-2"_s, u"--quality"_s,
                                  u"low"_s, u"--json"_s})
                             .json()
                             .object()["total_cost"_L1]
                             .toDouble();
    QVERIFY(price > 0);
    const QByteArray key = cli.run({u"clients"_s, u"add"_s, u"p"_s, u"--budget"_s, QString::number(price * 1.5, 'f', 6),
                                    u"--period"_s, u"day"_s})
                               .out.trimmed();
    Server one(cli);
    Server two(cli);
    std::vector<std::unique_ptr<QNetworkReply>> replies;
    for (int i = 0; i < 8; ++i) {
        replies.push_back(begin((i % 2 == 0 ? one : two).url + u"/images/generations"_s, key, wish));
    }
    QHash<int, int> seen;
    for (const auto &reply : replies) {
        ++seen[status(*reply)];
    }
    QCOMPARE(seen.value(200), 1);
    QCOMPARE(seen.value(402), 7);
    QCOMPARE(vendor.billed(), 1);
}

void TestCliTwoPrograms::aRevokedClientIsOutAtOnce()
{
    CliProgram cli;
    const QByteArray key = cli.run({u"clients"_s, u"add"_s, u"p"_s}).out.trimmed();
    const QByteArray other = cli.run({u"clients"_s, u"add"_s, u"q"_s}).out.trimmed();
    Server server(cli);
    const QByteArray wish = R"({"model":"sketchbook-pattern","prompt":"a boat","size":"64x64","seed":1})";
    const auto linkFor = [&](const QByteArray &whose) {
        const auto reply = begin(server.url + u"/images/generations"_s, whose, wish);
        [&reply] { QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), 60'000); }();
        return QJsonDocument::fromJson(reply->readAll())["data"_L1][0]["url"_L1].toString();
    };
    const QString mine = linkFor(key);
    const QString theirs = linkFor(other);
    QCOMPARE(status(*begin(mine, {})), 200);
    QCOMPARE(status(*begin(theirs, {})), 200);
    QCOMPARE(cli.run({u"clients"_s, u"revoke"_s, u"p"_s}).exitCode, 0);
    QCOMPARE(status(*begin(mine, {})), 404);
    QCOMPARE(status(*begin(server.url + u"/models"_s, key)), 401);
    QCOMPARE(status(*begin(theirs, {})), 200);
}

QTEST_GUILESS_MAIN(TestCliTwoPrograms)
#include "test_clitwoprograms.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Two programs with one home: what one does holds for the other at once.
#include "tests/cli/cliprogram.h"
#include "tests/cli/serving.h"
#include "tests/standins/fal.h"
#include "tests/standins/openai.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

using namespace lightwell::test;
using namespace Qt::StringLiterals;

class TestCliTwoPrograms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parallelCallsShareOneBudget();
    void aRevokedClientIsOutAtOnce();
    void aJobBelongsToWhoBeganIt();

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
    const Serving one(cli);
    const Serving two(cli);
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
    const Serving server(cli);
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

/// Who starts beside it takes up what is left, and this is not.
void TestCliTwoPrograms::aJobBelongsToWhoBeganIt()
{
    FalStandIn vendor;
    vendor.hurry();
    bool isHeld = true; // the job runs until the test says otherwise
    vendor.setTrouble([&isHeld](const QString &point) -> std::optional<std::pair<Reply, VendorStandIn::Instead>> {
        if (!isHeld || point != "status"_L1) {
            return std::nullopt;
        }
        return std::pair(Reply::json({{u"status"_s, u"IN_PROGRESS"_s}}), VendorStandIn::Instead::OfWork);
    });
    CliProgram cli;
    cli.setVariable(u"FAL_KEY"_s, QString::fromLatin1(FalStandIn::key()));
    cli.setVariable(u"LIGHTWELL_FAL_BASE_URL"_s, vendor.baseUrl().toString());
    const Serving gateway(cli);
    const QByteArray wish = R"({"model":"fal/flux-2-pro","prompt":"a boat"})";
    const auto reply = begin(gateway.url + u"/images/generations"_s, gateway.key, wish);
    QTRY_VERIFY_WITH_TIMEOUT(vendor.billed() == 1 && vendor.calls().size() > 3, 60'000);

    const std::unique_ptr<QProcess> other = cli.start({u"generate"_s, u"waves"_s, u"--model"_s, u"sketchbook-pattern"_s,
                                                       u"--size"_s, u"512x512"_s, u"-o"_s, cli.path(u"out/"_s)});
    QTRY_COMPARE_WITH_TIMEOUT(other->state(), QProcess::NotRunning, 60'000);
    QCOMPARE(other->exitCode(), 0);
    QCOMPARE(other->readAllStandardError(), QByteArray()); // it waited for nobody
    const auto newestOfGateway = [&cli] {
        return cli.run({u"requests"_s, u"--json"_s}).json().array().last().toObject();
    };
    QCOMPARE(newestOfGateway()["status"_L1].toString(), u"running"_s);
    QVERIFY(!newestOfGateway()["interrupted"_L1].toBool());
    const Serving second(cli); // a gateway beside it takes up all that is left, from wherever
    QVERIFY(!second.url.isEmpty());

    isHeld = false;
    QCOMPARE(status(*reply), 200);
    QCOMPARE(newestOfGateway()["status"_L1].toString(), u"completed"_s);
    QCOMPARE(vendor.billed(), 1);
    QCOMPARE(vendor.downloads(), 1); // not fetched by two
}

QTEST_GUILESS_MAIN(TestCliTwoPrograms)
#include "test_clitwoprograms.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the gateway itself refuses, and how OpenAI's clients read it.
#include "core/gateway/dialects/openai/openaierrors.h"

#include <QJsonDocument>
#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;

using Kind = Refusal::Kind;

class TestOpenAiRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answers_data()
    {
        QTest::addColumn<Refusal>("refusal");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QList<HttpHeader>>("headers"); // beside Content-Type
        const auto row = [](const char *name, const Refusal &refusal, int status, const char *type, const char *code,
                            const QList<HttpHeader> &headers = {}) {
            QTest::newRow(name) << refusal << status << QString::fromLatin1(type) << QString::fromLatin1(code)
                                << headers;
        };
        const HttpHeader soon {"Retry-After", "1"};
        const HttpHeader never {"x-should-retry", "false"};
        const char *const request = "invalid_request_error";
        const char *const server = "server_error";
        row("unreadable", {Kind::Unreadable}, 400, request, "INVALID_REQUEST");
        row("late", {Kind::Late}, 408, request, "INVALID_REQUEST");
        row("body", {Kind::BodyTooLarge, 1024}, 413, request, "INVALID_REQUEST");
        row("address", {Kind::AddressTooLong}, 414, request, "INVALID_REQUEST");
        row("expectation", {Kind::UnknownExpectation}, 417, request, "INVALID_REQUEST");
        row("headers", {Kind::HeadTooLarge}, 431, request, "INVALID_REQUEST");
        row("coding", {Kind::UnknownCoding}, 501, server, "INVALID_REQUEST");
        row("version", {Kind::UnknownVersion}, 505, server, "INVALID_REQUEST");
        row("connections", Refusal::forNow(Kind::TooManyConnections), 503, server, "RATE_LIMITED", {soon});
        row("bodies", Refusal::forNow(Kind::TooManyBodies), 503, server, "RATE_LIMITED", {soon});
        row("share", Refusal::forNow(Kind::ClientHasItsShare), 429, "rate_limit_error", "RATE_LIMITED", {soon});
        row("closing", {Kind::Closing}, 503, server, "INTERNAL_ERROR", {never});
        Refusal closing {Kind::Closing};
        closing.generation = u"gen_1"_s;
        row("closing, paid", closing, 503, server, "INTERNAL_ERROR",
            {never,
             {"x-request-id", "gen_1"},
             {"X-Lightwell-Request-Id", "gen_1"},
             {"X-Lumenfall-Request-Id", "gen_1"}});
        row("host", {Kind::HostNotAllowed, 0, 4747}, 403, "permission_error", "HOST_NOT_ALLOWED");
        row("origin", {Kind::OriginNotAllowed}, 403, "permission_error", "ORIGIN_NOT_ALLOWED");
        row("key", {Kind::WrongKey}, 401, "authentication_error", "AUTHENTICATION_FAILED",
            {{"WWW-Authenticate", "Bearer"}});
        row("path", {Kind::UnknownPath}, 404, request, "INVALID_REQUEST");
        row("method", {Kind::MethodNotAllowed, 0, 0, {"GET", "HEAD"}}, 405, request, "INVALID_REQUEST",
            {{"Allow", "GET, HEAD"}});
        row("type", {Kind::WrongContentType}, 415, request, "INVALID_REQUEST");
        row("used key", {Kind::KeyReused}, 422, request, "INVALID_REQUEST", {never});
    }
    void answers()
    {
        QFETCH(Refusal, refusal);
        QFETCH(QList<HttpHeader>, headers);
        const GatewayResponse answer = openai::refusalAnswer(refusal);
        QTEST(answer.status, "status");
        QCOMPARE(answer.status, refusal.status());
        headers.prepend({"Content-Type", "application/json"});
        QCOMPARE(answer.headers, headers);
        const QJsonObject error = QJsonDocument::fromJson(answer.body).object().value("error"_L1).toObject();
        QTEST(error.value("type"_L1).toString(), "type");
        QTEST(error.value("code"_L1).toString(), "code");
        QVERIFY(!error.value("message"_L1).toString().isEmpty());
        QVERIFY(!error.value("message"_L1).toString().contains(u'%'));
    }

    void valuesAreSaid()
    {
        const auto says = [](const Refusal &refusal, const char *what) {
            return openai::refusalAnswer(refusal).body.contains(what);
        };
        QVERIFY(says({Kind::BodyTooLarge, 64LL * 1024 * 1024}, " 64 MB "));
        QVERIFY(says({Kind::BodyTooLarge, 5LL * 1024 * 1024}, " 5 MB "));
        QVERIFY(says({Kind::HostNotAllowed, 0, 4711}, ":4711/"));
        Refusal form {Kind::WrongContentType};
        QVERIFY(!says(form, "multipart/form-data"));
        form.form = BodyForm::JsonOrForm;
        QVERIFY(says(form, "multipart/form-data"));
    }

    void faultsOfHttp_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {400, 408, 413, 414, 417, 431, 501, 505}) {
            QTest::addRow("%d", status) << status;
        }
    }
    void faultsOfHttp()
    {
        QFETCH(int, status);
        QCOMPARE(Refusal::ofHttp(status, 7).status(), status);
        QCOMPARE(Refusal::ofHttp(status, 7).limit, 7);
    }
};

QTEST_APPLESS_MAIN(TestOpenAiRefusals)
#include "test_openairefusals.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What vendors say of an account, from documented answers.
#include "core/adapter/adapterregistry.h"
#include "core/adapter/balancereasons.h"
#include "providers/balances/balancereaders.h"
#include "providers/registry.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace lightwell;

class TestBalances : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { registerAdapters(m_adapters); }
    void asks_data()
    {
        QTest::addColumn<QString>("provider");
        QTest::addColumn<QString>("url");
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("value");
        const auto row = [](const QString &provider, const QString &url, const QByteArray &header = "Authorization",
                            const QByteArray &value = "Bearer secret") {
            QTest::newRow(qPrintable(provider)) << provider << url << header << value;
        };
        row(u"black-forest-labs"_s, u"https://api.bfl.ai/v1/credits"_s, "x-key", "secret");
        row(u"stability"_s, u"https://api.stability.ai/v1/user/balance"_s);
        row(u"novita"_s, u"https://api.novita.ai/openapi/v1/billing/balance/detail"_s);
        row(u"lumenfall"_s, u"https://api.lumenfall.ai/v1/balance"_s);
        row(u"openrouter"_s, u"https://openrouter.ai/api/v1/key"_s);
    }
    void asks()
    {
        QFETCH(QString, provider);
        QFETCH(QString, url);
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, value);
        Credentials credentials;
        credentials.key = "secret";
        const HttpRequest request = reader(provider).ask(credentials);
        QCOMPARE(request.method, QByteArray("GET"));
        QCOMPARE(request.url, QUrl(url));
        QCOMPARE(request.header(header), value);
        QVERIFY(request.body.isEmpty());
        credentials.baseUrl = QUrl(u"http://127.0.0.1:9"_s);
        QCOMPARE(reader(provider).ask(credentials).url.port(), 9);
    }

    void reads_data()
    {
        QTest::addColumn<QString>("provider");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code"); // of the reason; empty: it is read
        QTest::addColumn<Money>("left");
        QTest::addColumn<Money>("spent");
        const auto good = [](const char *name, const QString &provider, const QByteArray &body, Money left,
                             Money spent = {}) {
            QTest::newRow(name) << provider << body << 200 << QString() << left << spent;
        };
        const auto bad = [](const char *name, const QString &provider, const QByteArray &body, int status = 200) {
            const char *code = status == 200 ? reasons::balanceUnreadable.code : reasons::balanceRefused.code;
            QTest::newRow(name) << provider << body << status << QString::fromLatin1(code) << Money() << Money();
        };
        good("bfl", u"black-forest-labs"_s, R"({"credits":1234.5})", Money::fromMicros(12'345'000));
        good("stability", u"stability"_s, R"({"credits":12.3})", Money::fromMicros(123'000));
        good("novita", u"novita"_s,
             R"({"availableBalance":"10005","cashBalance":"10000","creditLimit":"0","outstandingInvoices":"0"})",
             Money::fromMicros(1'000'500));
        good("lumenfall", u"lumenfall"_s,
             R"({"object":"balance","billing_type":"prepaid","available":{"amount":5.25,"currency":"USD"}})",
             Money::fromMicros(5'250'000));
        good("lumenfall, billed later", u"lumenfall"_s,
             R"({"object":"balance","billing_type":"postpaid","available":{"amount":null,"currency":"USD"}})", {});
        good("openrouter", u"openrouter"_s, R"({"data":{"usage":1.5,"limit":10,"limit_remaining":8.5}})",
             Money::fromMicros(8'500'000), Money::fromMicros(1'500'000));
        good("openrouter, without a limit", u"openrouter"_s,
             R"({"data":{"usage":0,"limit":null,"limit_remaining":null}})", {}, Money::zero());
        bad("another currency", u"lumenfall"_s, R"({"object":"balance","available":{"amount":5,"currency":"EUR"}})");
        for (const QString &provider :
             {u"black-forest-labs"_s, u"stability"_s, u"novita"_s, u"lumenfall"_s, u"openrouter"_s}) {
            bad(qPrintable(provider + u", nothing"_s), provider, "{}");
            bad(qPrintable(provider + u", a page"_s), provider, "<html>");
            bad(qPrintable(provider + u", a word"_s), provider,
                R"({"credits":"many","availableBalance":"much","available":"x","data":[1]})");
            bad(qPrintable(provider + u", wrong key"_s), provider, "{}", 401);
            bad(qPrintable(provider + u", out of order"_s), provider, "", 503);
        }
    }
    void reads()
    {
        QFETCH(QString, provider);
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        QFETCH(QString, code);
        QFETCH(Money, left);
        QFETCH(Money, spent);
        HttpResponse response;
        response.status = status;
        response.body = body;
        const Result<Balance> balance = reader(provider).read(response);
        QCOMPARE(balance.ok(), code.isEmpty());
        if (!balance) {
            QCOMPARE(balance.error().reason.code, code);
            QCOMPARE(balance.error().kind == ErrorKind::Auth, status == 401);
            return;
        }
        QCOMPARE(balance->left, left);
        QCOMPARE(balance->spent, spent);
    }

private:
    AdapterRegistry m_adapters;
    std::vector<std::unique_ptr<BalanceReader>> m_readers = balanceReaders(m_adapters);

    [[nodiscard]] const BalanceReader &reader(const QString &provider) const
    {
        return **std::find_if(m_readers.cbegin(), m_readers.cend(),
                              [&provider](const auto &one) { return one->provider() == provider; });
    }
};

QTEST_GUILESS_MAIN(TestBalances)
#include "test_balances.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/environment.h"
#include "core/secrets/keyring.h"
#include "core/wording/wording.h"
#include "tests/secrets/fakeproviders.h"
#include "tests/secrets/keyringcalls.h"

using namespace Qt::StringLiterals;
using namespace lightwell;
using namespace lightwell::test;

class TestBaseUrl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void isCheckedBeforeKeysGoThere_data();
    void isCheckedBeforeKeysGoThere();
    void environmentBeforeSettings();
    void serversOfThisMachineAreAtTheirUsualOne();
    void namesOfVariables_data();
    void namesOfVariables();
    void isNeededWhereThereIsNoDefault();
};

void TestBaseUrl::init()
{
    qunsetenv("LIGHTWELL_PAID_BASE_URL");
    qunsetenv("LIGHTWELL_OWN_ADDRESS_BASE_URL");
    qputenv("TEST_PAID_KEY", "key");
}

void TestBaseUrl::isCheckedBeforeKeysGoThere_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("allowed");
    for (const QString &text :
         {u"https://proxy.example.com"_s, u"https://proxy.example.com:8443/openai"_s, u"http://127.0.0.1:9000/openai"_s,
          u"http://127.9.9.9"_s, u"http://localhost:1234"_s, u"http://LOCALHOST"_s, u"http://[::1]:9000"_s,
          u" https://proxy.example.com "_s, u"HTTPS://proxy.example.com"_s}) {
        QTest::newRow(qPrintable(text)) << text << true;
    }
    for (const QString &text :
         {u"http://proxy.example.com"_s, u"http://127.evil.example"_s, u"http://192.168.1.5:7860"_s,
          u"http://localhost.example.com"_s, u"http://127.0.0.1.example.com"_s, u"http://0.0.0.0:9000"_s,
          u"http://[::2]"_s, u"http://127.0.0.1@evil.example"_s, u"ftp://127.0.0.1"_s, u"file:///etc/passwd"_s,
          u"proxy.example.com"_s, u"//proxy.example.com"_s, u"https://"_s, u"https://example.com/?key=1"_s,
          u"https://example.com/#x"_s, u"https://user:password@proxy.example.com"_s,
          u"https://user@proxy.example.com"_s, u"https://exa mple.com"_s}) {
        QTest::newRow(qPrintable(text)) << text << false;
    }
}

void TestBaseUrl::isCheckedBeforeKeysGoThere()
{
    QFETCH(const QString, text);
    QFETCH(const bool, allowed);
    AdapterRegistry registry;
    addFakeProviders(registry);
    Keyring keyring(registry, nullptr, nullptr);
    qputenv("LIGHTWELL_PAID_BASE_URL", text.toUtf8());
    const Result<Credentials> got = credentials(keyring, u"paid"_s);
    QCOMPARE(got.ok(), allowed);
    if (text.contains(u"192.168"_s)) { // it takes the user's word for this address
        qputenv("LIGHTWELL_PLAIN_KEY_HOSTS", "nas.local, 192.168.1.5:7860");
        QVERIFY(credentials(keyring, u"paid"_s).ok());
        qputenv("LIGHTWELL_PLAIN_KEY_HOSTS", "192.168.1.5:7861");
        QVERIFY(!credentials(keyring, u"paid"_s).ok());
        qunsetenv("LIGHTWELL_PLAIN_KEY_HOSTS");
    }
    if (allowed) {
        QCOMPARE(got->baseUrl, QUrl(text.trimmed()));
    } else {
        QCOMPARE(got.error().kind, ErrorKind::Invalid);
        QVERIFY(wording::sentence(got.error()).contains(u"Provider paid"_s));
    }
    QCOMPARE(states(keyring).value(0).source, allowed ? KeySource::Environment : KeySource::None);
}

void TestBaseUrl::environmentBeforeSettings()
{
    AdapterRegistry registry;
    addFakeProviders(registry);
    Keyring keyring(registry, nullptr, nullptr);
    QCOMPARE(credentials(keyring, u"paid"_s)->baseUrl, QUrl());
    keyring.setBaseUrls({{u"paid"_s, QUrl(u"https://settings.example.com"_s)}});
    QCOMPARE(credentials(keyring, u"paid"_s)->baseUrl, QUrl(u"https://settings.example.com"_s));
    qputenv("LIGHTWELL_PAID_BASE_URL", "https://environment.example.com");
    QCOMPARE(credentials(keyring, u"paid"_s)->baseUrl, QUrl(u"https://environment.example.com"_s));
}

/// Its links and jobs may be followed there, though nobody named an address.
void TestBaseUrl::serversOfThisMachineAreAtTheirUsualOne()
{
    AdapterRegistry registry;
    ProviderInfo info;
    info.id = u"engine"_s;
    info.needsKey = false;
    info.defaultBaseUrl = QUrl(u"http://127.0.0.1:8188"_s);
    registry.add(std::make_unique<FakeAdapter>(info));
    Keyring keyring(registry, nullptr, nullptr);
    QCOMPARE(credentials(keyring, u"engine"_s)->baseUrl, info.defaultBaseUrl);
    keyring.setBaseUrls({{u"engine"_s, QUrl(u"http://127.0.0.1:8189"_s)}});
    QCOMPARE(credentials(keyring, u"engine"_s)->baseUrl, QUrl(u"http://127.0.0.1:8189"_s));
}

void TestBaseUrl::namesOfVariables_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QString>("variable");
    QTest::newRow("one word") << u"openai"_s << u"LIGHTWELL_OPENAI_BASE_URL"_s;
    QTest::newRow("words") << u"black-forest-labs"_s << u"LIGHTWELL_BLACK_FOREST_LABS_BASE_URL"_s;
    QTest::newRow("digits") << u"automatic1111"_s << u"LIGHTWELL_AUTOMATIC1111_BASE_URL"_s;
}

void TestBaseUrl::namesOfVariables()
{
    QFETCH(const QString, provider);
    QFETCH(const QString, variable);
    QCOMPARE(environment::baseUrlVariable(provider), variable);
}

void TestBaseUrl::isNeededWhereThereIsNoDefault()
{
    AdapterRegistry registry;
    addFakeProviders(registry);
    Keyring keyring(registry, nullptr, nullptr);
    const Result<Credentials> without = credentials(keyring, u"own-address"_s);
    QVERIFY(!without.ok());
    QCOMPARE(without.error().kind, ErrorKind::NoKey);
    QVERIFY(wording::sentence(without.error()).contains(u"LIGHTWELL_OWN_ADDRESS_BASE_URL"_s));
    qputenv("LIGHTWELL_OWN_ADDRESS_BASE_URL", "http://127.0.0.1:8080");
    QVERIFY(credentials(keyring, u"own-address"_s).ok());
    QCOMPARE(states(keyring).value(3).source, KeySource::NotNeeded);
}

QTEST_GUILESS_MAIN(TestBaseUrl)
#include "test_baseurl.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/keyreasons.h"
#include "core/wording/wording.h"
#include "tests/secrets/keyringrig.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace lightwell;
using namespace lightwell::test;

using Fields = Keyring::Fields;

/// What a vendor needs besides its key, and keys that are documents.
class TestKeyFields : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_rig = std::make_unique<KeyringRig>(); }
    void comeFromSomewhere_data();
    void comeFromSomewhere();
    void fieldsAreChecked_data();
    void fieldsAreChecked();
    void whatIsMissingIsNamed();
    void areChangedOneByOne();
    void areRefused_data();
    void areRefused();
    void anAddressIsAField();
    void areListedWithoutSecrets();
    void goWithTheKey();
    void whatALockedPlaceHoldsIsNotLost();
    void theFirstVariableThatIsSetCounts();
    void documents_data();
    void documents();

private:
    std::unique_ptr<KeyringRig> m_rig;
};

namespace {

const QString keyEntry = u"lightwell/two-part/default"_s;
const QString fieldsEntry = u"lightwell/two-part/default/fields"_s;

} // namespace

/// What is secret comes from where the key does; the rest from wherever it is.
void TestKeyFields::comeFromSomewhere_data()
{
    QTest::addColumn<QByteArray>("keptKey");
    QTest::addColumn<QByteArray>("keptFields");
    QTest::addColumn<Fields>("extra");
    const QByteArray account = R"({"account_id":"kept"})";
    const QByteArray all = R"({"account_id":"kept","half":"kept-half","region":"there"})";
    QTest::newRow("all of the environment")
        << QByteArray() << QByteArray()
        << Fields {{u"account_id"_s, "variable"}, {u"half"_s, "variable-half"}, {u"region"_s, "here"}};
    QTest::newRow("a kept account for that key")
        << QByteArray() << account
        << Fields {{u"account_id"_s, "kept"}, {u"half"_s, "variable-half"}, {u"region"_s, "here"}};
    QTest::newRow("another key's half") << QByteArray() << all
                                        << Fields {{u"account_id"_s, "kept"},
                                                   {u"half"_s, "variable-half"},
                                                   {u"region"_s, "there"}};
    QTest::newRow("all kept") << "kept-key"_ba << all
                              << Fields {{u"account_id"_s, "kept"}, {u"half"_s, "kept-half"}, {u"region"_s, "there"}};
    QTest::newRow("a kept key alone") << "kept-key"_ba << QByteArray()
                                      << Fields {{u"account_id"_s, "variable"}, {u"region"_s, "here"}};
    QTest::newRow("damaged") << "kept-key"_ba
                             << "[1"_ba << Fields {{u"account_id"_s, "variable"}, {u"region"_s, "here"}};
}

void TestKeyFields::comeFromSomewhere()
{
    QFETCH(const QByteArray, keptKey);
    QFETCH(const QByteArray, keptFields);
    qputenv("TEST_TOKEN", "variable-key");
    qputenv("TEST_ACCOUNT_ID", " variable\n");
    qputenv("TEST_HALF", "variable-half");
    if (!keptKey.isEmpty()) {
        m_rig->keychain->entries.insert(keyEntry, keptKey);
    }
    if (!keptFields.isEmpty()) {
        m_rig->keychain->entries.insert(fieldsEntry, keptFields);
    }
    const Result<Credentials> got = m_rig->credentials(u"two-part"_s);
    QVERIFY(got.ok());
    QCOMPARE(got->key, keptKey.isEmpty() ? "variable-key"_ba : keptKey);
    QTEST(got->extra, "extra");
    QVERIFY(got->baseUrl.isEmpty());
}

void TestKeyFields::fieldsAreChecked_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("reason");
    QTest::newRow("as it looks") << "eu-west-1"_ba << QString();
    QTest::newRow("with a blank at its end") << "eu-west-1 "_ba << QString();
    QTest::newRow("a path") << "eu-west-1/../x"_ba << u"field_misshapen"_s;
    QTest::newRow("a host") << "evil.example/"_ba << u"field_misshapen"_s;
    QTest::newRow("a user part") << "a@b"_ba << u"field_misshapen"_s;
    QTest::newRow("dots") << ".."_ba << u"field_misshapen"_s;
    QTest::newRow("a line break") << "eu\nX: y"_ba << u"field_unsendable"_s;
    QTest::newRow("foreign letters") << "\xc3\xa4\xe2\x80\xae"_ba << u"field_unsendable"_s;
}

/// When they are set and when they are used: no path and no host can be made of one, and no key is at fault.
void TestKeyFields::fieldsAreChecked()
{
    QFETCH(const QByteArray, value);
    QFETCH(const QString, reason);
    const Status set = setFields(*m_rig->keyring, u"two-part"_s, {{u"region"_s, value}}, KeySource::Session);
    QCOMPARE(set.ok() ? QString() : set.error().reason.code, reason);
    QCOMPARE(set.ok() ? QString() : set.error().param, reason.isEmpty() ? QString() : u"region"_s);
    m_rig = std::make_unique<KeyringRig>(); // nothing is kept
    qputenv("TEST_REGION", value);
    qputenv("TEST_TOKEN", "token");
    qputenv("TEST_ACCOUNT_ID", "mine");
    const Result<Credentials> got = m_rig->credentials(u"two-part"_s);
    QCOMPARE(got.ok() ? QString() : got.error().reason.code, reason);
    QCOMPARE(got.ok() ? QString() : got.error().param, reason.isEmpty() ? QString() : u"region"_s);
    QVERIFY(!got || got->extra.value(u"region"_s) == "eu-west-1");
}

void TestKeyFields::whatIsMissingIsNamed()
{
    qputenv("TEST_TOKEN", "token");
    const Result<Credentials> got = m_rig->credentials(u"two-part"_s);
    QVERIFY(!got.ok());
    QCOMPARE(got.error().kind, ErrorKind::NoKey);
    QCOMPARE(got.error().billing, Billing::NotBilled);
    QCOMPARE(got.error().param, u"account_id"_s);
    QCOMPARE(got.error().reason,
             Reason(reasons::fieldsMissing(u"Provider two-part"_s, {u"Account ID"_s}, {u"TEST_ACCOUNT_ID"_s})));
    const KeyState state = m_rig->states().at(1);
    QCOMPARE(state.source, KeySource::None);
    QCOMPARE(state.keyIn, KeySource::Environment);
    QCOMPARE(state.lacks, QStringList {u"account_id"_s});
    qputenv("TEST_TOKEN", "free-token");
    QVERIFY(m_rig->credentials(u"two-part"_s).ok()); // such a key goes without it
    QVERIFY(m_rig->states().at(1).lacks.isEmpty());
    m_rig->keychain->reading = SecretState::Locked;
    m_rig->keyring->forgetCache();
    qputenv("TEST_TOKEN", "token");
    QCOMPARE(m_rig->credentials(u"two-part"_s).error().kind, ErrorKind::Secrets); // it may be there
}

void TestKeyFields::areChangedOneByOne()
{
    Keyring &keyring = *m_rig->keyring;
    const auto set = [&keyring](const Fields &fields) {
        return setFields(keyring, u"two-part"_s, fields, KeySource::Keychain).ok();
    };
    QVERIFY(m_rig->set(u"two-part"_s, "token-of-keychain", KeySource::Keychain).ok());
    QVERIFY(set({{u"account_id"_s, " mine "}, {u"half"_s, "other-half"}}));
    QVERIFY(set({{u"region"_s, "there"}, {u"half"_s, ""}}));
    const Fields expected {{u"account_id"_s, "mine"}, {u"region"_s, "there"}};
    QCOMPARE(m_rig->credentials(u"two-part"_s)->extra, expected);
    QVERIFY(set({{u"account_id"_s, ""}, {u"region"_s, ""}}));
    QVERIFY(!m_rig->keychain->entries.contains(fieldsEntry));
}

void TestKeyFields::areRefused_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("no such field") << u"colour"_s << "red"_ba;
    QTest::newRow("a second line") << u"region"_s << "here\nX-Other: 1"_ba;
    QTest::newRow("no address") << u"base_url"_s << "somewhere"_ba;
    QTest::newRow("an open address") << u"base_url"_s << "http://example.com"_ba;
}

void TestKeyFields::areRefused()
{
    QFETCH(const QString, field);
    QFETCH(const QByteArray, value);
    const Status status =
        setFields(*m_rig->keyring, u"two-part"_s, {{field, value}, {u"account_id"_s, "mine"}}, KeySource::Keychain);
    QVERIFY(!status.ok());
    QCOMPARE(status.error().kind, ErrorKind::Invalid);
    QCOMPARE(status.error().param, field);
    QVERIFY(m_rig->keychain->entries.isEmpty());
}

void TestKeyFields::anAddressIsAField()
{
    qputenv("TEST_TOKEN", "free-token");
    qputenv("TEST_ENDPOINT", "https://mine.example.com");
    const auto got = m_rig->credentials(u"two-part"_s);
    QCOMPARE(got->baseUrl, QUrl(u"https://mine.example.com"_s));
    QVERIFY(!got->extra.contains(u"base_url"_s));
    const auto address = awaited<Result<QUrl>>(
        [&](QObject *context, auto answer) { m_rig->keyring->address(u"two-part"_s, context, answer); });
    QVERIFY(address && address->ok());
    QCOMPARE(address->value(), QUrl(u"https://mine.example.com"_s));
    m_rig->keyring->setBaseUrls({{u"two-part"_s, QUrl(u"https://setting.example.com"_s)}});
    QCOMPARE(m_rig->credentials(u"two-part"_s)->baseUrl, QUrl(u"https://setting.example.com"_s));
    m_rig->keyring->setBaseUrls({});
    qputenv("TEST_ENDPOINT", "nowhere");
    QCOMPARE(m_rig->credentials(u"two-part"_s).error().param, u"base_url"_s);
}

void TestKeyFields::areListedWithoutSecrets()
{
    QVERIFY(m_rig->set(u"two-part"_s, "token-of-keychain", KeySource::Keychain).ok());
    QVERIFY(setFields(*m_rig->keyring, u"two-part"_s, {{u"account_id"_s, "mine"}, {u"half"_s, "other-half"}},
                      KeySource::Keychain)
                .ok());
    const KeyState state = m_rig->states().at(1);
    QCOMPARE(state.source, KeySource::Keychain);
    QCOMPARE(state.fields.size(), 4);
    const auto row = [&state](qsizetype i) {
        return std::tuple(state.fields.at(i).id, state.fields.at(i).source, state.fields.at(i).value);
    };
    QCOMPARE(row(0), std::tuple(u"account_id"_s, KeySource::Keychain, u"mine"_s));
    QCOMPARE(row(1), std::tuple(u"half"_s, KeySource::Keychain, QString()));
    QCOMPARE(row(2), std::tuple(u"region"_s, KeySource::NotNeeded, u"here"_s));
    QCOMPARE(row(3), std::tuple(u"base_url"_s, KeySource::NotNeeded, QString()));
}

void TestKeyFields::goWithTheKey()
{
    QVERIFY(m_rig->set(u"two-part"_s, "token-of-keychain", KeySource::Keychain).ok());
    QVERIFY(setFields(*m_rig->keyring, u"two-part"_s, {{u"account_id"_s, "mine"}}, KeySource::Keychain).ok());
    QVERIFY(test::remove(*m_rig->keyring, u"two-part"_s).ok());
    QVERIFY(m_rig->keychain->entries.isEmpty());
}

void TestKeyFields::whatALockedPlaceHoldsIsNotLost()
{
    m_rig->keychain->entries.insert(fieldsEntry, R"({"account_id":"kept"})");
    m_rig->keychain->reading = SecretState::Locked;
    const Status status = setFields(*m_rig->keyring, u"two-part"_s, {{u"region"_s, "there"}}, KeySource::Keychain);
    QVERIFY(!status.ok());
    QCOMPARE(status.error().kind, ErrorKind::Secrets);
    QCOMPARE(m_rig->keychain->entries.value(fieldsEntry), R"({"account_id":"kept"})"_ba);
}

void TestKeyFields::theFirstVariableThatIsSetCounts()
{
    qputenv("TEST_OTHER_TOKEN", "free-other");
    QCOMPARE(m_rig->credentials(u"two-part"_s)->key, "free-other"_ba);
    qputenv("TEST_TOKEN", "free-usual");
    QCOMPARE(m_rig->credentials(u"two-part"_s)->key, "free-usual"_ba);
    qputenv("TEST_TOKEN", "bad\nkey");
    const Error error = m_rig->credentials(u"two-part"_s).error();
    QCOMPARE(error.kind, ErrorKind::Secrets);
    QCOMPARE(error.reason.values.at(1).value.toString(), u"TEST_TOKEN"_s);
}

void TestKeyFields::documents_data()
{
    QTest::addColumn<QByteArray>("file"); ///< what it holds; nothing: there is none
    QTest::addColumn<QByteArray>("given"); ///< nothing: the file's path
    QTest::addColumn<QByteArray>("key"); ///< nothing: it is refused
    const QByteArray document = "{\n  \"type\": \"service_account\",\n  \"private_key\": \"a\\nb\"\n}\n";
    const QByteArray line = R"({"private_key":"a\nb","type":"service_account"})";
    QTest::newRow("a path") << document << QByteArray() << line;
    QTest::newRow("the document") << QByteArray() << document << line;
    QTest::newRow("some other key") << QByteArray() << "AIza-express"_ba
                                    << "AIza-express"_ba;
    QTest::newRow("no such file") << QByteArray() << "/nowhere/key.json"_ba << QByteArray();
    QTest::newRow("a broken file") << "{\"type\":"_ba << QByteArray() << QByteArray();
    QTest::newRow("any file") << "root:x:0"_ba << QByteArray() << QByteArray();
    QTest::newRow("a huge file") << "{" + QByteArray(100'000, ' ') + "}" << QByteArray() << QByteArray();
}

void TestKeyFields::documents()
{
    QFETCH(const QByteArray, file);
    QFETCH(const QByteArray, given);
    QFETCH(const QByteArray, key);
    const QTemporaryDir folder;
    QFile written(folder.filePath(u"account.json"_s));
    QVERIFY(written.open(QIODevice::WriteOnly));
    written.write(file);
    written.close();
    const QByteArray said = given.isEmpty() ? written.fileName().toUtf8() : given;
    for (const bool isKept : {false, true}) {
        if (isKept) {
            qunsetenv("TEST_DOCUMENT");
            QVERIFY(m_rig->set(u"document"_s, said, KeySource::Session).ok());
        } else {
            qputenv("TEST_DOCUMENT", said);
        }
        const Result<Credentials> got = m_rig->credentials(u"document"_s);
        QCOMPARE(got.ok(), !key.isEmpty());
        QVERIFY(!got.ok() || got->key == key);
        QVERIFY(got.ok() || (got.error().kind == ErrorKind::Secrets && got.error().param == u"key"_s));
        QCOMPARE(m_rig->states().last().hint, QString()); // the end of a document tells nothing
    }
}

QTEST_GUILESS_MAIN(TestKeyFields)
#include "test_keyfields.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/keyring.h"
#include "tests/secrets/fakeproviders.h"
#include "tests/secrets/fakestore.h"
#include "tests/secrets/keyringcalls.h"

#include <thread>

using namespace Qt::StringLiterals;
using namespace lightwell;
using namespace lightwell::test;

namespace {

const QString paidEntry = u"lightwell/paid/default"_s;
const QList<QByteArray> variables = {"TEST_PAID_KEY",
                                     "TEST_TOKEN",
                                     "TEST_ACCOUNT_ID",
                                     "TEST_LOCAL_KEY",
                                     "TEST_OWN_KEY",
                                     "LIGHTWELL_PAID_BASE_URL",
                                     "LIGHTWELL_OWN_ADDRESS_BASE_URL",
                                     "LIGHTWELL_PASSPHRASE"};

} // namespace

class TestKeyring : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void looksInOrder_data();
    void looksInOrder();
    void readsEachEntryOnce();
    void saysWhyThereIsNoKey_data();
    void saysWhyThereIsNoKey();
    void listsWithoutWaking_data();
    void listsWithoutWaking();
    void asksALockedKeychainAgainForUse();
    void keepsWhatIsSet_data();
    void keepsWhatIsSet();
    void refusesEmptyKeys();
    void failedWritesChangeNothing();
    void entriesMayVanish();
    void removesFromAllPlaces();
    void proposesAPlace_data();
    void proposesAPlace();
    void opensTheFileFromTheEnvironment_data();
    void opensTheFileFromTheEnvironment();
    void keepsOwnSecrets();
    void makesNoOwnSecretWhereOneMayBe();
    void takesFurtherVariables();
    void needsNoPlaceForWhatNeedsNoKey();
    void isAskedFromOtherThreads();

private:
    Result<Credentials> credentials(const QString &provider) const { return test::credentials(*m_keyring, provider); }
    QList<KeyState> states() const { return test::states(*m_keyring); }
    Status set(const QString &provider, const QByteArray &key, KeySource place) const
    {
        return test::set(*m_keyring, provider, key, place);
    }
    void makeKeyring(bool withKeychain = true, bool withFile = true);

    std::shared_ptr<FakePlace> m_keychain;
    std::shared_ptr<FakePlace> m_file;
    AdapterRegistry m_registry;
    std::unique_ptr<Keyring> m_keyring;
};

void TestKeyring::makeKeyring(bool withKeychain, bool withFile)
{
    std::unique_ptr<SecretStore> keychain;
    std::unique_ptr<SecretStore> file;
    if (withKeychain) {
        keychain = std::make_unique<FakeStore>(m_keychain);
    }
    if (withFile) {
        file = std::make_unique<FakeStore>(m_file);
    }
    m_keyring = std::make_unique<Keyring>(m_registry, std::move(keychain), std::move(file));
}

void TestKeyring::init()
{
    for (const QByteArray &variable : variables) {
        qunsetenv(variable.constData());
    }
    if (m_registry.providers().isEmpty()) {
        addFakeProviders(m_registry);
    }
    m_keychain = std::make_shared<FakePlace>();
    m_file = std::make_shared<FakePlace>();
    makeKeyring();
}

void TestKeyring::looksInOrder_data()
{
    QTest::addColumn<QString>("places"); // k(eychain), f(ile), s(ession), e(nvironment)
    QTest::addColumn<KeySource>("source");
    QTest::newRow("all") << u"kfse"_s << KeySource::Keychain;
    QTest::newRow("no keychain entry") << u"fse"_s << KeySource::EncryptedFile;
    QTest::newRow("this run") << u"se"_s << KeySource::Session;
    QTest::newRow("the environment last") << u"e"_s << KeySource::Environment;
    QTest::newRow("nowhere") << QString() << KeySource::None;
}

void TestKeyring::looksInOrder()
{
    QFETCH(const QString, places);
    QFETCH(const KeySource, source);
    const QHash<KeySource, QByteArray> keys = {{KeySource::Keychain, "key-of-keychain-kkkk"},
                                               {KeySource::EncryptedFile, "key-of-file-ffff"},
                                               {KeySource::Session, "key-of-session-ssss"},
                                               {KeySource::Environment, "key-of-environment-eeee"}};
    if (places.contains(u'k')) {
        m_keychain->entries.insert(paidEntry, keys.value(KeySource::Keychain));
    }
    if (places.contains(u'f')) {
        m_file->entries.insert(paidEntry, keys.value(KeySource::EncryptedFile));
    }
    if (places.contains(u's')) {
        QVERIFY(set(u"paid"_s, keys.value(KeySource::Session), KeySource::Session).ok());
    }
    if (places.contains(u'e')) {
        qputenv("TEST_PAID_KEY", "  " + keys.value(KeySource::Environment) + "\n");
    }
    const auto got = credentials(u"paid"_s);
    QCOMPARE(got.ok(), source != KeySource::None);
    if (got.ok()) {
        QCOMPARE(got.value().key, keys.value(source));
    } else {
        QCOMPARE(got.error().kind, ErrorKind::NoKey);
        QVERIFY(got.error().message.contains(u"TEST_PAID_KEY"_s));
    }
    const KeyState state = states().value(0);
    QCOMPARE(state.provider, u"paid"_s);
    QCOMPARE(state.source, source);
    QCOMPARE(state.hint, QString::fromLatin1(keys.value(source).right(4)));
}

void TestKeyring::readsEachEntryOnce()
{
    m_keychain->entries.insert(paidEntry, "key-of-keychain-kkkk");
    int answers = 0;
    for (int i = 0; i < 5; ++i) {
        m_keyring->credentials(u"paid"_s, this, [&answers](const Result<Credentials> &got) { answers += got.ok(); });
    }
    QTRY_COMPARE(answers, 5);
    QVERIFY(credentials(u"paid"_s).ok());
    QCOMPARE(m_keychain->reads, 1);
    (void)states();
    const int all = m_keychain->reads;
    (void)states();
    QCOMPARE(m_keychain->reads, all);
    QCOMPARE(m_keychain->probes, 1);
    m_keyring->forgetCache();
    (void)credentials(u"paid"_s);
    QCOMPARE(m_keychain->reads, all + 1);
}

void TestKeyring::saysWhyThereIsNoKey_data()
{
    QTest::addColumn<SecretState>("service");
    QTest::addColumn<SecretState>("reading");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, SecretState service, SecretState reading, ErrorKind kind,
                        const QString &says) { QTest::newRow(name) << service << reading << kind << says; };
    using S = SecretState;
    row("missing", S::Available, S::Missing, ErrorKind::NoKey, u"no key"_s);
    row("locked", S::Available, S::Locked, ErrorKind::Secrets, u"locked"_s);
    row("locked as a whole", S::Locked, S::Locked, ErrorKind::Secrets, u"locked"_s);
    row("denied", S::Available, S::Denied, ErrorKind::Secrets, u"refused"_s);
    row("no backend", S::NoBackend, S::NoBackend, ErrorKind::NoKey, u"no key"_s);
    row("never answers", S::Available, S::NotAnswering, ErrorKind::Secrets, u"not answer"_s);
    row("never answers at all", S::NotAnswering, S::NotAnswering, ErrorKind::Secrets, u"not answer"_s);
}

void TestKeyring::saysWhyThereIsNoKey()
{
    QFETCH(const SecretState, service);
    QFETCH(const SecretState, reading);
    QFETCH(const ErrorKind, kind);
    QFETCH(const QString, says);
    m_keychain->service = service;
    m_keychain->reading = reading;
    const auto got = credentials(u"paid"_s);
    QVERIFY(!got.ok());
    QCOMPARE(got.error().kind, kind);
    QCOMPARE(got.error().billing, Billing::NotBilled);
    QVERIFY2(got.error().message.contains(says), qPrintable(got.error().message));
    QCOMPARE(m_keychain->writes, 0);
    qputenv("TEST_PAID_KEY", "key-of-environment-eeee"); // all the same, another place may have it
    const auto other = credentials(u"paid"_s);
    QVERIFY(other.ok());
    QCOMPARE(other.value().key, QByteArray("key-of-environment-eeee"));
}

void TestKeyring::listsWithoutWaking_data()
{
    QTest::addColumn<SecretState>("service");
    QTest::newRow("locked") << SecretState::Locked;
    QTest::newRow("no backend") << SecretState::NoBackend;
    QTest::newRow("never answers") << SecretState::NotAnswering;
    QTest::newRow("denied") << SecretState::Denied;
}

void TestKeyring::listsWithoutWaking()
{
    QFETCH(const SecretState, service);
    m_keychain->service = service;
    const QList<KeyState> all = states();
    QCOMPARE(all.size(), 5);
    QCOMPARE(m_keychain->reads, 0); // a read could make the desktop ask for a password
    QCOMPARE(m_keychain->probes, 1); // one question for all providers
    QCOMPARE(all.at(0).store, service);
    QCOMPARE(all.at(0).source, KeySource::None);
    QCOMPARE(all.at(2).source, KeySource::NotNeeded);
    QCOMPARE(all.at(3).source, KeySource::None); // has no address
    QCOMPARE(all.at(4).source, KeySource::NotNeeded);
}

void TestKeyring::asksALockedKeychainAgainForUse()
{
    m_keychain->entries.insert(paidEntry, "key-of-keychain-kkkk");
    m_keychain->reading = SecretState::Locked;
    QVERIFY(!credentials(u"paid"_s).ok());
    m_keychain->reading = SecretState::Available; // the user unlocked it
    QVERIFY(credentials(u"paid"_s).ok());
}

void TestKeyring::keepsWhatIsSet_data()
{
    QTest::addColumn<KeySource>("place");
    QTest::newRow("keychain") << KeySource::Keychain;
    QTest::newRow("file") << KeySource::EncryptedFile;
    QTest::newRow("session") << KeySource::Session;
}

void TestKeyring::keepsWhatIsSet()
{
    QFETCH(const KeySource, place);
    QStringList changed;
    connect(m_keyring.get(), &Keyring::changed, this,
            [&changed](const QString &provider) { changed.append(provider); });
    QVERIFY(set(u"paid"_s, "\n  key-as-pasted-1234 \r\n", place).ok());
    QCOMPARE(changed, QStringList {u"paid"_s});
    QCOMPARE(credentials(u"paid"_s).value().key, QByteArray("key-as-pasted-1234"));
    QCOMPARE(m_keychain->entries.value(paidEntry).isEmpty(), place != KeySource::Keychain);
    QCOMPARE(m_file->entries.value(paidEntry).isEmpty(), place != KeySource::EncryptedFile);
    QCOMPARE(states().value(0).source, place);
    QCOMPARE(states().value(0).hint, u"1234"_s);
    QVERIFY(set(u"paid"_s, QByteArray("short"), place).ok());
    QCOMPARE(states().value(0).hint, QString()); // four characters of a short key would be most of it
}

void TestKeyring::refusesEmptyKeys()
{
    for (const QByteArray &key : {QByteArray(), QByteArray(" \t\r\n")}) {
        const Status status = set(u"paid"_s, key, KeySource::Keychain);
        QVERIFY(!status.ok());
        QCOMPARE(status.error().kind, ErrorKind::Invalid);
    }
    QCOMPARE(set(u"nobody"_s, "key", KeySource::Session).error().kind, ErrorKind::NotFound);
    QVERIFY(!set(u"paid"_s, "key", KeySource::Environment).ok());
    QCOMPARE(m_keychain->writes, 0);
}

void TestKeyring::failedWritesChangeNothing()
{
    m_keychain->entries.insert(paidEntry, "key-of-keychain-kkkk");
    QVERIFY(credentials(u"paid"_s).ok());
    for (const SecretState state :
         {SecretState::Locked, SecretState::Denied, SecretState::NoBackend, SecretState::NotAnswering}) {
        m_keychain->writing = state;
        const Status status = set(u"paid"_s, "new-key", KeySource::Keychain);
        QVERIFY(!status.ok());
        QCOMPARE(status.error().kind, ErrorKind::Secrets);
        QVERIFY(!status.error().message.contains(u"new-key"_s));
        QCOMPARE(credentials(u"paid"_s).value().key, QByteArray("key-of-keychain-kkkk"));
    }
}

void TestKeyring::entriesMayVanish()
{
    m_keychain->entries.insert(paidEntry, "key-of-keychain-kkkk");
    QVERIFY(credentials(u"paid"_s).ok());
    m_keychain->entries.clear(); // somebody removed it with another program
    QVERIFY(credentials(u"paid"_s).ok()); // remembered for this run
    m_keyring->forgetCache();
    QCOMPARE(credentials(u"paid"_s).error().kind, ErrorKind::NoKey);
}

void TestKeyring::removesFromAllPlaces()
{
    m_keychain->entries.insert(paidEntry, "key-of-keychain-kkkk");
    m_file->entries.insert(paidEntry, "key-of-file-ffff");
    QVERIFY(set(u"paid"_s, "key-of-session-ssss", KeySource::Session).ok());
    QVERIFY(remove(*m_keyring, u"paid"_s).ok());
    QVERIFY(m_keychain->entries.isEmpty() && m_file->entries.isEmpty());
    QCOMPARE(credentials(u"paid"_s).error().kind, ErrorKind::NoKey);
    QVERIFY(remove(*m_keyring, u"paid"_s).ok()); // nothing left to remove
    m_keychain->writing = SecretState::Locked;
    QCOMPARE(remove(*m_keyring, u"paid"_s).error().kind, ErrorKind::Secrets);
    makeKeyring(false, false);
    QVERIFY(remove(*m_keyring, u"paid"_s).ok());
}

void TestKeyring::proposesAPlace_data()
{
    QTest::addColumn<SecretState>("keychain");
    QTest::addColumn<SecretState>("file");
    QTest::addColumn<KeySource>("place");
    QTest::newRow("keychain") << SecretState::Available << SecretState::Available << KeySource::Keychain;
    QTest::newRow("the file, opened") << SecretState::NoBackend << SecretState::Available << KeySource::EncryptedFile;
    QTest::newRow("the file, locked") << SecretState::NoBackend << SecretState::Locked << KeySource::Session;
    QTest::newRow("no file") << SecretState::NoBackend << SecretState::Missing << KeySource::Session;
    QTest::newRow("a locked keychain") << SecretState::Locked << SecretState::Missing << KeySource::Session;
    QTest::newRow("a silent keychain") << SecretState::NotAnswering << SecretState::Available
                                       << KeySource::EncryptedFile;
}

void TestKeyring::proposesAPlace()
{
    QFETCH(const SecretState, keychain);
    QFETCH(const SecretState, file);
    QFETCH(const KeySource, place);
    m_keychain->service = keychain;
    m_file->service = file;
    std::optional<std::pair<KeySource, SecretState>> got;
    m_keyring->place(this, [&got](KeySource source, SecretState state, const QString &) { got = {source, state}; });
    QTRY_VERIFY(got);
    QCOMPARE(got->first, place);
    QCOMPARE(got->second, keychain);
    QCOMPARE(m_keychain->reads + m_keychain->writes, 0);
}

void TestKeyring::opensTheFileFromTheEnvironment_data()
{
    QTest::addColumn<QByteArray>("passphrase");
    QTest::addColumn<bool>("opens");
    QTest::newRow("right") << QByteArray("open sesame") << true;
    QTest::newRow("wrong") << QByteArray("open barley") << false;
    QTest::newRow("none") << QByteArray() << false;
}

void TestKeyring::opensTheFileFromTheEnvironment()
{
    QFETCH(const QByteArray, passphrase);
    QFETCH(const bool, opens);
    m_keychain->service = SecretState::NoBackend;
    m_file->service = m_file->reading = SecretState::Locked;
    m_file->passphrase = "open sesame";
    m_file->entries.insert(paidEntry, "key-of-file-ffff");
    if (!passphrase.isEmpty()) {
        qputenv("LIGHTWELL_PASSPHRASE", passphrase);
    }
    const auto got = credentials(u"paid"_s);
    QCOMPARE(got.ok(), opens);
    if (!opens) {
        QCOMPARE(got.error().kind, ErrorKind::Secrets);
        QCOMPARE(unlock(*m_keyring, "open barley").error().kind, ErrorKind::Secrets);
        QVERIFY(unlock(*m_keyring, "open sesame").ok());
        QVERIFY(credentials(u"paid"_s).ok());
    }
}

void TestKeyring::keepsOwnSecrets()
{
    QCOMPARE(ownSecret(*m_keyring, u"gateway/default"_s).error().kind, ErrorKind::NoKey);
    const Result<KeySource> kept = setOwnSecret(*m_keyring, u"gateway/default"_s, "lw-secret");
    QVERIFY(kept.ok());
    QCOMPARE(*kept, KeySource::Keychain);
    QCOMPARE(m_keychain->entries.value(u"lightwell/gateway/default"_s), QByteArray("lw-secret"));
    QCOMPARE(ownSecret(*m_keyring, u"gateway/default"_s).value(), QByteArray("lw-secret"));
    makeKeyring(false, false);
    const Result<KeySource> session = setOwnSecret(*m_keyring, u"gateway/default"_s, "lw-secret");
    QVERIFY(session.ok());
    QCOMPARE(*session, KeySource::Session);
    QCOMPARE(ownSecret(*m_keyring, u"gateway/default"_s).value(), QByteArray("lw-secret"));
    QVERIFY(!setOwnSecret(*m_keyring, u"gateway/default"_s, {}).ok());
}

void TestKeyring::makesNoOwnSecretWhereOneMayBe()
{
    for (const SecretState state : {SecretState::Locked, SecretState::Denied, SecretState::NotAnswering}) {
        m_keychain->reading = state;
        QCOMPARE(ownSecret(*m_keyring, u"gateway/default"_s).error().kind, ErrorKind::Secrets);
    }
}

void TestKeyring::takesFurtherVariables()
{
    qputenv("TEST_TOKEN", "token");
    qputenv("TEST_ACCOUNT_ID", " account\n");
    const auto got = credentials(u"two-part"_s);
    QVERIFY(got.ok());
    QCOMPARE(got.value().key, QByteArray("token"));
    QCOMPARE(got.value().extra, (QHash<QString, QByteArray> {{u"account_id"_s, "account"}}));
}

void TestKeyring::needsNoPlaceForWhatNeedsNoKey()
{
    m_keychain->answers = m_file->answers = false; // both hang
    const auto got = credentials(u"built-in"_s);
    QVERIFY(got.ok());
    QVERIFY(got.value().key.isEmpty());
    QCOMPARE(credentials(u"nobody"_s).error().kind, ErrorKind::NotFound);
}

void TestKeyring::isAskedFromOtherThreads()
{
    m_keychain->entries.insert(paidEntry, "key-of-keychain-kkkk");
    QThread other;
    QObject there;
    there.moveToThread(&other);
    other.start();
    std::atomic<bool> answered = false;
    std::atomic<bool> rightThread = false;
    QMetaObject::invokeMethod(&there, [&] {
        m_keyring->credentials(u"paid"_s, &there, [&](const Result<Credentials> &got) {
            rightThread = QThread::currentThread() == &other && got.ok();
            answered = true;
        });
    });
    QTRY_VERIFY(answered);
    QVERIFY(rightThread);
    bool dropped = true;
    {
        QObject gone;
        m_keyring->credentials(u"paid"_s, &gone, [&dropped](const Result<Credentials> &) { dropped = false; });
    }
    QVERIFY(credentials(u"paid"_s).ok()); // asked later, answered later
    QVERIFY(dropped);
    other.quit();
    other.wait();
}

QTEST_GUILESS_MAIN(TestKeyring)
#include "test_keyring.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/wording.h"
#include "tests/secrets/keyringrig.h"

using namespace Qt::StringLiterals;
using namespace lightwell;
using namespace lightwell::test;

class TestKeyPlaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_rig = std::make_unique<KeyringRig>(); }
    void keepsWhatIsSet_data();
    void keepsWhatIsSet();
    void refusesEmptyKeys();
    void failedWritesChangeNothing();
    void removesFromAllPlaces();
    void proposesAPlace_data();
    void proposesAPlace();
    void opensTheFileFromTheEnvironment_data();
    void opensTheFileFromTheEnvironment();

private:
    std::unique_ptr<KeyringRig> m_rig;
};

void TestKeyPlaces::keepsWhatIsSet_data()
{
    QTest::addColumn<KeySource>("place");
    QTest::newRow("keychain") << KeySource::Keychain;
    QTest::newRow("file") << KeySource::EncryptedFile;
    QTest::newRow("session") << KeySource::Session;
}

void TestKeyPlaces::keepsWhatIsSet()
{
    QFETCH(const KeySource, place);
    QStringList changed;
    connect(m_rig->keyring.get(), &Keyring::changed, this,
            [&changed](const QString &provider) { changed.append(provider); });
    QVERIFY(m_rig->set(u"paid"_s, "\n  key-as-pasted-1234 \r\n", place).ok());
    QCOMPARE(changed, QStringList {u"paid"_s});
    QCOMPARE(m_rig->credentials(u"paid"_s).value().key, QByteArray("key-as-pasted-1234"));
    QCOMPARE(m_rig->keychain->entries.value(paidEntry).isEmpty(), place != KeySource::Keychain);
    QCOMPARE(m_rig->file->entries.value(paidEntry).isEmpty(), place != KeySource::EncryptedFile);
    QCOMPARE(m_rig->states().value(0).source, place);
    QCOMPARE(m_rig->states().value(0).hint, u"1234"_s);
    QVERIFY(m_rig->set(u"paid"_s, QByteArray("short"), place).ok());
    QCOMPARE(m_rig->states().value(0).hint, QString()); // four characters of a short key would be most of it
}

void TestKeyPlaces::refusesEmptyKeys()
{
    for (const QByteArray &key : {QByteArray(), QByteArray(" \t\r\n")}) {
        const Status status = m_rig->set(u"paid"_s, key, KeySource::Keychain);
        QVERIFY(!status.ok());
        QCOMPARE(status.error().kind, ErrorKind::Invalid);
    }
    QCOMPARE(m_rig->set(u"nobody"_s, "key", KeySource::Session).error().kind, ErrorKind::NotFound);
    QVERIFY(!m_rig->set(u"paid"_s, "key", KeySource::Environment).ok());
    QCOMPARE(m_rig->keychain->writes, 0);
}

void TestKeyPlaces::failedWritesChangeNothing()
{
    m_rig->keychain->entries.insert(paidEntry, "key-of-keychain-kkkk");
    QVERIFY(m_rig->credentials(u"paid"_s).ok());
    for (const SecretState state :
         {SecretState::Locked, SecretState::Denied, SecretState::NoBackend, SecretState::NotAnswering}) {
        m_rig->keychain->writing = state;
        const Status status = m_rig->set(u"paid"_s, "new-key", KeySource::Keychain);
        QVERIFY(!status.ok());
        QCOMPARE(status.error().kind, ErrorKind::Secrets);
        QVERIFY(!wording::sentence(status.error()).contains(u"new-key"_s));
        QCOMPARE(m_rig->credentials(u"paid"_s).value().key, QByteArray("key-of-keychain-kkkk"));
    }
}

void TestKeyPlaces::removesFromAllPlaces()
{
    m_rig->keychain->entries.insert(paidEntry, "key-of-keychain-kkkk");
    m_rig->file->entries.insert(paidEntry, "key-of-file-ffff");
    QVERIFY(m_rig->set(u"paid"_s, "key-of-session-ssss", KeySource::Session).ok());
    QVERIFY(remove(*m_rig->keyring, u"paid"_s).ok());
    QVERIFY(m_rig->keychain->entries.isEmpty() && m_rig->file->entries.isEmpty());
    QCOMPARE(m_rig->credentials(u"paid"_s).error().kind, ErrorKind::NoKey);
    QVERIFY(remove(*m_rig->keyring, u"paid"_s).ok()); // nothing left to remove
    m_rig->keychain->writing = SecretState::Locked;
    QCOMPARE(remove(*m_rig->keyring, u"paid"_s).error().kind, ErrorKind::Secrets);
    m_rig->keyring->forgetCache();
    m_rig->keychain->service = SecretState::NotSetUp; // nothing can be in it
    QVERIFY(remove(*m_rig->keyring, u"paid"_s).ok());
    m_rig->withoutPlaces();
    QVERIFY(remove(*m_rig->keyring, u"paid"_s).ok());
}

void TestKeyPlaces::proposesAPlace_data()
{
    QTest::addColumn<SecretState>("keychain");
    QTest::addColumn<SecretState>("file");
    QTest::addColumn<KeySource>("place");
    QTest::newRow("keychain") << SecretState::Available << SecretState::Available << KeySource::Keychain;
    QTest::newRow("the file, opened") << SecretState::NoBackend << SecretState::Available << KeySource::EncryptedFile;
    QTest::newRow("the file, locked") << SecretState::NoBackend << SecretState::Locked << KeySource::Session;
    QTest::newRow("no file") << SecretState::NoBackend << SecretState::Missing << KeySource::Session;
    QTest::newRow("a locked keychain") << SecretState::Locked << SecretState::Missing << KeySource::Session;
    QTest::newRow("a keychain never set up")
        << SecretState::NotSetUp << SecretState::Available << KeySource::EncryptedFile;
    QTest::newRow("a silent keychain") << SecretState::NotAnswering << SecretState::Available
                                       << KeySource::EncryptedFile;
}

void TestKeyPlaces::proposesAPlace()
{
    QFETCH(const SecretState, keychain);
    QFETCH(const SecretState, file);
    QFETCH(const KeySource, place);
    m_rig->keychain->service = keychain;
    m_rig->file->service = file;
    std::optional<std::pair<KeySource, SecretState>> got;
    m_rig->keyring->place(this, [&got](KeySource source, SecretState state, const Reason &) { got = {source, state}; });
    QTRY_VERIFY(got);
    QCOMPARE(got->first, place);
    QCOMPARE(got->second, keychain);
    QCOMPARE(m_rig->keychain->reads + m_rig->keychain->writes, 0);
}

void TestKeyPlaces::opensTheFileFromTheEnvironment_data()
{
    QTest::addColumn<QByteArray>("passphrase");
    QTest::addColumn<bool>("opens");
    QTest::newRow("right") << QByteArray("open sesame") << true;
    QTest::newRow("wrong") << QByteArray("open barley") << false;
    QTest::newRow("none") << QByteArray() << false;
}

void TestKeyPlaces::opensTheFileFromTheEnvironment()
{
    QFETCH(const QByteArray, passphrase);
    QFETCH(const bool, opens);
    m_rig->keychain->service = SecretState::NoBackend;
    m_rig->file->service = m_rig->file->reading = SecretState::Locked;
    m_rig->file->passphrase = "open sesame";
    m_rig->file->entries.insert(paidEntry, "key-of-file-ffff");
    if (!passphrase.isEmpty()) {
        qputenv("LIGHTWELL_PASSPHRASE", passphrase);
    }
    const auto got = m_rig->credentials(u"paid"_s);
    QCOMPARE(got.ok(), opens);
    if (!opens) {
        QCOMPARE(got.error().kind, ErrorKind::Secrets);
        QCOMPARE(unlock(*m_rig->keyring, "open barley").error().kind, ErrorKind::Secrets);
        QVERIFY(unlock(*m_rig->keyring, "open sesame").ok());
        QVERIFY(m_rig->credentials(u"paid"_s).ok());
    }
}

QTEST_GUILESS_MAIN(TestKeyPlaces)
#include "test_keyplaces.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/keyreasons.h"
#include "core/wording/wording.h"
#include "tests/secrets/keyringrig.h"

#include <thread>

using namespace Qt::StringLiterals;
using namespace lightwell;
using namespace lightwell::test;

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
    void sendsNoKeyThatIsNone_data();
    void sendsNoKeyThatIsNone();
    void listsWithoutWaking_data();
    void listsWithoutWaking();
    void asksALockedKeychainAgainForUse();
    void entriesMayVanish();
    void takesFurtherVariables();
    void needsNoPlaceForWhatNeedsNoKey();
    void isAskedFromOtherThreads();

private:
    std::unique_ptr<KeyringRig> m_rig;
};

void TestKeyring::init()
{
    m_rig = std::make_unique<KeyringRig>();
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
        m_rig->keychain->entries.insert(paidEntry, keys.value(KeySource::Keychain));
    }
    if (places.contains(u'f')) {
        m_rig->file->entries.insert(paidEntry, keys.value(KeySource::EncryptedFile));
    }
    if (places.contains(u's')) {
        QVERIFY(m_rig->set(u"paid"_s, keys.value(KeySource::Session), KeySource::Session).ok());
    }
    if (places.contains(u'e')) {
        qputenv("TEST_PAID_KEY", QByteArray("  " + keys.value(KeySource::Environment) + "\n"));
    }
    const auto got = m_rig->credentials(u"paid"_s);
    QCOMPARE(got.ok(), source != KeySource::None);
    if (got.ok()) {
        QCOMPARE(got.value().key, keys.value(source));
    } else {
        QCOMPARE(got.error().kind, ErrorKind::NoKey);
        QVERIFY(wording::sentence(got.error()).contains(u"TEST_PAID_KEY"_s));
    }
    const KeyState state = m_rig->states().value(0);
    QCOMPARE(state.provider, u"paid"_s);
    QCOMPARE(state.source, source);
    QCOMPARE(state.hint, QString::fromLatin1(keys.value(source).right(4)));
}

void TestKeyring::readsEachEntryOnce()
{
    m_rig->keychain->entries.insert(paidEntry, "key-of-keychain-kkkk");
    int answers = 0;
    for (int i = 0; i < 5; ++i) {
        m_rig->keyring->credentials(u"paid"_s, this,
                                    [&answers](const Result<Credentials> &got) { answers += got.ok(); });
    }
    QTRY_COMPARE(answers, 5);
    QVERIFY(m_rig->credentials(u"paid"_s).ok());
    QCOMPARE(m_rig->keychain->reads, 1);
    const QList<KeyState> one = statesOf(*m_rig->keyring, {u"paid"_s, u"nobody"_s});
    QCOMPARE(one.size(), 1);
    QCOMPARE(one.first().source, KeySource::Keychain);
    QCOMPARE(m_rig->keychain->reads, 1); // for the others nobody looks
    (void)m_rig->states();
    const int all = m_rig->keychain->reads;
    QVERIFY(all > 1);
    (void)m_rig->states();
    QCOMPARE(m_rig->keychain->reads, all);
    QCOMPARE(m_rig->keychain->probes, 1);
    m_rig->keyring->forgetCache();
    (void)m_rig->credentials(u"paid"_s);
    QCOMPARE(m_rig->keychain->reads, all + 1);
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
    row("never set up", S::NotSetUp, S::Missing, ErrorKind::NoKey, u"no key"_s);
    row("never answers", S::Available, S::NotAnswering, ErrorKind::Secrets, u"not answer"_s);
    row("never answers at all", S::NotAnswering, S::NotAnswering, ErrorKind::Secrets, u"not answer"_s);
}

void TestKeyring::saysWhyThereIsNoKey()
{
    QFETCH(const SecretState, service);
    QFETCH(const SecretState, reading);
    QFETCH(const ErrorKind, kind);
    QFETCH(const QString, says);
    m_rig->keychain->service = service;
    m_rig->keychain->reading = reading;
    const auto got = m_rig->credentials(u"paid"_s);
    QVERIFY(!got.ok());
    QCOMPARE(got.error().kind, kind);
    QCOMPARE(got.error().billing, Billing::NotBilled);
    QVERIFY2(wording::sentence(got.error()).contains(says), qPrintable(wording::sentence(got.error())));
    QCOMPARE(m_rig->keychain->writes, 0);
    qputenv("TEST_PAID_KEY", "key-of-environment-eeee"); // all the same, another place may have it
    const auto other = m_rig->credentials(u"paid"_s);
    QVERIFY(other.ok());
    QCOMPARE(other.value().key, QByteArray("key-of-environment-eeee"));
}

void TestKeyring::sendsNoKeyThatIsNone_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<Reason>("reason"); // none: it is sent
    const Reason control = reasons::keyWithControlCharacter();
    const Reason foreign = reasons::keyWithForeignCharacter();
    QTest::newRow("two lines") << QByteArray("sk-abcdefgh\nX-Second: line") << control;
    QTest::newRow("a line break of Windows") << QByteArray("sk-abcdefgh\r\nmore") << control;
    QTest::newRow("a tab") << QByteArray("sk-abcd\tefgh") << control;
    QTest::newRow("an escape") << QByteArray("sk-abcd\x1b[0mefgh") << control;
    QTest::newRow("a C1 control") << QByteArray("sk-abcd\xc2\x85"
                                                "efgh")
                                  << control;
    QTest::newRow("a wide dash") << QByteArray("sk\xe2\x80\x93"
                                               "abcdefgh")
                                 << foreign;
    QTest::newRow("a character nobody sees") << QByteArray("sk-abcd\xe2\x80\x8b"
                                                           "efgh")
                                             << foreign;
    QTest::newRow("a blank that is none") << QByteArray("sk-abcd\xc2\xa0"
                                                        "efgh")
                                          << foreign;
    QTest::newRow("no UTF-8") << QByteArray("sk-abcd\xff"
                                            "efgh")
                              << foreign;
    QTest::newRow("blanks at its ends") << QByteArray(" sk-abcdefgh\n") << Reason();
    QTest::newRow("Latin-1") << QByteArray("user:stra\xc3\x9f"
                                           "e")
                             << Reason();
}

void TestKeyring::sendsNoKeyThatIsNone()
{
    QFETCH(const QByteArray, key);
    QFETCH(const Reason, reason);
    const auto check = [&](const Result<Credentials> &got, const Reason &told) {
        QCOMPARE(got.ok(), reason.isEmpty());
        if (got) {
            QCOMPARE(got->key, key.trimmed());
            return;
        }
        QCOMPARE(got.error().reason, told);
        QCOMPARE(got.error().billing, Billing::NotBilled);
    };
    const QString name = u"Provider paid"_s;
    qputenv("TEST_PAID_KEY", key);
    check(m_rig->credentials(u"paid"_s), reasons::keyOfVariableUnusable(name, u"TEST_PAID_KEY"_s, reason));
    m_rig->keychain->entries.insert(paidEntry, key); // as another program put it there
    m_rig->keyring->forgetCache();
    check(m_rig->credentials(u"paid"_s), reasons::keyUnusable(name, reason));
    qputenv("TEST_TOKEN", "token");
    qputenv("TEST_ACCOUNT_ID", key);
    QCOMPARE(m_rig->credentials(u"two-part"_s).ok(), reason.isEmpty());
    const Status set = m_rig->set(u"paid"_s, key, KeySource::Session);
    QCOMPARE(set.ok(), reason.isEmpty());
    QVERIFY(set.ok() || set.error().reason == reason);
}

void TestKeyring::listsWithoutWaking_data()
{
    QTest::addColumn<SecretState>("service");
    QTest::newRow("never set up") << SecretState::NotSetUp;
    QTest::newRow("locked") << SecretState::Locked;
    QTest::newRow("no backend") << SecretState::NoBackend;
    QTest::newRow("never answers") << SecretState::NotAnswering;
    QTest::newRow("denied") << SecretState::Denied;
}

void TestKeyring::listsWithoutWaking()
{
    QFETCH(const SecretState, service);
    m_rig->keychain->service = service;
    const QList<KeyState> all = m_rig->states();
    QCOMPARE(all.size(), 6);
    QCOMPARE(m_rig->keychain->reads, 0); // a read could make the desktop ask for a password
    QCOMPARE(m_rig->keychain->probes, 1); // one question for all providers
    QCOMPARE(all.at(0).store, service);
    QCOMPARE(all.at(0).source, KeySource::None);
    QCOMPARE(all.at(2).source, KeySource::NotNeeded);
    QCOMPARE(all.at(3).source, KeySource::None); // has no address
    QCOMPARE(all.at(4).source, KeySource::NotNeeded);
}

void TestKeyring::asksALockedKeychainAgainForUse()
{
    m_rig->keychain->entries.insert(paidEntry, "key-of-keychain-kkkk");
    m_rig->keychain->reading = SecretState::Locked;
    QVERIFY(!m_rig->credentials(u"paid"_s).ok());
    m_rig->keychain->reading = SecretState::Available; // the user unlocked it
    QVERIFY(m_rig->credentials(u"paid"_s).ok());
}

void TestKeyring::entriesMayVanish()
{
    m_rig->keychain->entries.insert(paidEntry, "key-of-keychain-kkkk");
    QVERIFY(m_rig->credentials(u"paid"_s).ok());
    m_rig->keychain->entries.clear(); // somebody removed it with another program
    QVERIFY(m_rig->credentials(u"paid"_s).ok()); // remembered for this run
    m_rig->keyring->forgetCache();
    QCOMPARE(m_rig->credentials(u"paid"_s).error().kind, ErrorKind::NoKey);
}

void TestKeyring::takesFurtherVariables()
{
    qputenv("TEST_TOKEN", "token");
    qputenv("TEST_ACCOUNT_ID", " account\n");
    const auto got = m_rig->credentials(u"two-part"_s);
    QVERIFY(got.ok());
    QCOMPARE(got.value().key, QByteArray("token"));
    QCOMPARE(got.value().extra, (QHash<QString, QByteArray> {{u"account_id"_s, "account"}, {u"region"_s, "here"}}));
}

void TestKeyring::needsNoPlaceForWhatNeedsNoKey()
{
    m_rig->keychain->answers = m_rig->file->answers = false; // both hang
    const auto got = m_rig->credentials(u"built-in"_s);
    QVERIFY(got.ok());
    QVERIFY(got.value().key.isEmpty());
    QCOMPARE(m_rig->credentials(u"nobody"_s).error().kind, ErrorKind::NotFound);
}

void TestKeyring::isAskedFromOtherThreads()
{
    m_rig->keychain->entries.insert(paidEntry, "key-of-keychain-kkkk");
    QThread other;
    QObject there;
    there.moveToThread(&other);
    other.start();
    std::atomic<bool> answered = false;
    std::atomic<bool> rightThread = false;
    QMetaObject::invokeMethod(&there, [&] {
        m_rig->keyring->credentials(u"paid"_s, &there, [&](const Result<Credentials> &got) {
            rightThread = QThread::currentThread() == &other && got.ok();
            answered = true;
        });
    });
    QTRY_VERIFY(answered);
    QVERIFY(rightThread);
    bool dropped = true;
    {
        QObject gone;
        m_rig->keyring->credentials(u"paid"_s, &gone, [&dropped](const Result<Credentials> &) { dropped = false; });
    }
    QVERIFY(m_rig->credentials(u"paid"_s).ok()); // asked later, answered later
    QVERIFY(dropped);
    other.quit();
    other.wait();
}

QTEST_GUILESS_MAIN(TestKeyring)
#include "test_keyring.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// An answer that is known is told without the keyring's thread, and never one that was made from what has changed.
#include "core/secrets/encryptedfile.h"
#include "tests/secrets/keyringrig.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace lightwell;
using namespace lightwell::test;

namespace {

const QString paid = u"paid"_s;
const QByteArray first = "the-first-key-0000";
const QByteArray second = "the-second-key-1111";

/// Counts what has the keyring's thread look: each is an event of its own there.
class Looks : public QObject
{
public:
    bool eventFilter(QObject *asked, QEvent *event) override
    {
        count += event->type() == QEvent::MetaCall ? 1 : 0;
        return QObject::eventFilter(asked, event);
    }
    int count = 0;
};

} // namespace

class TestKnownKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_rig = std::make_unique<KeyringRig>();
        m_folder = std::make_unique<QTemporaryDir>();
        m_keyring = opened();
        m_keyring->installEventFilter(&m_looks);
        qputenv("TEST_PAID_KEY", first);
        m_looks.count = 0;
    }
    void cleanup() { m_keyring.reset(); }

    void theSecondQuestionNeedsNoLook()
    {
        QCOMPARE(key(), first);
        QCOMPARE(sourceOf(paid), KeySource::Environment);
        QCOMPARE(m_looks.count, 2);
        QCOMPARE(key(), first);
        QCOMPARE(sourceOf(paid), KeySource::Environment);
        QCOMPARE(m_looks.count, 2);
    }

    void aPlaceThatIsNoFileIsAskedEachTime()
    {
        Keyring &keyring = *m_rig->keyring;
        keyring.installEventFilter(&m_looks);
        QCOMPARE(credentials(keyring, paid)->key, first);
        m_rig->file->entries.insert(paidEntry, second);
        QCOMPARE(credentials(keyring, paid)->key, second);
        QCOMPARE(m_looks.count, 2);
    }

    void whatItWasMadeFromChanges_data()
    {
        QTest::addColumn<QString>("what");
        for (const char *what :
             {"the environment", "a key is set", "a key is set, without waiting", "a key goes", "an address",
              "the address in the settings", "a key is set aside", "another program names a key", "forgotten"}) {
            QTest::newRow(what) << QString::fromLatin1(what);
        }
    }
    void whatItWasMadeFromChanges()
    {
        QFETCH(const QString, what);
        QCOMPARE(key(), first);
        QCOMPARE(sourceOf(paid), KeySource::Environment);
        QByteArray keyThen = second;
        QUrl addressThen;
        bool isAside = false;
        if (what == u"the environment") {
            qputenv("TEST_PAID_KEY", second);
        } else if (what == u"a key is set") {
            QVERIFY(set(*m_keyring, paid, second, KeySource::Keychain).ok());
        } else if (what == u"a key is set, without waiting") {
            m_keyring->set(paid, second, KeySource::Session, this, [](const Status &) {});
        } else if (what == u"a key goes") {
            QVERIFY(set(*m_keyring, paid, second, KeySource::Session).ok());
            QCOMPARE(key(), second);
            QVERIFY(remove(*m_keyring, paid).ok());
            keyThen = first;
        } else if (what == u"an address") {
            qputenv("LIGHTWELL_PAID_BASE_URL", "https://example.org/api");
            keyThen = first;
            addressThen = QUrl(u"https://example.org/api"_s);
        } else if (what == u"the address in the settings") {
            m_keyring->setBaseUrls({{paid, QUrl(u"https://example.net"_s)}});
            keyThen = first;
            addressThen = QUrl(u"https://example.net"_s);
        } else if (what == u"a key is set aside") {
            m_keyring->setAside(*credentials(*m_keyring, paid), paid, SetAside::Why::Refused);
            keyThen = first;
            isAside = true;
        } else if (what == u"another program names a key") {
            m_rig->keychain->entries.insert(u"lightwell/paid/keys/work"_s, second);
            writeBook(R"({"version": 1, "providers": {"paid": {"names": ["work"], "set_aside": [{"name": "",
                      "why": "refused", "at": "2026-01-01T00:00:00Z", "until": "2999-01-01T00:00:00Z",
                      "hint": "0000"}]}}})");
        } else {
            m_keyring->forgetCache();
            m_looks.count = 0;
            QCOMPARE(key(), first);
            QVERIFY(m_looks.count > 0);
            return;
        }
        const Result<Credentials> then = credentials(*m_keyring, paid);
        QVERIFY(then.ok());
        QCOMPARE(then->key, keyThen);
        QCOMPARE(then->baseUrl, addressThen);
        QCOMPARE(then->isSetAside, isAside);
        const QList<KeyState> states = statesOf(*m_keyring, {paid});
        QCOMPARE(states.size(), 1);
        QCOMPARE(states.first().setAside.has_value(), isAside || what == u"another program names a key");
    }

    /// What ends by itself is looked at each time.
    void aKeySetAsideIsNotKnown()
    {
        m_keyring->setAside(*credentials(*m_keyring, paid), paid, SetAside::Why::Funds);
        QVERIFY(credentials(*m_keyring, paid)->isSetAside);
        const int before = m_looks.count;
        QVERIFY(credentials(*m_keyring, paid)->isSetAside);
        QCOMPARE(m_looks.count, before + 1);
    }

    /// A keychain that is locked may be unlocked the next time.
    void whatWouldNotSayIsAskedAgain()
    {
        m_rig->keychain->service = SecretState::NotAnswering;
        QCOMPARE(key(), first);
        m_rig->keychain->service = SecretState::Available;
        m_rig->keychain->entries.insert(paidEntry, second);
        QCOMPARE(key(), second);
    }

    /// The keychain comes first, once it answers.
    void aKeyOfTheFileBehindASilentKeychainIsNotKnown()
    {
        m_rig->keychain->service = SecretState::NotAnswering;
        QVERIFY(unlock(*m_keyring, "open sesame").ok());
        QVERIFY(set(*m_keyring, paid, first, KeySource::EncryptedFile).ok());
        qunsetenv("TEST_PAID_KEY");
        QCOMPARE(key(), first);
        QCOMPARE(sourceOf(paid), KeySource::EncryptedFile);
        m_rig->keychain->service = SecretState::Available;
        m_rig->keychain->entries.insert(paidEntry, second);
        QCOMPARE(key(), second);
    }

    void otherProvidersAreNotMeant()
    {
        QCOMPARE(key(), first);
        QCOMPARE(statesOf(*m_keyring, {paid, u"local"_s}).size(), 2);
        QCOMPARE(statesOf(*m_keyring, {u"local"_s, u"unheard-of"_s}).size(), 1);
        QCOMPARE(credentials(*m_keyring, u"unheard-of"_s).error().kind, ErrorKind::NotFound);
    }

private:
    [[nodiscard]] std::unique_ptr<Keyring> opened() const
    {
        return std::make_unique<Keyring>(
            m_rig->registry, std::make_unique<FakeStore>(m_rig->keychain),
            std::make_unique<EncryptedFile>(m_folder->filePath(u"keys.encrypted"_s), Vault::Cost {1, 8192}),
            m_folder->filePath(u"keys.json"_s));
    }
    [[nodiscard]] QByteArray key() const
    {
        const Result<Credentials> found = credentials(*m_keyring, paid);
        return found ? found->key : QByteArray();
    }
    [[nodiscard]] KeySource sourceOf(const QString &provider) const
    {
        const QList<KeyState> states = statesOf(*m_keyring, {provider});
        return states.size() == 1 ? states.first().source : KeySource::None;
    }
    void writeBook(const QByteArray &text) const
    {
        QFile file(m_folder->filePath(u"keys.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    std::unique_ptr<KeyringRig> m_rig;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Keyring> m_keyring;
    Looks m_looks;
};

QTEST_GUILESS_MAIN(TestKnownKeys)
#include "test_knownkeys.moc"

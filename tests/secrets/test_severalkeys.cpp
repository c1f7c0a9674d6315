// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/secrets/keyringrig.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace lightwell;
using namespace lightwell::test;
using namespace std::chrono_literals;

namespace {

const QString paid = u"paid"_s;
const QByteArray first = "key-without-a-name-0000";
const QByteArray work = "key-for-work-000-wwww";
const QByteArray spare = "key-in-reserve-00-ssss";

} // namespace

/// Several keys of one provider: which is used, which is set aside, and what other programs on the home see of it.
class TestSeveralKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_rig = std::make_unique<KeyringRig>();
        m_folder = std::make_unique<QTemporaryDir>();
        m_now = QDateTime::fromString(u"2026-03-01T12:00:00Z"_s, Qt::ISODate);
        m_keyring = opened();
    }
    void cleanup() { m_keyring.reset(); }

    void theFirstThatIsThereIsUsed_data()
    {
        QTest::addColumn<QStringList>("kept"); // in this order; "" is the one without a name
        QTest::addColumn<QByteArray>("variable");
        QTest::addColumn<QStringList>("aside");
        QTest::addColumn<QString>("used");
        QTest::addColumn<bool>("isSetAside");
        const QStringList all {u""_s, u"work"_s, u"spare"_s};
        QTest::newRow("the one without a name") << all << QByteArray() << QStringList() << u""_s << false;
        QTest::newRow("named ones as they came")
            << QStringList {u"work"_s, u"spare"_s} << QByteArray() << QStringList() << u"work"_s << false;
        QTest::newRow("the environment's is the one without a name")
            << QStringList {u"work"_s} << QByteArray("key-of-environment-eeee") << QStringList() << u""_s << false;
        QTest::newRow("one is set aside") << all << QByteArray() << QStringList {u""_s} << u"work"_s << false;
        QTest::newRow("two are") << all << QByteArray() << QStringList {u"work"_s, u""_s} << u"spare"_s << false;
        QTest::newRow("all are: the first all the same") << all << QByteArray() << all << u""_s << true;
        QTest::newRow("the only one") << QStringList {u""_s} << QByteArray() << QStringList {u""_s} << u""_s << true;
        QTest::newRow("the environment's is set aside") << QStringList {u"work"_s} << QByteArray("key-of-env-0000-eeee")
                                                        << QStringList {u""_s} << u"work"_s << false;
    }
    void theFirstThatIsThereIsUsed()
    {
        QFETCH(const QStringList, kept);
        QFETCH(const QByteArray, variable);
        QFETCH(const QStringList, aside);
        if (!variable.isEmpty()) {
            qputenv("TEST_PAID_KEY", variable);
        }
        for (const QString &name : kept) {
            QVERIFY(set({paid, name}, keyOf(name)).ok());
        }
        for (const QString &name : aside) {
            setAside(name, SetAside::Why::Refused);
        }
        const Result<Credentials> got = credentials(*m_keyring, paid);
        QVERIFY(got.ok());
        QTEST(got->keyName, "used");
        QTEST(got->isSetAside, "isSetAside");
        QCOMPARE(got->key, got->keyName.isEmpty() && !variable.isEmpty() ? variable : keyOf(got->keyName));
    }

    /// "local" can be asked without any; no key at all is no other key.
    void aKeySetAsideIsTriedBeforeNone()
    {
        const KeyId id(u"local"_s, u"work"_s);
        QVERIFY(set(id, work).ok());
        QCOMPARE(credentials(*m_keyring, id.provider)->keyName, id.name);
        m_keyring->setAside(credentialsOf(id).value(), id.provider, SetAside::Why::Refused);
        const Result<Credentials> got = credentials(*m_keyring, id.provider);
        QVERIFY(got.ok());
        QCOMPARE(got->keyName, id.name);
        QVERIFY(got->isSetAside);
    }

    void eachLiesInAPlaceOfItsOwn()
    {
        QVERIFY(set({paid}, first).ok());
        QVERIFY(set({paid, u"work"_s}, work).ok());
        QCOMPARE(m_rig->keychain->entries.value(u"lightwell/paid/default"_s), first);
        QCOMPARE(m_rig->keychain->entries.value(u"lightwell/paid/keys/work"_s), work);
        QVERIFY(remove({paid, u"work"_s}).ok());
        QCOMPARE(m_rig->keychain->entries.keys(), QStringList {u"lightwell/paid/default"_s});
        QVERIFY(states(*m_keyring).constFirst().others.isEmpty());
        QCOMPARE(credentialsOf({paid, u"work"_s}).error().reason.code, u"named_key_missing"_s);
    }

    void fieldsBelongToTheirKey()
    {
        const QString provider = u"two-part"_s;
        QVERIFY(set({provider, u"work"_s}, work).ok());
        QVERIFY(test::awaited<Status>([&](QObject *context, auto answer) {
                    m_keyring->setFields({provider, u"work"_s}, {{u"account_id"_s, "acc-work"}}, KeySource::Keychain,
                                         context, answer);
                })
                    .value()
                    .ok());
        QVERIFY(set({provider}, first).ok());
        QCOMPARE(credentialsOf({provider}).error().kind, ErrorKind::NoKey); // it has no account
        QCOMPARE(credentialsOf({provider, u"work"_s})->field(u"account_id"_s), u"acc-work"_s);
        QCOMPARE(credentials(*m_keyring, provider)->keyName, u"work"_s); // the one that is of use
    }

    void namesAreNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isOne");
        QTest::newRow("plain") << u"work-2.eu_west"_s << true;
        QTest::newRow("another alphabet") << u"работа"_s << true;
        QTest::newRow("a path") << u"a/b"_s << false;
        QTest::newRow("a blank") << u"my key"_s << false;
        QTest::newRow("a line") << u"a\nb"_s << false;
        QTest::newRow("long") << QString(41, u'k') << false;
    }
    void namesAreNames()
    {
        QFETCH(const QString, name);
        QTEST(set({paid, name}, work).ok(), "isOne");
    }

    void isSetAsideUntil_data()
    {
        QTest::addColumn<SetAside::Why>("why");
        QTest::addColumn<QString>("after");
        QTest::addColumn<bool>("isStill");
        const auto refused = SetAside::Why::Refused;
        const auto funds = SetAside::Why::Funds;
        QTest::newRow("refused, 23 hours later") << refused << u"23h"_s << true;
        QTest::newRow("refused, a day later") << refused << u"24h"_s << false;
        QTest::newRow("no funds, 59 minutes later") << funds << u"59m"_s << true;
        QTest::newRow("no funds, an hour later") << funds << u"60m"_s << false;
        QTest::newRow("it works") << refused << u"works"_s << false;
        QTest::newRow("it was changed") << refused << u"changed"_s << false;
        QTest::newRow("it was changed to the same") << funds << u"same"_s << false;
        QTest::newRow("it was changed elsewhere") << refused << u"elsewhere"_s << false;
    }
    void isSetAsideUntil()
    {
        QFETCH(const SetAside::Why, why);
        QFETCH(const QString, after);
        QVERIFY(set({paid}, first).ok());
        QVERIFY(set({paid, u"work"_s}, work).ok());
        QString said;
        connect(m_keyring.get(), &Keyring::warned, this, [&said](const Reason &reason) { said = reason.code; });
        setAside({}, why);
        QTRY_COMPARE(said, why == SetAside::Why::Refused ? u"key_aside_refused"_s : u"key_aside_without_funds"_s);
        if (after == "works"_L1) {
            m_keyring->takeBack({paid});
        } else if (after == "changed"_L1 || after == "same"_L1) {
            QVERIFY(set({paid}, after == "same"_L1 ? first : spare).ok());
        } else if (after == "elsewhere"_L1) {
            m_rig->keychain->entries.insert(paidEntry, spare);
            m_keyring->forgetCache();
        } else {
            const int count = after.chopped(1).toInt();
            m_now = m_now.addSecs(after.endsWith(u'h') ? count * 3600 : count * 60);
        }
        const KeyState state = states(*m_keyring).constFirst();
        QTEST(state.setAside.has_value(), "isStill");
        QCOMPARE(credentials(*m_keyring, paid)->keyName, state.setAside ? u"work"_s : QString());
    }

    void otherProgramsSeeIt()
    {
        QVERIFY(set({paid}, first).ok());
        QVERIFY(set({paid, u"work"_s}, work).ok());
        setAside({}, SetAside::Why::Funds);
        QTRY_VERIFY(fileHas("funds"));
        const std::unique_ptr<Keyring> other = opened();
        QCOMPARE(credentials(*other, paid)->keyName, u"work"_s);
        const KeyState state = states(*other).constFirst();
        QCOMPARE(state.setAside->why, SetAside::Why::Funds);
        QCOMPARE(state.others.size(), 1);
        other->takeBack({paid});
        QTRY_VERIFY(!fileHas("funds"));
        QTRY_COMPARE(credentials(*m_keyring, paid)->keyName, QString());
    }

    void noKeyEverLiesInTheBook()
    {
        QVERIFY(set({paid, u"work"_s}, work).ok());
        setAside(u"work"_s, SetAside::Why::Refused);
        QTRY_VERIFY(fileHas("refused"));
        QVERIFY(fileHas("wwww")); // the end that is shown anyway
        QVERIFY(!fileHas(work));
        QCOMPARE(QFile::permissions(bookFile()) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void whatIsForThisRunHasNoPlaceInTheBook()
    {
        QVERIFY(set({paid, u"passing"_s}, work, KeySource::Session).ok());
        QCOMPARE(credentials(*m_keyring, paid)->keyName, u"passing"_s);
        QVERIFY(!QFile::exists(bookFile()));
        QVERIFY(remove({paid, u"passing"_s}).ok());
        QCOMPARE(credentials(*m_keyring, paid).error().kind, ErrorKind::NoKey);
    }

    void aBookThatCannotBeReadIsNoReasonToStop_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("no JSON") << QByteArray("{names:");
        QTest::newRow("something else") << QByteArray("[1, 2]");
        QTest::newRow("odd values") << QByteArray(
            R"({"providers": {"paid": {"names": [1, "", null], "set_aside": [[], "x"]}}})");
    }
    void aBookThatCannotBeReadIsNoReasonToStop()
    {
        QFETCH(const QByteArray, content);
        QFile file(bookFile());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        QVERIFY(set({paid}, first).ok());
        QVERIFY(set({paid, u"work"_s}, work).ok());
        QCOMPARE(credentials(*m_keyring, paid)->key, first);
        QTRY_VERIFY(fileHas("work"));
    }

    void countsForThisRunWhereItCannotBeWritten()
    {
        QVERIFY(set({paid}, first).ok());
        QVERIFY(set({paid, u"work"_s}, work).ok());
        QTRY_VERIFY(fileHas("work"));
        QVERIFY(QFile::remove(bookFile()));
        QVERIFY(QDir().mkpath(bookFile() + u"/in-the-way"_s));
        setAside({}, SetAside::Why::Refused);
        QCOMPARE(states(*m_keyring).constFirst().setAside.has_value(), true);
    }

    void theFirstStateIsTheOneThatStandsForAll_data()
    {
        QTest::addColumn<QStringList>("kept");
        QTest::addColumn<QStringList>("listed");
        QTest::newRow("none") << QStringList() << QStringList {u""_s};
        QTest::newRow("one without a name") << QStringList {u""_s} << QStringList {u""_s};
        QTest::newRow("a named one") << QStringList {u"work"_s} << QStringList {u"work"_s};
        QTest::newRow("both") << QStringList {u"work"_s, u""_s} << QStringList {u""_s, u"work"_s};
    }
    void theFirstStateIsTheOneThatStandsForAll()
    {
        QFETCH(const QStringList, kept);
        for (const QString &name : kept) {
            QVERIFY(set({paid, name}, keyOf(name)).ok());
        }
        const KeyState state = states(*m_keyring).constFirst();
        QCOMPARE(state.source, kept.isEmpty() ? KeySource::None : KeySource::Keychain);
        QStringList names;
        const QList<KeyState> all = state.all();
        for (const KeyState &one : all) {
            names.append(one.name);
            QCOMPARE(one.provider, paid);
        }
        QTEST(names, "listed");
    }

private:
    [[nodiscard]] std::unique_ptr<Keyring> opened()
    {
        auto keyring = std::make_unique<Keyring>(m_rig->registry, std::make_unique<FakeStore>(m_rig->keychain),
                                                 std::make_unique<FakeStore>(m_rig->file), bookFile());
        keyring->setClock([this] { return m_now; });
        return keyring;
    }
    [[nodiscard]] QString bookFile() const { return m_folder->filePath(u"keys.json"_s); }
    [[nodiscard]] bool fileHas(const QByteArray &text) const
    {
        QFile file(bookFile());
        return file.open(QIODevice::ReadOnly) && file.readAll().contains(text);
    }
    [[nodiscard]] static QByteArray keyOf(const QString &name)
    {
        return name.isEmpty() ? first : name == "work"_L1 ? work : spare;
    }
    [[nodiscard]] Status set(const KeyId &id, const QByteArray &key, KeySource place = KeySource::Keychain)
    {
        return test::awaited<Status>(
                   [&](QObject *context, auto answer) { m_keyring->set(id, key, place, context, answer); })
            .value();
    }
    [[nodiscard]] Status remove(const KeyId &id)
    {
        return test::awaited<Status>([&](QObject *context, auto answer) { m_keyring->remove(id, context, answer); })
            .value();
    }
    [[nodiscard]] Result<Credentials> credentialsOf(const KeyId &id)
    {
        using R = Result<Credentials>;
        return test::awaited<R>([&](QObject *context, auto answer) { m_keyring->credentialsOf(id, context, answer); })
            .value();
    }
    void setAside(const QString &name, SetAside::Why why)
    {
        m_keyring->setAside(credentialsOf({paid, name}).value(), paid, why);
    }

    std::unique_ptr<KeyringRig> m_rig;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Keyring> m_keyring;
    QDateTime m_now;
};

QTEST_GUILESS_MAIN(TestSeveralKeys)
#include "test_severalkeys.moc"

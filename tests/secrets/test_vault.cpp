// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/keyreasons.h"
#include "core/secrets/vault.h"
#include "core/storage/keptaside.h"
#include "core/wording/wording.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;
using namespace lightwell;

namespace {

constexpr Vault::Cost cheap {1, 8192};
const QByteArray passphrase = "correct horse battery staple";
const QByteArray canary = "sk-canary-5f0c2d";
const QString entry = u"lightwell/fal/default"_s;

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class TestVault : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsOverRuns();
    void holdsNothingInClear();
    void needsItsPassphrase_data();
    void needsItsPassphrase();
    void saysWhichStateItIsIn();
    void noticesEveryChange();
    void noticesEveryCut();
    void neverWritesOverWhatItCannotRead();
    void twoProgramsKeepEachOthersKeys();
    void noticesAFileMadeAnew();
    void refusesAGreedyHead();
    void failsClearlyWhereItCannotWrite();
    void costsWhatItShould();
    void aCheapFileIsMadeDearer();
    void anOlderFileIsNoticed_data();
    void anOlderFileIsNoticed();
    void anOlderFileOfAnotherTimeIsNoticed();
    void readsFilesFromBeforeTheyWereCounted();
    void aDamagedWitnessIsKeptAside();

private:
    QString witness() const { return m_folder->filePath(u"keys.seen"_s); }
    QString path() const { return m_folder->filePath(u"keys.encrypted"_s); }
    void fill() const
    {
        Vault vault(path(), cheap);
        QCOMPARE(vault.unlock(passphrase).state, SecretState::Available);
        QCOMPARE(vault.write(entry, canary).state, SecretState::Available);
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestVault::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestVault::keepsOverRuns()
{
    fill();
    Vault vault(path(), {2, 16384}); // the file itself says what its key costs
    QCOMPARE(vault.unlock(passphrase).state, SecretState::Available);
    QCOMPARE(vault.read(entry).secret, canary);
    QCOMPARE(vault.read(u"lightwell/openai/default"_s).state, SecretState::Missing);
    QCOMPARE(vault.write(entry, "another").state, SecretState::Available);
    QCOMPARE(vault.read(entry).secret, QByteArray("another"));
    QCOMPARE(vault.remove(entry).state, SecretState::Available);
    QCOMPARE(vault.remove(entry).state, SecretState::Missing);
    QCOMPARE(vault.read(entry).state, SecretState::Missing);
}

void TestVault::holdsNothingInClear()
{
    fill();
    const QByteArray bytes = contents(path());
    QVERIFY(!bytes.isEmpty());
    for (const QByteArray &secret : {canary, canary.toBase64(), passphrase, entry.toUtf8(), QByteArray("fal")}) {
        QVERIFY2(!bytes.contains(secret), secret.constData());
    }
    constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY((QFile::permissions(path()) & others) == 0);
    fill();
    QVERIFY(contents(path()) != bytes); // the same contents never look the same twice
}

void TestVault::needsItsPassphrase_data()
{
    QTest::addColumn<QByteArray>("tried");
    QTest::newRow("another") << QByteArray("incorrect horse");
    QTest::newRow("none") << QByteArray();
    QTest::newRow("a part") << passphrase.chopped(1);
    QTest::newRow("more") << passphrase + ' ';
}

void TestVault::needsItsPassphrase()
{
    QFETCH(const QByteArray, tried);
    fill();
    const QByteArray before = contents(path());
    Vault vault(path(), cheap);
    const SecretAnswer answer = vault.unlock(tried);
    QCOMPARE(answer.state, SecretState::Locked);
    QCOMPARE(answer.says, tried.isEmpty() ? reasons::passphraseEmpty() : reasons::passphraseWrong());
    QCOMPARE(vault.read(entry).state, SecretState::Locked);
    QCOMPARE(vault.write(entry, "overwritten").state, SecretState::Locked);
    QCOMPARE(vault.remove(entry).state, SecretState::Locked);
    QCOMPARE(contents(path()), before);
}

void TestVault::saysWhichStateItIsIn()
{
    Vault vault(path(), cheap);
    QCOMPARE(vault.state().state, SecretState::Missing);
    QCOMPARE(vault.read(entry).state, SecretState::Missing);
    QCOMPARE(vault.write(entry, canary).state, SecretState::Locked);
    QCOMPARE(vault.unlock(passphrase).state, SecretState::Available);
    QVERIFY(!QFileInfo::exists(path())); // made with the first key
    QCOMPARE(vault.state().state, SecretState::Available);
    QCOMPARE(vault.write(entry, canary).state, SecretState::Available);
    QCOMPARE(Vault(path(), cheap).state().state, SecretState::Locked);
    QVERIFY(QFile::remove(path()));
    QCOMPARE(vault.read(entry).state, SecretState::Missing); // it vanished
}

void TestVault::noticesEveryChange()
{
    fill();
    const QByteArray good = contents(path());
    for (qsizetype at = 0; at < good.size(); ++at) {
        QByteArray bad = good;
        bad[at] = static_cast<char>(bad[at] ^ 0x01);
        put(path(), bad);
        Vault vault(path(), cheap);
        const SecretAnswer opened = vault.unlock(passphrase);
        QVERIFY2(opened.state == SecretState::Denied || opened.state == SecretState::Locked,
                 qPrintable(QString::number(at)));
        QVERIFY(!opened.says.isEmpty());
        QVERIFY(vault.read(entry).secret.isEmpty());
        QVERIFY(vault.write(entry, "overwritten").state != SecretState::Available);
        QCOMPARE(contents(path()), bad);
    }
}

void TestVault::noticesEveryCut()
{
    fill();
    const QByteArray good = contents(path());
    for (qsizetype size = 0; size < good.size(); ++size) {
        put(path(), good.left(size));
        Vault vault(path(), cheap);
        QCOMPARE(vault.unlock(passphrase).state, SecretState::Denied);
    }
    put(path(), good + 'x');
    QCOMPARE(Vault(path(), cheap).unlock(passphrase).state, SecretState::Denied);
}

void TestVault::neverWritesOverWhatItCannotRead()
{
    fill();
    Vault vault(path(), cheap);
    QCOMPARE(vault.unlock(passphrase).state, SecretState::Available);
    const QByteArray bad = contents(path()).chopped(3);
    put(path(), bad); // damaged while it was open
    QCOMPARE(vault.read(entry).state, SecretState::Denied);
    QCOMPARE(vault.write(u"other"_s, "x").state, SecretState::Denied);
    QCOMPARE(contents(path()), bad);
}

void TestVault::twoProgramsKeepEachOthersKeys()
{
    fill();
    Vault one(path(), cheap);
    Vault two(path(), cheap);
    QCOMPARE(one.unlock(passphrase).state, SecretState::Available);
    QCOMPARE(two.unlock(passphrase).state, SecretState::Available);
    QCOMPARE(one.write(u"a"_s, "1").state, SecretState::Available);
    QCOMPARE(two.write(u"b"_s, "2").state, SecretState::Available);
    QCOMPARE(one.read(u"b"_s).secret, QByteArray("2"));
    QCOMPARE(two.read(u"a"_s).secret, QByteArray("1"));
    QCOMPARE(two.read(entry).secret, canary);
}

void TestVault::noticesAFileMadeAnew()
{
    fill();
    Vault open(path(), cheap);
    QCOMPARE(open.unlock(passphrase).state, SecretState::Available);
    QVERIFY(QFile::remove(path()));
    fill();
    const QByteArray before = contents(path());
    QCOMPARE(open.read(entry).state, SecretState::Locked);
    QCOMPARE(open.write(entry, "overwritten").state, SecretState::Locked);
    QCOMPARE(contents(path()), before);
    QCOMPARE(open.unlock(passphrase).state, SecretState::Available);
    QCOMPARE(open.read(entry).secret, canary);
}

void TestVault::refusesAGreedyHead()
{
    fill();
    QByteArray greedy = contents(path());
    greedy.replace(8, 16, QByteArray(16, '\xff')); // as many operations and as much memory as can be written down
    put(path(), greedy);
    QCOMPARE(Vault(path(), cheap).unlock(passphrase).state, SecretState::Denied);
}

void TestVault::failsClearlyWhereItCannotWrite()
{
    Vault vault(m_folder->filePath(u"no such folder/keys.encrypted"_s), cheap);
    QCOMPARE(vault.unlock(passphrase).state, SecretState::Available);
    const SecretAnswer answer = vault.write(entry, canary);
    QCOMPARE(answer.state, SecretState::Denied);
    QVERIFY(!answer.says.isEmpty());
    QVERIFY(!wording::sentence(answer.says).contains(QString::fromLatin1(canary)));
}

void TestVault::costsWhatItShould()
{
    const Vault::Cost usual;
    QVERIFY(usual.operations >= crypto_pwhash_OPSLIMIT_MODERATE);
    QVERIFY(usual.memory >= crypto_pwhash_MEMLIMIT_MODERATE);
    QVERIFY(!Vault::costOf(path()));
    Vault vault(path());
    QCOMPARE(vault.unlock(passphrase).state, SecretState::Available);
    QCOMPARE(vault.write(entry, canary).state, SecretState::Available);
    QVERIFY(Vault::costOf(path()) == usual);
}

void TestVault::aCheapFileIsMadeDearer()
{
    fill();
    QVERIFY(Vault::costOf(path()) == cheap);
    const QByteArray before = contents(path());
    const Vault::Cost dearer {2, 16384};
    QCOMPARE(Vault(path(), dearer).unlock("wrong").state, SecretState::Locked);
    QCOMPARE(contents(path()), before);
    Vault vault(path(), dearer);
    QCOMPARE(vault.unlock(passphrase).state, SecretState::Available);
    QVERIFY(Vault::costOf(path()) == dearer);
    QCOMPARE(vault.read(entry).secret, canary);
    QCOMPARE(vault.write(u"other"_s, "x").state, SecretState::Available);
    Vault again(path(), cheap); // it never gets cheaper
    QCOMPARE(again.unlock(passphrase).state, SecretState::Available);
    QVERIFY(Vault::costOf(path()) == dearer);
    QCOMPARE(again.read(u"other"_s).secret, QByteArray("x"));
    // Where it cannot be made dearer, it opens all the same.
    Vault greedy(path(), {2, quint64(1) << 50});
    QCOMPARE(greedy.unlock(passphrase).state, SecretState::Available);
    QCOMPARE(greedy.read(entry).secret, canary);
    QVERIFY(Vault::costOf(path()) == dearer);
}

void TestVault::anOlderFileIsNoticed_data()
{
    QTest::addColumn<bool>("whileOpen");
    QTest::newRow("between two runs") << false;
    QTest::newRow("while it is open") << true;
}

void TestVault::anOlderFileIsNoticed()
{
    QFETCH(const bool, whileOpen);
    auto vault = std::make_unique<Vault>(path(), cheap, witness());
    QVERIFY(vault->unlock(passphrase).says.isEmpty());
    QCOMPARE(vault->write(entry, canary).state, SecretState::Available);
    const QByteArray old = contents(path());
    QCOMPARE(vault->remove(entry).state, SecretState::Available); // the key was revoked
    QVERIFY(!VaultWitness::sawOlder(witness()));
    if (!whileOpen) {
        vault = std::make_unique<Vault>(path(), cheap, witness());
        QVERIFY(vault->unlock(passphrase).says.isEmpty());
        vault = std::make_unique<Vault>(path(), Vault::Cost {2, 16384}, witness());
    }
    put(path(), old);
    if (!whileOpen) {
        const SecretAnswer opened = vault->unlock(passphrase);
        QCOMPARE(opened.state, SecretState::Available); // never locked out
        QCOMPARE(opened.says, reasons::keyFileOlder());
        QCOMPARE(contents(path()), old); // and nothing is done before the person decides
    }
    QCOMPARE(vault->read(entry).secret, canary);
    QVERIFY(VaultWitness::sawOlder(witness()));
    QVERIFY(!Vault(path(), cheap, witness()).unlock(passphrase).says.isEmpty()); // as long as it is so

    QCOMPARE(vault->remove(entry).state, SecretState::Available);
    QVERIFY(!VaultWitness::sawOlder(witness()));
    QVERIFY(Vault(path(), cheap, witness()).unlock(passphrase).says.isEmpty());
    put(path(), old); // once more
    QVERIFY(!Vault(path(), cheap, witness()).unlock(passphrase).says.isEmpty());
    QVERIFY(!contents(witness()).contains("lightwell"));
}

void TestVault::anOlderFileOfAnotherTimeIsNoticed()
{
    const auto made = [this] {
        Vault vault(path(), cheap, witness());
        return vault.unlock(passphrase).says.isEmpty() && vault.write(entry, canary).state == SecretState::Available;
    };
    QVERIFY(made());
    const QByteArray first = contents(path());
    QVERIFY(QFile::remove(path()));
    QVERIFY(made()); // made anew by its owner: nothing to warn of
    put(path(), first);
    QVERIFY(!Vault(path(), cheap, witness()).unlock(passphrase).says.isEmpty());
    put(witness(), "no JSON"); // what is forgotten cannot be told, and locks nobody out
    QCOMPARE(Vault(path(), cheap, witness()).unlock(passphrase).state, SecretState::Available);
}

void TestVault::readsFilesFromBeforeTheyWereCounted()
{
    // As an earlier version wrote it: {"old": "eA=="} under this passphrase.
    put(path(),
        QByteArray::fromBase64(
            "TFdLRVlTMDEBAAAAAAAAAAAgAAAAAAAAAL8Uo8n7yFQPPJyKW4/QUHL4N9zCNvo3uEb3bT1j/"
            "lYxfrhGfpG9YWQShm48cy74jxpL2utCOhaGkDg//J2xmovvzM9rz9tFG9v8GzSzx1/9lIEN4RS8QmHWeCHP8JfiYrEXfBoa"));
    Vault vault(path(), cheap, witness());
    QVERIFY(vault.unlock(passphrase).says.isEmpty());
    QCOMPARE(vault.read(u"old"_s).secret, QByteArray("x"));
    const QByteArray old = contents(path());
    QCOMPARE(vault.write(u"new"_s, "y").state, SecretState::Available);
    QCOMPARE(vault.read(u"old"_s).secret, QByteArray("x"));
    QVERIFY(Vault(path(), cheap, witness()).unlock(passphrase).says.isEmpty());
    put(path(), old);
    QVERIFY(!Vault(path(), cheap, witness()).unlock(passphrase).says.isEmpty());
}

void TestVault::aDamagedWitnessIsKeptAside()
{
    const QByteArray zeros(100, '\0');
    QFile damaged(witness());
    QVERIFY(damaged.open(QIODevice::WriteOnly) && damaged.write(zeros) == zeros.size());
    damaged.close();
    Vault vault(path(), cheap, witness());
    QCOMPARE(vault.unlock(passphrase).state, SecretState::Available);
    QCOMPARE(vault.write(entry, canary).state, SecretState::Available);
    const QStringList kept = filesKeptAside(m_folder->path());
    QCOMPARE(kept.size(), 1);
    QFile aside(kept.first());
    QVERIFY(aside.open(QIODevice::ReadOnly));
    QCOMPARE(aside.readAll(), zeros);
}

QTEST_GUILESS_MAIN(TestVault)
#include "test_vault.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/encryptedfile.h"
#include "tests/secrets/storecalls.h"

using namespace Qt::StringLiterals;
using namespace lightwell;
using namespace lightwell::test;

namespace {

constexpr Vault::Cost cheap {1, 8192};

} // namespace

class TestEncryptedFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersLaterOnceAndInOrder();
    void isAskedForAPassphrase();
    void endsWithWorkUnderWay();

private:
    QTemporaryDir m_folder;
};

void TestEncryptedFile::answersLaterOnceAndInOrder()
{
    EncryptedFile file(m_folder.filePath(u"order"_s), cheap);
    QCOMPARE(probe(file).state, SecretState::Missing);
    QList<QByteArray> order;
    QObject context;
    // All asked at once: each step sees what the one before it did.
    file.unlock("passphrase", &context, [&](const SecretAnswer &) { order.append("unlocked"); });
    file.probe(&context, [&](const SecretAnswer &answer) {
        order.append(answer.state == SecretState::Available ? "open" : "closed");
    });
    file.write(u"a"_s, "1", &context, [&](const SecretAnswer &) { order.append("written"); });
    file.read(u"a"_s, &context, [&](const SecretAnswer &answer) { order.append(answer.secret); });
    file.remove(u"a"_s, &context, [&](const SecretAnswer &) { order.append("removed"); });
    file.read(u"a"_s, &context, [&](const SecretAnswer &answer) { order.append(answer.secret + "."); });
    QVERIFY(order.isEmpty());
    QTRY_COMPARE(order.size(), 6);
    QCOMPARE(order, (QList<QByteArray> {"unlocked", "open", "written", "1", "removed", "."}));
    QCOMPARE(probe(file).state, SecretState::Available);
}

void TestEncryptedFile::isAskedForAPassphrase()
{
    const QString path = m_folder.filePath(u"asked"_s);
    {
        EncryptedFile file(path, cheap);
        QCOMPARE(unlock(file, "passphrase").state, SecretState::Available);
        QCOMPARE(write(file, u"a"_s, "1").state, SecretState::Available);
    }
    EncryptedFile file(path, cheap);
    QCOMPARE(probe(file).state, SecretState::Locked);
    QCOMPARE(read(file, u"a"_s).state, SecretState::Locked);
    QCOMPARE(unlock(file, "password").state, SecretState::Locked);
    QCOMPARE(unlock(file, "passphrase").state, SecretState::Available);
    QCOMPARE(read(file, u"a"_s).secret, QByteArray("1"));
}

void TestEncryptedFile::endsWithWorkUnderWay()
{
    const QString path = m_folder.filePath(u"ends"_s);
    {
        QObject context;
        EncryptedFile file(path, cheap);
        file.unlock("passphrase", &context, [](const SecretAnswer &) {});
        file.write(u"a"_s, "1", &context, [](const SecretAnswer &) {});
    }
    EncryptedFile file(path, cheap);
    QCOMPARE(unlock(file, "passphrase").state, SecretState::Available);
    QCOMPARE(read(file, u"a"_s).secret, QByteArray("1"));
}

QTEST_GUILESS_MAIN(TestEncryptedFile)
#include "test_encryptedfile.moc"

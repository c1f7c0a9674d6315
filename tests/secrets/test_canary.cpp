// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/journal.h"
#include "core/secrets/encryptedfile.h"
#include "core/secrets/keyring.h"
#include "core/storage/paths.h"
#include "core/storage/settings.h"
#include "core/storage/store.h"
#include "tests/secrets/fakeproviders.h"
#include "tests/secrets/keyringcalls.h"

#include <QDirIterator>

using namespace Qt::StringLiterals;
using namespace lightwell;
using namespace lightwell::test;

namespace {

const QByteArray canary = "sk-canary-8c1fd2b64e907a53";

/// Every file below `folder` that holds one of `needles`.
QStringList filesWith(const QString &folder, const QList<QByteArray> &needles, int *seen)
{
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly)) {
            continue;
        }
        ++*seen;
        const QByteArray bytes = file.readAll();
        for (const QByteArray &needle : needles) {
            if (bytes.contains(needle)) {
                found.append(file.fileName() + u": "_s + QString::fromLatin1(needle));
            }
        }
    }
    return found;
}

} // namespace

class TestCanary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noKeyEverReachesAFile();
};

void TestCanary::noKeyEverReachesAFile()
{
    const QTemporaryDir home;
    qputenv("LIGHTWELL_HOME", home.path().toUtf8());
    qputenv("LIGHTWELL_PASSPHRASE", "canary-passphrase");
    qputenv("TEST_TOKEN", canary);
    qputenv("TEST_ACCOUNT_ID", "account-1");
    qputenv("TEST_ENDPOINT", "https://two-part.example");
    const Paths paths = Paths::standard();
    QVERIFY(paths.create().ok());
    Settings settings(paths.settingsFile());
    settings.set(Setting::GatewayPort, 4748);
    auto store = Store::open(paths.databaseFile());
    QVERIFY(store.ok());
    Journal journal(**store);

    AdapterRegistry registry;
    addFakeProviders(registry);
    Keyring keyring(registry, nullptr, std::make_unique<EncryptedFile>(paths.secretsFile(), Vault::Cost {1, 8192}));
    for (const KeySource place : {KeySource::EncryptedFile, KeySource::Session}) {
        QVERIFY(test::set(keyring, u"paid"_s, canary, place).ok());
    }
    QCOMPARE(credentials(keyring, u"paid"_s)->key, canary);
    QCOMPARE(credentials(keyring, u"two-part"_s)->key, canary);
    QCOMPARE(states(keyring).value(0).source, KeySource::EncryptedFile);

    Generation generation;
    generation.id = u"gen_1"_s;
    generation.status = GenerationStatus::Failed;
    generation.createdAt = QDateTime::currentDateTime();
    generation.error = credentials(keyring, u"own-address"_s).error();
    QVERIFY(journal.write(generation).result().ok());
    settings.set(Setting::WindowPage, u"keys"_s);

    int seen = 0;
    const QList<QByteArray> needles = {canary, canary.toBase64(), canary.toHex(), canary.left(12), "canary-passphrase"};
    const QStringList found = filesWith(home.path(), needles, &seen);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    QVERIFY(seen >= 2); // at least the database and the key file: there was something to search
    QVERIFY(QFile::exists(paths.secretsFile()));
}

QTEST_GUILESS_MAIN(TestCanary)
#include "test_canary.moc"

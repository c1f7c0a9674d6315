// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Keychain without a desktop: what it says where there is no session bus.
#include "core/secrets/keychain.h"
#include "tests/secrets/storecalls.h"

using namespace Qt::StringLiterals;
using namespace lightwell;
using namespace lightwell::test;

class TestKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysThatThereIsNone();
};

void TestKeychain::saysThatThereIsNone()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "disabled:");
    Keychain keychain;
    QCOMPARE(probe(keychain).state, SecretState::NoBackend);
    QCOMPARE(read(keychain, u"lightwell/fal/default"_s).state, SecretState::NoBackend);
    QCOMPARE(write(keychain, u"lightwell/fal/default"_s, "secret").state, SecretState::NoBackend);
    QCOMPARE(remove(keychain, u"lightwell/fal/default"_s).state, SecretState::NoBackend);
    QCOMPARE(unlock(keychain, "passphrase").state, SecretState::NoBackend);
}

QTEST_GUILESS_MAIN(TestKeychain)
#include "test_keychain.moc"

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/secrets/fakeproviders.h"
#include "tests/secrets/fakestore.h"
#include "tests/secrets/keyringcalls.h"

namespace lightwell::test {

inline const QString paidEntry = QStringLiteral("lightwell/paid/default");

/// A Keyring over two places that say what a test wants, in an environment without keys.
class KeyringRig
{
public:
    KeyringRig()
    {
        for (const char *variable :
             {"TEST_PAID_KEY", "TEST_TOKEN", "TEST_ACCOUNT_ID", "TEST_OTHER_TOKEN", "TEST_HALF", "TEST_REGION",
              "TEST_ENDPOINT", "TEST_DOCUMENT", "TEST_LOCAL_KEY", "TEST_OWN_KEY", "LIGHTWELL_PAID_BASE_URL",
              "LIGHTWELL_OWN_ADDRESS_BASE_URL", "LIGHTWELL_PASSPHRASE"}) {
            qunsetenv(variable);
        }
        addFakeProviders(registry);
        keyring = std::make_unique<Keyring>(registry, std::make_unique<FakeStore>(keychain),
                                            std::make_unique<FakeStore>(file));
    }
    void withoutPlaces() { keyring = std::make_unique<Keyring>(registry, nullptr, nullptr); }

    [[nodiscard]] Result<Credentials> credentials(const QString &provider) const
    {
        return test::credentials(*keyring, provider);
    }
    [[nodiscard]] QList<KeyState> states() const { return test::states(*keyring); }
    [[nodiscard]] Status set(const QString &provider, const QByteArray &key, KeySource place) const
    {
        return test::set(*keyring, provider, key, place);
    }

    std::shared_ptr<FakePlace> keychain = std::make_shared<FakePlace>();
    std::shared_ptr<FakePlace> file = std::make_shared<FakePlace>();
    AdapterRegistry registry;
    std::unique_ptr<Keyring> keyring;
};

} // namespace lightwell::test

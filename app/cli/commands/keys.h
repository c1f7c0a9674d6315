// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "core/model/result.h"
#include "core/secrets/keyring.h"

#include <functional>

namespace lightwell {

/// `keys list | set PROVIDER | remove PROVIDER | test [PROVIDER]`, all but the first also with `--name NAME`. A key and
/// the secret ones of a provider's fields are read from the terminal without showing them, or from standard input, one
/// line each; never from the arguments, which other programs can see.
class KeysCommand : public Command
{
    Q_OBJECT
public:
    using Command::Command;
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    void declare(QCommandLineParser &parser) const override;
    [[nodiscard]] qsizetype maxArguments(const QString &action) const override;
    [[nodiscard]] bool takes(const QString &option, const QString &action) const override;
    [[nodiscard]] StorageNeed storageNeed(const QString &action) const override;
    void run(const QCommandLineParser &parser, Composition &app, Terminal &terminal) override;

private:
    void list(bool asJson);
    void set(const KeyId &id, const QString &wantedPlace, const Keyring::Fields &fields);
    void store(const KeyState &before, KeySource place, const Keyring::Fields &fields);
    void sayPlace(const QString &provider, KeySource place, SecretState keychain, const QString &detail);
    void keep(const KeyId &id, const QByteArray &key, const Keyring::Fields &fields, KeySource place);
    void unlock(const std::function<void()> &then); ///< asks for the passphrase of the file, or for a new one
    [[nodiscard]] bool canUnlock() const; ///< whether there is a file, and a person who may know its passphrase
    void remove(const KeyId &id);
    void removeOpened(const KeyId &id);
    /// What is tested: all keys, all of a provider, or one.
    struct Wanted
    {
        QString provider; ///< empty: all
        std::optional<QString> name;
    };
    void test(const Wanted &wanted, bool asJson);
    void testAll(const QList<KeyId> &keys, bool asJson);
    void sayLocked(const QList<KeyState> &states);
    void conclude(const Status &status, const QString &done = {}); ///< `done` is told where all went well

    Composition *m_app = nullptr;
    Terminal *m_terminal = nullptr;
    bool m_asked = false; ///< for the passphrase
};

} // namespace lightwell

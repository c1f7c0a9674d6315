// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/keys.h"

#include "app/cli/terminal.h"
#include "app/composition.h"
#include "core/wording/wording.h"

#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

QString sourceText(const KeyState &state)
{
    switch (state.source) {
    case KeySource::Keychain:
        return KeysCommand::tr("keychain");
    case KeySource::EncryptedFile:
        return KeysCommand::tr("encrypted file");
    case KeySource::Session:
        return KeysCommand::tr("this run");
    case KeySource::Environment:
        return KeysCommand::tr("environment");
    case KeySource::NotNeeded:
        return KeysCommand::tr("needs none");
    case KeySource::None:
        break;
    }
    return state.store == SecretState::Locked ? KeysCommand::tr("locked") : KeysCommand::tr("none");
}

QString sourceName(KeySource source)
{
    switch (source) {
    case KeySource::Keychain:
        return u"keychain"_s;
    case KeySource::EncryptedFile:
        return u"encrypted_file"_s;
    case KeySource::Session:
        return u"session"_s;
    case KeySource::Environment:
        return u"environment"_s;
    case KeySource::NotNeeded:
        return u"not_needed"_s;
    case KeySource::None:
        break;
    }
    return u"none"_s;
}

bool isStored(KeySource source)
{
    return source == KeySource::Keychain || source == KeySource::EncryptedFile || source == KeySource::Session;
}

bool isLocked(const KeyState &state)
{
    return state.source == KeySource::None && state.store == SecretState::Locked;
}

} // namespace

QString KeysCommand::name() const
{
    return u"keys"_s;
}

QString KeysCommand::summary() const
{
    return tr("Add, test and remove your keys at the vendors.");
}

void KeysCommand::declare(QCommandLineParser &parser) const
{
    parser.addPositionalArgument(u"action"_s, tr("list, set, remove or test."),
                                 u"list | set PROVIDER | remove PROVIDER | test [PROVIDER]"_s);
    parser.addOption(
        {u"place"_s, tr("Where a new key is kept: keychain or file. By default the best there is."), u"PLACE"_s});
    parser.addOption({u"json"_s, tr("Print JSON for programs.")});
}

qsizetype KeysCommand::maxArguments(const QString &action) const
{
    return action == "list"_L1 ? 1 : action == "set"_L1 ? 3 : 2; // a key given by mistake is told of as such
}

bool KeysCommand::takes(const QString &option, const QString &action) const
{
    return option == "json"_L1 ? action == "list"_L1 || action == "test"_L1 || action.isEmpty() : action == "set"_L1;
}

StorageNeed KeysCommand::storageNeed(const QString &action) const
{
    return action == "set"_L1 || action == "remove"_L1 ? StorageNeed::Write : StorageNeed::None;
}

void KeysCommand::conclude(const Status &status, const QString &done)
{
    if (!status.ok()) {
        m_terminal->error(status.error());
    } else if (!done.isEmpty()) {
        m_terminal->message(done);
    }
    Q_EMIT finished(status.ok() ? ExitDone : ExitFailed);
}

void KeysCommand::run(const QCommandLineParser &parser, Composition &app, Terminal &terminal)
{
    m_app = &app;
    m_terminal = &terminal;
    const QString action = parser.positionalArguments().value(0);
    const QString provider = parser.positionalArguments().value(1);
    const bool asJson = parser.isSet(u"json"_s);
    const bool needsProvider = action == "set"_L1 || action == "remove"_L1;
    if (parser.positionalArguments().size() > 2) {
        terminal.message(tr("A key is not taken from the command line, where other programs can read it. Leave it out: "
                            "Lightwell asks for it, or reads it from standard input."));
        Q_EMIT finished(ExitUsage);
    } else if ((needsProvider || !provider.isEmpty()) && !app.adapters().find(provider)) {
        QStringList known;
        for (const ProviderInfo &info : app.adapters().providers()) {
            known.append(info.id);
        }
        terminal.message(provider.isEmpty()
                             ? tr("Name the provider: \"keys %1 PROVIDER\".").arg(action)
                             : tr("There is no provider \"%1\". There are: %2.").arg(provider, known.join(u", "_s)));
        Q_EMIT finished(ExitUsage);
    } else if (action == "list"_L1 || action.isEmpty()) {
        list(asJson);
    } else if (action == "set"_L1) {
        set(provider, parser.value(u"place"_s));
    } else if (action == "remove"_L1) {
        remove(provider);
    } else if (action == "test"_L1) {
        test(provider.isEmpty() ? QStringList() : QStringList(provider), asJson);
    } else {
        terminal.message(tr("Say \"keys list\", \"keys set PROVIDER\", \"keys remove PROVIDER\" or \"keys test\"."));
        Q_EMIT finished(ExitUsage);
    }
}

void KeysCommand::list(bool asJson)
{
    m_app->keyring().states(this, [this, asJson](const QList<KeyState> &states) {
        QJsonArray report;
        QList<QStringList> rows {{tr("PROVIDER"), tr("KEY"), tr("ENDS IN"), tr("VARIABLE")}};
        for (const KeyState &state : states) {
            const Adapter *adapter = m_app->adapters().find(state.provider);
            const QString variable = adapter ? adapter->info().keyVariables.value(0) : QString();
            report.append(QJsonObject {{"provider"_L1, state.provider},
                                       {"source"_L1, sourceName(state.source)},
                                       {"hint"_L1, state.hint},
                                       {"variable"_L1, variable}});
            rows.append(
                {state.provider, sourceText(state), state.hint.isEmpty() ? QString() : u"…"_s + state.hint, variable});
        }
        if (asJson) {
            m_terminal->printJson(report);
        } else {
            m_terminal->printTable(rows);
        }
        sayLocked(states);
        Q_EMIT finished(ExitDone);
    });
}

void KeysCommand::sayLocked(const QList<KeyState> &states)
{
    const auto locked = std::find_if(states.begin(), states.end(), isLocked);
    if (locked == states.end()) {
        return;
    }
    const QString why =
        locked->says.isEmpty() ? tr("The place for keys has to be opened first.") : wording::sentence(locked->says);
    m_terminal->message(tr("Locked: %1 Unlock the keychain or, for the encrypted file, set LIGHTWELL_PASSPHRASE to its "
                           "passphrase.")
                            .arg(why));
}

void KeysCommand::set(const QString &provider, const QString &wantedPlace)
{
    if (!wantedPlace.isEmpty() && wantedPlace != "keychain"_L1 && wantedPlace != "file"_L1) {
        m_terminal->message(tr("--place is keychain or file."));
        Q_EMIT finished(ExitUsage);
        return;
    }
    // The place is known and told before the key is asked for.
    m_app->keyring().place(this,
                           [this, provider, wantedPlace](KeySource best, SecretState keychain, const Reason &says) {
                               const KeySource place = wantedPlace == "file"_L1 ? KeySource::EncryptedFile
                                   : wantedPlace == "keychain"_L1               ? KeySource::Keychain
                                   : best == KeySource::Session                 ? KeySource::EncryptedFile
                                                                                : best;
                               store(provider, place, keychain, wording::sentence(says));
                           });
}

void KeysCommand::store(const QString &provider, KeySource place, SecretState keychain, const QString &detail)
{
    if (place == KeySource::Keychain) {
        m_terminal->message(tr("The key goes into the system's keychain."));
    } else {
        if (keychain != SecretState::Available) {
            m_terminal->message(
                tr("The keychain cannot be used here (%1).").arg(detail.isEmpty() ? tr("there is none") : detail));
        }
        m_terminal->message(
            tr("The key goes into a file encrypted with a passphrase of yours (LIGHTWELL_PASSPHRASE, or asked "
               "for). To keep it nowhere, set %1 instead.")
                .arg(m_app->adapters().find(provider)->info().keyVariables.value(0)));
    }
    const std::optional<QByteArray> key =
        m_terminal->readSecret(tr("Key for %1:").arg(m_app->adapters().find(provider)->info().name));
    if (!key) {
        return; // interrupt() ends it
    }
    if (key->isEmpty()) {
        conclude(notSent(ErrorKind::Invalid, tr("No key was given, so nothing is kept.")));
        return;
    }
    const auto keep = [this, provider, key = *key, place] {
        if (m_terminal->hasMoreInput()) {
            conclude(notSent(ErrorKind::Invalid, tr("There is more than one line. A key is one line: copy it again.")));
            return;
        }
        const QString done = tr("Kept. \"keys test %1\" tries it, free of charge.").arg(provider);
        m_app->keyring().set(provider, key, place, this,
                             [this, done](const Status &status) { conclude(status, done); });
    };
    if (place != KeySource::EncryptedFile || !qEnvironmentVariableIsEmpty("LIGHTWELL_PASSPHRASE")) {
        keep();
        return;
    }
    unlock(keep);
}

void KeysCommand::unlock(const std::function<void()> &then)
{
    const bool isNew = !QFileInfo::exists(m_app->paths().secretsFile());
    const std::optional<QByteArray> passphrase = m_terminal->readSecret(
        isNew ? tr("Choose a passphrase for the key file. Without it nobody can read the keys, and nobody can restore "
                   "them:")
              : tr("Passphrase of the key file:"));
    // A slip of the finger, unseen, would lock the keys away for good.
    const std::optional<QByteArray> again = isNew && passphrase && !passphrase->isEmpty() && Terminal::asksAPerson()
        ? m_terminal->readSecret(tr("The same passphrase once more:"))
        : passphrase;
    if (!again) {
        return; // interrupt() ends it
    }
    if (*again != *passphrase) {
        conclude(
            notSent(ErrorKind::Invalid, tr("These are two different passphrases, so nothing is kept. Try again.")));
        return;
    }
    m_app->keyring().unlockFile(*passphrase, this, [this, then](const Status &unlocked) {
        if (unlocked.ok()) {
            then();
        } else {
            conclude(unlocked);
        }
    });
}

bool KeysCommand::canUnlock() const
{
    return !m_asked && Terminal::asksAPerson() && qEnvironmentVariableIsEmpty("LIGHTWELL_PASSPHRASE")
        && QFileInfo::exists(m_app->paths().secretsFile());
}

void KeysCommand::remove(const QString &provider)
{
    const bool hasPassphrase = !qEnvironmentVariableIsEmpty("LIGHTWELL_PASSPHRASE");
    if (QFileInfo::exists(m_app->paths().secretsFile()) && !hasPassphrase) {
        unlock([this, provider] { removeOpened(provider); });
    } else {
        removeOpened(provider);
    }
}

void KeysCommand::removeOpened(const QString &provider)
{
    m_app->keyring().states(this, [this, provider](const QList<KeyState> &states) {
        for (const KeyState &state : states) {
            // Where the place is locked or silent there may be one: removing tells.
            const bool isTold = state.store == SecretState::Missing || state.store == SecretState::NoBackend
                || state.store == SecretState::NotSetUp;
            if (state.provider == provider && isTold && !isStored(state.source)) {
                conclude(notSent(ErrorKind::NoKey, tr("No key for %1 is kept.").arg(provider)));
                return;
            }
        }
        const QString variable = m_app->adapters().find(provider)->info().keyVariables.value(0);
        const QString done = qEnvironmentVariableIsEmpty(variable.toLatin1().constData())
            ? tr("Removed.")
            : tr("Removed. The key in %1 is used from now on.").arg(variable);
        m_app->keyring().remove(provider, this, [this, done](const Status &status) { conclude(status, done); });
    });
}

void KeysCommand::test(const QStringList &providers, bool asJson)
{
    m_app->keyring().states(this, [this, providers, asJson](const QList<KeyState> &states) {
        QStringList chosen = providers;
        for (const KeyState &state : states) {
            if (providers.isEmpty() && state.source != KeySource::None && state.source != KeySource::NotNeeded) {
                chosen.append(state.provider);
            }
        }
        const bool isShut = std::any_of(states.begin(), states.end(), [&providers](const KeyState &state) {
            return isLocked(state) && (providers.isEmpty() || providers.contains(state.provider));
        });
        if (isShut && canUnlock()) {
            m_asked = true;
            unlock([this, providers, asJson] { test(providers, asJson); });
            return;
        }
        if (chosen.isEmpty() && isShut) {
            sayLocked(states);
            Q_EMIT finished(ExitFailed);
            return;
        }
        if (chosen.isEmpty()) {
            m_terminal->message(tr("There is no key to test. \"keys set PROVIDER\" adds one."));
            Q_EMIT finished(ExitFailed);
            return;
        }
        testAll(chosen, asJson);
    });
}

void KeysCommand::testAll(const QStringList &providers, bool asJson)
{
    struct Results
    {
        QJsonArray report;
        qsizetype left = 0;
        bool good = true;
    };
    auto results = std::make_shared<Results>();
    results->left = providers.size();
    for (const QString &provider : providers) {
        m_app->engine().checkKey(provider, this, [this, provider, results, asJson](const Status &status) {
            const QString message = status.ok() ? tr("works") : wording::sentence(status.error());
            results->good = results->good && status.ok();
            results->report.append(
                QJsonObject {{"provider"_L1, provider}, {"ok"_L1, status.ok()}, {"message"_L1, message}});
            if (!asJson) {
                m_terminal->print(provider + u": "_s + message);
            }
            if (--results->left == 0) {
                if (asJson) {
                    m_terminal->printJson(results->report);
                }
                Q_EMIT finished(results->good ? ExitDone : ExitFailed);
            }
        });
    }
}

} // namespace lightwell

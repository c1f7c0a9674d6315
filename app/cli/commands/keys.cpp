// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/keys.h"

#include "app/cli/keyinput.h"
#include "app/cli/keytable.h"
#include "app/cli/terminal.h"
#include "app/composition.h"
#include "core/wording/wording.h"

#include <QFileInfo>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

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
    parser.addOption(
        {u"field"_s,
         tr("What a provider needs besides the key, as \"keys list\" names it: region=eu-west-1. Empty: it "
            "is forgotten. Secret ones are asked for."),
         u"NAME=VALUE"_s});
    parser.addOption({u"name"_s,
                      tr("One of several keys at a provider, by a name of your own. Without it: the one that has none. "
                         "One that is refused or out of funds is set aside, and the next is used."),
                      u"NAME"_s});
    parser.addOption({u"json"_s, tr("Print JSON for programs.")});
}

qsizetype KeysCommand::maxArguments(const QString &action) const
{
    return action == "list"_L1 ? 1 : action == "set"_L1 ? 3 : 2; // a key given by mistake is told of as such
}

bool KeysCommand::takes(const QString &option, const QString &action) const
{
    if (option == "json"_L1) {
        return action == "list"_L1 || action == "test"_L1 || action.isEmpty();
    }
    return action == "set"_L1 || (option == "name"_L1 && (action == "remove"_L1 || action == "test"_L1));
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
    const QString keyName = parser.value(u"name"_s);
    const bool asJson = parser.isSet(u"json"_s);
    const bool needsProvider = action == "set"_L1 || action == "remove"_L1 || parser.isSet(u"name"_s);
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
        const Result<Keyring::Fields> fields =
            keyinput::fields(app.adapters().find(provider)->info(), parser.values(u"field"_s));
        if (fields) {
            set({provider, keyName}, parser.value(u"place"_s), *fields);
        } else {
            terminal.error(fields.error());
            Q_EMIT finished(ExitUsage);
        }
    } else if (action == "remove"_L1) {
        remove({provider, keyName});
    } else if (action == "test"_L1) {
        test({provider, parser.isSet(u"name"_s) ? std::optional(keyName) : std::nullopt}, asJson);
    } else {
        terminal.message(tr("Say \"keys list\", \"keys set PROVIDER\", \"keys remove PROVIDER\" or \"keys test\"."));
        Q_EMIT finished(ExitUsage);
    }
}

void KeysCommand::list(bool asJson)
{
    m_app->keyring().states(this, [this, asJson](const QList<KeyState> &states) {
        if (asJson) {
            m_terminal->printJson(keytable::report(states, m_app->adapters()));
        } else {
            m_terminal->printTable(keytable::rows(states, m_app->adapters()));
        }
        sayLocked(states);
        Q_EMIT finished(ExitDone);
    });
}

void KeysCommand::sayLocked(const QList<KeyState> &states)
{
    const auto locked = std::find_if(states.begin(), states.end(), keytable::isLocked);
    if (locked == states.end()) {
        return;
    }
    const QString why =
        locked->says.isEmpty() ? tr("The place for keys has to be opened first.") : wording::sentence(locked->says);
    m_terminal->message(tr("Locked: %1 Unlock the keychain or, for the encrypted file, set LIGHTWELL_PASSPHRASE to its "
                           "passphrase.")
                            .arg(why));
}

void KeysCommand::set(const KeyId &id, const QString &wantedPlace, const Keyring::Fields &fields)
{
    if (!wantedPlace.isEmpty() && wantedPlace != "keychain"_L1 && wantedPlace != "file"_L1) {
        m_terminal->message(tr("--place is keychain or file."));
        Q_EMIT finished(ExitUsage);
        return;
    }
    // The place is known and told before the key is asked for.
    m_app->keyring().place(this,
                           [this, id, wantedPlace, fields](KeySource best, SecretState keychain, const Reason &says) {
                               const KeySource place = wantedPlace == "file"_L1 ? KeySource::EncryptedFile
                                   : wantedPlace == "keychain"_L1               ? KeySource::Keychain
                                   : best == KeySource::Session                 ? KeySource::EncryptedFile
                                                                                : best;
                               m_app->keyring().states({id.provider}, this, [=, this](const QList<KeyState> &states) {
                                   // In one go: a signal in between would find nobody who waits, and the wait would
                                   // never end.
                                   sayPlace(id.provider, place, keychain, wording::sentence(says));
                                   store(states.constFirst().named(id.name), place, fields);
                               });
                           });
}

void KeysCommand::sayPlace(const QString &provider, KeySource place, SecretState keychain, const QString &detail)
{
    if (place == KeySource::Keychain) {
        m_terminal->message(tr("The key goes into the system's keychain."));
        return;
    }
    if (keychain != SecretState::Available) {
        m_terminal->message(
            tr("The keychain cannot be used here (%1).").arg(detail.isEmpty() ? tr("there is none") : detail));
    }
    m_terminal->message(
        tr("The key goes into a file encrypted with a passphrase of yours (LIGHTWELL_PASSPHRASE, or asked "
           "for). To keep it nowhere, set %1 instead.")
            .arg(m_app->adapters().find(provider)->info().keyVariables.value(0)));
}

void KeysCommand::store(const KeyState &before, KeySource place, const Keyring::Fields &fields)
{
    const ProviderInfo info = m_app->adapters().find(before.provider)->info();
    const std::optional<QByteArray> key = keyinput::key(info, *m_terminal);
    if (!key) {
        return; // interrupt() ends it
    }
    if (key->isEmpty() && fields.isEmpty()) {
        conclude(notSent(ErrorKind::Invalid, tr("No key was given, so nothing is kept.")));
        return;
    }
    const auto all = key->isEmpty() ? std::optional(Result<Keyring::Fields>(fields))
                                    : keyinput::withSecrets(info, *key, fields, before, *m_terminal);
    if (!all) {
        return;
    }
    if (!*all) {
        conclude(all->error());
        return;
    }
    const auto keepAll = [this, id = before.key(), key = *key, fields = all->value(), place] {
        keep(id, key, fields, place);
    };
    if (place != KeySource::EncryptedFile || !qEnvironmentVariableIsEmpty("LIGHTWELL_PASSPHRASE")) {
        keepAll();
        return;
    }
    unlock(keepAll);
}

void KeysCommand::keep(const KeyId &id, const QByteArray &key, const Keyring::Fields &fields, KeySource place)
{
    if (m_terminal->hasMoreInput()) {
        conclude(notSent(ErrorKind::Invalid, tr("There is more than one line. A key is one line: copy it again.")));
        return;
    }
    const QString done = tr("Kept. \"keys test %1\" tries it, free of charge.").arg(id.provider);
    const auto keepKey = [this, id, key, place, done](const Status &status) {
        if (!status.ok() || key.isEmpty()) {
            conclude(status, done);
            return;
        }
        m_app->keyring().set(id, key, place, this, [this, done](const Status &stored) { conclude(stored, done); });
    };
    if (fields.isEmpty()) {
        keepKey(Success());
    } else {
        m_app->keyring().setFields(id, fields, place, this, keepKey);
    }
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

void KeysCommand::remove(const KeyId &id)
{
    const bool hasPassphrase = !qEnvironmentVariableIsEmpty("LIGHTWELL_PASSPHRASE");
    if (QFileInfo::exists(m_app->paths().secretsFile()) && !hasPassphrase) {
        unlock([this, id] { removeOpened(id); });
    } else {
        removeOpened(id);
    }
}

void KeysCommand::removeOpened(const KeyId &id)
{
    m_app->keyring().states({id.provider}, this, [this, id](const QList<KeyState> &states) {
        const QList<KeyState> keys = states.constFirst().all();
        const KeyState state = states.constFirst().named(id.name);
        // Where the place is locked or silent there may be one: removing tells.
        const bool isTold = state.store == SecretState::Missing || state.store == SecretState::NoBackend
            || state.store == SecretState::NotSetUp;
        const bool hasFields = std::any_of(state.fields.begin(), state.fields.end(),
                                           [](const KeyFieldState &field) { return keytable::isStored(field.source); });
        const bool hasOnlyName = !id.name.isEmpty() // its key went elsewhere; now its name goes
            && std::any_of(keys.begin(), keys.end(), [&id](const KeyState &key) { return key.key() == id; });
        if (isTold && !keytable::isStored(state.keyIn) && !hasFields && !hasOnlyName) {
            conclude(notSent(ErrorKind::NoKey, tr("No key for %1 is kept.").arg(keytable::shownName(id))));
            return;
        }
        const QString variable = m_app->adapters().find(id.provider)->info().keyVariables.value(0);
        const bool hasOther = id.name.isEmpty() && !qEnvironmentVariableIsEmpty(variable.toLatin1().constData());
        const QString done =
            hasOther ? tr("Removed. The key in %1 is used from now on.").arg(variable) : tr("Removed.");
        m_app->keyring().remove(id, this, [this, done](const Status &status) { conclude(status, done); });
    });
}

} // namespace lightwell

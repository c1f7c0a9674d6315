// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/keytexts.h"

#include <QCoreApplication>

namespace lightwell::keytexts {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(KeyTexts)
};

QString withHint(const QString &text, const QString &hint)
{
    return hint.isEmpty() ? text : Text::tr("%1 · ends in %2").arg(text, hint);
}

/// That a key is there does not mean that it works.
StateText tried(KeyTrial trial, const QString &text)
{
    switch (trial) {
    case KeyTrial::Works:
        return {Meaning::Ok, Text::tr("%1 · works").arg(text)};
    case KeyTrial::Refused:
        return {Meaning::Bad, Text::tr("%1 · refused").arg(text)};
    case KeyTrial::Untested:
        break;
    }
    return {Meaning::Neutral, Text::tr("%1 · not tested").arg(text)};
}

StateText aside(SetAside::Why why, const QString &text)
{
    return {Meaning::Warning,
            why == SetAside::Why::Refused ? Text::tr("%1 · set aside: refused").arg(text)
                                          : Text::tr("%1 · set aside: out of funds").arg(text)};
}

/// Where the key is, and how it did so far.
StateText told(const KeyState &state, KeyTrial trial, const QString &place)
{
    const QString text = withHint(place, state.hint);
    return state.setAside ? aside(state.setAside->why, text) : tried(trial, text);
}

} // namespace

StateText state(const KeyState &state, const ProviderInfo &provider, KeyTrial trial)
{
    const bool hasKey = state.keyIn != KeySource::None && state.keyIn != KeySource::NotNeeded;
    if (const CredentialField *lacking = provider.field(state.lacks.value(0)); lacking && hasKey) {
        return {Meaning::Warning, Text::tr("a key, but no “%1” yet").arg(lacking->label)};
    }
    switch (state.source) {
    case KeySource::Keychain:
        return told(state, trial, Text::tr("in the keychain"));
    case KeySource::EncryptedFile:
        return told(state, trial, Text::tr("in the encrypted file"));
    case KeySource::Session:
        return told(state, trial, Text::tr("until Lightwell closes"));
    case KeySource::Environment:
        return told(state, trial, Text::tr("from the environment (%1)").arg(provider.keyVariables.value(0)));
    case KeySource::NotNeeded:
        return {Meaning::Ok, Text::tr("needs no key")};
    case KeySource::None:
        break;
    }
    switch (state.store) {
    case SecretState::Locked:
        return {Meaning::Warning, Text::tr("locked")};
    case SecretState::Denied:
        return {Meaning::Warning, Text::tr("the keychain refused to answer")};
    case SecretState::NotAnswering:
        return {Meaning::Warning, Text::tr("the keychain does not answer")};
    default:
        return {Meaning::Neutral, provider.needsKey ? Text::tr("no key") : Text::tr("needs no key")};
    }
}

QString keychainProblem(SecretState keychain, const QString &detail, Choice choice)
{
    QString text;
    switch (keychain) {
    case SecretState::Available:
    case SecretState::Missing:
        return {};
    case SecretState::Locked:
        text = Text::tr("The system’s keychain is locked. Unlock it, and try again.");
        break;
    case SecretState::NotSetUp:
        text = Text::tr("The system’s keychain has never been set up. Give it a password, and try again.");
        break;
    case SecretState::Denied:
        text = Text::tr("The system’s keychain refused access. Allow it in your desktop’s settings.");
        break;
    case SecretState::NoBackend:
        text = Text::tr("This system has no keychain. Choose where the key is kept.");
        break;
    case SecretState::NotAnswering:
        text = Text::tr("The system’s keychain does not answer. Try again later.");
        break;
    }
    if (keychain != SecretState::NoBackend) {
        text += u' '
            + (choice == Choice::Below ? Text::tr("Or choose another place below.")
                                       : Text::tr("Or choose another place when you add a key."));
    }
    const bool saysMore = !detail.isEmpty() && keychain != SecretState::NotSetUp;
    return saysMore ? Text::tr("%1 It says: %2").arg(text, detail) : text;
}

QString place(KeySource place)
{
    switch (place) {
    case KeySource::Keychain:
        return Text::tr("In the system’s &keychain");
    case KeySource::EncryptedFile:
        return Text::tr("In an &encrypted file, opened with a passphrase");
    default:
        return Text::tr("For this run &only");
    }
}

QString placeExplanation(KeySource place)
{
    switch (place) {
    case KeySource::Keychain:
        return Text::tr("Your desktop guards it. Lightwell keeps no copy.");
    case KeySource::EncryptedFile:
        return Text::tr(
            "You give the passphrase once after each start. Without it nobody can read the keys, and nobody can "
            "restore them.");
    default:
        return Text::tr("It is forgotten when Lightwell closes. Nothing is written to disk.");
    }
}

} // namespace lightwell::keytexts

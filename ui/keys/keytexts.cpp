// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/keytexts.h"

#include <QCoreApplication>

namespace lightwell::keytexts {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("KeyTexts", text);
}

QString withHint(const QString &text, const QString &hint)
{
    return hint.isEmpty() ? text : tr("%1 · ends in %2").arg(text, hint);
}

} // namespace

StateText state(const KeyState &state, const ProviderInfo &provider)
{
    switch (state.source) {
    case KeySource::Keychain:
        return {Meaning::Ok, withHint(tr("in the keychain"), state.hint)};
    case KeySource::EncryptedFile:
        return {Meaning::Ok, withHint(tr("in the encrypted file"), state.hint)};
    case KeySource::Session:
        return {Meaning::Ok, withHint(tr("until Lightwell closes"), state.hint)};
    case KeySource::Environment:
        return {Meaning::Ok, withHint(tr("from the environment (%1)").arg(provider.keyVariables.value(0)), state.hint)};
    case KeySource::NotNeeded:
        return {Meaning::Ok, tr("needs no key")};
    case KeySource::None:
        break;
    }
    switch (state.store) {
    case SecretState::Locked:
        return {Meaning::Warning, tr("locked")};
    case SecretState::Denied:
        return {Meaning::Warning, tr("the keychain refused to answer")};
    case SecretState::NotAnswering:
        return {Meaning::Warning, tr("the keychain does not answer")};
    default:
        return {Meaning::Neutral, provider.needsKey ? tr("no key") : tr("needs no key")};
    }
}

QString keychainProblem(SecretState keychain, const QString &detail)
{
    QString text;
    switch (keychain) {
    case SecretState::Available:
    case SecretState::Missing:
        return {};
    case SecretState::Locked:
        text = tr("The system’s keychain is locked. Unlock it and try again, or choose another place below.");
        break;
    case SecretState::Denied:
        text = tr("The system’s keychain refused access. Allow it in your desktop’s settings, or choose another place "
                  "below.");
        break;
    case SecretState::NoBackend:
        text = tr("This system has no keychain. Choose where the key is kept.");
        break;
    case SecretState::NotAnswering:
        text = tr("The system’s keychain does not answer. Try again later, or choose another place below.");
        break;
    }
    return detail.isEmpty() ? text : tr("%1 It says: %2").arg(text, detail);
}

QString place(KeySource place)
{
    switch (place) {
    case KeySource::Keychain:
        return tr("In the system’s &keychain");
    case KeySource::EncryptedFile:
        return tr("In an &encrypted file, opened with a passphrase");
    default:
        return tr("For this run &only");
    }
}

QString placeExplanation(KeySource place)
{
    switch (place) {
    case KeySource::Keychain:
        return tr("Your desktop guards it. Lightwell keeps no copy.");
    case KeySource::EncryptedFile:
        return tr("You give the passphrase once after each start. Without it nobody can read the keys, and nobody can "
                  "restore them.");
    default:
        return tr("It is forgotten when Lightwell closes. Nothing is written to disk.");
    }
}

} // namespace lightwell::keytexts

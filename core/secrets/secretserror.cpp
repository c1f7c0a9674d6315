// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/keystores.h"

#include <QCoreApplication>

namespace lightwell {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Secrets)
};

QString forKeychain(SecretState state)
{
    switch (state) {
    case SecretState::Locked:
        return Text::tr("The keychain is locked. Unlock it and try again.");
    case SecretState::Denied:
        return Text::tr("The keychain refused access. Allow Lightwell to use it and try again.");
    case SecretState::NoBackend:
        return Text::tr("This computer has no keychain. Use the encrypted key file, an environment variable, or a key "
                        "for this run only.");
    case SecretState::NotAnswering:
        return Text::tr("The keychain does not answer. It may be waiting for you in another window; then try again.");
    case SecretState::Missing:
        return Text::tr("The keychain no longer has this key. Enter it again.");
    case SecretState::Available:
        break;
    }
    return Text::tr("The keychain could not be used.");
}

QString forFile(const SecretAnswer &answer)
{
    switch (answer.state) {
    case SecretState::Locked:
        return answer.detail.isEmpty()
            ? Text::tr("The key file is locked. Enter its passphrase, or set LIGHTWELL_PASSPHRASE.")
            : Text::tr("%1 Enter the passphrase of the key file, or set LIGHTWELL_PASSPHRASE.").arg(answer.detail);
    case SecretState::Missing:
        return Text::tr("The key file has no such key.");
    default:
        return answer.detail.isEmpty() ? Text::tr("The key file could not be used.") : answer.detail;
    }
}

} // namespace

Error secretsError(KeySource place, const SecretAnswer &answer)
{
    Error error =
        notSent(ErrorKind::Secrets, place == KeySource::EncryptedFile ? forFile(answer) : forKeychain(answer.state));
    error.detail = answer.detail;
    return error;
}

} // namespace lightwell

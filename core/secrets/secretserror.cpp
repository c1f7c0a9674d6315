// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/keyreasons.h"
#include "core/secrets/keystores.h"

namespace lightwell {

namespace {

Reason forKeychain(SecretState state)
{
    switch (state) {
    case SecretState::Locked:
        return reasons::keychainLocked();
    case SecretState::Denied:
        return reasons::keychainRefused();
    case SecretState::NoBackend:
        return reasons::keychainAbsent();
    case SecretState::NotAnswering:
        return reasons::keychainSilent();
    case SecretState::Missing:
        return reasons::keychainWithoutKey();
    case SecretState::Available:
        break;
    }
    return reasons::keychainUnusable();
}

Reason forFile(const SecretAnswer &answer)
{
    switch (answer.state) {
    case SecretState::Locked:
        return answer.detail.isEmpty() ? reasons::keyFileLocked() : reasons::keyFileLockedBecause(answer.detail);
    case SecretState::Missing:
        return reasons::keyFileWithoutKey();
    default:
        return answer.detail.isEmpty() ? reasons::keyFileUnusable() : Reason::text(answer.detail);
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

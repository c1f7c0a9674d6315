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
    case SecretState::NotSetUp:
        return reasons::keychainUnprepared();
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
        return answer.says.isEmpty() ? reasons::keyFileLocked() : reasons::keyFileLockedBecause(answer.says);
    case SecretState::Missing:
        return reasons::keyFileWithoutKey();
    default:
        return answer.says.isEmpty() ? reasons::keyFileUnusable() : answer.says;
    }
}

/// What the system's own keychain says stands beside the sentence, as vendors' words do; what is found out about it
/// here is a part of the sentence.
bool isOwnWords(const Reason &says)
{
    return says.code == QLatin1StringView(reasons::text.code) && says.values.size() == 1;
}

} // namespace

Error secretsError(KeySource place, const SecretAnswer &answer)
{
    if (place == KeySource::EncryptedFile) {
        return notSent(ErrorKind::Secrets, forFile(answer));
    }
    const Reason reason = forKeychain(answer.state);
    if (answer.says.isEmpty() || isOwnWords(answer.says)) {
        Error error = notSent(ErrorKind::Secrets, reason);
        error.detail = answer.says.isEmpty() ? QString() : answer.says.values.first().value.toString();
        return error;
    }
    return notSent(ErrorKind::Secrets, reasons::keychainBecause(reason, answer.says));
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"
#include "core/secrets/secrets.h"
#include "ui/keys/providerkeys.h"
#include "ui/widgets/sign.h"

#include <QString>

/// The states of keys and of the places they are kept in, in words.
namespace lightwell::keytexts {

struct StateText
{
    Meaning meaning = Meaning::Neutral;
    QString text;
};

[[nodiscard]] StateText state(const KeyState &state, const ProviderInfo &provider, KeyTrial trial);
/// Where another place for a key can be chosen.
enum class Choice {
    Below, ///< right there, in the dialog that asks for the key
    WhenAdding ///< in that dialog, once a key is added
};
/// What the keychain says about itself, and what follows for the person. Empty when it is simply available.
[[nodiscard]] QString keychainProblem(SecretState keychain, const QString &detail, Choice choice);
[[nodiscard]] QString place(KeySource place); ///< "In the system’s keychain"
[[nodiscard]] QString placeExplanation(KeySource place);

} // namespace lightwell::keytexts

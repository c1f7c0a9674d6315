// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/secrets.h"

#include <QJsonArray>

namespace lightwell {

class AdapterRegistry;

/// What `keys list` shows: where keys are and what stands beside them, never a secret.
namespace keytable {

[[nodiscard]] QList<QStringList> rows(const QList<KeyState> &states, const AdapterRegistry &adapters);
[[nodiscard]] QJsonArray report(const QList<KeyState> &states, const AdapterRegistry &adapters);

[[nodiscard]] QString shownName(const KeyId &key); ///< "fal", or of a key with a name "fal (work)"
[[nodiscard]] bool isStored(KeySource source); ///< in a place of ours
[[nodiscard]] bool isLocked(const KeyState &state); ///< so that nobody knows of a key

} // namespace keytable

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"

#include <QByteArray>

namespace lightwell {

struct Paths;

/// The client key of "this computer", which `serve` prints and the window shows on request: made on the first
/// start and the same ever after, on a server without a keychain as on a desktop. It is computed from 32 random
/// bytes in a file only this user can read (config/gateway.seed), so the key itself lies nowhere. Removing that file
/// makes a new key; a damaged one is an error and stays as it is. Spends no more than the user could; the vendors' keys
/// are kept differently (secrets/keyring.h).
[[nodiscard]] Result<QByteArray> defaultClientKey(const Paths &paths);
/// Makes another one in the place of `old`, for good. Where another program has done so already, it is that one.
[[nodiscard]] Result<QByteArray> newDefaultClientKey(const Paths &paths, const QByteArray &old);

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <sodium.h>

namespace lightwell {

/// Overwrites and empties. Copies that share the bytes keep theirs: where it matters, there must be none.
inline void wipe(QByteArray &secret)
{
    if (secret.isDetached() && !secret.isEmpty()) {
        sodium_memzero(secret.data(), static_cast<std::size_t>(secret.size()));
    }
    secret.clear();
}

} // namespace lightwell

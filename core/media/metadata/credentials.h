// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/claims.h"

namespace lightwell::metadata {

/// What the active (the last) manifest of content credentials says (C2PA 2.1; JUMBF, ISO/IEC 19566-5): read, not
/// verified. Nothing where the bytes are no such store.
[[nodiscard]] std::optional<ClaimedCredentials> claimedCredentials(const QByteArray &store);

} // namespace lightwell::metadata

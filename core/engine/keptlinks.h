// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"

#include <QDateTime>

/// Links to what is made and paid for, kept in the journal until it is fetched, where there is no job that could tell
/// them again. They are secrets: who has one has the picture. Pure.
namespace lightwell::keptlinks {

/// `state` with the links of `done` in it, and what else it says of the call.
[[nodiscard]] AdapterState with(AdapterState state, const Done &done);
/// What with() put there; nothing where it put nothing.
[[nodiscard]] std::optional<Done> in(const AdapterState &state);
/// When the link stops working, as far as it says itself (Amazon's, Google's and Azure's signatures, "Expires").
[[nodiscard]] std::optional<QDateTime> expiryOf(const QUrl &link);

} // namespace lightwell::keptlinks

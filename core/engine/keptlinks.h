// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"

#include <QDateTime>

/// Links to what is made and paid for, kept in the journal until it is fetched, where there is no job that could tell
/// them again. They are secrets: who has one has the picture. Pure.
namespace lightwell::keptlinks {

struct Kept
{
    Done done; ///< with the links that are still to be fetched
    int made = 0; ///< pictures of the call, also those that are fetched: what it costs goes by all of them
};

/// `state` with the links in it, and what else is known of the call.
[[nodiscard]] AdapterState with(AdapterState state, const Kept &kept);
/// What with() put there; nothing where it put nothing.
[[nodiscard]] std::optional<Kept> in(const AdapterState &state);
/// When the link stops working, as far as it says itself (Amazon's, Google's and Azure's signatures, "Expires").
[[nodiscard]] std::optional<QDateTime> expiryOf(const QUrl &link);

} // namespace lightwell::keptlinks

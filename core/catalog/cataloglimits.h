// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/entryfault.h"
#include "core/catalog/modelalias.h"
#include "core/model/offer.h"

#include <optional>

namespace lightwell {

/// What a catalog may say at most. A catalog can come from anywhere: whatever passes leads no request to another
/// address, puts nothing of its own into headers, and lets planning end soon with numbers that mean something.
namespace cataloglimits {

inline constexpr qint64 fileBytes = 16LL * 1024 * 1024;
inline constexpr qsizetype models = 5000;
inline constexpr qsizetype open = 100;
inline constexpr qsizetype sizeTables = 200;
inline constexpr qsizetype offers = 100; ///< of one model
inline constexpr qsizetype endpoints = 100;
inline constexpr qsizetype corrections = 5000; ///< of prices
inline constexpr qsizetype aliases = 1000;
inline constexpr qsizetype complaints = 20; ///< told one by one; further ones are counted

} // namespace cataloglimits

/// Words: their length and characters. Ids of models at a vendor may have slashes, since they are paths at some, but
/// nothing that would make another path, a query or an address of them.
[[nodiscard]] std::optional<EntryFault> faultInWords(const Offer &offer);
[[nodiscard]] std::optional<EntryFault> faultInWords(const Model &model);
[[nodiscard]] std::optional<EntryFault> faultInWords(const ModelAlias &alias);

/// Numbers: counts, sizes, prices.
[[nodiscard]] std::optional<EntryFault> faultInNumbers(const Offer &offer);

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/clientregistry.h"

#include <QVariantList>

namespace lightwell {
class Rows;
}

/// What a client may do, as the table of clients has it.
namespace lightwell::clientterms {

/// The columns models, per_minute, expires_at, begins_early and replay, which begin at `first`.
[[nodiscard]] ClientTerms read(const Rows &row, int first);
[[nodiscard]] QVariantList valuesOf(const ClientTerms &terms); ///< of the same
/// Whether they can be kept, and are what they say.
[[nodiscard]] Status check(const ClientTerms &terms);

} // namespace lightwell::clientterms

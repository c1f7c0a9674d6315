// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"
#include "core/model/result.h"

namespace lightwell {

/// What a vendor says of the account a key belongs to.
struct Balance
{
    Money left; ///< that can still be spent; unknown: it does not say
    Money spent; ///< ever, by all programs with the account; unknown: it does not say

    friend bool operator==(const Balance &, const Balance &) = default;
};

/// Asks one vendor for that. Pure, like an adapter; a free GET.
class BalanceReader
{
public:
    virtual ~BalanceReader() = default;
    [[nodiscard]] virtual QString provider() const = 0;
    [[nodiscard]] virtual HttpRequest ask(const Credentials &credentials) const = 0;
    /// An error: it is no such answer.
    [[nodiscard]] virtual Result<Balance> read(const HttpResponse &answer) const = 0;
};

} // namespace lightwell

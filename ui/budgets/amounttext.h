// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/money.h"

#include <QString>

namespace lightwell {

/// An amount of dollars as a person writes it: with or without the sign, a comma for the point. Nothing: it is none.
[[nodiscard]] std::optional<Money> amountFrom(const QString &text);

} // namespace lightwell

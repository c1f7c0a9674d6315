// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/money.h"
#include "core/wording/names.h"

namespace lightwell::wording {

/// The name of a model or provider, or its id where there is none.
[[nodiscard]] inline QString named(const Names::NameOf &nameOf, const QString &id)
{
    const QString name = nameOf ? nameOf(id) : QString();
    return name.isEmpty() ? id : name;
}

/// As `names` writes money, or to the micro-dollar.
[[nodiscard]] inline QString amount(Money money, const Names &names)
{
    return names.money ? names.money(money) : money.toString();
}

} // namespace lightwell::wording

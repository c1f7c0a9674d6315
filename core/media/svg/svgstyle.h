// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/svg/svgvalues.h"

namespace lightwell::svg {

/// Style that was read, what could be understood of it written anew.
struct SafeStyle
{
    QString text;
    int dropped = 0; ///< declarations and rules
    int rules = 0; ///< of a sheet
};

/// The content of a `style` attribute: `fill:#123;opacity:.5`. `smallestDash`: a dash array that adds up to less is
/// left out, because a line would fall into millions of dashes.
[[nodiscard]] SafeStyle safeDeclarations(const QString &text, double smallestDash);

/// A style sheet. Only plain rules with plain selectors stay; there are no at-rules, no escapes and no comments.
[[nodiscard]] SafeStyle safeSheet(const QString &text, double smallestDash);

} // namespace lightwell::svg

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/svg/svgvalues.h"

namespace lightwell::svg {

/// What becomes of an element of the SVG namespace.
enum class ElementRole {
    Unknown, ///< left out with everything in it
    Silent, ///< the same, and nobody misses it: titles, editors' notes
    Group, ///< holds others: svg, g, defs, symbol, a, switch
    Shape, ///< drawn; also `use`
    Image,
    Gradient,
    Stop,
    Text, ///< drawn, and its letters are kept
    Style, ///< a style sheet
};

[[nodiscard]] ElementRole roleOf(QStringView element);
/// The name to write: a symbol and a link are groups to whoever draws them.
[[nodiscard]] QString writtenName(QStringView element);

/// The kind of a property that may stand in an attribute, in `style` and in a style sheet.
[[nodiscard]] std::optional<ValueKind> propertyKind(const QString &name);
/// The kind of an attribute without a namespace, properties among them. `style` and `href` are none of these.
[[nodiscard]] std::optional<ValueKind> attributeKind(const QString &name);
/// Attributes that are left out without a loss.
[[nodiscard]] bool isSilentAttribute(QStringView name);

} // namespace lightwell::svg

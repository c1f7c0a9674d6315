// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace lightwell::svg {

/// What may stand in an attribute or a declaration.
enum class ValueKind {
    Length, ///< a number with or without a unit
    Lengths, ///< some of them
    Numbers, ///< points, without a unit
    Dashes, ///< `none` or lengths
    Path,
    Transform,
    Paint, ///< a colour, or `url(#id)`
    Colour,
    FontSize, ///< a length or a word
    FontFamily,
    Words, ///< letters, digits, hyphens and blanks: every keyword
    Id, ///< also of a class
};

/// A value that was understood: written anew, and how much work it makes.
struct SafeValue
{
    QString text;
    qint64 work = 0;
};

/// Nothing where the value is not wholly of the kind: no other function, no escape, no comment, no address but
/// `url(#id)`, no number beyond svglimits.h. What comes out, put in again, comes out the same.
[[nodiscard]] std::optional<SafeValue> safeValue(ValueKind kind, const QString &value);

/// The sum of a dash array; nothing where there is no such array.
[[nodiscard]] std::optional<double> dashSum(const QString &value);

/// A length in pixels, or nothing: also for percents and lengths of letters.
[[nodiscard]] std::optional<double> pixels(const QString &length);

/// The id in `#id`; empty for every other address.
[[nodiscard]] QString localId(const QString &address);

} // namespace lightwell::svg

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

/// Values that stand without quotes, and texts as JSON writes them.
namespace lightwell::barewords {

/// A word as JSON: true, null and numbers as they are, those of Python and JavaScript (True, None, NaN, 0x1F, +1, .5,
/// 1_000, 12n) as JSON has them; what JSON cannot say (NaN, Infinity) is null. Nothing: it is some text.
/// `zerosCount`: a number that begins with noughts is one, and no code or telephone number.
[[nodiscard]] std::optional<QString> valueOf(QStringView word, bool zerosCount);

/// By JSON's grammar: "-0.5e+3".
[[nodiscard]] bool isNumber(QStringView word);
/// "true", "false", "null", or a number.
[[nodiscard]] bool isValue(QStringView word);

/// With its quotes and escapes.
[[nodiscard]] QString quoted(QStringView text);
/// One letter inside of a text.
[[nodiscard]] QString escaped(QChar letter);

} // namespace lightwell::barewords

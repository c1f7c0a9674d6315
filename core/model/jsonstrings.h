// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace lightwell {

/// Strings of a JSON text, found without a tree.
namespace jsonstrings {

/// The position of the quote that ends the string whose text begins at `from`; -1 if it never ends.
[[nodiscard]] qsizetype closingQuote(const QByteArray &json, qsizetype from);

/// Whether the string whose closing quote is at `quote` is the name of a field.
[[nodiscard]] bool isName(const QByteArray &json, qsizetype quote);

} // namespace jsonstrings

} // namespace lightwell

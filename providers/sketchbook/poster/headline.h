// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace lightwell::sketchbook {

/// How the words of a poster are set: large and small.
struct Wording
{
    QStringList title;
    QStringList text; ///< the rest; empty for short prompts

    friend bool operator==(const Wording &, const Wording &) = default;
};

/// Divides the words of a prompt. The title is, whichever comes first: what stands in quotation marks, the words in
/// capitals, what stands before a colon or a dash, the whole if it is short, the first phrase. A lead such as "a poster
/// for" is not set.
[[nodiscard]] Wording wordingOf(const QStringList &words);

/// The words of a prompt but for those in quotation marks that wordingOf() makes the title.
[[nodiscard]] QStringList wordsOutsideQuotes(const QStringList &words);

} // namespace lightwell::sketchbook

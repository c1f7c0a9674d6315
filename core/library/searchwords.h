// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

/// Texts as sequences of words, the same way for what is searched and what is looked for. A letter of a script that is
/// written without spaces between words (Chinese, Japanese, Korean, Thai …) is a word of its own, so that such text is
/// found by any part of it; signs and emoji are words, too; punctuation only parts them. Forms of one letter (full
/// width, composed or not) are one; case and accents are left to the index.
namespace lightwell::searchwords {

/// The words of all these texts, with a space between any two.
[[nodiscard]] QString of(const QStringList &texts);

/// What somebody typed, as phrases that all have to be found: each somewhere, its words one after another, the last one
/// as the beginning of a word. What stands in double quotes is one phrase. No input is wrong; one without any word has
/// no phrases, and of an endless one only the first 64 count.
[[nodiscard]] QStringList phrasesIn(const QString &input);

} // namespace lightwell::searchwords

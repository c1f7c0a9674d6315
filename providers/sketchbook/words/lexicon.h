// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/sketchbook/words/sense.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace lightwell::sketchbook {

struct Meaning
{
    Sense sense;
    bool plural = false; ///< found by taking an ending off
};

/// Lower case, without accents, split at everything that is no letter or digit.
[[nodiscard]] QStringList splitWords(const QString &text);

/// A word as the painter looks it up, and as it was written.
struct SpelledWord
{
    QString plain;
    QString written;
};

/// The words of splitWords() with their own spelling.
[[nodiscard]] QList<SpelledWord> spellWords(const QString &text);
/// The sense of one word ("foxes") or of a fixed pair ("full moon"); nothing: the painter does not know it.
[[nodiscard]] std::optional<Meaning> lookUp(const QString &word);

} // namespace lightwell::sketchbook

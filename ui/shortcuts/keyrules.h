// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shortcuts/keyaction.h"

#include <QKeyCombination>

#include <optional>

/// Which keys an action may have, whatever the others have.
namespace lightwell::keyrules {

enum class Objection {
    Unreadable, ///< no keys of a keyboard, or several presses one after another
    LeadsAbout, ///< moves the keyboard, or presses what has it
    ChoosesPicture, ///< a digit, where pictures have numbers
    WritesText, ///< a letter, where the action holds while somebody writes
    LeadsToControl, ///< Alt with a letter: the underlined one of a button or field
};

/// Nothing: it may.
[[nodiscard]] std::optional<Objection> objection(const KeyActionInfo &info, QKeyCombination keys);
[[nodiscard]] QString sentence(Objection objection, const QString &keys); ///< `keys` as they are shown
/// Keys as settings have them ("Ctrl+G"), an empty sequence for an empty text; nothing: that is no such text.
[[nodiscard]] std::optional<QKeySequence> read(const QString &text);
[[nodiscard]] QString written(const QKeySequence &keys);

} // namespace lightwell::keyrules

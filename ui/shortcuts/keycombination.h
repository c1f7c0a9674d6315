// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeyCombination>
#include <QKeySequence>
#include <QString>

class QKeyEvent;

/// Keys that are held and pressed together, as the window compares and shows them.
namespace lightwell::keycombination {

/// The one form of what is the same to a person: Enter of the number block is Enter, and a sign or digit that the
/// keyboard has above another one is that sign, without Shift.
[[nodiscard]] QKeyCombination normalised(QKeyCombination keys);
[[nodiscard]] QKeyCombination pressed(const QKeyEvent *event); ///< normalised
[[nodiscard]] bool matches(const QKeyEvent *event, const QKeySequence &keys);
[[nodiscard]] bool isSame(const QKeySequence &one, const QKeySequence &other);
[[nodiscard]] bool isHeldBesideOthers(Qt::Key key); ///< Shift, Ctrl and their like, or no key at all
/// As it stands on keyboards: "Ctrl+Enter"; empty: there are none.
[[nodiscard]] QString text(const QKeySequence &keys);

} // namespace lightwell::keycombination

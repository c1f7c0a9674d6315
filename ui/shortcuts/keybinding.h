// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shortcuts/keyaction.h"

#include <functional>

class QAbstractButton;
class QShortcut;
class QWidget;

/// Widgets and the keys of actions: both follow what the keys are by now.
namespace lightwell {

class Keymap;

/// A shortcut with all keys of the action.
QShortcut *addShortcut(const Keymap &keymap, KeyAction action, QWidget *parent);
/// The button's own shortcut is the first of the action's keys.
void setShortcut(QAbstractButton *button, const Keymap &keymap, KeyAction action);
/// "Star (S)": a tip with the first of the action's keys. It may be set anew, for the same action.
void setTip(QWidget *widget, const QString &text, const Keymap &keymap, KeyAction action);
/// "Star (S)", or the text alone where the action has no keys.
[[nodiscard]] QString withKeys(const QString &text, const Keymap &keymap, KeyAction action);
/// `show` is called now and whenever keys have changed, for as long as `widget` is there.
void followKeys(QWidget *widget, const Keymap &keymap, const std::function<void()> &show);

} // namespace lightwell

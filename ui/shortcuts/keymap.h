// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shortcuts/keyaction.h"

#include <QObject>

#include <optional>

class QKeyEvent;

namespace lightwell {

/// Which keys do what. Lives on the window's thread; whoever names keys follows changed() (keybinding.h).
class Keymap : public QObject
{
    Q_OBJECT
public:
    explicit Keymap(QObject *parent = nullptr);
    [[nodiscard]] static const Keymap &usual(); ///< with the keys nobody has changed

    [[nodiscard]] QList<QKeySequence> keys(KeyAction action) const; ///< those that do it, the first to be named
    [[nodiscard]] QString text(KeyAction action) const; ///< the first, as it stands on keyboards; empty: there is none
    [[nodiscard]] bool matches(const QKeyEvent *event, KeyAction action) const;
    /// What a press means at a place; nothing: it is nobody's there.
    [[nodiscard]] std::optional<KeyAction> find(const QKeyEvent *event, KeyPlace place) const;

Q_SIGNALS:
    void changed();
};

} // namespace lightwell

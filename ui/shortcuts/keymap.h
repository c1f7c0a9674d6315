// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/reason.h"
#include "ui/shortcuts/keyaction.h"

#include <QHash>
#include <QObject>

#include <optional>

class QKeyEvent;

namespace lightwell {

class Settings;

/// Which keys do what: the usual ones, and those the person chose (Setting::Shortcuts). No press means two things at
/// one place: what was chosen goes before what is usual, and of two that were chosen alike the first in the table
/// holds. Lives on the window's thread; whoever names keys follows changed() (keybinding.h).
class Keymap : public QObject
{
    Q_OBJECT
public:
    explicit Keymap(Settings &settings, QObject *parent = nullptr);
    [[nodiscard]] static const Keymap &usual(); ///< with the keys nobody has changed

    [[nodiscard]] QList<QKeySequence> keys(KeyAction action) const; ///< those that do it, the first to be named
    [[nodiscard]] QString text(KeyAction action) const; ///< the first, as it stands on keyboards; empty: there is none
    [[nodiscard]] bool matches(const QKeyEvent *event, KeyAction action) const;
    /// What a press means at a place; nothing: it is nobody's there.
    [[nodiscard]] std::optional<KeyAction> find(const QKeyEvent *event, KeyPlace place) const;

    [[nodiscard]] bool isOwn(KeyAction action) const; ///< the person chose its keys, or that it has none
    /// What has these keys already, and could be meant by them as well; nothing: they are free for `action`.
    [[nodiscard]] std::optional<KeyAction> holder(KeyAction action, const QKeySequence &keys) const;
    /// Who took one of the usual keys of an action whose keys nobody chose.
    [[nodiscard]] std::optional<KeyAction> takerOf(KeyAction action) const;

    /// From now on; whoever had these keys has them no more. Empty: the action has none. Keys to which keyrules object
    /// are not taken.
    void set(KeyAction action, const QKeySequence &keys);
    void takeBack(KeyAction action); ///< the usual keys, from whoever took them
    void reset(KeyAction action); ///< the usual keys, as far as nobody took them
    void resetAll();
    [[nodiscard]] QVariantMap kept() const; ///< as the settings have it
    void bringBack(const QVariantMap &kept);

    /// What in the settings cannot be used (an action nobody knows, keys nobody can press, keys that are another's), so
    /// that the usual keys hold; the settings are left alone.
    [[nodiscard]] QList<Reason> unusable() const { return m_unusable; }

Q_SIGNALS:
    void changed();

private:
    Keymap();
    void read();
    void readOwn(const QVariantMap &stored);
    void write(const QHash<KeyAction, QKeySequence> &own);
    void clear(QHash<KeyAction, QKeySequence> &own, KeyAction action, const QList<QKeySequence> &keys) const;
    Settings *m_settings; ///< null: they are the usual ones
    QHash<KeyAction, QKeySequence> m_own;
    QHash<KeyAction, QList<QKeySequence>> m_keys; ///< all that hold
    QList<Reason> m_unusable;
};

} // namespace lightwell

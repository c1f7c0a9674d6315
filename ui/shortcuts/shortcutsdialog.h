// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shortcuts/keyaction.h"

#include <QDialog>

#include <functional>
#include <optional>

class QLineEdit;

namespace lightwell {

class Banner;
class Button;
class Keymap;
class KeysField;
class RowTable;
class ShortcutTable;
class TextLabel;
enum class Meaning;

/// All that has keys, to look through and to change. What is changed holds at once.
class ShortcutsDialog : public QDialog
{
    Q_OBJECT
public:
    explicit ShortcutsDialog(Keymap &keymap, QWidget *parent = nullptr);
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void search(const QString &words);
    void select(int row);
    void showAction(); ///< the one of the chosen row
    void showKeys();
    void tryKeys(QKeyCombination keys);
    void resetAll();
    void fallSilent();
    /// With something to do about it: `act`, by the button `action`.
    void say(Meaning meaning, const QString &text, const QString &action = {}, std::function<void()> act = {});
    void act(); ///< what say() offered
    Keymap &m_keymap;
    std::optional<KeyAction> m_action; ///< of the chosen row
    std::function<void()> m_act; ///< empty: nothing is offered
    ShortcutTable *m_list;
    QLineEdit *m_search;
    RowTable *m_table;
    TextLabel *m_name;
    KeysField *m_keys;
    Button *m_none;
    Button *m_reset;
    Banner *m_notice;
    TextLabel *m_note; ///< in its place, as long as there is nothing to say
    Button *m_resetAll;
};

} // namespace lightwell

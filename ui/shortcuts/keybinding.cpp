// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shortcuts/keybinding.h"

#include "ui/shortcuts/keymap.h"
#include "ui/widgets/plaintext.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QShortcut>
#include <QVariant>

namespace lightwell {

namespace {

struct KeyBindingTexts
{
    Q_DECLARE_TR_FUNCTIONS(KeyBinding)
};

constexpr auto tipProperty = "lightwellTip"; ///< what the tip says before the keys

/// Qt knows Enter of the number block as another key.
QList<QKeySequence> onBothBlocks(QList<QKeySequence> all)
{
    const QList<QKeySequence> main = all;
    for (const QKeySequence &keys : main) {
        if (keys[0].key() == Qt::Key_Return) {
            all.append(QKeyCombination(keys[0].keyboardModifiers(), Qt::Key_Enter));
        }
    }
    return all;
}

} // namespace

void followKeys(QWidget *widget, const Keymap &keymap, const std::function<void()> &show)
{
    show();
    QObject::connect(&keymap, &Keymap::changed, widget, show);
}

QShortcut *addShortcut(const Keymap &keymap, KeyAction action, QWidget *parent)
{
    auto *shortcut = new QShortcut(parent);
    const auto take = [shortcut, &keymap, action] { shortcut->setKeys(onBothBlocks(keymap.keys(action))); };
    take();
    QObject::connect(&keymap, &Keymap::changed, shortcut, take);
    return shortcut;
}

void setShortcut(QAbstractButton *button, const Keymap &keymap, KeyAction action)
{
    followKeys(button, keymap, [button, &keymap, action] { button->setShortcut(keymap.keys(action).value(0)); });
}

QString withKeys(const QString &text, const Keymap &keymap, KeyAction action)
{
    const QString keys = keymap.text(action);
    return keys.isEmpty() ? text : KeyBindingTexts::tr("%1 (%2)").arg(text, keys);
}

void setTip(QWidget *widget, const QString &text, const Keymap &keymap, KeyAction action)
{
    const bool follows = widget->property(tipProperty).isValid();
    widget->setProperty(tipProperty, text);
    const auto show = [widget, &keymap, action] {
        setTip(widget, withKeys(widget->property(tipProperty).toString(), keymap, action));
    };
    follows ? show() : followKeys(widget, keymap, show);
}

} // namespace lightwell

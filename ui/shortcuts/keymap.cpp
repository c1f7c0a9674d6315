// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shortcuts/keymap.h"

#include "ui/shortcuts/keycombination.h"

#include <algorithm>

namespace lightwell {

Keymap::Keymap(QObject *parent)
    : QObject(parent)
{
}

const Keymap &Keymap::usual()
{
    static const Keymap keymap;
    return keymap;
}

QList<QKeySequence> Keymap::keys(KeyAction action) const
{
    return keyactions::of(action).usual;
}

QString Keymap::text(KeyAction action) const
{
    return keycombination::text(keys(action).value(0));
}

bool Keymap::matches(const QKeyEvent *event, KeyAction action) const
{
    const QList<QKeySequence> all = keys(action);
    return std::any_of(all.cbegin(), all.cend(),
                       [event](const QKeySequence &it) { return keycombination::matches(event, it); });
}

std::optional<KeyAction> Keymap::find(const QKeyEvent *event, KeyPlace place) const
{
    for (const KeyActionInfo &info : keyactions::all()) {
        if (info.places.testFlag(place) && matches(event, info.action)) {
            return info.action;
        }
    }
    return std::nullopt;
}

} // namespace lightwell

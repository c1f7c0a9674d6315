// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shortcuts/keymap.h"

#include "core/model/displaytext.h"
#include "core/storage/settings.h"
#include "core/storage/storagereasons.h"
#include "ui/shortcuts/keycombination.h"
#include "ui/shortcuts/keyrules.h"

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longest = 40; ///< of what is told of a file

bool contains(const QList<QKeySequence> &all, const QKeySequence &keys)
{
    return std::any_of(all.cbegin(), all.cend(),
                       [&keys](const QKeySequence &it) { return keycombination::isSame(it, keys); });
}

QString nameOf(const QString &id)
{
    return Settings::key(Setting::Shortcuts) + u'/' + shortened(id, longest);
}

QString writtenAll(const QList<QKeySequence> &all)
{
    QStringList words;
    for (const QKeySequence &keys : all) {
        words.append(keyrules::written(keys));
    }
    return words.join(u", "_s);
}

} // namespace

Keymap::Keymap()
    : m_settings(nullptr)
{
    read();
}

Keymap::Keymap(Settings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(&settings)
{
    read();
    connect(&settings, &Settings::changed, this, [this](Setting setting) {
        if (setting == Setting::Shortcuts) {
            read();
            Q_EMIT changed();
        }
    });
}

const Keymap &Keymap::usual()
{
    static const Keymap keymap;
    return keymap;
}

void Keymap::read()
{
    m_own.clear();
    m_keys.clear();
    m_unusable.clear();
    readOwn(kept());
    for (const KeyActionInfo &info : keyactions::all()) {
        if (m_own.contains(info.action)) {
            continue;
        }
        QList<QKeySequence> free;
        for (const QKeySequence &keys : info.usual) {
            if (!holder(info.action, keys)) {
                free.append(keys);
            }
        }
        m_keys.insert(info.action, free);
    }
}

/// In the order of the table, so that of two with the same keys always the same one has them.
void Keymap::readOwn(const QVariantMap &stored)
{
    QStringList known;
    for (const KeyActionInfo &info : keyactions::all()) {
        known.append(info.id);
        const auto entry = stored.constFind(info.id);
        if (entry == stored.cend()) {
            continue;
        }
        const bool isText = entry->typeId() == QMetaType::QString;
        const std::optional<QKeySequence> keys = isText ? keyrules::read(entry->toString()) : std::nullopt;
        const bool isUsable = keys
            && (keys->isEmpty() || (!keyrules::objection(info, (*keys)[0]) && !holder(info.action, *keys).has_value()));
        if (!isUsable) {
            m_unusable.append(reasons::settingUnusable(m_settings->file(), nameOf(info.id),
                                                       shortened(entry->toString(), longest), writtenAll(info.usual)));
            continue;
        }
        m_own.insert(info.action, *keys);
        m_keys.insert(info.action, keys->isEmpty() ? QList<QKeySequence>() : QList {*keys});
    }
    for (auto entry = stored.cbegin(); entry != stored.cend(); ++entry) {
        if (!known.contains(entry.key())) {
            m_unusable.append(reasons::settingUnknown(m_settings->file(), nameOf(entry.key())));
        }
    }
}

QList<QKeySequence> Keymap::keys(KeyAction action) const
{
    return m_keys.value(action);
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

bool Keymap::isOwn(KeyAction action) const
{
    return m_own.contains(action);
}

std::optional<KeyAction> Keymap::holder(KeyAction action, const QKeySequence &keys) const
{
    const KeyActionInfo &info = keyactions::of(action);
    for (const KeyActionInfo &other : keyactions::all()) {
        if (other.action != action && keyactions::canMeet(info, other) && contains(this->keys(other.action), keys)) {
            return other.action;
        }
    }
    return std::nullopt;
}

std::optional<KeyAction> Keymap::takerOf(KeyAction action) const
{
    if (isOwn(action)) {
        return std::nullopt;
    }
    for (const QKeySequence &keys : keyactions::of(action).usual) {
        if (const std::optional<KeyAction> taker = holder(action, keys)) {
            return taker;
        }
    }
    return std::nullopt;
}

/// Those of `own` that would meet `keys` of the action have none any more.
void Keymap::clear(QHash<KeyAction, QKeySequence> &own, KeyAction action, const QList<QKeySequence> &keys) const
{
    for (auto it = own.begin(); it != own.end(); ++it) {
        if (it.key() != action && keyactions::canMeet(keyactions::of(it.key()), keyactions::of(action))
            && contains(keys, *it)) {
            *it = QKeySequence();
        }
    }
}

void Keymap::set(KeyAction action, const QKeySequence &keys)
{
    const KeyActionInfo &info = keyactions::of(action);
    if (!keys.isEmpty() && (keys.count() != 1 || keyrules::objection(info, keys[0]))) {
        return;
    }
    QHash<KeyAction, QKeySequence> own = m_own;
    clear(own, action, {keys});
    own.insert(action, keys);
    write(own);
}

void Keymap::takeBack(KeyAction action)
{
    QHash<KeyAction, QKeySequence> own = m_own;
    clear(own, action, keyactions::of(action).usual);
    own.remove(action);
    write(own);
}

void Keymap::reset(KeyAction action)
{
    QHash<KeyAction, QKeySequence> own = m_own;
    own.remove(action);
    write(own);
}

void Keymap::resetAll()
{
    bringBack({});
}

QVariantMap Keymap::kept() const
{
    return m_settings ? m_settings->value(Setting::Shortcuts).toMap() : QVariantMap();
}

void Keymap::bringBack(const QVariantMap &kept)
{
    if (m_settings) {
        m_settings->set(Setting::Shortcuts, kept);
    }
}

/// What another version of the program may understand stays.
void Keymap::write(const QHash<KeyAction, QKeySequence> &own)
{
    QVariantMap stored = kept();
    for (const KeyActionInfo &info : keyactions::all()) {
        const auto entry = own.constFind(info.action);
        if (entry == own.cend()) {
            stored.remove(info.id);
        } else {
            stored.insert(info.id, keyrules::written(*entry));
        }
    }
    bringBack(stored);
}

} // namespace lightwell

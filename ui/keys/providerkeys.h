// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"
#include "core/secrets/secrets.h"

#include <QDateTime>
#include <QHash>
#include <QObject>

namespace lightwell {

class AdapterRegistry;
class Keyring;
class Settings;
struct Generation;

/// What the last test of a key found.
enum class KeyTrial { Untested, Works, Refused };

/// The providers and whether each has a key, as the window last heard it. Never holds a key.
class ProviderKeys : public QObject
{
    Q_OBJECT
public:
    ProviderKeys(const AdapterRegistry &adapters, Keyring &keyring, Settings &settings, QObject *parent = nullptr);

    void refresh();
    [[nodiscard]] const QList<ProviderInfo> &providers() const { return m_providers; }
    [[nodiscard]] QString name(const QString &provider) const; ///< "fal.ai"; the id where nobody knows it
    [[nodiscard]] KeyState state(const QString &provider) const;
    [[nodiscard]] bool isUsable(const QString &provider) const; ///< has a key or needs none
    [[nodiscard]] bool hasAnyRealKey() const;
    /// A key is kept that cannot be read until its place is unlocked.
    [[nodiscard]] bool isLocked(const QString &provider) const;
    [[nodiscard]] bool isAnyLocked() const; ///< or the key file is, whatever it holds
    [[nodiscard]] KeyTrial trial(const KeyId &key) const { return m_trials.value({key.provider, key.name}); }
    void setTrial(const KeyId &key, KeyTrial trial);
    void noteNewKey(const KeyId &key); ///< just now, not tried yet
    /// It got a key after that time, and that one was not refused so far.
    [[nodiscard]] bool hasNewKeySince(const QString &provider, const QDateTime &time) const;
    void learnFrom(const Generation &outcome); ///< what its attempts showed of the keys they were made with
    [[nodiscard]] bool isKnown() const { return m_known; } ///< the keyring has answered at least once

Q_SIGNALS:
    void changed(); ///< what models can be asked may have changed
    void trialChanged();

private:
    void take(const QList<KeyState> &states);
    void rememberKept(const QList<KeyState> &states);
    QList<ProviderInfo> m_providers;
    QHash<QString, KeyState> m_states;
    QHash<std::pair<QString, QString>, KeyTrial> m_trials; ///< by provider and name
    QHash<QString, QDateTime> m_newKeys; ///< when they came
    Keyring &m_keyring;
    Settings &m_settings;
    bool m_isFileLocked = false;
    bool m_known = false;
};

} // namespace lightwell

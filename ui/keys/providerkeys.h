// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"
#include "core/secrets/secrets.h"

#include <QHash>
#include <QObject>

namespace lightwell {

class AdapterRegistry;
class Keyring;

/// The providers and whether each has a key, as the window last heard it. Never holds a key.
class ProviderKeys : public QObject
{
    Q_OBJECT
public:
    ProviderKeys(const AdapterRegistry &adapters, Keyring &keyring, QObject *parent = nullptr);

    void refresh();
    [[nodiscard]] const QList<ProviderInfo> &providers() const { return m_providers; }
    [[nodiscard]] QString name(const QString &provider) const; ///< "fal.ai"; the id where nobody knows it
    [[nodiscard]] KeyState state(const QString &provider) const;
    [[nodiscard]] bool isUsable(const QString &provider) const; ///< has a key or needs none
    [[nodiscard]] bool hasAnyRealKey() const;
    [[nodiscard]] bool isKnown() const { return m_known; } ///< the keyring has answered at least once

Q_SIGNALS:
    void changed();

private:
    QList<ProviderInfo> m_providers;
    QHash<QString, KeyState> m_states;
    Keyring &m_keyring;
    bool m_known = false;
};

} // namespace lightwell

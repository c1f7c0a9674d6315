// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/secrets.h"
#include "ui/welcome/keyline.h"
#include "ui/welcome/stepcard.h"

#include <functional>
#include <optional>

class QVBoxLayout;

namespace lightwell {

class Catalog;
class Dialogs;
class Keyring;
class ProviderKeys;
struct Services;

/// The third step: the providers somebody is likely to have a key for, first those whose key is there already. What the
/// environment has works at once and can be kept.
class KeysStep : public StepCard
{
    Q_OBJECT
public:
    KeysStep(const Services &services, ProviderKeys &keys, QWidget *parent = nullptr);
    void refresh(); ///< which providers stand here, and where keys would be kept
    void setOnline(bool online);

Q_SIGNALS:
    void useWanted(const QString &provider);
    void keyWanted(const QString &provider); ///< to be added
    void unlockWanted();
    void allWanted(); ///< all providers
    void say(lightwell::Meaning meaning, const QString &text);

private:
    void choose();
    void addLine(const ProviderInfo &provider);
    void showStates();
    [[nodiscard]] KeyLine::Look lookOf(const ProviderInfo &provider) const;
    [[nodiscard]] bool hasKeychain() const;
    void showPlace();
    void askPlace(const std::function<void()> &then);
    void keep(const ProviderInfo &provider);
    void keepInKeychain(const ProviderInfo &provider);
    void askWhereToKeep(const ProviderInfo &provider);
    void tellKept(const ProviderInfo &provider, KeySource place);
    const Catalog &m_catalog;
    Keyring &m_keyring;
    Dialogs &m_dialogs;
    ProviderKeys &m_keys;
    std::optional<SecretState> m_keychain; ///< nothing: it has not answered yet
    bool m_isOnline = true;
    bool m_isChosen = false; ///< by what is known of the keys
    QWidget *m_box;
    QVBoxLayout *m_rows;
    QList<KeyLine *> m_lines;
};

} // namespace lightwell

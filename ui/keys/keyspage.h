// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/secrets.h"
#include "ui/widgets/sign.h"

#include <QHash>
#include <QWidget>

#include <functional>

class QVBoxLayout;

namespace lightwell {

class Banner;
class KeyRow;
class ProviderKeys;
class TextLabel;
struct Services;

/// The providers and their keys.
class KeysPage : public QWidget
{
    Q_OBJECT
public:
    KeysPage(const Services &services, ProviderKeys &keys, QWidget *parent = nullptr);
    void openDialog(const KeyId &key); ///< one that is not there is added
    void openDialogForAnother(const QString &provider);
    void refresh();
    void unlock(); ///< asks for what opens the place of the keys, or asks that place anew

Q_SIGNALS:
    void settingWanted(const QString &control); ///< on the settings page, by its object name
    void say(lightwell::Meaning meaning, const QString &text);

private:
    QWidget *buildRows();
    void showStates();
    void askPlace();
    void showPlace();
    [[nodiscard]] bool isFileLocked() const;
    [[nodiscard]] bool hasAddress(const QString &provider) const;
    void connectRow(KeyRow *row);
    void showFurther(const QString &provider, const QList<KeyState> &keys);
    [[nodiscard]] KeyRow *rowOf(const KeyId &key) const;
    void open(const ProviderInfo &info, const KeyState &state, const std::optional<QStringList> &taken);
    void test(const KeyId &key, const std::function<void(bool isRefused)> &then = {});
    void remove(const KeyId &key);
    const Services &m_services;
    ProviderKeys &m_keys;
    Banner *m_keychain;
    std::optional<SecretAnswer> m_service; ///< what the keychain says of itself
    QHash<QString, KeyRow *> m_rows; ///< of the providers
    QHash<QString, QHash<QString, KeyRow *>> m_further; ///< of their further keys, by name
    QHash<QString, QVBoxLayout *> m_places; ///< where those stand
};

} // namespace lightwell

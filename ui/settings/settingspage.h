// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace lightwell {

class Keymap;
class SettingGroup;
class StoreKeeper;
class Theme;
struct Services;

/// The few choices there are. Each works at once.
class SettingsPage : public QWidget
{
    Q_OBJECT
public:
    /// `keeper` null: there are no pictures that it keeps.
    SettingsPage(const Services &services, Theme &theme, Keymap &keymap, StoreKeeper *keeper,
                 QWidget *parent = nullptr);

    /// Puts the keyboard on the control of this object name, and brings it into view.
    void showControl(const QString &objectName);

Q_SIGNALS:
    void welcomeWanted(); ///< the page of the first start

private:
    QWidget *buildLook();
    QWidget *buildHelp();
    QWidget *buildKeyboard();
    QWidget *buildPictures();
    void addUnknownPrices(SettingGroup &group);
    void addQuestions(SettingGroup &group);
    void addCurrency(SettingGroup &group); ///< from where on a start asks first
    const Services &m_services;
    Theme &m_theme;
    Keymap &m_keymap;
};

} // namespace lightwell

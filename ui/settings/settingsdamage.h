// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace lightwell {

class Banner;
class Settings;

/// Says above every page that the file of settings was damaged and that nothing is paid for, until the person uses what
/// is left (Settings::accept). Seen only as long as that is so; cannot be dismissed otherwise.
class SettingsDamage : public QWidget
{
    Q_OBJECT
public:
    explicit SettingsDamage(Settings &settings, QWidget *parent = nullptr);

Q_SIGNALS:
    void settingsWanted(); ///< to look through them

private:
    void accept();
    void update();

    Settings &m_settings;
    Banner *m_banner;
};

} // namespace lightwell

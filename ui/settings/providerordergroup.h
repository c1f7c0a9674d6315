// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"
#include "ui/widgets/settinggroup.h"

namespace lightwell {

class Button;
class Settings;

/// Which provider is asked first where several offer a model: a list whose rows move up and down. Who is not in it
/// comes afterwards, by price.
class ProviderOrderGroup : public SettingGroup
{
    Q_OBJECT
public:
    ProviderOrderGroup(const QList<ProviderInfo> &providers, Settings &settings, QWidget *parent = nullptr);

private:
    void rebuild();
    [[nodiscard]] QWidget *makeRow(const QString &provider, qsizetype place, qsizetype count);
    void move(const QString &provider, int by);
    void remove(const QString &provider);
    void openMenu();
    void keep(const QStringList &order);
    void focusOn(const QString &provider, const QStringList &parts);
    [[nodiscard]] QStringList order() const;
    [[nodiscard]] QString name(const QString &provider) const;
    QList<ProviderInfo> m_providers; ///< that can be in the list
    Settings &m_settings;
    QWidget *m_list;
    Button *m_add;
};

} // namespace lightwell

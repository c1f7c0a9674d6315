// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/settinggroup.h"

namespace lightwell {

class Settings;
struct ProviderInfo;

/// The providers' addresses, where a person uses another than the vendor's own: a proxy, a regional host, an own
/// server. Empty fields mean the vendor's.
class AddressGroup : public SettingGroup
{
    Q_OBJECT
public:
    AddressGroup(const QList<ProviderInfo> &providers, Settings &settings, QWidget *parent = nullptr);

private:
    void addProvider(const ProviderInfo &provider);
    void keep(const QString &provider, const QString &address);
    Settings &m_settings;
};

} // namespace lightwell

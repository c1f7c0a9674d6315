// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusAbstractInterface>
#include <QDBusPendingCall>
#include <QDBusVariant>

namespace lightwell {

/// The settings interface of the desktop portal (org.freedesktop.portal.Settings), as far as it is needed here.
class PortalSettings : public QDBusAbstractInterface
{
    Q_OBJECT
public:
    explicit PortalSettings(QObject *parent = nullptr);
    [[nodiscard]] QDBusPendingCall read(const QString &group, const QString &key);

Q_SIGNALS:
    // The name is the portal's: it is how the bus finds the signal.
    void SettingChanged(const QString &group, const QString &key, const QDBusVariant &value);
};

} // namespace lightwell

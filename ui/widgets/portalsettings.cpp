// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/portalsettings.h"

#include <QDBusConnection>

namespace lightwell {

using namespace Qt::StringLiterals;

PortalSettings::PortalSettings(QObject *parent)
    : QDBusAbstractInterface(u"org.freedesktop.portal.Desktop"_s, u"/org/freedesktop/portal/desktop"_s,
                             "org.freedesktop.portal.Settings", QDBusConnection::sessionBus(), parent)
{
    setTimeout(3000);
}

QDBusPendingCall PortalSettings::read(const QString &group, const QString &key)
{
    return asyncCall(u"Read"_s, group, key);
}

} // namespace lightwell

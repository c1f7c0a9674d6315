// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/notificationservice.h"

#include <QDBusConnection>

namespace lightwell {

using namespace Qt::StringLiterals;

NotificationService::NotificationService(QObject *parent)
    : QDBusAbstractInterface(u"org.freedesktop.Notifications"_s, u"/org/freedesktop/Notifications"_s,
                             "org.freedesktop.Notifications", QDBusConnection::sessionBus(), parent)
{
    setTimeout(3000);
}

QDBusPendingCall NotificationService::show(uint replaced, const QString &title, const QString &text)
{
    constexpr int asLongAsUsual = -1;
    const QStringList actions {u"default"_s, tr("Show")};
    // Some services read markup in the text.
    return asyncCall(u"Notify"_s, u"Lightwell"_s, replaced, u"lightwell"_s, title, text.toHtmlEscaped(), actions,
                     QVariantMap {{u"desktop-entry"_s, u"lightwell"_s}}, asLongAsUsual);
}

} // namespace lightwell

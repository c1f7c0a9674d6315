// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusAbstractInterface>
#include <QDBusPendingCall>

namespace lightwell {

/// org.freedesktop.Notifications on the session bus, as far as it is used here.
class NotificationService : public QDBusAbstractInterface
{
    Q_OBJECT
public:
    explicit NotificationService(QObject *parent = nullptr);
    /// Yields the message's number. `replaced` is that of the one before; 0: none.
    QDBusPendingCall show(uint replaced, const QString &title, const QString &text);

Q_SIGNALS:
    // As the bus names them.
    void ActionInvoked(uint id, const QString &action);
};

} // namespace lightwell

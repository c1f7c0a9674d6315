// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systemnotifier.h"

#ifdef LIGHTWELL_HAS_DBUS
#include "ui/widgets/notificationservice.h"

#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#endif

namespace lightwell {

#ifdef LIGHTWELL_HAS_DBUS

class SystemNotifier::Service : public NotificationService
{
public:
    uint shown = 0; ///< the number of the last message
    std::function<void()> onOpened;
};

void SystemNotifier::notify(const QString &title, const QString &text, std::function<void()> onOpened)
{
    if (!m_service) {
        m_service = std::make_unique<Service>();
        QObject::connect(m_service.get(), &NotificationService::ActionInvoked, m_service.get(),
                         [service = m_service.get()](uint id) {
                             if (id == service->shown && service->onOpened) {
                                 service->onOpened();
                             }
                         });
    }
    m_service->onOpened = std::move(onOpened);
    auto *watcher = new QDBusPendingCallWatcher(m_service->show(m_service->shown, title, text), m_service.get());
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, m_service.get(),
                     [service = m_service.get(), watcher] {
                         const QDBusPendingReply<uint> number = *watcher;
                         service->shown = number.isError() ? 0 : number.value();
                         watcher->deleteLater();
                     });
}

#else

class SystemNotifier::Service
{
};

void SystemNotifier::notify(const QString &, const QString &, std::function<void()>)
{
}

#endif

SystemNotifier::SystemNotifier() = default;

SystemNotifier::~SystemNotifier() = default;

} // namespace lightwell

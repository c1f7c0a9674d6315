// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/notifier.h"

#include <memory>

namespace lightwell {

/// Through the desktop's notification service (org.freedesktop.Notifications); it is spoken to only once there is
/// something to say, and never waited for.
class SystemNotifier : public Notifier
{
public:
    SystemNotifier();
    ~SystemNotifier() override;
    void notify(const QString &title, const QString &text, std::function<void()> onOpened) override;

private:
    class Service;
    std::unique_ptr<Service> m_service;
};

} // namespace lightwell

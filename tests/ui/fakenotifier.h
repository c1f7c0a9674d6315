// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/notifier.h"

#include <QList>

namespace lightwell::test {

/// Keeps what the desktop would show.
class FakeNotifier : public Notifier
{
public:
    struct Message
    {
        QString title;
        QString text;
        std::function<void()> onOpened;
    };
    void notify(const QString &title, const QString &text, std::function<void()> onOpened) override
    {
        messages.append({title, text, std::move(onOpened)});
    }
    QList<Message> messages;
};

} // namespace lightwell::test

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

namespace lightwell {

/// Messages of the desktop, for when the window is not looked at. A seam for tests. Where the desktop shows none,
/// nothing happens.
class Notifier
{
public:
    virtual ~Notifier() = default;
    /// Takes the place of the message before. `onOpened`: a person pressed on it.
    virtual void notify(const QString &title, const QString &text, std::function<void()> onOpened) = 0;
};

} // namespace lightwell

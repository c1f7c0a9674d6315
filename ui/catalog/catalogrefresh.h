// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QObject>
#include <QStringList>

namespace lightwell {

/// Fetches models and prices from the vendors that list them, and lays them over the built-in ones. A seam: the page
/// shows no refresh where there is none. Lives on the window's thread; Services::catalog is the new one by the time it
/// tells that it has changed.
class CatalogRefresh : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    virtual void refresh() = 0; ///< nothing where one is under way
    [[nodiscard]] virtual bool isRunning() const = 0;
    [[nodiscard]] virtual QDateTime fetchedAt() const = 0; ///< what is shown; invalid: nothing was fetched yet
    [[nodiscard]] virtual QStringList problems() const = 0; ///< of the last one, a sentence each

Q_SIGNALS:
    void changed(); ///< it began or ended
};

} // namespace lightwell

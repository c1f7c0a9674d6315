// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/discovery/foundengine.h"

#include <QObject>

namespace lightwell {

/// The search for local engines, as the window sees it: a seam like ImageService. Lives on the window's thread.
class EngineFinder : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    [[nodiscard]] virtual QList<FoundEngine> engines() const = 0; ///< of the last search that came to its end
    [[nodiscard]] virtual QUrl addressOf(const QString &provider) const = 0; ///< where its adapter asks
    [[nodiscard]] virtual bool isSearching() const = 0;
    virtual void search() = 0; ///< no effect while one is under way
    virtual void cancel() = 0;
    /// The user agreed: the engine's adapter asks there from now on.
    virtual void takeAddress(const FoundEngine &engine) = 0;

Q_SIGNALS:
    void progressed(int asked, int all); ///< addresses
    void ended(const lightwell::Status &status); ///< once for each search
    void changed(); ///< engines, or where they are asked; the catalog has their offers by now
};

} // namespace lightwell

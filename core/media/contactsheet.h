// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/contactsheettile.h"

#include <QList>

namespace lightwell {

struct ContactSheetOptions
{
    int columns = 0; ///< 0: as many as look well
    int tileWidth = 420; ///< pixels
    bool dark = false;
    QString note = {}; ///< small, opposite the title: how many pictures, what they cost, the date
};

/// All pictures of a comparison on one page, each shown whole, in the order given. Takes its time: call it on the
/// thread pool. Without a QGuiApplication there are no fonts, and the sheet has pictures only.
[[nodiscard]] QImage makeContactSheet(const QString &title, const QList<ContactSheetTile> &tiles,
                                      const ContactSheetOptions &options = {});

} // namespace lightwell

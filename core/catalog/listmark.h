// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>

namespace lightwell {

/// What a vendor's own list says of an offer.
struct ListMark
{
    QDateTime asOf; ///< when the list was read
    bool isGone = false; ///< the vendor does not have it any more
    bool isNew = false; ///< known from the list alone: what it takes is assumed
    QString shutdown = {}; ///< the day the vendor switches it off: "2026-12-01"; empty: none is said

    friend bool operator==(const ListMark &, const ListMark &) = default;
};

/// What a list has changed; the ids of offers.
struct ListNews
{
    QStringList added;
    QStringList repriced;
    QStringList gone;
    qsizetype listed = 0; ///< models in it
    qsizetype leftOut = 0; ///< entries beside them that could not be read
    qsizetype unusable = 0; ///< of those, new ones of which too little is known to ask for them
};

} // namespace lightwell

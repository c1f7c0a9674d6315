// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/generation.h"

#include <QStringList>

namespace lightwell {

/// One picture of the collection: what it is, where it comes from, what a person says of it.
struct LibraryEntry
{
    qint64 key = 0; ///< searchindex::keyOf()
    QString generation; ///< its id
    int position = 0; ///< among the generation's pictures, from 0
    Picture picture;
    QString prompt;
    QString model; ///< the catalog's id
    QString provider; ///< who made it
    QString project;
    Origin::Kind origin = Origin::Kind::CommandLine;
    QString client; ///< a gateway client's id; empty elsewhere
    QDateTime createdAt; ///< in UTC, when it was asked for
    Money cost; ///< its share of what the generation cost; unknown where that is
    bool isStarred = false;
    bool isHidden = false;
    QStringList tags; ///< by name

    friend bool operator==(const LibraryEntry &, const LibraryEntry &) = default;
};

} // namespace lightwell

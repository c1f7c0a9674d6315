// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"

#include <QList>
#include <QStringList>

namespace lightwell {

class MediaStore;
class Store;

/// What the books say of the pictures, held against what lies in the media folder.
struct PictureLinks
{
    struct Link
    {
        QString generation;
        QString path; ///< where it lies; of what is missing, where it should
    };
    qsizetype whole = 0; ///< where the books say
    QList<Link> moved; ///< elsewhere in the media folder: under another name, or the folder itself is another one now,
                       ///< be there a copy in the old one or not
    QList<Link> missing; ///< nowhere, or damaged
    QStringList unknown; ///< files no generation has
};

enum class Relink {
    No, ///< looks alone
    Moved, ///< the books then say where what had moved lies; a file under another name is copied to its own. Nothing is
           ///< ever deleted
};

/// Blocks on the disk: call on the thread pool. Yields what was found, before anything was changed.
[[nodiscard]] Result<PictureLinks> checkPictures(Store &store, const MediaStore &media, Relink relink);

} // namespace lightwell

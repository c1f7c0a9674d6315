// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/libraryreasons.h"
#include "core/wording/table.h"

#include <QCoreApplication>

namespace lightwell::wording {

QList<Row> libraryRows()
{
    return {
        {reasons::noTag,
         QT_TRANSLATE_NOOP("Library", "A tag is one line of up to 64 letters, without blanks around it.")},
        {reasons::noSuchPicture,
         QT_TRANSLATE_NOOP("Library",
                           "There is no picture %1. Give the id that \"gallery search\" tells, or its first six digits "
                           "and more.")},
        {reasons::severalSuchPictures,
         QT_TRANSLATE_NOOP("Library", "The ids of several pictures begin with %1. Give more of its digits.")},
    };
}

} // namespace lightwell::wording

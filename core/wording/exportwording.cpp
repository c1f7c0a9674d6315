// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/exportreasons.h"
#include "core/wording/table.h"

#include <QCoreApplication>

namespace lightwell::wording {

QList<Row> exportRows()
{
    return {
        {reasons::formatNotExported, QT_TRANSLATE_NOOP("Export", "Pictures cannot be written as %1.")},
        {reasons::optionNotOfFormat, QT_TRANSLATE_NOOP("Export", "\"%1\" means nothing for %2. Leave it out.")},
        {reasons::optionOutOfRange, QT_TRANSLATE_NOOP("Export", "\"%1\" is a number from %2 to %3.")},
        {reasons::optionsExclude,
         QT_TRANSLATE_NOOP("Export", "\"%1\" and \"%2\" exclude each other. Give one of them.")},
        {reasons::notThatSmall,
         QT_TRANSLATE_NOOP(
             "Export",
             "It does not fit into %1: even at the lowest quality it takes %2. Make it smaller in pixels, "
             "too.")},
        {reasons::animationTooLarge,
         QT_TRANSLATE_NOOP("Export",
                           "The pictures of this animation have %1 megapixels together, and %2 are the most. Make them "
                           "smaller in pixels, or take fewer.")},
        {reasons::tooManyFrames,
         QT_TRANSLATE_NOOP("Export", "An animation of %1 pictures is too long: %2 are the most.")},
        {reasons::unknownNameField,
         QT_TRANSLATE_NOOP("Export",
                           "A name cannot have %1. There are {name}, {date}, {time}, {prompt}, {model}, {provider}, "
                           "{seed}, {size} and {n}.")},
    };
}

} // namespace lightwell::wording

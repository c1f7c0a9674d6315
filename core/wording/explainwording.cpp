// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explain/explainreasons.h"
#include "core/wording/table.h"

#include <QCoreApplication>

namespace lightwell::wording {

QList<Row> explainRows()
{
    return {
        {reasons::billedByHand, QT_TRANSLATE_NOOP("Explain", "You said what it cost.")},
        {reasons::billedSeveralTimes, QT_TRANSLATE_NOOP("Explain", "%1 attempts were billed.")},
        {reasons::billedFewerPictures, QT_TRANSLATE_NOOP("Explain", "%1 pictures came; %2 were reckoned with.")},
        {reasons::billedOtherSize, QT_TRANSLATE_NOOP("Explain", "It was made in %1; %2 was reckoned with.")},
        {reasons::billedByCount, QT_TRANSLATE_NOOP("Explain", "The provider counted: %1.")},
        {reasons::billedBelowMost,
         QT_TRANSLATE_NOOP("Explain", "The provider chooses itself; the dearest choice was reckoned with.")},
    };
}

} // namespace lightwell::wording

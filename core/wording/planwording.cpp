// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/planreasons.h"
#include "core/wording/table.h"

#include <QCoreApplication>

namespace lightwell::wording {

QList<Row> planRows()
{
    return {
        {reasons::resized, QT_TRANSLATE_NOOP("Planner", "%1 at %2 makes %3; the picture is then %4 to %5.")},
        {reasons::resizedFromOwnSize,
         QT_TRANSLATE_NOOP("Planner", "%1 chooses its own size; the picture is then %2 to %3.")},
        {reasons::sizeNearest, QT_TRANSLATE_NOOP("Planner", "%1 at %2 makes only certain sizes; %3 is the nearest.")},
        {reasons::sizeIsVendorsChoice,
         QT_TRANSLATE_NOOP("Planner", "%1 at %2 takes no size and decides itself. Choose a fit to get exact pixels.")},
        {reasons::sizeWrittenAs, QT_TRANSLATE_NOOP("Planner", "%1 is asked for as %2.")},
        {reasons::sizeAutomatic, QT_TRANSLATE_NOOP("Planner", "%1 decides itself.")},
        {reasons::sizeNotAutomatic,
         QT_TRANSLATE_NOOP("Planner", "%1 at %2 has no automatic size; it is asked for %3.")},
        {reasons::sizeSaidByShape,
         QT_TRANSLATE_NOOP("Planner", "The aspect ratio and the resolution say what is wanted.")},
        {reasons::shapeSaidBySize, QT_TRANSLATE_NOOP("Planner", "The size already says so.")},
        {reasons::shapeOverruledBySize,
         QT_TRANSLATE_NOOP("Planner", "The exact size was asked for too, and it counts.")},
        {reasons::ratioNearest,
         QT_TRANSLATE_NOOP("Planner", "%1 at %2 knows only certain aspect ratios; %3 is the nearest.")},
        {reasons::shapeAskedInPixels, QT_TRANSLATE_NOOP("Planner", "%1 takes sizes in pixels: %2.")},
        {reasons::resolutionNearest, QT_TRANSLATE_NOOP("Planner", "%1 at %2 has no %3; %4 is the nearest.")},
        {reasons::resolutionIsTheOnlyOne, QT_TRANSLATE_NOOP("Planner", "This is the only resolution of %1.")},
        {reasons::resolutionIsFixed, QT_TRANSLATE_NOOP("Planner", "The resolution of %1 at %2 cannot be chosen.")},
        {reasons::drawingFitsEverySize,
         QT_TRANSLATE_NOOP("Planner", "%1 makes SVG drawings, which fit every size as they are.")},
        {reasons::nothingToFit, QT_TRANSLATE_NOOP("Planner", "No size was asked for, so nothing has to be fitted.")},
        {reasons::fitsAlready, QT_TRANSLATE_NOOP("Planner", "The picture comes in the right size.")},
        {reasons::formatNotMade,
         QT_TRANSLATE_NOOP("Planner", "%1 at %2 makes no %3; the picture comes as %4 and is converted.")},
        {reasons::formatIsVendorsChoice,
         QT_TRANSLATE_NOOP("Planner",
                           "%1 at %2 chooses the format itself; the picture is converted to %3 where it differs.")},
        {reasons::formatAfterWork,
         QT_TRANSLATE_NOOP("Planner", "The picture comes as %1, is worked on without loss, and is then saved as %2.")},
        {reasons::formatIsTheOnlyOne, QT_TRANSLATE_NOOP("Planner", "%1 is what %2 makes.")},
        {reasons::losslessHasNoCompression,
         QT_TRANSLATE_NOOP("Planner",
                           "%1 is saved without loss, so there is nothing to set. Choose JPEG, WebP or AVIF for "
                           "smaller files.")},
        {reasons::madeWithoutLoss,
         QT_TRANSLATE_NOOP("Planner",
                           "%1 at %2 makes %3, which is saved without loss. Choose JPEG, WebP or AVIF for smaller "
                           "files.")},
        {reasons::compressedHere,
         QT_TRANSLATE_NOOP("Planner", "The picture is compressed here, after %1 has made it.")},
        {reasons::drawingStaysAsItIs,
         QT_TRANSLATE_NOOP("Planner", "%1 makes SVG drawings, which are delivered as they are.")},
        {reasons::previewedOneByOne,
         QT_TRANSLATE_NOOP("Planner", "Previews come for one picture a call, so %1 calls run side by side.")},
        {reasons::severalCalls, QT_TRANSLATE_NOOP("Planner", "%1 makes %2 a call, so %3 calls run side by side.")},
        {reasons::seedReduced, QT_TRANSLATE_NOOP("Planner", "%1 takes seeds up to %2, so %3 becomes %4 there.")},
        {reasons::noSeed, QT_TRANSLATE_NOOP("Planner", "%1 at %2 takes no seed, so every run looks different.")},
        {reasons::noPreviews, QT_TRANSLATE_NOOP("Planner", "%1 at %2 shows nothing before the picture is done.")},
        {reasons::fieldUnderstood, QT_TRANSLATE_NOOP("Planner", "Understood as “%1”.")},
        {reasons::fieldContradicts,
         QT_TRANSLATE_NOOP("Planner",
                           "Lightwell calls this “%1”, and the request says something else there. Say it once.")},
        {reasons::fieldUnreadable,
         QT_TRANSLATE_NOOP("Planner", "Lightwell plans this from “%1” and cannot read this value. Use “%1” instead.")},
        {reasons::fieldIsReserved,
         QT_TRANSLATE_NOOP("Planner", "Lightwell sets this itself, because the price depends on it.")},
        {reasons::fieldMayCostExtra,
         QT_TRANSLATE_NOOP("Planner",
                           "It goes out as it is. The vendor may bill it beside the picture, so the price is not "
                           "known.")},
        {reasons::variationMadeByVendor, QT_TRANSLATE_NOOP("Planner", "%1 makes variations itself.")},
        {reasons::variationInWords,
         QT_TRANSLATE_NOOP("Planner", "%1 makes no variations by itself, so it is asked for one in words.")},
        {reasons::noPrompt, QT_TRANSLATE_NOOP("Planner", "%1 works on the picture alone and takes no prompt.")},
        {reasons::noNegativePrompt,
         QT_TRANSLATE_NOOP("Planner",
                           "%1 at %2 takes no negative prompt. Say in the prompt itself what you want instead.")},
        {reasons::wordUnknown, QT_TRANSLATE_NOOP("Planner", "%1 at %2 does not know “%3”. It knows: %4.")},
        {reasons::noQuality, QT_TRANSLATE_NOOP("Planner", "%1 at %2 has no quality setting.")},
        {reasons::qualityAsUsual, QT_TRANSLATE_NOOP("Planner", "%1 uses its usual quality.")},
        {reasons::qualityCalled, QT_TRANSLATE_NOOP("Planner", "%1 at %2 calls it “%3”.")},
        {reasons::noStyle,
         QT_TRANSLATE_NOOP("Planner", "%1 at %2 has no style setting. Describe the style in the prompt.")},
        {reasons::noTransparency, QT_TRANSLATE_NOOP("Planner", "%1 at %2 cannot make a transparent background.")},
        {reasons::backgroundAlwaysFilled, QT_TRANSLATE_NOOP("Planner", "%1 always fills the background.")},
        {reasons::noSuchBackground, QT_TRANSLATE_NOOP("Planner", "%1 at %2 has no setting for this background.")},
        {reasons::userTooLong, QT_TRANSLATE_NOOP("Planner", "A name of at most %1 characters can be passed on.")},
        {reasons::noUser, QT_TRANSLATE_NOOP("Planner", "%1 takes no name of its caller's user.")},
    };
}

} // namespace lightwell::wording

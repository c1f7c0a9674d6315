// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/checkreasons.h"
#include "core/wording/table.h"

#include <QCoreApplication>

namespace lightwell::wording {

QList<Row> checkRows()
{
    return {
        {reasons::variationOfNothing,
         QT_TRANSLATE_NOOP("Planner", "A variation is made of a picture. Add the one to vary.")},
        {reasons::operationNotOffered,
         QT_TRANSLATE_NOOP("Planner",
                           "%1 at %2 cannot do this (%3). Choose a model that can: \"lightwell-cli models "
                           "--capability %3\" lists them.")},
        {reasons::roleNotTaken,
         QT_TRANSLATE_NOOP("Planner",
                           "%1 at %2 takes no picture as %3. Give it as an ordinary reference picture, or choose "
                           "another model.")},
        {reasons::promptEmpty, QT_TRANSLATE_NOOP("Planner", "The prompt is empty. Describe the picture you want.")},
        {reasons::promptTooLong,
         QT_TRANSLATE_NOOP("Planner", "The prompt has %1 characters; %2 takes at most %3. Shorten it.")},
        {reasons::sizeTooSmall,
         QT_TRANSLATE_NOOP("Planner", "A size of %1 × %2 pixels cannot be made. Width and height must be at least 1.")},
        {reasons::sizeTooLarge,
         QT_TRANSLATE_NOOP("Planner",
                           "A size of %1 × %2 pixels is too large. Ask for at most %3 pixels on a side and %4 "
                           "million in all.")},
        {reasons::ratioImpossible,
         QT_TRANSLATE_NOOP("Planner",
                           "%1 cannot be used as an aspect ratio. Choose one between 1:%2 and %2:1, for example "
                           "16:9.")},
        {reasons::tooManyPictures,
         QT_TRANSLATE_NOOP("Planner", "%1 pictures cannot be asked for at once. Choose a number from 1 to %2.")},
        {reasons::compressionOutOfRange,
         QT_TRANSLATE_NOOP("Planner",
                           "%1 is no compression level. Choose a number from 0 (smallest file) to 100 (best).")},
        {reasons::seedOutOfRange,
         QT_TRANSLATE_NOOP("Planner", "%1 cannot be used as a seed. Choose a whole number from 0 to %2.")},
        {reasons::bordersMissing,
         QT_TRANSLATE_NOOP("Planner",
                           "%1 makes a picture larger and has to be told by how much. Add at least one of the "
                           "fields top, bottom, left and right, in pixels (on the command line: --extra top=256).")},
        {reasons::formatNotMadeHere,
         QT_TRANSLATE_NOOP("Planner", "Lightwell cannot make %1 files. Choose PNG, JPEG, WebP, AVIF, GIF or JPEG XL.")},
        {reasons::formatHasNoTransparency,
         QT_TRANSLATE_NOOP("Planner", "%1 has no transparency. Choose PNG, WebP or AVIF, or another background.")},
        {reasons::seedNotTaken,
         QT_TRANSLATE_NOOP("Planner", "%2 at %3 does not take the seed %1. Choose a whole number from 0 to %4.")},
        {reasons::wordOfNobody, QT_TRANSLATE_NOOP("Planner", "%1 cannot be “%2”. Choose one of these: %3.")},
        {reasons::wordOfNobodyNear, QT_TRANSLATE_NOOP("Planner", "%1 cannot be “%2”. Did you mean %3?")},
        {reasons::wantsWholeNumber, QT_TRANSLATE_NOOP("Planner", "%1 must be a whole number from %2 to %3.")},
        {reasons::wantsNumber, QT_TRANSLATE_NOOP("Planner", "%1 must be a number from %2 to %3.")},
        {reasons::wantsTrueOrFalse, QT_TRANSLATE_NOOP("Planner", "%1 must be true or false.")},
        {reasons::wantsName, QT_TRANSLATE_NOOP("Planner", "%1 must be a name of at most %2 characters.")},
        {reasons::wantsLoras,
         QT_TRANSLATE_NOOP("Planner",
                           "%1 must be a list of at most %2 LoRAs, each with its name and a weight from -%3 to %3.")},
        {reasons::wantsNoPicture,
         QT_TRANSLATE_NOOP("Planner", "Pictures are not taken in this field. Give it as “%1”.")},
        {reasons::pictureByName,
         QT_TRANSLATE_NOOP("Planner",
                           "%1 names a picture that is not here; links and numbers of pictures are not fetched. Send "
                           "the picture itself as “image”.")},
        {reasons::numberNotTaken,
         QT_TRANSLATE_NOOP("Planner", "%3 at %4 takes %1 from %5 to %6; %2 lies outside. Change it.")},
        {reasons::fieldNeeded,
         QT_TRANSLATE_NOOP("Planner",
                           "%1 needs to be told more here: add the field %2 (on the command line: --extra %2=…).")},
        {reasons::numberFixed, QT_TRANSLATE_NOOP("Planner", "%3 at %4 takes %1 %5 alone, not %2. Change it.")},
        {reasons::pictureMissing, QT_TRANSLATE_NOOP("Planner", "%1 works on a picture. Add the one to work on.")},
        {reasons::picturesNotTaken,
         QT_TRANSLATE_NOOP("Planner",
                           "%1 at %2 cannot work from a picture. Remove the picture, or choose a model that can "
                           "edit.")},
        {reasons::tooManyInputPictures,
         QT_TRANSLATE_NOOP("Planner", "%1 at %2 takes at most %3 of the %4 pictures. Remove the others.")},
        {reasons::linkNotTaken,
         QT_TRANSLATE_NOOP("Planner", "%1 at %2 takes no links to pictures. Send the picture itself.")},
        {reasons::maskLinkNotTaken,
         QT_TRANSLATE_NOOP("Planner", "%1 at %2 takes no link to a mask. Send the mask itself.")},
        {reasons::linkNotPutBack,
         QT_TRANSLATE_NOOP("Planner",
                           "%1 at %2 has no masks of its own: what lies outside is put back here, and links are not "
                           "fetched. Send the picture and the mask themselves.")},
        {reasons::linkTakenElsewhere,
         QT_TRANSLATE_NOOP("Planner", "%1 Or choose a model that takes links, such as %2.")},
        {reasons::pictureEmpty, QT_TRANSLATE_NOOP("Planner", "One of the pictures is empty. Choose another file.")},
        {reasons::pictureFormatNotTaken,
         QT_TRANSLATE_NOOP("Planner", "%1 at %2 takes pictures as %3. Save yours as one of these.")},
        {reasons::pictureTooSmall,
         QT_TRANSLATE_NOOP("Planner",
                           "%1 at %2 takes pictures of at least %4 pixels; yours has %3. Use a larger one.")},
        {reasons::pictureTooLarge,
         QT_TRANSLATE_NOOP("Planner",
                           "%1 at %2 takes pictures of at most %4 pixels; yours has %3. Make it smaller first.")},
        {reasons::pictureTooNarrow,
         QT_TRANSLATE_NOOP("Planner",
                           "%1 at %2 takes pictures with sides from %4 to %5 pixels; yours has %3 and is too narrow to "
                           "be scaled to that. Cut off a part of it.")},
        {reasons::pictureSideTooShort,
         QT_TRANSLATE_NOOP(
             "Planner", "%1 at %2 takes pictures with sides of at least %4 pixels; yours has %3. Use a larger one.")},
        {reasons::pictureSideTooLong,
         QT_TRANSLATE_NOOP("Planner",
                           "%1 at %2 takes pictures with sides of at most %4 pixels; yours has %3. Make it smaller "
                           "first.")},
        {reasons::pictureTooHeavy,
         QT_TRANSLATE_NOOP("Planner", "%1 takes pictures of at most %2 MB. Make yours smaller.")},
        {reasons::picturesTooHeavy,
         QT_TRANSLATE_NOOP("Planner",
                           "%1 takes at most %2 MB of pictures at once. Remove some, or make them smaller.")},
        {reasons::maskMissing, QT_TRANSLATE_NOOP("Planner", "%1 needs a mask that shows which part to paint anew.")},
        {reasons::maskWithoutPicture,
         QT_TRANSLATE_NOOP("Planner", "A mask needs the picture it belongs to. Add the picture.")},
        {reasons::maskNotTaken,
         QT_TRANSLATE_NOOP("Planner",
                           "%1 at %2 takes no mask. Remove the mask and say in the prompt what to change, or choose "
                           "a model for inpainting.")},
        {reasons::maskNeedsShape,
         QT_TRANSLATE_NOOP(
             "Planner",
             "With this mask the picture has to keep its shape: %1 was asked for, and it is %2. Ask for the "
             "picture's own shape, or choose a model that takes masks.")},
        {reasons::maskEmpty, QT_TRANSLATE_NOOP("Planner", "The mask is empty. Choose another file.")},
        {reasons::maskOfOtherSize,
         QT_TRANSLATE_NOOP("Planner", "The mask has %1 × %2 pixels, the picture %3 × %4. Make them the same size.")},
        {reasons::strictRefuses,
         QT_TRANSLATE_NOOP("Planner",
                           "Strict mode is on, and %1 at %2 cannot do all of this by itself. %3 Change these, or "
                           "turn strict mode off.")},
    };
}

} // namespace lightwell::wording

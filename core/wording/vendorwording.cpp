// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapter/vendorreasons.h"
#include "core/adapter/workflowreasons.h"
#include "core/wording/table.h"

#include <QCoreApplication>

namespace lightwell::wording {

QList<Row> vendorRows()
{
    return {
        {reasons::requestRefused,
         QT_TRANSLATE_NOOP("Provider", "%1 did not accept the request. Its own words say what to change.")},
        {reasons::requestRefusedInSilence,
         QT_TRANSLATE_NOOP("Provider",
                           "%1 did not accept the request and did not say why. Change the prompt or a setting, or "
                           "choose another model.")},
        {reasons::valueRefused,
         QT_TRANSLATE_NOOP("Provider", "%1 did not accept the value of “%2”. Change it and try again.")},
        {reasons::notOffered,
         QT_TRANSLATE_NOOP("Provider", "%1 does not offer this here. Choose another model or provider.")},
        {reasons::modelUnknown,
         QT_TRANSLATE_NOOP("Provider", "%1 does not know this model, or has retired it. Choose another one.")},
        {reasons::keyRefused,
         QT_TRANSLATE_NOOP("Provider", "%1 did not accept the key. Check the key and what it is allowed to do.")},
        {reasons::noServiceAccount,
         QT_TRANSLATE_NOOP("Provider",
                           "The key for %1 is no service account’s. Create one, download its key as a JSON file, and "
                           "give that as the key.")},
        {reasons::accountEmpty,
         QT_TRANSLATE_NOOP("Provider",
                           "The account at %1 has no credit left or has reached its limit. Add credit or raise the "
                           "limit there.")},
        {reasons::accountWithoutCredits,
         QT_TRANSLATE_NOOP("Provider", "The key works, but the account at %1 has no credits left. Add some there.")},
        {reasons::accountLocked,
         QT_TRANSLATE_NOOP("Provider", "%1 has locked this account. Its support can say why and open it again.")},
        {reasons::onlyForVerified,
         QT_TRANSLATE_NOOP("Provider",
                           "%1 makes pictures with this model only for verified organizations. Verify yours in its "
                           "settings, or choose another model.")},
        {reasons::regionNotServed,
         QT_TRANSLATE_NOOP("Provider",
                           "%1 does not serve this where you are. Choose another provider of the same model, or "
                           "another model.")},
        {reasons::tooManyCalls,
         QT_TRANSLATE_NOOP("Provider", "%1 takes no more calls for the moment. Wait a little and try again.")},
        {reasons::tooBusy,
         QT_TRANSLATE_NOOP("Provider", "%1 is too busy at the moment. Nothing was made; try again soon.")},
        {reasons::modelNotThere, QT_TRANSLATE_NOOP("Provider", "“%1” is no model at %2. Choose another one.")},
        {reasons::modelBadlyNamed,
         QT_TRANSLATE_NOOP("Provider", "“%1” is no model at %2. Write it as on its page there: owner/name.")},
        {reasons::webhookNotTaken,
         QT_TRANSLATE_NOOP("Provider", "With a webhook the picture would not come back to Lightwell. Leave “%1” out.")},
        {reasons::waitingNotTaken,
         QT_TRANSLATE_NOOP("Provider", "Lightwell asks %1 until the picture is done. Leave “%2” out.")},
        {reasons::contentRefused,
         QT_TRANSLATE_NOOP("Provider", "%1 refused this under its content rules. Change the prompt or the pictures.")},
        {reasons::inputRefused,
         QT_TRANSLATE_NOOP("Provider",
                           "%1 refused the prompt or a picture under its content rules. Change them and try again.")},
        {reasons::pictureWithheld,
         QT_TRANSLATE_NOOP("Provider",
                           "%1 made a picture but withheld it under its content rules. Change the prompt or the "
                           "pictures and try again.")},
        {reasons::pictureBlackedOut,
         QT_TRANSLATE_NOOP("Provider",
                           "%1's safety checker blacked the picture out. Change the prompt or the pictures.")},
        {reasons::pictureFlagged,
         QT_TRANSLATE_NOOP("Provider", "%1's safety checker marked this picture. It is delivered as it came.")},
        {reasons::failedForFree,
         QT_TRANSLATE_NOOP("Provider", "%1 could not make the picture. Nothing was billed; try again."), Bill::Said},
        {reasons::failed,
         QT_TRANSLATE_NOOP("Provider",
                           "%1 failed while it made the picture. It may be billed all the same, so Lightwell did "
                           "not try again by itself. Try again if you want to."),
         Bill::Said},
        {reasons::noAnswerInTime,
         QT_TRANSLATE_NOOP("Provider",
                           "%1 did not answer in time. It may be billed all the same, so Lightwell did not try "
                           "again by itself. Try again if you want to."),
         Bill::Said},
        {reasons::noUsablePicture,
         QT_TRANSLATE_NOOP("Provider",
                           "%1 answered without a usable picture. It may be billed all the same, so Lightwell did "
                           "not try again by itself. Try again if you want to."),
         Bill::Said},
        {reasons::noPictureInAnswer,
         QT_TRANSLATE_NOOP("Provider",
                           "%1 answered without a picture. Say more clearly what the picture shows, or try again.")},
        {reasons::cutShort,
         QT_TRANSLATE_NOOP("Provider",
                           "%1 stopped before the picture was finished. Try again with a shorter prompt or a lower "
                           "resolution.")},
        {reasons::jobWithoutPicture,
         QT_TRANSLATE_NOOP("Provider",
                           "%1 says that it is done, but hands out no usable picture. It may be billed. Asking for it "
                           "once more is free (“requests ask” in a terminal); ordering it anew is not."),
         Bill::Said},
        {reasons::jobForgotten,
         QT_TRANSLATE_NOOP("Provider",
                           "%1 no longer knows this job, so its picture cannot be fetched. It may be billed all the "
                           "same. Look at your account there."),
         Bill::Said},
        {reasons::jobStopped,
         QT_TRANSLATE_NOOP("Provider", "The job was stopped at %1. If it was already running, it may be billed."),
         Bill::Said},
        {reasons::jobStoppedEarly,
         QT_TRANSLATE_NOOP("Provider", "The run was stopped at %1 before it began. Nothing was billed."), Bill::Said},
        {reasons::jobStoppedLate,
         QT_TRANSLATE_NOOP("Provider", "The run was cancelled at %1 while it worked, which %1 bills."), Bill::Said},
        {reasons::outOfMemory,
         QT_TRANSLATE_NOOP("Provider",
                           "The model ran out of memory at %1. Ask for a smaller picture or fewer of them. The "
                           "failed run may be billed."),
         Bill::Said},
        {reasons::picturesDeleted,
         QT_TRANSLATE_NOOP("Provider", "%1 keeps pictures for one hour and has deleted these. Make them again.")},
        {reasons::answerLacks, QT_TRANSLATE_NOOP("Provider", "The answer has no usable “%1”.")},
        {reasons::answerLeadsElsewhere,
         QT_TRANSLATE_NOOP("Provider", "The answer leads to an address that does not belong to %1.")},
        {reasons::answerHasNoPictures, QT_TRANSLATE_NOOP("Provider", "The answer has no pictures.")},
        {reasons::runHasNoPictures, QT_TRANSLATE_NOOP("Provider", "The run succeeded but gave no pictures.")},
        {reasons::streamHasNoPicture, QT_TRANSLATE_NOOP("Provider", "The stream ended without a finished picture.")},
        {reasons::addressMissing,
         QT_TRANSLATE_NOOP("Provider", "%1 has no valid address yet. Enter its base address.")},
        {reasons::addressMoved,
         QT_TRANSLATE_NOOP("Provider", "The address of %1 leads to another one. Enter the final address.")},
        {reasons::workflowOfWindow,
         QT_TRANSLATE_NOOP("Provider",
                           "This is a workflow as ComfyUI's window saves it. Export it there in the API format.")},
        {reasons::workflowHasNoNodes, QT_TRANSLATE_NOOP("Provider", "The workflow has no nodes.")},
        {reasons::workflowNodeOdd,
         QT_TRANSLATE_NOOP("Provider", "Node %1 has no class_type or no inputs. Export the workflow anew.")},
        {reasons::workflowLinkBroken,
         QT_TRANSLATE_NOOP("Provider", "Node %1: its input “%2” leads to node %3, which is not there.")},
        {reasons::workflowPlaceUnknown,
         QT_TRANSLATE_NOOP("Provider", "“%1” is to go to %2, but there is no such node or input.")},
        {reasons::workflowInputUnknown,
         QT_TRANSLATE_NOOP("Provider",
                           "“%1” is no input that can be named. Use names like prompt, seed, size, image.")},
        {reasons::apiSwitchedOff,
         QT_TRANSLATE_NOOP("Provider", "%1 is not served at this address, or without its API. Start it with %2.")},
        {reasons::addressSpeaksOtherwise,
         QT_TRANSLATE_NOOP("Provider",
                           "Nothing at this address speaks OpenAI's language. Check the base address of %1.")},
        {reasons::maskUnreadable,
         QT_TRANSLATE_NOOP("Provider", "The mask cannot be read. Use a PNG with transparency.")},
        {reasons::maskWithoutTransparency,
         QT_TRANSLATE_NOOP("Provider",
                           "The mask has no transparent part, and it is no black and white picture. Erase the part "
                           "that may change, or paint it white and the rest black.")},
        {reasons::maskChangesNothing,
         QT_TRANSLATE_NOOP("Provider",
                           "The mask leaves nothing to change, so a picture would be paid for that stays as it is. "
                           "Make the part that may change transparent, or white in a black and white mask.")},
        {reasons::maskTooHeavy,
         QT_TRANSLATE_NOOP("Provider", "The mask has more than %1 MB. Make mask and picture smaller.")},
    };
}

} // namespace lightwell::wording

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/attemptreasons.h"
#include "core/engine/callreasons.h"
#include "core/wording/table.h"

#include <QCoreApplication>

namespace lightwell::wording {

QList<Row> callRows()
{
    return {
        {reasons::firstChoice, QT_TRANSLATE_NOOP("CallErrors", "The first in the order.")},
        {reasons::nextKey,
         QT_TRANSLATE_NOOP("CallErrors", "The next key: the one before was refused or is out of funds.")},
        {reasons::nextOffer, QT_TRANSLATE_NOOP("CallErrors", "The next in the order.")},
        {reasons::fallbackModel, QT_TRANSLATE_NOOP("CallErrors", "%1 stands in for the model that was asked for.")},
        {reasons::nothingWasBegun, QT_TRANSLATE_NOOP("CallErrors", "Nothing was begun, so the next one was asked.")},
        {reasons::unsureMayGoOn,
         QT_TRANSLATE_NOOP("CallErrors",
                           "It may have been billed. The settings say to ask the next one all the same.")},
        {reasons::refusalMayGoOn,
         QT_TRANSLATE_NOOP("CallErrors", "The content was refused. The rules say to ask another model.")},
        {reasons::unsureMustStop,
         QT_TRANSLATE_NOOP("CallErrors", "It may have been billed, so nobody else was asked.")},
        {reasons::workWasDone, QT_TRANSLATE_NOOP("CallErrors", "The work was done, so nobody else was asked.")},
        {reasons::refusalMustStop,
         QT_TRANSLATE_NOOP("CallErrors", "The content was refused, so nobody else was asked.")},
        {reasons::othersWouldNotHelp,
         QT_TRANSLATE_NOOP("CallErrors", "Another provider would not have helped, so none was asked.")},
        {reasons::callGoesNoFurther,
         QT_TRANSLATE_NOOP("CallErrors", "The call allows no other provider than the first.")},
        {reasons::nobodyIsLeft, QT_TRANSLATE_NOOP("CallErrors", "There was nobody else to ask.")},
        {reasons::cancelled, QT_TRANSLATE_NOOP("CallErrors", "Cancelled. Nothing was billed."), Bill::Said},
        {reasons::cancelledBeforeSending,
         QT_TRANSLATE_NOOP("CallErrors", "Cancelled before anything was sent. Nothing was billed."), Bill::Said},
        {reasons::cancelledTooLate,
         QT_TRANSLATE_NOOP("CallErrors", "Cancelled, but the request had already reached %1 and may be billed."),
         Bill::Said},
        {reasons::cancelNotConfirmed,
         QT_TRANSLATE_NOOP("CallErrors", "Cancelled, but %1 did not confirm it. The picture may be billed."),
         Bill::Said},
        {reasons::cancelledHereOnly,
         QT_TRANSLATE_NOOP("CallErrors", "Cancelled here. %1 has no way to stop a running job, so it may be billed."),
         Bill::Said},
        {reasons::lostAfterSending,
         QT_TRANSLATE_NOOP("CallErrors",
                           "The connection to %1 was lost after the request had been sent. It may have been billed, "
                           "so it is not repeated by itself."),
         Bill::Said},
        {reasons::answerNotTaken,
         QT_TRANSLATE_NOOP("CallErrors",
                           "%1 The request may have been billed, so it is not repeated by itself; look at the list "
                           "of requests at %2."),
         Bill::Said},
        {reasons::outOfTime,
         QT_TRANSLATE_NOOP("CallErrors",
                           "%1 did not finish in time. It may still do so and be billed; a longer time limit can be "
                           "set in the settings."),
         Bill::Said},
        {reasons::notReachedInTime,
         QT_TRANSLATE_NOOP("CallErrors", "%1 could not be reached in time. Nothing was billed."), Bill::Said},
        {reasons::pictureNotFetched,
         QT_TRANSLATE_NOOP("CallErrors",
                           "%1 made the picture and bills it, but it could not be fetched from the address it gave. "
                           "Ask for the request again (\"requests ask ID\" on the command line); if that does not "
                           "help, look for it in your account there."),
         Bill::Said},
        {reasons::pictureLinkForbidden,
         QT_TRANSLATE_NOOP(
             "CallErrors",
             "%1 made the picture and bills it, but the address it gave is not permitted: it leads into a "
             "private network or is not encrypted. Look for the picture in your account there."),
         Bill::Said},
        {reasons::pictureLinkKept,
         QT_TRANSLATE_NOOP("CallErrors",
                           "%1 made the picture and bills it, but its address does not yield it now. The address is "
                           "kept: ask for the request again later."),
         Bill::Said},
        {reasons::pictureLinkKeptUntil,
         QT_TRANSLATE_NOOP("CallErrors",
                           "%1 made the picture and bills it, but its address does not yield it now. The address is "
                           "kept and works until %2: ask for the request again before."),
         Bill::Said},
        {reasons::cannotBeAskedNow,
         QT_TRANSLATE_NOOP("CallErrors",
                           "%1 refuses the key where it took it before, so nobody can ask for the picture now. It may "
                           "be billed. Check the key, then ask for the request again."),
         Bill::Said},
        {reasons::endedWhileRunning,
         QT_TRANSLATE_NOOP("CallErrors",
                           "The program ended while this call was running, and the vendor offers no way to ask for "
                           "it again. It may have been billed; look at the vendor's own list of requests."),
         Bill::Said},
        {reasons::endedWhileRunningForFree,
         QT_TRANSLATE_NOOP("CallErrors",
                           "The program ended while this call was running. Ask again; nothing is billed."),
         Bill::Said},
        {reasons::sentAlready,
         QT_TRANSLATE_NOOP("CallErrors", "Lightwell stopped: the paid request had already been sent once.")},
        {reasons::noPictureSent,
         QT_TRANSLATE_NOOP("CallErrors", "The vendor said it was done but sent no picture. It may have been billed."),
         Bill::Said},
        {reasons::noPictureCame,
         QT_TRANSLATE_NOOP("CallErrors",
                           "What the vendor sent is no picture that Lightwell can read. It counts as paid for; another "
                           "try is paid for again.")},
        {reasons::pictureCameBroken,
         QT_TRANSLATE_NOOP("CallErrors",
                           "The vendor's %1 picture came damaged or incomplete and cannot be read. It counts as paid "
                           "for; another try is paid for again.")},
        {reasons::pictureCameTooLarge,
         QT_TRANSLATE_NOOP("CallErrors",
                           "The vendor's picture says it is %1 pixels, more than the %2 megapixels that Lightwell "
                           "reads. It counts as paid for; ask for a smaller size.")},
        {reasons::fewerThanAsked,
         QT_TRANSLATE_NOOP("CallErrors",
                           "%1 of %2 pictures were made. The vendor sent no more; its filter may have held some "
                           "back.")},
        {reasons::fewerThanAskedBecause, QT_TRANSLATE_NOOP("CallErrors", "%1 of %2 pictures were made. %3")},
        {reasons::costDoubted,
         QT_TRANSLATE_NOOP("CallErrors",
                           "By the vendor's figures this cost %1, which cannot be right: about %2 was expected. The "
                           "cost counts as unknown, and with the estimate, until somebody looks it up at the vendor.")},
        {reasons::costFarBeyond,
         QT_TRANSLATE_NOOP("CallErrors",
                           "By the vendor's figures this cost %1, more than ten times the %2 that was expected. It is "
                           "booked so; look it up at the vendor, and settle it by hand."),
         Bill::Said},
        {reasons::costDoubtedWithoutEstimate,
         QT_TRANSLATE_NOOP("CallErrors",
                           "By the vendor's figures this cost %1, which cannot be right. The cost counts as unknown "
                           "until somebody looks it up at the vendor.")},
        {reasons::costUnreadable,
         QT_TRANSLATE_NOOP("CallErrors",
                           "The vendor told a price that cannot be read (%1). The cost counts with the estimate; look "
                           "it up at the vendor.")},
        {reasons::answerKeptAt, QT_TRANSLATE_NOOP("CallErrors", "What the vendor sent lies in %1.")},
        {reasons::noProviderServes,
         QT_TRANSLATE_NOOP("CallErrors", "No provider serves this model. Choose another one.")},
    };
}

} // namespace lightwell::wording

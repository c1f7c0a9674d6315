// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/journalreasons.h"
#include "core/wording/table.h"

#include <QCoreApplication>

namespace lightwell::wording {

QList<Row> journalRows()
{
    return {
        {reasons::callUnderWay,
         QT_TRANSLATE_NOOP("Journal",
                           "Another call with this Idempotency-Key has just begun. Ask again in a moment for its "
                           "answer.")},
        {reasons::clientRevoked,
         QT_TRANSLATE_NOOP("Journal", "This client's key was revoked or disabled. Nothing was sent.")},
        {reasons::clientStorageFull,
         QT_TRANSLATE_NOOP("Journal",
                           "What this client made without paying takes up %1, the most that is kept for one client. "
                           "Whoever owns this computer can allow more: client_storage_mib in the section gateway of "
                           "Lightwell's settings.")},
        {reasons::requestUnknown, QT_TRANSLATE_NOOP("Journal", "There is no request %1.")},
        {reasons::recordGone,
         QT_TRANSLATE_NOOP("Journal", "The record of this request is gone; only the ledger knows of it.")},
        {reasons::recordDamaged, QT_TRANSLATE_NOOP("Journal", "The record of %1 is damaged.")},
        {reasons::recordSetAside,
         QT_TRANSLATE_NOOP("Journal",
                           "The record of this request is damaged, so that nobody can go on with it. It may be billed: "
                           "look it up at the vendor, and settle it by hand."),
         Bill::Said},
        {reasons::offerLost, QT_TRANSLATE_NOOP("Journal", "An offer is missing.")},
        {reasons::callNotWritten, QT_TRANSLATE_NOOP("Journal", "The journal has no entry for this call.")},
        {reasons::planMissing, QT_TRANSLATE_NOOP("Journal", "An attempt without a plan cannot be begun.")},
        {reasons::planTooLong, QT_TRANSLATE_NOOP("Journal", "The plan is too long.")},
        {reasons::bookingOwed,
         QT_TRANSLATE_NOOP("Journal",
                           "What this request made and cost is not written down yet, since the database cannot be "
                           "written. Lightwell keeps it and tries again until it is. Do not send it again, or it is "
                           "paid twice."),
         Bill::Said},
        {reasons::bookingNotWritten,
         QT_TRANSLATE_NOOP(
             "Journal",
             "What the request %1 made and cost (%2) could not be written down, since the database cannot "
             "be written. Do not send it again, or it is paid twice. When the database is free, enter "
             "the cost with \"requests settle %1\"."),
         Bill::Said},
        {reasons::costNotTold, QT_TRANSLATE_NOOP("Journal", "What it cost must be known, zero or more.")},
        {reasons::settledAlready, QT_TRANSLATE_NOOP("Journal", "The request %1 is settled already: it cost %2.")},
        {reasons::costKnown,
         QT_TRANSLATE_NOOP("Journal", "There is nothing to settle: it is known what the request %1 cost, %2.")},
        {reasons::requestStillRuns,
         QT_TRANSLATE_NOOP("Journal",
                           "The request %1 is still running, perhaps in another program. Wait for its end.")},
        {reasons::vendorMayHavePictures,
         QT_TRANSLATE_NOOP("Journal",
                           "The vendor may still have the pictures of the request %1. Ask for them first; that costs "
                           "nothing.")},
        {reasons::attemptNotSaid,
         QT_TRANSLATE_NOOP("Journal", "Say which attempt is meant. Those that can be settled are: %1.")},
        {reasons::attemptAt, QT_TRANSLATE_NOOP("Journal", "%1 (%2)")},
        {reasons::attemptsAndAt, QT_TRANSLATE_NOOP("Journal", "%1, %2 (%3)")},
        {reasons::endedMeanwhile, QT_TRANSLATE_NOOP("Journal", "The program ended while this request was running.")},
        {reasons::settledBilled, QT_TRANSLATE_NOOP("Journal", "Settled by hand: %1 was billed."), Bill::Said},
        {reasons::settledUnbilled, QT_TRANSLATE_NOOP("Journal", "Settled by hand: nothing was billed."), Bill::Said},
    };
}

} // namespace lightwell::wording

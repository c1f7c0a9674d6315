// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/callerrors.h"

#include "core/adapter/vendorreasons.h"
#include "core/engine/callreasons.h"
#include "core/engine/keptlinks.h"
#include "core/model/reasonsearch.h"
#include "core/net/linkreasons.h"

#include <QDir>

namespace lightwell::callerrors {

Error cancelledBeforeSending()
{
    return notSent(ErrorKind::Cancelled, reasons::cancelledBeforeSending());
}

Error lost(const Error &reason, const ProviderInfo &vendor, Billing billing, bool cancelled)
{
    Error error = reason;
    error.billing = billing;
    if (cancelled) {
        error.kind = ErrorKind::Cancelled;
        error.setReason(billing == Billing::NotBilled ? reasons::cancelled() : reasons::cancelledTooLate(vendor.name));
    } else if (error.kind == ErrorKind::Upstream && billing == Billing::MayBeBilled) { // it came, but was too large
        error.setReason(reasons::answerNotTaken(reason.why(), vendor.name));
    } else if (billing == Billing::MayBeBilled) {
        error.setReason(reasons::lostAfterSending(vendor.name));
    }
    return error;
}

Error outOfTime(const ProviderInfo &vendor, Billing billing, bool cancelled)
{
    Error error;
    error.kind = cancelled ? ErrorKind::Cancelled : ErrorKind::Timeout;
    error.billing = billing;
    if (cancelled) {
        error.setReason(vendor.bills ? reasons::cancelNotConfirmed(vendor.name) : reasons::cancelled());
    } else if (billing == Billing::MayBeBilled) {
        error.setReason(reasons::outOfTime(vendor.name));
    } else {
        error.setReason(reasons::notReachedInTime(vendor.name));
    }
    return error;
}

Error unpaid(Error error, const ProviderInfo &vendor)
{
    error.billing = Billing::NotBilled;
    Reason why = error.why();
    for (const char *code : {reasons::failed.code, reasons::noAnswerInTime.code, reasons::noUsablePicture.code}) {
        if (holdsReason(why, code)) {
            why = withReplaced(why, code, reasons::failedForFree(vendor.name));
        }
    }
    error.setReason(why);
    return error;
}

bool leadsElsewhere(const Error &error)
{
    return error.httpStatus >= 300 && error.httpStatus < 400;
}

namespace {

/// The rules refuse the link itself: nothing else comes of asking again.
bool isForbidden(const Error &error)
{
    const Reason why = error.why();
    return holdsReason(why, reasons::linkIsPrivate.code) || holdsReason(why, reasons::linkUnreadable.code)
        || holdsReason(why, reasons::linkNamesUser.code) || holdsReason(why, reasons::linkUnencrypted.code);
}

} // namespace

Error notFetched(const HttpResult &result, const ProviderInfo &vendor)
{
    Error error = result.error;
    error.kind = ErrorKind::Upstream;
    error.billing = Billing::Billed;
    error.httpStatus = result.response.status;
    error.setReason(isForbidden(result.error) ? reasons::pictureLinkForbidden(vendor.name)
                                              : reasons::pictureNotFetched(vendor.name));
    return error;
}

void tellKept(Error &error, const ProviderInfo &vendor, const QList<ProducedMedia> &media)
{
    if (holdsReason(error.why(), reasons::pictureLinkForbidden.code)) {
        return; // asking again is no use
    }
    std::optional<QDateTime> first;
    for (const ProducedMedia &one : media) {
        const std::optional<QDateTime> until = keptlinks::expiryOf(one.url);
        first = until && (!first || *until < *first) ? until : first;
    }
    error.setReason(first ? reasons::pictureLinkKeptUntil(vendor.name, first->toString(Qt::ISODate))
                          : reasons::pictureLinkKept(vendor.name));
}

void tellAnswerKept(Error &error, const QString &path)
{
    error.setReason(Reason::both(error.why(), reasons::answerKeptAt(QDir::toNativeSeparators(path))));
}

bool keepsAnswer(const Error &error, bool isToPaidRequest)
{
    const Reason why = error.why();
    const bool isPaidAnswer = isToPaidRequest && error.billing == Billing::MayBeBilled;
    const bool isResultOfJob = error.billing != Billing::NotBilled
        && (holdsReason(why, reasons::noUsablePicture.code) || holdsReason(why, reasons::jobWithoutPicture.code));
    return (isPaidAnswer || isResultOfJob) && error.kind != ErrorKind::Cancelled;
}

Error mayNotAsk(const Error &reason, const ProviderInfo &vendor)
{
    Error error = reason;
    error.kind = ErrorKind::Auth;
    error.billing = Billing::MayBeBilled;
    error.setReason(reasons::cannotBeAskedNow(vendor.name));
    return error;
}

Error cannotBeStopped(const ProviderInfo &vendor)
{
    Error error;
    error.kind = ErrorKind::Cancelled;
    error.setReason(vendor.bills ? reasons::cancelledHereOnly(vendor.name) : reasons::cancelled());
    return error;
}

Error cannotBeAskedFor(const ProviderInfo &vendor)
{
    Error error;
    error.setReason(vendor.bills ? reasons::endedWhileRunning() : reasons::endedWhileRunningForFree());
    return error;
}

Error sentAlready()
{
    Error error;
    error.kind = ErrorKind::Internal;
    error.setReason(reasons::sentAlready());
    return error;
}

Error fewerThanAsked(int made, int asked)
{
    Error error;
    error.kind = ErrorKind::Upstream;
    error.billing = Billing::Billed;
    error.reason = reasons::fewerThanAsked(made, asked);
    return error;
}

} // namespace lightwell::callerrors

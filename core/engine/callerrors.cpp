// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/callerrors.h"

#include <QCoreApplication>

namespace lightwell::callerrors {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CallErrors)
};

QString cancelledForFree()
{
    return Text::tr("Cancelled. Nothing was billed.");
}

} // namespace

Error cancelledBeforeSending()
{
    return notSent(ErrorKind::Cancelled, Text::tr("Cancelled before anything was sent. Nothing was billed."));
}

Error lost(const Error &reason, const ProviderInfo &vendor, Billing billing, bool cancelled)
{
    Error error = reason;
    error.billing = billing;
    if (cancelled) {
        error.kind = ErrorKind::Cancelled;
        error.message = billing == Billing::NotBilled
            ? cancelledForFree()
            : Text::tr("Cancelled, but the request had already reached %1 and may be billed.").arg(vendor.name);
    } else if (error.kind == ErrorKind::Upstream && billing == Billing::MayBeBilled) { // it came, but was too large
        error.message = Text::tr("%1 The request may have been billed, so it is not repeated by itself; look at the "
                                 "list of requests at %2.")
                            .arg(reason.message, vendor.name);
    } else if (billing == Billing::MayBeBilled) {
        error.message = Text::tr("The connection to %1 was lost after the request had been sent. It may have been "
                                 "billed, so it is not repeated by itself.")
                            .arg(vendor.name);
    }
    return error;
}

Error outOfTime(const ProviderInfo &vendor, Billing billing, bool cancelled)
{
    Error error;
    error.kind = cancelled ? ErrorKind::Cancelled : ErrorKind::Timeout;
    error.billing = billing;
    if (cancelled) {
        error.message = vendor.bills
            ? Text::tr("Cancelled, but %1 did not confirm it. The picture may be billed.").arg(vendor.name)
            : cancelledForFree();
    } else if (billing == Billing::MayBeBilled) {
        error.message = Text::tr("%1 did not finish in time. It may still do so and be billed; a longer time limit can "
                                 "be set in the settings.")
                            .arg(vendor.name);
    } else {
        error.message = Text::tr("%1 could not be reached in time. Nothing was billed.").arg(vendor.name);
    }
    return error;
}

Error notFetched(const HttpResult &result, const ProviderInfo &vendor)
{
    Error error = result.error;
    error.kind = ErrorKind::Upstream;
    error.billing = Billing::Billed;
    error.httpStatus = result.response.status;
    error.message = Text::tr("%1 made the picture, but it could not be fetched from the address it gave. Look for it "
                             "in your account there; it is billed.")
                        .arg(vendor.name);
    return error;
}

Error cannotBeStopped(const ProviderInfo &vendor)
{
    Error error;
    error.kind = ErrorKind::Cancelled;
    error.message = vendor.bills
        ? Text::tr("Cancelled here. %1 has no way to stop a running job, so it may be billed.").arg(vendor.name)
        : cancelledForFree();
    return error;
}

Error cannotBeAskedFor(const ProviderInfo &vendor)
{
    Error error;
    error.message = vendor.bills
        ? Text::tr("The program ended while this call was running, and the vendor offers no way to ask for it again. "
                   "It may have been billed; look at the vendor's own list of requests.")
        : Text::tr("The program ended while this call was running. Ask again; nothing is billed.");
    return error;
}

Error sentAlready()
{
    Error error;
    error.kind = ErrorKind::Internal;
    error.message = Text::tr("Lightwell stopped: the paid request had already been sent once.");
    return error;
}

} // namespace lightwell::callerrors

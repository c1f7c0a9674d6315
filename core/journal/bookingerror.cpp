// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/bookingerror.h"

#include "core/journal/journal.h"
#include "core/journal/journalreasons.h"

namespace lightwell {

Error bookingNotWritten(const Generation &generation, const Error &why)
{
    Error error = why;
    error.code = QString::fromLatin1(bookingOwedCode);
    error.billing = Billing::Billed;
    const Reason before = generation.error ? generation.error->why() : Reason();
    error.setReason(Reason::both(before, reasons::bookingNotWritten(generation.id, generation.cost)));
    return error;
}

} // namespace lightwell

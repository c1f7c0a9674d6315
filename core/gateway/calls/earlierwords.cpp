// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/calls/earlierwords.h"

#include "core/engine/callreasons.h"
#include "core/model/reasonsearch.h"
#include "core/wording/gatewayreasons.h"

namespace lightwell::earlierwords {

using namespace Qt::StringLiterals;

Generation withoutWords(Generation found, const Reason &notKept)
{
    const GenerationStatus ended = found.status;
    if (ended == GenerationStatus::Completed || ended == GenerationStatus::Running) {
        const bool isPaid = ended == GenerationStatus::Completed;
        found.status = GenerationStatus::Unknown;
        found.error = Error();
        found.error->setReason(isPaid ? notKept : reasons::callOfAnotherRun());
        found.error->code = isPaid ? u"ANSWER_NOT_KEPT"_s : QString();
        found.error->billing = isPaid ? Billing::Billed : Billing::MayBeBilled;
    } else if (found.error && holdsReason(found.error->why(), reasons::endedWhileRunning.code)) {
        found.error->code = u"CALL_INTERRUPTED"_s;
    }
    return found;
}

Generation unread(Generation found, const Error &why)
{
    found.status = GenerationStatus::Unknown;
    found.error = why;
    found.error->billing = Billing::NotBilled; // asking for it again costs nothing
    return found;
}

} // namespace lightwell::earlierwords

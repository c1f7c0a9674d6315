// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/leftcalls.h"

#include "core/engine/keptlinks.h"

#include <algorithm>
#include <iterator>

namespace lightwell::leftcalls {

namespace {

bool isOpen(const JournalCall &call)
{
    return !call.finished && !call.state.isEmpty();
}

} // namespace

QList<JournalCall> ofLastAttempt(const Generation &generation, const QList<JournalCall> &all)
{
    QList<JournalCall> calls;
    std::copy_if(all.begin(), all.end(), std::back_inserter(calls), [&generation](const JournalCall &call) {
        return call.attempt == static_cast<int>(generation.attempts.size()) - 1;
    });
    return calls;
}

bool canBeAskedFor(const QList<JournalCall> &calls)
{
    return std::any_of(calls.begin(), calls.end(), isOpen);
}

bool needKey(const QList<JournalCall> &calls)
{
    return std::any_of(calls.begin(), calls.end(),
                       [](const JournalCall &call) { return isOpen(call) && !keptlinks::in(call.state); });
}

QList<CallEnd> endsOf(const Plan &plan, const QList<JournalCall> &calls, const Error &why)
{
    QList<CallEnd> ends;
    for (int index = 0; index < plan.calls.size(); ++index) {
        const auto before =
            std::find_if(calls.begin(), calls.end(), [index](const JournalCall &call) { return call.call == index; });
        const bool isMade = before != calls.end() && before->finished;
        CallEnd end;
        end.planned = plan.calls.at(index);
        end.error = isMade ? std::nullopt : std::optional(why);
        end.cost = isMade ? before->cost : Money::unknown();
        end.made = isMade ? end.planned.n : 0;
        weighCost(plan, end); // it was kept as it was told
        ends.append(end);
    }
    return ends;
}

} // namespace lightwell::leftcalls

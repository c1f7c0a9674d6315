// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What an earlier run of the program has made of a talk, told to whoever repeats its call.
#include "core/engine/engine.h"
#include "core/gateway/calls/bookedcall.h"
#include "core/gateway/calls/earlierwords.h"
#include "core/gateway/calls/picturetalk.h"

namespace lightwell {

/// A picture is always kept, words where they are stored.
void PictureTalk::follow(BookedCall &call, const QString &generation)
{
    m_plan.desk.tools.engine.fetchJob(generation, this, [this, &call](const Generation &found) {
        if (found.endedForFree()) {
            return call.beginAnew();
        }
        if (found.status != GenerationStatus::Completed || !m_plan.record) {
            return followWithout(call, found);
        }
        m_plan.record->find(found.id, m_plan.tool.streams, this, [this, &call, found](const Result<QByteArray> &kept) {
            if (kept) {
                return kept->isEmpty() ? followWithout(call, found) : giveAgain(call, found, *kept);
            }
            m_isProvisional = true;
            count(found);
            stop(call, earlierwords::unread(found, kept.error()));
        });
    });
}

void PictureTalk::followWithout(BookedCall &call, const Generation &found)
{
    if (m_plan.picture && found.status == GenerationStatus::Completed) {
        m_plan.tool.prompt = found.request.prompt;
        m_drawing = newDrawing(call, {found.request.prompt, false}, {});
        tell(call, m_words->begin(found));
        beginPicture(call, found.id);
        return m_drawing->deliver(found);
    }
    m_isProvisional = found.status == GenerationStatus::Running;
    const Generation told = earlierwords::withoutWords(found, m_plan.notKept);
    count(told);
    stop(call, told);
}

void PictureTalk::giveAgain(BookedCall &call, const Generation &found, const QByteArray &kept)
{
    m_body.reset();
    count(found);
    m_outcome = m_first;
    if (!m_plan.picture) {
        m_outcome->cost = Money::unknown(); // of all its steps; this is the first
    }
    (m_plan.tool.streams ? m_events : m_answer) = kept;
    call.end();
}

} // namespace lightwell

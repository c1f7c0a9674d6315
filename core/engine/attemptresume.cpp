// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How an attempt of an earlier run is taken up: what had come is found, the rest is asked for.
#include "core/async/whendone.h"
#include "core/engine/attemptrun.h"
#include "core/storage/mediastore.h"

#include <QtConcurrentRun>

#include <algorithm>

namespace lightwell {

namespace {

const JournalCall *callOf(const QList<JournalCall> &calls, std::size_t number)
{
    const auto found = std::find_if(calls.begin(), calls.end(), [number](const JournalCall &call) {
        return call.call == static_cast<int>(number);
    });
    return found == calls.end() ? nullptr : &*found;
}

} // namespace

void AttemptRun::resume(const QList<JournalCall> &calls, const QList<Picture> &earlier)
{
    m_isResumed = true;
    m_earlier = earlier;
    for (std::size_t index = 0; index < m_calls.size(); ++index) {
        const JournalCall *before = callOf(calls, index);
        Call &call = m_calls[index];
        if (before && !before->finished) {
            call.named = believedPrice(m_plan, call.planned, before->cost);
        }
        if (before && before->finished) {
            delete std::exchange(call.driver, nullptr);
            call.outcome.cost = before->cost;
            weighCost(call);
            call.ended = true; // its pictures are among the earlier ones
            m_ofEndedBefore += call.planned.n;
        }
    }
    // What had come before the program ended needs no asking.
    QStringList places;
    for (std::size_t index = 0; index < m_calls.size(); ++index) {
        places.append(m_calls[index].ended ? QString() : placeOf(index));
    }
    m_isLooking = true;
    const auto looking = QtConcurrent::run([media = &m_parts.media, places] {
        QList<QList<Arrival>> arrived;
        for (const QString &place : places) {
            arrived.append(place.isEmpty() ? QList<Arrival>() : media->arrivedAt(place));
        }
        return arrived;
    });
    whenDone(looking, this, [this, calls](const QList<QList<Arrival>> &arrived) { takeUp(calls, arrived); });
}

void AttemptRun::takeUp(const QList<JournalCall> &calls, const QList<QList<Arrival>> &arrived)
{
    m_isLooking = false;
    for (std::size_t index = 0; index < m_calls.size(); ++index) {
        Call &call = m_calls[index];
        const QList<Arrival> came = arrived.value(qsizetype(index));
        if (call.driver && came.size() >= call.planned.n) {
            delete std::exchange(call.driver, nullptr);
            take(call, came);
            call.ended = true;
        }
    }
    for (std::size_t index = 0; index < m_calls.size() && !m_finished; ++index) {
        if (CallDriver *driver = m_calls[index].driver) {
            const JournalCall *before = callOf(calls, index);
            driver->resume(before ? before->state : AdapterState());
        }
    }
    if (m_cancelled) {
        cancelDrivers();
    }
    finishIfAllEnded();
}

/// Some of them may have come all the same, before the program ended.
void AttemptRun::lookForArrived(std::size_t index, const UnreadAnswer &answer)
{
    const auto looking =
        QtConcurrent::run([media = &m_parts.media, place = placeOf(index)] { return media->arrivedAt(place); });
    whenDone(looking, this, [this, index, answer](const QList<Arrival> &arrived) {
        if (arrived.isEmpty()) {
            keepUnread(index, answer);
            return;
        }
        take(m_calls[index], arrived);
        endWithPictures(index);
    });
}

void AttemptRun::take(Call &call, const QList<Arrival> &arrived) const
{
    for (const Arrival &arrival : arrived) {
        call.pictures.append(arrival.picture);
    }
    call.outcome.error.reset();
    call.outcome.hasJob = false;
    call.outcome.made = std::max(call.planned.n, int(arrived.size())); // the answer came as a whole
    call.outcome.cost = arrived.constFirst().callCost;
    weighCost(call);
}

} // namespace lightwell

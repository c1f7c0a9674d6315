// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/turns.h"

#include "core/adapter/adapterregistry.h"

#include <algorithm>

namespace lightwell {

using namespace std::chrono_literals;

namespace {

constexpr auto pauseBetweenNews = 200ms; // hundreds may wait, and each end moves all of them

} // namespace

Turn::Turn(Turns &turns, QString provider, Origin who, QObject *parent)
    : QObject(parent)
    , m_turns(&turns)
    , m_provider(std::move(provider))
    , m_who(std::move(who))
{
    m_since.start();
}

Turn::~Turn()
{
    if (m_turns) {
        m_turns->leave(*this);
    }
}

int Turn::position() const
{
    return m_granted || !m_turns ? 0 : m_turns->positionOf(*this);
}

std::chrono::milliseconds Turn::waited() const
{
    return std::chrono::milliseconds(m_since.elapsed());
}

Turns::Turns(const AdapterRegistry &adapters, QObject *parent)
    : QObject(parent)
    , m_adapters(adapters)
{
    // Never from within the end of a call: what begins then may end at once, and so on for all that wait.
    m_serving.setSingleShot(true);
    connect(&m_serving, &QTimer::timeout, this, &Turns::serve);
    m_telling.setSingleShot(true);
    connect(&m_telling, &QTimer::timeout, this, &Turns::tellPositions);
}

Turns::~Turns() = default;

void Turns::setLimits(const QMap<QString, int> &limits)
{
    m_limits = limits;
    serveSoon();
}

int Turns::limit(const QString &provider) const
{
    const Adapter *adapter = m_adapters.find(provider);
    return std::max(1, m_limits.value(provider, adapter ? adapter->info().callsAtOnce : 1));
}

Turn *Turns::take(const QString &provider, const Origin &who, QObject *parent)
{
    auto *turn = new Turn(*this, provider, who, parent);
    Queue &queue = m_queues[provider];
    if (queue.lanes.empty() && queue.running < limit(provider)) {
        ++queue.running;
        turn->m_granted = true;
        Q_EMIT waited(provider, who, 0ms);
        return turn;
    }
    const auto lane =
        std::find_if(queue.lanes.begin(), queue.lanes.end(), [&who](const Lane &each) { return each.who == who; });
    if (lane == queue.lanes.end()) {
        queue.lanes.push_back({who, {turn}});
    } else {
        lane->waiting.append(turn);
    }
    m_telling.start(0ms);
    return turn;
}

int Turns::waiting() const
{
    qsizetype count = 0;
    for (const Queue &queue : m_queues) {
        for (const Lane &lane : queue.lanes) {
            count += lane.waiting.size();
        }
    }
    return int(count);
}

int Turns::positionOf(const Turn &turn) const
{
    const auto queue = m_queues.constFind(turn.m_provider);
    if (queue == m_queues.cend()) {
        return 0;
    }
    qsizetype inLane = -1;
    for (const Lane &lane : queue->lanes) {
        inLane = lane.who == turn.m_who ? lane.waiting.indexOf(&turn) : inLane;
    }
    qsizetype before = 0;
    bool isAhead = true; // lanes that are served before its own in each round
    for (const Lane &lane : queue->lanes) {
        isAhead = isAhead && lane.who != turn.m_who;
        before += std::min(lane.waiting.size(), inLane + (isAhead ? 1 : 0));
    }
    return static_cast<int>(before) + 1;
}

void Turns::leave(const Turn &turn)
{
    const auto queue = m_queues.find(turn.m_provider);
    if (queue == m_queues.end()) {
        return;
    }
    if (turn.m_granted) {
        --queue->running;
        if (!queue->lanes.empty()) {
            serveSoon();
        } else if (queue->running == 0) {
            m_queues.erase(queue);
        }
        return;
    }
    Q_EMIT waited(turn.m_provider, turn.m_who, turn.waited());
    for (auto lane = queue->lanes.begin(); lane != queue->lanes.end(); ++lane) {
        if (lane->who == turn.m_who) {
            lane->waiting.removeOne(&turn);
            if (lane->waiting.isEmpty()) {
                queue->lanes.erase(lane);
            }
            break;
        }
    }
    serveSoon();
}

void Turns::serveSoon()
{
    if (!m_serving.isActive()) {
        m_serving.start(0ms);
    }
}

void Turns::serve()
{
    QList<QPointer<Turn>> granted;
    for (auto queue = m_queues.begin(); queue != m_queues.end(); ++queue) {
        while (!queue->lanes.empty() && queue->running < limit(queue.key())) {
            Lane lane = std::move(queue->lanes.front());
            queue->lanes.pop_front();
            Turn *turn = lane.waiting.takeFirst();
            if (!lane.waiting.isEmpty()) {
                queue->lanes.push_back(std::move(lane));
            }
            ++queue->running;
            turn->m_granted = true;
            granted.append(turn);
        }
    }
    m_queues.removeIf([](const auto &queue) { return queue->running == 0 && queue->lanes.empty(); });
    for (const QPointer<Turn> &turn : std::as_const(granted)) {
        if (turn) {
            Q_EMIT waited(turn->m_provider, turn->m_who, turn->waited());
            Q_EMIT turn->granted();
        }
    }
    if (!m_telling.isActive()) {
        m_telling.start(pauseBetweenNews);
    }
}

void Turns::tellPositions()
{
    QList<QPointer<Turn>> waiting;
    for (const Queue &queue : std::as_const(m_queues)) {
        for (const Lane &lane : queue.lanes) {
            for (Turn *turn : lane.waiting) {
                waiting.append(turn);
            }
        }
    }
    for (const QPointer<Turn> &turn : std::as_const(waiting)) {
        const int position = turn ? turn->position() : 0;
        if (position > 0 && position != turn->m_told) {
            turn->m_told = position;
            Q_EMIT turn->moved(position);
        }
    }
}

} // namespace lightwell

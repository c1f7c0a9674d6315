// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QtGlobal>

namespace lightwell::sketchbook {

/// The painter's own small random numbers (SplitMix64): the same on every machine, run and thread.
class Dice
{
public:
    explicit constexpr Dice(quint64 seed, quint64 stream = 0)
        : m_state(mix(seed + 0x9e3779b97f4a7c15ULL) ^ mix(stream * 0xd1342543de82ef95ULL + 0x2545f4914f6cdd1dULL))
    {
    }

    [[nodiscard]] static constexpr quint64 mix(quint64 x)
    {
        x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
        x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
        return x ^ (x >> 31);
    }
    constexpr quint64 next() { return mix(m_state += 0x9e3779b97f4a7c15ULL); }
    /// 0 up to, not including, 1.
    constexpr double unit() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
    constexpr double between(double low, double high) { return low + (high - low) * unit(); }
    /// From low to high, both included.
    constexpr int whole(int low, int high)
    {
        return low + static_cast<int>(next() % static_cast<quint64>(high - low + 1));
    }
    constexpr bool chance(double probability) { return unit() < probability; }
    /// Roughly a bell around zero, within -1 to 1.
    constexpr double bell() { return (unit() + unit() + unit()) / 1.5 - 1; }
    template<typename T>
    const T &pick(const QList<T> &from)
    {
        return from.at(static_cast<qsizetype>(next() % static_cast<quint64>(from.size())));
    }
    /// Independent dice for one part of the picture, so that a change in one part leaves the others as they are.
    [[nodiscard]] constexpr Dice fork(quint64 stream) const { return Dice(m_state, stream); }

private:
    quint64 m_state;
};

} // namespace lightwell::sketchbook

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/utctime.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace lightwell::utctime {

namespace {

using namespace std::chrono;

/// A text of at most so many bytes, written from its beginning to its end.
class Line
{
public:
    /// The digits of a number, with zeros in front.
    Line &number(qint64 number, int count)
    {
        m_size += count;
        auto at = m_text.begin() + m_size;
        for (int left = count; left > 0; --left, number /= 10) {
            *--at = static_cast<char>('0' + number % 10);
        }
        return *this;
    }
    Line &add(QByteArrayView word)
    {
        std::copy(word.begin(), word.end(), m_text.begin() + m_size);
        m_size += word.size();
        return *this;
    }
    [[nodiscard]] QByteArray bytes() const { return {m_text.data(), m_size}; }

private:
    std::array<char, 32> m_text {};
    qsizetype m_size = 0;
};

/// A time taken apart.
class Parts
{
public:
    explicit Parts(const QDateTime &time)
        : m_instant(std::chrono::milliseconds(time.isValid() ? time.toMSecsSinceEpoch() : 0))
        , m_midnight(floor<days>(m_instant))
        , m_date(m_midnight)
        , m_clock(m_instant - m_midnight)
        , m_year(static_cast<int>(m_date.year()))
        , m_isValid(time.isValid() && m_year >= 0 && m_year <= 9999)
    {
    }

    [[nodiscard]] bool isValid() const { return m_isValid; }
    void putYear(Line &line) const { line.number(m_year, 4); }
    void putDay(Line &line) const { line.number(static_cast<unsigned>(m_date.day()), 2); }
    void putDate(Line &line, char between) const ///< "2026-01-31"
    {
        const QByteArrayView mark(&between, 1);
        putYear(line);
        line.add(mark).number(static_cast<unsigned>(m_date.month()), 2).add(mark);
        putDay(line);
    }
    void putClock(Line &line) const ///< "23:59:59"
    {
        line.number(m_clock.hours().count(), 2).add(":").number(m_clock.minutes().count(), 2).add(":");
        line.number(m_clock.seconds().count(), 2);
    }
    void putFraction(Line &line) const { line.number(m_clock.subseconds().count(), 3); } ///< ms
    [[nodiscard]] QByteArrayView monthName() const
    {
        static constexpr std::array names {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                           "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
        return names.at(static_cast<unsigned>(m_date.month()) - 1);
    }
    [[nodiscard]] QByteArrayView weekdayName() const
    {
        static constexpr std::array names {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
        return names.at(weekday(m_midnight).c_encoding());
    }

private:
    sys_time<std::chrono::milliseconds> m_instant;
    sys_days m_midnight;
    year_month_day m_date;
    hh_mm_ss<std::chrono::milliseconds> m_clock;
    int m_year;
    bool m_isValid;
};

} // namespace

QByteArray toIso(const QDateTime &time)
{
    const Parts at(time);
    if (!at.isValid()) {
        return {};
    }
    Line line;
    at.putDate(line, '-');
    at.putClock(line.add("T"));
    return line.add("Z").bytes();
}

QByteArray toIsoWithMs(const QDateTime &time)
{
    const Parts at(time);
    if (!at.isValid()) {
        return {};
    }
    Line line;
    at.putDate(line, '-');
    at.putClock(line.add("T"));
    at.putFraction(line.add("."));
    return line.add("Z").bytes();
}

QByteArray toExif(const QDateTime &time)
{
    const Parts at(time);
    if (!at.isValid()) {
        return {};
    }
    Line line;
    at.putDate(line, ':');
    at.putClock(line.add(" "));
    return line.bytes();
}

QByteArray toHttp(const QDateTime &time)
{
    const Parts at(time);
    if (!at.isValid()) {
        return {};
    }
    Line line;
    at.putDay(line.add(at.weekdayName()).add(", "));
    at.putYear(line.add(" ").add(at.monthName()).add(" "));
    at.putClock(line.add(" "));
    return line.add(" GMT").bytes();
}

} // namespace lightwell::utctime

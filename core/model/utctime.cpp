// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/utctime.h"

#include <array>
#include <chrono>

namespace lightwell::utctime {

namespace {

using namespace std::chrono;

/// The digits of a number, with zeros in front.
QByteArray digits(qint64 number, int count)
{
    QByteArray text(count, '0');
    for (char *at = text.data() + count; number > 0 && at != text.data(); number /= 10) {
        *--at = static_cast<char>('0' + number % 10);
    }
    return text;
}

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
    [[nodiscard]] QByteArray year() const { return digits(m_year, 4); }
    [[nodiscard]] QByteArray month() const { return digits(static_cast<unsigned>(m_date.month()), 2); }
    [[nodiscard]] QByteArray day() const { return digits(static_cast<unsigned>(m_date.day()), 2); }
    [[nodiscard]] QByteArray fraction() const { return digits(m_clock.subseconds().count(), 3); } ///< ms
    [[nodiscard]] QByteArray clock() const ///< "23:59:59"
    {
        return digits(m_clock.hours().count(), 2) + ':' + digits(m_clock.minutes().count(), 2) + ':'
            + digits(m_clock.seconds().count(), 2);
    }
    [[nodiscard]] QByteArray monthName() const
    {
        static constexpr std::array names {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                           "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
        return names.at(static_cast<unsigned>(m_date.month()) - 1);
    }
    [[nodiscard]] QByteArray weekdayName() const
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
    return at.year() + '-' + at.month() + '-' + at.day() + 'T' + at.clock() + 'Z';
}

QByteArray toIsoWithMs(const QDateTime &time)
{
    QByteArray text = toIso(time);
    if (!text.isEmpty()) {
        text.chop(1);
        text += '.' + Parts(time).fraction() + 'Z';
    }
    return text;
}

QByteArray toExif(const QDateTime &time)
{
    const Parts at(time);
    if (!at.isValid()) {
        return {};
    }
    return at.year() + ':' + at.month() + ':' + at.day() + ' ' + at.clock();
}

QByteArray toHttp(const QDateTime &time)
{
    const Parts at(time);
    if (!at.isValid()) {
        return {};
    }
    return at.weekdayName() + ", " + at.day() + ' ' + at.monthName() + ' ' + at.year() + ' ' + at.clock() + " GMT";
}

} // namespace lightwell::utctime

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/monthmarks.h"

#include <QLocale>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int yearMonths = 12;

QList<MonthMark> together(const QList<MonthCount> &months, int length)
{
    QList<MonthMark> marks;
    int first = 0;
    int year = 0;
    for (const MonthCount &month : months) {
        const int begin = (month.month - 1) / length * length + 1;
        if (month.year != year && length < yearMonths) {
            marks.append({true, month.year, 1, yearMonths, first, 0});
        }
        year = month.year;
        const bool goesOn = !marks.isEmpty() && !marks.constLast().isYear && marks.constLast().year == year
            && marks.constLast().firstMonth == begin;
        if (!goesOn) {
            marks.append({false, year, begin, length, first, 0});
        }
        marks.last().pictures += month.pictures;
        first += month.pictures;
    }
    return marks;
}

} // namespace

QString MonthMark::text() const
{
    const auto name = [](int month) { return QLocale().standaloneMonthName(month, QLocale::ShortFormat); };
    if (isYear || months == yearMonths) {
        return QString::number(year);
    }
    return months == 1 ? name(firstMonth) : name(firstMonth) + u'–' + name(firstMonth + months - 1);
}

QList<MonthMark> monthMarks(const QList<MonthCount> &months, int most)
{
    QList<MonthMark> marks;
    for (const int length : {1, 3, yearMonths}) {
        marks = together(months, length);
        if (marks.size() <= most) {
            break;
        }
    }
    return marks;
}

} // namespace lightwell

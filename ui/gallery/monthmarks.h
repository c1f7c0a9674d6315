// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/libraryindex.h"

#include <QString>

namespace lightwell {

/// A line beside the pictures: a year's name, or some months and how many pictures they have.
struct MonthMark
{
    bool isYear = false; ///< a name alone, over the months of its year
    int year = 0;
    int firstMonth = 0; ///< from 1; the earliest of those it stands for
    int months = 1; ///< 1, 3 or 12
    int first = 0; ///< picture, in the order of the months
    int pictures = 0;

    [[nodiscard]] QString text() const; ///< "2026", "Nov", "Oct–Dec"
    friend bool operator==(const MonthMark &, const MonthMark &) = default;
};

/// As many as have room: months, or else quarters, or else years.
[[nodiscard]] QList<MonthMark> monthMarks(const QList<MonthCount> &months, int most);

} // namespace lightwell

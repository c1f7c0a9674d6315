// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/runplaces.h"

#include <algorithm>

namespace lightwell {

RunPlaces::RunPlaces(const QList<QWidget *> &all, int columns, bool isByColumns)
    : m_all(all)
    , m_columns(columns)
    , m_isByColumns(isByColumns)
{
}

qsizetype RunPlaces::step(QWidget *from, int right, int down) const
{
    const auto count = static_cast<int>(m_all.size());
    const auto at = static_cast<int>(m_all.indexOf(from));
    int to = at + right + down * m_columns;
    while (to >= 0 && to < count && !m_all.at(to)) {
        to += right + down * m_columns;
    }
    if (right != 0 && m_isByColumns && to / m_columns != at / m_columns) {
        return at; // to the end of a row of columns, and no further
    }
    const bool isBelowAll = at / m_columns == (count - 1) / m_columns;
    return down > 0 && to >= count && !isBelowAll && !m_isByColumns ? count - 1 : to;
}

QWidget *RunPlaces::after(const QList<QWidget *> &before, QWidget *gone) const
{
    const auto isThere = [this](QWidget *other) { return other && m_all.contains(other); };
    auto next = std::find_if(before.cbegin() + std::max<qsizetype>(before.indexOf(gone), 0), before.cend(), isThere);
    if (next == before.cend()) {
        next = std::find_if(before.cbegin(), before.cend(), isThere);
    }
    return next == before.cend() ? nullptr : *next;
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QWidget;

namespace lightwell {

/// What stands in the grid of a run, place by place, and where the keyboard goes from there. It does nothing to the
/// widgets.
class RunPlaces
{
public:
    /// `all`: row by row; null: nothing stands there. `isByColumns`: rows belong together, and an arrow to the side
    /// leads no further than to their ends.
    RunPlaces(const QList<QWidget *> &all, int columns, bool isByColumns);
    [[nodiscard]] const QList<QWidget *> &all() const { return m_all; }
    /// Where an arrow leads from one of them: its place, the same place where it leads nowhere; beyond the first or the
    /// last one it leaves the grid.
    [[nodiscard]] qsizetype step(QWidget *from, int right, int down) const;
    /// What has stood at `gone` or after it in `before`, and stands here, else whatever else; null: nothing is left.
    [[nodiscard]] QWidget *after(const QList<QWidget *> &before, QWidget *gone) const;

private:
    QList<QWidget *> m_all;
    int m_columns;
    bool m_isByColumns;
};

} // namespace lightwell

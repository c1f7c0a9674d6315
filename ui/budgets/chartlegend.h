// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/budgets/daybars.h"

#include <QWidget>

namespace lightwell {

/// What the parts of the bars stand for, with their sums: in one line; where there is no room for all, the sums go
/// first, then the last names are counted.
class ChartLegend : public QWidget
{
    Q_OBJECT
public:
    explicit ChartLegend(QWidget *parent = nullptr);
    void setParts(const QList<DayBars::Part> &parts);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {40, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int widthOf(const DayBars::Part &part, bool withSum) const;
    QList<DayBars::Part> m_parts;
};

} // namespace lightwell

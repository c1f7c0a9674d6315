// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compare/columns.h"
#include "ui/compare/comparerun.h"

#include <QWidget>

namespace lightwell {

class TextLabel;

/// The names of the models over their columns, on a ground of its own, since pictures scroll under it.
class RunHead : public QWidget
{
    Q_OBJECT
public:
    static constexpr int lowest = 38; ///< pixels
    explicit RunHead(const QList<CompareColumn> &columns, QWidget *parent = nullptr);
    void arrange(const CellGrid &grid, int left);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Column
    {
        TextLabel *name;
        TextLabel *maker;
    };
    QList<Column> m_columns;
};

} // namespace lightwell

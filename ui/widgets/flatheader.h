// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace lightwell {

/// A flat line of names over the columns of a table.
class FlatHeader : public QHeaderView
{
    Q_OBJECT
public:
    /// What the table lies on.
    enum class Ground { Window, Surface };
    explicit FlatHeader(Ground ground, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    void setLines(int lines); ///< of text there is room for; 2 at first
    /// Of the names from their columns' edges, and of the first one from the beginning; 12 at first.
    void setInsets(int inset, int first);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;

private:
    Ground m_ground;
    int m_lines = 2;
    int m_inset = 12;
    int m_first = 12;
};

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace lightwell {

/// A table whose columns follow the room there is: rows with hairlines, cells as tablerow.h says.
class RowTable : public QTableView
{
    Q_OBJECT
public:
    struct Width
    {
        int column = 0;
        QString sample = {}; ///< as wide as this; empty: it shares what is left
        int share = 1; ///< of what is left
        int from = 0; ///< px: in a narrower table it is hidden
    };
    RowTable(QAbstractItemModel &model, const QList<Width> &widths, const QString &objectName,
             const QString &accessibleName, QWidget *parent = nullptr);
    [[nodiscard]] int rowHeight() const; ///< of every row

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fitColumns();
    QList<Width> m_widths;
};

} // namespace lightwell

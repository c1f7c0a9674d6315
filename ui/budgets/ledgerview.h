// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace lightwell {

class LedgerTable;

/// The ledger's table as it is seen: columns by the room there is.
class LedgerView : public QTableView
{
    Q_OBJECT
public:
    explicit LedgerView(LedgerTable &table, QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fitColumns();
};

} // namespace lightwell

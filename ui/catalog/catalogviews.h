// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>
#include <QStackedWidget>
#include <QTableView>

class QItemSelectionModel;

namespace lightwell {

class CatalogTable;

/// The models found, as a table or as cards; the same one is current in both.
class CatalogViews : public QStackedWidget
{
    Q_OBJECT
public:
    explicit CatalogViews(CatalogTable &table, QWidget *parent = nullptr);
    void showCards(bool cards);
    [[nodiscard]] int currentRow() const;
    void setCurrentRow(int row);
    void focusModels();
    /// By which column the rows are in order; -1: by none.
    void showSorting(int column, bool isReversed);

Q_SIGNALS:
    void rowChanged(int row); ///< -1: there is none
    void activated(int row); ///< Enter or a double click
    void sortWanted(int column);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildTable(CatalogTable &table);
    void buildCards(CatalogTable &table);
    void fitColumns();
    QTableView *m_rows;
    QListView *m_cards;
    QItemSelectionModel *m_selection;
};

} // namespace lightwell

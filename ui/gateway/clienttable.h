// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gateway/clientbook.h"

#include <QAbstractTableModel>

namespace lightwell {

/// Clients as rows: name, key, money and terms in words. Without widgets.
class ClientTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Key, Month, Limit, Models, Rate, Answers, LastUsed, columns };

    explicit ClientTable(QObject *parent = nullptr);
    void setRows(const QList<ClientRow> &rows);
    [[nodiscard]] const ClientRow *at(int row) const; ///< null: there is none
    [[nodiscard]] int find(const QString &id) const; ///< the row; -1: it is not among them
    /// "2 min ago", "today", "yesterday", "12 Nov", "never".
    [[nodiscard]] static QString usedText(const QDateTime &used, const QDateTime &now);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] static QString text(const ClientRow &row, int column);
    [[nodiscard]] static QString tip(const ClientRow &row, int column);
    QList<ClientRow> m_rows;
};

} // namespace lightwell

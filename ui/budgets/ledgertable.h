// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/budgets/books.h"
#include "ui/budgets/budgettexts.h"
#include "ui/widgets/tablerow.h"

#include <QAbstractTableModel>
#include <QSet>

namespace lightwell {

/// The ledger's lines, the newest first: entries, and what was settled later on lines of its own. Without widgets.
/// Holds a few windows of rows around those that are looked at: others are fetched when they come into sight, one
/// window at a time, and those looked at last first.
class LedgerTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { When, What, For, Estimate, Real, Difference, columns };
    static constexpr int windowRows = 100;
    static constexpr int maxWindows = 12; ///< that are held

    explicit LedgerTable(Books &books, QObject *parent = nullptr);
    void setNames(const budgettexts::Names &names);
    void setFilter(const LedgerFilter &filter);
    [[nodiscard]] const LedgerFilter &filter() const { return m_filter; }
    void refresh(); ///< something was booked
    [[nodiscard]] int heldRows() const; ///< in memory
    [[nodiscard]] bool isRead() const { return m_isRead; } ///< the number of rows is known

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void read(); ///< the rows are there, or are none
    void failed(const QString &why);

private:
    struct Window
    {
        QList<LedgerRow> calls;
        bool isOld = false; ///< shown until the new one is there
        mutable qint64 usedAt = 0;
    };
    void ask(bool isAnother);
    void take(qint64 count, const QList<LedgerRow> &first, bool isAnother);
    [[nodiscard]] const LedgerRow *callAt(int row) const;
    void want(int window) const;
    void fetchNext();
    void hold(int window, const QList<LedgerRow> &calls);
    [[nodiscard]] QString text(const LedgerRow &call, int column) const;
    [[nodiscard]] QString tip(const LedgerRow &call, int column) const;
    [[nodiscard]] static tablerow::Tone tone(const LedgerRow &call, int column);
    Books &m_books;
    budgettexts::Names m_names;
    LedgerFilter m_filter;
    int m_count = 0;
    bool m_isRead = false;
    int m_generation = 0; ///< of the answers that still count
    QHash<int, Window> m_windows;
    mutable QList<int> m_wanted; ///< the last one first
    mutable qint64 m_uses = 0;
    mutable bool m_isAsked = false; ///< fetchNext() will come
    int m_fetching = -1; ///< the window that is being fetched; -1: none
};

} // namespace lightwell

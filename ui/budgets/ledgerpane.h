// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/budgets/books.h"
#include "ui/widgets/card.h"

class QComboBox;
class QStackedWidget;

namespace lightwell {

class Button;
class LedgerTable;
class RowTable;
class TextLabel;
class UnknownPanel;

namespace budgettexts {
struct Names;
}

/// The ledger of a month: what is not known on top, then all entries, by filters.
class LedgerPane : public Card
{
    Q_OBJECT
public:
    explicit LedgerPane(LedgerTable &table, QWidget *parent = nullptr);
    [[nodiscard]] UnknownPanel *unknownPanel() const { return m_unknown; }
    void setKnown(const Books::Known &known, const budgettexts::Names &names);
    void setDay(QDate day); ///< one alone; invalid: all of the month
    /// What is asked for, without a time.
    [[nodiscard]] LedgerFilter filter() const;
    void showRows(bool isUnused); ///< the table, or why it is empty
    void setProblem(const QString &why); ///< the ledger cannot be read

Q_SIGNALS:
    void filterEdited();
    void dayCleared();
    void csvWanted();

private:
    QWidget *buildHead();
    void clearFilters();
    LedgerTable &m_table;
    Button *m_day;
    QComboBox *m_provider;
    QComboBox *m_client;
    Button *m_csv;
    UnknownPanel *m_unknown;
    QStackedWidget *m_body;
    RowTable *m_view;
    TextLabel *m_problem;
    Button *m_clear;
};

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/budgets/books.h"
#include "ui/budgets/budgettexts.h"

#include <QDialog>
#include <QHash>
#include <QSet>

class QVBoxLayout;

namespace lightwell {

class TextLabel;
class UnknownActions;

/// All calls of which nobody knows whether they were billed, each with what can be done about it.
class UnknownDialog : public QDialog
{
    Q_OBJECT
public:
    explicit UnknownDialog(QWidget *parent);
    /// Closes when none is left.
    void setCalls(const QList<UnknownCall> &calls, const budgettexts::Names &names, const QSet<QString> &asking);

Q_SIGNALS:
    void askWanted(const lightwell::UnknownCall &call);
    void billWanted(const lightwell::UnknownCall &call);
    void notBilledWanted(const lightwell::UnknownCall &call);

private:
    struct Row
    {
        QWidget *widget;
        TextLabel *text;
        TextLabel *sum;
        UnknownActions *actions;
    };
    Row addRow(const QString &name);
    QVBoxLayout *m_rows;
    QHash<QString, Row> m_shown; ///< by reservation
};

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/budgets/books.h"
#include "ui/widgets/sign.h"

#include <QObject>
#include <QPointer>

namespace lightwell {

class BillDialog;
class BudgetsModel;
class UnknownDialog;
class UnknownPanel;

/// What a person does about calls of which nobody knows whether they were billed.
class UnknownWork : public QObject
{
    Q_OBJECT
public:
    UnknownWork(BudgetsModel &model, UnknownPanel &panel);

Q_SIGNALS:
    void say(lightwell::Meaning meaning, const QString &text);

private:
    void show();
    void ask(const UnknownCall &call);
    BillDialog *askBill(const UnknownCall &call);
    void settleAsFree(const UnknownCall &call);
    void openList();
    BudgetsModel &m_model;
    UnknownPanel &m_panel;
    QPointer<UnknownDialog> m_list; ///< while it is open
};

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/budgets/books.h"

#include <QWidget>

namespace lightwell {

class Button;

/// What can be done about a call of which nobody knows: ask the provider, where it has a job; say what it cost; say
/// that it was not billed.
class UnknownActions : public QWidget
{
    Q_OBJECT
public:
    explicit UnknownActions(const QString &objectName, QWidget *parent = nullptr);
    void setCall(const UnknownCall &call, bool isAsking);

Q_SIGNALS:
    void askWanted(const lightwell::UnknownCall &call);
    void billWanted(const lightwell::UnknownCall &call);
    void notBilledWanted(const lightwell::UnknownCall &call);

private:
    UnknownCall m_call;
    Button *m_ask;
    Button *m_bill;
    Button *m_notBilled;
};

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/budgets/books.h"
#include "ui/budgets/budgettexts.h"

#include <QSet>
#include <QWidget>

namespace lightwell {

class Button;
class TextLabel;
class UnknownActions;

/// Over the ledger as long as there are calls of which nobody knows whether they were billed: the newest of them, and
/// what to do about it. Several: a list can be opened.
class UnknownPanel : public QWidget
{
    Q_OBJECT
public:
    explicit UnknownPanel(QWidget *parent = nullptr);
    void setCalls(const QList<UnknownCall> &calls, const budgettexts::Names &names, const QSet<QString> &asking);
    [[nodiscard]] UnknownActions *actions() const { return m_actions; }
    /// What is said of one: "Ideogram 3.0 at fal, 21 November. The line broke. …"
    [[nodiscard]] static QString text(const UnknownCall &call, const budgettexts::Names &names);

Q_SIGNALS:
    void listWanted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    TextLabel *m_title;
    TextLabel *m_sum;
    TextLabel *m_text;
    UnknownActions *m_actions;
    Button *m_all;
};

} // namespace lightwell

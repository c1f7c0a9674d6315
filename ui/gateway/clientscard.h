// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gateway/clienttable.h"
#include "ui/widgets/card.h"
#include "ui/widgets/sign.h"

class QStackedWidget;

namespace lightwell {

class Button;
class RowTable;
class TextLabel;

/// The programs that have keys, and what can be done with them: added, limited, revoked.
class ClientsCard : public Card
{
    Q_OBJECT
public:
    explicit ClientsCard(ClientBook &book, QWidget *parent = nullptr);

Q_SIGNALS:
    void connectWanted();
    void say(lightwell::Meaning meaning, const QString &text);

private:
    QWidget *buildHead();
    void showRows();
    void showChoice();
    void add();
    void showKey(const NewClient &added);
    void change();
    void revoke();
    [[nodiscard]] const ClientRow *chosen() const; ///< null: none
    ClientBook &m_book;
    ClientTable m_rows;
    RowTable *m_table;
    QStackedWidget *m_body;
    TextLabel *m_problem;
    Button *m_change;
    Button *m_revoke;
};

} // namespace lightwell

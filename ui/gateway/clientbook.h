// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/budgets/books.h"
#include "ui/gateway/clientwish.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <functional>

namespace lightwell {

/// A client as the page shows it.
struct ClientRow
{
    Client client = {};
    Money spent = Money::zero(); ///< this month, as far as it is known
    qint64 unknown = 0; ///< calls of this month that ended at a cost that is not known
    QList<BudgetState> limits = {}; ///< all that hold for this client alone

    /// The one that can be changed here: over everything the client asks for. Others stand on the Budgets page.
    [[nodiscard]] const BudgetState *ownLimit() const;
    [[nodiscard]] bool isThisComputer() const { return client.name == ClientRegistry::thisComputer(); }
};

/// The gateway's clients with their money: read from registry and books, and changed there. Without widgets.
class ClientBook : public QObject
{
    Q_OBJECT
public:
    using OnAdded = std::function<void(const Result<NewClient> &)>;
    using OnDone = std::function<void(const Status &)>;

    ClientBook(ClientRegistry &clients, Books &books, QObject *parent = nullptr);
    /// Read anew whenever something was booked, as long as it is active.
    void setActive(bool active);
    void refresh();
    void refreshSoon(); ///< several wishes of a moment together
    [[nodiscard]] const QList<ClientRow> &rows() const { return m_rows; } ///< of those whose keys are not revoked
    [[nodiscard]] QHash<QString, QString> names() const { return m_names; } ///< id -> name, revoked ones too

    /// Where its limit cannot be set, the client is taken back: it could spend without.
    void add(const ClientWish &wish, QObject *context, OnAdded onAdded);
    void change(const ClientRow &row, const ClientWish &wish, QObject *context, OnDone onDone);
    void revoke(const QString &id, QObject *context, OnDone onDone);

Q_SIGNALS:
    void changed();
    void failed(const QString &why); ///< they cannot be read

private:
    void readSpending(const QList<Client> &clients, int round);
    void readLimits(const QList<Client> &clients, const QList<SpendingOfDay> &spent, int round);
    void take(const QList<Client> &clients, const QList<SpendingOfDay> &spent, const QList<BudgetState> &limits);
    void changeLimit(const ClientRow &row, const ClientWish &wish, const OnDone &onDone);
    ClientRegistry &m_clients;
    Books &m_books;
    QList<ClientRow> m_rows;
    QHash<QString, QString> m_names;
    QTimer m_soon;
    int m_round = 0; ///< of the answers that still count
    bool m_isActive = false;
};

} // namespace lightwell

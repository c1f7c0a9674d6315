// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/clients.h"

#include "app/cli/budgettext.h"
#include "app/cli/report.h"
#include "app/cli/terminal.h"
#include "app/composition.h"
#include "core/async/whendone.h"
#include "core/wording/wording.h"

#include <QJsonArray>

namespace lightwell {

using namespace Qt::StringLiterals;

QString ClientsCommand::name() const
{
    return u"clients"_s;
}

QString ClientsCommand::summary() const
{
    return tr("Give programs keys and budgets of their own.");
}

void ClientsCommand::declare(QCommandLineParser &parser) const
{
    parser.addPositionalArgument(u"action"_s, tr("add, list or revoke."), u"add NAME | list | revoke NAME"_s);
    parser.addOptions({
        {u"budget"_s, tr("What the new client may spend in a period, in dollars."), u"USD"_s},
        {u"period"_s, tr("day, week, month or total."), u"PERIOD"_s},
        {u"json"_s, tr("Print JSON for programs.")},
    });
}

qsizetype ClientsCommand::maxArguments(const QString &action) const
{
    return action == "add"_L1 || action == "revoke"_L1 ? 2 : 1;
}

StorageNeed ClientsCommand::storageNeed(const QString &action) const
{
    return action == "list"_L1 || action.isEmpty() ? StorageNeed::Read : StorageNeed::Write;
}

bool ClientsCommand::takes(const QString &option, const QString &action) const
{
    const bool isAdd = action == "add"_L1;
    return option == "json"_L1 ? isAdd || action == "list"_L1 || action.isEmpty() : isAdd;
}

void ClientsCommand::run(const QCommandLineParser &parser, Composition &app, Terminal &terminal)
{
    m_app = &app;
    m_terminal = &terminal;
    m_asJson = parser.isSet(u"json"_s);
    const QString action = parser.positionalArguments().value(0);
    const QString name = parser.positionalArguments().value(1).trimmed();
    if ((action == "add"_L1 || action == "revoke"_L1) && name.isEmpty()) {
        conclude(*m_terminal, tr("Name the client: \"clients %1 NAME\".").arg(action), ExitUsage);
    } else if (action == "add"_L1) {
        add(parser);
    } else if (action == "list"_L1 || action.isEmpty()) {
        list();
    } else if (action == "revoke"_L1) {
        revoke(name);
    } else {
        conclude(*m_terminal, tr("Say \"clients add NAME\", \"clients list\" or \"clients revoke NAME\"."), ExitUsage);
    }
}

void ClientsCommand::add(const QCommandLineParser &parser)
{
    const std::optional<Money> limit = dollarsFrom(parser.value(u"budget"_s));
    const std::optional<Period> period = periodFromName(parser.value(u"period"_s));
    // Checked before the client exists: a client without the budget it should have could spend.
    if (parser.isSet(u"budget"_s) != parser.isSet(u"period"_s) || (parser.isSet(u"budget"_s) && (!limit || !period))) {
        conclude(*m_terminal, tr("A budget needs both --budget USD and --period day, week, month or total."),
                 ExitUsage);
        return;
    }
    const auto adding = m_app->clients().add(parser.positionalArguments().value(1).trimmed());
    whenDone(adding, this, [this, limit, period](const Result<NewClient> &added) {
        if (!added) {
            conclude(*m_terminal, wording::sentence(added.error()), ExitFailed);
        } else if (limit) {
            setBudget(*added, *limit, *period);
        } else {
            printNew(*added);
        }
    });
}

void ClientsCommand::setBudget(const NewClient &added, Money limit, Period period)
{
    Budget budget;
    budget.limit = limit;
    budget.period = period;
    budget.client = added.client.id;
    whenDone(m_app->ledger().setBudget(budget), this, [this, added](const Result<qint64> &id) {
        if (id) {
            printNew(added);
            return;
        }
        const QString problem = wording::sentence(id.error());
        whenDone(m_app->clients().revoke(added.client.id), this,
                 [this, problem](const Status &) { conclude(*m_terminal, problem, ExitFailed); });
    });
}

void ClientsCommand::printNew(const NewClient &added)
{
    const QString key = QString::fromUtf8(added.key);
    if (m_asJson) {
        m_terminal->printJson(
            QJsonObject {{"id"_L1, added.client.id}, {"name"_L1, added.client.name}, {"key"_L1, key}});
    } else {
        m_terminal->print(key);
        m_terminal->message(
            tr("This is the key of \"%1\". It is shown only now; Lightwell keeps no copy.").arg(added.client.name));
    }
    if (!m_terminal->isOutputLost()) {
        Q_EMIT finished(ExitDone);
        return;
    }
    whenDone(m_app->clients().revoke(added.client.id), this, [this, added](const Status &revoked) {
        conclude(*m_terminal,
                 revoked ? tr("The key could not be shown, so \"%1\" is revoked. Add it again.").arg(added.client.name)
                         : wording::sentence(revoked.error()),
                 ExitFailed);
    });
}

void ClientsCommand::list()
{
    whenDone(m_app->clients().list(), this, [this](const Result<QList<Client>> &clients) {
        if (!clients) {
            fail(*m_terminal, clients.error());
            return;
        }
        const auto states = m_app->ledger().budgets(QDateTime::currentDateTime());
        whenDone(states, this, [this, clients = *clients](const Result<QList<BudgetState>> &budgets) {
            if (!budgets) {
                fail(*m_terminal, budgets.error());
                return;
            }
            print(clients, *budgets);
            Q_EMIT finished(ExitDone);
        });
    });
}

void ClientsCommand::print(const QList<Client> &clients, const QList<BudgetState> &budgets)
{
    QJsonArray report;
    QList<QStringList> rows {
        {tr("NAME"), tr("KEY"), tr("MADE"), tr("LAST USED"), tr("STATE"), tr("BUDGET"), tr("LEFT")}};
    const auto when = [](const QDateTime &time) { return time.toLocalTime().toString(u"yyyy-MM-dd hh:mm"_s); };
    for (const Client &client : clients) {
        QJsonArray own;
        QStringList limits;
        QStringList left;
        for (const BudgetState &state : budgets) {
            if (state.budget.client == client.id) {
                own.append(budgetReport(state));
                limits.append(limitText(state.budget));
                left.append(sumText(state.left()));
            }
        }
        report.append(QJsonObject {{"id"_L1, client.id},
                                   {"name"_L1, client.name},
                                   {"key_hint"_L1, client.keyHint},
                                   {"created_at"_L1, client.createdAt.toUTC().toString(Qt::ISODate)},
                                   {"last_used_at"_L1, client.lastUsedAt.toUTC().toString(Qt::ISODate)},
                                   {"revoked"_L1, client.revoked},
                                   {"budgets"_L1, own}});
        rows.append({client.name, u"…"_s + client.keyHint, when(client.createdAt),
                     client.lastUsedAt.isValid() ? when(client.lastUsedAt) : tr("never"),
                     client.revoked ? tr("revoked") : tr("active"), limits.isEmpty() ? u"–"_s : limits.join(u", "_s),
                     left.isEmpty() ? u"–"_s : left.join(u", "_s)});
    }
    if (m_asJson) {
        m_terminal->printJson(report);
    } else if (clients.isEmpty()) {
        m_terminal->print(
            tr("There is no client yet. \"clients add NAME\" makes one, \"serve\" the one of this computer."));
    } else {
        m_terminal->printTable(rows);
    }
}

void ClientsCommand::revoke(const QString &name)
{
    whenDone(m_app->clients().revoke(name), this, [this, name](const Status &revoked) {
        conclude(*m_terminal,
                 revoked.ok() ? tr("The key of \"%1\" no longer works.").arg(name) : wording::sentence(revoked.error()),
                 revoked.ok() ? ExitDone : ExitFailed);
    });
}

} // namespace lightwell

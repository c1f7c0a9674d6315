// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/budget.h"

#include "app/cli/clientnames.h"
#include "app/cli/report.h"
#include "app/cli/terminal.h"
#include "app/composition.h"
#include "core/async/whendone.h"
#include "core/wording/wording.h"

#include <QJsonArray>

namespace lightwell {

using namespace Qt::StringLiterals;

QString BudgetCommand::name() const
{
    return u"budget"_s;
}

QString BudgetCommand::summary() const
{
    return tr("Limit what may be spent.");
}

void BudgetCommand::declare(QCommandLineParser &parser) const
{
    parser.addPositionalArgument(u"action"_s, tr("set, list or remove."), u"set USD | list | remove"_s);
    parser.addOptions({
        {u"period"_s, tr("day, week, month or total."), u"PERIOD"_s},
        {u"provider"_s, tr("Only what goes to this provider."), u"ID"_s},
        {u"json"_s, tr("Print JSON for programs.")},
    });
}

qsizetype BudgetCommand::maxArguments(const QString &action) const
{
    return action == "set"_L1 || action == "remove"_L1 ? 2 : 1;
}

StorageNeed BudgetCommand::storageNeed(const QString &action) const
{
    return action == "list"_L1 || action.isEmpty() ? StorageNeed::Read : StorageNeed::Write;
}

bool BudgetCommand::takes(const QString &option, const QString &action) const
{
    if (option == "json"_L1) {
        return action == "list"_L1 || action.isEmpty();
    }
    return true; // list and remove choose by period and provider
}

void BudgetCommand::conclude(const QString &told, int code)
{
    if (!told.isEmpty()) {
        m_terminal->message(told);
    }
    Q_EMIT finished(code);
}

void BudgetCommand::run(const QCommandLineParser &parser, Composition &app, Terminal &terminal)
{
    m_app = &app;
    m_terminal = &terminal;
    const QString action = parser.positionalArguments().value(0);
    const QString provider = parser.value(u"provider"_s);
    if (!provider.isEmpty() && !app.adapters().find(provider)) {
        conclude(tr("There is no provider \"%1\".").arg(provider), ExitUsage);
    } else if (parser.isSet(u"period"_s) && !periodFromName(parser.value(u"period"_s))) {
        // Never taken for "any period": another budget than the one meant would go.
        conclude(tr("--period is day, week, month or total; \"%1\" is not.").arg(parser.value(u"period"_s)), ExitUsage);
    } else if (action == "set"_L1) {
        set(parser);
    } else if (action == "list"_L1 || action.isEmpty()) {
        list(parser);
    } else if (action == "remove"_L1) {
        remove(parser);
    } else {
        conclude(tr("Say \"budget set USD --period PERIOD\", \"budget list\" or \"budget remove\"."), ExitUsage);
    }
}

/// "$20.00 a month for everything"
QString BudgetCommand::inWords(const Budget &budget) const
{
    QString limit;
    switch (budget.period) {
    case Period::Day:
        limit = tr("%1 a day");
        break;
    case Period::Week:
        limit = tr("%1 a week");
        break;
    case Period::Month:
        limit = tr("%1 a month");
        break;
    case Period::Total:
        limit = tr("%1 in all");
        break;
    }
    limit = limit.arg(budget.limit.toString());
    return !budget.provider.isEmpty() ? tr("%1 for %2").arg(limit, providerText(m_app->adapters(), budget.provider))
        : !budget.client.isEmpty()    ? tr("%1 for one client").arg(limit)
                                      : tr("%1 for everything").arg(limit);
}

void BudgetCommand::set(const QCommandLineParser &parser)
{
    const std::optional<Money> limit = Money::parse(parser.positionalArguments().value(1));
    const std::optional<Period> period = periodFromName(parser.value(u"period"_s));
    if (!limit || !period) {
        conclude(!limit ? tr("Give the limit in dollars, for example 20 or 0.50.")
                        : tr("Give the period with --period: day, week, month or total."),
                 ExitUsage);
        return;
    }
    Budget budget;
    budget.limit = *limit;
    budget.period = *period;
    budget.provider = parser.value(u"provider"_s);
    whenDone(m_app->ledger().setBudget(budget), this, [this, budget](const Result<qint64> &id) {
        conclude(id ? tr("The budget is set: %1.").arg(inWords(budget)) : wording::sentence(id.error()),
                 id ? ExitDone : ExitFailed);
    });
}

void BudgetCommand::list(const QCommandLineParser &parser)
{
    const bool asJson = parser.isSet(u"json"_s);
    const QString provider = parser.value(u"provider"_s);
    const std::optional<Period> period = periodFromName(parser.value(u"period"_s));
    const auto isWanted = [provider, period](const BudgetState &state) {
        return (provider.isEmpty() || state.budget.provider == provider) && (!period || state.budget.period == *period);
    };
    whenDone(m_app->clients().list(), this, [this, asJson, isWanted](const Result<QList<Client>> &clients) {
        if (!clients) {
            fail(*m_terminal, clients.error());
            return;
        }
        const QHash<QString, QString> names = clientNames(*clients);
        const auto states = m_app->ledger().budgets(QDateTime::currentDateTime());
        whenDone(states, this, [this, asJson, names, isWanted](const Result<QList<BudgetState>> &budgets) {
            if (!budgets) {
                fail(*m_terminal, budgets.error());
                return;
            }
            QList<BudgetState> wanted;
            std::copy_if(budgets->begin(), budgets->end(), std::back_inserter(wanted), isWanted);
            if (wanted.isEmpty() && !budgets->isEmpty() && !asJson) {
                m_terminal->print(tr("There is no such budget. \"budget list\" shows them all."));
            } else {
                print(wanted, names, asJson);
            }
            Q_EMIT finished(ExitDone);
        });
    });
}

void BudgetCommand::print(const QList<BudgetState> &budgets, const QHash<QString, QString> &clientNames, bool asJson)
{
    QJsonArray report;
    QList<QStringList> rows {{tr("ID"), tr("PERIOD"), tr("FOR"), tr("LIMIT"), tr("SPENT"), tr("RESERVED"), tr("LEFT")}};
    for (const BudgetState &state : budgets) {
        const Budget &budget = state.budget;
        const QString client = clientNames.value(budget.client, budget.client);
        report.append(QJsonObject {{"id"_L1, budget.id},
                                   {"period"_L1, periodName(budget.period)},
                                   {"provider"_L1, budget.provider},
                                   {"client"_L1, budget.client},
                                   {"client_name"_L1, client},
                                   {"limit"_L1, budget.limit.toJsonDollars()},
                                   {"spent"_L1, state.spent.toJsonDollars()},
                                   {"reserved"_L1, state.reserved.toJsonDollars()},
                                   {"left"_L1, state.left().toJsonDollars()}});
        const QString scope = !budget.provider.isEmpty() ? providerText(m_app->adapters(), budget.provider)
            : !client.isEmpty()                          ? client
                                                         : tr("everything");
        rows.append({QString::number(budget.id), periodName(budget.period), scope, budget.limit.toString(),
                     state.spent.toString(), state.reserved.toString(), state.left().toString()});
    }
    if (asJson) {
        m_terminal->printJson(report);
    } else if (budgets.isEmpty()) {
        m_terminal->print(tr("There is no budget: nothing limits what is spent."));
    } else {
        m_terminal->printTable(rows, {3, 4, 5, 6});
    }
}

void BudgetCommand::remove(const QCommandLineParser &parser)
{
    const QString idText = parser.positionalArguments().value(1);
    const QString provider = parser.value(u"provider"_s);
    const std::optional<Period> period = periodFromName(parser.value(u"period"_s));
    if (!idText.isEmpty() && (period || !provider.isEmpty())) {
        conclude(tr("Name the budget either by its id or by --period and --provider."), ExitUsage);
        return;
    }
    const auto states = m_app->ledger().budgets(QDateTime::currentDateTime());
    whenDone(states, this, [this, idText, provider, period](const Result<QList<BudgetState>> &budgets) {
        if (!budgets) {
            fail(*m_terminal, budgets.error());
            return;
        }
        QList<Budget> chosen;
        for (const BudgetState &state : *budgets) {
            const Budget &budget = state.budget;
            const bool named = idText == QString::number(budget.id);
            const bool described = idText.isEmpty() && budget.provider == provider && budget.client.isEmpty()
                && (!period || budget.period == *period);
            if (named || described) {
                chosen.append(budget);
            }
        }
        if (chosen.size() != 1) {
            conclude(chosen.isEmpty() ? tr("There is no such budget. \"budget list\" shows them.")
                                      : tr("Several budgets match. Name one by its id: \"budget remove ID\"."),
                     ExitFailed);
            return;
        }
        const Budget budget = chosen.first();
        whenDone(m_app->ledger().removeBudget(budget.id), this, [this, budget](const Status &removed) {
            conclude(removed.ok() ? tr("The budget is removed: %1.").arg(inWords(budget))
                                  : wording::sentence(removed.error()),
                     removed.ok() ? ExitDone : ExitFailed);
        });
    });
}

} // namespace lightwell

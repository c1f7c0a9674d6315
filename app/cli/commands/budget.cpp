// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/budget.h"

#include "app/cli/budgettext.h"
#include "app/cli/clientnames.h"
#include "app/cli/report.h"
#include "app/cli/shownsums.h"
#include "app/cli/spendoptions.h"
#include "app/cli/terminal.h"
#include "app/composition.h"
#include "core/async/whendone.h"
#include "core/wording/wording.h"

#include <QJsonArray>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

/// Nothing: it is no number of per cent.
std::optional<int> warnAtFrom(const QCommandLineParser &parser)
{
    if (!parser.isSet(u"warn"_s)) {
        return Budget::usualWarning;
    }
    bool isNumber = false;
    QString text = parser.value(u"warn"_s).trimmed();
    const int percent = (text.endsWith(u'%') ? text.chopped(1) : text).toInt(&isNumber);
    return isNumber && percent >= 0 && percent <= 100 ? std::optional(percent) : std::nullopt;
}

} // namespace

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
        {u"client"_s, tr("Only what this client of the gateway asks for."), u"NAME"_s},
        {u"model"_s, tr("Only this model, or those of a pattern such as flux*."), u"MODEL"_s},
        {u"project"_s, tr("Only what is for this project."), u"NAME"_s},
        {u"warn"_s, tr("Tell it from so many per cent of the limit on (75); 0: never."), u"PERCENT"_s},
        {u"soft"_s, tr("Only tell when the limit is passed, and stop nothing.")},
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
    if (option == "warn"_L1 || option == "soft"_L1) {
        return action == "set"_L1;
    }
    return true; // list and remove choose by what a budget is for
}

void BudgetCommand::run(const QCommandLineParser &parser, Composition &app, Terminal &terminal)
{
    m_app = &app;
    m_terminal = &terminal;
    const QString action = parser.positionalArguments().value(0);
    const QString provider = parser.value(u"provider"_s);
    if (!provider.isEmpty() && !app.adapters().find(provider)) {
        conclude(*m_terminal, tr("There is no provider \"%1\".").arg(provider), ExitUsage);
    } else if (parser.isSet(u"period"_s) && !periodFromName(parser.value(u"period"_s))) {
        // Never taken for "any period": another budget than the one meant would go.
        conclude(*m_terminal,
                 tr("--period is day, week, month or total; \"%1\" is not.").arg(parser.value(u"period"_s)), ExitUsage);
    } else if (const Result<QString> project = projectFromOptions(parser); !project) {
        conclude(*m_terminal, wording::sentence(project.error()), ExitUsage);
    } else if (!warnAtFrom(parser)) {
        conclude(
            *m_terminal,
            tr("--warn is a whole number from 0 (never) to 100 per cent; \"%1\" is not.").arg(parser.value(u"warn"_s)),
            ExitUsage);
    } else if (action == "set"_L1 || action == "remove"_L1 || action == "list"_L1 || action.isEmpty()) {
        findClient(parser);
    } else {
        conclude(*m_terminal, tr("Say \"budget set USD --period PERIOD\", \"budget list\" or \"budget remove\"."),
                 ExitUsage);
    }
}

/// Whom --client means: a client that lives; of those whose key is gone, budgets have the id.
void BudgetCommand::findClient(const QCommandLineParser &parser)
{
    const QString action = parser.positionalArguments().value(0);
    Wish wish;
    wish.word = parser.positionalArguments().value(1);
    wish.scope.provider = parser.value(u"provider"_s);
    wish.scope.model = parser.value(u"model"_s).trimmed();
    wish.scope.project = parser.value(u"project"_s).trimmed();
    wish.scope.warnAt = warnAtFrom(parser).value_or(Budget::usualWarning);
    wish.scope.isHard = !parser.isSet(u"soft"_s);
    wish.period = periodFromName(parser.value(u"period"_s));
    wish.asJson = parser.isSet(u"json"_s);
    const QString name = parser.value(u"client"_s);
    const bool isSet = parser.isSet(u"client"_s);
    whenDone(m_app->clients().list(), this, [=, this](const Result<QList<Client>> &clients) {
        if (!clients) {
            fail(*m_terminal, clients.error());
            return;
        }
        const auto found = std::find_if(clients->begin(), clients->end(), [&name](const Client &client) {
            return client.id == name || (client.name == name && !client.revoked);
        });
        if (isSet && found == clients->end()) {
            conclude(*m_terminal, tr("There is no client \"%1\". \"clients list\" shows them.").arg(name), ExitFailed);
            return;
        }
        m_names = clientNames(*clients);
        Wish known = wish;
        known.scope.client = isSet ? found->id : QString();
        if (action == "set"_L1) {
            set(known);
        } else if (action == "remove"_L1) {
            remove(known);
        } else {
            list(known);
        }
    });
}

/// "fal.ai (fal)", "client "studio"", "everything"
QString BudgetCommand::scopeOf(const Budget &budget) const
{
    QStringList parts;
    if (!budget.provider.isEmpty()) {
        parts.append(providerText(m_app->adapters(), budget.provider));
    }
    if (!budget.model.isEmpty()) {
        parts.append(tr("model %1").arg(budget.model));
    }
    if (!budget.project.isEmpty()) {
        parts.append(tr("project \"%1\"").arg(budget.project));
    }
    if (!budget.client.isEmpty()) {
        parts.append(tr("client \"%1\"").arg(m_names.value(budget.client, budget.client)));
    }
    return parts.isEmpty() ? tr("everything") : parts.join(u", "_s);
}

/// "$20.00 a month for everything"
QString BudgetCommand::inWords(const Budget &budget) const
{
    const QString text = tr("%1 for %2").arg(limitText(budget), scopeOf(budget));
    return budget.isHard ? text : tr("%1, which only warns").arg(text);
}

void BudgetCommand::set(const Wish &wish)
{
    const std::optional<Money> limit = dollarsFrom(wish.word);
    if (!limit || !wish.period) {
        conclude(*m_terminal,
                 !limit ? tr("Give the limit in dollars, for example 20 or 0.50.")
                        : tr("Give the period with --period: day, week, month or total."),
                 ExitUsage);
        return;
    }
    Budget budget = wish.scope;
    budget.limit = *limit;
    budget.period = *wish.period;
    whenDone(m_app->ledger().setBudget(budget), this, [this, budget](const Result<qint64> &id) {
        QString told = id ? tr("The budget is set: %1.").arg(inWords(budget)) : wording::sentence(id.error());
        if (id && budget.isHard && budget.limit == Money::zero()) {
            told += u' ' + tr("Every paid call in it is refused until it is raised or removed; what is free goes on.");
        }
        conclude(*m_terminal, told, id ? ExitDone : ExitFailed);
    });
}

void BudgetCommand::list(const Wish &wish)
{
    const auto isWanted = [wish](const BudgetState &state) {
        const auto isMeant = [](const QString &wished, const QString &actual) {
            return wished.isEmpty() || wished == actual;
        };
        return isMeant(wish.scope.provider, state.budget.provider) && isMeant(wish.scope.client, state.budget.client)
            && isMeant(wish.scope.model, state.budget.model) && isMeant(wish.scope.project, state.budget.project)
            && (!wish.period || state.budget.period == *wish.period);
    };
    const auto states = m_app->ledger().budgets(QDateTime::currentDateTime());
    whenDone(states, this, [this, asJson = wish.asJson, isWanted](const Result<QList<BudgetState>> &budgets) {
        if (!budgets) {
            fail(*m_terminal, budgets.error());
            return;
        }
        QList<BudgetState> wanted;
        std::copy_if(budgets->begin(), budgets->end(), std::back_inserter(wanted), isWanted);
        if (wanted.isEmpty() && !budgets->isEmpty() && !asJson) {
            m_terminal->print(tr("There is no such budget. \"budget list\" shows them all."));
        } else {
            print(wanted, asJson);
        }
        Q_EMIT finished(ExitDone);
    });
}

void BudgetCommand::print(const QList<BudgetState> &budgets, bool asJson)
{
    const std::optional<ShownCurrency> currency = shownCurrency(m_app->settings());
    QJsonArray report;
    QList<QStringList> rows {
        {tr("ID"), tr("PERIOD"), tr("FOR"), tr("LIMIT"), tr("SPENT"), tr("RESERVED"), tr("LEFT"), tr("STATE")}};
    for (const BudgetState &state : budgets) {
        const Budget &budget = state.budget;
        QJsonObject entry = budgetReport(state);
        entry.insert("client_name"_L1, m_names.value(budget.client, budget.client));
        addShownSum(entry, currency, budget.limit);
        report.append(entry);
        rows.append({QString::number(budget.id), periodName(budget.period), scopeOf(budget),
                     currency ? tr("%1 (%2)").arg(budget.limit.toString(), currency->text(budget.limit))
                              : budget.limit.toString(),
                     sumText(state.spent), sumText(state.reserved), sumText(state.left()), stateText(state)});
    }
    if (asJson) {
        m_terminal->printJson(report);
    } else if (budgets.isEmpty()) {
        m_terminal->print(tr("There is no budget: nothing limits what is spent."));
    } else {
        m_terminal->printTable(rows, {3, 4, 5, 6});
    }
}

void BudgetCommand::remove(const Wish &wish)
{
    const QStringList described {wish.scope.provider, wish.scope.client, wish.scope.model, wish.scope.project};
    if (!wish.word.isEmpty() && (wish.period || described != QStringList {{}, {}, {}, {}})) {
        conclude(*m_terminal,
                 tr("Name the budget either by its id or by --period, --provider, --model, --client and --project."),
                 ExitUsage);
        return;
    }
    const auto states = m_app->ledger().budgets(QDateTime::currentDateTime());
    whenDone(states, this, [this, wish](const Result<QList<BudgetState>> &budgets) {
        if (!budgets) {
            fail(*m_terminal, budgets.error());
            return;
        }
        QList<Budget> chosen;
        for (const BudgetState &state : *budgets) {
            const Budget &budget = state.budget;
            const bool named = wish.word == QString::number(budget.id);
            const bool isDescribed = wish.word.isEmpty() && budget.provider == wish.scope.provider
                && budget.client == wish.scope.client && budget.model == wish.scope.model
                && budget.project == wish.scope.project && (!wish.period || budget.period == *wish.period);
            if (named || isDescribed) {
                chosen.append(budget);
            }
        }
        if (chosen.size() != 1) {
            conclude(*m_terminal,
                     chosen.isEmpty() ? tr("There is no such budget. \"budget list\" shows them.")
                                      : tr("Several budgets match. Name one by its id: \"budget remove ID\"."),
                     ExitFailed);
            return;
        }
        const Budget budget = chosen.first();
        whenDone(m_app->ledger().removeBudget(budget.id), this, [this, budget](const Status &removed) {
            conclude(*m_terminal,
                     removed.ok() ? tr("The budget is removed: %1.").arg(inWords(budget))
                                  : wording::sentence(removed.error()),
                     removed.ok() ? ExitDone : ExitFailed);
        });
    });
}

} // namespace lightwell

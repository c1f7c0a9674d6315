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

#include <algorithm>

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
    parser.addPositionalArgument(u"action"_s, tr("add, set, list or revoke."),
                                 u"add NAME | set NAME | list | revoke NAME"_s);
    parser.addOptions({
        {u"budget"_s, tr("What the client may spend in a period, in dollars."), u"USD"_s},
        {u"period"_s, tr("day, week, month or total."), u"PERIOD"_s},
        {u"models"_s,
         tr("The only models it may use: names, or patterns such as flux*, separated by commas; all lets it use any."),
         u"MODELS"_s},
        {u"rate"_s,
         tr("How many calls to models it may make in a minute, those that cost nothing among them; none lets it make "
            "as "
            "many as it likes."),
         u"N"_s},
        {u"expires"_s,
         tr("Until when its key works: a day such as 2027-01-31, that included, or a time such as 2027-01-31T12:00; "
            "never ends that."),
         u"DATE"_s},
        {u"replay"_s,
         tr("What becomes of its calls that do not say it (X-Lightwell-Replay): %1; default is what the gateway does.")
             .arg(replayModeNames().join(u", "_s)),
         u"MODE"_s},
        {u"keep-alive"_s,
         tr("whitespace sends some while it waits, also where its calls do not ask for it (X-Lightwell-Keep-Alive); "
            "none ends that."),
         u"HOW"_s},
        {u"manage-keys"_s,
         tr("Its key manages the keys of programs at the gateway (/api/v1/keys), and is good for nothing else.")},
        {u"disable"_s, tr("Its key does not work until it is enabled again.")},
        {u"enable"_s, tr("Its key works again.")},
        {u"json"_s, tr("Print JSON for programs.")},
    });
}

qsizetype ClientsCommand::maxArguments(const QString &action) const
{
    return action == "add"_L1 || action == "set"_L1 || action == "revoke"_L1 ? 2 : 1;
}

StorageNeed ClientsCommand::storageNeed(const QString &action) const
{
    return action == "list"_L1 || action.isEmpty() ? StorageNeed::Read : StorageNeed::Write;
}

bool ClientsCommand::takes(const QString &option, const QString &action) const
{
    const bool isAdd = action == "add"_L1;
    if (option == "manage-keys"_L1) {
        return isAdd;
    }
    if (option == "enable"_L1 || option == "disable"_L1) {
        return action == "set"_L1;
    }
    return option == "json"_L1 ? isAdd || action == "list"_L1 || action.isEmpty() : isAdd || action == "set"_L1;
}

void ClientsCommand::run(const QCommandLineParser &parser, Composition &app, Terminal &terminal)
{
    m_app = &app;
    m_terminal = &terminal;
    m_asJson = parser.isSet(u"json"_s);
    const QString action = parser.positionalArguments().value(0);
    const QString name = parser.positionalArguments().value(1).trimmed();
    const bool needsName = action == "add"_L1 || action == "set"_L1 || action == "revoke"_L1;
    if (needsName && name.isEmpty()) {
        conclude(*m_terminal, tr("Name the client: \"clients %1 NAME\".").arg(action), ExitUsage);
    } else if (action == "add"_L1) {
        add(parser);
    } else if (action == "set"_L1) {
        set(parser);
    } else if (action == "list"_L1 || action.isEmpty()) {
        list();
    } else if (action == "revoke"_L1) {
        revoke(name);
    } else {
        conclude(*m_terminal,
                 tr("Say \"clients add NAME\", \"clients set NAME\", \"clients list\" or \"clients revoke NAME\"."),
                 ExitUsage);
    }
}

void ClientsCommand::add(const QCommandLineParser &parser)
{
    const Result<ClientOptions> wish = clientFromOptions(parser);
    if (!wish) {
        conclude(*m_terminal, wording::sentence(wish.error()), ExitUsage);
        return;
    }
    tellOfPatterns(*wish);
    const auto adding = m_app->clients().add(parser.positionalArguments().value(1).trimmed(), wish->terms, wish->scope);
    whenDone(adding, this, [this, budget = wish->budget](const Result<NewClient> &added) {
        if (!added) {
            conclude(*m_terminal, wording::sentence(added.error()), ExitFailed);
        } else if (budget) {
            setBudget(*added, *budget);
        } else {
            printNew(*added);
        }
    });
}

/// It may be meant for models that are still to come; but a slip would lock the program out of what was meant.
void ClientsCommand::tellOfPatterns(const ClientOptions &wish)
{
    const QStringList vain = patternsOfNothing(wish.terms.models, m_app->catalog(), m_app->adapters());
    if (!vain.isEmpty()) {
        m_terminal->message(
            tr("No model that is known now is called %1. \"models\" lists them.").arg(vain.join(u", "_s)));
    }
}

void ClientsCommand::setBudget(const NewClient &added, Budget budget)
{
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

/// The parser lives as long as the command runs.
void ClientsCommand::set(const QCommandLineParser &parser)
{
    const QString name = parser.positionalArguments().value(1).trimmed();
    const QStringList settable {u"models"_s, u"rate"_s,       u"expires"_s, u"budget"_s, u"period"_s,
                                u"replay"_s, u"keep-alive"_s, u"enable"_s,  u"disable"_s};
    if (std::none_of(settable.begin(), settable.end(), [&](const QString &option) { return parser.isSet(option); })) {
        conclude(*m_terminal,
                 tr("Say what to set: --models, --rate, --expires, --replay, --keep-alive, --enable, --disable, or "
                    "--budget with --period."),
                 ExitUsage);
        return;
    }
    if (const Result<ClientOptions> wish = clientFromOptions(parser); !wish) {
        conclude(*m_terminal, wording::sentence(wish.error()), ExitUsage);
        return;
    }
    whenDone(m_app->clients().list(), this, [this, name, &parser](const Result<QList<Client>> &clients) {
        if (!clients) {
            fail(*m_terminal, clients.error());
            return;
        }
        const auto found = std::find_if(clients->begin(), clients->end(), [&name](const Client &client) {
            return !client.revoked && (client.id == name || client.name == name);
        });
        if (found == clients->end()) {
            conclude(*m_terminal, tr("There is no client \"%1\". \"clients list\" shows them.").arg(name), ExitFailed);
            return;
        }
        setTerms(*found, parser);
    });
}

void ClientsCommand::setTerms(const Client &client, const QCommandLineParser &parser)
{
    const Result<ClientOptions> wish = clientFromOptions(parser, client.terms);
    if (!wish) {
        conclude(*m_terminal, wording::sentence(wish.error()), ExitUsage);
        return;
    }
    if (parser.isSet(u"models"_s)) {
        tellOfPatterns(*wish);
    }
    whenDone(m_app->clients().setTerms(client.id, wish->terms), this,
             [this, wish = *wish](const Result<Client> &changed) {
                 if (changed) {
                     setSwitch(*changed, wish);
                 } else {
                     conclude(*m_terminal, wording::sentence(changed.error()), ExitFailed);
                 }
             });
}

void ClientsCommand::setSwitch(const Client &client, const ClientOptions &wish)
{
    if (!wish.disabled) {
        return setLimit(client, wish.budget);
    }
    whenDone(m_app->clients().update(client.id, {.disabled = wish.disabled}), this,
             [this, budget = wish.budget](const Result<Client> &changed) {
                 if (changed) {
                     setLimit(*changed, budget);
                 } else {
                     conclude(*m_terminal, wording::sentence(changed.error()), ExitFailed);
                 }
             });
}

void ClientsCommand::setLimit(const Client &client, const std::optional<Budget> &budget)
{
    const QString done = tr("This holds for \"%1\" from its next call on.").arg(client.name);
    if (!budget) {
        conclude(*m_terminal, done, ExitDone);
        return;
    }
    Budget own = *budget;
    own.client = client.id;
    whenDone(m_app->ledger().setBudget(own), this, [this, done](const Result<qint64> &id) {
        conclude(*m_terminal, id ? done : wording::sentence(id.error()), id ? ExitDone : ExitFailed);
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

QString ClientsCommand::stateText(const Client &client)
{
    if (client.revoked) {
        return tr("revoked");
    }
    if (client.disabled) {
        return tr("disabled");
    }
    if (!client.terms.expiresAt.isValid()) {
        return tr("active");
    }
    const QString end = client.terms.expiresAt.toLocalTime().toString(u"yyyy-MM-dd hh:mm"_s);
    return client.isExpired(QDateTime::currentDateTimeUtc()) ? tr("expired %1").arg(end)
                                                             : tr("active until %1").arg(end);
}

QString ClientsCommand::answersText(const ClientTerms &terms)
{
    QStringList words;
    if (terms.replay) {
        words.append(replayModeName(*terms.replay));
    }
    if (terms.beginsEarly) {
        words.append(tr("white space"));
    }
    return words.isEmpty() ? u"–"_s : words.join(u", "_s);
}

void ClientsCommand::print(const QList<Client> &clients, const QList<BudgetState> &budgets)
{
    QJsonArray report;
    QList<QStringList> rows {{tr("NAME"), tr("KEY"), tr("MADE"), tr("LAST USED"), tr("STATE"), tr("MODELS"), tr("RATE"),
                              tr("ANSWERS"), tr("BUDGET"), tr("LEFT")}};
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
        report.append(QJsonObject {
            {"id"_L1, client.id},
            {"name"_L1, client.name},
            {"key_hint"_L1, client.keyHint},
            {"created_at"_L1, client.createdAt.toUTC().toString(Qt::ISODate)},
            {"last_used_at"_L1,
             client.lastUsedAt.isValid() ? QJsonValue(client.lastUsedAt.toUTC().toString(Qt::ISODate)) : QJsonValue()},
            {"revoked"_L1, client.revoked},
            {"disabled"_L1, client.disabled},
            {"manages_keys"_L1, client.scope == KeyScope::Management},
            {"models"_L1, QJsonArray::fromStringList(client.terms.models)},
            {"requests_per_minute"_L1, client.terms.perMinute ? QJsonValue(*client.terms.perMinute) : QJsonValue()},
            {"expires_at"_L1,
             client.terms.expiresAt.isValid() ? QJsonValue(client.terms.expiresAt.toUTC().toString(Qt::ISODate))
                                              : QJsonValue()},
            {"keep_alive"_L1, client.terms.beginsEarly ? QJsonValue(u"whitespace"_s) : QJsonValue()},
            {"replay"_L1, client.terms.replay ? QJsonValue(replayModeName(*client.terms.replay)) : QJsonValue()},
            {"budgets"_L1, own}});
        rows.append({client.name, u"…"_s + client.keyHint, when(client.createdAt),
                     client.lastUsedAt.isValid() ? when(client.lastUsedAt) : tr("never"), stateText(client),
                     client.scope == KeyScope::Management ? tr("none: manages keys")
                         : client.terms.models.isEmpty()  ? tr("all")
                                                          : client.terms.models.join(u", "_s),
                     client.terms.perMinute ? tr("%1 a minute").arg(*client.terms.perMinute) : u"–"_s,
                     answersText(client.terms), limits.isEmpty() ? u"–"_s : limits.join(u", "_s),
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
        QString told =
            revoked.ok() ? tr("The key of \"%1\" no longer works.").arg(name) : wording::sentence(revoked.error());
        if (revoked.ok() && name == ClientRegistry::thisComputer()) {
            told +=
                u' '
                + tr(
                    "It is the one that serve and the window show: a gateway that runs refuses it from now on, and its "
                    "next start makes another one. Programs that have it need the new key.");
        }
        conclude(*m_terminal, told, revoked.ok() ? ExitDone : ExitFailed);
    });
}

} // namespace lightwell

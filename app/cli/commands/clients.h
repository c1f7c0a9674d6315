// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/clientoptions.h"
#include "app/cli/command.h"

namespace lightwell {

/// `clients add NAME [--models M,… --rate N --expires DATE --replay MODE --keep-alive HOW --budget USD --period P |
/// --manage-keys] | set NAME … [--enable | --disable] | list | revoke NAME`: programs with a key of their own.
class ClientsCommand : public Command
{
    Q_OBJECT
public:
    using Command::Command;
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    void declare(QCommandLineParser &parser) const override;
    [[nodiscard]] qsizetype maxArguments(const QString &action) const override;
    [[nodiscard]] bool takes(const QString &option, const QString &action) const override;
    [[nodiscard]] StorageNeed storageNeed(const QString &action) const override;
    void run(const QCommandLineParser &parser, Composition &app, Terminal &terminal) override;

private:
    void add(const QCommandLineParser &parser);
    void tellOfPatterns(const ClientOptions &wish);
    void setBudget(const NewClient &added, Budget budget);
    void set(const QCommandLineParser &parser);
    void setTerms(const Client &client, const QCommandLineParser &parser);
    void setSwitch(const Client &client, const ClientOptions &wish);
    void setLimit(const Client &client, const std::optional<Budget> &budget);
    void printNew(const NewClient &added);
    void list();
    [[nodiscard]] static QString stateText(const Client &client);
    [[nodiscard]] static QString answersText(const ClientTerms &terms);
    void print(const QList<Client> &clients, const QList<BudgetState> &budgets);
    void revoke(const QString &name);

    Composition *m_app = nullptr;
    Terminal *m_terminal = nullptr;
    bool m_asJson = false;
};

} // namespace lightwell

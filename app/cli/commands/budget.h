// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "core/ledger/ledger.h"

#include <QHash>

namespace lightwell {

/// `budget set USD --period P [--provider ID] | list | remove`: limits that stop a request before it is sent.
class BudgetCommand : public Command
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
    void set(const QCommandLineParser &parser);
    void list(const QCommandLineParser &parser);
    void print(const QList<BudgetState> &budgets, const QHash<QString, QString> &clientNames, bool asJson);
    void remove(const QCommandLineParser &parser);
    void conclude(const QString &told, int code);
    [[nodiscard]] QString inWords(const Budget &budget) const;

    Composition *m_app = nullptr;
    Terminal *m_terminal = nullptr;
};

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "core/ledger/ledger.h"

#include <QHash>

#include <optional>

namespace lightwell {

/// `budget set USD --period P [--provider ID] [--client NAME] | list | remove`: limits that stop a request before it is
/// sent.
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
    /// What the arguments say.
    struct Wish
    {
        QString word; ///< a limit, or a budget's id
        Budget scope; ///< what it is for, and how it is to be; limit and period are not said here
        std::optional<Period> period;
        bool asJson = false;
    };
    void findClient(const QCommandLineParser &parser);
    void set(const Wish &wish);
    void list(const Wish &wish);
    void print(const QList<BudgetState> &budgets, bool asJson);
    void remove(const Wish &wish);
    [[nodiscard]] QString scopeOf(const Budget &budget) const;
    [[nodiscard]] QString inWords(const Budget &budget) const;

    QHash<QString, QString> m_names; ///< of clients, by their ids
    Composition *m_app = nullptr;
    Terminal *m_terminal = nullptr;
};

} // namespace lightwell

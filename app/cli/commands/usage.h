// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/cli/usagetable.h"
#include "core/ledger/ledgerreader.h"

namespace lightwell {

/// `usage`: what was spent, by provider, model and client; with `--by` as it is asked for, with `--csv` for
/// spreadsheets, with `--check` beside what the vendors say.
class UsageCommand : public Command
{
    Q_OBJECT
public:
    using Command::Command;
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    void declare(QCommandLineParser &parser) const override;
    [[nodiscard]] StorageNeed storageNeed(const QString &) const override { return StorageNeed::Read; }
    void run(const QCommandLineParser &parser, Composition &app, Terminal &terminal) override;

private:
    void findClient(const QCommandLineParser &parser, LedgerFilter filter);
    void summarize(const QString &period);
    void tabulate(const UsageGrouping &grouping, const LedgerFilter &filter);
    void exportEntries(const LedgerFilter &filter, qint64 from);

    Composition *m_app = nullptr;
    Terminal *m_terminal = nullptr;
    bool m_asJson = false;
    bool m_asCsv = false;
    QHash<QString, QString> m_clients; ///< their names by id
};

} // namespace lightwell

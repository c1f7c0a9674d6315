// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace lightwell {

struct RestoreReport;

/// `restore FILE`: puts a backup into the home, as a whole or not at all.
class RestoreCommand : public Command
{
    Q_OBJECT
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    void declare(QCommandLineParser &parser) const override;
    [[nodiscard]] qsizetype maxArguments(const QString &) const override { return 1; }
    [[nodiscard]] StorageNeed storageNeed(const QString &) const override { return StorageNeed::Apart; }
    void run(const QCommandLineParser &parser, Composition &app, Terminal &terminal) override;
    void interrupt() override { } ///< it ends soon, and all or nothing is done

private:
    void tell(const RestoreReport &report, bool asJson, Terminal &terminal);
};

} // namespace lightwell

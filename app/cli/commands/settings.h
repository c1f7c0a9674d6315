// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace lightwell {

/// `settings`: what holds now; and takes it as it is where the file was damaged, which paid calls wait for.
class SettingsCommand : public Command
{
    Q_OBJECT
public:
    using Command::Command;
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    void declare(QCommandLineParser &parser) const override;
    [[nodiscard]] qsizetype maxArguments(const QString &) const override { return 1; }
    [[nodiscard]] bool takes(const QString &option, const QString &action) const override;
    [[nodiscard]] StorageNeed storageNeed(const QString &) const override { return StorageNeed::None; }
    void run(const QCommandLineParser &parser, Composition &app, Terminal &terminal) override;
};

} // namespace lightwell

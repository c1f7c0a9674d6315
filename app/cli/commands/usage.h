// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace lightwell {

/// `usage`: what was spent, by provider, model and client.
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
};

} // namespace lightwell

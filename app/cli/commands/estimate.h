// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace lightwell {

/// `estimate PROMPT --model M […]`: what it would cost and what would be changed, spending nothing.
class EstimateCommand : public Command
{
    Q_OBJECT
public:
    using Command::Command;
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    void declare(QCommandLineParser &parser) const override;
    [[nodiscard]] qsizetype maxArguments(const QString &action) const override;
    [[nodiscard]] StorageNeed storageNeed(const QString &action) const override;
    void run(const QCommandLineParser &parser, Composition &app, Terminal &terminal) override;
};

} // namespace lightwell

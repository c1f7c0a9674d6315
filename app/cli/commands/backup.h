// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace lightwell {

/// `backup FILE`: the home in one file, without its keys. Other programs may work in it meanwhile.
class BackupCommand : public Command
{
    Q_OBJECT
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    void declare(QCommandLineParser &parser) const override;
    [[nodiscard]] qsizetype maxArguments(const QString &) const override { return 1; }
    void run(const QCommandLineParser &parser, Composition &app, Terminal &terminal) override;
    /// What is half done must not outlive it: the file has no name before it is whole.
    void interrupt() override { }
};

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "core/model/generation.h"

namespace lightwell {

/// `requests`: the newest generations, whoever asked for them.
class RequestsCommand : public Command
{
    Q_OBJECT
public:
    using Command::Command;
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    void declare(QCommandLineParser &parser) const override;
    void run(const QCommandLineParser &parser, Composition &house, Terminal &terminal) override;

private:
    void print(const QList<Generation> &generations, const QStringList &interrupted, bool asJson, Terminal &terminal);
};

} // namespace lightwell

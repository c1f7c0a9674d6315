// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace lightwell {

/// `inspect FILE…`: what pictures say of how they were made, by whatever program. Opens no database.
class InspectCommand : public Command
{
    Q_OBJECT
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    void declare(QCommandLineParser &parser) const override;
    [[nodiscard]] qsizetype maxArguments(const QString &) const override { return 10'000; }
    [[nodiscard]] StorageNeed storageNeed(const QString &) const override { return StorageNeed::Apart; }
    void run(const QCommandLineParser &parser, Composition &app, Terminal &terminal) override;
};

} // namespace lightwell

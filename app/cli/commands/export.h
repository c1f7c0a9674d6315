// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "core/export/exportbatch.h"

namespace lightwell {

/// `export FILE…`: pictures written anew, in another format, size or quality.
class ExportCommand : public Command
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
    void interrupt() override; ///< what is in hand comes to its end

private:
    ExportBatch *m_batch = nullptr;
};

} // namespace lightwell

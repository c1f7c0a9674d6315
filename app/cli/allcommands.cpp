// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/backup.h"
#include "app/cli/commands/budget.h"
#include "app/cli/commands/clients.h"
#include "app/cli/commands/compare.h"
#include "app/cli/commands/doctor.h"
#include "app/cli/commands/estimate.h"
#include "app/cli/commands/export.h"
#include "app/cli/commands/gallery.h"
#include "app/cli/commands/generate.h"
#include "app/cli/commands/inspect.h"
#include "app/cli/commands/keys.h"
#include "app/cli/commands/mcp.h"
#include "app/cli/commands/models.h"
#include "app/cli/commands/recordings.h"
#include "app/cli/commands/requests.h"
#include "app/cli/commands/restore.h"
#include "app/cli/commands/serve.h"
#include "app/cli/commands/settings.h"
#include "app/cli/commands/usage.h"
#include "app/cli/terminal.h"

namespace lightwell {

qsizetype Command::maxArguments(const QString &) const
{
    return 0;
}

bool Command::takes(const QString &, const QString &) const
{
    return true;
}

StorageNeed Command::storageNeed(const QString &) const
{
    return StorageNeed::Write;
}

void Command::runWithout(const QCommandLineParser &, const Paths &, const Error &reason, Terminal &terminal)
{
    fail(terminal, reason);
}

void Command::fail(Terminal &terminal, const Error &error)
{
    terminal.error(error);
    Q_EMIT finished(ExitFailed);
}

void Command::conclude(Terminal &terminal, const QString &told, int code)
{
    if (!told.isEmpty()) {
        terminal.message(told);
    }
    Q_EMIT finished(code);
}

std::vector<std::unique_ptr<Command>> allCommands()
{
    std::vector<std::unique_ptr<Command>> commands;
    commands.push_back(std::make_unique<GenerateCommand>());
    for (const auto kind : {GenerateCommand::Kind::Edit, GenerateCommand::Kind::Upscale, GenerateCommand::Kind::Vary,
                            GenerateCommand::Kind::Cutout, GenerateCommand::Kind::Vectorize}) {
        commands.push_back(std::make_unique<GenerateCommand>(kind));
    }
    commands.push_back(std::make_unique<CompareCommand>());
    commands.push_back(std::make_unique<EstimateCommand>());
    commands.push_back(std::make_unique<InspectCommand>());
    commands.push_back(std::make_unique<ModelsCommand>());
    commands.push_back(std::make_unique<KeysCommand>());
    commands.push_back(std::make_unique<ClientsCommand>());
    commands.push_back(std::make_unique<BudgetCommand>());
    commands.push_back(std::make_unique<UsageCommand>());
    commands.push_back(std::make_unique<RequestsCommand>());
    commands.push_back(std::make_unique<GalleryCommand>());
    commands.push_back(std::make_unique<ExportCommand>());
    commands.push_back(std::make_unique<ServeCommand>());
    commands.push_back(std::make_unique<RecordingsCommand>());
    commands.push_back(std::make_unique<McpCommand>());
    commands.push_back(std::make_unique<SettingsCommand>());
    commands.push_back(std::make_unique<BackupCommand>());
    commands.push_back(std::make_unique<RestoreCommand>());
    commands.push_back(std::make_unique<DoctorCommand>());
    return commands;
}

} // namespace lightwell

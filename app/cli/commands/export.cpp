// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/export.h"

#include "app/cli/exporting.h"
#include "app/cli/terminal.h"
#include "core/wording/wording.h"

#include <QCommandLineParser>

#include <limits>

namespace lightwell {

using namespace Qt::StringLiterals;

QString ExportCommand::name() const
{
    return u"export"_s;
}

QString ExportCommand::summary() const
{
    return tr("Write pictures anew: another format, size or quality.");
}

void ExportCommand::declare(QCommandLineParser &parser) const
{
    parser.addPositionalArgument(u"file"_s, tr("A picture of any format that is read here."), u"FILE…"_s);
    declareExportOptions(parser);
    parser.addOption({u"json"_s, tr("Print JSON for programs.")});
}

qsizetype ExportCommand::maxArguments(const QString &) const
{
    return std::numeric_limits<qsizetype>::max();
}

StorageNeed ExportCommand::storageNeed(const QString &) const
{
    return StorageNeed::None;
}

void ExportCommand::run(const QCommandLineParser &parser, Composition &, Terminal &terminal)
{
    const QStringList files = parser.positionalArguments();
    if (files.isEmpty()) {
        conclude(terminal, tr("Name the pictures: \"export FILE… --format webp -o DIR\"."), ExitUsage);
        return;
    }
    const Result<ExportJob> job = exportJobFrom(parser, files);
    if (!job) {
        conclude(terminal, wording::sentence(job.error()), ExitUsage);
        return;
    }
    m_batch = startExport(*job, parser.isSet(u"json"_s), terminal, this, [this](int code) { Q_EMIT finished(code); });
}

void ExportCommand::interrupt()
{
    if (m_batch) {
        m_batch->cancel();
    } else {
        Command::interrupt();
    }
}

} // namespace lightwell

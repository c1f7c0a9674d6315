// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/backup.h"

#include "app/cli/terminal.h"
#include "app/composition.h"
#include "core/async/whendone.h"
#include "core/storage/homebackup.h"

#include <QJsonArray>
#include <QLocale>
#include <QtConcurrentRun>

namespace lightwell {

using namespace Qt::StringLiterals;

QString BackupCommand::name() const
{
    return u"backup"_s;
}

QString BackupCommand::summary() const
{
    return tr("Put the database, the settings and your own catalog, rules and workflows into one file.");
}

void BackupCommand::declare(QCommandLineParser &parser) const
{
    parser.addPositionalArgument(u"file"_s,
                                 tr("The file to make, a tar archive with gzip (\"lightwell.tar.gz\"); never written "
                                    "over. Keys are not in it, prompts are: keep it as you keep your home."),
                                 u"FILE"_s);
    parser.addOption({u"pictures"_s, tr("Your pictures, too.")});
    parser.addOption({u"json"_s, tr("Print JSON for programs.")});
}

void BackupCommand::run(const QCommandLineParser &parser, Composition &app, Terminal &terminal)
{
    const QString file = parser.positionalArguments().value(0);
    if (file.isEmpty()) {
        conclude(terminal, tr("Say which file to make: backup FILE"), ExitUsage);
        return;
    }
    const bool withPictures = parser.isSet(u"pictures"_s);
    const bool asJson = parser.isSet(u"json"_s);
    const auto work = QtConcurrent::run(
        [&app, file, withPictures] { return backUpHome(app.paths(), app.store(), file, withPictures); });
    whenDone(work, this, [this, &terminal, file, withPictures, asJson](const Result<BackupReport> &report) {
        if (!report) {
            fail(terminal, report.error());
            return;
        }
        if (asJson) {
            terminal.printJson(QJsonObject {{"file"_L1, file},
                                            {"bytes"_L1, report->bytes},
                                            {"files"_L1, QJsonArray::fromStringList(report->files)},
                                            {"pictures"_L1, report->pictures}});
        } else {
            const QString size = QLocale().formattedDataSize(report->bytes);
            const QString names = report->files.join(u", "_s);
            terminal.print(tr("%1 is made and was read back: %2, with %3.").arg(file, size, names));
            terminal.print(withPictures ? tr("Pictures in it: %1.").arg(report->pictures)
                                        : tr("Pictures are not in it: --pictures adds them."));
            terminal.print(tr("Your keys are not in it."));
        }
        conclude(terminal, {}, ExitDone);
    });
}

} // namespace lightwell

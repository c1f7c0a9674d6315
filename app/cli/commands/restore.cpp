// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/restore.h"

#include "app/cli/terminal.h"
#include "app/composition.h"
#include "core/async/whendone.h"
#include "core/journal/picturelinks.h"
#include "core/storage/homebackup.h"
#include "core/storage/homelock.h"
#include "core/storage/mediastore.h"
#include "core/storage/store.h"

#include <QJsonArray>
#include <QtConcurrentRun>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

/// The books of a home that lay elsewhere say where its pictures were there.
Status linkPictures(const Paths &paths)
{
    const Result<std::unique_ptr<HomeLock>> shared = HomeLock::take(paths.data, HomeLock::Use::Shared);
    const Result<std::unique_ptr<Store>> store =
        shared ? Store::open(paths.databaseFile()) : Result<std::unique_ptr<Store>>(shared.error());
    if (!store) {
        return store.error();
    }
    const Result<PictureLinks> links =
        checkPictures(**store, MediaStore(paths.mediaFolder(), Paths::rescueFolder()), Relink::Moved);
    return links ? Status(Success()) : links.error();
}

} // namespace

QString RestoreCommand::name() const
{
    return u"restore"_s;
}

QString RestoreCommand::summary() const
{
    return tr("Put a backup into this home, all of it or nothing.");
}

void RestoreCommand::declare(QCommandLineParser &parser) const
{
    parser.addPositionalArgument(u"file"_s, tr("What \"backup\" made. No program of Lightwell may run meanwhile."),
                                 u"FILE"_s);
    parser.addOption({u"force"_s,
                      tr("Also where there is a database or settings of the same name: they are kept beside the "
                         "restored ones, under another name.")});
    parser.addOption({u"json"_s, tr("Print JSON for programs.")});
}

void RestoreCommand::run(const QCommandLineParser &parser, Composition &app, Terminal &terminal)
{
    const QString file = parser.positionalArguments().value(0);
    if (file.isEmpty()) {
        conclude(terminal, tr("Say which backup to put back: restore FILE"), ExitUsage);
        return;
    }
    const Replace replace = parser.isSet(u"force"_s) ? Replace::KeepingAside : Replace::Nothing;
    const bool asJson = parser.isSet(u"json"_s);
    const auto work = QtConcurrent::run([&app, file, replace] {
        const Result<RestoreReport> report = restoreHome(app.paths(), file, replace);
        if (report) {
            static_cast<void>(linkPictures(app.paths())); // what could not be, "doctor" tells
        }
        return report;
    });
    whenDone(work, this, [this, &terminal, asJson](const Result<RestoreReport> &report) {
        if (report) {
            tell(*report, asJson, terminal);
            conclude(terminal, {}, ExitDone);
        } else {
            fail(terminal, report.error());
        }
    });
}

void RestoreCommand::tell(const RestoreReport &report, bool asJson, Terminal &terminal)
{
    if (asJson) {
        terminal.printJson(QJsonObject {{"created_at"_L1, report.createdAt.toString(Qt::ISODateWithMs)},
                                        {"version"_L1, report.version},
                                        {"files"_L1, QJsonArray::fromStringList(report.files)},
                                        {"kept_aside"_L1, QJsonArray::fromStringList(report.keptAside)},
                                        {"pictures"_L1, report.pictures}});
        return;
    }
    terminal.print(
        tr("The backup of %1 is in its place.").arg(report.createdAt.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s)));
    for (const QString &path : report.files) {
        terminal.print(u"  "_s + path);
    }
    if (report.pictures > 0) {
        terminal.print(tr("Pictures that were not here: %1.").arg(report.pictures));
    }
    if (!report.keptAside.isEmpty()) {
        terminal.print(tr("What was here before is kept. Remove it when you do not need it any more:"));
        for (const QString &path : report.keptAside) {
            terminal.print(u"  "_s + path);
        }
    }
    terminal.print(tr("What was paid for after the backup is not in its books. Keys are never part of a backup: set "
                      "them with \"keys set\" where this computer has none."));
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/recordings.h"

#include "app/cli/terminal.h"
#include "app/composition.h"
#include "core/gateway/replay/freeanswers.h"
#include "core/model/displaytext.h"

#include <QJsonArray>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

/// Of the recording, or of all of them.
QStringList generationsOf(Recordings &recordings, const QString &id = {})
{
    QStringList generations;
    const QList<Recordings::Entry> entries = recordings.list();
    for (const Recordings::Entry &entry : entries) {
        if (entry.recording && (id.isEmpty() || entry.id == id)) {
            generations.append(entry.recording->generation);
        }
    }
    return generations;
}

/// What replays made of their pictures in other formats.
void forgetCopies(const Composition &app, const QStringList &generations)
{
    const MadePictures made(madePicturesFolder(app.paths().replayFolder()));
    for (const QString &generation : generations) {
        (void)made.forget(generation);
    }
}

} // namespace

QString RecordingsCommand::name() const
{
    return u"recordings"_s;
}

QString RecordingsCommand::summary() const
{
    return tr("Show or remove what the gateway has recorded to be replayed.");
}

void RecordingsCommand::declare(QCommandLineParser &parser) const
{
    parser.addPositionalArgument(u"action"_s, tr("list, remove or clear. The pictures stay in the gallery."),
                                 u"[list | remove ID | clear]"_s);
    parser.addOption({u"json"_s, tr("Print JSON for programs.")});
}

qsizetype RecordingsCommand::maxArguments(const QString &action) const
{
    return action == "remove"_L1 ? 2 : 1;
}

bool RecordingsCommand::takes(const QString &, const QString &action) const
{
    return action == "list"_L1 || action.isEmpty();
}

StorageNeed RecordingsCommand::storageNeed(const QString &) const
{
    return StorageNeed::Read; // they are no part of the database
}

void RecordingsCommand::run(const QCommandLineParser &parser, Composition &app, Terminal &terminal)
{
    Recordings recordings(recordingsFolder(app.paths().replayFolder()));
    const QString action = parser.positionalArguments().value(0);
    const QString id = parser.positionalArguments().value(1);
    if (action.isEmpty() || action == "list"_L1) {
        list(recordings, parser.isSet(u"json"_s), terminal);
        conclude(terminal, {}, ExitDone);
    } else if (action == "remove"_L1 && !id.isEmpty()) {
        const QStringList generations = generationsOf(recordings, id);
        const bool isGone = recordings.remove(id);
        forgetCopies(app, generations);
        conclude(terminal, isGone ? tr("%1 is removed.").arg(id) : tr("There is no recording %1.").arg(id),
                 isGone ? ExitDone : ExitFailed);
    } else if (action == "clear"_L1) {
        const QStringList generations = generationsOf(recordings);
        const int gone = int(recordings.clear());
        forgetCopies(app, generations);
        conclude(terminal, tr("%n recording(s) removed.", nullptr, gone), ExitDone);
    } else {
        conclude(terminal, tr("Say \"recordings list\", \"recordings remove ID\" or \"recordings clear\"."), ExitUsage);
    }
}

void RecordingsCommand::list(Recordings &recordings, bool asJson, Terminal &terminal)
{
    constexpr qsizetype longest = 60;
    QJsonArray report;
    QList<QStringList> rows {{tr("RECORDING"), tr("MADE"), tr("MODEL"), tr("REQUEST"), tr("PROMPT")}};
    const QList<Recordings::Entry> entries = recordings.list();
    for (const Recordings::Entry &entry : entries) {
        const Recording recording = entry.recording.value_or(Recording());
        QJsonObject line {{"id"_L1, entry.id}, {"bytes"_L1, entry.bytes}, {"damaged"_L1, !entry.recording}};
        if (entry.recording) {
            line.insert("created_at"_L1, recording.createdAt.toUTC().toString(Qt::ISODate));
            line.insert("client"_L1, recording.client);
            line.insert("request"_L1, recording.generation);
            line.insert("fields"_L1, recording.fields);
        }
        report.append(line);
        const QString prompt = recording.fields.value("prompt"_L1).toString();
        rows.append(
            {entry.id,
             entry.recording ? recording.createdAt.toLocalTime().toString(u"yyyy-MM-dd hh:mm"_s) : tr("damaged"),
             recording.fields.value("model"_L1).toString(), recording.generation, shortened(prompt, longest)});
    }
    if (asJson) {
        terminal.printJson(report);
    } else if (entries.isEmpty()) {
        terminal.print(tr("Nothing is recorded. Programs record with the header X-Lightwell-Replay: record."));
    } else {
        terminal.printTable(rows);
    }
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/replay/recordings.h"

#include "core/model/boundedjson.h"
#include "core/model/whohasmost.h"
#include "core/storage/durablefile.h"
#include "core/storage/readfile.h"
#include "core/wording/gatewayreasons.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr auto suffix = ".json"_L1;

/// Those in the folder, the oldest first, whatever else lies there.
QFileInfoList filesIn(const QString &folder)
{
    QFileInfoList files = QDir(folder).entryInfoList({u"rec_*"_s + suffix}, QDir::Files | QDir::NoSymLinks, QDir::Name);
    files.removeIf([](const QFileInfo &file) { return !isRecordingId(file.completeBaseName()); });
    return files;
}

std::optional<Recording> readIn(const QFileInfo &file, qint64 most)
{
    const Result<QByteArray> bytes = readRegularFile(file.absoluteFilePath(), most);
    const Result<QJsonObject> object =
        bytes ? readJsonObject(*bytes, jsonlimits::own) : Result<QJsonObject>(bytes.error());
    std::optional<Recording> recording = object ? Recording::fromJson(*object) : std::nullopt;
    // One that was copied under another name would be found by an id that is not its own.
    return recording && recording->id == file.completeBaseName() ? recording : std::nullopt;
}

/// A damaged one, which helps nobody, or the oldest of the client that has most; `entries` has the oldest first.
auto leastNeeded(const QList<Recordings::Entry> &entries, bool isByCount)
{
    const auto damaged =
        std::find_if(entries.begin(), entries.end(), [](const Recordings::Entry &entry) { return !entry.recording; });
    return damaged != entries.end()
        ? damaged
        : firstOfWhoHasMost(
            entries, [](const Recordings::Entry &entry) { return entry.recording->client; },
            [isByCount](const Recordings::Entry &entry) { return isByCount ? qint64(1) : entry.bytes; });
}

} // namespace

Recordings::Recordings(QString folder)
    : Recordings(std::move(folder), Bounds())
{
}

Recordings::Recordings(QString folder, const Bounds &bounds)
    : m_folder(std::move(folder))
    , m_bounds(bounds)
{
}

Status Recordings::add(const Recording &recording)
{
    const QByteArray text = QJsonDocument(recording.toJson()).toJson(QJsonDocument::Compact);
    if (m_folder.isEmpty() || text.size() > m_bounds.bytesEach) {
        return notSent(ErrorKind::Storage, reasons::recordingTooLong(m_bounds.bytesEach));
    }
    if (const Status made = makeDurableFolder(m_folder); !made) {
        return made;
    }
    if (const Status written = writeDurably(m_folder + u'/' + recording.id + suffix, text); !written) {
        return written;
    }
    makeRoom(recording.id);
    return Success();
}

void Recordings::makeRoom(const QString &keep)
{
    const QFileInfoList files = filesIn(m_folder);
    qsizetype count = files.size();
    qint64 bytes = 0;
    for (const QFileInfo &file : files) {
        bytes += file.size();
    }
    const auto isFull = [&] { return count > m_bounds.count || bytes > m_bounds.bytes; };
    QList<Entry> entries = isFull() ? list() : QList<Entry>();
    entries.removeIf([&keep](const Entry &entry) { return entry.id == keep; });
    std::reverse(entries.begin(), entries.end()); // the oldest first
    while (isFull() && !entries.isEmpty()) {
        const auto entry = leastNeeded(entries, count > m_bounds.count);
        const QString path = m_folder + u'/' + entry->id + suffix;
        if (QFile::remove(path) || !QFileInfo::exists(path)) { // another program may make room as well
            --count;
            bytes -= entry->bytes;
        }
        entries.erase(entry);
    }
}

QList<Recordings::Entry> Recordings::list()
{
    if (m_folder.isEmpty()) {
        return {};
    }
    const QMutexLocker lock(&m_mutex);
    QList<Entry> entries;
    QHash<QString, std::optional<Recording>> known;
    const QFileInfoList files = filesIn(m_folder);
    for (const QFileInfo &file : files) {
        const QString id = file.completeBaseName();
        const auto before = m_known.constFind(id);
        known.insert(id, before != m_known.constEnd() ? *before : readIn(file, m_bounds.bytesEach));
        entries.prepend({id, file.size(), known.value(id)});
    }
    m_known = known;
    return entries;
}

QList<Recording> Recordings::newest(const std::function<bool(const Recording &)> &fits, const QDateTime &now)
{
    constexpr qsizetype most = 8;
    QList<Recording> found;
    const QList<Entry> entries = list();
    for (const Entry &entry : entries) {
        const std::optional<Recording> &recording = entry.recording;
        const bool isOver = recording && recording->expiresAt.isValid() && recording->expiresAt <= now;
        if (recording && !isOver && fits(*recording)) {
            found.append(*recording);
        }
        if (found.size() == most) {
            break;
        }
    }
    return found;
}

bool Recordings::remove(const QString &id)
{
    return isRecordingId(id) && !m_folder.isEmpty() && QFile::remove(m_folder + u'/' + id + suffix);
}

qsizetype Recordings::clear()
{
    qsizetype gone = 0;
    const QFileInfoList files = m_folder.isEmpty() ? QFileInfoList() : filesIn(m_folder);
    for (const QFileInfo &file : files) {
        gone += QFile::remove(file.absoluteFilePath()) ? 1 : 0;
    }
    return gone;
}

bool Recordings::forget(const QString &generation)
{
    const QList<Entry> entries = list();
    bool isGone = true;
    for (const Entry &entry : entries) {
        if (entry.recording && entry.recording->generation == generation) {
            isGone = remove(entry.id) && isGone;
        }
    }
    return isGone;
}

} // namespace lightwell

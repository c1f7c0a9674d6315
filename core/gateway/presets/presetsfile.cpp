// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/presets/presetsfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <sys/stat.h>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

/// Clients hear of it, whom the folder does not concern; a person is told path() beside it.
Reason withoutFolder(Reason why, const QString &path)
{
    const QJsonValue whole = QDir::toNativeSeparators(path);
    const auto isPath = [&whole](const ReasonValue &value) { return value.value == whole; };
    std::replace_if(why.values.begin(), why.values.end(), isPath, ReasonValue(QFileInfo(path).fileName()));
    return why;
}

Presets readPresetsAt(const QString &path)
{
    Presets presets;
    const Result<std::optional<QByteArray>> text = WatchedFile::readNow(path, Presets::largestFile);
    if (!text) {
        presets.faults.append(withoutFolder(text.error().why(), path));
    } else if (*text) {
        presets = readPresets(**text);
        presets.writtenAt = QFileInfo(path).lastModified().toUTC();
    }
    return presets;
}

qint64 nanosecondsOf(const timespec &time)
{
    return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

/// By which two files, or two states of one, differ; empty where there is none, or they may not differ yet: a second
/// write within the same tick of the file system's clock leaves no trace.
QByteArray markOf(const QString &path)
{
    struct stat info = {};
    if (::stat(QFile::encodeName(path).constData(), &info) != 0) {
        return {}; // which of several reasons there are may change, and looking costs nothing
    }
    constexpr qint64 settled = 50'000'000;
    timespec now = {};
    ::clock_gettime(CLOCK_REALTIME, &now);
    const qint64 changed = std::max(nanosecondsOf(info.st_mtim), nanosecondsOf(info.st_ctim));
    if (std::abs(nanosecondsOf(now) - changed) < settled) {
        return {};
    }
    QByteArray mark;
    for (const qint64 number : {qint64(info.st_ino), qint64(info.st_size), nanosecondsOf(info.st_mtim), changed}) {
        mark += QByteArray::number(number) + ' ';
    }
    return mark;
}

} // namespace

const Presets &PresetsNow::presets()
{
    const QByteArray mark = markOf(m_path); // before it is read: what changes meanwhile is another one
    if (!m_isRead || mark.isEmpty() || mark != m_mark) {
        m_presets = readPresetsAt(m_path);
        m_mark = mark;
        m_isRead = true;
    }
    return m_presets;
}

PresetsFile::PresetsFile(QString path, QObject *parent)
    : QObject(parent)
    , m_file(std::move(path), Presets::largestFile)
{
    connect(&m_file, &WatchedFile::touched, this, &PresetsFile::read);
    read();
}

void PresetsFile::read()
{
    const Presets presets = readPresetsAt(m_file.path());
    if (presets != m_presets) {
        m_presets = presets;
        Q_EMIT changed();
    }
}

} // namespace lightwell

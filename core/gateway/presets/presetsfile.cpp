// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/presets/presetsfile.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

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

} // namespace

const Presets &PresetsNow::presets()
{
    const std::optional<FileMark> mark = FileMark::of(m_path); // before it is read: what changes meanwhile is another
    if (!mark || mark != m_mark) {
        m_presets = readPresetsAt(m_path);
        m_mark = mark;
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

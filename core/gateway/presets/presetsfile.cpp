// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/presets/presetsfile.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace lightwell {

namespace {

/// Clients hear of it, whom the folder does not concern; a person is told path() beside it.
Reason withoutFolder(Reason why, const QString &path)
{
    const QJsonValue whole = QDir::toNativeSeparators(path);
    const auto isPath = [&whole](const ReasonValue &value) { return value.value == whole; };
    std::replace_if(why.values.begin(), why.values.end(), isPath, ReasonValue(QFileInfo(path).fileName()));
    return why;
}

} // namespace

PresetsFile::PresetsFile(QString path, QObject *parent)
    : QObject(parent)
    , m_file(std::move(path), Presets::largestFile)
{
    connect(&m_file, &WatchedFile::touched, this, &PresetsFile::read);
    read();
}

void PresetsFile::read()
{
    Presets presets;
    const Result<std::optional<QByteArray>> text = m_file.read();
    if (!text) {
        presets.faults.append(withoutFolder(text.error().why(), m_file.path()));
    } else if (*text) {
        presets = readPresets(**text);
        presets.writtenAt = QFileInfo(m_file.path()).lastModified().toUTC();
    }
    if (presets != m_presets) {
        m_presets = presets;
        Q_EMIT changed();
    }
}

} // namespace lightwell

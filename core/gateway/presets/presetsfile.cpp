// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/presets/presetsfile.h"

#include <QFileInfo>

namespace lightwell {

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
        presets.faults.append(text.error().why());
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

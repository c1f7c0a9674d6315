// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/backgroundfile.h"

#include <QtConcurrentRun>

namespace lightwell {

BackgroundFile::BackgroundFile(const QString &beginning, const QByteArray &bytes)
    : m_file(beginning)
    , m_filling(QtConcurrent::run([this, bytes] { return m_file.fill(bytes); }))
{
}

BackgroundFile::~BackgroundFile()
{
    m_filling.waitForFinished();
}

Status BackgroundFile::name(const QString &path)
{
    const Status filled = m_filling.result();
    return filled ? m_file.name(path) : filled;
}

} // namespace lightwell

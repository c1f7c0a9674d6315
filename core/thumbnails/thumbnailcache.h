// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMutex>
#include <QString>

namespace lightwell {

/// Small files in a folder that stays within a number of bytes: what was used longest ago goes first. Each carries a
/// check sum, so that a damaged one is known. All that goes wrong only means that something is not kept. Thread-safe.
class ThumbnailCache
{
public:
    ThumbnailCache(QString folder, qint64 maxBytes);

    [[nodiscard]] QByteArray read(const QString &name); ///< empty: it is not there, or damaged and gone now
    void write(const QString &name, const QByteArray &bytes);
    void remove(const QString &name);
    [[nodiscard]] qint64 bytes(); ///< of all files

private:
    [[nodiscard]] QString pathOf(const QString &name) const;
    void count(); ///< what lies there from earlier
    void shrink();
    const QString m_folder;
    const qint64 m_maxBytes;
    QMutex m_mutex;
    qint64 m_bytes = -1; ///< not counted yet
};

} // namespace lightwell

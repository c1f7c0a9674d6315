// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"

#include <QMutex>
#include <QSet>
#include <QString>
#include <QStringList>

namespace lightwell {

/// What becomes of a file that has a name already.
enum class ExportExisting {
    Kept, ///< the new one gets the next free name: "fox-2.webp"
    Replaced, ///< unless this batch reads it or has written it
    Skipped, ///< the picture that would have had its name is left out, unless this batch reads or has written it
};

/// A file to be written.
struct ExportTarget
{
    QString path;
    bool isPlaceholder = false; ///< empty, and made to keep the name: to be removed if nothing is written
};

/// Chooses where the pictures of one batch go, from any thread. Neither a file that the batch reads nor one that it has
/// written is ever given out, under whatever name or link it is asked for.
class ExportTargets
{
public:
    ExportTargets(QStringList sources, ExportExisting existing);

    /// Whether a file of that name is there which this batch neither reads nor has written.
    [[nodiscard]] bool isTaken(const QString &folder, const QString &stem, const QString &suffix);
    [[nodiscard]] Result<ExportTarget> claim(const QString &folder, const QString &stem, const QString &suffix);

private:
    [[nodiscard]] bool isOurs(const QString &path);
    /// A file of that name that was not there, so that two exports never choose the same; "fox-2.webp" where it was.
    [[nodiscard]] Result<QString> claimFree(const QString &folder, const QString &stem, const QString &suffix);

    const QStringList m_sources;
    const ExportExisting m_existing;
    QMutex m_mutex;
    QSet<QString> m_ours; ///< read or written by this batch
    bool m_knowsSources = false;
};

} // namespace lightwell

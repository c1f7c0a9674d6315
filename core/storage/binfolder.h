// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"

#include <QString>
#include <QStringList>

namespace lightwell {

/// Where the files of deleted pictures wait, beside the media store's own: whoever deletes takes nothing from the disk
/// at once. Files keep their names, which are their content. Blocks on the disk: call on the thread pool. Thread-safe:
/// only files, no state.
class BinFolder
{
public:
    explicit BinFolder(const QString &mediaFolder);

    /// One that is not there is no failure: it is gone already.
    [[nodiscard]] Status take(const QString &path) const;
    /// Back to the media store. False: it is not in the bin.
    [[nodiscard]] Result<bool> giveBack(const QString &id) const;
    [[nodiscard]] Status empty(const QString &id) const; ///< for good
    [[nodiscard]] QStringList files() const; ///< paths, sorted
    [[nodiscard]] QString pathOf(const QString &id) const; ///< empty: it is not in the bin

private:
    QString m_mediaFolder;
    QString m_folder;
};

} // namespace lightwell

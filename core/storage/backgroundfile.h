// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/durablefile.h"

#include <QFuture>

namespace lightwell {

/// A file that is named after its content and is filled on the thread pool while its name is found out. Waits at its
/// end; goes again unless it is named.
class BackgroundFile
{
public:
    /// `beginning`: as of AddressedFile.
    BackgroundFile(const QString &beginning, const QByteArray &bytes);
    ~BackgroundFile();
    BackgroundFile(const BackgroundFile &) = delete;
    BackgroundFile &operator=(const BackgroundFile &) = delete;

    [[nodiscard]] Status name(const QString &path); ///< returns when it is on the disk

private:
    AddressedFile m_file;
    QFuture<Status> m_filling;
};

} // namespace lightwell

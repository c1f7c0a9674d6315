// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace lightwell {

/// What there is at a path instead of a file, as a sentence ("… is a folder, not a file."); nothing where it is a file,
/// or where there is nothing. Follows links, opens nothing.
[[nodiscard]] std::optional<Error> notAFile(const QString &path);

/// The whole of a file that has at most `maxBytes`. Folders, devices, pipes and sockets are refused without being
/// opened, so that nothing hangs or has no end; a file that is larger, or grows beyond the limit while it is read, is
/// refused with true words. ErrorKind::Invalid where something else than a file is meant or it is too large,
/// ErrorKind::NotFound where nothing is there, ErrorKind::Storage where it cannot be read.
[[nodiscard]] Result<QByteArray> readRegularFile(const QString &path, qint64 maxBytes);

} // namespace lightwell

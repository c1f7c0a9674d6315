// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"

#include <QByteArray>
#include <QString>

class QFileDevice;

namespace lightwell {

/// Writes the whole file or nothing, readable by this user only, and returns when it is on the disk: the file is
/// synced before it gets its name, the folder after. Full disks and read-only folders are ErrorKind::Storage.
[[nodiscard]] Status writeDurably(const QString &path, const QByteArray &bytes);

/// Makes a folder (and those above it) readable by this user only; an existing one is left as it is.
[[nodiscard]] Status makeDurableFolder(const QString &path);

/// A plain sentence for what went wrong with a file.
[[nodiscard]] Error fileError(const QFileDevice &file);

} // namespace lightwell

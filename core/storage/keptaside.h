// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"

#include <QString>
#include <QStringList>

namespace lightwell {

/// Gives a damaged file a name beside its own ("settings.ini.damaged-20260131-235959"), so that another can be written
/// in its place without losing it. Yields that name.
[[nodiscard]] Result<QString> keepAside(const QString &path);

/// A name beside `path` that nothing has yet: "settings.ini.<word>-20260131-235959".
[[nodiscard]] QString nameAside(const QString &path, const QString &word);

/// What lies in `folder` under such a name, with its path.
[[nodiscard]] QStringList filesKeptAside(const QString &folder);

} // namespace lightwell

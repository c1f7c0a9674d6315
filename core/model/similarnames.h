// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace lightwell {

/// Edits (insert, delete, replace, swap neighbours) that turn one text into the other.
[[nodiscard]] int editDistance(const QString &left, const QString &right);

/// The candidates somebody who wrote `name` may have meant, nearest first, at most `count`. Case, dots, dashes and
/// spaces do not count. Nothing if none is near.
[[nodiscard]] QStringList similarNames(const QString &name, const QStringList &candidates, int count);

} // namespace lightwell

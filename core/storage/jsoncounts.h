// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace lightwell {

/// An expression of a statement: over all rows of a group, the sum of the counts that the objects of the list in
/// `column`, as JSON, have under the first of these paths ("usage.input_tokens") that is there. What is no list of
/// objects counts for nothing. The words of the database that is used.
[[nodiscard]] QString totalOfJsonCounts(const QString &column, const QStringList &paths);

} // namespace lightwell

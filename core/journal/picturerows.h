// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/generation.h"
#include "core/storage/query.h"

/// The rows of the pictures of a generation, which `sequence` names. Only on the store's thread; whatever writes,
/// inside a transaction of the caller.
namespace lightwell::picturerows {

[[nodiscard]] Status write(Database &database, qint64 sequence, const QList<Picture> &pictures);
[[nodiscard]] Result<QList<Picture>> read(Database &database, qint64 sequence);

/// What pictureOf() reads, as the first columns of a row of the table `pictures`.
[[nodiscard]] QString columns();
[[nodiscard]] Picture pictureOf(const Rows &row);

} // namespace lightwell::picturerows

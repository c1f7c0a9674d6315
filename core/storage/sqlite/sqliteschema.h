// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/migrations.h"

namespace lightwell {

/// All steps from an empty file to the present schema, in their order.
[[nodiscard]] QList<Migration> sqliteMigrations();
/// The tables there are after the last one.
[[nodiscard]] QStringList sqliteTables();

} // namespace lightwell

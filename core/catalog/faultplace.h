// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/writtencatalog.h"

#include <optional>

namespace lightwell {

struct FaultPlace
{
    JsonPath path;
    qsizetype line = 1; ///< from 1
};

/// Where a field of an entry stands: in the entry itself, or among the defaults of its provider; where it is in
/// neither, the nearest thing around it in the entry.
[[nodiscard]] FaultPlace findPlace(const WrittenPlace &place, const JsonPath &field);

[[nodiscard]] QString inFile(const CatalogFile *file, const QString &what); ///< "offers/fal.json, " before it
[[nodiscard]] QString atLine(std::optional<qsizetype> line, const QString &what); ///< "line 7: " before it

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/claims.h"

#include <QJsonObject>
#include <QStringList>

namespace lightwell {

/// What a picture says of itself, for a person: a line a field, only what is there.
[[nodiscard]] QStringList claimsLines(const PictureClaims &claims);
/// For programs; what is not known is left out. Seeds are text, since they are longer than a number of JSON.
[[nodiscard]] QJsonObject claimsReport(const PictureClaims &claims);

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/error.h"
#include "core/model/offer.h"
#include "core/model/request.h"

#include <optional>

namespace lightwell {

/// The code of an error that a picture sent as its bytes would not have had.
inline constexpr QLatin1StringView linkErrorCode {"LINK_NOT_TAKEN"};

/// What keeps the pictures and the mask of a request from this offer: their number, their roles, links where bytes are
/// needed, a mask of another size. What the vendor would refuse of their files is planInputs()'s.
[[nodiscard]] std::optional<Error> checkPictures(const Request &request, const Offer &offer);

} // namespace lightwell

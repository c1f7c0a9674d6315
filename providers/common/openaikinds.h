// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/common/httperrors.h"

namespace lightwell {

/// What an error in OpenAI's form is by its code or, where a server has none, its type: by the vendor's own table
/// first, then by OpenAI's. Nothing where neither has the word.
[[nodiscard]] std::optional<ErrorKind> openAiErrorKind(const VendorMessage &said, std::span<const ErrorCode> own);

/// Whether it says that the account's country is not served.
[[nodiscard]] bool isCountryRefused(const VendorMessage &said);

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/http/httpmessage.h"

namespace lightwell {

/// What the body of a POST may be, by its Content-Type.
enum class BodyForm {
    Json, ///< application/json; from programs that are no browsers also without a type, or with one that says nothing
    JsonOrForm, ///< that, or multipart/form-data
};

[[nodiscard]] bool isJson(const GatewayRequest &request); ///< by its Content-Type, of which there is exactly one
[[nodiscard]] bool comesAs(const GatewayRequest &request, BodyForm form);

} // namespace lightwell

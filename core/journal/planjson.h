// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/generation.h"

namespace lightwell::planjson {

/// A plan as its attempt's row has it: without its request and its offer, which lie elsewhere, and without what the
/// request says already. `request` is the generation's.
[[nodiscard]] QString write(const Plan &plan, const Request &request);
/// The same, whole again. Also of rows that say what the request says once more. `request` is the generation's as JSON.
[[nodiscard]] Result<Plan> read(const QByteArray &text, const QJsonObject &request, Offer offer);

} // namespace lightwell::planjson

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"

#include <memory>

namespace lightwell {

/// SiliconFlow's images API (its OpenAPI document of 2026-11), in a dialect of OpenAI's with names of its own: the
/// answer's list is "images", further pictures go into "image2" and "image3". Accounts, keys and models of
/// api.siliconflow.com are others; it is reached by the base address.
///
/// Errors come as an object with a number, in OpenAI's form or as a bare text. Unconfirmed: how a refused prompt is
/// told (451, or any refusal whose words say so) and an empty account (30001, or the word "balance").
///
/// More than the 80 lines of an OpenAI-like vendor, since errors come in three forms.
[[nodiscard]] std::unique_ptr<Adapter> siliconFlowAdapter();

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"

#include <memory>

namespace lightwell {

/// Lumenfall's gateway to image models (its documentation of 2026), in OpenAI's dialect below /openai/v1: generations
/// as JSON, edits and upscales as uploads. What a call cost, it tells; an error may come as a success.
///
/// Unconfirmed: whether a call for which all of its vendors failed is free (it counts as perhaps billed), and whether
/// the list of models is shown to any key.
///
/// More than the 80 lines of an OpenAI-like vendor, since costs and codes of errors are its own.
[[nodiscard]] std::unique_ptr<Adapter> lumenfallAdapter();

} // namespace lightwell

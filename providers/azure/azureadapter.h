// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"

#include <memory>

namespace lightwell {

/// Azure OpenAI in Microsoft Foundry: OpenAI's Images API at the customer's own resource, where models are called by
/// the names of their deployments (Azure OpenAI REST reference). Without a dated API version the v1 API is called, as
/// @ai-sdk/azure does: /openai/v1/images/…?api-version=v1, the deployment as "model"; with one, the classic form:
/// /openai/deployments/NAME/images/…?api-version=DATE. Microsoft's own models (MAI-Image) stand under /mai/v1.
///
/// Unconfirmed: the whole contract of MAI-Image, and whether it knows an API version (none is sent).
///
/// More than the 80 lines of an OpenAI-like vendor, since addresses have two forms, and Microsoft's own models another
/// contract and other errors.
[[nodiscard]] std::unique_ptr<Adapter> azureAdapter();

} // namespace lightwell

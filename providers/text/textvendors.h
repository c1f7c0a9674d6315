// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapterregistry.h"
#include "core/chat/textvendor.h"

namespace lightwell {

/// The providers of `adapters` that have text models, and what is known of these. `ownServers` are those of the user's
/// that speak OpenAI's API, by their ids. A provider is added here, and nowhere else.
[[nodiscard]] TextModels textModels(const AdapterRegistry &adapters, const QStringList &ownServers);

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/endpoint.h"
#include "core/catalog/entryfault.h"
#include "core/model/fieldreader.h"

#include <optional>

namespace lightwell {

/// Reads what a person wrote: {"id": "garage", "address": "http://garage.lan:8080", "models": ["sdxl"], "edits":
/// "none", "size_as": "width-height", "b64": true, "free": true, "needs_key": true, "max_per_call": 1}.
[[nodiscard]] Endpoint readEndpoint(const QJsonObject &object, QList<FieldFault> &faults);

/// A field that would hold a key, which this file is no place for.
[[nodiscard]] std::optional<EntryFault> findSecret(const QJsonObject &object);

/// The first thing that cannot be meant. `taken` are ids that are a provider's, kept for one, or used further up.
[[nodiscard]] std::optional<EntryFault> findFault(const Endpoint &endpoint, const QStringList &taken);

} // namespace lightwell

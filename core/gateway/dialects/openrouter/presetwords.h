// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/dialects/filledrequest.h"

#include <QUrlQuery>

/// Presets, as OpenRouter's guide "Presets" and its API reference (presets) have them. Pure.
namespace lightwell::openrouter {

/// Finds the preset that a body names ("model": "@preset/slug", "model": "name@preset/slug", "preset": "slug") and
/// writes its fields into it: those that the body does not have, whole (null is the same as absent), and the tools that
/// it has none of the same name of. The system prompt goes before the messages, unless one of them is the system's;
/// before the prompt of POST /images. A body that names none stays as it is, and so does what is no JSON; embeddings
/// have no presets.
[[nodiscard]] Result<FilledRequest> withPreset(const GatewayRequest &request, const Presets &presets);

/// Which preset is not there, and which are, or what is wrong with it; `param` is the field that names it.
[[nodiscard]] Error presetNotThere(const QString &slug, const Presets &presets, const QString &param);

/// GET /presets, by `offset` and `limit` (1 to 100; 50). There is one version of each: what the file says now.
[[nodiscard]] GatewayResponse presetsPage(const Presets &presets, const QUrlQuery &query);
/// GET /presets/{slug}.
[[nodiscard]] GatewayResponse presetPage(const Presets &presets, const QString &slug);

} // namespace lightwell::openrouter

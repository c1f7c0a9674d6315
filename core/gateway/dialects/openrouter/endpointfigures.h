// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/routing/offerfigures.h"

#include <QJsonObject>

namespace lightwell::openrouter {

/// What an endpoint is asked for, as OpenRouter's API reference ("List endpoints for a model") names kinds of work.
enum class Workload { Pictures, Words, Embeddings };

/// Adds how an endpoint did lately: `uptime_last_5m`, `_30m`, `_1d` (per cent), `latency_last_30m` (milliseconds: of
/// words to the first one, of all else to the end), `throughput_last_30m` (tokens a second, of words alone), each null
/// where nothing was measured, and the same times by kind of work where there are any.
void addFigures(QJsonObject &endpoint, const OfferFigures &figures, Workload workload);

} // namespace lightwell::openrouter

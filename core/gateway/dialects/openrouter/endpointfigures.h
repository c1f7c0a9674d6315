// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/routing/offerfigures.h"

#include <QJsonObject>

namespace lightwell::openrouter {

/// What an endpoint is asked for, as OpenRouter's API reference ("List endpoints for a model") names kinds of work.
enum class Workload { Pictures, Words, Embeddings };

/// What its latency and its throughput are by that: of words until the first one and in tokens a second, of all else
/// until the end and none.
[[nodiscard]] std::optional<Percentiles> latencyOf(const OfferFigures &figures, Workload workload);
[[nodiscard]] std::optional<Percentiles> throughputOf(const OfferFigures &figures, Workload workload);

/// Adds how an endpoint did lately: `uptime_last_5m`, `_30m`, `_1d` (per cent), `latency_last_30m` (milliseconds)
/// and `throughput_last_30m`, each null where nothing was measured, and the same times by kind of work where there are
/// any.
void addFigures(QJsonObject &endpoint, const OfferFigures &figures, Workload workload);

} // namespace lightwell::openrouter

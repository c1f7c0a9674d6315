// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"

namespace lightwell {

/// An answer to an upload, an order or a question that is no success. What ComfyUI finds wrong with a graph names the
/// node and its input: the error's param is what Lightwell put there, its detail ComfyUI's words. Never billed.
[[nodiscard]] Error comfyUiError(const HttpResponse &response, const Offer &offer, const QString &provider);

/// The end of a job as an entry of the history tells it. The links to its pictures are made from `view`, the address
/// that serves files; `seed` is what was sent.
[[nodiscard]] Step comfyUiOutcome(const HttpResponse &response, const QJsonObject &entry, const QUrl &view,
                                  const Plan &plan, std::optional<qint64> seed, const QString &provider);

/// Where a job stands in the answer about the queue.
struct ComfyUiTurn
{
    bool isKnown = false; ///< it runs or waits
    bool isRunning = false;
    int before = 0; ///< how many wait before it
};
[[nodiscard]] ComfyUiTurn comfyUiTurn(const QJsonObject &queue, const QString &id);

} // namespace lightwell

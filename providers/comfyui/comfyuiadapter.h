// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"

namespace lightwell {

/// ComfyUI's own API (server.py, execution.py): it is given whole graphs of nodes. An offer carries its graphs, one a
/// mode, in Wire::constants: "workflows", "model" (where the model's name goes) and "output" (the one node that
/// counts); Offer::fields says where each value goes ("5.seed"). Templates and the user's own workflows are the same to
/// it.
///
/// Pictures are uploaded first, the graph follows, and the history is asked until the job stands in it; meanwhile the
/// queue tells its place, and a web socket steps and sketches. Nothing it does costs anything. No JobAdapter: uploads
/// come before the order, and two questions have to be asked in turn, since the history says nothing of what still
/// waits and the queue nothing of what is done. A job that is in neither was deleted, or the server began anew.
///
/// Servers before 0.3.45 give ids of their own, so none is sent; the socket's id follows from the graph. Old ones end
/// whatever runs when they are told to interrupt one job, so that is only sent while ours is known to run.
///
/// State: phase ("upload", "submit", "history", "queue"), "uploads" (names), "seed"; of the job "id", "poll" (the
/// history's address), "client"; "running", and "missing" where the queue has lost it.
///
/// Longer than most adapters, since it takes whole graphs, uploads first, asks in two places, listens on a web socket,
/// and reads the user's own workflows.
class ComfyUiAdapter : public Adapter
{
public:
    [[nodiscard]] ProviderInfo info() const override;
    [[nodiscard]] Step begin(const Plan &plan, const PlannedCall &call, const Credentials &credentials) const override;
    [[nodiscard]] Step advance(const Plan &plan, const AdapterState &state, const HttpResponse &response,
                               const Credentials &credentials) const override;
    [[nodiscard]] QList<Interim> streamed(const Plan &plan, const AdapterState &state,
                                          const StreamEvent &event) const override;
    [[nodiscard]] std::optional<HttpRequest> resume(const AdapterState &state,
                                                    const Credentials &credentials) const override;
    [[nodiscard]] std::optional<HttpRequest> cancel(const AdapterState &state,
                                                    const Credentials &credentials) const override;
    [[nodiscard]] std::optional<HttpRequest> keyCheck(const Credentials &credentials) const override;
    [[nodiscard]] std::optional<Error> readKeyCheck(const HttpResponse &response) const override;
};

} // namespace lightwell

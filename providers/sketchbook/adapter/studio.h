// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transport/httpclient.h"
#include "providers/sketchbook/adapter/studiolimits.h"

#include <memory>

namespace lightwell {

/// The built-in painter behind its own URL scheme: an HTTP service inside the process, as strict as a vendor's, for
/// HttpClient::registerScheme("sketchbook", &studio). The wire format stands in SketchbookAdapter. It paints on threads
/// of its own, keeps finished pictures in memory for a while and within bounds, and forgets them when it goes.
/// handle() must always be called on the same thread.
class Studio final : public InProcessServer
{
public:
    explicit Studio(const sketchbook::StudioLimits &limits = {});
    /// Stops what is being painted and waits until the threads have put their brushes down.
    ~Studio() override;

    [[nodiscard]] QFuture<HttpResponse> handle(const HttpRequest &request) override;

    [[nodiscard]] int paintings() const; ///< kept or under way
    [[nodiscard]] qint64 keptBytes() const; ///< size of all finished pictures in memory

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace lightwell

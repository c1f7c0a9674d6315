// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"

namespace lightwell {

/// One exchange of messages with one vendor. What it is about and in whose name is bound into it, so that whoever walks
/// it knows nothing of pictures, plans or keys. As pure as the adapter behind it; used from several threads.
class Conversation
{
public:
    virtual ~Conversation() = default;
    [[nodiscard]] virtual ProviderInfo vendor() const = 0;
    /// The address that the user put in the place of the vendor's; empty: there is none.
    [[nodiscard]] virtual QUrl ownAddress() const = 0;
    /// Whether begin() may take long enough to hold up others on the same thread.
    [[nodiscard]] virtual bool beginsSlowly() const = 0;

    // As the functions of Adapter with the same names.
    [[nodiscard]] virtual Step begin() const = 0;
    [[nodiscard]] virtual Step advance(const AdapterState &state, const HttpResponse &response) const = 0;
    [[nodiscard]] virtual QList<Interim> streamed(const AdapterState &state, const StreamEvent &event) const = 0;
    [[nodiscard]] virtual std::optional<HttpRequest> resume(const AdapterState &state) const = 0;
    [[nodiscard]] virtual std::optional<HttpRequest> cancel(const AdapterState &state) const = 0;
};

} // namespace lightwell

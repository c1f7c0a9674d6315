// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/calls/responsestore.h"
#include "core/gateway/services/service.h"

namespace lightwell {

/// Shows clients the answers of /responses that are kept for them, and deletes these: deletes them also where answers
/// are kept no more. Each client sees its own alone, this computer's too: they hold whole conversations.
class ResponseService : public Service
{
public:
    using Service::Service;
    [[nodiscard]] QList<RouteCall> calls() const override
    {
        return {RouteCall::KeptResponse, RouteCall::KeptResponseInput};
    }
    void handle(Exchange *exchange, const RouteTable::Match &match) override;
    void begin() override; ///< what is too old goes, whether or not anything is kept now

private:
    void show(Exchange *exchange, const RouteTable::Match &match);
    template<typename Kept, typename Write>
    void tell(Exchange *exchange, const QString &id, const QFuture<Result<std::optional<Kept>>> &found,
              const Write &write);
    void remove(Exchange *exchange, const RouteTable::Match &match);
    [[nodiscard]] ResponseStore responses() const;
};

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/jobs/jobbook.h"
#include "core/gateway/services/service.h"

namespace lightwell {

/// Shows and cancels work that nobody waits for (JobBook).
class JobService : public Service
{
public:
    using Service::Service;
    [[nodiscard]] QList<RouteCall> calls() const override
    {
        return {RouteCall::Job, RouteCall::JobEvents, RouteCall::JobCancel};
    }
    void handle(Exchange *exchange, const RouteTable::Match &match) override;

private:
    void stream(const JobView &job, Exchange *exchange);
    void cancel(const JobView &job, Exchange *exchange);
};

} // namespace lightwell

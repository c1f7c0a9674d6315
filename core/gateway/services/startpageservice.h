// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/services/service.h"

namespace lightwell {

/// What a person sees who opens the gateway's address in a browser.
class StartPageService : public Service
{
public:
    using Service::Service;
    [[nodiscard]] QList<RouteCall> calls() const override { return {RouteCall::StartPage}; }
    void handle(Exchange *exchange, const RouteTable::Match &match) override;
};

} // namespace lightwell

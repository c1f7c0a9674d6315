// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/services/service.h"

namespace lightwell {

/// Tells which presets the user has, and the user's own key what they say.
class PresetService : public Service
{
public:
    using Service::Service;
    [[nodiscard]] QList<RouteCall> calls() const override { return {RouteCall::Presets, RouteCall::Preset}; }
    void handle(Exchange *exchange, const RouteTable::Match &match) override;
};

} // namespace lightwell

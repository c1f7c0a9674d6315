// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/http/httpmessage.h"
#include "core/gateway/presets/presets.h"
#include "core/model/result.h"

namespace lightwell {

/// A request as it counts, where a preset says what its client did not.
struct FilledRequest
{
    GatewayRequest request;
    QString preset = {}; ///< its slug; empty: the client names none
    QStringList fields = {}; ///< those of the body that the preset says

    /// The error with the preset's name, where it is one in what the preset says.
    [[nodiscard]] Error placed(Error error) const;
};

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"

namespace lightwell {

/// What one message of ComfyUI's web socket tells of the job with this id: steps of the node that works, sketches, that
/// it is time to ask. Binary messages begin with their kind: 1 is a sketch, 4 one with words about it before it.
[[nodiscard]] QList<Interim> comfyUiInterim(const StreamEvent &event, const QString &id);

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"

namespace lightwell {

/// What an answer tells of the task whose id the state has (of the first one, where it has none yet): "taskUUID", a
/// "status" ("processing" until all of the state's "n" results have ended, "ended", "gone") and the mean "progress"
/// from 0 to 1, if it tells any. Empty: nothing.
[[nodiscard]] QJsonObject readRunwareTask(const HttpResponse &response, const AdapterState &state);

/// The results that are there, and their price if each has one.
[[nodiscard]] Done readRunwarePictures(const Plan &plan, const HttpResponse &response);

} // namespace lightwell

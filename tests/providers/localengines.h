// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/plan.h"

namespace lightwell::test {

/// The plan of a request at a model of a local engine that the built-in catalog does not list, for what it does
/// (core/model/modes.h). Fails the test if there is none.
[[nodiscard]] Plan enginePlan(const QString &provider, const QString &model, const QString &mode, Request request);

/// A prompt, and what the mode needs: a picture of 64 by 48, a mask that frees its middle.
[[nodiscard]] Request engineRequest(const QString &mode);

} // namespace lightwell::test

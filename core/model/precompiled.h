// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The house's header and the words of core/model, which four files out of five read anyway. No other header of our own,
// so that a change elsewhere builds what it touches.
#pragma once

#include "core/model/generation.h"
#include "core/model/http.h"
#include "core/model/plan.h"
#include "core/model/result.h"
#include "core/precompiled.h"

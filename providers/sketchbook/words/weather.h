// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace lightwell::sketchbook {

/// What the sky does.
enum class Weather { None, Clear, Cloudy, Fog, Rain, Storm, Snow, Wind, Aurora, Rainbow };

} // namespace lightwell::sketchbook

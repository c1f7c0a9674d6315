// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace lightwell::sketchbook {

/// The season, which dresses plants and ground.
enum class Season { None, Spring, Summer, Autumn, Winter };

} // namespace lightwell::sketchbook

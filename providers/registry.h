// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace lightwell {

class AdapterRegistry;

/// Adds every adapter of this program. The list of providers stands here and nowhere else.
void registerAdapters(AdapterRegistry &registry);

} // namespace lightwell

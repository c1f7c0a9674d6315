// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/registry.h"

#include "core/engine/adapterregistry.h"

namespace lightwell {

void registerAdapters(AdapterRegistry &registry)
{
    static_cast<void>(registry);
}

} // namespace lightwell

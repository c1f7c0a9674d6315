// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/revision.h"

#include "core/model/json.h"

#include <algorithm>

namespace lightwell::mcp {

namespace {

constexpr json::Names names({
    std::pair {Revision::Of20241105, "2024-11-05"},
    {Revision::Of20250326, "2025-03-26"},
    {Revision::Of20250618, "2025-06-18"},
    {Revision::Of20251125, "2025-11-25"},
    {Revision::Of20260728, "2026-07-28"},
});

} // namespace

QString revisionName(Revision revision)
{
    return names.name(revision);
}

std::optional<Revision> revisionFromName(const QString &name)
{
    return names.value(name);
}

QStringList revisionNames()
{
    QStringList all = names.all();
    std::reverse(all.begin(), all.end());
    return all;
}

} // namespace lightwell::mcp

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/revision.h"

#include <QJsonObject>
#include <QList>

namespace lightwell::mcp {

/// What an assistant can have done here. Its words and schemas lie in resources/mcp: one file a tool, which names its
/// arguments (arguments.json) and what it answers (answers/).
struct Tool
{
    QString name; ///< "generate_image"
    QJsonObject definition; ///< as the newest revision has it in tools/list

    [[nodiscard]] QJsonObject inputSchema() const;
    [[nodiscard]] QJsonObject outputSchema() const;
};

[[nodiscard]] const QList<Tool> &tools(); ///< always in the same order
[[nodiscard]] const Tool *findTool(const QString &name);
/// As a revision has it.
[[nodiscard]] QJsonObject listedTool(const Tool &tool, Revision revision);

/// What a client is told about all of them at the start.
[[nodiscard]] QString instructions();

} // namespace lightwell::mcp

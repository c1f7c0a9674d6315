// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QStringList>

namespace lightwell::test {

/// What ComfyUI finds wrong with a graph before it runs (execution.py), as the body of its 400; nothing: it is well.
/// `files` are the names that were uploaded.
[[nodiscard]] std::optional<QJsonObject> comfyUiGraphFault(const QJsonObject &graph, const QStringList &files);

/// The schema of one class of nodes, as /object_info has it; empty: there is no such class.
[[nodiscard]] QJsonObject comfyUiSchema(const QString &nodeClass);

} // namespace lightwell::test

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"

#include <QJsonObject>

namespace lightwell {

/// A workflow of the user's own as a model for the catalog (an entry of "models", core/catalog/catalog.h), from the
/// text of its file. `file` is its name without suffix: "portrait" becomes "comfyui-portrait".
///
/// The text is a graph as ComfyUI exports it in its API format, or {"workflow": graph, "inputs": {"prompt": "6.text",
/// "seed": "3.seed", "size": "5.width, 5.height", "image": "10.image" …}, "name": …, "output": the node that counts},
/// with Lightwell's names for parameters (Offer::fields). Where no inputs are named, those of the usual nodes are
/// found: the first sampler with its prompts, the empty picture, loaded pictures and masks. An error names node and
/// input.
[[nodiscard]] Result<QJsonObject> comfyUiWorkflow(const QString &file, const QByteArray &text);

} // namespace lightwell

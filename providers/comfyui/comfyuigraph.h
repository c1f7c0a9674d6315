// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/plan.h"

#include <QJsonObject>

namespace lightwell {

/// A place in a graph in ComfyUI's API format: an input of a node, written "5.seed".
struct ComfyUiPlace
{
    QString node;
    QString input;

    /// All the places of an offer's field: "4.width, 4.height".
    [[nodiscard]] static QList<ComfyUiPlace> listOf(const QString &field);
};

/// The graph of a plan's offer for what is asked: the one of its mode, or the only one there is. The named inputs have
/// the plan's values, the node of the model its name; the pictures' places the names they were uploaded under (those of
/// the references, then the mask's). LoRAs stand in nodes of their own behind the model's.
[[nodiscard]] QJsonObject comfyUiGraph(const Plan &plan, std::optional<qint64> seed, const QStringList &uploads);

/// Lightwell's name of the parameter that goes there; "model" for the model's place; "node.input" where it is none.
[[nodiscard]] QString comfyUiParameter(const Offer &offer, const ComfyUiPlace &place);

} // namespace lightwell

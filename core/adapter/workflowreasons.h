// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/reason.h"

/// What is wrong with a workflow of the user's own: a graph of nodes, and the names of its inputs.
namespace lightwell::reasons {

inline constexpr ReasonCode<> workflowOfWindow {"workflow_of_window"};
inline constexpr ReasonCode<> workflowHasNoNodes {"workflow_has_no_nodes"};
inline constexpr ReasonCode<QString> workflowNodeOdd {"workflow_node_odd"}; ///< the node
/// The node, its input, and the node that is not there.
inline constexpr ReasonCode<QString, QString, QString> workflowLinkBroken {"workflow_link_broken"};
/// What was to go there, and the place.
inline constexpr ReasonCode<FieldName, QString> workflowPlaceUnknown {"workflow_place_unknown"};
inline constexpr ReasonCode<QString> workflowInputUnknown {"workflow_input_unknown"};

} // namespace lightwell::reasons

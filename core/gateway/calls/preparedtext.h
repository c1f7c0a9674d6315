// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/textorder.h"
#include "core/gateway/dialects/conversationcall.h"

namespace lightwell {

class Catalog;

/// A call to text models as it is ordered from the engine.
struct PreparedText
{
    TextOrder order;
    /// Nobody has it as it was asked, at /responses: this body is asked of a chat, whose answer is told as one of
    /// those.
    std::optional<QByteArray> responses;
    TextCall call; ///< which is asked
};

/// By all offers of the models that the call names, the one that was asked for first. An error of that one where none
/// of them takes such a call; others are left out with their reason. `catalog` tells models that make pictures. Pure.
[[nodiscard]] Result<PreparedText> prepareText(const ConversationCall &asked, const TextModels &models,
                                               const Catalog &catalog, QDate today);

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/textconversation.h"

#include <functional>

namespace lightwell {

/// A call to a text model: where it may be carried out, at which price, and what is said there.
struct TextOrder
{
    QString model; ///< as whoever asks wrote it
    QList<Plan> plans; ///< textPlan() at each offer of one model; never empty
    bool isNamed = false; ///< whoever asks named the provider
    /// The conversation of one of these plans.
    std::function<TextConversationPtr(const Plan &plan, const Credentials &credentials)> talk;
};

/// A piece of the answer as it came, while the rest is still on its way; `head` is the answer without a body.
using OnTextPiece = std::function<void(const HttpResponse &head, const QByteArray &piece)>;
/// The whole of an answer that was well.
using OnTextAnswer = std::function<void(const QByteArray &answer)>;

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/textconversation.h"
#include "core/routing/router.h"

#include <functional>

namespace lightwell {

/// An offer as it is asked: the same model may be asked in several ways, each of its own name at the vendor.
[[nodiscard]] inline QString wayOf(const Offer &offer)
{
    return offer.id() + u' ' + offer.providerModel;
}

/// A call to a text model: where it may be carried out, at which price, and what is said there.
struct TextOrder
{
    /// One that may answer.
    struct Choice
    {
        QList<Plan> plans; ///< textPlan() at each of its offers; never empty
        bool isNamed = false; ///< whoever asks named the provider
        QString insteadOf; ///< the model that was asked for, where this one stands in for it
        ModelWishes own = {}; ///< what the call wants of this one alone
    };
    QString model; ///< as whoever asks wrote it
    QList<Choice> choices; ///< the one that was asked for first; never empty
    QList<LeftOutOffer> leftOut; ///< models that whoever asks named in vain
    std::optional<TextLink> localLink = {}; ///< in what is said: only servers in this network can fetch it
    RouteWishes wishes; ///< fallbacks are among the choices already
    QHash<QString, TextPrice> prices; ///< of tokens, by wayOf() an offer; where there is none, nobody knows it
    /// The conversation of one of these plans.
    std::function<TextConversationPtr(const Plan &plan, const Credentials &credentials)> talk;
};

/// A piece of the answer as it came, while the rest is still on its way; `head` is the answer without a body.
using OnTextPiece = std::function<void(const HttpResponse &head, const QByteArray &piece)>;
/// The whole of an answer that was well.
using OnTextAnswer = std::function<void(const QByteArray &answer)>;

} // namespace lightwell

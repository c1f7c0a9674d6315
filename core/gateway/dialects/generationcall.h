// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/replay/answersource.h"
#include "core/model/request.h"
#include "core/routing/routewishes.h"

namespace lightwell {

/// What an API for images can be asked for.
enum class CallKind {
    Generation,
    Edit,
    Variation,
    Chat, ///< for pictures, in a conversation
};

/// How pictures are delivered. What lies in no file is always delivered itself.
enum class PictureForm { Link, Base64, Both };

/// A call for images, as a dialect understood it.
struct GenerationCall
{
    CallKind kind = CallKind::Generation;
    Request request;
    PictureForm form = PictureForm::Link;
    bool dryRun = false; ///< only plan and price
    bool streams = false; ///< the answer comes as events
    bool isJob = false; ///< nobody waits for the answer (Prefer: respond-async); then it does not stream
    QString webhookUrl = {}; ///< of a job: who is told of its end; empty: nobody
    AnswerSource source = {}; ///< of its answer; known when that is written
    RouteWishes wishes = {}; ///< what the client wants of the route
    bool tellsRoute = false; ///< the answer is to say how the provider was found, where the dialect has a way to
    QStringList ignored = {}; ///< fields that have no meaning here, to be told
    QString session = {}; ///< CallNotes::session
    bool echoes = false; ///< the answer is to say what the vendor was sent
    /// That, of the last attempt, as it may be shown (core/explain/sentmessage.h); known when the answer is written.
    QJsonObject echo = {};

    friend bool operator==(const GenerationCall &, const GenerationCall &) = default;
};

/// One delivered picture: a link, the bytes, or both.
struct DeliveredPicture
{
    QString url;
    QByteArray bytes;
};

} // namespace lightwell

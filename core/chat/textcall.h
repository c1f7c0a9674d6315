// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/textlinks.h"
#include "core/model/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace lightwell {

/// What a text model can be asked for, by the path of OpenAI's API.
enum class TextKind { Chat, Responses, Embeddings };

[[nodiscard]] QString textKindName(TextKind kind); ///< "chat", "responses", "embeddings": the modes of its offers

/// A client's request to a text model: the body as it was written, and of it what must be understood to send it on and
/// to say what it costs at most. Follows OpenAI's API reference (chat/completions, responses, embeddings) and, for
/// `plugins`, OpenRouter's.
struct TextCall
{
    TextKind kind = TextKind::Chat;
    QByteArray body; ///< JSON; everything in it goes on as it is but for what textBody() changes
    QString model; ///< as written
    bool streams = false;
    bool wantsUsage = false; ///< `stream_options` asks for it: else the client does not see what is asked for it here
    qint64 answers = 1; ///< `n`
    std::optional<qint64> maxTokens; ///< of one answer, with what is only thought
    /// A bound from above: a token has a byte at least. Nothing: it refers to something that only the vendor knows.
    std::optional<qint64> inputTokens;
    QStringList alternatives = {}; ///< OpenRouter's `models`: others that may answer in its place
    bool costsMore = false; ///< by more than its tokens: the vendor's own tools, sound, a dearer class of service
    /// OpenRouter's object `provider`, as JSON: for vendors that choose among others themselves. Empty: nothing is
    /// wished.
    QByteArray routeWishes = {};
    std::optional<TextLink> localLink = {}; ///< which only servers in this network can fetch
    bool heals = false; ///< a damaged answer is to be mended (responsehealing.h)
    QJsonObject schema; ///< of the answer, where it is to be mended; may be empty
};

/// An error, with the field in `param`, where it is no such request, or one that nobody here can carry out.
[[nodiscard]] Result<TextCall> readTextCall(const QByteArray &body, TextKind kind);

/// Whether the text is a JSON object within the limits of such requests. What it says is not looked at.
[[nodiscard]] bool isTextBody(const QByteArray &body);

/// What a vendor's own body has beside the call's.
struct TextBodyWishes
{
    bool asksUsage = false; ///< at the end of a stream
    bool tellsRoute = false; ///< TextCall::routeWishes
    bool hasMaxTokensOnly = false; ///< as the name of what one answer may have: the newer one is unknown there
};
/// The body as the vendor gets it: under its name of the model, and without what only concerns us.
[[nodiscard]] QByteArray textBody(const TextCall &call, const QString &model, const TextBodyWishes &wishes = {});

} // namespace lightwell

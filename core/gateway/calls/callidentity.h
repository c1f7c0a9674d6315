// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/http/httpmessage.h"
#include "core/model/generation.h"
#include "core/model/result.h"

namespace lightwell {

/// What makes two calls the same call.
struct CallIdentity
{
    QString client;
    QByteArray keyHash; ///< of the Idempotency-Key, which may be long, in hexadecimal digits; empty: none was sent
    QByteArray fingerprint; ///< of everything that shapes the result
    bool isRepetition = false; ///< the client says that it sends this not for the first time
    bool mayComeBack = false; ///< it would send it again by itself
    QByteArray shareKey; ///< of equal calls that may be answered as one; empty: it is a wish of its own
    QString project; ///< X-Lightwell-Project: what it is for; not part of what makes calls the same
    CallNotes notes = {}; ///< nor are these

    /// `fingerprint` is that of this request, `client` the id of who sent it.
    [[nodiscard]] static CallIdentity of(const GatewayRequest &request, const QString &client,
                                         const QByteArray &fingerprint);
    /// Whether `repeated` asks for what `first` asked for. Without a key, two equal calls are two wishes, unless the
    /// client says that it repeats itself; and an answer that has arrived (BookedCall::isSettled) is not what it
    /// repeats itself for. One exception, which costs nobody money: an earlier run of the program does not leave behind
    /// what has arrived. A new wish whose first attempt met no gateway, so that it comes as a repetition, gets the
    /// picture of an equal call of its client that was completed in the minute before (Journal::earlierCall), also
    /// where the client has had that already.
    [[nodiscard]] static bool isSame(const CallIdentity &first, bool isSettled, const CallIdentity &repeated);
    /// Whether `other` wants no more than what `running` gets, and both said so. One with a key of its own does not: it
    /// could not be found by that again.
    [[nodiscard]] static bool mayShare(const CallIdentity &running, const CallIdentity &other);
};

/// What the header X-Lightwell-Project says, in UTF-8; empty where there is none. An error: it cannot name a project.
[[nodiscard]] Result<QString> projectOf(const GatewayRequest &request);

/// What the headers say of the program: its name, and the page it is for (HTTP-Referer, as OpenRouter's clients say it,
/// or a browser's Referer) without user, query and fragment. Nothing in them looks like a key, or is the client's own.
[[nodiscard]] CallNotes callNotesOf(const GatewayRequest &request);

/// How the journal knows the calls of a client that may repeat them. The key itself is nobody's business.
[[nodiscard]] Origin originOf(const CallIdentity &identity);

} // namespace lightwell

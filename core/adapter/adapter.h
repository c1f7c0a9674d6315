// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/credentials.h"
#include "core/model/callnotes.h"
#include "core/model/http.h"
#include "core/model/plan.h"
#include "core/net/eventstream.h"

#include <QJsonObject>

#include <chrono>

namespace lightwell {

/// Where an adapter is in its conversation: small, free of secrets, kept in the journal after every step, so
/// that a job that is already paid for can be picked up after a crash. What the vendor calls the job stands under "id".
using AdapterState = QJsonObject;

/// Make this request now and come back with the answer.
struct Send
{
    HttpRequest request;
    AdapterState state;
    bool streams = false; ///< the answer may come as an event stream: what streamed() makes of it is shown meanwhile
};

/// The job runs at the vendor: make this request after a while. Without `after` the engine backs off itself.
struct Wait
{
    HttpRequest request;
    AdapterState state;
    std::optional<std::chrono::milliseconds> after; ///< the vendor's own interval
    std::optional<double> fraction; ///< 0 to 1
    std::optional<int> queuePosition;
    /// A web socket (ws, wss; with its headers) on which the vendor tells of the job meanwhile: what streamed() makes
    /// of its messages is shown. Only one at the vendor's own address is opened; whatever becomes of it, the poll
    /// decides.
    std::optional<HttpRequest> socket = {};
    Money price = {}; ///< what the vendor says the job costs, as it says when it takes it; unknown: it does not
};

/// What the vendor made: bytes, or a link to fetch without credentials.
struct ProducedMedia
{
    QByteArray bytes;
    QUrl url;
    QByteArray mimeType; ///< as the vendor calls it; empty: it does not say
    std::optional<qint64> seed;
    QString revisedPrompt;
    QString flaggedBy = {}; ///< whose safety checker marked it: the vendor's name; empty: nobody's
};

struct Done
{
    QList<ProducedMedia> media;
    Money cost; ///< as the vendor tells it, or computed from the usage it tells; unknown: the estimate counts
    QJsonObject usage; ///< the vendor's own counters, kept for the record
    AnswerNotes about = {}; ///< what the answer says of itself, as the vendor wrote it
};

struct Failed
{
    Error error;
};

/// The answer to a free question that says nothing of what it was about: a page of some proxy, a cut answer, a status
/// that may be gone the next time, a state nobody knows. The engine asks again for as long as is sensible.
struct Odd
{
    Error error; ///< the end, if it stays so
    std::optional<std::chrono::milliseconds> after; ///< the pause the vendor asks for
    /// An end if it stays so: a job that the vendor, in its documented words, does not know, or has done without a
    /// picture.
    bool mayBeSo = false;
};

using Step = std::variant<Failed, Send, Wait, Done, Odd>;

/// What a key was exchanged for.
struct AccessToken
{
    QByteArray token;
    std::chrono::seconds lasts {0}; ///< from now on
};

/// What came of a sign-in. Odd is asked again, as with any free question.
using SignedIn = std::variant<Failed, Odd, AccessToken>;

/// A sketch of the picture, encoded, before it is done.
struct Preview
{
    QByteArray bytes;
    std::optional<double> fraction; ///< how far the picture is, 0 to 1, where that can be told
};

/// Words in the order in which they are to be read.
struct TextPiece
{
    QString text;
};

/// How far the work is.
struct JobProgress
{
    std::optional<double> fraction; ///< 0 to 1
    std::optional<int> queuePosition;
};

/// The job has gone on, as a web socket tells: its poll need not wait any longer.
struct PollNow
{
};

/// What of an answer can be shown while the rest of it is still on its way. It never decides about money or success:
/// that is read from the whole answer.
using Interim = std::variant<Preview, TextPiece, JobProgress, PollNow>;

/// Translates plans into one vendor's HTTP messages and its answers back. Pure: no network, file, database, clock
/// or random numbers, so that every path can be tested from tables. One loop in core/engine drives all of them.
class Adapter
{
public:
    virtual ~Adapter() = default;
    [[nodiscard]] virtual ProviderInfo info() const = 0;
    /// The free request that exchanges the key for a token, which the functions below then find in
    /// Credentials::token; an error where the key is none to sign in with. Nothing: the key serves as it is.
    [[nodiscard]] virtual std::optional<Result<HttpRequest>> signIn(const Credentials &credentials) const;
    [[nodiscard]] virtual SignedIn readSignIn(const HttpResponse &response) const;
    /// The first step of one of the plan's calls.
    [[nodiscard]] virtual Step begin(const Plan &plan, const PlannedCall &call,
                                     const Credentials &credentials) const = 0;
    /// The answer to the request of the last Send or Wait, whatever its status.
    [[nodiscard]] virtual Step advance(const Plan &plan, const AdapterState &state, const HttpResponse &response,
                                       const Credentials &credentials) const = 0;
    /// What one event of an answer that streams brings to look at. The whole stream comes to advance() all the same, as
    /// the body of the answer. Also what one message of the web socket of a Wait brings: its name is then "text" or
    /// "binary", and nothing else ever comes of it.
    [[nodiscard]] virtual QList<Interim> streamed(const Plan &plan, const AdapterState &state,
                                                  const StreamEvent &event) const;
    /// The request to make again after a crash when `state` was the last one known: a poll, never a submission.
    /// Nothing: there is no job to come back to.
    [[nodiscard]] virtual std::optional<HttpRequest> resume(const AdapterState &state,
                                                            const Credentials &credentials) const;
    /// Nothing: the vendor cannot cancel.
    [[nodiscard]] virtual std::optional<HttpRequest> cancel(const AdapterState &state,
                                                            const Credentials &credentials) const;
    /// A cheap, free call that tells whether the key works; nothing: the vendor has none.
    [[nodiscard]] virtual std::optional<HttpRequest> keyCheck(const Credentials &credentials) const;
    /// Reads the answer to keyCheck(): nothing is well, or the typed error.
    [[nodiscard]] virtual std::optional<Error> readKeyCheck(const HttpResponse &response) const;
};

} // namespace lightwell

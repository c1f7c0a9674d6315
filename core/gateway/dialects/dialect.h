// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/dialects/accountfacts.h"
#include "core/gateway/dialects/conversationcall.h"
#include "core/gateway/dialects/filledrequest.h"
#include "core/gateway/dialects/generationcall.h"
#include "core/gateway/dialects/toolanswer.h"
#include "core/gateway/refusal.h"
#include "core/model/generation.h"
#include "core/routing/offerfigures.h"
#include "core/routing/route.h"

#include <QUrlQuery>

#include <memory>
#include <optional>

namespace lightwell {

class AccountDialect;
class KeysDialect;
class Catalog;
struct JobView;
struct TextModels;

/// What a dialect may tell of models beside its list and each of them.
enum class ModelPage {
    Search, ///< those that a query asks for
    Count, ///< how many these are
    Endpoints, ///< who serves one of them, at which price
    ImageModels, ///< those that make pictures, with what each takes
    ImageEndpoints, ///< the same of who serves one of them
};

/// When such a page is asked for, and what was measured by then.
struct PageMoment
{
    QDateTime now;
    FiguresByOffer figures = {}; ///< of Dialect::measuredOn()
};

/// One public API as the gateway speaks it: reads what clients send and writes what they get. Pure: no input or output,
/// no state, callable on any thread. Its paths stand in the table of routes.
class Dialect
{
public:
    virtual ~Dialect() = default;

    // What clients send

    /// The key a client shows; empty: none. Here what shownKey() finds.
    [[nodiscard]] virtual QByteArray clientKey(const GatewayRequest &request) const;
    /// What is wrong with headers and query, before a body is read.
    [[nodiscard]] virtual std::optional<Error> faultInHead(const GatewayRequest &request) const = 0;
    /// The request with what it takes from the preset it names, as it is read then; its fingerprint stays that of what
    /// was sent. Here as it is: there are no presets.
    [[nodiscard]] virtual Result<FilledRequest> withPreset(const GatewayRequest &request, const Presets &presets) const;
    /// Whether the body of a chat asks for pictures (CallKind::Chat). Here never.
    [[nodiscard]] virtual bool chatAsksForPictures(const GatewayRequest &request) const;
    [[nodiscard]] virtual Result<GenerationCall> readCall(const GatewayRequest &request, CallKind kind) const = 0;
    /// The tool by which the text model that is asked has pictures made. Here there is none.
    [[nodiscard]] virtual Result<std::optional<PictureTool>> pictureTool(const GatewayRequest &request,
                                                                         TextKind kind) const;
    /// The call with the catalog's names for models, where clients of this dialect write others. Here as it is.
    [[nodiscard]] virtual GenerationCall inNamesOf(const Catalog &catalog, GenerationCall call) const;
    /// A call to text models. Here as OpenAI's API has it, with no wishes.
    [[nodiscard]] virtual Result<ConversationCall> readConversation(const GatewayRequest &request, TextKind kind) const;
    /// The name by which the text models know what a client wrote. Here the same.
    [[nodiscard]] virtual QString textName(const TextModels &texts, const QString &written) const;
    /// Of all that shapes the result; calls of two dialects, or of two kinds, never have the same.
    [[nodiscard]] virtual QByteArray fingerprint(const GatewayRequest &request, CallKind kind) const = 0;

    // What they get

    /// For a completed generation; `pictures` match its own, and the call's request is the generation's. Where the call
    /// streams: its last events, with status 200.
    [[nodiscard]] virtual GatewayResponse answer(const GenerationCall &call, const Generation &generation,
                                                 const QList<DeliveredPicture> &pictures) const = 0;
    /// For one that failed, was cancelled, or may or may not have been billed.
    [[nodiscard]] virtual GatewayResponse failure(const Generation &generation) const = 0;
    /// What the first plan of the route would cost; `keys` is keysForPlans() of it.
    [[nodiscard]] virtual GatewayResponse dryRun(const Route &route, const QJsonObject &keys) const = 0;
    /// Says in an answer whose body came from elsewhere, or in that of a call that failed, who made it, at what cost,
    /// and what else is to be told; here nothing.
    virtual void addOutcome(GatewayResponse &response, const Generation &generation, const Telling &telling) const;
    /// The same of the last events of a stream of words (TailFilter). Here they stay as they came.
    [[nodiscard]] virtual QByteArray tailOfWords(const QByteArray &tail, const Generation &generation,
                                                 const Telling &telling) const;
    [[nodiscard]] virtual GatewayResponse error(const Error &error) const = 0;
    [[nodiscard]] virtual GatewayResponse refusal(const Refusal &refusal) const = 0;
    [[nodiscard]] virtual GatewayResponse models(const Catalog &catalog) const = 0;
    [[nodiscard]] virtual GatewayResponse model(const Catalog &catalog, const QString &name) const = 0;
    /// For a call that nobody waits for (GenerationCall::isJob): where its answer is to be fetched. Here as account()
    /// shows a job; else the same as a path that is not there.
    [[nodiscard]] virtual GatewayResponse accepted(const JobView &job) const;

    /// The rest of this API: what clients are told about themselves; here nullptr, there is none.
    [[nodiscard]] virtual const AccountDialect *account() const { return nullptr; }
    /// And where keys are managed; here nullptr, too.
    [[nodiscard]] virtual const KeysDialect *keys() const { return nullptr; }
    // The same with text models and what these cost on `today`; here they are left out.
    [[nodiscard]] virtual GatewayResponse modelsWithTexts(const Catalog &catalog, const TextModels &texts,
                                                          QDate today) const;
    [[nodiscard]] virtual GatewayResponse modelOrText(const Catalog &catalog, const TextModels &texts,
                                                      const QString &name, QDate today) const;
    /// With what each of its offers takes, as JSON Schema; here modelOrText(), for an API that has no such thing.
    [[nodiscard]] virtual GatewayResponse modelSchema(const Catalog &catalog, const TextModels &texts,
                                                      const QString &name, QDate today) const;

    /// The offers whose figures modelPage() takes; here there are none.
    [[nodiscard]] virtual QList<OfferKey> measuredOn(ModelPage page, const Catalog &catalog, const TextModels &texts,
                                                     const QString &name, const QUrlQuery &query,
                                                     const QDateTime &now) const;
    /// Here there is none: the same as a path that is not there.
    [[nodiscard]] virtual GatewayResponse modelPage(ModelPage page, const Catalog &catalog, const TextModels &texts,
                                                    const QString &name, const QUrlQuery &query,
                                                    const PageMoment &moment) const;

    // The user's presets, and one of them. Here there are none: the same as a path that is not there.

    [[nodiscard]] virtual GatewayResponse presets(const Presets &presets, const QUrlQuery &query) const;
    [[nodiscard]] virtual GatewayResponse preset(const Presets &presets, const QString &slug) const;

    // What they are told of their spending. Here nothing: the same as a path that is not there.

    [[nodiscard]] virtual GatewayResponse key(const KeyFacts &facts) const;
    [[nodiscard]] virtual GatewayResponse credits(const CreditFacts &facts) const;
    /// Whether a call that is answered with what was kept is a generation of its own, of which receipt() tells. Here it
    /// is told as the one that was paid for.
    [[nodiscard]] virtual bool hitsAreGenerations() const { return false; }
    /// Of a generation of the client's own that has ended.
    [[nodiscard]] virtual GatewayResponse receipt(const Generation &generation) const;
    [[nodiscard]] virtual GatewayResponse activity(const QList<ActivityRow> &rows) const;

    /// Writes the answer of a text model that has such a tool. Here nullptr, as there is none.
    [[nodiscard]] virtual std::unique_ptr<ToolAnswer> toolAnswer(const PictureTool &tool) const;

    // The pieces of an answer that streams

    [[nodiscard]] virtual QByteArray streamType() const; ///< its Content-Type; here that of server-sent events
    /// `preview` is an encoded picture; `index` counts from 0; `createdAt` is in seconds since 1970. Empty: it is no
    /// picture, or this dialect shows none.
    [[nodiscard]] virtual QByteArray previewEvent(CallKind kind, const QByteArray &preview, int index,
                                                  qint64 createdAt) const = 0;
    /// What a vendor was sent (JSON that may be shown), where the client wants to see it (Telling::echoes): told before
    /// the first piece of the answer. Of the generation there are id, beginning and the plan that was sent. Here
    /// nothing.
    [[nodiscard]] virtual QByteArray echoEvent(const Generation &begun, const QByteArray &body) const;
    /// Whether streams of words always end with what was used, also for clients that did not ask for it. Here not.
    [[nodiscard]] virtual bool alwaysTellsUsage() const { return false; }
    /// The error that would have been this answer, had no event left yet.
    [[nodiscard]] virtual QByteArray errorEvent(CallKind kind, const GatewayResponse &response) const = 0;
    [[nodiscard]] virtual QByteArray keepAlive() const; ///< says nothing; here a comment
};

using DialectPtr = std::shared_ptr<const Dialect>;

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/calls/callidentity.h"
#include "core/gateway/calls/generationwork.h"
#include "core/gateway/replay/freeanswers.h"
#include "core/gateway/services/service.h"

namespace lightwell {

/// Makes pictures for programs: reads what they want, says what it would cost, or books the call.
class GenerationService : public Service
{
public:
    explicit GenerationService(GatewayContext &context);
    [[nodiscard]] QList<RouteCall> calls() const override
    {
        return {RouteCall::Generations, RouteCall::Edits, RouteCall::Variations, RouteCall::ChatPictures};
    }
    void handle(Exchange *exchange, const RouteTable::Match &match) override;
    void begin() override;

private:
    /// A client's body, understood.
    struct ReadCall
    {
        GenerationCall call;
        QByteArray fingerprint;
        QJsonObject fields; ///< callFields() as they were sent, where they are wanted
        QString preset = {}; ///< CallNotes::preset
    };
    /// `sent` is the request without what it takes from a preset.
    [[nodiscard]] static Result<ReadCall> understand(const Dialect &dialect, const GatewayRequest &sent,
                                                     const FilledRequest &filled, CallKind kind, bool wantsFields);
    void take(Exchange *exchange, ReadCall read, const AnswerWishes &wishes);
    void prepareStream(Exchange *exchange, const GenerationCall &call);
    [[nodiscard]] std::optional<Error> webhookFault(const GenerationCall &call) const;
    void dryRun(Exchange *exchange, const GenerationCall &call);
    /// Whether a call that was read is answered for free, and how; `question` gets what is needed for it.
    [[nodiscard]] FreeAnswers::Question questionOf(const Exchange &exchange, ReadCall read,
                                                   const AnswerWishes &wishes) const;
    void answerOrBook(Exchange *exchange, const FreeAnswers::Question &question, const FreeAnswers::Verdict &verdict,
                      const QString &preset, const std::shared_ptr<BodyShare> &body);
    void book(Exchange *exchange, const CallIdentity &identity, std::unique_ptr<GenerationWork> work,
              const GenerationCall &call);

    GenerationTools m_tools;
    FreeAnswers m_free;
};

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/chatturn.h"
#include "core/chat/sharedanswer.h"
#include "core/engine/textorder.h"
#include "core/gateway/bodybudget.h"
#include "core/gateway/calls/callwork.h"
#include "core/gateway/calls/responserecord.h"
#include "core/gateway/calls/sentbodies.h"
#include "core/gateway/calls/tooldrawing.h"

namespace lightwell {

/// A talk with a text model that may have pictures made (PictureTool) as the work of a call: the model says something,
/// the pictures it calls for are made one after another, it is told how each went, and so on, a bounded number of
/// times. Where nobody need be asked what to draw it is one picture. Each step is a generation of its own, which
/// reserves what it costs itself; the first one names the call. What is paid for is delivered, whatever happens behind
/// it.
class PictureTalk : public CallWork
{
    Q_OBJECT
public:
    struct Plan
    {
        ToolDrawing::Desk desk;
        PictureTool tool;
        GatewayRequest request; ///< without its body: what else shapes the pictures
        /// The order of a chat with the text model; empty: none is asked.
        std::function<Result<TextOrder>(const ConversationCall &chat)> order;
        std::optional<GenerationCall> picture; ///< the only one, where no text model is asked
        std::shared_ptr<ResponseRecord> record = {}; ///< nullptr: nobody goes on with the answer
        Reason notKept = {}; ///< why its words are gone when a later run of the program is asked for them
    };
    /// `body` is what the request takes (nullptr: little): it counts for as long as the call runs.
    PictureTalk(Plan plan, std::shared_ptr<BodyShare> body);

    void begin(BookedCall &call) override;
    void follow(BookedCall &call, const QString &generation) override;
    void cancel(const BookedCall &call) override;
    void answer(BookedCall &call, Exchange *exchange) override;
    void refuse(Exchange *exchange, const Refusal &refusal) override;
    [[nodiscard]] bool endedForFree() const override { return m_isFree; }
    [[nodiscard]] bool isProvisional() const override { return m_isProvisional; }
    [[nodiscard]] qint64 keptBytes() const override
    {
        return m_sent->bytes() + m_events.size() + m_answer.size() + m_shared.size();
    }

private:
    struct Call
    {
        QString id;
        QString arguments;
    };
    /// What an earlier run has made of it, where its words are not kept.
    void followWithout(BookedCall &call, const Generation &found);
    void giveAgain(BookedCall &call, const Generation &found, const QByteArray &kept);
    void ask(BookedCall &call);
    void hear(const BookedCall &call, const QByteArray &piece);
    void heard(BookedCall &call, const Generation &generation);
    void next(BookedCall &call);
    void goOn(BookedCall &call);
    void draw(BookedCall &call, const Call &asked);
    [[nodiscard]] ToolDrawing *newDrawing(BookedCall &call, const picturetool::Wish &wish, const QString &callId);
    void beginPicture(BookedCall &call, const QString &generation);
    void drawn(BookedCall &call, const ToolPicture &picture, const QString &callId);
    void count(const Generation &generation);
    void tell(const BookedCall &call, const QByteArray &events);
    [[nodiscard]] bool hasEnough() const; ///< no further picture may be tried
    [[nodiscard]] QByteArray named(const QByteArray &events) const; ///< of an answer that is stored, under its name
    /// `fault` is why what was made is all there is.
    void finish(BookedCall &call, const std::optional<Error> &fault = {});
    void writeWhole(BookedCall &call, const std::optional<Error> &fault, const std::optional<HealedWords> &healed);
    void keepRecord(BookedCall &call); ///< where it is to be, and ends the call
    void stop(BookedCall &call, const Generation &generation);
    [[nodiscard]] Origin originOfStep(const BookedCall &call) const;
    void give(Exchange *exchange, const GatewayResponse &response) const;
    [[nodiscard]] QByteArray eventsFor(const Exchange &exchange); ///< as who shares the answer gets them

    Plan m_plan;
    std::shared_ptr<BodyShare> m_body;
    std::unique_ptr<ToolAnswer> m_words;
    ConversationCall m_chat;
    bool m_isLastTurn = false; ///< the model has been told that it may call for nothing more
    ChatTurn m_turn;
    QByteArray m_said; ///< in this turn, in one piece; empty where it came in several
    bool m_hasStreamed = false;
    std::shared_ptr<SentBodies> m_sent = std::make_shared<SentBodies>(); ///< in this turn, where the client wants them
    QByteArray m_echo; ///< the same as events that are still to be told, before all others
    QList<Call> m_calls; ///< for pictures, that are still to be made
    QList<QJsonObject> m_results; ///< of those of this turn
    bool m_isHandedBack = false; ///< the model also called functions of the client's
    QByteArrayList m_pictures; ///< to work on: the newest
    int m_tried = 0;
    bool m_isPictureOpen = false; ///< its beginning was told
    bool m_hasPicture = false;
    QString m_step; ///< the call to the text model under way; empty: none
    ToolDrawing *m_drawing = nullptr; ///< the picture under way
    std::optional<Generation> m_first;
    Money m_cost = Money::zero();
    bool m_isFree = true; ///< no step cost anything
    bool m_isCancelled = false;
    bool m_isProvisional = false; ///< it still runs elsewhere
    std::optional<Generation> m_outcome; ///< of all steps together
    QByteArray m_events; ///< as clients get them, so far
    SharedStream m_shared; ///< as those who share them get them
    QByteArray m_answer; ///< in one piece
};

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/responsesanswer.h"
#include "core/chat/sharedanswer.h"
#include "core/chat/textstream.h"
#include "core/engine/textorder.h"
#include "core/gateway/bodybudget.h"
#include "core/gateway/calls/answerrecord.h"
#include "core/gateway/calls/callwork.h"
#include "core/gateway/calls/responserecord.h"
#include "core/gateway/calls/sentbodies.h"
#include "core/gateway/dialects/dialect.h"
#include "core/gateway/replay/answercache.h"

namespace lightwell {

class Engine;

/// A call to a text model as the work of a call. What is said is kept for those who come back for it, in memory alone;
/// a later run of the program finds it where it is stored.
class TextWork : public CallWork
{
    Q_OBJECT
public:
    /// What all of them share. Lives longer than they.
    struct Tools
    {
        using Send = std::function<void(Exchange *, const GatewayResponse &)>;
        Engine &engine;
        Send respond; ///< sends a whole answer
    };
    /// What of the call counts when its answer comes.
    struct Wish
    {
        bool streams = false;
        bool hidesUsage = false; ///< the client did not ask for it
        bool addsTail = false; ///< its stream ends with what the dialect tells of the outcome
        bool heals = false;
        QJsonObject schema;
        std::optional<QByteArray> responses; ///< it is told as an answer of /responses, which this body asked for
        Telling telling;
        std::shared_ptr<ResponseRecord> record = {}; ///< nullptr: nobody goes on with it
        std::shared_ptr<const AnswerRecord> words = {}; ///< nullptr: a later run is not to tell it once more
        Reason notKept = {}; ///< why its words are gone when a later run of the program is asked for them
    };
    using Keep = std::function<void(const AnswerCache::Answer &, const Generation &)>;
    /// `body` is what the request takes (nullptr: little): it counts for as long as the call runs. `keep` gets an
    /// answer that was well and whole, before its client has the end of it; empty: it is kept for no other call.
    TextWork(const Tools &tools, DialectPtr dialect, TextOrder order, Wish wish, std::shared_ptr<BodyShare> body,
             Keep keep = {});

    void begin(BookedCall &call) override;
    void follow(BookedCall &call, const QString &generation) override;
    void cancel(const BookedCall &call) override;
    void answer(BookedCall &call, Exchange *exchange) override;
    void refuse(Exchange *exchange, const Refusal &refusal) override;
    [[nodiscard]] bool endedForFree() const override;
    [[nodiscard]] bool isProvisional() const override { return m_isProvisional; }
    [[nodiscard]] qint64 keptBytes() const override;

private:
    void show(const BookedCall &call, const QByteArray &piece);
    [[nodiscard]] QByteArray filtered(const QByteArray &piece); ///< of the vendor's stream, what is told at once
    [[nodiscard]] QByteArray named(const QByteArray &events) const; ///< of an answer that is kept, under its name
    void end(BookedCall &call, const Generation &generation);
    void keepRecord(BookedCall &call); ///< where it is to be; then it may be kept for equal calls, and ends
    [[nodiscard]] bool isToldOnceKept() const { return m_keep || m_wish.words; } ///< the end of a stream
    void keepAndEnd(BookedCall &call);
    void followResponse(BookedCall &call, const Generation &found);
    void followWords(BookedCall &call, const Generation &found);
    /// An earlier run's that completed, whose words are not there; with an error: cannot be read now.
    void endWithout(BookedCall &call, const Generation &found, const std::optional<Error> &unread);
    void endAs(BookedCall &call, const Generation &generation); ///< an earlier run's, without more ado
    [[nodiscard]] Telling told() const; ///< what the call wants told, with what is known of it by now
    void give(Exchange *exchange, const GatewayResponse &response) const;
    void noteEcho(const BookedCall &call); ///< a stream begins, or ends without a piece
    [[nodiscard]] QByteArray eventsFor(const Exchange &exchange); ///< all that have come, the echo before them
    /// As who shares the answer gets them, who pays nothing; until the end, all that have come.
    [[nodiscard]] QByteArray saidTo(const Exchange &exchange);

    const Tools &m_tools;
    DialectPtr m_dialect;
    std::optional<TextOrder> m_order; ///< until it has begun
    const Wish m_wish;
    std::shared_ptr<BodyShare> m_body;
    const Keep m_keep;
    UsageFilter m_filter;
    TailFilter m_tail;
    std::optional<ResponsesAnswer> m_responses; ///< where it is told so
    const std::shared_ptr<SentBodies> m_sent = std::make_shared<SentBodies>(); ///< where the client wants to see them
    QByteArray m_echo; ///< the same as events; nothing comes to it once it has been told
    QByteArray m_events; ///< as clients get them, so far, behind that
    qsizetype m_tailAt = -1; ///< where in them the outcome is told; negative: nowhere
    SharedStream m_shared; ///< the events before that, as those who share them get them
    QByteArray m_answer; ///< in one piece
    std::optional<HealingReport> m_healing; ///< it was looked through
    std::optional<Generation> m_outcome;
    bool m_isProvisional = false; ///< it still runs elsewhere
};

} // namespace lightwell

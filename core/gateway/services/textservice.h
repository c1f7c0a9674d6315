// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/responseitems.h"
#include "core/gateway/calls/callidentity.h"
#include "core/gateway/calls/picturetalk.h"
#include "core/gateway/calls/preparedtext.h"
#include "core/gateway/calls/textwork.h"
#include "core/gateway/dialects/conversationcall.h"
#include "core/gateway/services/service.h"
#include "core/secrets/secrets.h"

namespace lightwell {

/// Asks text models for programs: chats, responses and embeddings; also those that have pictures made meanwhile.
class TextService : public Service
{
public:
    explicit TextService(GatewayContext &context);
    [[nodiscard]] QList<RouteCall> calls() const override
    {
        return {RouteCall::Chat, RouteCall::Responses, RouteCall::Embeddings};
    }
    void handle(Exchange *exchange, const RouteTable::Match &match) override;
    void begin() override;
    void close() override;

private:
    /// The conversation of a call to /responses whose answer is kept, or which goes on with one that is.
    struct Conversation
    {
        responseitems::Wish wish;
        QByteArrayList own; ///< what it has since the answer it goes on with, as it is kept
        QByteArray unread; ///< the body, until it is known what it goes on with and refers to
        /// That it has made, as its item, for a tool that has none to work on; empty: none.
        QByteArray newestPicture = {};
    };
    /// A client's body, understood.
    struct ReadCall
    {
        std::optional<ConversationCall> call; ///< nothing: it asks for pictures, which others make, or has a tool
        QByteArray fingerprint; ///< of what was sent: a repetition has the same
        std::optional<PictureTool> tool = {};
        QByteArray meaning = {}; ///< the same with what is taken from a preset: an equal call has the same
        std::optional<Conversation> conversation = {}; ///< nothing: it is kept nowhere
        TextKind kind = TextKind::Chat;
        QString preset = {}; ///< CallNotes::preset
    };
    /// `sent` is the request without what it takes from a preset.
    [[nodiscard]] static Result<ReadCall> understand(const Dialect &dialect, const GatewayRequest &sent,
                                                     const FilledRequest &filled, TextKind kind);
    void dispatch(Exchange *exchange, const RouteTable::Match &match, const ReadCall &read);
    static void tellNoJob(Exchange *exchange); ///< where it was to be one
    static void tellIgnored(Exchange *exchange, const QStringList &names); ///< of what the call says
    void take(Exchange *exchange, const ReadCall &read);
    /// What must not be so before anything is looked at; answers it where it is.
    [[nodiscard]] bool refusesWishes(Exchange *exchange) const;
    /// In which form this client awaits what it gets, where that is not one whole answer.
    void openAnswer(Exchange *exchange, const DialectPtr &dialect, bool streams);
    void dryRun(Exchange *exchange, const TextOrder &order);
    [[nodiscard]] GatewayResponse planTold(const Exchange &exchange, const Route &route,
                                           const QList<KeyState> &keys) const;
    [[nodiscard]] TextModels texts() const;
    [[nodiscard]] static const Catalog &noPictureModels(); ///< what names of text models are looked up in
    [[nodiscard]] Result<PreparedText> prepare(const ConversationCall &asked) const;
    /// With the names by which the text models are known.
    [[nodiscard]] ConversationCall inNames(const Dialect &dialect, ConversationCall call) const;

    // Equal calls: those that run share one answer, and answers are kept for others, where that is wished
    // (textcache.cpp)

    [[nodiscard]] CallIdentity identityOf(const Exchange &exchange, const QByteArray &fingerprint) const;
    struct Lookup
    {
        std::optional<AnswerCache::Kept> kept; ///< which answers the call
        TextWork::Keep keep; ///< for the one that is paid for; empty: it is not kept
    };
    /// Tells the exchange, too, how it went.
    [[nodiscard]] Lookup lookUp(Exchange *exchange, const QByteArray &fingerprint, bool isRepetition);
    void giveKept(Exchange *exchange, const DialectPtr &dialect, const AnswerCache::Kept &kept,
                  const TextWork::Wish &wish, const CallNotes &notes);
    void tellNotKept(Exchange *exchange) const; ///< where it was to be

    // With answers that are kept, to go on with or to be told once more (textresponses.cpp)

    [[nodiscard]] bool keepsResponses() const;
    [[nodiscard]] ResponseStore responses() const; ///< where there is a store
    /// Why the words of such a call are gone when it is repeated after the program was started anew.
    [[nodiscard]] Reason whyNotKept(const ReadCall &read) const;
    /// For a chat or embeddings that may be asked for again; nullptr: its words are not to lie on the disk.
    [[nodiscard]] std::shared_ptr<const AnswerRecord> wordsFor(const ReadCall &read,
                                                               const CallIdentity &identity) const;
    [[nodiscard]] static Result<ReadCall> understandKept(const Dialect &dialect, const GatewayRequest &request);
    [[nodiscard]] static Result<ReadCall> understandAll(const Dialect &dialect, const GatewayRequest &request,
                                                        const responseitems::Wish &wish,
                                                        const responseitems::Earlier &earlier);
    void goOn(Exchange *exchange, const RouteTable::Match &match, const Conversation &conversation);
    [[nodiscard]] std::shared_ptr<ResponseRecord> recordFor(const Exchange &exchange,
                                                            const std::optional<Conversation> &conversation) const;

    // With an image tool (texttools.cpp)

    void takeTool(Exchange *exchange, ReadCall read);
    /// A call with a tool as far as it can be understood without paying.
    struct ToolCall
    {
        PictureTool tool;
        bool asksModel = false;
        GenerationCall picture; ///< the one that is asked for, or one as it may be
        QByteArray fingerprint;
        std::optional<Conversation> conversation;
        Reason notKept; ///< why its words are gone when a later run of the program is asked for them
        TextKind kind = TextKind::Chat;
        QString preset = {};
    };
    [[nodiscard]] bool makesPictures(const Dialect &dialect, const QString &model) const;
    [[nodiscard]] GenerationCall pictureFor(const QString &client, const Dialect &dialect, GenerationCall call) const;
    void checkTool(Exchange *exchange, const ToolCall &call);
    void dryRunTool(Exchange *exchange, const ToolCall &call);
    void bookTool(Exchange *exchange, const ToolCall &call);
    [[nodiscard]] ToolDrawing::Desk deskFor(const Exchange &exchange);

    TextWork::Tools m_tools;
    GenerationTools m_pictures;
};

} // namespace lightwell

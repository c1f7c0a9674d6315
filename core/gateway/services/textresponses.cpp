// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/textreasons.h"
#include "core/chat/writtenobject.h"
#include "core/gateway/services/clientbody.h"
#include "core/gateway/services/textservice.h"

/// The part of TextService that keeps answers, and goes on with those that are kept.
namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

/// The picture of an item, to work on; empty: there is none, or it was deleted.
QByteArrayList pictureOf(const ResponseStore &responses, const QByteArray &item)
{
    const QByteArray result = item.isEmpty() ? item : WrittenObject(responses.withPicture(item)).value("result");
    return result.size() > 2 ? QByteArrayList {"\"data:image/png;base64," + result.mid(1)} : QByteArrayList();
}

/// A chat that says itself that nothing of it is to be kept, anywhere.
bool isUnwished(const std::optional<ConversationCall> &call)
{
    return call && call->call.body.contains("\"store\"") && WrittenObject(call->call.body).value("store") == "false";
}

} // namespace

bool TextService::keepsResponses() const
{
    return context().options().storesResponses && context().parts().store;
}

ResponseStore TextService::responses() const
{
    return ResponseStore(*context().parts().store, context().parts().media);
}

Reason TextService::whyNotKept(const ReadCall &read) const
{
    if (!keepsResponses()) {
        return reasons::wordsNeedSwitch();
    }
    if (read.kind != TextKind::Responses && read.tool) {
        return reasons::wordsOnlyInMemory();
    }
    const bool isWished =
        read.kind == TextKind::Responses ? read.conversation && read.conversation->wish.isKept : !isUnwished(read.call);
    return isWished ? reasons::wordsGone() : reasons::wordsUnwished();
}

std::shared_ptr<const AnswerRecord> TextService::wordsFor(const ReadCall &read, const CallIdentity &identity) const
{
    const bool isKept =
        keepsResponses() && read.kind != TextKind::Responses && identity.mayComeBack && !isUnwished(read.call);
    return isKept ? std::make_shared<const AnswerRecord>(*context().parts().store, identity.client) : nullptr;
}

Result<TextService::ReadCall> TextService::understandKept(const Dialect &dialect, const GatewayRequest &request)
{
    if (!isTextBody(request.body)) { // which is told there
        return understand(dialect, request, FilledRequest {request}, TextKind::Responses);
    }
    const Result<responseitems::Wish> wish = responseitems::readWish(request.body);
    if (!wish) {
        return wish.error();
    }
    if (!wish->previous.isEmpty() || !wish->references.isEmpty()) {
        ReadCall unread;
        unread.conversation = Conversation {*wish, {}, request.body};
        return unread;
    }
    return wish->isKept ? understandAll(dialect, request, *wish, {})
                        : understand(dialect, request, FilledRequest {request}, TextKind::Responses);
}

/// `earlier` comes before what the body says itself, and in the place of what it refers to.
Result<TextService::ReadCall> TextService::understandAll(const Dialect &dialect, const GatewayRequest &request,
                                                         const responseitems::Wish &wish,
                                                         const responseitems::Earlier &earlier)
{
    GatewayRequest whole = request;
    whole.body = responseitems::selfContained(request.body, earlier);
    // A repetition is one of what was sent, whether or not answers were kept when it came first.
    Result<ReadCall> understood = understand(dialect, request, FilledRequest {whole}, TextKind::Responses);
    if (!understood) {
        return understood;
    }
    ReadCall read = std::move(understood).value();
    read.meaning += (wish.isKept ? "\nkept " : "\nunkept ") + wish.previous.toUtf8(); // otherwise told than without
    const QByteArrayList own = ResponseStore::ofOthers(responseitems::inputOf(request.body));
    const QByteArrayList items = responseitems::resolved(own, earlier.referred);
    const bool lacksPicture = read.tool && read.tool->pictures.isEmpty();
    read.conversation = Conversation {
        wish, items, {}, lacksPicture ? responseitems::newestPicture(earlier.items + items) : QByteArray()};
    return read;
}

void TextService::goOn(Exchange *exchange, const RouteTable::Match &match, const Conversation &conversation)
{
    using Read = Result<ReadCall>;
    const auto go = [this, exchange, match](const Read &read) {
        if (exchange->isAnswered()) {
            return;
        }
        if (context().isFinishing()) {
            return context().refuse(exchange, {Refusal::Kind::Closing});
        }
        read ? dispatch(exchange, match, *read) : context().fail(exchange, read.error());
    };
    const auto found = [this, exchange, match, conversation, go](const Result<responseitems::Earlier> &earlier) {
        if (exchange->isAnswered()) {
            return;
        }
        if (!earlier && earlier.error().kind != ErrorKind::Invalid) { // it may well be there
            return context().refuse(exchange, Refusal::forNow(Refusal::Kind::NotToBeLookedUp));
        }
        if (!earlier) {
            return go(earlier.error());
        }
        GatewayRequest request = exchange->request();
        request.body = conversation.unread;
        const auto read = [dialect = match.dialect, request, wish = conversation.wish, responses = responses(),
                           earlier = *earlier]() -> Read {
            Read whole = understandAll(*dialect, request, wish, earlier);
            if (whole && whole->conversation && !whole->conversation->newestPicture.isEmpty()) {
                whole.value().tool->pictures = pictureOf(responses, whole->conversation->newestPicture);
            }
            return whole;
        };
        whenDone(QtConcurrent::run(read), exchange, go);
    };
    whenDone(responses().earlier(conversation.wish, exchange->client()), exchange, found);
}

std::shared_ptr<ResponseRecord> TextService::recordFor(const Exchange &exchange,
                                                       const std::optional<Conversation> &conversation) const
{
    return conversation && conversation->wish.isKept ? std::make_shared<ResponseRecord>(
               responses(), exchange.client(), conversation->wish.previous, conversation->own)
                                                     : nullptr;
}

} // namespace lightwell

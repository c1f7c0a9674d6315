// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/services/responseservice.h"

#include "core/async/whendone.h"
#include "core/chat/responseitems.h"
#include "core/chat/textreasons.h"
#include "core/gateway/calls/answerrecord.h"
#include "core/gateway/dialects/accountdialect.h"
#include "core/gateway/http/switchword.h"
#include "core/gateway/replay/answercache.h"
#include "core/journal/journallog.h"

#include <QLoggingCategory>
#include <QtConcurrentRun>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(responseLog, "lightwell.responses", QtInfoMsg)

Error missing(const Reason &reason)
{
    Error error = notSent(ErrorKind::NotFound, reason);
    error.code = u"RESPONSE_NOT_FOUND"_s;
    return error;
}

} // namespace

ResponseStore ResponseService::responses() const
{
    return ResponseStore(*context().parts().store, context().parts().media);
}

void ResponseService::begin()
{
    if (!context().parts().store) {
        return;
    }
    for (const QFuture<Status> &removal :
         {responses().removeOld(), AnswerRecord::removeOld(*context().parts().store)}) {
        whenDone(removal, this, [](const Status &removed) {
            if (!removed) {
                qCWarning(responseLog).noquote() << "Old answers are not forgotten:" << forLog(removed.error());
            }
        });
    }
}

void ResponseService::handle(Exchange *exchange, const RouteTable::Match &match)
{
    if (!context().parts().store || !match.dialect->account()) {
        return context().refuse(exchange, {Refusal::Kind::UnknownPath});
    }
    exchange->request().method == "DELETE" ? remove(exchange, match) : show(exchange, match);
}

void ResponseService::show(Exchange *exchange, const RouteTable::Match &match)
{
    if (!context().options().storesResponses) {
        return context().fail(exchange, missing(reasons::responsesNotStored()));
    }
    const QUrlQuery &query = exchange->request().query;
    if (isOn(query.queryItemValue(u"stream"_s))) {
        return context().fail(exchange, notSent(ErrorKind::Invalid, reasons::responseIsFinished(), u"stream"_s));
    }
    const AccountDialect *words = match.dialect->account();
    const Result<responseitems::PageWish> wish = words->readItems(exchange->request());
    if (!wish) {
        return context().fail(exchange, wish.error());
    }
    // The dialect goes along: it owns the words.
    if (match.route->call == RouteCall::KeptResponseInput) {
        return tell(exchange, match.argument, responses().findConversation(match.argument, exchange->client()),
                    [words, dialect = match.dialect, wish = *wish, responses = responses()](
                        const responserows::Conversation &conversation) -> Result<GatewayResponse> {
                        Result<responseitems::Page> page = responseitems::pageOf(conversation.before, wish);
                        if (!page) {
                            return page.error();
                        }
                        page.value().items = responses.withPictures(page->items);
                        return words->keptItems(*page);
                    });
    }
    tell(exchange, match.argument, responses().find(match.argument, exchange->client()),
         [words, dialect = match.dialect, responses = responses()](const ResponseStore::Response &response)
             -> Result<GatewayResponse> { return words->keptResponse(responses.withPicturesIn(response.response)); });
}

/// `write` makes the answer of what is found, on the thread pool.
template<typename Kept, typename Write>
void ResponseService::tell(Exchange *exchange, const QString &id, const QFuture<Result<std::optional<Kept>>> &found,
                           const Write &write)
{
    whenDone(found, exchange, [this, exchange, id, write](const Result<std::optional<Kept>> &kept) {
        if (!kept || !*kept) {
            return context().fail(exchange,
                                  kept ? missing(reasons::responseUnknown(id, responses().days())) : kept.error());
        }
        whenDone(QtConcurrent::run([write, what = **kept] { return write(what); }), exchange,
                 [this, exchange](const Result<GatewayResponse> &answer) {
                     answer ? context().respond(exchange, *answer) : context().fail(exchange, answer.error());
                 });
    });
}

void ResponseService::remove(Exchange *exchange, const RouteTable::Match &match)
{
    whenDone(responses().remove(match.argument, exchange->client()), exchange,
             [this, exchange, id = match.argument, dialect = match.dialect](const Result<bool> &removed) {
                 if (!removed) {
                     return context().fail(exchange, removed.error());
                 }
                 if (!*removed) {
                     return context().fail(exchange, missing(reasons::responseUnknown(id, responses().days())));
                 }
                 context().answerCache().forgetAnswer(exchange->client(), id);
                 context().respond(exchange, dialect->account()->responseRemoved(id));
             });
}

} // namespace lightwell

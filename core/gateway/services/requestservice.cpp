// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/services/requestservice.h"

#include "core/async/whendone.h"
#include "core/gateway/calls/callbook.h"
#include "core/gateway/calls/generationanswer.h"
#include "core/gateway/clientlimits.h"
#include "core/gateway/dialects/accountdialect.h"
#include "core/gateway/jobs/jobbook.h"
#include "core/gateway/replay/answercache.h"
#include "core/gateway/replay/freeanswers.h"
#include "core/gateway/replay/recordings.h"
#include "core/journal/journalreasons.h"
#include "core/journal/requestlog.h"
#include "core/library/payloads.h"
#include "core/wording/gatewayreasons.h"

#include <QtConcurrentRun>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

/// The same for one that is somebody else's: nobody learns what others have asked for.
Error unknown(const QString &id)
{
    Error error = notSent(ErrorKind::NotFound, reasons::requestUnknown(id));
    error.code = u"REQUEST_NOT_FOUND"_s;
    return error;
}

} // namespace

void RequestService::handle(Exchange *exchange, const RouteTable::Match &match)
{
    if (!context().parts().store || !match.dialect->account()) {
        return context().refuse(exchange, {Refusal::Kind::UnknownPath});
    }
    switch (match.route->call) {
    case RouteCall::Request:
        return show(exchange, match);
    case RouteCall::RequestPayloads:
        return purge(exchange, match);
    default:
        return list(exchange, match);
    }
}

void RequestService::list(Exchange *exchange, const RouteTable::Match &match)
{
    Result<RequestsWish> wish = match.dialect->account()->readRequests(exchange->request());
    if (!wish) {
        return context().fail(exchange, wish.error());
    }
    RequestFilter filter = wish->filter;
    if (!context().limits().seesAll(exchange->client())) {
        if (!filter.client.isEmpty() && filter.client != exchange->client()) { // it has none by another key
            filter.before = QDateTime::fromMSecsSinceEpoch(0, Qt::UTC);
        }
        filter.client = exchange->client();
    }
    const QString address = context().baseAddress(exchange->request()) + u"/requests"_s;
    const RequestLog::Cursor from {wish->list.before.isEmpty() ? wish->list.after : wish->list.before,
                                   !wish->list.before.isEmpty()};
    RequestLog log(*context().parts().store);
    whenDone(log.page(filter, wish->list.limit, from), exchange,
             [this, exchange, dialect = match.dialect, filter, address, from, wants = wish->summary,
              store = context().parts().store](const Result<RequestPage> &page) {
                 if (!page) {
                     return context().fail(exchange,
                                           page.error().kind == ErrorKind::NotFound ? unknown(from.id) : page.error());
                 }
                 if (!wants) {
                     return context().respond(
                         exchange, dialect->account()->requests(*page, std::nullopt, exchange->request(), address));
                 }
                 whenDone(RequestLog(*store).summary(filter), exchange,
                          [this, exchange, dialect, page, address](const Result<RequestSummary> &summary) {
                              if (!summary) {
                                  return context().fail(exchange, summary.error());
                              }
                              context().respond(
                                  exchange,
                                  dialect->account()->requests(*page, *summary, exchange->request(), address));
                          });
             });
}

void RequestService::show(Exchange *exchange, const RouteTable::Match &match)
{
    const QString id = match.argument;
    whenDone(RequestLog(*context().parts().store).find(id), exchange,
             [this, exchange, id, dialect = match.dialect](const Result<std::optional<LoggedRequest>> &found) {
                 if (!found) {
                     return context().fail(exchange, found.error());
                 }
                 const QString owner = *found ? (**found).generation.origin.client : QString();
                 const bool isOwn = *found && owner == exchange->client();
                 if (!*found || !(isOwn || context().limits().seesAll(exchange->client()))) {
                     return context().fail(exchange, unknown(id));
                 }
                 const QString base = context().baseAddress(exchange->request()) + u"/files/"_s;
                 QStringList links;
                 for (const Picture &picture : (**found).generation.pictures) {
                     links.append(picture.path.isEmpty()
                                      ? QString()
                                      : base + context().links().nameFor(picture, exchange->client()));
                 }
                 const bool isTold = context().options().tellsPrompts;
                 context().respond(exchange,
                                   dialect->account()->request(**found, isTold ? std::optional(links) : std::nullopt));
             });
}

void RequestService::purge(Exchange *exchange, const RouteTable::Match &match)
{
    const QString id = match.argument;
    whenDone(RequestLog(*context().parts().store).find(id), exchange,
             [this, exchange, id, dialect = match.dialect](const Result<std::optional<LoggedRequest>> &found) {
                 if (!found) {
                     return context().fail(exchange, found.error());
                 }
                 const bool isOwn = *found && (**found).generation.origin.client == exchange->client();
                 if (!*found || !(isOwn || context().limits().seesAll(exchange->client()))) {
                     return context().fail(exchange, unknown(id));
                 }
                 const Gateway::Parts &parts = context().parts();
                 const auto purging = payloads::purge(*parts.store, parts.media, id, QDateTime::currentDateTimeUtc());
                 whenDone(purging, exchange, [this, exchange, id, dialect](const Result<payloads::Purged> &purged) {
                     if (!purged) {
                         return context().fail(exchange, purged.error());
                     }
                     context().jobs().forget(id);
                     context().calls().forgetAnswer(id);
                     context().answerCache().forget(id);
                     forgetRecordings(exchange, id, dialect->account()->purged(id, purged->already, purged->pictures));
                 });
             });
}

/// Recordings hold the prompt as well, and what was made of its pictures shows them.
void RequestService::forgetRecordings(Exchange *exchange, const QString &id, const GatewayResponse &then)
{
    const QString folder = context().parts().replayFolder;
    const auto forgetting = QtConcurrent::run([folder, id] {
        const bool areGone = Recordings(recordingsFolder(folder)).forget(id);
        return MadePictures(madePicturesFolder(folder)).forget(id) && areGone;
    });
    whenDone(forgetting, exchange, [this, exchange, then](bool areGone) {
        if (areGone) {
            return context().respond(exchange, then);
        }
        context().fail(exchange, notSent(ErrorKind::Storage, reasons::recordingNotRemoved()));
    });
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/services/jobservice.h"

#include "core/gateway/streamedanswer.h"
#include "core/journal/journalreasons.h"

#include <QTimer>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

/// For a vendor to be told, and for one that belongs to another program and cannot be cancelled here.
constexpr std::chrono::seconds cancelPatience(10);

bool hasEnded(const JobView &job)
{
    return job.state != JobView::State::Queued && job.state != JobView::State::Running;
}

} // namespace

void JobService::handle(Exchange *exchange, const RouteTable::Match &match)
{
    const AccountDialect *words = match.dialect->account();
    if (!words) {
        return context().refuse(exchange, {Refusal::Kind::UnknownPath});
    }
    const RouteCall call = match.route->call;
    const bool cancels = call == RouteCall::JobCancel || exchange->request().method == "DELETE";
    context().jobs().look(
        match.argument, exchange, JobBook::Part::Everything,
        [this, exchange, words, cancels, call, id = match.argument](const Result<std::optional<JobView>> &found) {
            if (!found) {
                return context().fail(exchange, found.error());
            }
            if (!*found) {
                Error unknown = notSent(ErrorKind::NotFound, reasons::requestUnknown(id));
                unknown.code = u"REQUEST_NOT_FOUND"_s;
                return context().fail(exchange, unknown);
            }
            if (call == RouteCall::JobEvents) {
                return stream(**found, exchange);
            }
            if (cancels && !hasEnded(**found)) {
                return cancel(**found, exchange);
            }
            context().respond(exchange, words->job(**found));
        });
}

void JobService::stream(const JobView &job, Exchange *exchange)
{
    StreamedAnswer::Setup setup;
    setup.dialect = context().dialectOf(*exchange);
    setup.begin = [this](Exchange *it, const GatewayResponse &head) { context().beginStream(it, head); };
    setup.respond = [this](Exchange *it, const GatewayResponse &response) { context().respond(it, response); };
    setup.longestSilence = context().options().longestSilence;
    const AccountDialect *words = setup.dialect->account();
    auto *events = new StreamedAnswer(exchange, setup);
    if (hasEnded(job)) {
        return events->finish({200, {}, words->jobEvent(job)});
    }
    events->say(words->jobEvent(job));
    context().jobs().watch(job.id, exchange);
}

void JobService::cancel(const JobView &job, Exchange *exchange)
{
    context().jobs().watch(job.id, exchange);
    QTimer::singleShot(cancelPatience, exchange, [this, exchange, job] {
        context().respond(exchange, context().dialectOf(*exchange)->account()->job(job));
    });
    context().jobs().cancel(job.id);
}

} // namespace lightwell

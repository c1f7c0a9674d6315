// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/services/earlyanswer.h"

#include "core/gateway/clientlimits.h"
#include "core/gateway/streamedanswer.h"

namespace lightwell {

void answerEarlyIfWished(GatewayContext &context, Exchange *exchange)
{
    const bool isAsked = exchange->request().header("X-Lightwell-Keep-Alive").trimmed().toLower() == "whitespace";
    if (!isAsked && !context.limits().beginsEarly(exchange->client())) {
        return;
    }
    StreamedAnswer::Setup setup;
    setup.dialect = context.dialectOf(*exchange);
    setup.begin = [&context](Exchange *it, const GatewayResponse &head) { context.beginStream(it, head); };
    setup.respond = [&context](Exchange *it, const GatewayResponse &response) { context.respond(it, response); };
    setup.longestSilence = context.options().longestSilence;
    setup.shape = StreamedAnswer::Shape::WhiteSpace;
    new StreamedAnswer(exchange, setup);
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/keycheck.h"

#include "core/async/whendone.h"
#include "core/engine/signins.h"
#include "core/engine/ticket.h"
#include "core/engine/vendorwords.h"
#include "core/engine/withoutkey.h"
#include "core/secrets/keyreasons.h"
#include "core/transport/httpclient.h"

#include <QtConcurrent>

namespace lightwell {

namespace {

constexpr qint64 maxAnswerBytes = 8LL * 1024 * 1024; // lists of models are long

void answer(Ticket *ticket, const Status &status)
{
    Q_EMIT ticket->keyChecked(status);
    ticket->deleteLater();
}

void read(const Adapter &adapter, const HttpResult &result, const QByteArrayList &secrets, Ticket *ticket)
{
    if (result.delivery != Delivery::Answered) {
        answer(ticket, result.error);
        return;
    }
    const auto reading = QtConcurrent::run([adapter = &adapter, response = result.response, secrets] {
        const std::optional<Error> error = adapter->readKeyCheck(response);
        return error ? Status(vendorwords::bounded(withoutKey(*error, secrets))) : Status(Success());
    });
    whenDone(reading, ticket, [ticket](const Status &status) { answer(ticket, status); });
}

void ask(HttpClient &http, const Adapter &adapter, const Credentials &credentials, Ticket *ticket)
{
    const std::optional<HttpRequest> request = adapter.keyCheck(credentials);
    if (!request) {
        answer(ticket, Success());
        return;
    }
    TransportLimits limits;
    limits.maxResponseBytes = maxAnswerBytes;
    HttpCall *call = http.send(*request, limits);
    QObject::connect(call, &HttpCall::finished, ticket,
                     [adapter = &adapter, secrets = secretsOf(adapter.info(), credentials),
                      ticket](const HttpResult &result) { read(*adapter, result, secrets, ticket); });
}

} // namespace

void checkKey(const EngineParts &parts, SignIns &signIns, const QString &provider, Ticket *ticket)
{
    const Adapter *adapter = parts.adapters.find(provider);
    if (!adapter) {
        answer(ticket, notSent(ErrorKind::NotFound, reasons::providerUnknown(provider)));
        return;
    }
    const auto check = [http = &parts.http, clock = &parts.clock, adapter,
                        ticket](const Result<Credentials> &signedIn) {
        if (!signedIn) {
            answer(ticket, signedIn.error());
            return;
        }
        Credentials credentials = *signedIn;
        credentials.now = clock->now();
        ask(*http, *adapter, credentials, ticket);
    };
    signIns.credentials(provider, ticket, check, SignIns::KeptToken::IsForgotten); // a kept one proves no key
}

} // namespace lightwell

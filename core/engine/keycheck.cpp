// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/keycheck.h"

#include "core/async/whendone.h"
#include "core/engine/ticket.h"
#include "core/engine/vendorwords.h"
#include "core/engine/withoutkey.h"
#include "core/secrets/keyreasons.h"
#include "core/secrets/keyring.h"
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

void read(const Adapter &adapter, const HttpResult &result, const QByteArray &key, Ticket *ticket)
{
    if (result.delivery != Delivery::Answered) {
        answer(ticket, result.error);
        return;
    }
    const auto reading = QtConcurrent::run([adapter = &adapter, response = result.response, key] {
        const std::optional<Error> error = adapter->readKeyCheck(response);
        return error ? Status(vendorwords::bounded(withoutKey(*error, key))) : Status(Success());
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
                     [adapter = &adapter, key = credentials.key, ticket](const HttpResult &result) {
                         read(*adapter, result, key, ticket);
                     });
}

} // namespace

void checkKey(const EngineParts &parts, const QString &provider, Ticket *ticket)
{
    const Adapter *adapter = parts.adapters.find(provider);
    if (!adapter) {
        answer(ticket, notSent(ErrorKind::NotFound, reasons::providerUnknown(provider)));
        return;
    }
    parts.keyring.credentials(provider, ticket,
                              [http = &parts.http, adapter, ticket](const Result<Credentials> &credentials) {
                                  if (credentials) {
                                      ask(*http, *adapter, *credentials, ticket);
                                  } else {
                                      answer(ticket, credentials.error());
                                  }
                              });
}

} // namespace lightwell

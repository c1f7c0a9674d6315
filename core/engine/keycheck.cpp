// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/keycheck.h"

#include "core/adapter/withoutkey.h"
#include "core/async/whendone.h"
#include "core/engine/callerrors.h"
#include "core/engine/routewalk.h"
#include "core/engine/signins.h"
#include "core/engine/ticket.h"
#include "core/engine/vendortext.h"
#include "core/secrets/keyreasons.h"
#include "core/secrets/keyring.h"
#include "core/transport/httpclient.h"

#include <QtConcurrentRun>

namespace lightwell {

namespace {

constexpr qint64 maxAnswerBytes = 8LL * 1024 * 1024; // lists of models are long

/// What is asked, and for whom.
struct Check
{
    const EngineParts &parts;
    CallPatience patience;
    const Adapter *adapter;
    Credentials credentials;
    Ticket *ticket;
};

void answer(Ticket *ticket, const Status &status)
{
    Q_EMIT ticket->keyChecked(status);
    ticket->deleteLater();
}

/// What the answer says of the key is noted down before it is told.
void conclude(const Check &check, const Status &status)
{
    const QString provider = check.adapter->info().id;
    if (status) {
        check.parts.keyring.takeBack({provider, check.credentials.keyName});
    } else if (const std::optional<SetAside::Why> why = keyFault(status.error())) {
        check.parts.keyring.setAside(check.credentials, provider, *why);
    }
    answer(check.ticket, status);
}

void read(const Check &check, const HttpResult &result)
{
    if (result.delivery != Delivery::Answered) {
        conclude(check, result.error);
        return;
    }
    const QByteArrayList secrets = secretsOf(check.adapter->info(), check.credentials);
    const auto reading = QtConcurrent::run([adapter = check.adapter, response = result.response, secrets] {
        const std::optional<Error> error = adapter->readKeyCheck(response);
        return error ? Status(vendortext::bounded(withoutKey(callerrors::unpaid(*error, adapter->info()), secrets)))
                     : Status(Success());
    });
    whenDone(reading, check.ticket, [check](const Status &status) { conclude(check, status); });
}

void ask(const Check &check)
{
    const std::optional<HttpRequest> request = check.adapter->keyCheck(check.credentials);
    if (!request) {
        conclude(check, Success());
        return;
    }
    TransportLimits limits;
    limits.maxResponseBytes = maxAnswerBytes;
    limits.idle = check.patience.answer;
    limits.total = check.patience.question;
    HttpCall *call = check.parts.http.send(*request, limits);
    QObject::connect(call, &HttpCall::finished, check.ticket,
                     [check](const HttpResult &result) { read(check, result); });
}

} // namespace

void checkKey(const EngineParts &parts, SignIns &signIns, const CallPatience &patience, const KeyId &key,
              Ticket *ticket)
{
    const Adapter *adapter = parts.adapters.find(key.provider);
    if (!adapter) {
        answer(ticket, notSent(ErrorKind::NotFound, reasons::providerUnknown(key.provider)));
        return;
    }
    const auto check = [parts = &parts, patience, adapter, ticket](const Result<Credentials> &signedIn) {
        if (!signedIn) {
            answer(ticket, signedIn.error());
            return;
        }
        Credentials credentials = *signedIn;
        credentials.now = parts->clock.now();
        ask({*parts, patience, adapter, credentials, ticket});
    };
    signIns.credentialsOf(key, ticket, check, SignIns::KeptToken::IsForgotten); // a kept one proves no key
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/balancefetch.h"

#include "core/adapter/balance.h"
#include "core/adapter/withoutkey.h"
#include "core/engine/clock.h"
#include "core/engine/signins.h"
#include "core/engine/ticket.h"
#include "core/engine/vendortext.h"
#include "core/transport/httpclient.h"

namespace lightwell {

namespace {

constexpr qint64 maxAnswerBytes = 1024 * 1024;

void tell(Ticket *ticket, const Result<Balance> &balance)
{
    Q_EMIT ticket->balanceTold(balance);
    ticket->deleteLater();
}

} // namespace

void fetchBalance(const EngineParts &parts, SignIns &signIns, const BalanceReader &reader, Ticket *ticket)
{
    const auto ask = [parts, &reader, ticket](const Result<Credentials> &signedIn) {
        if (!signedIn) {
            tell(ticket, signedIn.error());
            return;
        }
        Credentials credentials = *signedIn;
        credentials.now = parts.clock.now();
        const Adapter *adapter = parts.adapters.find(reader.provider());
        const QByteArrayList secrets = adapter ? secretsOf(adapter->info(), credentials) : QByteArrayList();
        TransportLimits limits;
        limits.maxResponseBytes = maxAnswerBytes;
        HttpCall *call = parts.http.send(reader.ask(credentials), limits);
        QObject::connect(call, &HttpCall::finished, ticket, [&reader, secrets, ticket](const HttpResult &result) {
            if (result.delivery != Delivery::Answered) {
                tell(ticket, result.error);
                return;
            }
            const Result<Balance> balance = reader.read(result.response);
            tell(ticket,
                 balance ? balance : Result<Balance>(vendortext::bounded(withoutKey(balance.error(), secrets))));
        });
    };
    signIns.credentials(reader.provider(), ticket, ask);
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/bodybudget.h"
#include "core/gateway/dialects/openai/openairequest.h"
#include "core/gateway/http/exchange.h"
#include "core/model/generation.h"

#include <QPointer>
#include <QTimer>

namespace lightwell {

/// What makes two calls the same call.
struct CallIdentity
{
    QString client;
    QByteArray keyHash; ///< of the Idempotency-Key, which may be long, in hexadecimal digits; empty: none was sent
    QByteArray fingerprint; ///< of everything that shapes the result
    bool isRepetition = false; ///< the client says that it sends this not for the first time
    bool mayComeBack = false; ///< it would send it again by itself
};

/// One generation and the exchanges that wait for it.
struct GenerationJob
{
    CallIdentity identity;
    openai::GenerationCall call;
    QString generation; ///< id
    QList<QPointer<Exchange>> waiting;
    std::optional<Generation> outcome; ///< without the input pictures
    QDateTime endedAt;
    QTimer grace; ///< runs while nobody waits
    std::shared_ptr<BodyShare> body; ///< its input pictures count for as long as it runs, whoever waits
    bool abandoned = false; ///< whoever waited left before the journal had been asked for an earlier call
    bool delivered = false; ///< somebody got the answer
};

} // namespace lightwell

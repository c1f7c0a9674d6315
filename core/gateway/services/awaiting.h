// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/whendone.h"
#include "core/gateway/services/service.h"

namespace lightwell {

/// Calls `then` with the exchange and the value, unless the exchange is gone or answered by then; an error is its
/// answer.
template<typename T, typename Then>
void awaitFor(GatewayContext &context, Service *service, const QFuture<Result<T>> &future, Exchange *exchange,
              Then then)
{
    const QPointer<Exchange> guard = exchange;
    whenDone(future, service, [&context, guard, then](const Result<T> &value) {
        if (!guard || guard->isAnswered()) {
            return;
        }
        if (value) {
            then(guard.data(), *value);
        } else {
            context.fail(guard, value.error());
        }
    });
}

} // namespace lightwell

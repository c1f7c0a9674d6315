// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/whendone.h"
#include "core/gateway/bodybudget.h"
#include "core/gateway/http/bodycoding.h"
#include "core/gateway/services/service.h"

#include <QtConcurrentRun>

#include <type_traits>
#include <utility>

namespace lightwell {

/// Whether a body takes more than a moment to read, whatever it holds: it is long, or packed.
[[nodiscard]] bool isLongOrPacked(const GatewayRequest &request);
/// Of a packed body its content; an error where that is more than `most` bytes (bodyTooLarge), or is none.
[[nodiscard]] Result<GatewayRequest> unpacked(GatewayRequest request, qint64 most);
/// Answers a request whose body could not be read, whose project is none, or for which it is too late by now; false: it
/// is well, and takes `bytes` from now on.
[[nodiscard]] bool refuseUnread(GatewayContext &context, Exchange *exchange, const std::optional<Error> &fault,
                                qint64 bytes);

/// Has a client's body read by `read`, a function of a GatewayRequest with its content that gives a Result, where it is
/// much on the thread pool; then calls `then` with the exchange and what it found, or answers what is wrong. The
/// exchange still has its body then. Nothing is called where it or `service` has gone.
template<typename Read, typename Then>
void readBody(GatewayContext &context, QObject *service, Exchange *exchange, bool isMuch, const Read &read,
              const Then &then)
{
    using Found = std::decay_t<decltype(*std::declval<std::invoke_result_t<Read, const GatewayRequest &>>())>;
    using Reading = Result<std::pair<Found, qint64>>; // with the bytes of the content
    const auto readContent = [read, most = context.options().maxBodyBytes](const GatewayRequest &request) -> Reading {
        const Result<GatewayRequest> content = unpacked(request, most);
        if (!content) {
            return content.error();
        }
        auto found = read(*content);
        return found ? Reading(std::pair<Found, qint64>(std::move(found).value(), content->body.size()))
                     : Reading(found.error());
    };
    const auto take = [&context, then](Exchange *it, const Reading &reading) {
        const auto fault = reading ? std::nullopt : std::optional(reading.error());
        if (!refuseUnread(context, it, fault, reading ? reading->second : 0)) {
            then(it, reading->first);
        }
    };
    if (!isMuch) {
        return take(exchange, readContent(exchange->request()));
    }
    const auto running =
        QtConcurrent::run([readContent, request = exchange->request(), share = context.bodies().shareOf(exchange)] {
            return readContent(request);
        });
    whenDone(running, service, [take, guard = QPointer(exchange)](const Reading &reading) {
        if (guard && !guard->isAnswered()) {
            take(guard, reading);
        }
    });
}

/// What `read` makes of a request with what its client takes from a preset. An error in what that says names it.
template<typename Read>
[[nodiscard]] auto readFilled(const Dialect &dialect, const GatewayRequest &sent, const Presets &presets, Read read)
    -> decltype(read(FilledRequest()))
{
    const Result<FilledRequest> filled = dialect.withPreset(sent, presets);
    if (!filled) {
        return filled.error();
    }
    auto found = read(*filled);
    if (!found) {
        return filled->placed(found.error());
    }
    return found;
}

} // namespace lightwell

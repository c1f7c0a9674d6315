// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/upstreamtime.h"

#include "core/model/generation.h"

#include <algorithm>

namespace lightwell {

namespace {

constexpr char header[] = "Server-Timing";
constexpr char beginning[] = "upstream;dur=";

} // namespace

std::optional<std::chrono::milliseconds> upstreamTime(const Generation &generation)
{
    std::optional<std::chrono::milliseconds> sum;
    for (const Attempt &attempt : generation.attempts) {
        if (attempt.startedAt.isValid() && attempt.endedAt.isValid()) {
            const qint64 took = std::max<qint64>(0, attempt.startedAt.msecsTo(attempt.endedAt));
            sum = sum.value_or(std::chrono::milliseconds(0)) + std::chrono::milliseconds(took);
        }
    }
    return sum;
}

void addUpstreamTime(GatewayResponse &response, const Generation &generation)
{
    if (const std::optional<std::chrono::milliseconds> took = upstreamTime(generation)) {
        response.setHeader(header, beginning + QByteArray::number(qint64(took->count())));
    }
}

std::optional<std::chrono::milliseconds> toldUpstreamTime(const GatewayResponse &response)
{
    const QByteArray told = response.header(header);
    bool isNumber = false;
    const qint64 took =
        told.startsWith(beginning) ? told.mid(qsizetype(sizeof beginning) - 1).toLongLong(&isNumber) : 0;
    return isNumber && took >= 0 ? std::optional(std::chrono::milliseconds(took)) : std::nullopt;
}

} // namespace lightwell

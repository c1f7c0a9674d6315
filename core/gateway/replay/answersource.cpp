// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/replay/answersource.h"

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

QLatin1StringView nameOf(AnswerSource::Replay replay)
{
    switch (replay) {
    case AnswerSource::Replay::Hit:
        return "hit"_L1;
    case AnswerSource::Replay::Miss:
        return "miss"_L1;
    case AnswerSource::Replay::Mock:
        return "mock"_L1;
    case AnswerSource::Replay::Recorded:
        return "recorded"_L1;
    case AnswerSource::Replay::NotRecorded:
        break;
    }
    return "not-recorded"_L1;
}

/// As OpenRouter writes it.
QByteArray nameOf(AnswerSource::Cache cache)
{
    return cache == AnswerSource::Cache::Hit ? "HIT" : cache == AnswerSource::Cache::Miss ? "MISS" : "BYPASS";
}

} // namespace

bool AnswerSource::isFree() const
{
    return replay == Replay::Hit || replay == Replay::Mock || cache == Cache::Hit;
}

QJsonObject AnswerSource::metadata() const
{
    QJsonObject told;
    if (replay) {
        QJsonObject entry {{u"mode"_s, mode}, {u"status"_s, nameOf(*replay)}};
        if (!recording.isEmpty()) {
            entry.insert(u"recording"_s, recording);
            entry.insert(u"recorded_at"_s, recordedAt.toUTC().toString(Qt::ISODate));
        }
        told.insert(u"replay"_s, entry);
    }
    if (cache) {
        told.insert(u"cached"_s, cache == Cache::Hit);
    }
    if (cache == Cache::Hit) {
        told.insert(u"cache_age"_s, cacheAge);
    }
    if (isShared) {
        told.insert(u"coalesced"_s, true);
    }
    return told;
}

void AnswerSource::addTo(GatewayResponse &response) const
{
    if (replay) {
        response.setHeader("X-Lightwell-Replay", mode.toLatin1());
        response.setHeader("X-Lightwell-Replay-Status", nameOf(*replay).latin1());
    }
    if (!recording.isEmpty()) {
        response.setHeader("X-Lightwell-Replay-Recording", recording.toLatin1());
    }
    for (const QByteArray &house : {QByteArray("X-Lightwell-"), QByteArray("X-OpenRouter-")}) {
        if (cache) {
            response.setHeader(house + "Cache-Status", nameOf(*cache));
        }
        if (cache == Cache::Hit) {
            response.setHeader(house + "Cache-Age", QByteArray::number(cacheAge));
            response.setHeader(house + "Cache-Source-Id", cachedGeneration.toLatin1());
        }
        if (cacheTtl > 0) {
            response.setHeader(house + "Cache-TTL", QByteArray::number(cacheTtl));
        }
    }
    if (isShared) {
        response.setHeader("X-Lightwell-Coalesced", "true");
    }
}

} // namespace lightwell

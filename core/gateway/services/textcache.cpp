// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/replay/answersource.h"
#include "core/gateway/replay/answerwishes.h"
#include "core/gateway/services/textservice.h"
#include "core/gateway/textstream.h"

/// The part of TextService that answers equal calls alike.
namespace lightwell {

namespace {

/// A gateway's own setting is for calls with a seed, of which equal ones get equal pictures. Words are kept where a
/// call says so.
AnswerWishes wishesOf(const Exchange &exchange)
{
    const Result<AnswerWishes> wishes = answerWishesOf(exchange.request(), AnswerDefaults());
    return wishes ? *wishes : AnswerWishes();
}

void tell(Exchange *exchange, const AnswerSource &source)
{
    GatewayResponse told;
    source.addTo(told);
    exchange->setOwnHeaders(exchange->ownHeaders() + told.headers);
}

} // namespace

CallIdentity TextService::identityOf(const Exchange &exchange, const QByteArray &fingerprint) const
{
    CallIdentity identity = CallIdentity::of(exchange.request(), exchange.client(), fingerprint);
    const Result<AnswerWishes> wishes = answerWishesOf(exchange.request(), context().options().answers);
    if (wishes && wishes->coalesces) {
        identity.shareKey = fingerprint;
    }
    return identity;
}

TextService::Lookup TextService::lookUp(Exchange *exchange, const QByteArray &fingerprint, bool isRepetition)
{
    const AnswerWishes wishes = wishesOf(*exchange);
    if (wishes.cache.count() == 0) {
        return {};
    }
    AnswerCache &words = context().answerCache();
    const AnswerCache::Key key {exchange->client(), fingerprint};
    if (wishes.isCacheRenewed) {
        words.remove(key);
    }
    const QDateTime now = QDateTime::currentDateTimeUtc();
    AnswerSource source;
    source.cache = AnswerSource::Cache::Miss;
    source.cacheTtl = wishes.cache.count();
    Lookup found;
    found.kept = isRepetition ? std::nullopt : words.find(key, wishes.cache, now);
    if (found.kept) {
        source.cache = AnswerSource::Cache::Hit;
        source.cacheAge = found.kept->keptAt.secsTo(now);
        source.cachedGeneration = found.kept->made.id;
    }
    found.keep = [&words, key, lifetime = wishes.cache](const AnswerCache::Answer &answer, const Generation &made) {
        words.keep(key, answer, made, lifetime, QDateTime::currentDateTimeUtc());
    };
    tell(exchange, source);
    return found;
}

void TextService::giveKept(Exchange *exchange, const DialectPtr &dialect, const AnswerCache::Kept &kept,
                           const TextWork::Wish &wish, const CallNotes &notes)
{
    const AnswerCache::Answer &answer = kept.answer;
    const Generation told = dialect->hitsAreGenerations()
        ? context().answerCache().noteHit(kept, notes, QDateTime::currentDateTimeUtc())
        : kept.made;
    exchange->setGeneration(told.id);
    if (answer.isStream) {
        GatewayResponse head; // of one that is paid for, nobody knows this when it begins
        dialect->addOutcome(head, told, wish.telling);
        exchange->setOwnHeaders(exchange->ownHeaders() + head.headers);
        openAnswer(exchange, dialect, true);
        const QByteArray tail = wish.addsTail ? dialect->tailOfWords(answer.tail, told, wish.telling) : QByteArray();
        return TextStream::of(*exchange)->end(answer.body + tail);
    }
    GatewayResponse response {200, {{"Content-Type", "application/json"}}, answer.body};
    dialect->addOutcome(response, told, wish.telling);
    context().respond(exchange, response);
}

void TextService::tellNotKept(Exchange *exchange) const
{
    if (wishesOf(*exchange).cache.count() > 0) {
        AnswerSource source;
        source.cache = AnswerSource::Cache::Bypass;
        tell(exchange, source);
    }
}

/// Nobody else is to have the words.
void TextService::close()
{
    context().answerCache().clear();
}

} // namespace lightwell

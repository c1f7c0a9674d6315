// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/replay/answerwishes.h"

#include "core/planning/tuningrule.h"
#include "core/wording/gatewayreasons.h"

#include <algorithm>
#include <array>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestValue = 1000;
constexpr qsizetype longestName = 64;

/// One wish: its header, and the one of others that is taken for ours.
struct WishHeader
{
    explicit WishHeader(const QByteArray &name, const QByteArray &alias = {})
        : shown(u"X-Lightwell-"_s + QString::fromLatin1(name))
        , names({QByteArray("X-Lightwell-" + name)})
    {
        if (!alias.isEmpty()) {
            names.append(QByteArray(alias + name));
        }
    }

    QString shown;
    QByteArrayList names;
};

const QByteArray lumenfall = "X-Lumenfall-";
const QByteArray openRouter = "X-OpenRouter-";
const WishHeader replay {"Replay", lumenfall};
const WishHeader replayMatch {"Replay-Match", lumenfall};
const WishHeader replayFields {"Replay-Fields", lumenfall};
const WishHeader replayRecording {"Replay-Recording", lumenfall};
const WishHeader cache {"Cache", openRouter};
const WishHeader cacheTtl {"Cache-TTL", openRouter};
const WishHeader cacheClear {"Cache-Clear", openRouter};
const WishHeader coalesce {"Coalesce"};

Error refused(const Reason &reason, const QString &header)
{
    return notSent(ErrorKind::Invalid, reason, header);
}

bool isMeantAsWish(QLatin1StringView header)
{
    constexpr std::array beginnings {"x-lightwell-replay"_L1, "x-lumenfall-replay"_L1, "x-lightwell-cache"_L1,
                                     "x-openrouter-cache"_L1, "x-lightwell-coalesce"_L1};
    return std::any_of(beginnings.begin(), beginnings.end(), [header](QLatin1StringView beginning) {
        return header.startsWith(beginning, Qt::CaseInsensitive);
    });
}

/// A header that begins as a wish does and is none: it was meant as one.
std::optional<Error> misspeltHeader(const GatewayRequest &request)
{
    for (const HttpHeader &header : request.headers) {
        const QLatin1StringView name(header.name);
        if (!isMeantAsWish(name)) {
            continue;
        }
        bool isKnown = false;
        QStringList shown;
        for (const WishHeader *wish :
             {&replay, &replayMatch, &replayFields, &replayRecording, &cache, &cacheTtl, &cacheClear, &coalesce}) {
            shown.append(wish->shown);
            for (const QByteArray &known : wish->names) {
                isKnown = isKnown || name.compare(QLatin1StringView(known), Qt::CaseInsensitive) == 0;
            }
        }
        if (!isKnown) {
            const QString said = QString::fromLatin1(header.name.left(longestName));
            return refused(reasons::wishHeaderUnknown(said, shown.join(u", "_s)), said);
        }
    }
    return std::nullopt;
}

/// Its value under whichever name; empty: it is not there. An error: said more than once, or without a value.
Result<QString> valueOf(const GatewayRequest &request, const WishHeader &header)
{
    QByteArrayList values;
    for (const QByteArray &name : header.names) {
        const int times = request.count(name);
        if (times > 1) {
            return refused(reasons::wishHeaderTwice(header.shown), header.shown);
        }
        if (times == 1) {
            values.append(request.header(name).trimmed());
        }
    }
    const bool agree =
        std::all_of(values.begin(), values.end(), [&](const QByteArray &v) { return v == values.first(); });
    if (!agree) {
        return refused(reasons::wishHeaderTwice(header.shown), header.shown);
    }
    if (!values.isEmpty() && (values.first().isEmpty() || values.first().size() > longestValue)) {
        return refused(reasons::wishHeaderEmpty(header.shown), header.shown);
    }
    return values.isEmpty() ? QString() : QString::fromUtf8(values.first());
}

Error unknownWord(const WishHeader &header, const QString &word, const QStringList &known)
{
    return wordFault(header.shown, word, known, known);
}

Result<std::optional<bool>> switchOf(const GatewayRequest &request, const WishHeader &header)
{
    const Result<QString> word = valueOf(request, header);
    if (!word) {
        return word.error();
    }
    if (word->isEmpty()) {
        return std::optional<bool>();
    }
    const QString lower = word->toLower();
    if (lower == "true"_L1 || lower == "1"_L1) {
        return std::optional(true);
    }
    if (lower == "false"_L1 || lower == "0"_L1) {
        return std::optional(false);
    }
    return unknownWord(header, *word, {u"true"_s, u"false"_s});
}

QStringList listOf(const QString &text)
{
    QStringList names;
    const QStringList parts = text.split(u',');
    for (const QString &part : parts) {
        if (!part.trimmed().isEmpty()) {
            names.append(part.trimmed());
        }
    }
    return names;
}

/// A header that says more about a match is of no use without it: then something else was meant.
std::optional<Error> faultInDetails(const AnswerWishes &wishes, const QString &fields, const QString &recording)
{
    const auto check = [&wishes](const WishHeader &detail, bool isThere, ReplayMatch match) -> std::optional<Error> {
        if (isThere == (wishes.match == match)) {
            return std::nullopt;
        }
        const QString word = replayMatchNames().at(static_cast<int>(match));
        return refused(reasons::wishHeadersBelongTogether(detail.shown, replayMatch.shown, word), detail.shown);
    };
    if (const std::optional<Error> fault = check(replayFields, !fields.isEmpty(), ReplayMatch::Specific)) {
        return fault;
    }
    return check(replayRecording, !recording.isEmpty(), ReplayMatch::Pinned);
}

std::optional<Error> readReplay(const GatewayRequest &request, ReplayMode usual, AnswerWishes &wishes)
{
    const Result<QString> mode = valueOf(request, replay);
    const Result<QString> match = valueOf(request, replayMatch);
    const Result<QString> fields = valueOf(request, replayFields);
    const Result<QString> recording = valueOf(request, replayRecording);
    for (const Result<QString> *value : {&mode, &match, &fields, &recording}) {
        if (!value->ok()) {
            return value->error();
        }
    }
    const std::optional<ReplayMode> said = mode->isEmpty() ? usual : replayModeFromName(*mode);
    if (!said) {
        return unknownWord(replay, *mode, replayModeNames());
    }
    wishes.replay = *said;
    const bool hasDetails = !match->isEmpty() || !fields->isEmpty() || !recording->isEmpty();
    if (hasDetails && mode->isEmpty() && usual == ReplayMode::Off) {
        return refused(reasons::replayModeMissing(replay.shown), replay.shown);
    }
    const std::optional<ReplayMatch> by = match->isEmpty() ? ReplayMatch::Standard : replayMatchFromName(*match);
    if (!by) {
        return unknownWord(replayMatch, *match, replayMatchNames());
    }
    wishes.match = *by;
    if (const std::optional<Error> fault = faultInDetails(wishes, *fields, *recording)) {
        return fault;
    }
    wishes.fields = listOf(*fields);
    wishes.recording = *recording;
    if (wishes.match == ReplayMatch::Specific && wishes.fields.isEmpty()) {
        return refused(reasons::wishHeaderEmpty(replayFields.shown), replayFields.shown);
    }
    if (wishes.match == ReplayMatch::Pinned && wishes.replay == ReplayMode::ReplayOrRecord) {
        return refused(reasons::pinnedNotRecorded(), replay.shown); // its id would be another, each time anew
    }
    return std::nullopt;
}

std::optional<Error> readCache(const GatewayRequest &request, std::chrono::seconds usual, AnswerWishes &wishes)
{
    const Result<std::optional<bool>> isOn = switchOf(request, cache);
    const Result<std::optional<bool>> anew = switchOf(request, cacheClear);
    const Result<QString> text = valueOf(request, cacheTtl);
    if (!isOn || !anew || !text) {
        return !isOn ? isOn.error() : !anew ? anew.error() : text.error();
    }
    bool isNumber = true;
    const qint64 seconds = text->isEmpty() ? 0 : text->toLongLong(&isNumber);
    if (!isNumber || (!text->isEmpty() && seconds < 1)) {
        return refused(reasons::cacheTimeUnusable(cacheTtl.shown, qint64(answerlimits::longestCache.count())),
                       cacheTtl.shown);
    }
    if (!isOn->value_or(usual.count() > 0)) {
        return std::nullopt;
    }
    const std::chrono::seconds unsaid = usual.count() > 0 ? usual : answerlimits::usualCache;
    wishes.isCacheRenewed = anew->value_or(false);
    wishes.cache = std::min(text->isEmpty() ? unsaid : std::chrono::seconds(seconds), answerlimits::longestCache);
    return std::nullopt;
}

} // namespace

Result<AnswerWishes> answerWishesOf(const GatewayRequest &request, const AnswerDefaults &defaults)
{
    AnswerWishes wishes;
    if (const std::optional<Error> fault = misspeltHeader(request)) {
        return *fault;
    }
    if (const std::optional<Error> fault = readReplay(request, defaults.replay, wishes)) {
        return *fault;
    }
    if (const std::optional<Error> fault = readCache(request, defaults.cache, wishes)) {
        return *fault;
    }
    const Result<std::optional<bool>> shares = switchOf(request, coalesce);
    if (!shares) {
        return shares.error();
    }
    wishes.coalesces = shares->value_or(defaults.coalesces);
    return wishes;
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/replay/freeanswers.h"

#include "core/async/whendone.h"
#include "core/engine/engine.h"
#include "core/gateway/replay/callfields.h"
#include "core/journal/journal.h"
#include "core/wording/gatewayreasons.h"

#include <QtConcurrentRun>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

using Replay = AnswerSource::Replay;
using Cache = AnswerSource::Cache;

QString below(const QString &folder, const QString &name)
{
    return folder.isEmpty() ? QString() : QString(folder + u'/' + name);
}

AnswerSource toldOf(const AnswerWishes &wishes, std::optional<Replay> replay)
{
    AnswerSource source;
    source.mode = replay ? replayModeName(wishes.replay) : QString();
    source.replay = replay;
    return source;
}

/// Equal calls are answered alike only where their seed makes them so.
bool hasSeed(const Request &request)
{
    return request.seed.value_or(-1) >= 0;
}

/// The vendor was given the seed, too; else its pictures are random, whatever the client said.
bool wasMadeBySeed(const Generation &generation)
{
    const Plan *plan = generation.plan ? &*generation.plan : nullptr;
    return plan && !plan->calls.isEmpty()
        && std::all_of(plan->calls.begin(), plan->calls.end(),
                       [](const PlannedCall &call) { return call.seed.has_value(); });
}

bool liesInFiles(const Generation &generation)
{
    return std::none_of(generation.pictures.begin(), generation.pictures.end(),
                        [](const Picture &picture) { return picture.path.isEmpty(); });
}

std::optional<Error> faultInFields(const FreeAnswers::Question &question)
{
    for (const QString &name : question.wishes.fields) {
        if (!isCallField(name, question.asked.fields)) {
            const QString header = u"X-Lightwell-Replay-Fields"_s;
            return notSent(ErrorKind::Invalid, reasons::replayFieldUnknown(name, header), header);
        }
    }
    return std::nullopt;
}

Error noRecording()
{
    Error error = notSent(ErrorKind::NotFound, reasons::recordingNotFound(), u"X-Lightwell-Replay"_s);
    error.code = u"RECORDING_NOT_FOUND"_s;
    return error;
}

} // namespace

QString recordingsFolder(const QString &replayFolder)
{
    return below(replayFolder, u"recordings"_s);
}

QString madePicturesFolder(const QString &replayFolder)
{
    return below(replayFolder, u"pictures"_s);
}

FreeAnswers::FreeAnswers(const Gateway::Parts &parts)
    : m_engine(parts.engine)
    , m_journal(parts.journal)
    , m_media(parts.media)
    , m_recordings(std::make_shared<Recordings>(recordingsFolder(parts.replayFolder)))
    , m_cached(std::make_shared<Recordings>(below(parts.replayFolder, u"cache"_s)))
    , m_made(madePicturesFolder(parts.replayFolder))
{
}

void FreeAnswers::ask(const Asked &asked, QObject *context, const Then &then) const
{
    if (const std::optional<Error> fault = faultInFields(*asked)) {
        return then({{}, fault, {}});
    }
    const AnswerWishes &wishes = asked->wishes;
    const ReplayMode mode = wishes.replay;
    const bool looksNowhere = mode == ReplayMode::Off && wishes.cache.count() == 0;
    if (looksNowhere || mode == ReplayMode::Record) {
        return then({{}, {}, toldOf(wishes, looksNowhere ? std::nullopt : std::optional(Replay::NotRecorded))});
    }
    if (mode == ReplayMode::Mock) {
        mock(asked, context, then);
    } else if (looksForRecordings(mode)) {
        replay(asked, context, then);
    } else {
        lookInCache(asked, {}, context, then);
    }
}

void FreeAnswers::seek(const std::shared_ptr<Recordings> &store, const Fits &fits, const Asked &asked, QObject *context,
                       const OnFound &then) const
{
    const auto looking =
        QtConcurrent::run([store, fits] { return store->newest(fits, QDateTime::currentDateTimeUtc()); });
    whenDone(looking, context, [this, asked, context, then](const QList<Recording> &recordings) {
        tryNext(recordings, asked, context, then);
    });
}

void FreeAnswers::tryNext(const QList<Recording> &left, const Asked &asked, QObject *context, const OnFound &then) const
{
    if (left.isEmpty()) {
        return then(std::nullopt);
    }
    const auto revive = [this, left, asked, context, then](const std::optional<Generation> &kept) {
        const auto reviving = QtConcurrent::run([kept, asked, media = &m_media, made = m_made] {
            return kept ? revivedGeneration(*kept, asked->call, *media, made) : std::nullopt;
        });
        whenDone(reviving, context, [this, left, asked, context, then](const std::optional<Generation> &generation) {
            if (!generation) { // its pictures are gone
                return tryNext(left.mid(1), asked, context, then);
            }
            Found found {left.first(), *generation};
            found.generation.origin.project = asked->project;
            then(found);
        });
    };
    whenDone(m_journal.find(left.first().generation), context, revive);
}

void FreeAnswers::replay(const Asked &asked, QObject *context, const Then &then) const
{
    const auto fits = [asked](const Recording &recording) { return answers(recording, asked->asked, asked->wishes); };
    seek(m_recordings, fits, asked, context, [this, asked, context, then](const std::optional<Found> &found) {
        if (found) {
            AnswerSource source = toldOf(asked->wishes, Replay::Hit);
            source.recording = found->recording.id;
            source.recordedAt = found->recording.createdAt;
            return then({found->generation, {}, source});
        }
        switch (asked->wishes.replay) {
        case ReplayMode::ReplayOrMock:
            return mock(asked, context, then);
        case ReplayMode::ReplayOrLive:
            return lookInCache(asked, toldOf(asked->wishes, Replay::Miss), context, then);
        case ReplayMode::ReplayOrRecord:
            return then({{}, {}, toldOf(asked->wishes, Replay::NotRecorded)});
        default:
            return then({{}, noRecording(), toldOf(asked->wishes, Replay::Miss)});
        }
    });
}

void FreeAnswers::mock(const Asked &asked, QObject *context, const Then &then) const
{
    const AnswerSource source = toldOf(asked->wishes, Replay::Mock);
    const auto draw = [this, asked, context, then, source](const Result<Route> &route, const QList<KeyState> &) {
        if (!route) {
            return then({{}, route.error(), source});
        }
        const auto drawing = QtConcurrent::run([route = *route, asked, made = m_made] {
            return mockGeneration(route, asked->call, made, QDateTime::currentDateTimeUtc());
        });
        whenDone(drawing, context, [asked, then, source](Result<Generation> drawn) {
            if (!drawn) {
                Error error = drawn.error();
                error.billing = Billing::NotBilled;
                return then({{}, error, source});
            }
            drawn.value().origin.project = asked->project;
            then({std::move(drawn).value(), {}, source});
        });
    };
    m_engine.plan(asked->call.request, context, draw, asked->call.wishes);
}

void FreeAnswers::lookInCache(const Asked &asked, AnswerSource source, QObject *context, const Then &then) const
{
    const AnswerWishes &wishes = asked->wishes;
    if (wishes.cache.count() == 0) {
        return then({{}, {}, source});
    }
    source.cache = hasSeed(asked->call.request) ? Cache::Miss : Cache::Bypass;
    source.cacheTtl = wishes.cache.count();
    if (source.cache == Cache::Bypass || wishes.isCacheRenewed) {
        return then({{}, {}, source});
    }
    const QDateTime oldest = QDateTime::currentDateTimeUtc().addSecs(-wishes.cache.count());
    const auto fits = [asked, oldest](const Recording &recording) {
        return recording.client == asked->asked.client && recording.fingerprint == asked->cacheKey
            && recording.createdAt > oldest;
    };
    seek(m_cached, fits, asked, context, [then, source](const std::optional<Found> &found) mutable {
        if (!found) {
            return then({{}, {}, source});
        }
        source.cache = Cache::Hit;
        source.cacheAge = found->recording.createdAt.secsTo(QDateTime::currentDateTimeUtc());
        source.cachedGeneration = found->generation.id;
        then({found->generation, {}, source});
    });
}

FreeAnswers::Keep FreeAnswers::keeperFor(const Question &question, const Verdict &verdict) const
{
    const bool records = recordsAnswers(question.wishes.replay);
    const bool caches = verdict.source.cache == Cache::Miss;
    if (!records && !caches) {
        return {};
    }
    Recording recording;
    recording.client = question.asked.client;
    recording.fingerprint = records ? question.asked.fingerprint : question.cacheKey;
    recording.fields = records ? question.asked.fields : QJsonObject();
    const auto store = records ? m_recordings : m_cached;
    return [store, recording, records, ttl = question.wishes.cache,
            told = verdict.source](const Generation &generation) mutable {
        return QtConcurrent::run([store, recording, records, ttl, told, generation]() mutable {
            recording.createdAt = QDateTime::currentDateTimeUtc();
            recording.id = newRecordingId(recording.createdAt);
            recording.generation = generation.id;
            recording.expiresAt = records ? QDateTime() : recording.createdAt.addSecs(ttl.count());
            const bool isWorthIt = liesInFiles(generation) && (records || wasMadeBySeed(generation));
            if (!isWorthIt || !store->add(recording)) {
                return told; // it is paid for and delivered all the same
            }
            if (records) {
                told.replay = Replay::Recorded;
                told.recording = recording.id;
                told.recordedAt = recording.createdAt;
            }
            return told;
        });
    };
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/replay/replaymode.h"

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

/// Of an enumeration whose values stand in this order.
template<typename Value>
std::optional<Value> valueAt(const QStringList &names, const QString &name)
{
    const qsizetype place = names.indexOf(name);
    return place < 0 ? std::nullopt : std::optional(static_cast<Value>(place));
}

} // namespace

const QStringList &replayModeNames()
{
    static const QStringList names {
        u"off"_s, u"record"_s, u"replay-or-mock"_s, u"replay-or-error"_s, u"replay-or-live"_s, u"replay-or-record"_s,
        u"mock"_s};
    return names;
}

QString replayModeName(ReplayMode mode)
{
    return replayModeNames().at(static_cast<int>(mode));
}

std::optional<ReplayMode> replayModeFromName(const QString &name)
{
    return valueAt<ReplayMode>(replayModeNames(), name);
}

bool looksForRecordings(ReplayMode mode)
{
    return mode == ReplayMode::ReplayOrMock || mode == ReplayMode::ReplayOrError || mode == ReplayMode::ReplayOrLive
        || mode == ReplayMode::ReplayOrRecord;
}

bool recordsAnswers(ReplayMode mode)
{
    return mode == ReplayMode::Record || mode == ReplayMode::ReplayOrRecord;
}

bool drawsPlaceholders(ReplayMode mode)
{
    return mode == ReplayMode::Mock || mode == ReplayMode::ReplayOrMock;
}

const QStringList &replayMatchNames()
{
    static const QStringList names {u"standard"_s, u"strict"_s, u"specific"_s, u"pinned"_s};
    return names;
}

std::optional<ReplayMatch> replayMatchFromName(const QString &name)
{
    return valueAt<ReplayMatch>(replayMatchNames(), name);
}

} // namespace lightwell

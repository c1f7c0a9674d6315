// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/healedanswer.h"
#include "core/chat/textcall.h"
#include "core/routing/routewishes.h"

namespace lightwell {

/// What an answer is to tell beside what was asked for, where its API has a place for it.
struct Telling
{
    bool route = false; ///< how the provider was found
    QStringList ignored = {}; ///< fields of the call that have no meaning here
    bool isShared = false; ///< it is the answer of an equal call that ran already, which pays
    std::optional<HealingReport> healing = {}; ///< its words were looked through for JSON
    bool echoes = false; ///< what vendors were sent
    /// That, of the last one: JSON that may be shown (core/explain/shownbody.h). Known when the answer is written;
    /// empty: nobody was asked, or it is not to be told.
    QByteArray echo = {};

    friend bool operator==(const Telling &, const Telling &) = default;
};

/// A call to text models, as a dialect understood it.
struct ConversationCall
{
    TextCall call;
    RouteWishes wishes = {}; ///< what the client wants of the route
    Telling telling = {};
    QString session = {}; ///< CallNotes::session
};

/// All that may answer; the one that was asked for first.
[[nodiscard]] inline QStringList modelsOf(const ConversationCall &asked)
{
    return QStringList {asked.call.model} + asked.call.alternatives + asked.wishes.fallbacks.value_or(QStringList());
}

} // namespace lightwell

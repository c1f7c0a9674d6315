// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/namedresponse.h"
#include "core/gateway/calls/responsestore.h"

#include <functional>

class QObject;

namespace lightwell {

/// One answer of /responses that is to be kept: told under its own name while it comes, and in the store before its end
/// is told, so that whoever has it can go on with it. What cannot be kept is paid for all the same: it is delivered,
/// and says that it is not kept.
class ResponseRecord
{
public:
    /// `previous` is the answer it goes on with (empty: none), `items` what the conversation has between the two.
    ResponseRecord(const ResponseStore &responses, const QString &client, const QString &previous,
                   const QByteArrayList &items);

    [[nodiscard]] QByteArray feed(const QByteArray &events) { return m_told.feed(events); }
    /// All of it has come: as the events that were fed, or as `answer`. `then` gets what is still to be told, later or
    /// at once; not where `context` has gone.
    using Then = std::function<void(const QByteArray &)>;
    void keep(const QByteArray &answer, const QString &generation, QObject *context, const Then &then);
    /// What is kept of the call that took this generation first, as it is told again: whole, or in events. Empty: it is
    /// not there. Otherwise like keep().
    using Found = std::function<void(const Result<QByteArray> &)>;
    void find(const QString &generation, bool inEvents, QObject *context, const Found &found) const;

private:
    ResponseStore m_store;
    ResponseStore::Response m_response;
    NamedResponse m_told;
};

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/generation.h"
#include "core/model/result.h"

#include <QFuture>

namespace lightwell {

class Store;

/// What a request came to, for whoever looks through many.
enum class RequestOutcome {
    Running,
    Completed,
    Failed, ///< a vendor was called
    Refused, ///< none was: nothing was sent
    Cancelled,
    Unknown, ///< it may be billed
};

/// A request in the journal. Without its input pictures; of an extremely large one only what its columns tell.
struct LoggedRequest
{
    Generation generation;
    RequestOutcome outcome = RequestOutcome::Unknown;
    QDateTime purgedAt; ///< its words and pictures were deleted then (library/payloads.h); invalid: they were not
    QString endpoint; ///< the path at which a job was asked for; empty: not known

    friend bool operator==(const LoggedRequest &, const LoggedRequest &) = default;
};

/// Which requests are meant; whatever is left empty leaves nothing out.
struct RequestFilter
{
    QString client; ///< a gateway client's id
    QDateTime after; ///< created then or later
    QDateTime before; ///< created before
    QList<RequestOutcome> outcomes;

    friend bool operator==(const RequestFilter &, const RequestFilter &) = default;
};

/// A part of a list, newest first.
struct RequestPage
{
    QList<LoggedRequest> requests;
    bool hasOlder = false;
    bool hasNewer = false;
};

struct RequestSummary
{
    qint64 count = 0;
    Money cost; ///< the sum of what is known
    qint64 unknown = 0; ///< that ended, but not at a known cost
    friend bool operator==(const RequestSummary &, const RequestSummary &) = default;
};

/// The journal as clients look at it: page by page. Reads only.
class RequestLog
{
public:
    explicit RequestLog(Store &store);

    /// From which request a page goes on, into which direction.
    struct Cursor
    {
        QString id; ///< empty: from the newest
        bool isTowardsNewer = false; ///< the page that ends before it
        friend bool operator==(const Cursor &, const Cursor &) = default;
    };
    /// An error of the kind NotFound: the cursor's request is none of these.
    [[nodiscard]] QFuture<Result<RequestPage>> page(const RequestFilter &filter, int limit, const Cursor &from);
    [[nodiscard]] QFuture<Result<RequestSummary>> summary(const RequestFilter &filter);
    /// Nothing: there is none.
    [[nodiscard]] QFuture<Result<std::optional<LoggedRequest>>> find(const QString &id);

private:
    Store &m_store;
};

} // namespace lightwell

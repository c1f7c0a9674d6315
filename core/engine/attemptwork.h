// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/verdict.h"
#include "core/journal/journal.h"

#include <QObject>

namespace lightwell {

class Turn;

/// A place at which a picture was noted down (Arrivals).
struct NotedPlace
{
    QString place;
    bool hasEarlier = true; ///< it may have taken the place of another one there: what the vendor sent
};

/// What the calls of an attempt have come to.
struct AttemptOutcome
{
    QList<CallEnd> calls;
    QList<Picture> pictures; ///< kept, the earlier ones of a resumed attempt among them
    int delivered = 0; ///< of what was asked for: so many pictures, or an answer in words
    std::optional<Error> complaint; ///< something went wrong with a picture that is there all the same
    bool hasJob = false; ///< a vendor still has a job of ours that can be asked for
    QJsonArray usage; ///< the vendor's own counters, of each call that told any
    QList<NotedPlace> notes; ///< made by this run
    AnswerNotes about = {}; ///< of several calls, of the first that told any
};

/// One plan tried at one provider, whatever it makes. Its begin and its end in journal and ledger are not its own.
class AttemptWork : public QObject
{
    Q_OBJECT
public:
    /// What journal and pictures know it by.
    struct Name
    {
        QString generation;
        int attempt = 0;
    };
    using QObject::QObject;

    virtual void takeTurn(Turn *turn) = 0; ///< one that is granted, for the first call; may be null
    virtual void start() = 0;
    virtual void cancel() = 0;

Q_SIGNALS:
    void progressed(const lightwell::Progress &progress);
    void picturesKept(const QList<lightwell::Picture> &pictures); ///< so far, while other calls go on
    void finished(const lightwell::AttemptOutcome &outcome); ///< exactly once
};

} // namespace lightwell

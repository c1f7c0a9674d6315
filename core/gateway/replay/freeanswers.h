// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/gateway.h"
#include "core/gateway/replay/freegeneration.h"
#include "core/gateway/replay/recordings.h"

#include <QFuture>

namespace lightwell {

/// What answers a call for pictures without paying for it: a recording, a placeholder, an answer that was kept for its
/// equals. And keeps what was paid for, where that is wished. On the gateway's thread.
class FreeAnswers
{
public:
    explicit FreeAnswers(const Gateway::Parts &parts);

    struct Question
    {
        GenerationCall call;
        AnswerWishes wishes;
        AskedCall asked; ///< `fields` by the model's own name
        QByteArray cacheKey; ///< of the fields as they were sent
        QString project;
    };
    struct Verdict
    {
        std::optional<Generation> found; ///< the answer; nothing: it is to be paid for, or refused
        std::optional<Error> refused; ///< instead of paying; nothing was sent
        AnswerSource source; ///< also of an answer that will be paid for
    };
    using Then = std::function<void(const Verdict &)>;
    using Asked = std::shared_ptr<const Question>;
    /// At once where the call wishes for nothing, else later, unless `context` is gone.
    void ask(const Asked &asked, QObject *context, const Then &then) const;

    using Keep = std::function<QFuture<AnswerSource>(const Generation &)>;
    /// For a call that is paid for after this verdict; empty: nothing is to be kept.
    [[nodiscard]] Keep keeperFor(const Question &question, const Verdict &verdict) const;

private:
    using Fits = std::function<bool(const Recording &)>;
    struct Found
    {
        Recording recording;
        Generation generation;
    };
    using OnFound = std::function<void(const std::optional<Found> &)>;
    void seek(const std::shared_ptr<Recordings> &store, const Fits &fits, const Asked &asked, QObject *context,
              const OnFound &then) const;
    void tryNext(const QList<Recording> &left, const Asked &asked, QObject *context, const OnFound &then) const;
    void replay(const Asked &asked, QObject *context, const Then &then) const;
    void mock(const Asked &asked, QObject *context, const Then &then) const;
    void lookInCache(const Asked &asked, AnswerSource source, QObject *context, const Then &then) const;

    Engine &m_engine;
    Journal &m_journal;
    MediaStore &m_media;
    std::shared_ptr<Recordings> m_recordings; ///< shared with work on the pool
    std::shared_ptr<Recordings> m_cached;
    MadePictures m_made;
};

/// Where they lie below Paths::replayFolder().
[[nodiscard]] QString recordingsFolder(const QString &replayFolder);
[[nodiscard]] QString madePicturesFolder(const QString &replayFolder);

} // namespace lightwell

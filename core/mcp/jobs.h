// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/generation.h"
#include "core/model/result.h"
#include "core/routing/routewishes.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace lightwell {
class Engine;
class Journal;
} // namespace lightwell

namespace lightwell::mcp {

/// The pictures that are being made for clients, and those that are made but reached nobody yet. A job outlives the
/// call that began it: its client may ask for it again, and a call that is sent once more joins it, so that one wish
/// is paid once. Lives on the thread of its calls.
class Jobs : public QObject
{
    Q_OBJECT
public:
    Jobs(Engine &engine, Journal &journal, QObject *parent = nullptr);
    ~Jobs() override;

    /// How somebody stops waiting.
    enum class Leaving {
        GoesOn, ///< the job does
        MayComeBack, ///< it is cancelled when nobody comes back for it in time
        Cancels, ///< unless somebody else waits
    };
    void setGrace(std::chrono::milliseconds grace) { m_grace = grace; }

    /// A job whose client lost its call or was told that it still runs, with this fingerprint; empty: there is none.
    [[nodiscard]] QString leftAlone(const Origin &origin);
    using OnJob = std::function<void(const Result<QString> &)>;
    /// Why what names this model may not be paid for now; nothing: it may, and counts.
    using MayPay = std::function<std::optional<Error>(const QString &model)>;
    struct Order
    {
        Request request;
        Origin origin;
        MayPay mayPay; ///< empty: it may
        std::shared_ptr<const void> held = {}; ///< until it has ended (Asker::held)
        RouteWishes wishes = {}; ///< Asker::wishes
    };
    /// Begins it, where it may be paid for, or finds the one that was begun for the same call: by Origin::keyHash also
    /// one of an earlier run of the program. The caller watches it from then on. An error: nothing was begun.
    void take(const Order &order, QObject *context, const OnJob &onJob);
    /// Watches a job that there is; asks its vendor for it once more where that helps, for free.
    void fetch(const QString &job);
    void leave(const QString &job, Leaving how);
    void delivered(const QString &job); ///< its client has the pictures
    [[nodiscard]] std::optional<Generation> outcome(const QString &job) const; ///< nothing: it runs
    void cancelAll();

Q_SIGNALS:
    void progressed(const QString &job, const lightwell::Progress &progress);
    void ended(const QString &job, const lightwell::Generation &outcome);

private:
    struct Job
    {
        Origin origin;
        int watchers = 0;
        std::optional<Generation> outcome; ///< without its input pictures
        std::shared_ptr<const void> held; ///< until there is one
        QElapsedTimer sinceEnd;
        bool isCancelled = false; ///< its client does not want it: the same call is a new wish
    };
    [[nodiscard]] std::optional<Error> faultIn(const Origin &origin) const;
    [[nodiscard]] QString sameKey(const Origin &origin) const;
    /// Nothing: there is none to join.
    [[nodiscard]] std::optional<Result<QString>> join(const Origin &origin);
    [[nodiscard]] Result<QString> begin(const Order &order);
    void cancel(const QString &job);
    void end(const QString &job, const Generation &generation);
    void forgetOld();

    Engine &m_engine;
    Journal &m_journal;
    QHash<QString, Job> m_jobs; ///< by the generation's id
    std::chrono::milliseconds m_grace {};
};

} // namespace lightwell::mcp

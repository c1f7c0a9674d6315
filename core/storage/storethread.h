// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"
#include "core/storage/storejob.h"

#include <QDeadlineTimer>
#include <QThread>

#include <chrono>
#include <condition_variable>
#include <deque>
#include <future>
#include <map>
#include <mutex>
#include <optional>

namespace lightwell {

class Backend;
class Database;

/// The one thread that touches the database. It carries out what is posted in order of posting, several writes in one
/// transaction where they are queued at the same time; an own queue
/// rather than an event loop, so that everything posted before finish(), and by such work itself, is done.
class StoreThread : public QThread
{
    Q_OBJECT
public:
    explicit StoreThread(const Backend &backend);
    ~StoreThread() override; ///< finishes

    [[nodiscard]] Status open(); ///< starts; returns when the database is open and migrated, or cannot be
    void post(StoreJob job); ///< from any thread
    void postLater(StoreJob job, std::chrono::milliseconds pause); ///< from any thread; dropped by finish()
    void finish(); ///< carries out what is left, closes, ends

protected:
    void run() override;

private:
    [[nodiscard]] Status prepare(Database &database) const;
    void work(Database &database);
    void share(Database &database, StoreJob first);
    [[nodiscard]] std::optional<StoreJob> next(); ///< waits for one; nothing: there will be no more
    [[nodiscard]] std::optional<StoreJob> nextToShare(); ///< if one is there already

    const Backend &m_backend;
    std::promise<Status> m_opened;
    std::mutex m_mutex; // the standard's, whose order a check for races sees, unlike that of Qt's wait conditions
    std::condition_variable m_changed;
    std::deque<StoreJob> m_queue;
    std::multimap<QDeadlineTimer, StoreJob> m_later; ///< by when they are due
    bool m_finishing = false;
};

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"
#include "core/storage/database.h"

#include <QFuture>
#include <QPromise>
#include <QString>

#include <functional>
#include <memory>
#include <type_traits>

namespace lightwell {

class Backend;
class RunLock;
class StoreThread;

/// The database with a thread of its own, behind a Backend: numbered migrations (with a backup before the first change
/// to an older file), and what is committed is on the disk, because the ledger lives in it. A file of a newer version
/// is refused politely. Everything in the database goes through run().
class Store
{
public:
    /// ":memory:" is a database for tests. Opens and migrates before it returns; errors say what to do.
    [[nodiscard]] static Result<std::unique_ptr<Store>> open(const QString &file);
    /// Of a file in a folder that cannot be written. Nothing is made or changed, so a file of an older version is
    /// refused; work that writes fails.
    [[nodiscard]] static Result<std::unique_ptr<Store>> openReadOnly(const QString &file);
    ~Store(); ///< carries out what was queued, then closes
    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;

    /// Runs `work(Database &)` on the store's thread, in order of calling. Not a transaction by itself: see
    /// Transaction in storage/transaction.h. Callable from any thread.
    template<typename Work>
    auto run(Work work) -> QFuture<std::invoke_result_t<Work, Database &>>
    {
        using Value = std::invoke_result_t<Work, Database &>;
        auto promise = std::make_shared<QPromise<Value>>();
        promise->start();
        QFuture<Value> future = promise->future();
        post([promise, work = std::move(work)](Database &database) mutable {
            if constexpr (std::is_void_v<Value>) {
                work(database);
            } else {
                promise->addResult(work(database));
            }
            promise->finish();
        });
        return future;
    }

    /// By which other programs with this database see that this one is alive.
    [[nodiscard]] std::unique_ptr<RunLock> runLock() const;

private:
    explicit Store(std::unique_ptr<Backend> backend);
    [[nodiscard]] static Result<std::unique_ptr<Store>> opened(std::unique_ptr<Store> store);
    void post(std::function<void(Database &)> work);
    std::unique_ptr<Backend> m_backend; ///< outlives the thread
    std::unique_ptr<StoreThread> m_thread;
};

} // namespace lightwell

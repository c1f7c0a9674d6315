// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"
#include "core/storage/database.h"
#include "core/storage/storejob.h"

#include <QFuture>
#include <QPromise>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <type_traits>

namespace lightwell {

class Backend;
class RunLock;
class StoreThread;

/// The database with a thread of its own, behind a Backend: numbered migrations (with a backup before the first change
/// to an older file), and what is committed is on the disk, because the ledger lives in it. A file of a newer version
/// is refused politely. Everything in the database goes through run(), read() and write(), in order of calling and from
/// any thread.
class Store
{
public:
    /// ":memory:" is a database for tests. Opens and migrates before it returns; errors say what to do.
    [[nodiscard]] static Result<std::unique_ptr<Store>> open(const QString &file);
    /// Of a file in a folder that cannot be written. Nothing is made or changed, so a file of an older version is
    /// refused; work that writes fails.
    [[nodiscard]] static Result<std::unique_ptr<Store>> openReadOnly(const QString &file);
    [[nodiscard]] static Result<std::unique_ptr<Store>> open(std::unique_ptr<Backend> backend);
    ~Store(); ///< carries out what was queued, then closes
    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;

    /// Runs `work(Database &)` on the store's thread. Not a transaction by itself: see Transaction in
    /// storage/transaction.h.
    template<typename Work>
    auto run(Work work) -> QFuture<std::invoke_result_t<Work, Database &>>
    {
        using Value = std::invoke_result_t<Work, Database &>;
        auto promise = std::make_shared<QPromise<Value>>();
        promise->start();
        QFuture<Value> future = promise->future();
        post({StoreJob::Kind::Alone, [promise, work = std::move(work)](Database &database) mutable {
                  if constexpr (std::is_void_v<Value>) {
                      work(database);
                  } else {
                      promise->addResult(work(database));
                  }
                  promise->finish();
              }});
        return future;
    }

    /// For work that changes nothing and may be repeated. It sees what was written before it, and its answer waits
    /// until that is on the disk; where that fails, it is asked once more.
    template<typename Work>
    auto read(Work work) -> QFuture<std::invoke_result_t<Work, Database &>>
    {
        using Value = std::invoke_result_t<Work, Database &>;
        return postWith<Value>(StoreJob::Kind::Read, std::move(work), [](Value value, bool) { return value; });
    }

    /// For work that changes something, inside of inTransaction() only, and returns a Result. What is queued at the
    /// same time shares one transaction and one wait for the disk; each still fails alone, undone by its
    /// inTransaction(). The future is finished when all of it is on the disk. Where that fails, all of them fail.
    /// `finish(result, committed)` is called then, on the store's thread; it yields what the future gets.
    template<typename Work, typename Finish>
    auto write(Work work, Finish finish) -> QFuture<std::invoke_result_t<Work, Database &>>
    {
        using Value = std::invoke_result_t<Work, Database &>;
        return postWith<Value>(StoreJob::Kind::Write, std::move(work), std::move(finish));
    }
    template<typename Work>
    auto write(Work work) -> QFuture<std::invoke_result_t<Work, Database &>>
    {
        using Value = std::invoke_result_t<Work, Database &>;
        return write(std::move(work), [](Value value, bool) { return value; });
    }

    /// Runs `work` on the store's thread when `pause` is over and nothing else is queued. When the Store goes, what
    /// waits is left out.
    void runLater(std::chrono::milliseconds pause, std::function<void(Database &)> work);

    /// Whether its home was used before, but without a database: this one is new and empty.
    [[nodiscard]] bool isBegunAnew() const;
    /// By which other programs with this database see that this one is alive.
    [[nodiscard]] std::unique_ptr<RunLock> runLock() const;

private:
    explicit Store(std::unique_ptr<Backend> backend);
    template<typename Value, typename Work, typename Finish>
    QFuture<Value> postWith(StoreJob::Kind kind, Work work, Finish finish)
    {
        struct State
        {
            QPromise<Value> promise;
            std::optional<Value> value;
        };
        auto state = std::make_shared<State>();
        state->promise.start();
        QFuture<Value> future = state->promise.future();
        post({kind,
              [state, work = std::move(work)](Database &database) mutable { state->value.emplace(work(database)); },
              [state, finish = std::move(finish)](const Status &committed) mutable {
                  if constexpr (std::is_constructible_v<Value, Error>) {
                      if (!committed && (!state->value || state->value->ok())) {
                          state->value.emplace(committed.error());
                      }
                  }
                  state->promise.addResult(finish(std::move(*state->value), committed.ok()));
                  state->promise.finish();
              }});
        return future;
    }
    void post(StoreJob job);
    std::unique_ptr<Backend> m_backend; ///< outlives the thread
    std::unique_ptr<StoreThread> m_thread;
};

} // namespace lightwell

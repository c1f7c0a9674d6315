// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QThread>

namespace lightwell {

/// What stands for the result of work that was given up (the program ends, memory ran out): failure, or nothing.
[[nodiscard]] Error givenUp();

namespace async {

template<typename T>
struct Nothing
{
    static T value() { return T {}; }
};

template<typename T>
struct Nothing<Result<T>>
{
    static Result<T> value() { return givenUp(); }
};

} // namespace async

/// How the end of something that takes time is told here:
///  - once, with a value: a QFuture and whenDone(), in every room;
///  - several times, or with news on the way: signals of an object that lives as long as the work;
///  - to another thread: a door that takes a context and a function (Engine, Keyring), over a connection to the
///  context.
/// Nowhere else a QFutureWatcher, a QPromise outside of what does the work, QFuture::then() or a posted call.
///
/// Calls `then` with the future's result on `context`'s thread, which is the caller's: exactly once, or not at all
/// when the context is gone by then. A future that was cancelled or whose work threw ends too, with givenUp() for a
/// Result and an empty value for other types.
/// QFuture::then() with a context asserts when the context goes first (Qt 6.4), and tells nobody of a cancelled one.
///
/// Whatever is large and const where `then` is written (a parameter, most often) is captured by a name of its own,
/// `[plan = plan]`, or shared: as `[plan]` it is const in there too, and copied each time that the function is moved on
/// its way into the connection.
template<typename T, typename Then>
void whenDone(const QFuture<T> &future, QObject *context, Then then)
{
    Q_ASSERT(context && context->thread() == QThread::currentThread());
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcher<T>::finished, watcher, [watcher, then = std::move(then)]() mutable {
        watcher->deleteLater();
        const QFuture<T> ended = watcher->future();
        if (ended.resultCount() > 0) {
            then(ended.resultAt(0));
        } else {
            then(async::Nothing<T>::value());
        }
    });
    watcher->setFuture(future);
}

} // namespace lightwell

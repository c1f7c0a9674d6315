// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QFutureWatcher>

namespace lightwell {

/// Calls `then` with the future's result on `context`'s thread, or not at all when the context is gone by then.
/// QFuture::then() with a context asserts in that case (Qt 6.4), and cells of the grid do go while they load.
template<typename T, typename Then>
void whenDone(const QFuture<T> &future, QObject *context, Then then)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcher<T>::finished, watcher, [watcher, then = std::move(then)] {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0) {
            then(watcher->result());
        }
    });
    watcher->setFuture(future);
}

} // namespace lightwell

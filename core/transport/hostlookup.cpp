// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/hostlookup.h"

#include <QHostInfo>
#include <QtConcurrentRun>
#include <QThreadPool>

namespace lightwell {

namespace {

/// Not the pool of all others, which would wait along with a slow name server.
QThreadPool &lookups()
{
    // Made before the pool, and so gone after it: QHostInfo keeps what it found until the program ends.
    static const QHostInfo nothing = QHostInfo::fromName({});
    static QThreadPool pool;
    static const bool isWide = [] {
        pool.setMaxThreadCount(16); // which wait, and do nothing else
        return true;
    }();
    Q_UNUSED(isWide)
    return pool;
}

} // namespace

QFuture<QList<QHostAddress>> lookUpHost(const QString &host)
{
    return QtConcurrent::run(&lookups(), [host] { return QHostInfo::fromName(host).addresses(); });
}

} // namespace lightwell

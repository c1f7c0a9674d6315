// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"

#include <QDateTime>
#include <QFuture>
#include <QObject>
#include <QTimer>

namespace lightwell {

class Store;

/// Forgets requests of gateway clients that are too old, where the journal has them as a mere log: they have ended,
/// brought no picture that is still there, and no question about their money is open or ever was. All others stay, as
/// do the ledger, pictures and everything of the window and the command line.
namespace logretention {

/// Where a step goes on: behind the row that was looked at last.
struct Place
{
    qint64 createdAt = 0; ///< milliseconds since 1970
    qint64 sequence = 0;
    friend bool operator==(const Place &, const Place &) = default;
};

struct Step
{
    Place upTo;
    int looked = 0; ///< rows
    int removed = 0;
    bool isLast = true; ///< nothing older is left to be looked at
};

constexpr int rowsAtOnce = 100; ///< that one step looks at

/// One step through what was begun before a time, oldest first: a transaction of its own.
[[nodiscard]] QFuture<Result<Step>> removeOlder(Store &store, const QDateTime &before, const Place &from = {});

} // namespace logretention

/// Does so now and every few hours, a step at a time: whoever else needs the database comes in between. The Store
/// outlives it.
class LogRetention : public QObject
{
    Q_OBJECT
public:
    explicit LogRetention(Store &store, QObject *parent = nullptr);
    void setDays(int days); ///< how old a request may be; looks at once where that is new

Q_SIGNALS:
    void tidied(int removed); ///< what could be looked at was

private:
    void begin();
    void step(const QDateTime &before, const logretention::Place &from, int removed);

    Store &m_store;
    QTimer m_again;
    int m_days = 0; ///< 0: not said yet
    bool m_isAtWork = false;
};

} // namespace lightwell

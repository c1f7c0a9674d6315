// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/binretention.h"

#include "core/async/whendone.h"

#include <QtConcurrentRun>

namespace lightwell {

BinRetention::BinRetention(const picturebin::Places &places, std::function<void(const QString &picture)> forget,
                           const Timing &timing, QObject *parent)
    : QObject(parent)
    , m_places(places)
    , m_forget(std::move(forget))
    , m_now(timing.now)
{
    m_again.setInterval(timing.pause);
    connect(&m_again, &QTimer::timeout, this, &BinRetention::begin);
    m_again.start();
    begin();
}

void BinRetention::begin()
{
    if (m_isAtWork) {
        return;
    }
    m_isAtWork = true;
    const auto work = [places = m_places, forget = m_forget, now = m_now()]() -> QStringList {
        const Result<QStringList> gone = picturebin::tidy(places, now);
        if (!gone) {
            return {}; // next time
        }
        for (const QString &picture : *gone) {
            forget(picture);
        }
        return *gone;
    };
    whenDone(QtConcurrent::run(work), this, [this](const QStringList &gone) {
        m_isAtWork = false;
        Q_EMIT tidied(gone);
    });
}

} // namespace lightwell

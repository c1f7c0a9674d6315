// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"
#include "core/model/generation.h"

#include <QObject>

#include <functional>

namespace lightwell {

/// Has what comes in while a vendor works read, one event after another and on the thread pool, since a preview is
/// megabytes of base64. Where events come faster than they are read, the oldest that waits is left out: it is only
/// looked at. Of a call few previews are shown, since each costs whoever looks at it. What is being read when it goes
/// is not told.
class InterimReader : public QObject
{
    Q_OBJECT
public:
    using Read = std::function<QList<Interim>(const StreamEvent &)>; ///< called on the thread pool
    InterimReader(QString provider, int maxPreviews, QObject *parent);

    void setRead(const Read &read); ///< for what comes from now on; before the first event
    void take(const StreamEvent &event);

Q_SIGNALS:
    void progressed(const lightwell::Progress &progress);
    void pollWanted(); ///< the vendor says that asking is worth it now

private:
    struct Waiting
    {
        StreamEvent event;
        Read read;
    };
    void readNext();
    [[nodiscard]] Waiting takeNext();
    void show(const Interim &interim);

    Read m_read;
    const QString m_provider; ///< its id
    const int m_maxPreviews;
    QList<Waiting> m_waiting;
    qsizetype m_waitingBytes = 0;
    int m_previews = 0; ///< that were shown
    bool m_isReading = false;
};

} // namespace lightwell

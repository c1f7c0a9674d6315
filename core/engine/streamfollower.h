// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/interimreader.h"
#include "core/transport/httpclient.h"

namespace lightwell {

/// Shows what an answer brings while it streams: cuts the stream into events and has them read. The answer is read as a
/// whole in the end. Outlives the answer: its last events are still being read then.
class StreamFollower : public QObject
{
    Q_OBJECT
public:
    StreamFollower(const InterimReader::Read &read, const QString &provider, QObject *parent);

    void follow(HttpCall *call); ///< a running one; what is no event stream shows nothing

Q_SIGNALS:
    void progressed(const lightwell::Progress &progress);

private:
    EventStreamReader m_events;
    InterimReader m_reader;
};

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace lightwell {

/// The way of an answer to its client, which takes longer than its exchange lives. Where the connection breaks
/// meanwhile, nothing more is told. On the gateway's thread.
class Departure : public QObject
{
    Q_OBJECT
Q_SIGNALS:
    void left(); ///< the system has all of it; whether the client has, nobody knows
    void received(); ///< after left(): the client has sent its next request behind it, so it has read it
};

} // namespace lightwell

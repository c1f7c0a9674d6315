// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

class QSocketNotifier;

namespace lightwell {

/// SIGINT, SIGTERM and SIGHUP as a Qt signal: the handler writes one byte into a socket pair, the event loop reads it.
class UnixSignals : public QObject
{
    Q_OBJECT
public:
    explicit UnixSignals(QObject *parent = nullptr);
    ~UnixSignals() override;
    /// Can be read from once a signal has come; for who waits outside of the event loop. -1: there is none.
    [[nodiscard]] static int descriptor();

Q_SIGNALS:
    void interrupted();

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace lightwell

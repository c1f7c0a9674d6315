// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/unixsignals.h"

#include <QSocketNotifier>

#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

namespace lightwell {

namespace {

int wakeUp[2] = {-1, -1};

void handle(int)
{
    const char byte = 1;
    static_cast<void>(!::write(wakeUp[0], &byte, 1));
}

} // namespace

UnixSignals::UnixSignals(QObject *parent)
    : QObject(parent)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, wakeUp) != 0) {
        return; // the signals then end the program at once, as they would without this class
    }
    m_notifier = std::make_unique<QSocketNotifier>(wakeUp[1], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        static_cast<void>(!::read(wakeUp[1], &byte, 1));
        Q_EMIT interrupted();
    });
    struct sigaction action = {};
    action.sa_handler = handle;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
    struct sigaction before = {};
    if (sigaction(SIGHUP, nullptr, &before) == 0 && before.sa_handler != SIG_IGN) { // as nohup has it
        sigaction(SIGHUP, &action, nullptr);
    }
}

UnixSignals::~UnixSignals() = default;

int UnixSignals::descriptor()
{
    return wakeUp[1];
}

} // namespace lightwell

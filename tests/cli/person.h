// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/cli/cliprogram.h"

#include <array>
#include <cstdlib>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace lightwell::test {

/// A person at a terminal of their own.
class Person
{
public:
    Person(CliProgram &cli, const QStringList &arguments)
        : m_terminal(::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC))
    {
        ::grantpt(m_terminal);
        ::unlockpt(m_terminal);
        m_process = cli.startAt(::ptsname(m_terminal), arguments);
    }
    ~Person() { ::close(m_terminal); }
    Q_DISABLE_COPY_MOVE(Person)

    /// Types an answer once this was asked.
    bool answer(const QByteArray &question, const QByteArray &line)
    {
        for (int turn = 0; turn < 600 && !m_seen.contains(question); ++turn) {
            look();
        }
        const bool wasAsked = m_seen.contains(question);
        m_seen.clear();
        return wasAsked && ::write(m_terminal, line.constData(), size_t(line.size())) == line.size();
    }
    bool ends(int code)
    {
        for (int turn = 0; turn < 600 && m_process->state() != QProcess::NotRunning; ++turn) {
            look();
            m_process->waitForFinished(1);
        }
        look();
        return m_process->state() == QProcess::NotRunning && m_process->exitStatus() == QProcess::NormalExit
            && m_process->exitCode() == code;
    }
    [[nodiscard]] QByteArray seen() const { return m_seen; } ///< since the last answer
    [[nodiscard]] QByteArray out() const { return m_process->readAllStandardOutput(); }

private:
    void look()
    {
        pollfd input {m_terminal, POLLIN, 0};
        std::array<char, 1024> block {};
        if (::poll(&input, 1, 50) > 0 && (input.revents & POLLIN) != 0) {
            m_seen.append(block.data(), std::max<ssize_t>(::read(m_terminal, block.data(), block.size()), 0));
        }
    }

    int m_terminal;
    std::unique_ptr<QProcess> m_process;
    QByteArray m_seen;
};

} // namespace lightwell::test

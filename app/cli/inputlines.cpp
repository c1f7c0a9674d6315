// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/inputlines.h"

#include <array>
#include <cerrno>
#include <unistd.h>
#include <utility>

namespace lightwell {

InputLines::InputLines(qint64 longest, QObject *parent)
    : QObject(parent)
    , m_longest(longest)
    , m_notifier(STDIN_FILENO, QSocketNotifier::Read)
{
    connect(&m_notifier, &QSocketNotifier::activated, this, &InputLines::read);
}

void InputLines::read()
{
    std::array<char, 65536> piece {};
    const ssize_t count = ::read(STDIN_FILENO, piece.data(), piece.size());
    if (count > 0) {
        return take(QByteArrayView(piece.data(), count));
    }
    if (count == 0 || (errno != EINTR && errno != EAGAIN)) {
        m_notifier.setEnabled(false);
        take("\n"); // a last line without an end
        Q_EMIT ended();
    }
}

void InputLines::take(QByteArrayView piece)
{
    while (!piece.isEmpty()) {
        const qsizetype end = piece.indexOf('\n');
        const QByteArrayView part = end < 0 ? piece : piece.first(end);
        if (!m_isSkipping && m_line.size() + part.size() > m_longest) {
            m_isSkipping = true;
            m_line.clear();
            Q_EMIT tooLong();
        }
        if (!m_isSkipping) {
            m_line += part;
        }
        if (end < 0) {
            return;
        }
        piece = piece.sliced(end + 1);
        m_isSkipping = false;
        const QByteArray line = std::exchange(m_line, {}).trimmed();
        if (!line.isEmpty()) {
            Q_EMIT came(line);
        }
    }
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <atomic>
#include <memory>

namespace lightwell::test {

/// Holds answers back until the test says so: instead of sleeping, a test waits until everything it wants to see
/// has arrived and then opens the gate. May be opened from any thread; stays open.
class Gate : public QObject
{
    Q_OBJECT
public:
    [[nodiscard]] static std::shared_ptr<Gate> make() { return std::make_shared<Gate>(); }
    [[nodiscard]] bool isOpen() const { return m_open; }
    void open()
    {
        if (!m_open.exchange(true)) {
            Q_EMIT opened();
        }
    }

Q_SIGNALS:
    void opened();

private:
    std::atomic_bool m_open = false;
};

} // namespace lightwell::test

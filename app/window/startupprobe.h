// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>

class QWidget;

namespace lightwell {

/// Measures the time from the start of main() until a window has been painted and takes input.
class StartupProbe
{
public:
    StartupProbe() { m_clock.start(); }
    /// Prints the milliseconds on standard output once the window is usable, then ends the program.
    void reportWhenUsable(QWidget &window) const;

private:
    QElapsedTimer m_clock;
};

} // namespace lightwell

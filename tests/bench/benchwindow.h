// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"

#include <QString>

#include <memory>

namespace lightwell {

class MainWindow;
class Settings;

namespace bench {

/// The window as the program `lightwell` puts it together, on a home of its own; without what looks for engines and
/// asks vendors for their lists.
class BenchWindow
{
public:
    /// LIGHTWELL_HOME and the addresses of vendors are read from the environment.
    [[nodiscard]] static Result<std::unique_ptr<BenchWindow>> open();
    ~BenchWindow();

    [[nodiscard]] MainWindow &window();
    [[nodiscard]] Settings &settings();

private:
    BenchWindow();
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace bench
} // namespace lightwell

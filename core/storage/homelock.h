// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"

#include <QString>

#include <memory>

namespace lightwell {

/// Every program that works in a home shares it; whoever puts other files in the place of its own has it alone. Goes
/// with this object, and with the program, however that ends.
class HomeLock
{
public:
    enum class Use { Shared, Alone };
    /// Does not wait. Shared fails only while somebody has it alone; where the folder takes no file, it is as good as
    /// shared.
    [[nodiscard]] static Result<std::unique_ptr<HomeLock>> take(const QString &folder, Use use);
    ~HomeLock();
    HomeLock(const HomeLock &) = delete;
    HomeLock &operator=(const HomeLock &) = delete;

private:
    explicit HomeLock(int handle)
        : m_handle(handle)
    {
    }
    int m_handle;
};

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"

#include <functional>

namespace lightwell {

class Database;

/// A piece of work for the store's thread.
struct StoreJob
{
    enum class Kind {
        Alone, ///< with nothing else in its transaction, and with whatever transactions it makes itself
        Read, ///< changes nothing and may be repeated
        Write, ///< shares a transaction with others that are queued with it
    };
    Kind kind = Kind::Alone;
    std::function<void(Database &)> work;
    /// Once, after `work`, or instead of it where no transaction could be begun: whether what it did is on the disk.
    std::function<void(const Status &committed)> conclude = {};
};

} // namespace lightwell

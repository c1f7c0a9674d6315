// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace lightwell {
class Database;
}

/// How the answer to a gateway client's job is written once it is there (table gateway_jobs). Only on the store's
/// thread; whatever writes, inside a transaction of the caller.
namespace lightwell::jobrows {

struct KeptJob
{
    QString generation; ///< its id
    QString client; ///< who asked; empty: a gateway without keys
    QString endpoint; ///< the path at which it was asked for: "/v1/images/generations"
    QString form; ///< in which the pictures are delivered, in the gateway's words
    QString owner; ///< the run lock's name of the gateway that accepted it
    QDateTime createdAt;
    friend bool operator==(const KeptJob &, const KeptJob &) = default;
};

/// A job whose work was never begun is forgotten after so long, with a later one.
inline constexpr int unbegunDays = 2;

/// Keeps it; no effect where it is kept already.
[[nodiscard]] Status write(Database &database, const KeptJob &job);
[[nodiscard]] Result<std::optional<KeptJob>> find(Database &database, const QString &generation);

} // namespace lightwell::jobrows

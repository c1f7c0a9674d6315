// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/archive.h"

#include <QDateTime>
#include <QList>

namespace lightwell {

/// What a backup says of itself in its last entry: one that was cut off has none.
struct Manifest
{
    QString version; ///< of the program that made it
    int schema = 0; ///< of its database
    QDateTime createdAt;
    QList<ArchivedFile> files; ///< all others, in their order

    [[nodiscard]] static Manifest ofNow(int schema);
    [[nodiscard]] QByteArray toJson() const;
    /// An error where it is none, or of a form that only a newer version knows.
    [[nodiscard]] static Result<Manifest> fromJson(const QByteArray &json);
};

} // namespace lightwell

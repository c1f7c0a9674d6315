// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/expectedschema.h"

#include <QString>

#include <optional>

namespace lightwell {

/// A value as it was read from damaged JSON.
struct TolerantReading
{
    QString json; ///< legal
    qsizetype end = 0; ///< where the text goes on behind it
    int repairs = 0; ///< how often something had to be mended; 0: it was legal as it stood
    bool ranOut = false; ///< the text ended inside of it
};

/// Reads an object or a list that begins at `from` with its bracket. Nothing: it is nested too deeply.
[[nodiscard]] std::optional<TolerantReading> readTolerantly(QStringView text, qsizetype from,
                                                            const ExpectedSchema &schema);
/// Whether it is legal as it stands; then where it ends.
[[nodiscard]] std::optional<qsizetype> endIfLegal(QStringView text, qsizetype from);
/// As readTolerantly() for an object whose first bracket is missing: it begins with a name.
[[nodiscard]] std::optional<TolerantReading> readMembersTolerantly(QStringView text, qsizetype from,
                                                                   const ExpectedSchema &schema);
/// Whether a name and its colon stand there.
[[nodiscard]] bool looksLikeMember(QStringView text, qsizetype at);

} // namespace lightwell

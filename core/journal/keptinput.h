// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace lightwell::responserows {

/// What the column `input` of an answer that is kept says: what was said before it since the answer that it goes on
/// with, and which that is. One that goes on with nothing has a plain JSON list there, as all answers had that were
/// kept before there were links: these have the whole conversation. Pure.
struct KeptInput
{
    QByteArray items = "[]"; ///< a JSON list
    QString previous = {}; ///< the answer that comes before these items; empty: nothing does
    int place = 0; ///< how many answers come before it, at most
    qint64 bytesBefore = 0; ///< about what all of them take
    /// Whose words these items have, beside its own: generations of answers that are not there any more.
    QStringList about = {};

    friend bool operator==(const KeptInput &, const KeptInput &) = default;
};

[[nodiscard]] KeptInput readKeptInput(const QByteArray &column);
[[nodiscard]] QByteArray writtenKeptInput(const KeptInput &input);

} // namespace lightwell::responserows

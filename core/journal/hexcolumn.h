// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/query.h"

#include <QVariant>

namespace lightwell::hexcolumn {

/// A hash of 256 bits (a content address, a fingerprint) as the database has it: as bytes, which are half as long as
/// its digits. Anything else stays a text.
[[nodiscard]] inline QVariant toColumn(const QString &digits)
{
    constexpr qsizetype hashBytes = 32;
    const QByteArray bytes = QByteArray::fromHex(digits.toLatin1());
    const bool isHash = bytes.size() == hashBytes && QString::fromLatin1(bytes.toHex()) == digits;
    return isHash ? QVariant(bytes) : QVariant(notNull(digits));
}

[[nodiscard]] inline QString fromColumn(const QVariant &value)
{
    return value.typeId() == QMetaType::QByteArray ? QString::fromLatin1(value.toByteArray().toHex())
                                                   : value.toString();
}

} // namespace lightwell::hexcolumn

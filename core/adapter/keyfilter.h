// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>

namespace lightwell {

/// Takes keys (secretsOf()) out of bytes that go on as they come, in however many pieces they come: "…" stands for
/// each. Nothing is held back but an end that may be the beginning of a key. Keys of less than 16 bytes stay, as in
/// withoutKey().
class KeyFilter
{
public:
    explicit KeyFilter(const QByteArrayList &keys);
    [[nodiscard]] QByteArray feed(const QByteArray &piece);
    [[nodiscard]] QByteArray end(); ///< what was held back

private:
    [[nodiscard]] qsizetype heldIn(const QByteArray &bytes) const; ///< so many bytes at the end may begin a key

    QByteArrayList m_keys;
    QByteArray m_held;
};

} // namespace lightwell

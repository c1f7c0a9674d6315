// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapter/keyfilter.h"

#include "core/adapter/withoutkey.h"

#include <algorithm>
#include <utility>

namespace lightwell {

KeyFilter::KeyFilter(const QByteArrayList &keys)
{
    std::copy_if(keys.begin(), keys.end(), std::back_inserter(m_keys),
                 [](const QByteArray &key) { return key.size() >= shortestSecretKey; });
}

QByteArray KeyFilter::feed(const QByteArray &piece)
{
    if (m_keys.isEmpty()) {
        return piece;
    }
    QByteArray bytes = m_held.isEmpty() ? piece : m_held + piece;
    for (const QByteArray &key : std::as_const(m_keys)) {
        bytes.replace(key, "…"); // nothing is copied where there is none
    }
    const qsizetype held = heldIn(bytes);
    m_held = bytes.last(held);
    bytes.chop(held);
    return bytes;
}

QByteArray KeyFilter::end()
{
    return std::exchange(m_held, {});
}

qsizetype KeyFilter::heldIn(const QByteArray &bytes) const
{
    qsizetype held = 0;
    for (const QByteArray &key : m_keys) {
        for (qsizetype size = std::min(key.size() - 1, bytes.size()); size > held; --size) {
            if (bytes.endsWith(QByteArrayView(key).first(size))) {
                held = size;
            }
        }
    }
    return held;
}

} // namespace lightwell

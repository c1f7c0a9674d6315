// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/onetimebody.h"

#include <algorithm>
#include <cstring>

namespace lightwell {

qint64 OneTimeBody::readData(char *data, qint64 most)
{
    const qint64 size = std::min(most, m_bytes.size() - m_position);
    if (size <= 0) {
        return atEnd() ? -1 : 0;
    }
    std::memcpy(data, m_bytes.constData() + m_position, size_t(size));
    const bool first = m_position == 0;
    m_position += size;
    if (first) {
        Q_EMIT reading();
    }
    return size;
}

} // namespace lightwell

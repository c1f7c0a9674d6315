// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/sessionstore.h"

#include "core/secrets/wipe.h"

namespace lightwell {

SessionStore::~SessionStore()
{
    for (QByteArray &secret : m_secrets) {
        wipe(secret);
    }
}

void SessionStore::write(const QString &entry, const QByteArray &secret)
{
    remove(entry);
    m_secrets.insert(entry, secret);
}

void SessionStore::remove(const QString &entry)
{
    const auto found = m_secrets.find(entry);
    if (found != m_secrets.end()) {
        wipe(*found);
        m_secrets.erase(found);
    }
}

} // namespace lightwell

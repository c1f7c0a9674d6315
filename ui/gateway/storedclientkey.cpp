// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gateway/storedclientkey.h"

namespace lightwell {

StoredClientKey::StoredClientKey(const Paths &paths, ClientRegistry &clients)
    : m_client(paths, clients)
{
}

void StoredClientKey::fetch(QObject *context, OnKey onKey)
{
    m_client.fetch(context, onKey);
}

} // namespace lightwell

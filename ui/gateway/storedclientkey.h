// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/defaultclient.h"
#include "ui/gateway/clientkey.h"

namespace lightwell {

/// The default client's key, made and made known to the gateway when it is first asked for.
class StoredClientKey : public ClientKey
{
public:
    StoredClientKey(const Paths &paths, ClientRegistry &clients);
    void fetch(QObject *context, OnKey onKey) override;

private:
    DefaultClient m_client;
};

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/paths.h"
#include "ui/gateway/clientkey.h"

namespace lightwell {

/// The default client's key from this user's configuration, read on the thread pool.
class StoredClientKey : public ClientKey
{
public:
    explicit StoredClientKey(Paths paths);
    void fetch(QObject *context, OnKey onKey) override;

private:
    Paths m_paths;
};

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"
#include "core/storage/paths.h"

#include <functional>

class QObject;

namespace lightwell {

class ClientRegistry;

/// The client of "this computer": its key is made on the first use (defaultkey.h) and known to the gateway from then
/// on. If somebody revoked it, there is a new key.
class DefaultClient
{
public:
    DefaultClient(Paths paths, ClientRegistry &clients);

    using OnKey = std::function<void(const Result<QByteArray> &)>;
    /// Calls back on `context`'s thread, which is the caller's, once the gateway takes the key.
    void fetch(QObject *context, const OnKey &onKey) const;

private:
    void enlist(const Result<QByteArray> &key, bool mayRenew, QObject *context, const OnKey &onKey) const;

    Paths m_paths;
    ClientRegistry *m_clients;
};

} // namespace lightwell

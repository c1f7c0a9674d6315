// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gateway/storedclientkey.h"

#include "core/async/whendone.h"
#include "core/gateway/defaultkey.h"

#include <QtConcurrent>

namespace lightwell {

StoredClientKey::StoredClientKey(Paths paths)
    : m_paths(std::move(paths))
{
}

void StoredClientKey::fetch(QObject *context, OnKey onKey)
{
    whenDone(QtConcurrent::run([paths = m_paths] { return defaultClientKey(paths); }), context, std::move(onKey));
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"

#include <QByteArray>

#include <functional>

class QObject;

namespace lightwell {

/// The gateway key of this computer's own programs. Made on the first use and kept in the secret store.
class ClientKey
{
public:
    using OnKey = std::function<void(const Result<QByteArray> &)>;
    virtual ~ClientKey() = default;
    virtual void fetch(QObject *context, OnKey onKey) = 0;
};

} // namespace lightwell

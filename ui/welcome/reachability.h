// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

class QObject;

namespace lightwell {

/// `tell` is called now and whenever it changes whether the system has a connection, for as long as `context` is there.
/// Where the system does not say, it is not called: there may be one.
void followReachability(QObject *context, const std::function<void(bool online)> &tell);

} // namespace lightwell

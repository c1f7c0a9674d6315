// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/secrets.h"

namespace lightwell {

/// Asks the desktop's secret service how it is (Secret Service API of freedesktop.org, over the session bus), without
/// touching a secret and without making it ask the user anything. QtKeychain cannot: before 0.14 it has no such
/// question, and an entry in a locked collection looks to it like one that does not exist.
class SecretService
{
public:
    /// Available, Locked (also: not set up yet), NoBackend, Denied or NotAnswering; never later than a few seconds.
    static void probe(QObject *context, SecretStore::Answer answer);
};

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/jsonplace.h"

namespace lightwell {

/// Values of an entry that can be read and yet cannot be meant.
struct EntryFault
{
    JsonPath path; ///< from the entry to the field that has them
    QString what; ///< a plain sentence
};

} // namespace lightwell

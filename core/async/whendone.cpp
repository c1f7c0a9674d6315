// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/async/whendone.h"

#include "core/async/asyncreasons.h"

namespace lightwell {

Error givenUp()
{
    Error error;
    error.kind = ErrorKind::Internal;
    error.setReason(reasons::workGivenUp());
    return error;
}

} // namespace lightwell

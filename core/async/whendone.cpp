// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/async/whendone.h"

#include <QCoreApplication>

namespace lightwell {

Error givenUp()
{
    Error error;
    error.kind = ErrorKind::Internal;
    error.message = QCoreApplication::translate(
        "lightwell::Async",
        "Lightwell had to give this up before it was done. Close what needs much memory, restart "
        "Lightwell and look under \"requests\" what became of it.");
    return error;
}

} // namespace lightwell

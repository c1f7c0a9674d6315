// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/error.h"

#include <QLoggingCategory>

namespace lightwell {

/// What the journal had to leave undone.
Q_DECLARE_LOGGING_CATEGORY(journalLog)

/// An error as the log has it: its code, for sentences are made elsewhere, and what else it says.
[[nodiscard]] QString forLog(const Error &error);

} // namespace lightwell

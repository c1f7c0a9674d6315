// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/journallog.h"

namespace lightwell {

Q_LOGGING_CATEGORY(journalLog, "lightwell.journal", QtInfoMsg)

} // namespace lightwell

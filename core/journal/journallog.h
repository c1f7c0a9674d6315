// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

namespace lightwell {

/// What the journal had to leave undone.
Q_DECLARE_LOGGING_CATEGORY(journalLog)

} // namespace lightwell

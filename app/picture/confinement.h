// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace lightwell {

/// Before anything is read: this process gets no new rights, leaves no core, writes no file and has so many seconds of
/// processor time until limitTime() says otherwise. False where the system refuses.
[[nodiscard]] bool confineProcess(int processorSeconds);

/// Seconds of processor time, all in all, and never more.
[[nodiscard]] bool limitTime(int processorSeconds);

/// So much memory from now on, beside what Qt takes for itself. No limit in builds with a sanitizer of addresses, which
/// reserves terabytes.
[[nodiscard]] bool limitMemory(qint64 bytes);

} // namespace lightwell
